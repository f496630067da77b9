"""The text of each witness of a document as a tree for xslt/html/witness.xsl to draw."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.model.document import Document
from recensio.model.witness import Siglum
from recensio.publish.critical.addresses import PARALLEL, parallel_page, witness_page, written
from recensio.publish.critical.colours import colour
from recensio.publish.critical.departures import Departures
from recensio.publish.critical.growing import NAMESPACES, tree
from recensio.publish.critical.places import Ways
from recensio.publish.gathered import EDITION_NS
from recensio.publish.insight.markup import node
from recensio.publish.names import named
from recensio.publish.pages import page_of, to_root
from recensio.publish.places import LINE
from recensio.publish.prepare import Edition, Prepared
from recensio.publish.text_files import sigla_of
from recensio.tei.gaps import without_places
from recensio.tei.passages import Told
from recensio.tei.text import BREAK
from recensio.tei.witness_texts import DocumentTexts, WitnessTexts

READING: Final = f"{{{EDITION_NS}}}rd"
SILENT: Final = f"{{{EDITION_NS}}}silent"
GAP: Final = f"{{{EDITION_NS}}}gap"

RESERVED: Final = (Siglum(PARALLEL), Siglum("index"))
"""Names of other pages beside those of the witnesses."""


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A witness of a document: its siglum, its name, its page below site/, its colour."""

    siglum: Siglum
    label: str
    page: str
    colour: str


class WitnessedTexts:
    """The texts of the witnesses of one document, as trees."""

    def __init__(self, each: Prepared, texts: DocumentTexts, edition: Edition) -> None:
        self.prepared = each
        self._texts = texts
        self._ways = Ways(edition.once(Departures))
        self._are_statements = _are_statements(each)
        sigla = sigla_of(each, texts, edition)
        labels = {w.siglum: w.label for w in edition.corpus.witnesses_of(each.document)}
        self.witnesses: Sequence[Witnessed] = tuple(
            Witnessed(
                siglum,
                labels.get(siglum, ""),
                witness_page(each.document, name),
                colour(edition, siglum),
            )
            for siglum, name in named((*RESERVED, *sigla))
        )[len(RESERVED) :]

    @property
    def document(self) -> Document:
        """The document that they are texts of."""
        return self.prepared.document

    @property
    def has_text(self) -> bool:
        """Whether any witness has a word here."""
        texts = (self._texts.text(each.siglum) for each in self.witnesses)
        return any(without_places(text).replace(BREAK, " ").strip() for text in texts)

    def tree(self, witness: Witnessed) -> etree._Element:
        """The text of a witness: TEI, its readings and what it lacks as elements of ours.

        Its attributes say how often it departs from the edition, is silent, and lacks text, and
        whether its readings are statements rather than words of a running text.
        """
        grown = self._grown("witness", self._texts.text(witness.siglum))
        for name, elements in _counted(grown).items():
            grown.set(name, str(len(elements)))
        grown.set("statements", str(self._are_statements).lower())
        return grown

    def reading_text(self) -> etree._Element:
        """The text of the edition as a tree of the same kind."""
        return self._grown("edition", self._texts.reading_text())

    def _grown(self, name: str, text: str) -> etree._Element:
        root = etree.Element(f"{{{EDITION_NS}}}{name}", nsmap=NAMESPACES)
        return tree(root, text, self._texts.elements, self._ways)


def _counted(tree: etree._Element) -> Mapping[str, Collection[str]]:
    """The entries where a witness has another reading, is silent, or lacks text."""
    found: dict[str, dict[str, None]] = {"departing": {}, "silent": {}, "lacking": {}}
    for each in tree.iter(READING, SILENT, GAP):
        kind = _kind(each)
        if kind:
            found[kind].setdefault(each.get("entry", "") or f"{id(each)}")
    return found


def _kind(element: etree._Element) -> str:
    if element.tag == READING:
        lacks = len(element) > 0 and element[0].get("kind")
        told = {"": "departing", "omits": "departing", "silent": "silent"}
        return "lacking" if lacks else told.get(element.get("why", ""), "lacking")
    if element.tag == SILENT:
        return "silent"
    parent = element.getparent()
    is_told = parent is not None and parent.tag == READING
    return "lacking" if element.get("kind") and not is_told else ""


def _are_statements(each: Prepared) -> bool:
    """Whether readings say where a witness tells of something rather than give its running text."""
    readings = [reading for entry in each.entries for reading in entry.readings if reading.text]
    placed = sum(any(LINE.search(d.text) for d in reading.details) for reading in readings)
    return placed * 2 > len(readings)


def witnessed(edition: Edition) -> tuple[WitnessedTexts, ...]:
    """The texts of the witnesses of every document that entries belong to.

    One whose readings only point at text elsewhere has none.
    """
    texts = WitnessTexts(edition.corpus)
    found = (
        WitnessedTexts(each, texts.of(each.document, Told.ELEMENTS), edition)
        for each in edition.readable
        if each.entries or texts.concerns(each.document)
    )
    return tuple(each for each in found if each.has_text)


def texts(edition: Edition) -> str:
    """The source of xslt/html/texts.xsl: the documents with the texts of their witnesses."""
    root = node("texts")
    for each in edition.once(witnessed):
        known = (
            node("text", siglum=w.siglum, label=w.label, colour=w.colour, href=written(w.page))
            for w in each.witnesses
        )
        page, parallel = page_of(each.document), written(parallel_page(each.document))
        title = each.document.title
        root.append(node("document", *known, title=title, href=written(page), parallel=parallel))
    return etree.tostring(root, encoding="unicode")


def rows(edition: Edition) -> Mapping[str, str]:
    """For each document with witnesses, by its id, the parameter of xslt/html/witness-row.xsl.

    Lines "siglum TAB address below site/ TAB colour TAB name"; the first is the edition's own text,
    the second where they stand side by side.
    """
    return {each.document.id: "\n".join(_row(each, edition)) for each in edition.once(witnessed)}


def row_on(page: str, edition: Edition, document: Document) -> Mapping[str, str]:
    """The parameters of a page with a row of the witnesses of a document."""
    return {"witness-row": edition.once(rows).get(document.id, ""), "to-site": to_root(page)}


def _row(each: WitnessedTexts, edition: Edition) -> Iterator[str]:
    say = edition.corpus.interface.say
    yield _line("", written(page_of(each.document)), "", say("edition"))
    yield _line("", written(parallel_page(each.document)), "", say("parallel"))
    for witness in each.witnesses:
        yield _line(witness.siglum, written(witness.page), witness.colour, witness.label)


def _line(*columns: str) -> str:
    return "\t".join(" ".join(column.split()) for column in columns)
