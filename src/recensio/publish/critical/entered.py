"""What the page of all entries is told of each: its classes, who departs there, its chapter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.model.apparatus import Entry
from recensio.model.document import Document
from recensio.model.witness import Siglum
from recensio.publish.insight.blocks import division_of, spots
from recensio.publish.insight.kinds import WITHOUT_TEXT, class_of
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition, Prepared
from recensio.tei.linkage import is_apart
from recensio.tei.names import XML_ID, tei, tei_names
from recensio.tei.text import APP, text_of

HIDING: Final = tuple(tei_names("rdg note teiHeader standOff listApp"))
"""Where an entry stands that has no place of its own in the text."""

LEM: Final = tei("lem")

LARGEST: Final = 500
"""Entries that stand on one page; of more each document has its own."""


@dataclass(frozen=True, slots=True)
class Entered:
    """An entry: where on the site its place in the text is, and by what it can be filtered.

    `kinds` are the classes of its readings, each with the witnesses that have one of it.
    """

    entry: Entry
    address: str
    kinds: Mapping[str, tuple[Siglum, ...]]
    chapter: str
    title: str

    @property
    def departing(self) -> tuple[Siglum, ...]:
        """The witnesses that have something else than the lemma, be it nothing."""
        having = (sigla for kind, sigla in self.kinds.items() if kind not in WITHOUT_TEXT)
        return tuple(dict.fromkeys(siglum for sigla in having for siglum in sigla))

    @property
    def line(self) -> str:
        """As xslt/html/entries.xsl takes it."""
        kinds = "|".join(f"{kind}={';'.join(sigla)}" for kind, sigla in self.kinds.items())
        columns = (self.entry.id, self.address, kinds, self.chapter, self.title)
        return "\t".join(" ".join(column.split()) for column in columns)


@dataclass(frozen=True, slots=True)
class Chaptered:
    """A document with its entries."""

    prepared: Prepared
    entries: tuple[Entered, ...]

    @property
    def document(self) -> Document:
        """The document that the entries are written in."""
        return self.prepared.document

    @property
    def anchor(self) -> str:
        """What the identifiers of its entries begin with on a page of entries."""
        return "_".join(self.document.id.split())


def entered(edition: Edition) -> tuple[Chaptered, ...]:
    """The documents that have entries, in the order of the edition."""
    where = spots(edition)
    readable = {each.document.id: each.document for each in edition.readable}
    found = []
    for each in edition.readable:
        addresses = dict(_addresses(each, readable))
        entries = []
        for entry in each.entries:
            spot = where.get((each.document.id, entry.id))
            division = division_of(spot[1]) if spot is not None else None
            head = division.find(tei("head")) if division is not None else None
            chapter = division.get(XML_ID, "") if division is not None else ""
            entries.append(
                Entered(
                    entry,
                    addresses[entry.id],
                    _kinds(entry),
                    f"{each.document.id}:{chapter}",
                    text_of(head) if head is not None else "",
                )
            )
        found += [Chaptered(each, tuple(entries))] if entries else []
    return tuple(found)


def is_parted(edition: Edition) -> bool:
    """Whether each document has a page of its own entries: they are many, or named alike."""
    names = [entry.entry.id for each in edition.once(entered) for entry in each.entries]
    return len(names) > LARGEST or len(set(names)) < len(names)


def _kinds(entry: Entry) -> Mapping[str, tuple[Siglum, ...]]:
    found: dict[str, dict[Siglum, None]] = {}
    for reading in entry.readings:
        kind = class_of(reading, entry.lemma)
        found.setdefault(kind, {}).update(dict.fromkeys(reading.covered))
    return {kind: tuple(sigla) for kind, sigla in found.items()}


def _addresses(each: Prepared, readable: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """For each entry where its words stand; where it stands itself if that is not known."""
    document = each.document
    standing = set(_standing(document))
    for entry in each.entries:
        place = entry.place
        if entry.id in standing:
            yield entry.id, f"{page_of(document)}#{entry.id}:lemma"
        elif place is not None and place.document in readable and place.document != document.id:
            other = page_of(readable[place.document])
            yield entry.id, f"{other}#{document.id}:{entry.id}:lemma"
        else:
            yield entry.id, f"{page_of(document)}#{entry.id}"


def _standing(document: Document) -> Iterator[str]:
    """The entries that stand at their words."""
    for app in document.tree.getroot().iter(APP):
        hidden = next(app.iterancestors(*HIDING), None) is not None
        if not (hidden or is_apart(app)) and _is_shown(app):
            yield app.get(XML_ID, "")


def _is_shown(app: etree._Element) -> bool:
    """Whether it stands in what a page shows of the entries around it, which is their lemma."""
    inner = app
    for outer in app.iterancestors():
        if outer.tag == APP and inner is not outer.find(LEM):
            return False
        inner = outer
    return True


def tallied(chapters: Sequence[Chaptered]) -> Mapping[str, Mapping[str, int]]:
    """How many entries there are for each kind, each witness and each chapter."""
    found: dict[str, dict[str, int]] = {"kind": {}, "witness": {}, "chapter": {}}
    for each in (entry for chapter in chapters for entry in chapter.entries):
        for name, values in (
            ("kind", each.kinds),
            ("witness", each.departing),
            ("chapter", (each.chapter,)),
        ):
            for value in values:
                found[name][value] = found[name].get(value, 0) + 1
    return found
