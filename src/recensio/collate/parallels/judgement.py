"""Whether two passages say the same, or only use the same words.

Two sources on one subject share names, terms and formulas. What tells a sentence that both have is
a phrase: at least two words that answer each other near one another and in the same order, of some
rarity in the sources. And the phrases must make up a fair part of what the shorter passage says,
or else be long. Words that agree one by one, or in another order, show that the passages treat of
the same thing and no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recensio.collate.parallels.phrases import Phrase
from recensio.collate.parallels.words import PassageWord

PHRASE: Final = 0.9
"""The strength of the best phrase at which it is even whether the passages say the same."""

COVER: Final = 0.25
"""The same for the share of the shorter passage that the other has too."""

LONG: Final = 3.0
"""The strength of a phrase that speaks for itself, however much stands around it."""


def confidence(
    shared: Sequence[Phrase], ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> float:
    """How sure it is that two passages say the same, from 0 to 1; .5 is even."""
    best = max((phrase.strength for phrase in shared if len(phrase.pairs) > 1), default=0.0)
    cover = _cover(shared, ones, others)
    return round(min(even(best, PHRASE), max(even(cover, COVER), even(best, LONG))), 3)


def even(value: float, middle: float) -> float:
    """A measure from 0 up brought to 0 to 1, so that `middle` becomes .5."""
    return value / (value + middle) if value > 0 else 0.0


def _cover(
    shared: Sequence[Phrase], ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> float:
    """The share of what the shorter passage says that is found in the other."""
    total = min(sum(_sayings(ones, others)), sum(_sayings(others, ones)))
    return sum(pair.weight for phrase in shared for pair in phrase.pairs) / total if total else 0.0


def _sayings(words: Sequence[PassageWord], others: Sequence[PassageWord]) -> Iterator[float]:
    """What each word says that could be found again: between two scripts only names and figures."""
    foreign = _script(words) != _script(others)
    for word in words:
        if not foreign or word.number or word.capital:
            yield word.weight


def _script(words: Sequence[PassageWord]) -> bool:
    """Whether most letters of a passage are Latin."""
    letters = [c for word in words for c in word.text if c.isalpha()]
    return 2 * sum(c < "\u0250" for c in letters) >= len(letters)
