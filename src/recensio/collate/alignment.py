"""Alignment of a text with the columns of those aligned so far.

Words that occur once on both sides anchor the alignment (patience diff: the longest chain of them
in the same order); between two anchors it starts anew, and a short gap without any is settled by
dynamic programming (Needleman and Wunsch, 1970). So the cost grows with the length of the texts,
not with its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

Column = frozenset[str]
"""The normal forms that stand in one column."""

SHORT: Final = 900
"""A gap, columns times words, that is settled by dynamic programming at once."""

LIMIT: Final = 250_000
"""The largest gap that is settled so where no anchor is found."""

LENGTHS: Final = (1, 2, 4, 8)
"""How many words on end make an anchor; longer ones are tried where shorter ones are repeated."""

MATCH, SIMILAR, OTHER, GAP, MIXED = 4, 1, -1, -1, -9
"""Scores: the same word, one like it, another, none; a word against a sign."""


class Gap(NamedTuple):
    """Columns `top` to `bottom` and words `first` to `last`, still to be aligned."""

    top: int
    bottom: int
    first: int
    last: int

    @property
    def size(self) -> int:
        """What it costs to settle it: columns times words."""
        return (self.bottom - self.top) * (self.last - self.first)


def alignment(columns: Sequence[Column], words: Sequence[str]) -> list[tuple[int, int]]:
    """Which word stands in which column: pairs of indices, both rising.

    A gap beyond `LIMIT` without anchors holds texts that have nothing to do with each other; its
    words are left apart.
    """
    pairs: list[tuple[int, int]] = []
    gaps = [Gap(0, len(columns), 0, len(words))]
    while gaps:
        gap, ends = _trimmed(gaps.pop(), columns, words)
        pairs += ends
        if gap.top == gap.bottom or gap.first == gap.last:
            continue
        anchors = _anchors(gap, columns, words) if gap.size > SHORT else []
        if anchors:
            pairs += anchors
            gaps += _between(gap, anchors)
        elif gap.size <= LIMIT:
            pairs += _settled(gap, columns, words)
    return sorted(pairs)


def _trimmed(
    gap: Gap, columns: Sequence[Column], words: Sequence[str]
) -> tuple[Gap, list[tuple[int, int]]]:
    """The gap without the words that agree at its beginning and end, and those."""
    top, bottom, first, last = gap
    pairs = []
    while top < bottom and first < last and words[first] in columns[top]:
        pairs.append((top, first))
        top, first = top + 1, first + 1
    while top < bottom and first < last and words[last - 1] in columns[bottom - 1]:
        bottom, last = bottom - 1, last - 1
        pairs.append((bottom, last))
    return Gap(top, bottom, first, last), pairs


def _anchors(gap: Gap, columns: Sequence[Column], words: Sequence[str]) -> list[tuple[int, int]]:
    for length in LENGTHS:
        here = _once(_sequences(columns[gap.top : gap.bottom], length))
        there = _once(_sequences([{word} for word in words[gap.first : gap.last]], length))
        common = sorted((here[words_], there[words_]) for words_ in here.keys() & there.keys())
        if common:
            chain = _longest_rising(common)
            return [(gap.top + column, gap.first + token) for column, token in chain]
    return []


def _sequences(
    columns: Sequence[frozenset[str] | set[str]], length: int
) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every sequence of so many words on end with the index of its first; one a column if longer.

    Where a column has several forms, only the least of them makes longer sequences: enough for an
    anchor, and linear.
    """
    for index in range(len(columns) - length + 1):
        if length == 1:
            yield from (((word,), index) for word in columns[index] if word[0].isalnum())
        else:
            yield tuple(min(column) for column in columns[index : index + length]), index


def _once(sequences: Iterator[tuple[tuple[str, ...], int]]) -> dict[tuple[str, ...], int]:
    """The sequences that occur once, with their index."""
    seen: dict[tuple[str, ...], int] = {}
    repeated = set()
    for words, index in sequences:
        if words in seen:
            repeated.add(words)
        seen[words] = index
    return {words: index for words, index in seen.items() if words not in repeated}


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rise on both sides (Fredman, 1975); `pairs` is sorted."""
    ends: list[int] = []
    chains: list[int] = []
    previous: list[int | None] = []
    for index, (column, token) in enumerate(pairs):
        if index and pairs[index - 1][0] == column:
            # One column can hold only one of the words that anchor in it.
            previous.append(None)
            continue
        place = bisect_left(ends, token)
        previous.append(chains[place - 1] if place else None)
        ends[place : place + 1] = [token]
        chains[place : place + 1] = [index]
    chain, at = [], chains[-1] if chains else None
    while at is not None:
        chain.append(pairs[at])
        at = previous[at]
    return chain[::-1]


def _between(gap: Gap, anchors: list[tuple[int, int]]) -> Iterator[Gap]:
    fence = [(gap.top - 1, gap.first - 1), *anchors, (gap.bottom, gap.last)]
    for (column, token), (next_column, next_token) in pairwise(fence):
        yield Gap(column + 1, next_column, token + 1, next_token)


def _settled(
    gap: Gap, columns: Sequence[Column], words: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """The best alignment of a short gap; of equals the one that pairs words latest."""
    scores = _scores(gap, columns, words)
    column, token = gap.bottom, gap.last
    while column > gap.top and token > gap.first:
        here = scores[column - gap.top][token - gap.first]
        pair = _score(columns[column - 1], words[token - 1])
        if here == scores[column - gap.top - 1][token - gap.first - 1] + pair:
            column, token = column - 1, token - 1
            yield column, token
        elif here == scores[column - gap.top - 1][token - gap.first] + GAP:
            column -= 1
        else:
            token -= 1


def _scores(gap: Gap, columns: Sequence[Column], words: Sequence[str]) -> list[list[int]]:
    width = gap.last - gap.first
    scores = [[GAP * index for index in range(width + 1)]]
    for column in columns[gap.top : gap.bottom]:
        above, row = scores[-1], [scores[-1][0] + GAP]
        for index in range(width):
            pair = above[index] + _score(column, words[gap.first + index])
            row.append(max(pair, above[index + 1] + GAP, row[index] + GAP))
        scores.append(row)
    return scores


def _score(column: Column, word: str) -> int:
    if word in column:
        return MATCH
    return max(_likeness(known, word) for known in column)


@lru_cache(maxsize=1 << 16)
def _likeness(one: str, other: str) -> int:
    """How well two different words go together: by the pairs of letters that they share."""
    if one[0].isalnum() != other[0].isalnum():
        return MIXED
    ours, theirs = _letter_pairs(one), _letter_pairs(other)
    alike = 2 * len(ours & theirs) > max(len(ours), len(theirs))
    return SIMILAR if alike else OTHER


@lru_cache(maxsize=1 << 16)
def _letter_pairs(word: str) -> frozenset[str]:
    return frozenset(a + b for a, b in pairwise(f"^{word}$"))
