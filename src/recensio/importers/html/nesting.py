"""Nesting: the elements of TEI around a block, from the open elements of HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from recensio.importers.blocks import Container, Kind
from recensio.importers.html.scan import Piece, value
from recensio.importers.html.tables import layouts

Path = tuple[Container, ...]

DEEPEST: Final = 40
"""How deep elements of TEI nest; an XML reader refuses a document of more than 256 levels."""

COUNTS: Final = {"colspan": "cols", "rowspan": "rows"}
LISTS: Final = {"ul": "bulleted", "menu": "bulleted", "dir": "bulleted", "ol": "ordered"}
WITHIN_PARAGRAPHS: Final = frozenset(("p", "term"))


class Nesting:
    """Finds the path of each element; it knows which rows and items have begun."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._layouts = layouts(text)
        self._terms: dict[Container, Container] = {}
        self._begun: set[Container] = set()

    def is_bare(self, path: Path) -> bool:
        """Whether nothing stands yet in the cell at the end of the path."""
        return path[-1:] != () and path[-1].name == "cell" and path[-1] not in self._begun

    def entered(self, piece: Piece, path: Path) -> Path:
        """The path within an element that begins."""
        enter = ENTERING.get(piece.name)
        return enter(self, piece, path) if enter and len(path) < DEEPEST else path

    def settled(self, kind: Kind, path: Path, start: int) -> tuple[Kind, Path]:
        """The kind and path of a block that begins at `start`.

        The first block of an item or row counts as such; a table has its caption before its rows.
        """
        top = path[-1].name if path else ""
        if kind is Kind.CAPTION and top == "table":
            if path[-1] in self._begun:
                path = path[:-1]
        elif top != "figure" or kind is not Kind.CAPTION:
            path = _filled(path, start)
        if kind is Kind.PARAGRAPH and path:
            kind = self._first_of(path)
        self._begun.update(path)
        return kind, path

    def _first_of(self, path: Path) -> Kind:
        for container in reversed(path):
            if container.name in FIRST and container not in self._begun:
                return FIRST[container.name]
            if container.name in ("item", "row"):
                break
        return Kind.PARAGRAPH

    def paragraph(self, piece: Piece, path: Path) -> Path:
        """A paragraph in another element."""
        inside = path and path[-1].name not in WITHIN_PARAGRAPHS
        return (*_filled(path, piece.start), Container("p", piece.start)) if inside else path

    def quote(self, piece: Piece, path: Path) -> Path:
        """A quotation."""
        return (*_around(path, piece.start), Container("quote", piece.start))

    def figure(self, piece: Piece, path: Path) -> Path:
        """A figure."""
        return (*_around(path, piece.start), Container("figure", piece.start))

    def list(self, piece: Piece, path: Path) -> Path:
        """A list."""
        kind = LISTS.get(piece.name, "gloss")
        around = _around(path, piece.start)
        return (*around, Container("list", piece.start, (("type", kind),)))

    def item(self, piece: Piece, path: Path) -> Path:
        """An item of a list, which may have no list around it."""
        return (*_in_list(path, "bulleted"), Container("item", piece.start))

    def term(self, piece: Piece, path: Path) -> Path:
        """A term, with which an item of a glossary begins."""
        around = _in_list(path, "gloss")
        item = self._terms[around[-1]] = Container("item", piece.start)
        return (*around, item, Container("term", piece.start))

    def definition(self, piece: Piece, path: Path) -> Path:
        """A definition, which goes with the term before it."""
        around = _in_list(path, "gloss")
        item = self._terms.setdefault(around[-1], Container("item", piece.start))
        return (*around, item, Container("p", piece.start))

    def table(self, piece: Piece, path: Path) -> Path:
        """A table that does not lay out the page."""
        if piece.start in self._layouts:
            return path
        return (*_around(path, piece.start), Container("table", piece.start))

    def row(self, piece: Piece, path: Path) -> Path:
        """A row of a table."""
        tabular = path and path[-1].name == "table"
        return (*path, Container("row", piece.start)) if tabular else path

    def cell(self, piece: Piece, path: Path) -> Path:
        """A cell of a row."""
        path = self.row(piece, path)
        if not path or path[-1].name != "row":
            return path
        counts = ((name, value(self._text, piece, html)) for html, name in COUNTS.items())
        spans = [(name, count) for name, count in counts if _is_count(count)]
        role = [("role", "label")] if piece.name == "th" else []
        return (*path, Container("cell", piece.start, (*role, *spans)))


def _is_count(count: str) -> bool:
    return count.isascii() and count.isdigit() and len(count) < 4 and int(count) > 1


def _in_list(path: Path, kind: str) -> Path:
    """The path, with a list at its end if there is none."""
    if path and path[-1].name == "list":
        return path
    start = path[-1].start if path else 0
    return (*_around(path, start), Container("list", start, (("type", kind),)))


def _around(path: Path, start: int) -> Path:
    """The path of an element that is no paragraph and stands in none."""
    inside = path and path[-1].name in WITHIN_PARAGRAPHS
    return _filled(path[:-1] if inside else path, start)


def _filled(path: Path, start: int) -> Path:
    """The path with the item, row and cell in it without which nothing may stand there."""
    top = path[-1].name if path else ""
    if top == "table":
        return (*path, Container("row", start), Container("cell", start))
    if top == "row":
        return (*path, Container("cell", start))
    return (*path, Container("item", start)) if top == "list" else path


FIRST: Final = {"item": Kind.ITEM, "row": Kind.ROW}

Entering = Callable[[Nesting, Piece, Path], Path]
ENTERING: Final[Mapping[str, Entering]] = MappingProxyType(
    {
        "p": Nesting.paragraph,
        "blockquote": Nesting.quote,
        "figure": Nesting.figure,
        **dict.fromkeys((*LISTS, "dl"), Nesting.list),
        "li": Nesting.item,
        "dt": Nesting.term,
        "dd": Nesting.definition,
        "table": Nesting.table,
        "tr": Nesting.row,
        **dict.fromkeys(("td", "th"), Nesting.cell),
    }
)
"""How the path goes on within each element."""
