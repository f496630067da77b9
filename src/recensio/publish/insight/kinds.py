"""Readings by class: as the edition classes them, else as their words show."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from recensio.model.apparatus import Reading
from recensio.publish.insight.readings import NO_TEXT, ORTHOGRAPHIC, is_gap, words_of

SUBSTITUTION: Final = "other words"
UNCLASSED: Final = "not classed"

WRITTEN_OUT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "om": "omission",
        "om.": "omission",
        "lac": "lacuna",
        "lac.": "lacuna",
        "add": "addition",
        "add.": "addition",
        "transp": "transposition",
        "transp.": "transposition",
    }
    | dict.fromkeys(ORTHOGRAPHIC, "orthographic")
)
"""What abbreviations in @type stand for."""

WITHOUT_TEXT: Final = frozenset(WRITTEN_OUT.get(kind, kind) for kind in NO_TEXT)
"""The classes of those readings that say a witness has no text to compare."""


def class_of(reading: Reading, lemma: Reading | None) -> str:
    """The class of a reading: its @type, else that of its group, else what its words show."""
    stated = reading.kind or reading.group
    if stated:
        return WRITTEN_OUT.get(stated, stated)
    if not words_of(reading) and reading.cause in NO_TEXT:
        return WRITTEN_OUT.get(str(reading.cause), str(reading.cause))
    return _shown(words_of(reading), words_of(lemma)) if lemma is not None else UNCLASSED


def _shown(text: str, lemma: str) -> str:
    words, others = text.split(), lemma.split()
    if is_gap(text):
        return "lacuna"
    if words == others:
        return UNCLASSED
    if _letters(text) == _letters(lemma):
        return "orthographic"
    if sorted(words) == sorted(others):
        return "transposition"
    return _longer_or_shorter(words, others)


def _longer_or_shorter(words: list[str], lemma: list[str]) -> str:
    if _holds(lemma, words):
        return "omission"
    return "addition" if _holds(words, lemma) else SUBSTITUTION


def _letters(text: str) -> str:
    """The text without case, punctuation and spaces."""
    return "".join(c for c in text.casefold() if unicodedata.category(c)[0] not in "PZ")


def _holds(words: list[str], part: list[str]) -> bool:
    """Whether there are more words, and among them all of the part on end."""
    return len(words) > len(part) and f" {' '.join(part)} ".lstrip() in f" {' '.join(words)} "
