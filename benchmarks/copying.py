"""Invented witnesses, copied from one another along a random stemma, and what stems from where.

Every token knows its origin: the place in the archetype, or in the copy that added it. So each pair
of tokens that ought to stand in one row is known, and an alignment can be scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from random import Random
from typing import Final, NamedTuple

VOWELS: Final = "aeiou"
CONSONANTS: Final = "bcdfghlmnprstv"
CONFUSED: Final = (
    ("u", "v"), ("i", "y"), ("c", "k"), ("ae", "e"), ("ti", "ci"), ("ph", "f"), ("s", "ss"),
    ("t", "th"), ("m", "n"), ("o", "u"), ("e", "i"), ("l", "ll"), ("n", "nn"), ("h", ""),
)  # fmt: skip
"""Spellings that scribes confuse."""


class Copied(NamedTuple):
    """A word of a copy and its origin."""

    word: str
    origin: int


@dataclass(frozen=True, slots=True)
class Habits:
    """How often, per word, a scribe errs: the rates of `shared` copying unless told otherwise."""

    other: float = 0.03
    spelling: float = 0.03
    lost: float = 0.02
    phrase_lost: float = 0.003
    added: float = 0.017
    moved: float = 0.0025
    lacuna: float = 0.0
    """How often a copy lacks a tenth to a third of the text."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case: how many witnesses of how many words, the habits of scribes, the language.

    `words` is the size of the vocabulary, `refrain` the chance that a line is one of eight.
    """

    name: str
    witnesses: int = 4
    length: int = 500
    habits: Habits = field(default_factory=Habits)
    words: int = 3000
    refrain: float = 0.0
    signs: float = 0.0


KINDS: Final = (
    Kind("prose"),
    Kind("eight witnesses", witnesses=8),
    Kind("with punctuation", signs=0.12),
    Kind("repetitive verse", refrain=0.4, words=300),
    Kind("short witnesses", length=40),
    Kind("large lacunae", witnesses=6, habits=Habits(lacuna=0.5)),
    Kind("many witnesses", witnesses=25, length=200),
    Kind("divergent", habits=Habits(0.10, 0.05, 0.05, 0.006, 0.05, 0.004)),
    Kind("medieval spelling", witnesses=5, habits=Habits(spelling=0.35)),
)


def witnesses(kind: Kind, seed: int) -> list[list[Copied]]:
    """The witnesses of a case: the archetype, copied from copy to copy, some copies lost."""
    chance = Random(f"{kind.name} {seed}")  # noqa: S311
    scribe = _Scribe(chance, kind)
    copies = [scribe.archetype()]
    for _ in range(kind.witnesses + kind.witnesses // 2):
        copies.append(scribe.copy(chance.choice(copies)))
    kept = sorted(chance.sample(range(1, len(copies)), kind.witnesses))
    return [copies[index] for index in kept]


def text_of(copy: Sequence[Copied]) -> str:
    """The words of a copy as text."""
    return " ".join(copied.word for copied in copy)


class _Scribe:
    """Whoever invents and copies; origins are numbered as they come."""

    def __init__(self, chance: Random, kind: Kind) -> None:
        self.chance, self.kind = chance, kind
        self.vocabulary = _vocabulary(chance, kind.words)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(kind.words)))
        self.origins = 0

    def archetype(self) -> list[Copied]:
        """A text of the length asked for."""
        lines = [self._line() for _ in range(8)]
        words: list[str] = []
        while len(words) < self.kind.length:
            again = self.chance.random() < self.kind.refrain
            words += self.chance.choice(lines) if again else self._line()
        return [self._new(word) for word in words[: self.kind.length]]

    def copy(self, text: Sequence[Copied]) -> list[Copied]:
        """The text with this scribe's errors."""
        habits, chance = self.kind.habits, self.chance
        copied: list[Copied] = []
        skip = 0
        for word, origin in text:
            if skip:
                skip -= 1
                continue
            if chance.random() < habits.phrase_lost:
                skip = chance.randint(2, 9)
                continue
            if chance.random() < habits.lost:
                continue
            copied.append(Copied(self._written(word), origin))
            if chance.random() < habits.added:
                copied.append(self._new(self._word()))
        return self._lacking(self._moved(copied))

    def _written(self, word: str) -> str:
        if self.chance.random() < self.kind.habits.other:
            return self._word()
        if self.chance.random() < self.kind.habits.spelling:
            return _misspelt(self.chance, word)
        return word

    def _moved(self, text: list[Copied]) -> list[Copied]:
        for _ in range(len(text)):
            if self.chance.random() < self.kind.habits.moved:
                length = self.chance.randint(2, 6)
                start = self.chance.randrange(len(text))
                phrase = text[start : start + length]
                rest = text[:start] + text[start + length :]
                step = self.chance.choice((-1, 1)) * self.chance.randint(3, 20)
                place = min(max(start + step, 0), len(rest))
                text = rest[:place] + phrase + rest[place:]
        return text

    def _lacking(self, text: list[Copied]) -> list[Copied]:
        if self.chance.random() >= self.kind.habits.lacuna:
            return text
        size = int(len(text) * self.chance.uniform(0.1, 0.33))
        start = self.chance.randrange(len(text) - size + 1)
        return text[:start] + text[start + size :]

    def _line(self) -> list[str]:
        return [self._word() for _ in range(self.chance.randint(5, 9))]

    def _word(self) -> str:
        if self.chance.random() < self.kind.signs:
            return self.chance.choice(",,,..;:")
        return self.chance.choices(self.vocabulary, cum_weights=self.weights)[0]

    def _new(self, word: str) -> Copied:
        self.origins += 1
        return Copied(word, self.origins)


