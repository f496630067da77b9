"""The blocks that are cited, paragraphs, lines and the like, and which of them an entry stands in.

A block is the outermost p, ab, l, head or item of a text, so that no word is in two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from recensio.model.apparatus import Entry
from recensio.model.document import Document
from recensio.publish.prepare import Edition
from recensio.tei.names import XML_ID, tei, tei_names
from recensio.tei.text import LEFT_OUT, readings_of

CITED: Final = tei_names("p ab l head item")
DIVISIONS: Final = tei_names("div div1 div2 div3 div4 div5 div6 div7")

Spot = tuple[Document, etree._Element]
"""A document, and the element in it at which an entry stands."""


def blocks_of(document: Document) -> Iterator[etree._Element]:
    """The blocks of the reading text, in its order."""
    for text in document.tree.getroot().iterchildren(tei("text"), tei("TEI")):
        yield from _below(text)


def _below(element: etree._Element) -> Iterator[etree._Element]:
    for child in element.iterchildren("*"):
        if child.tag in CITED:
            yield child
        elif child.tag == tei("app"):
            lemma = next(readings_of(child), None)
            yield from () if lemma is None else _below(lemma)
        elif child.tag not in LEFT_OUT:
            yield from _below(child)


def block_of(element: etree._Element) -> etree._Element | None:
    """The block around an element; of an entry around whole blocks, the first of them."""
    around = [parent for parent in _and_ancestors(element) if parent.tag in CITED]
    return around[-1] if around else next(element.iter(*CITED), None)


def division_of(element: etree._Element) -> etree._Element | None:
    """The nearest division with a heading around an element."""
    around = (parent for parent in element.iterancestors(*DIVISIONS))
    return next((div for div in around if div.find(tei("head")) is not None), None)


def spots(edition: Edition) -> Mapping[tuple[str, str], Spot]:
    """Where each entry stands, by the ids of its document and itself.

    An entry that belongs to a place elsewhere stands there, if that has an identifier; else where
    it is written. One that reaches over several blocks stands in the first.
    """
    holders = _Holders(edition)
    return {
        (each.document.id, entry.id): spot
        for each in edition.readable
        for entry in each.entries
        if (spot := holders.spot(entry)) is not None
    }


class _Holders:
    """The elements of the edition by their ids, each document indexed when it is first needed."""

    def __init__(self, edition: Edition) -> None:
        self._documents = {each.document.id: each.document for each in edition.readable}
        self._indices: dict[str, dict[str, etree._Element]] = {}

    def spot(self, entry: Entry) -> Spot | None:
        """Where an entry stands."""
        place = entry.place
        there = self._element(place.document, place.begins) if place is not None else None
        return there or self._element(entry.document, entry.id)

    def _element(self, document_id: str, identifier: str) -> Spot | None:
        document = self._documents.get(document_id)
        if document is None:
            return None
        if document_id not in self._indices:
            elements = document.tree.getroot().iter("*")
            self._indices[document_id] = {e.get(XML_ID, ""): e for e in elements}
        found = self._indices[document_id].get(identifier) if identifier else None
        return None if found is None else (document, found)


def _and_ancestors(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()
