"""Folding: the spellings of one word become one key, whatever the transliteration or the script.

Ryutin, Riutin and Рютин are one key, as are Yaroslavsky and Iaroslavskii, Fyodorov and Fedorov.
The systems that are reckoned with are those in which Russian names stand in English books: ALA-LC
(Library of Congress), BGN/PCGN, ISO 9 and the habits of newspapers. Accents, soft and hard signs
fall away in any language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from recensio.annotate.vocabulary import in_order

CYRILLIC: Final[Mapping[str, str]] = MappingProxyType(
    dict(
        zip(
            "абвгдезийклмнопрстуфцыэёіѣґєї",
            in_order("a b v g d e z j j k l m n o p r s t u f c y e e j e g e j"),
            strict=True,
        )
    )
    | {"ж": "zh", "х": "h", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "ju", "я": "ja"}
    | {"ъ": "", "ь": "", "ў": "u"}
)
SIGNS: Final = str.maketrans(dict.fromkeys("'’ʼ‘`´ʹʺ′\u0301\u2060\u00ad"))
"""Signs within words that make no other word: soft and hard signs, stress, soft hyphens."""

LETTERS: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "w": "v"}
)
STEPS: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"kh", "h"),
        (r"tsch|tch", "ch"),
        (r"tz|ts", "c"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"(?<=[eo])ff?$", "v"),
        (r"y", "j"),
        (r"ii(?=[aeou]|$)", "j"),
        (r"(?<=[aeouj])i(?=[aeou])|(?<=[aeou])i$|j+i|ij+|j+", "j"),
        (r"i(?=[aeou])", "j"),
        (r"(?<=[bl])ju", "u"),
        (r"j[eo]", "e"),
        (r"(?<=[bdfghklmnprstvzc])j(?![au])", "i"),
        (r"j$|j(?=[^aeou])", "i"),
    )
)
"""One after the other: what the systems write differently becomes the same."""

ENDINGS: Final[tuple[tuple[str, str], ...]] = tuple(
    (ending, lemma)
    for endings, lemma in (
        ("ого ому им ом ие их ими", "ий"),
        ("ой ую ою", "ая"),
        ("а у ым ом ом е ы ых ам ами ах ем ов ев", ""),
        ("ой у ою е ы", "а"),
        ("я ю ем е и ей ям ями ях", "й"),
        ("я ю ем е и ям ями ях", "ь"),
        ("и ю е ей ею", "я"),
    )
    for ending in endings.split()
)
"""Case endings of Russian nouns and adjectives, and the ending of the form that is listed."""

SHORTEST_STEM: Final = 3


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """The key of a word in Latin or Cyrillic letters; other scripts are only made lower-case."""
    plain = unicodedata.normalize("NFC", word).lower().translate(SIGNS)
    latin = "".join(CYRILLIC.get(letter, letter) for letter in plain)
    bare = unicodedata.normalize("NFD", latin.translate(LETTERS))
    key = "".join(letter for letter in bare if not unicodedata.combining(letter))
    for pattern, replacement in STEPS:
        key = pattern.sub(replacement, key)
    return key


@lru_cache(maxsize=50_000)
def keys(word: str) -> tuple[str, ...]:
    """The keys under which a word of a text may be listed: its own, then those of its lemma.

    A Cyrillic word may stand in any case of the declension.
    """
    own = folded(word)
    lower = word.lower()
    if not any("\u0400" <= letter <= "\u052f" for letter in lower):
        return (own,)
    lemmas = (
        folded(lower[: -len(ending)] + lemma)
        for ending, lemma in ENDINGS
        if lower.endswith(ending) and len(lower) - len(ending) >= SHORTEST_STEM
    )
    return tuple(dict.fromkeys((own, *lemmas)))
