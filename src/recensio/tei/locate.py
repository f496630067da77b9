"""Where an element stands: its file, line, column, absolute path and identifier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from lxml import etree

from recensio.model.problem import Location
from recensio.tei.names import XML_BASE, XML_ID


class Locator:
    """Locations of the elements of one tree; one pass over the tree, then look-ups."""

    def __init__(self, tree: etree._ElementTree, path: str) -> None:
        self._tree = tree
        self._path = path
        self._paths = dict(_absolute_paths(tree.getroot()))
        self._columns: dict[etree._Element, tuple[int, int]] | None = None

    def location(self, element: etree._Element, column: bool = False) -> Location:
        """The place of an element of the tree; `column` reads the file again, once."""
        line: int | None = element.sourceline
        at = None
        if column:
            line, at = self._positions().get(element, (line, None))
        return Location(self._file_of(element), line, at, self._paths[element], element.get(XML_ID))

    def by_xpath(self) -> dict[str, etree._Element]:
        """Every element by its absolute path."""
        return {path: element for element, path in self._paths.items()}

    def _file_of(self, element: etree._Element) -> str:
        """The file of the element: that of the nearest inclusion around it, else the document."""
        bases = [b for e in (element, *element.iterancestors()) if (b := e.get(XML_BASE))]
        path = Path(self._path)
        for base in reversed(bases):
            included = path.parent / base
            path = included if included.is_file() else path
        return str(path)

    def _positions(self) -> dict[etree._Element, tuple[int, int]]:
        if self._columns is None:
            starts = list(_start_tags(Path(self._path)))
            # An inclusion shifts the order of elements, so columns are only given without one.
            same = len(starts) == len(self._paths)
            self._columns = dict(zip(self._paths, starts, strict=True)) if same else {}
        return self._columns


def _absolute_paths(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Each element with its path as /TEI[1]/text[1]; a namespace is left out."""
    paths: dict[etree._Element | None, str] = {None: ""}
    counters: dict[etree._Element | None, Counter[str]] = {}
    for element in root.iter("*"):
        parent = element.getparent() if element is not root else None
        name = etree.QName(element).localname
        counter = counters.setdefault(parent, Counter())
        counter[name] += 1
        paths[element] = f"{paths[parent]}/{name}[{counter[name]}]"
        yield element, paths[element]


def _start_tags(path: Path) -> Iterator[tuple[int, int]]:
    """Line and column, both from 1, of every start tag of a file."""
    places: list[tuple[int, int]] = []
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: dict[str, str]) -> None:
        places.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    try:
        parser.Parse(path.read_bytes(), True)
    except (expat.ExpatError, OSError):
        return iter(())
    return iter(places)
