"""Where a witness has no text: before it begins, after it ends, in its lacunae.

TEI Guidelines, 12.1.5: lacunaStart, lacunaEnd, witStart and witEnd mark it, in document order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from recensio.model.document import Document
from recensio.model.witness import Siglum, WitnessList
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import READINGS

BEGINNINGS: Final = (tei("witStart"), tei("lacunaEnd"))
"""Marks from which on a witness has text; from the others on it has none."""

MARKS: Final = (*BEGINNINGS, tei("witEnd"), tei("lacunaStart"))


@dataclass(frozen=True, slots=True)
class Absence:
    """The witnesses that have no text where an entry begins, and where it ends."""

    before: frozenset[Siglum] = frozenset()
    after: frozenset[Siglum] = frozenset()

    @property
    def either(self) -> frozenset[Siglum]:
        """Those that have none before it or after it."""
        return self.before | self.after


PRESENT: Final = Absence()


def absences(document: Document, witnesses: WitnessList) -> Mapping[str, Absence]:
    """For each entry, by its id, who is away; none at all in a document without marks."""
    if next(document.tree.getroot().iter(*MARKS), None) is None:
        return {}
    away = frozenset(_late(document, witnesses))
    found: dict[str, Absence] = {}
    for element in document.tree.getroot().iter(tei("app"), *MARKS):
        if element.tag == tei("app"):
            found[element.get(XML_ID, "")] = Absence(away, away)
            continue
        away = _moved(away, element, witnesses)
        for app in element.iterancestors(tei("app")):
            identifier = app.get(XML_ID, "")
            found[identifier] = replace(found[identifier], after=away)
    return found


def _late(document: Document, witnesses: WitnessList) -> Iterator[Siglum]:
    """The witnesses that begin after the beginning: their first mark lets them in."""
    seen = set[Siglum]()
    for mark in document.tree.getroot().iter(*MARKS):
        for siglum in _named(mark, witnesses):
            if siglum not in seen and mark.tag in BEGINNINGS:
                yield siglum
            seen.add(siglum)


def _moved(
    away: frozenset[Siglum], mark: etree._Element, witnesses: WitnessList
) -> frozenset[Siglum]:
    named = frozenset(_named(mark, witnesses))
    return away - named if mark.tag in BEGINNINGS else away | named


def _named(mark: etree._Element, witnesses: WitnessList) -> tuple[Siglum, ...]:
    """The witnesses that a mark speaks of: those of its own @wit, else of the reading around it."""
    around = (element.get("wit") for element in (mark, *mark.iterancestors(*READINGS)))
    return witnesses.covered(next((wit for wit in around if wit is not None), ""))
