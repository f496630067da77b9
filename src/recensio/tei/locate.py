"""Where an element stands: its file, line, column, absolute path and identifier."""

from __future__ import annotations

import os.path
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote
from xml.parsers import expat

from lxml import etree

from recensio.model.problem import Location
from recensio.tei.names import XML_BASE, XML_ID


class Locator:
    """Locations of the elements of one tree; one pass when first asked, then look-ups."""

    def __init__(self, tree: etree._ElementTree, path: str) -> None:
        self._root = tree.getroot()
        self._path = path

    def location(self, element: etree._Element, column: bool = False) -> Location:
        """The place of an element of the tree; `column` reads the file again, once."""
        line: int | None = element.sourceline
        at = None
        if column:
            line, at = self._positions.get(element, (line, None))
        return Location(self._file_of(element), line, at, self.xpath(element), element.get(XML_ID))

    def xpath(self, element: etree._Element) -> str:
        """The absolute path of an element as /TEI[1]/text[1]; a namespace is left out."""
        line = (element, *element.iterancestors())
        return "".join(self._steps[each] for each in reversed(line))

    def by_xpath(self) -> dict[str, etree._Element]:
        """Every element by its absolute path."""
        return {self.xpath(element): element for element in self._steps}

    def _file_of(self, element: etree._Element) -> str:
        """The file of the element: that of the nearest inclusion around it, else the document."""
        bases = [b for e in (element, *element.iterancestors()) if (b := e.get(XML_BASE))]
        path = Path(self._path)
        for base in reversed(bases):
            included = path.parent / unquote(base)
            path = included if os.path.isfile(included) else path  # noqa: PTH113 - never raises
        return str(path)

    @cached_property
    def _positions(self) -> dict[etree._Element, tuple[int, int]]:
        starts = list(_start_tags(Path(self._path)))
        # An inclusion shifts the order of elements, so columns are only given without one.
        same = len(starts) == len(self._steps)
        return dict(zip(self._steps, starts, strict=True)) if same else {}

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


def _start_tags(path: Path) -> Iterator[tuple[int, int]]:
    """Line and column, both from 1, of every start tag of a file."""
    places: list[tuple[int, int]] = []
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: dict[str, str]) -> None:
        places.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    try:
        parser.Parse(path.read_bytes(), True)
    except (expat.ExpatError, OSError, ValueError, LookupError):
        # Expat knows fewer encodings than libxml2; lines are known all the same.
        return iter(())
    return iter(places)
