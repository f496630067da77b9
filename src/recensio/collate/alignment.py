"""Alignment of two lists of columns.

Words on end that occur once on both sides anchor the alignment (patience diff: the longest chain of
them in the same order); between two anchors it starts anew, and a short gap is settled by dynamic
programming. So the cost grows with the length of the texts, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from recensio.collate.columns import Column
from recensio.collate.pairing import paired
from recensio.collate.vocabulary import Vocabulary

SHORT: Final = 4000
"""A gap, columns times columns, that is settled by dynamic programming at once."""

LIMIT: Final = 250_000
"""The largest gap that is settled so where no anchor is found."""

LENGTHS: Final = (3, 2, 1, 5, 8, 16)
"""How many words on end make an anchor; longer ones are tried where shorter ones are repeated."""


class Gap(NamedTuple):
    """Columns `top` to `bottom` of one side and `first` to `last` of the other, to be aligned."""

    top: int
    bottom: int
    first: int
    last: int

    @property
    def size(self) -> int:
        """What it costs to settle it."""
        return (self.bottom - self.top) * (self.last - self.first)


class Side(NamedTuple):
    """One of two sides: its columns, how many witnesses they have, and its main line.

    The main line are the indices of the columns in which most of the witnesses have a word, `words`
    the most frequent word of every column.
    """

    columns: Sequence[Column]
    size: int
    words: Sequence[str]
    main: Sequence[int]

    def sequences(self, start: int, end: int, length: int) -> dict[tuple[str, ...], int]:
        """The sequences of so many words on end that occur once in the main line, by the index."""
        line = self.main[bisect_left(self.main, start) : bisect_left(self.main, end)]
        words = [self.words[index] for index in line]
        seen: dict[tuple[str, ...], int] = {}
        repeated = set()
        for place, sequence in enumerate(zip(*(words[n:] for n in range(length)), strict=False)):
            if sequence in seen:
                repeated.add(sequence)
            seen[sequence] = place
        for sequence in repeated:
            del seen[sequence]
        return {sequence: line[place] for sequence, place in seen.items()}


def side(columns: Sequence[Column], size: int, vocabulary: Vocabulary) -> Side:
    """One side of an alignment, from its columns and the number of its witnesses."""
    words = [vocabulary.kin[main_word(column)] for column in columns]
    main = [i for i, column in enumerate(columns) if 2 * len(column.tokens) >= size]
    return Side(columns, size, words, main)


def alignment(one: Side, other: Side, words: Vocabulary) -> list[tuple[int, int]]:
    """Which columns go together: pairs of indices, both rising.

    A gap beyond `LIMIT` without anchors holds texts that have nothing to do with each other; its
    words are left apart.
    """
    pairs: list[tuple[int, int]] = []
    gaps = [Gap(0, len(one.columns), 0, len(other.columns))]
    while gaps:
        gap = gaps.pop()
        anchors = _anchors(gap, one, other) if gap.size > SHORT else []
        if anchors:
            pairs += anchors
            gaps += _between(gap, anchors)
        elif 0 < gap.size <= LIMIT:
            pairs += _settled(gap, one, other, words)
    return sorted(pairs)


def main_word(column: Column) -> int:
    """The word that most witnesses have in a column."""
    if len(column.words) == 1:
        return next(iter(column.words))
    return min(column.words, key=lambda word: (-column.words[word], word))


def _settled(gap: Gap, one: Side, other: Side, words: Vocabulary) -> Iterator[tuple[int, int]]:
    here, there = one.columns[gap.top : gap.bottom], other.columns[gap.first : gap.last]
    for mine, theirs in paired(here, there, (one.size, other.size), words):
        yield gap.top + mine, gap.first + theirs


def _anchors(gap: Gap, one: Side, other: Side) -> list[tuple[int, int]]:
    for length in LENGTHS:
        here = one.sequences(gap.top, gap.bottom, length)
        there = other.sequences(gap.first, gap.last, length)
        common = sorted((here[words], there[words]) for words in here.keys() & there.keys())
        if common:
            return _longest_rising(common)
    return []


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rise on both sides (Fredman, 1975); `pairs` is sorted."""
    ends: list[int] = []
    chains: list[int] = []
    previous: list[int | None] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        previous.append(chains[at - 1] if at else None)
        ends[at : at + 1] = [place]
        chains[at : at + 1] = [index]
    chain, last = [], chains[-1] if chains else None
    while last is not None:
        chain.append(pairs[last])
        last = previous[last]
    return chain[::-1]


def _between(gap: Gap, anchors: list[tuple[int, int]]) -> Iterator[Gap]:
    fence = [(gap.top - 1, gap.first - 1), *anchors, (gap.bottom, gap.last)]
    for (mine, theirs), (next_mine, next_theirs) in pairwise(fence):
        if next_mine - mine > 1 and next_theirs - theirs > 1:
            yield Gap(mine + 1, next_mine, theirs + 1, next_theirs)
