"""The table of a collation: columns that hold one token, or none, of each witness."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from recensio.collate.tokens import Token, written
from recensio.collate.transpositions import Transposition

Column = tuple[Token | None, ...]
Cell = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A collation: the witnesses in their order, and columns with a place for each of them."""

    sigla: tuple[str, ...]
    columns: tuple[Column, ...]
    transpositions: tuple[Transposition, ...] = ()

    def tokens(self, siglum: str) -> Cell:
        """The tokens of a witness in their order."""
        place = self.sigla.index(siglum)
        return tuple(token for column in self.columns if (token := column[place]))

    def text(self, siglum: str) -> str:
        """The text of a witness, white space collapsed."""
        return written(self.tokens(siglum))


@dataclass(frozen=True, slots=True)
class Segment:
    """Columns on end in which the same witnesses agree; `cells` has one cell a witness."""

    cells: tuple[Cell, ...]


def segments(table: Table, form: Callable[[Token], str]) -> Iterator[Segment]:
    """The table in as few segments as agreement allows; `form` says when two tokens agree."""
    for _, columns in groupby(table.columns, key=lambda column: _partition(column, form)):
        rows = zip(*columns, strict=True)
        yield Segment(tuple(tuple(token for token in row if token) for row in rows))


def states(segment: Segment, form: Callable[[Token], str]) -> tuple[int, ...]:
    """The reading that each witness has in a segment, numbered as they come, 0 the first."""
    numbers: dict[tuple[str, ...], int] = {}
    readings = [tuple(form(token) for token in cell) for cell in segment.cells]
    return tuple(numbers.setdefault(reading, len(numbers)) for reading in readings)


def normal_form(token: Token) -> str:
    """Two tokens agree if they are the same word."""
    return token.normal


def written_form(token: Token) -> str:
    """Two tokens agree if they are written alike, the space before them included."""
    return token.written


def _partition(column: Column, form: Callable[[Token], str]) -> tuple[int, ...]:
    """Which witnesses agree in a column; -1 stands for those that have nothing in it."""
    numbers: dict[str, int] = {}
    return tuple(numbers.setdefault(form(token), len(numbers)) if token else -1 for token in column)
