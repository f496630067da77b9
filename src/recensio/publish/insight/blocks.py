"""The blocks that are cited, paragraphs, lines and the like, and which of them an entry stands in.

A block is the outermost p, ab, l, head or item of a text, so that no word is in two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from recensio.model.document import Document
from recensio.publish.prepare import Edition, Prepared, published_name
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

    An entry that names the place it is about (@from, @loc) stands there, if the edition has it;
    else where it is written. One that reaches over several blocks stands in the first.
    """
    holders = _Holders(edition)
    return {
        (each.document.id, app.get(XML_ID, "")): holders.spot(app, each)
        for each in edition.readable
        if each.entries
        for app in each.document.tree.getroot().iter(tei("app"))
    }


class _Holders:
    """The elements of the edition by their ids; indexed when a pointer is first followed."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._indices: dict[str, dict[str, etree._Element]] = {}

    def spot(self, app: etree._Element, each: Prepared) -> Spot:
        """Where an entry stands."""
        pointer = next(iter((app.get("from") or app.get("loc") or "").split()), "")
        file, _, name = pointer.rpartition("#")
        for holder in self._candidates(file, each) if name else ():
            target = self._index(holder.document).get(name)
            if target is not None:
                return holder.document, target
        return each.document, app

    def _candidates(self, file: str, each: Prepared) -> Iterator[Prepared]:
        if file:
            return (o for o in self._edition.readable if published_name(o.document) == file)
        return iter((each,))

    def _index(self, document: Document) -> Mapping[str, etree._Element]:
        if document.id not in self._indices:
            elements = document.tree.getroot().iter("*")
            self._indices[document.id] = {e.get(XML_ID, ""): e for e in elements}
        return self._indices[document.id]


def _and_ancestors(element: etree._Element) -> Iterator[etree._Element]:
    yield element
    yield from element.iterancestors()
