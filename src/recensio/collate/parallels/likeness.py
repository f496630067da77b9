"""How well two words answer each other, from 0 to 1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from recensio.collate.parallels import spelling
from recensio.collate.parallels.lexicon import senses
from recensio.collate.parallels.words import PassageWord

SAME, INFLECTED, DERIVED, BEGINNING, SPELLING, SYNONYM, FIGURE = (
    1.0,
    0.95,
    0.8,
    0.75,
    0.75,
    0.7,
    0.3,
)
"""The same word; a form of it; of its root; one that begins alike; is spelt alike; says the same;
another figure."""

LETTERS: Final = 3
"""Words are compared in spelling only if so many letters at their beginning agree."""


class Pair(NamedTuple):
    """Word `one` of the first passage answers word `other` of the second."""

    one: int
    other: int
    likeness: float
    weight: float
    """What the pair tells: its likeness times the weight of the commoner word."""


Index = Mapping[str, Sequence[int]]
"""The places of the words of a passage by what may make them answer another."""


def index_of(words: Sequence[PassageWord]) -> Index:
    """The words of a passage to be looked up by `answers`."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words):
        for key in _keys(word):
            places[key].append(place)
    return places


def answers(
    word: PassageWord, words: Sequence[PassageWord], index: Index
) -> Iterator[tuple[int, float]]:
    """The places of the words that answer a word, in their order, and how well they do."""
    for place in sorted({place for key in _keys(word) for place in index.get(key, ())}):
        score = answer(word, words[place])
        if score:
            yield place, score


def pairs(ones: Sequence[PassageWord], others: Sequence[PassageWord]) -> list[Pair]:
    """The pairs of content words that answer each other, in the order of both passages."""
    index = index_of(others)
    return [
        Pair(place, other, score, score * min(word.weight, others[other].weight))
        for place, word in enumerate(ones)
        for other, score in answers(word, others, index)
    ]


def akin(one: PassageWord, other: PassageWord) -> bool:
    """Whether two words are one, or of one root, or one name in two spellings."""
    if one.number or other.number:
        return one.number == other.number
    names = one.capital and other.capital
    return _akin(one.form, one.lemma, other.form, other.lemma, names) > 0


def answer(one: PassageWord, other: PassageWord) -> float:
    """How well two words answer each other, 0 if they do not."""
    if one.number or other.number:
        return _figures(one.number, other.number)
    # Two names that begin alike, such as Tomsky and Tomsy, are more often one than other words.
    return _compared(one.form, one.lemma, other.form, other.lemma, one.capital and other.capital)


def _figures(one: str, other: str) -> float:
    if one == other:
        return SAME
    return FIGURE if one and other else 0.0


def _compared(one: str, one_lemma: str, other: str, other_lemma: str, names: bool) -> float:
    score = _akin(one, one_lemma, other, other_lemma, names)
    return max(score, SYNONYM) if senses(one_lemma) & senses(other_lemma) else score


@lru_cache(maxsize=1 << 16)
def _akin(one: str, one_lemma: str, other: str, other_lemma: str, names: bool) -> float:
    if one == other:
        return SAME
    if one_lemma == other_lemma:
        return INFLECTED
    if spelling.derived(one_lemma, other_lemma) or spelling.derived(one, other):
        return DERIVED
    shared, longest = spelling.beginning(one, other), max(len(one), len(other))
    if shared >= 6 or (shared >= 4 and shared >= 0.6 * longest):
        return BEGINNING
    alike = spelling.likeness(one, other)
    return SPELLING if shared >= LETTERS and alike >= (0.6 if names else 0.75) else 0.0


def _keys(word: PassageWord) -> Iterator[str]:
    if not word.content:
        return
    if word.number:
        yield "#"
        return
    yield word.lemma
    yield word.form[:LETTERS] + "-"
    yield from (f"={sense}" for sense in senses(word.lemma))
