"""The words of all witnesses as numbers, and how well one goes with another."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import log
from typing import Final

EQUAL: Final = 1.0
RARE: Final = 0.6
"""What the same word is worth, and what it is worth besides if it is rare."""

ALIKE: Final = 1.2
OTHER: Final = -0.3
MIXED: Final = -0.5
"""A word spelt otherwise, by the share of letters it keeps; another word; a word with a sign."""

THRESHOLD: Final = 0.5
"""The share of letters and pairs of letters from which on a word is taken for another spelling."""


UNSEEN: Final = 1000
"""Words added to each text in reckoning how likely a word is, as a short text tells little."""

CONFUSED: Final = str.maketrans("vjykþð", "uiictt")
DROPPED: Final = dict.fromkeys(map(ord, "aeiouyhvjаеиоуыэюяъьіѣαεηιουω"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words in alphabetical order, so that numbers do not tell the order of witnesses."""

    words: tuple[str, ...]
    worth: tuple[float, ...]
    """For each word what it is worth to find it again."""
    chance: tuple[float, ...]
    """For each word how likely it is that some word is this, as a logarithm."""
    kin: tuple[str, ...]
    """For each word its skeleton, which words that are only spelt otherwise often share."""
    _known: dict[int, float] = field(default_factory=dict, repr=False)
    _letters: dict[int, frozenset[str]] = field(default_factory=dict, repr=False)

    def score(self, one: int, other: int) -> float:
        """How well two words go together in one column."""
        if one == other:
            return self.worth[one]
        key = one * len(self.words) + other if one < other else other * len(self.words) + one
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._likeness(one, other)
        return known

    def _likeness(self, one: int, other: int) -> float:
        if _is_sign(self.words[one]) != _is_sign(self.words[other]):
            return MIXED
        ours, theirs = self._letters_of(one), self._letters_of(other)
        share = len(ours & theirs) / max(len(ours), len(theirs))
        return ALIKE * share if share > THRESHOLD else OTHER

    def _letters_of(self, word: int) -> frozenset[str]:
        found = self._letters.get(word)
        if found is None:
            found = self._letters[word] = frozenset(_features(self.words[word]))
        return found


def vocabulary(texts: Iterable[Sequence[str]]) -> Vocabulary:
    """The vocabulary of texts, given as the normal forms of their words."""
    counts: Counter[str] = Counter()
    unseen = 0
    for text in texts:
        counts.update(text)
        unseen += UNSEEN
    words = tuple(sorted(counts))
    whole = log(1 + counts.total())
    worth = (EQUAL + RARE * (1 - log(1 + counts[word]) / whole) for word in words)
    chance = (log(counts[word] / (counts.total() + unseen)) for word in words)
    return Vocabulary(words, tuple(worth), tuple(chance), tuple(map(skeleton, words)))


def skeleton(word: str) -> str:
    """The consonants of a word, without marks, doublings and the letters that scribes confuse."""
    letters = "".join(c for c in unicodedata.normalize("NFD", word) if c.isalnum())
    bones = letters[:1].translate(CONFUSED) + letters[1:].translate(CONFUSED | DROPPED)
    return "".join(letter for letter, _ in groupby(bones)) if len(bones) > 2 else word


def _is_sign(word: str) -> bool:
    return not any(map(str.isalnum, word))


def _features(word: str) -> Iterable[str]:
    """The letters of a word, and its pairs of letters with its ends."""
    yield from word
    yield from (a + b for a, b in pairwise(f"^{word}$"))