def _vocabulary(chance: Random, size: int) -> list[str]:
    """Invented words, the frequent ones short."""
    words: dict[str, None] = {}
    while len(words) < size:
        syllables = 1 + min(4, int(chance.expovariate(1.2) + len(words) / 200))
        word = "".join(
            chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(syllables)
        ) + chance.choice(["", "", "s", "m", "n", "t", "r"])
        words[word] = None
    return list(words)


def _misspelt(chance: Random, word: str) -> str:
    """The word with one confusion of letters, or a letter more, less or other."""
    fitting = [pair for pair in CONFUSED if pair[0] in word]
    if fitting and chance.random() < 0.7:
        return word.replace(*chance.choice(fitting), 1) or word
    place = chance.randrange(len(word))
    letter = chance.choice(VOWELS + CONSONANTS)
    return word[:place] + chance.choice([letter, letter + word[place]]) + word[place + 1 :]


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of tokens: how many stand together, ought to, and both."""

    found: int
    wanted: int
    right: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / ((self.found + self.wanted) or 1)

    def __add__(self, other: Score) -> Score:
        return Score(self.found + other.found, self.wanted + other.wanted, self.right + other.right)


Places = Sequence[Sequence[int]]
"""For each witness the row in which each of its tokens stands."""


def score(
    copies: Sequence[Sequence[Copied]], rows: Places, same: dict[int, int] | None = None
) -> Score:
    """Pairs of tokens in one row against pairs that stem from one place.

    `same` names for a row the row whose words were moved there, so that both count as one.
    """
    total = Score(0, 0, 0)
    for one, other in _pairs(len(copies)):
        origins = {copied.origin: index for index, copied in enumerate(copies[one])}
        wanted = {
            (origins[copied.origin], index)
            for index, copied in enumerate(copies[other])
            if copied.origin in origins
        }
        found = set(_together(rows[one], rows[other], same or {}))
        total += Score(len(found), len(wanted), len(found & wanted))
    return total


def _together(
    one: Sequence[int], other: Sequence[int], same: dict[int, int]
) -> Iterator[tuple[int, int]]:
    here: dict[int, list[int]] = {}
    for index, row in enumerate(one):
        here.setdefault(same.get(row, row), []).append(index)
    for index, row in enumerate(other):
        for mine in here.get(same.get(row, row), ()):
            yield mine, index


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    return ((one, other) for one in range(count) for other in range(one + 1, count))
