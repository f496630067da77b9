"""Where a node stands that a rule is about: from what the stylesheet says to a location.

xslt/schema/schematron-place.xsl numbers the elements of a document and the rest below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Final

from lxml import etree

from recensio.model.problem import Location
from recensio.tei.locate import Locator
from recensio.tei.names import XML_NS

_NAMESPACE: Final = re.compile(r"Q\{([^}]*)\}")
_COUNTED: Final = re.compile(r"([\w-]+)\(.*\)\[(\d+)\]")
_BLANK: Final = re.compile(r"\s*")


class Places:
    """The places of the nodes of one document, which may come from several files."""

    def __init__(self, tree: etree._ElementTree, path: str) -> None:
        self._root = tree.getroot()
        self._path = path
        self._locator = Locator(tree, path)

    def location(self, place: str) -> Location:
        """The location of a node: of an element, attribute or text its own, else the nearest."""
        element = self.element(place)
        if element is None:
            return Location(self._path, 1, xpath="/")
        part = place.partition("/")[2]
        if part.startswith("@"):
            return self._of_attribute(element, part[1:])
        counted = _COUNTED.fullmatch(part)
        found = self._locator.location(element, column=True)
        return self._of_child(element, found, counted[1], int(counted[2])) if counted else found

    def element(self, place: str) -> etree._Element | None:
        """The element that a node is or belongs to; none for the document."""
        number = place.partition("/")[0]
        return self._elements[int(number) - 1] if number.isdigit() and number != "0" else None

    def _of_attribute(self, element: etree._Element, name: str) -> Location:
        """The place of an attribute, whatever its prefix."""
        namespace = _NAMESPACE.match(name)
        local = _NAMESPACE.sub("", name)
        prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
        prefixes[XML_NS] = "xml"
        prefix = prefixes.get(namespace[1]) if namespace else None
        written = f"{prefix}:{local}" if prefix else local
        return self._locator.location(element, column=True, attribute=written)

    def _of_child(
        self, element: etree._Element, place: Location, kind: str, number: int
    ) -> Location:
        """The place of a text, comment or instruction by its number among its like."""
        if kind == "text":
            before = list(_before_texts(element))[number - 1 : number]
            return self._after(element, before[0], place) if before else place
        wanted = etree._Comment if kind == "comment" else etree._ProcessingInstruction
        lines = [child.sourceline for child in element if isinstance(child, wanted)]
        line = lines[number - 1] if number <= len(lines) else None
        return replace(place, line=line, column=None) if line else place

    def _after(
        self, element: etree._Element, before: etree._Element | None, place: Location
    ) -> Location:
        """The first character, other than white space, after a child or else after the tag."""
        written = self._locator.written(element if before is None else before)
        if written is None:
            return place
        source, tag = written
        blank = _BLANK.match(source.text, tag.end if before is None else tag.element_end)
        line, column = source.place(blank.end() if blank else tag.end)
        return replace(place, line=line, column=column)

    @cached_property
    def _elements(self) -> list[etree._Element]:
        """Every element in document order, as the stylesheet numbers them."""
        return list(self._root.iter("*"))


def _before_texts(element: etree._Element) -> Iterator[etree._Element | None]:
    """The child before each text of an element; none for the text that comes first."""
    if element.text:
        yield None
    for child in element:
        if child.tail:
            yield child
