"""Octets written in hexadecimal or base64 (XML Schema part 2, 3.2.15 and 3.2.16)."""

from __future__ import annotations

from typing import Final

HEX: Final = "(?:[0-9A-Fa-f]{2})*"
# The last letter before the padding says nothing beyond the last octet.
BASE64: Final = (
    "(?:(?:[A-Za-z0-9+/] ?){4})*"
    "(?:(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?= ?|[A-Za-z0-9+/] ?[AQgw] ?= ?= ?)?"
)


def hex_value(text: str) -> str:
    """One form for upper and lower case."""
    return text.upper()


def hex_length(text: str) -> int:
    """How many octets."""
    return len(text) // 2


def base64_value(text: str) -> str:
    """The letters alone: padding and last letters have one form only."""
    return text.replace(" ", "")


def base64_length(text: str) -> int:
    """How many octets."""
    letters = base64_value(text)
    return len(letters) // 4 * 3 - letters.count("=", -2)
