"""Whether two passages say the same, or only use the same words.

Two sources on one subject share names, terms and formulas. What tells a sentence that both have is
a phrase: at least two words that answer each other near one another and in the same order, of some
rarity in the sources; one that is nothing but a name or a date tells half. And the phrases must
make up a fair part of what the shorter passage says, or else be long. Words that agree one by one,
or in another order, show that the passages treat of the same thing and no more.
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


NAMES: Final = 0.5
"""What a phrase of names and figures tells, of what another would, within a longer passage."""


TITLE: Final = 0.4
"""The share of the shorter passage from which a phrase of names is what the passage says."""


def confidence(
    shared: Sequence[Phrase], ones: Sequence[PassageWord], others: Sequence[PassageWord]
) -> float:
    """How sure it is that two passages say the same, from 0 to 1; .5 is even."""
    foreign = latin(ones) != latin(others)
    cover = _cover(shared, ones, others, foreign)
    telling = [phrase for phrase in shared if len(phrase.pairs) > 1]
    if foreign or cover >= TITLE:
        best = max((phrase.strength for phrase in telling), default=0.0)
    else:
        best = max((_told(phrase, ones, others) for phrase in telling), default=0.0)
    return round(min(even(best, PHRASE), max(even(cover, COVER), even(best, LONG))), 3)


def _told(phrase: Phrase, ones: Sequence[PassageWord], others: Sequence[PassageWord]) -> float:
    named = all(_is_name(ones[p.one]) and _is_name(others[p.other]) for p in phrase.pairs)
    return phrase.strength * NAMES if named else phrase.strength


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
