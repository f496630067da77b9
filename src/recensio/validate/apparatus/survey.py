"""What the rules of the apparatus look at: entries, readings and remarks, gathered once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from recensio.model.document import Corpus, Document
from recensio.model.problem import Location
from recensio.model.witness import WitnessList
from recensio.tei.locate import Locator
from recensio.tei.names import XML_ID, tei, tei_names
from recensio.tei.text import readings_of

LEM: Final = tei("lem")
RDG: Final = tei("rdg")
GROUP: Final = tei("rdgGrp")
REMARKS: Final = tei_names("note noteGrp witDetail wit")
GROUPED: Final = ("type", "cause", "varSeq", "hand", "resp", "ana", "source", "cert")

_words = etree.XPath("normalize-space()")


@dataclass(frozen=True, slots=True)
class Entry:
    """An app with its own lem and rdg, those in rdgGrp among them, in their order."""

    element: etree._Element
    readings: tuple[etree._Element, ...]

    @property
    def lemmas(self) -> tuple[etree._Element, ...]:
        """The lem of the entry; more than one is legitimate in groups of readings."""
        return tuple(reading for reading in self.readings if reading.tag == LEM)

    @property
    def variants(self) -> tuple[etree._Element, ...]:
        """The readings besides the lemma."""
        return tuple(reading for reading in self.readings if reading.tag == RDG)


@dataclass(slots=True, eq=False)
class Text:
    """A document of the edition as the rules see it.

    `witnessed` are the elements with a @wit, in document order.
    """

    document: Document
    witnesses: WitnessList
    locator: Locator
    entries: tuple[Entry, ...]
    witnessed: tuple[etree._Element, ...]

    def place(self, element: etree._Element, attribute: str | None = None) -> Location:
        """Where the element stands, or its attribute."""
        return self.locator.location(element, column=True, attribute=attribute)

    @property
    def root(self) -> etree._Element:
        """The root of the document."""
        return self.document.tree.getroot()


class Survey:
    """The edition: its texts, and the identifiers of all its documents."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.texts = tuple(_text(document, corpus) for document in corpus.documents)

    @cached_property
    def identified(self) -> dict[str, etree._Element]:
        """The first element of each xml:id, in any document."""
        found: dict[str, etree._Element] = {}
        for text in self.texts:
            for identifier, element in self.identified_in[text].items():
                found.setdefault(identifier, element)
        return found

    @cached_property
    def identified_in(self) -> dict[Text, dict[str, etree._Element]]:
        """The elements of each document by their xml:id."""
        return {text: _identified(text.root) for text in self.texts}


def _identified(root: etree._Element) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for element in root.iter("*"):
        identifier = element.get(XML_ID)
        if identifier:
            found.setdefault(identifier, element)
    return found


def _text(document: Document, corpus: Corpus) -> Text:
    root = document.tree.getroot()
    entries = tuple(Entry(app, tuple(readings_of(app))) for app in root.iter(tei("app")))
    witnessed = tuple(element for element in root.iter("*") if element.get("wit"))
    locator = Locator(document.tree, document.path)
    return Text(document, corpus.witnesses_of(document), locator, entries, witnessed)


def words(element: etree._Element) -> str:
    """The text of the element with white space collapsed; comments are no text."""
    return str(_words(element))


def tokens(element: etree._Element) -> list[str]:
    """The sigla of @wit as they are written."""
    return (element.get("wit") or "").split()


def is_empty(reading: etree._Element) -> bool:
    """Whether the reading holds neither text nor any element."""
    return next(reading.iterchildren("*"), None) is None and not words(reading)


def remarks(reading: etree._Element) -> Iterator[etree._Element]:
    """The notes, details and comments in the reading, and after it as far as the next one."""
    for node in reading.iterchildren():
        if node.tag in REMARKS or is_comment(node):
            yield node
    for node in reading.itersiblings():
        if node.tag in (LEM, RDG, GROUP):
            return
        if node.tag in REMARKS or is_comment(node):
            yield node


def has_remark(reading: etree._Element) -> bool:
    """Whether anything is remarked on the reading."""
    return next(remarks(reading), None) is not None


def said_of(reading: etree._Element, name: str) -> str:
    """An attribute of the reading, or of the group around it, which its readings inherit."""
    own = reading.get(name)
    group = reading.getparent()
    while own is None and group is not None and group.tag == GROUP:
        own, group = group.get(name), group.getparent()
    return own or ""


def is_comment(node: etree._Element) -> bool:
    """Whether a node of the tree is a comment."""
    return isinstance(node, etree._Comment)


def name_of(element: etree._Element) -> str:
    """The local name of an element."""
    return etree.QName(element).localname
