"""Columns: words of several passages that answer each other and can stand in one row.

A word may join a column only if the order of every passage can still be kept (the consistency of
Morgenstern, Dress and Werner, 1996, who align diagonals in the same way). How far a passage is
reached from a word is looked up by bisection, so a check costs little however long the passages.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from typing import NamedTuple


class Place(NamedTuple):
    """A word: the passage and the place of the word in it."""

    passage: int
    word: int


class Columns:
    """Columns as they grow; every column holds at most one word of a passage."""

    def __init__(self, passages: int) -> None:
        self._passages = passages
        self._members: dict[Place, dict[int, int]] = {}
        self._shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)

    def column(self, place: Place) -> dict[int, int]:
        """The column of a word, as the word of each of its passages; by itself if it has none."""
        return self._members.get(place, {place.passage: place.word})

    def join(self, one: Place, other: Place) -> bool:
        """Put two words into one column; whether that could be done."""
        ours, theirs = self.column(one), self.column(other)
        if ours == theirs:
            return True
        if ours.keys() & theirs.keys() or not self._consistent(ours, theirs):
            return False
        for passage, word in ours.items():
            for counterpart, answer in theirs.items():
                insort(self._shared[passage, counterpart], (word, answer))
                insort(self._shared[counterpart, passage], (answer, word))
        whole = ours | theirs
        self._members.update({Place(*member): whole for member in whole.items()})
        return True

    def columns(self) -> list[dict[int, int]]:
        """Every column with more than one word."""
        return list({min(column.items()): column for column in self._members.values()}.values())

    def _consistent(self, ours: dict[int, int], theirs: dict[int, int]) -> bool:
        """Whether neither column comes before a word that stands before the other."""
        return all(
            reached.get(passage, word) >= word
            for start, goal in ((ours, theirs), (theirs, ours))
            for reached in (self._reached(start),)
            for passage, word in goal.items()
        )

    def _reached(self, column: dict[int, int]) -> dict[int, int]:
        """For each passage the first of its words that cannot stand before the column."""
        reached = dict(column)
        waiting = list(column)
        while waiting:
            passage = waiting.pop()
            for other in range(self._passages):
                shared = self._shared.get((passage, other), [])
                at = bisect_left(shared, (reached[passage], -1))
                if at < len(shared) and shared[at][1] < reached.get(other, shared[at][1] + 1):
                    reached[other] = shared[at][1]
                    waiting.append(other)
        return reached
