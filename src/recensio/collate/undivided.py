"""Words are kept whole where the leading witness begins a block inside of them.

A sign that follows its word at once may stand in the column of a word beyond the end of a block; a
new block parts words, so it would be read after a space that its witness does not have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from recensio.collate.frame import blocks_of, columns_of, positions
from recensio.collate.table import Column, Move, Table

Pulled = Mapping[int, Mapping[int, Sequence[int]]]
"""By the column before which a block begins: for each witness the columns of what goes back."""


def undivided(table: Table, lead: int) -> Table:
    """The table with what belongs to the word before a block in columns of its own before it."""
    pulled = _pulled(table, lead)
    if not pulled:
        return table
    columns: list[Column] = []
    places: dict[int, int] = {}
    gone = {(column, place) for runs in pulled.values() for place in runs for column in runs[place]}
    for index, column in enumerate(table.columns):
        columns += _own_columns(table, pulled.get(index, {}))
        rest = tuple(
            None if (index, place) in gone else token for place, token in enumerate(column)
        )
        if any(rest):
            places[index] = len(columns)
            columns.append(rest)
    moves = tuple(_shifted(table.moves, places))
    return replace(table, columns=tuple(columns), moves=moves)


def _pulled(table: Table, lead: int) -> Pulled:
    columns = columns_of(table)
    blocks = blocks_of(table, lead, len(columns[lead]))
    pulled: dict[int, dict[int, Sequence[int]]] = {}
    done = [0] * len(columns)
    for start in sorted(positions(table, lead, blocks, columns)):
        for place, own in enumerate(columns):
            first = max(bisect_left(own, start), done[place])
            run = list(_glued(table, place, own, first)) if first and place != lead else []
            if run:
                pulled.setdefault(start, {})[place] = run
                done[place] = first + len(run)
    return pulled


def _glued(table: Table, place: int, own: Sequence[int], first: int) -> Iterator[int]:
    """The columns of the tokens from a place on that follow at once on the one before."""
    for column in own[first:]:
        token = table.columns[column][place]
        if token is None or token.space:
            return
        yield column


def _own_columns(table: Table, runs: Mapping[int, Sequence[int]]) -> Iterator[Column]:
    for number in range(max(map(len, runs.values()), default=0)):
        yield tuple(
            table.columns[runs[place][number]][place]
            if place in runs and number < len(runs[place])
            else None
            for place in range(len(table.sigla))
        )


def _shifted(moves: Sequence[Move], places: Mapping[int, int]) -> Iterator[Move]:
    for move in moves:
        here, there = (
            tuple(places[column] for column in side if column in places)
            for side in (move.here, move.there)
        )
        if here and there:
            yield move._replace(here=here, there=there)
