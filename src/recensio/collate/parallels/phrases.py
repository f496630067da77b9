"""Phrases: words that answer each other near one another and in the same order.

They are the best local alignments of two passages (Smith and Waterman, 1981), taken one after the
other from what is left (Waterman and Eggert, 1987), so that phrases may stand in another order.
Only pairs of words that answer each other are looked at, and those within reach of each other: the
cost grows with their number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from recensio.collate.parallels.likeness import Pair, pairs
from recensio.collate.parallels.words import PassageWord

REACH: Final = 7
"""How many words a word of a phrase may be from the one before, in either passage."""

SKIPPED: Final = 0.08
"""What it costs to pass over a content word."""

WINDOW: Final = 200
"""So many phrases back the one before in a chain is looked for."""

CLOSE: Final = 1
"""So many content words may be passed over within a part of a phrase that hangs together."""

BROKEN: Final = 1.0
"""What it costs that a sentence ends within a phrase in one passage only; no word is worth more."""

FRAME: Final = 0.1
"""What it tells that two words are joined by the same word of grammar."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Pairs of words on end; `strength` is what they tell less what is passed over."""

    pairs: tuple[Pair, ...]
    strength: float


def phrases(ones: Sequence[PassageWord], others: Sequence[PassageWord]) -> list[Phrase]:
    """The phrases that two passages share, the strongest first; a word is in one at most."""
    found = pairs(ones, others)
    best, before = _chained(found, ones, others)
    taken: tuple[set[int], set[int]] = (set(), set())
    result = []
    for end in sorted(range(len(found)), key=lambda end: (-best[end], end)):
        chain = list(_traced(end, found, before, taken))[::-1]
        if chain:
            result.append(_phrase(chain, best, before, found))
            taken[0].update(found[index].one for index in chain)
            taken[1].update(found[index].other for index in chain)
    return sorted(result, key=lambda phrase: (-phrase.strength, phrase.pairs))


def parted(
    phrase: Phrase, ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> Iterator[Phrase]:
    """The phrase in parts that hang together closely, each as strong as it is by itself.

    So a part that stands elsewhere in the order of the passages does not move the others with it.
    """
    parts: list[list[Pair]] = [[phrase.pairs[0]]]
    for previous, pair in pairwise(phrase.pairs):
        if _skipped(previous, pair, ones, others) > CLOSE:
            parts.append([])
        parts[-1].append(pair)
    for part in parts:
        joints = sum(_joint(first, second, ones, others) for first, second in pairwise(part))
        yield Phrase(tuple(part), sum(pair.weight for pair in part) + joints)


def heaviest(found: Sequence[Phrase]) -> set[int]:
    """The phrases, by their place in the sequence, that are strongest together in one order."""
    order = sorted(range(len(found)), key=lambda at: (found[at].pairs[0], at))
    best: dict[int, float] = {}
    before: dict[int, int | None] = {}
    for place, at in enumerate(order):
        earlier = [
            each for each in order[max(0, place - WINDOW) : place] if _ahead(found, each, at)
        ]
        link = max(earlier, key=lambda each: best[each], default=None)
        best[at] = found[at].strength + (best[link] if link is not None else 0.0)
        before[at] = link
    chain: set[int] = set()
    last = max(best, key=lambda at: best[at], default=None)
    while last is not None:
        chain.add(last)
        last = before[last]
    return chain


def _ahead(found: Sequence[Phrase], one: int, other: int) -> bool:
    last, first = found[one].pairs[-1], found[other].pairs[0]
    return last.one < first.one and last.other < first.other


def _chained(
    found: Sequence[Pair], ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> tuple[list[float], list[int | None]]:
    """For each pair the best sum of a chain that ends with it, and the pair before it there."""
    best: list[float] = []
    before: list[int | None] = []
    for index, pair in enumerate(found):
        score, link = 0.0, None
        start = bisect_left(found, pair.one - REACH, hi=index, key=lambda each: each.one)
        for earlier in range(start, index):
            previous = found[earlier]
            if previous.one < pair.one and 0 < pair.other - previous.other <= REACH:
                joined = best[earlier] + _joint(previous, pair, ones, others)
                if joined > score:
                    score, link = joined, earlier
        best.append(score + pair.weight)
        before.append(link)
    return best, before


def _joint(
    first: Pair, second: Pair, ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> float:
    """What stands between two pairs: the same words of grammar tell, passed over content costs."""
    here = ones[first.one + 1 : second.one]
    there = others[first.other + 1 : second.other]
    if _stops(ones[first.one], here) is not _stops(others[first.other], there):
        return -BROKEN
    return FRAME * _shared(here, there) - SKIPPED * _skipped(first, second, ones, others)


def _stops(word: PassageWord, following: Sequence[PassageWord]) -> bool:
    """Whether a sentence ends with a word or one of those that follow it."""
    return word.ends_sentence or any(each.ends_sentence for each in following)


def _skipped(
    first: Pair, second: Pair, ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> int:
    """How many content words stand between two pairs, in the passage that has more."""
    here = sum(word.content for word in ones[first.one + 1 : second.one])
    return max(here, sum(word.content for word in others[first.other + 1 : second.other]))


def _shared(here: Sequence[PassageWord], there: Sequence[PassageWord]) -> int:
    counts = [Counter(w.form for w in words if not w.content) for words in (here, there)]
    return (counts[0] & counts[1]).total()


def _traced(
    end: int,
    found: Sequence[Pair],
    before: Sequence[int | None],
    taken: tuple[set[int], set[int]],
) -> Iterator[int]:
    """The chain that ends with a pair, backwards, as far as its words are in no other."""
    at: int | None = end
    while at is not None and found[at].one not in taken[0] and found[at].other not in taken[1]:
        yield at
        at = before[at]


def _phrase(
    chain: Sequence[int],
    best: Sequence[float],
    before: Sequence[int | None],
    found: Sequence[Pair],
) -> Phrase:
    cut = before[chain[0]]
    strength = best[chain[-1]] - (best[cut] if cut is not None else 0.0)
    return Phrase(tuple(found[index] for index in chain), strength)
