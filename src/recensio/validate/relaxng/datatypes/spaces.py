"""White space, as a type has it before anything else looks at a value.

XML Schema part 2, 4.3.6. White space is space, tab, line feed and carriage return, no more: the
other spaces of Unicode are characters like any other.
"""

from __future__ import annotations

import re
from typing import Final

SPACES: Final = " \t\n\r"
_REPLACED: Final = str.maketrans("\t\n\r", "   ")
_RUN: Final = re.compile(r"[\t\n\r]| {2}")


def preserve(text: str) -> str:
    """All as it is."""
    return text


def replace(text: str) -> str:
    """Every white space character a space."""
    return text.translate(_REPLACED)


def strip(text: str) -> str:
    """As `collapse`, for types whose values cannot hold a space."""
    return text.strip(SPACES)


def collapse(text: str) -> str:
    """No white space at the ends, one space elsewhere."""
    text = text.strip(SPACES)
    if _RUN.search(text) is None:
        return text
    return " ".join(part for part in replace(text).split(" ") if part)
