"""Names that an identifier may be (Namespaces in XML 1.0, section 3: NCName)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import Final

START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
REST: Final = START + r"0-9.\u00b7\u0300-\u036f\u203f-\u2040" + "-"
NAME: Final = re.compile(f"[{START}][{REST}]*")
NOT_REST: Final = re.compile(f"[^{REST}]+")


def is_name(identifier: str) -> bool:
    """Whether the identifier is a name without a colon."""
    return NAME.fullmatch(identifier) is not None


def as_name(identifier: str, taken: Container[str]) -> str:
    """A name as like the identifier as can be, and not taken."""
    name = NOT_REST.sub("_", unicodedata.normalize("NFC", identifier).strip()).strip("_") or "id"
    return free(name if is_name(name) else f"_{name}", taken)


def free(name: str, taken: Container[str]) -> str:
    """The name, or the name with the first number that makes it one of its own."""
    candidate, number = name, 2
    while candidate in taken:
        candidate, number = f"{name}-{number}", number + 1
    return candidate
