"""The table of a collation: columns that hold one token, or none, of each witness."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from recensio.collate.markup import Markup
from recensio.collate.tokens import Token, written

Column = tuple[Token | None, ...]
Cell = tuple[Token, ...]


class Move(NamedTuple):
    """Words that `movers` have in the columns `here`, and `others` in the columns `there`.

    Columns are told by their indices, which rise, and witnesses by their places.
    """

    movers: frozenset[int]
    others: frozenset[int]
    here: tuple[int, ...]
    there: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A collation: the witnesses in their order, and columns with a place for each of them.

    `moves` are the transpositions; `markup` is that of each witness, if there is any.
    """

    sigla: tuple[str, ...]
    columns: tuple[Column, ...]
    moves: tuple[Move, ...] = ()
    markup: tuple[Markup | None, ...] = ()

    def tokens(self, siglum: str) -> Cell:
        """The tokens of a witness in their order."""
        place = self.sigla.index(siglum)
        return tuple(token for column in self.columns if (token := column[place]))

    def text(self, siglum: str) -> str:
        """The text of a witness, white space collapsed."""
        return written(self.tokens(siglum))

    def bare(self, place: int) -> bool:
        """Whether a witness is plain text, which has no markup to differ by."""
        markup = self.markup[place] if self.markup else None
        return markup is None or not markup.pieces

    def moved(self) -> Mapping[int, tuple[Move, ...]]:
        """The transpositions in which each column has a part."""
        found: dict[int, tuple[Move, ...]] = {}
        for move in self.moves:
            for column in dict.fromkeys((*move.here, *move.there)):
                found[column] = (*found.get(column, ()), move)
        return found


@dataclass(frozen=True, slots=True)
class Segment:
    """Columns on end, from index `first`, in which the same witnesses agree.

    `cells` has one cell a witness, and `moves` are the transpositions that all these columns are
    part of. All cells that are not empty have a token of each column.
    """

    first: int
    width: int
    cells: tuple[Cell, ...]
    moves: tuple[Move, ...] = ()


Form = Callable[[Token], str]


def segments(table: Table, form: Form, cuts: frozenset[int] = frozenset()) -> Iterator[Segment]:
    """The table in as few segments as agreement allows; `form` says when two tokens agree.

    A new one begins at each of the `cuts`, and where a transposition begins or ends.
    """
    moved, part = table.moved(), 0
    keys = []
    for index, column in enumerate(table.columns):
        part += index in cuts
        moves = moved.get(index, ())
        keys.append((_partition(column, form), part, moves, tuple(index in m.here for m in moves)))
    for key, indices in groupby(range(len(keys)), key=keys.__getitem__):
        first, *rest = indices
        rows = zip(*table.columns[first : first + 1 + len(rest)], strict=True)
        cells = tuple(tuple(token for token in row if token) for row in rows)
        yield Segment(first, 1 + len(rest), cells, key[2])


def states(segment: Segment, form: Form) -> tuple[int, ...]:
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


def marked_form(token: Token) -> str:
    """Two tokens agree if they are written alike and have the same markup."""
    return f"{token.space}{token.text}\0{token.markup}" if token.markup else token.written


def _partition(column: Sequence[Token | None], form: Form) -> tuple[int, ...]:
    """Which witnesses agree in a column; -1 stands for those that have nothing in it."""
    numbers: dict[str, int] = {}
    return tuple(numbers.setdefault(form(token), len(numbers)) if token else -1 for token in column)
