"""The words of grammar that stand in a phrase in both passages, and at its edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from recensio.collate.parallels.likeness import SAME, Pair
from recensio.collate.parallels.phrases import Phrase
from recensio.collate.parallels.words import PassageWord


def framed(phrase: Phrase, ones: Sequence[PassageWord], others: Sequence[PassageWord]) -> Phrase:
    """The phrase with the pairs of words of grammar that it shares; its strength stays."""
    within = (
        pair
        for first, second in pairwise(phrase.pairs)
        for pair in _between(first, second, ones, others)
    )
    first, last = phrase.pairs[0], phrase.pairs[-1]
    before, after = _edge(first, -1, ones, others), _edge(last, 1, ones, others)
    return replace(phrase, pairs=tuple(sorted((*phrase.pairs, *before, *within, *after))))


def _between(
    first: Pair, second: Pair, ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> Iterator[Pair]:
    """The same words of grammar in the same order, each as early as it can be."""
    start = first.other + 1
    for one in range(first.one + 1, second.one):
        for other in range(start, second.other):
            if _same(ones[one], others[other]):
                yield Pair(one, other, SAME, 0.0)
                start = other + 1
                break


def _edge(
    pair: Pair, step: int, ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> Iterator[Pair]:
    """The same words of grammar right before the first pair, or after the last, in its clause."""
    one, other = pair.one + step, pair.other + step
    while 0 <= one < len(ones) and 0 <= other < len(others) and _same(ones[one], others[other]):
        left = (ones[one], others[other]) if step < 0 else (ones[one - 1], others[other - 1])
        if any(word.ends_clause for word in left):
            return
        yield Pair(one, other, SAME, 0.0)
        one, other = one + step, other + step


def _same(one: PassageWord, other: PassageWord) -> bool:
    return not one.content and not other.content and one.form == other.form != ""
