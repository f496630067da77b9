"""What can be cited of a document: units in a tree, each from where it begins to where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.publish.dts.paths import elements, value
from recensio.publish.dts.structure import CiteStructure
from recensio.tei.names import XML_LANG, tei_names

MILESTONES: Final = tei_names("milestone pb lb cb gb anchor")
"""Elements that only mark where something begins (TEI Guidelines, 3.11.3)."""

LONGEST: Final = 200
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class Found:
    """A unit before it has its place: what names it, and where it begins."""

    name: str
    kind: str
    element: etree._Element
    title: str = ""
    parts: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that can be cited: `identifier` is its ref, `level` counts from 1.

    It is the element, or, if that is a milestone, what follows it up to the `until` element, or to
    the end of the unit around it.
    """

    identifier: str
    kind: str
    level: int
    parent: str | None
    element: etree._Element
    title: str = ""
    until: etree._Element | None = None

    @property
    def is_milestone(self) -> bool:
        """Whether the element marks only where the unit begins."""
        return self.element.tag in MILESTONES


class Order:
    """The elements of a tree by their places in it: where each begins, and where it ends."""

    def __init__(self, root: etree._Element) -> None:
        self.begins: dict[etree._Element, int] = {}
        self.ends: dict[etree._Element, int] = {}
        place = 0
        for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event != "end":
                self.begins[node] = place
                place += 2
            if event != "start":
                self.ends[node] = place
                place += 2


def declared(
    structures: Sequence[CiteStructure], context: etree._Element, order: Order, before: str = ""
) -> list[Found]:
    """The units of a document by what it declares, in its order. Raises UnusablePath.

    What a path leads to but nothing names cannot be cited.
    """
    found: list[Found] = []
    for structure in structures:
        for position, element in enumerate(elements(structure.match, context), start=1):
            name = value(structure.use, element, position)
            if name and element in order.begins:
                full = f"{before}{structure.delim if before else ''}{name}"
                title = value(structure.title, element, position) if structure.title else ""
                parts = tuple(declared(structure.parts, element, order, full))
                found.append(Found(full, structure.unit, element, title[:LONGEST], parts))
    return sorted(found, key=lambda each: order.begins[each.element])


def placed(
    found: Sequence[Found], parent: str | None = None, level: int = 1, taken: set[str] | None = None
) -> Iterator[Unit]:
    """The units in the order of the document, each before its parts; no two have one identifier."""
    taken = set() if taken is None else taken
    for number, each in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        identifier = _own(each.name, taken)
        yield Unit(
            identifier,
            each.kind,
            level,
            parent,
            each.element,
            each.title,
            following.element if following else None,
        )
        yield from placed(each.parts, identifier, level + 1, taken)


def language_of(element: etree._Element) -> str:
    """The language of an element, as it or one around it says."""
    line = (element, *element.iterancestors())
    return next((found for each in line if (found := each.get(XML_LANG))), "")


def _own(name: str, taken: set[str]) -> str:
    own, count = name, 1
    while own in taken:
        count += 1
        own = f"{name}-{count}"
    taken.add(own)
    return own
