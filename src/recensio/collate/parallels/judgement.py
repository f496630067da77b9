"""Whether two passages say the same, or only use the same words.

Two sources on one subject share names, terms and formulas. What tells a sentence that both have is
a phrase: at least two words that answer each other near one another and in the same order, of some
rarity in the sources. One that is nothing but a name or a date does not count within a longer
passage, since whoever treats of the same thing names it. And the phrases must make up a fair part
of what the shorter passage says, or else be long. Words that agree one by one, or in another order,
show that the passages treat of the same thing and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recensio.collate.parallels.phrases import Phrase
from recensio.collate.parallels.words import PassageWord

PHRASE: Final = 0.9
"""The strength of the best phrase at which it is even whether the passages say the same."""

COVER: Final = 0.25
"""The same for the share of the shorter passage that the other has too."""

FIRST_AFTER_LATIN: Final = "\u0250"

LONG: Final = 3.0
"""The strength of a phrase that speaks for itself, however much stands around it."""


TITLE: Final = 0.4
"""The share of the shorter passage from which a phrase of names is what the passage says."""


def confidence(
    shared: Sequence[Phrase], ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> float:
    """How sure it is that two passages say the same, from 0 to 1; .5 is even."""
    foreign = latin(ones) != latin(others)
    cover = _cover(shared, ones, others, foreign)
    titled = foreign or cover >= TITLE
    telling = (phrase for phrase in shared if titled or not _named(phrase, ones, others))
    best = max((each.strength for each in telling if len(each.pairs) > 1), default=0.0)
    return round(min(even(best, PHRASE), max(even(cover, COVER), even(best, LONG))), 3)


def _named(phrase: Phrase, ones: Sequence[PassageWord], others: Sequence[PassageWord]) -> bool:
    """Whether a phrase is nothing but names and figures."""
    return all(_is_name(ones[pair.one]) and _is_name(others[pair.other]) for pair in phrase.pairs)


def _is_name(word: PassageWord) -> bool:
    return word.capital or word.number != ""


def latin(words: Sequence[PassageWord]) -> bool:
    """Whether most letters of a passage are Latin."""
    letters = [letter for word in words for letter in word.text if letter.isalpha()]
    return 2 * sum(letter < FIRST_AFTER_LATIN for letter in letters) >= len(letters)


def even(value: float, middle: float) -> float:
    """A measure from 0 up brought to 0 to 1, so that `middle` becomes .5."""
    return value / (value + middle) if value > 0 else 0.0


def _cover(
    shared: Sequence[Phrase],
    ones: Sequence[PassageWord],
    others: Sequence[PassageWord],
    foreign: bool,
) -> float:
    """The share of what the shorter passage says that is found in the other."""
    total = min(_said(ones, foreign), _said(others, foreign))
    return sum(pair.weight for phrase in shared for pair in phrase.pairs) / total if total else 0.0


def _said(words: Sequence[PassageWord], foreign: bool) -> float:
    """What could be found again of a passage: in another script only its names and figures."""
    return sum(word.weight for word in words if not foreign or _is_name(word))
