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
        at = None
        written = self.written(element) if column or attribute else None
        if written:
            source, tag = written
            there = tag.attributes.get(attribute) if attribute else None
            line, at = source.place(there.start if there else tag.start)
        return Location(self.file_of(element), line, at, self.xpath(element), element.get(XML_ID))

    def tag(self, element: etree._Element) -> Tag | None:
        """The start tag of an element as it is written; none if an inclusion shifted the order."""
        return self._tags.get(element)

    def written(self, element: etree._Element) -> tuple[Source, Tag] | None:
        """The file of an element and its start tag there; none where the tag is not known."""
        source, tag = self.source, self.tag(element)
        return (source, tag) if source and tag else None

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
    def _tags(self) -> dict[etree._Element, Tag]:
        tags = self.source.tags if self.source else ()
        # An inclusion shifts the order of elements, so tags are only known without one.
        return dict(zip(self._steps, tags, strict=True)) if len(tags) == len(self._steps) else {}

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
