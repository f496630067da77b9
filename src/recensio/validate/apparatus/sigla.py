"""Sigla that no witness bears (TEI Guidelines, 12.1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from recensio.model.document import Document
from recensio.model.problem import Problem, problem
from recensio.model.witness import WitnessList
from recensio.tei.locate import Locator


def sigla(document: Document, witnesses: WitnessList, locator: Locator) -> Iterator[Problem]:
    """Every siglum of a @wit that is not declared.

    An edition without any listWit declares nothing, so nothing can be undeclared.
    """
    if not len(witnesses):
        return
    for element in document.tree.getroot().iter("*"):
        if element.get("wit"):
            yield from _undeclared(element, witnesses, locator)


def _undeclared(
    element: etree._Element, witnesses: WitnessList, locator: Locator
) -> Iterator[Problem]:
    for siglum in witnesses.undeclared(element.get("wit", "")):
        known = ", ".join(f"#{witness.id}" for witness in witnesses)
        place = locator.location(element, column=True)
        yield problem("WIT001", place, siglum=siglum, known=known)
