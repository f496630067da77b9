"""Where two texts differ, found in about linear time.

Words that stand once in both texts are looked for, and as many of them as are in the same order
hold the texts together (patience diff); what lies between is compared in the same way, and only
short stretches in every detail. Words are what white space divides, so blocks and lines do not
count; characters are counted within the words that differ.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, TypeAlias

IN_DETAIL: Final = 40_000
"""As many pairs of words, or of characters, are compared in every detail."""

RUNS: Final = (1, 3, 9)
"""How many words together are looked for, one after the other until there are some."""

Region: TypeAlias = tuple[int, int, int, int]
"""Words from a to before b of the first text, from c to before d of the second."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts: the characters of the first, those that the second has too, where they differ."""

    characters: int
    equal: int
    regions: tuple[Region, ...]


def compare(first: Sequence[str], second: Sequence[str]) -> Comparison:
    """Compare two texts given as their words."""
    regions = tuple(_joined(_differing(first, second)))
    characters = len(" ".join(first))
    lost = sum(_unequal(first[a:b], second[c:d]) for a, b, c, d in regions)
    return Comparison(characters, max(characters - lost, 0), regions)


def _differing(first: Sequence[str], second: Sequence[str]) -> Iterator[Region]:
    waiting = [(0, len(first), 0, len(second))]
    while waiting:
        a, b, c, d = _trimmed(first, second, waiting.pop())
        if a == b or c == d:
            if a < b or c < d:
                yield a, b, c, d
            continue
        anchors = _anchors(first, second, (a, b, c, d))
        if anchors:
            ends = [*anchors, (b, d)]
            begins = [(a, c), *((x + 1, y + 1) for x, y in anchors)]
            between = zip(begins, ends, strict=True)
            waiting += [(x, z, y, w) for (x, y), (z, w) in reversed(list(between))]
        elif (b - a) * (d - c) <= IN_DETAIL:
            matcher = SequenceMatcher(None, first[a:b], second[c:d], autojunk=False)
            for tag, i, j, k, m in matcher.get_opcodes():
                if tag != "equal":
                    yield a + i, a + j, c + k, c + m
        else:
            yield a, b, c, d


def _trimmed(first: Sequence[str], second: Sequence[str], region: Region) -> Region:
    """The region without the words at its ends that are the same."""
    a, b, c, d = region
    while a < b and c < d and first[a] == second[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and first[b - 1] == second[d - 1]:
        b, d = b - 1, d - 1
    return a, b, c, d


def _anchors(first: Sequence[str], second: Sequence[str], region: Region) -> list[tuple[int, int]]:
    """Where words stand that stand once in both texts, as many as keep their order.

    Where there are none, as in a text full of repetitions, runs of words.
    """
    a, b, c, d = region
    for length in RUNS:
        one = [tuple(first[x : x + length]) for x in range(a, b - length + 1)]
        other = [tuple(second[y : y + length]) for y in range(c, d - length + 1)]
        in_one, in_other = Counter(one), Counter(other)
        places = {run: y for y, run in enumerate(other, c) if in_other[run] == 1}
        pairs = [(x, places[r]) for x, r in enumerate(one, a) if in_one[r] == 1 and r in places]
        if pairs:
            return _longest_ascending(pairs)
    return []


def _longest_ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, y) in enumerate(pairs):
        at = bisect_left(tails, y)
        tails[at : at + 1] = [y]
        last[at : at + 1] = [number]
        before.append(last[at - 1] if at else -1)
    found = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _joined(regions: Iterator[Region]) -> Iterator[Region]:
    """Regions that touch each other made one."""
    open_: Region | None = None
    for region in regions:
        if open_ is not None and (open_[1], open_[3]) == (region[0], region[2]):
            open_ = (open_[0], region[1], open_[2], region[3])
            continue
        if open_ is not None:
            yield open_
        open_ = region
    if open_ is not None:
        yield open_


def _unequal(first: Sequence[str], second: Sequence[str]) -> int:
    """How many characters of the first words the second have not."""
    one, other = " ".join(first), " ".join(second)
    if not one or not other or len(one) * len(other) > IN_DETAIL:
        return len(one)
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return len(one) - sum(block.size for block in blocks)
