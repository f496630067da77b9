"""Identifiers, pointers and register references: what no schema can check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.corpus import local_ids
from recensio.model.document import Corpus, Document
from recensio.model.problem import Problem, problem
from recensio.tei.locate import Locator
from recensio.tei.names import XML_ID
from recensio.tei.registers import MENTIONS, REFERRING

NAME: Final = re.compile(r"[^\W\d][\w.\-·]*")
POINTERS: Final = ("target", "corresp", "from", "to", "next", "prev", "sameAs", "copyOf", "who")
NAMED: Final = frozenset((*MENTIONS, *REFERRING))


def integrity(corpus: Corpus) -> Iterator[Problem]:
    """Identifiers used twice or ill-named, pointers and references that lead nowhere."""
    known = {identifier for identifier, _ in local_ids(corpus)}
    for document in corpus.documents:
        yield from _of_document(document, corpus, known)


def _of_document(document: Document, corpus: Corpus, known: set[str]) -> Iterator[Problem]:
    locator = Locator(document.tree, document.path)
    first: dict[str, int | None] = {}
    for element in document.tree.getroot().iter("*"):
        yield from _identifier(element, first, locator)
        yield from _pointers(element, known, locator)
        if element.tag in NAMED and element.get("ref", "").startswith("#"):
            yield from _reference(element, known, locator)


def _identifier(
    element: etree._Element, first: dict[str, int | None], locator: Locator
) -> Iterator[Problem]:
    identifier = element.get(XML_ID)
    if identifier is None:
        return
    if not NAME.fullmatch(identifier):
        yield problem("LNK002", locator.location(element, column=True), id=identifier)
    if identifier in first:
        place = locator.location(element, column=True)
        yield problem("LNK001", place, id=identifier, first=first[identifier])
    first.setdefault(identifier, element.sourceline)


def _pointers(element: etree._Element, known: set[str], locator: Locator) -> Iterator[Problem]:
    for attribute in POINTERS:
        for pointer in element.get(attribute, "").split():
            if pointer.startswith("#") and len(pointer) > 1 and pointer[1:] not in known:
                place = locator.location(element, column=True)
                yield problem("LNK003", place, attribute=f"@{attribute}", target=pointer)


def _reference(element: etree._Element, known: set[str], locator: Locator) -> Iterator[Problem]:
    for pointer in element.get("ref", "").split():
        if pointer.startswith("#") and pointer[1:] not in known:
            name = etree.QName(element).localname
            place = locator.location(element, column=True)
            yield problem("REG001", place, element=name, target=pointer)
