"""Spelling: words of several hands and alphabets brought to forms that can be compared.

What is folded is what systems of transliteration and of English spelling differ in: y, j and i, c
and k, s and z, doubled letters. Cyrillic is written in Latin letters first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

LETTERS: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюяіѣ"
IN_LATIN: Final = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e iu ia i e"
CYRILLIC: Final = str.maketrans(dict(zip(LETTERS, IN_LATIN.split(), strict=True)))
RESPELT: Final = (
    (re.compile("[_'’ʼ`]"), ""),
    (re.compile("ae|oe(?=[^s])"), "e"),
    (re.compile("ph"), "f"),
    (re.compile("ck|c(?!h)|q"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("[yj]"), "i"),
    (re.compile("w"), "v"),
    (re.compile("z(?!h)"), "s"),
    (re.compile("our$"), "or"),
    (re.compile("ie"), "e"),
    (re.compile(r"(\D)\1+"), r"\1"),
)
"""What is respelt, in this order."""

INFLECTION: Final = re.compile("(?:ings?|edli|ingli|ed|es|s|e|li)$")
SHORTEST_STEM: Final = 3

DERIVED: Final = re.compile(
    "(?:s|ed|ing|er|or|ers|ors|nes|ment|ship|dom|hood|ful|les|li|al|ali|ial|ik|ikal|ian|ean|an|ern"
    "|ist|ism|is|ise|isation|ation|ition|ion|iv|ive|ous|ant|ent|ans|ens|ansi|ensi|iti|eri|ri|abl|ibl"
    "|able|ible|ari|ori|ishn|ise|iser|ised|ising|ate|ated|ure|e)+"
)
"""What may be added to a word to make another of the same root, folded."""


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """The form of a word in which spellings of it agree; the sign % stays."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c)).translate(CYRILLIC)
    for pattern, replacement in RESPELT:
        letters = pattern.sub(replacement, letters)
    return letters


def stem(word: str) -> str:
    """A folded word without an English ending of inflection, if enough is left."""
    found = INFLECTION.search(word)
    return word[: found.start()] if found and found.start() >= SHORTEST_STEM else word


def derived(one: str, other: str) -> bool:
    """Whether one of two stems is the other with endings of derivation."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST_STEM or not long.startswith(short):
        return False
    return DERIVED.fullmatch(long, len(short)) is not None


def beginning(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    count = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        count += 1
    return count


def likeness(one: str, other: str) -> float:
    """How many pairs of letters two words share, from 0 to 1 (Dice, 1945)."""
    ours, theirs = _letter_pairs(one), _letter_pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


@lru_cache(maxsize=1 << 16)
def _letter_pairs(word: str) -> frozenset[str]:
    return frozenset(first + second for first, second in pairwise(f"^{word}$"))
