"""Idioms: the words by which notes and citations are known, in the languages of scholarship.

To add a language add its words here; nothing else knows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

SAME_WORK: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "la": (r"[Ii]bid\b\.?", r"IBID\b\.?", r"[Ii]bidem\b", r"[Ii]b\."),
        "de": (r"[Ee]bd\.", r"[Ee]benda\b", r"[Aa]\.\s?a\.\s?O\."),
        "fr": (r"[Ii]bíd\.",),
        "it": (r"Ivi(?=,)",),
        "pl": (r"[Tt]amże\b",),
        "cs": (r"[Tt]amtéž\b",),
        "ru": (r"[Тт]ам же\b",),
    }
)
"""Words that stand for the work cited last; op. cit. and the like name an author and stay."""

LEAD_INS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "la": (r"cf\.?", r"vide"),
        "en": (
            r"and",
            r"see(?:\s+also)?",
            r"compare",
            r"(?:cited|quoted)\s+(?:from|in|after|by)",
            r"in",
        ),
        "de": (r"vgl\.?", r"siehe(?:\s+auch)?", r"zit(?:\.|iert)\s+nach", r"und"),
        "fr": (r"voir(?:\s+aussi)?", r"cité\s+d['’]après", r"et"),
        "ru": (r"см\.(?:\s+также)?", r"ср\.", r"цит\.\s+по", r"и"),
    }
)
"""Words before a citation that are no part of it."""

LOCATORS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": ("pp?", "vols?", "nos?", "ch", "chs", "chap", "fols?", "ll?", "cols?", "nn?", "pt"),
        "de": ("S", "Sp", "Bd", "Bde", "Nr", "H", "Anm", "Kap"),
        "fr": ("t", "fasc"),
        "ru": ("с", "стр", "т", "кн", "л", "лл", "вып", "ч"),
        "signs": ("№", "§{1,2}"),
    }
)
"""Abbreviations before the number of a page, a volume, an issue."""

NOTE_HEADINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": ("notes?", "foot-?notes?", "end-?notes?", "notes and references"),
        "de": ("anmerkung(?:en)?", "fu(?:ß|ss)noten?", "endnoten?"),
        "fr": ("notes? de bas de page", "notes? de fin"),
        "it": ("not[ae]",),
        "es": ("notas?",),
        "ru": ("примечани[ея]", "сноск[аи]", "комментари[ий]"),
    }
)
"""What stands above the notes of a text."""


def any_of(words: Mapping[str, Iterable[str]]) -> str:
    """A pattern for the words of all languages, the longest first."""
    every = [word for those in words.values() for word in those]
    return "(?:" + "|".join(sorted(every, key=len, reverse=True)) + ")"
