"""Where an element stands: its file, line, column, absolute path and identifier."""

from __future__ import annotations

import os.path
from collections import defaultdict
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from recensio.model.problem import Location
from recensio.tei.names import XML_BASE, XML_ID
from recensio.tei.source import Source, Tag
from recensio.tei.written import Written, written_tags


class Locator:
    """Locations of the elements of one tree; one pass when first asked, then look-ups."""

    def __init__(self, tree: etree._ElementTree, path: str) -> None:
        self._root = tree.getroot()
        self._path = path

    def location(
        self, element: etree._Element, column: bool = False, attribute: str | None = None
    ) -> Location:
        """The place of an element of the tree, or of its attribute, named as it is written.

        `column` reads the file again, once; `attribute` asks for the column too.
        """
        line: int | None = element.sourceline
        at, path = None, None
        written = self.written(element) if column or attribute else None
        if written:
            source, tag = written
            there = tag.attributes.get(attribute) if attribute else None
            line, at = source.place(there.start if there else tag.start)
            path = source.path
        place = path or self.file_of(element)
        return Location(place, line, at, self.xpath(element), element.get(XML_ID))

    def tag(self, element: etree._Element) -> Tag | None:
        """The start tag in `source`; none if the element is not known to stand in that file."""
        written = self.written(element)
        return written[1] if written and written[0] is self.source else None

    def written(self, element: etree._Element) -> Written | None:
        """The file that an element was written in and its start tag there, if they are known."""
        return self._written.get(element)

    @cached_property
    def source(self) -> Source | None:
        """The file as it is written; none if it cannot be read."""
        try:
            return Source.read(self._path)
        except (OSError, ValueError):
            return None

    def xpath(self, element: etree._Element) -> str:
        """The absolute path of an element as /TEI[1]/text[1]; a namespace is left out."""
        line = (element, *element.iterancestors())
        return "".join(self._steps[each] for each in reversed(line))

    def by_xpath(self) -> dict[str, etree._Element]:
        """Every element by its absolute path."""
        return {self.xpath(element): element for element in self._steps}

    def file_of(self, element: etree._Element) -> str:
        """The file of the element: that of the nearest inclusion around it, else the document."""
        bases = [b for e in (element, *element.iterancestors()) if (b := e.get(XML_BASE))]
        path = Path(self._path)
        for base in reversed(bases):
            included = path.parent / unquote(base)
            path = included if os.path.isfile(included) else path  # noqa: PTH113 - never raises
        return str(path)

    @cached_property
    def _written(self) -> dict[etree._Element, Written]:
        return written_tags(self._root, self.source) if self.source else {}

    @cached_property
    def _steps(self) -> dict[etree._Element, str]:
        """The last step of the path of each element, in document order."""
        steps = {}
        counters: dict[tuple[etree._Element | None, str], int] = defaultdict(int)
        for element in self._root.iter("*"):
            parent = element.getparent() if element is not self._root else None
            name = str(element.tag).rpartition("}")[2]
            counters[parent, name] += 1
            steps[element] = f"/{name}[{counters[parent, name]}]"
        return steps
