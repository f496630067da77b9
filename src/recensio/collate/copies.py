"""Elements of witnesses copied into the document of a collation; every identifier stays unique."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from recensio.collate.markup import Between, Markup, Opened
from recensio.tei.names import XML_ID


class Copies:
    """Makes copies for witnesses, told by their places; `identifiers` are those of the witnesses.

    `first` is the witness that keeps its own xml:id where another has the same.
    """

    def __init__(
        self, markup: Sequence[Markup | None], identifiers: Sequence[str], first: int
    ) -> None:
        self.markup = markup
        self.identifiers = identifiers
        self.used = set(identifiers)
        self.fragments: dict[tuple[int, int], list[etree._Element]] = {}
        self.names: dict[int, dict[str, str]] = {}
        for place in sorted(range(len(markup)), key=lambda place: place != first):
            self.names[place] = dict(self._renamed(place))

    def whole(self, place: int, element: etree._Element) -> etree._Element:
        """An element with all that stands in it."""
        copy = deepcopy(element)
        copy.tail = None
        for each in copy.iter("*"):
            self._settle(place, each)
        return copy

    def block(self, place: int, element: etree._Element) -> etree._Element:
        """An element without what stands in it."""
        copy = etree.Element(element.tag, dict(element.attrib), element.nsmap)
        self._settle(place, copy)
        return copy

    def fragment(self, place: int, number: int) -> etree._Element:
        """A part of the element around tokens that has this number; `link` joins the parts."""
        markup = self.markup[place]
        copy = self.block(place, markup.elements[number] if markup else etree.Element("none"))
        parts = self.fragments.setdefault((place, number), [])
        if parts:
            copy.attrib.pop(XML_ID, None)
        parts.append(copy)
        return copy

    def link(self) -> None:
        """Join the parts of an element that had to be divided (TEI Guidelines, 20.3)."""
        for (place, number), parts in self.fragments.items():
            for one, other in pairwise(parts):
                for part in (one, other):
                    if XML_ID not in part.attrib:
                        part.set(XML_ID, self.fresh(f"{self.identifiers[place]}-{number}"))
                one.set("next", f"#{other.get(XML_ID)}")
                other.set("prev", f"#{one.get(XML_ID)}")

    def fresh(self, wanted: str) -> str:
        """An identifier that nothing has yet, made of this one."""
        name, count = wanted, 1
        while name in self.used:
            count += 1
            name = f"{wanted}-{count}"
        self.used.add(name)
        return name

    def _renamed(self, place: int) -> Iterator[tuple[str, str]]:
        """Which identifiers of a witness become others, as one of the same name is in use."""
        for name in dict.fromkeys(_identifiers(self.markup[place])):
            if name in self.used:
                yield name, self.fresh(f"{self.identifiers[place]}-{name}")
            else:
                self.used.add(name)

    def _settle(self, place: int, element: etree._Element) -> None:
        names = self.names[place]
        if not names:
            return
        for key, value in element.attrib.items():
            if key == XML_ID:
                element.set(key, names.get(str(value), str(value)))
            elif "#" in str(value):
                element.set(key, _pointed(str(value), names))


def _pointed(value: str, names: Mapping[str, str]) -> str:
    """The value of an attribute with its pointers into the document renamed."""
    parts = re.split(r"(\s+)", value)
    return "".join(
        f"#{names[part[1:]]}" if part.startswith("#") and part[1:] in names else part
        for part in parts
    )


def _identifiers(markup: Markup | None) -> Iterator[str]:
    for element in _elements(markup) if markup else ():
        if name := element.get(XML_ID):
            yield name


def _elements(markup: Markup) -> Iterator[etree._Element]:
    """All elements that may be copied."""
    yield from markup.elements
    for events in markup.blocks.values():
        for event in events:
            if isinstance(event, Opened):
                yield event.element
            elif isinstance(event, Between):
                yield from event.element.iter("*")
    pieces: Iterable[etree._Element | None] = (
        piece.element for token in markup.pieces for piece in token
    )
    for element in pieces:
        if element is not None:
            yield from element.iter("*")
