"""What is known of words beforehand: which carry no content, which are forms of one, which agree.

The words stand in `lexicon.toml` beside this module; add one there.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

from recensio.collate.parallels.spelling import folded, stem

DEFAULT: Final = "en"
"""The language of a passage in which no function word is met."""


def language_of(words: list[str]) -> str:
    """The language whose function words are most among these folded words."""
    best = max(_functions().items(), key=lambda known: sum(word in known[1] for word in words))
    return best[0] if any(word in best[1] for word in words) else DEFAULT


def is_function(word: str, language: str) -> bool:
    """Whether a folded word carries grammar rather than content."""
    return word in _functions().get(language, frozenset())


def lemma(word: str) -> str:
    """The stem of the dictionary form of a folded word."""
    return _lemmas().get(word) or stem(word)


def senses(lemma: str) -> frozenset[int]:
    """The groups of synonyms in which a lemma stands."""
    return _senses().get(lemma, frozenset())


@cache
def _functions() -> Mapping[str, frozenset[str]]:
    tables = _lexicon()["function"]
    return {language: frozenset(map(folded, words.split())) for language, words in tables.items()}


@cache
def _lemmas() -> Mapping[str, str]:
    groups = _groups("forms")
    return {folded(form): stem(folded(group[0])) for group in groups for form in group}


@cache
def _senses() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(_groups("synonyms")):
        for word in group:
            found[lemma(folded(word))].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _groups(table: str) -> Iterator[list[str]]:
    for words in _lexicon()[table].values():
        yield from (group.split() for group in words.split("|"))


@cache
def _lexicon() -> Mapping[str, Any]:
    source = resources.files("recensio.collate.parallels").joinpath("lexicon.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
