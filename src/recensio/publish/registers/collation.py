"""The order of a register, and the letters by which it is found."""

from __future__ import annotations

import unicodedata
from typing import Final

KEPT: Final = "йЙ"
"""Letters of their own that Unicode takes apart like an accented letter."""


def order(sort: str) -> tuple[str, str]:
    """By what a name is sorted: its letters without accents, then as it is written.

    So names stand as in DIN 5007-1 and in most indexes: Ångström among A, ё with е, й after и.
    """
    plain = "".join(c for c in _plain(sort.casefold()) if c.isalnum() or c == " ")
    return " ".join(plain.split()), sort


def letter(sort: str) -> str:
    """The letter under which a name stands; "0–9" for numbers, "…" for what begins with none."""
    first = next((c for c in _plain(sort) if c.isalnum()), "")
    if first.isdigit():
        return "0–9"
    return first.upper()[:1] or "…"


def _plain(text: str) -> str:
    return "".join(c if c in KEPT else _base(c) for c in unicodedata.normalize("NFC", text))


def _base(character: str) -> str:
    parts = unicodedata.normalize("NFD", character)
    return "".join(part for part in parts if not unicodedata.combining(part)) or character
