"""Words as they are written, and folded so that one spelling of a word finds another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

ACCENTED: Final = frozenset(("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "SYRIAC"))
"""Scripts whose marks may be left out; elsewhere a mark is a vowel or changes the letter."""

SCRIPTS: Final = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "SYRIAC", "DEVANAGARI")
"""The order of scripts in an index; others follow by name."""

PLANES: Final = 0x20000
"""The planes of Unicode that hold scripts; beyond them stand ideographs and signs for programs."""

BREVE: Final = "\u0306"
SOFT_HYPHEN: Final = "\u00ad"
ALIKE: Final = str.maketrans({"ς": "σ", "æ": "ae", "œ": "oe", "ł": "l", "ø": "o", "đ": "d"})


def words_in(text: str) -> Iterator[str]:
    """The words of a text: letters with their marks, joined by an apostrophe or not."""
    return (found[0] for found in _word().finditer(text.replace(SOFT_HYPHEN, "")))


@cache
def folded(word: str) -> str:
    """The word without case and accents, as it is looked up: Ἄειδε as αειδε, Ёлка as елка.

    The breve of й is no accent: it is a letter of its own.
    """
    decomposed = unicodedata.normalize("NFD", word.casefold())
    if script_of(word) in ACCENTED:
        decomposed = "".join(_without_marks(decomposed))
    return unicodedata.normalize("NFC", decomposed.replace("’", "'")).translate(ALIKE)


def script_of(word: str) -> str:
    """The script of the first letter, as Unicode names it: LATIN, GREEK ..."""
    return _script(word[0])


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _without_marks(decomposed: str) -> Iterator[str]:
    before = ""
    for letter in decomposed:
        if not unicodedata.combining(letter) or (letter == BREVE and before == "и"):
            yield letter
        before = letter


@cache
def _word() -> re.Pattern[str]:
    """Letters and marks; an apostrophe joins two parts of a word."""
    part = f"[^\\W\\d_]+(?:[{_marks()}]+[^\\W\\d_]*)*"
    return re.compile(f"{part}(?:['’]{part})*")


def _marks() -> str:
    """The marks of Unicode as ranges of a character class."""
    ranges: list[list[int]] = []
    for point in range(PLANES):
        if unicodedata.category(chr(point))[0] == "M":
            if ranges and ranges[-1][1] == point - 1:
                ranges[-1][1] = point
            else:
                ranges.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)
