"""Which witDetail belongs to which reading (TEI Guidelines, 12.1.4.1)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from recensio.tei.names import XML_ID, tei
from recensio.tei.text import READINGS

Details: TypeAlias = dict[etree._Element, list[etree._Element]]


@dataclass(slots=True)
class Assigned:
    """The witDetail of a document: of each reading, and of each app those of no reading."""

    of_reading: Details = field(default_factory=lambda: defaultdict(list))
    of_entry: Details = field(default_factory=lambda: defaultdict(list))


def assigned(root: etree._Element) -> Assigned:
    """Every witDetail with what it speaks of, in document order; one pass.

    It speaks of the readings that its @target names, wherever it stands; else of the one it stands
    in or directly behind; else of the entry around it.
    """
    found = Assigned()
    details = list(root.iter(tei("witDetail")))
    named = {e.get(XML_ID): e for e in root.iter(*READINGS)} if details else {}
    for detail in details:
        targets = [target.rpartition("#")[2] for target in detail.get("target", "").split()]
        readings = [named[target] for target in targets if target in named]
        before = _before(detail)
        for reading in readings or ([before] if before is not None else []):
            found.of_reading[reading].append(detail)
        app = next(detail.iterancestors(tei("app")), None)
        if not readings and before is None and app is not None:
            found.of_entry[app].append(detail)
    return found


def _before(detail: etree._Element) -> etree._Element | None:
    """The reading that a detail stands in, or the one before it with only remarks between."""
    around = next(detail.iterancestors(*READINGS, tei("app")), None)
    if around is None or around.tag != tei("app"):
        return around
    sibling = next(detail.itersiblings(*READINGS, tei("rdgGrp"), preceding=True), None)
    return sibling if sibling is not None and sibling.tag in READINGS else None
