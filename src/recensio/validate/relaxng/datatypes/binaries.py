"""Octets written in hexadecimal or base64 (XML Schema part 2, 3.2.15 and 3.2.16).

White space belongs to the forms here, and patterns see it: so it is in jing, though by the
specification it goes first.
"""

from __future__ import annotations

from typing import Final

_S = r"[ \t\n\r]*"
HEX: Final = f"{_S}(?:(?:[0-9A-Fa-f]{{2}})+{_S})?"
# The last letter before the padding says nothing beyond the last octet.
_LETTER = f"[A-Za-z0-9+/]{_S}"
BASE64: Final = (
    f"{_S}(?:(?:{_LETTER}){{4}})*"
    f"(?:(?:{_LETTER}){{2}}[AEIMQUYcgkosw048]{_S}={_S}|{_LETTER}[AQgw]{_S}={_S}={_S})?"
)


def hex_value(text: str) -> str:
    """One form for upper and lower case."""
    return text.strip().upper()


def hex_length(text: str) -> int:
    """How many octets."""
    return len(text.strip()) // 2


def base64_value(text: str) -> str:
    """The letters alone: padding and last letters have one form only."""
    return "".join(text.split())


def base64_length(text: str) -> int:
    """How many octets."""
    letters = base64_value(text)
    return len(letters) // 4 * 3 - letters.count("=", -2)
