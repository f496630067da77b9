"""Words of an edition's own in the place of ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

from recensio.model.interface.interface import LANGUAGES, Words, words_of

PLACE: Final = re.compile(r"\{[^{}]*\}")
FORMS: Final = ("one", "few", "many", "other")
"""The plural categories that a count may have a form for."""


class UnusableWords(ValueError):
    """Words that the site has no use for: what is wrong with them, and what to write."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


def own_words(strings: Mapping[str, object]) -> Words:
    """The words by their keys. Raises UnusableWords for a key or a place that there is not."""
    return {key: _checked(key, words) for key, words in strings.items()}


def _checked(key: str, words: object) -> str:
    if not isinstance(words, str):
        raise UnusableWords(
            f"{key} has a value that is no string", f'write "{key}" = "…", the key in quotes'
        )
    known = _places(key)
    for place in PLACE.findall(words):
        if place not in known:
            has = ", ".join(sorted(known)) or "none"
            raise UnusableWords(
                f"{key} has the place {place}, which nothing fills", f"the places of {key}: {has}"
            )
    if "\n" in words or "\t" in words:
        raise UnusableWords(f"{key} has a line break or a tab", "write it in one line")
    return words


def _places(key: str) -> frozenset[str]:
    """The places {1}, {2} ... of a key. Raises UnusableWords if there is no such key."""
    stem, _, form = key.rpartition(".")
    english = words_of("en")
    if form in FORMS and f"{stem}.other" in english:
        key = f"{stem}.other"
    if key not in english:
        every = sorted({each for language in LANGUAGES for each in words_of(language)})
        near = get_close_matches(key, every, n=3)
        remedy = (
            f"near it are: {', '.join(near)}" if near else "docs/theming.md says which there are"
        )
        raise UnusableWords(f"{key} is no key of the site’s words", remedy)
    return frozenset(PLACE.findall(english[key]))
