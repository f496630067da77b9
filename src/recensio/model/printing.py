"""How an edition wants its book to be printed: the table [print] of edition.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final


class Lines(StrEnum):
    """By what the lines in the margin are numbered."""

    PAGE = "page"
    SECTION = "section"
    VERSE = "verse"


class Arrangement(StrEnum):
    """How the entries of a series stand at the foot."""

    RUN_IN = "run-in"
    COLUMNS = "columns"
    LIST = "list"


SERIES: Final = ("apparatus", "sources", "notes", "author")
"""What may stand at the foot, in the order in which it does unless the edition says otherwise."""

PAGES: Final[Mapping[str, tuple[float, float]]] = {
    "A4": (210, 297),
    "A5": (148, 210),
    "B5": (176, 250),
    "octavo": (140, 216),
    "demy": (138, 216),
    "royal": (156, 234),
    "crown quarto": (189, 246),
    "letter": (215.9, 279.4),
}
"""Sizes of paper by name: width and height in millimetres."""

LEAST: Final = 90
"""Millimetres that a page measures at the least, and MOST at the most."""
MOST: Final = 500

NUMBER: Final = (int, float)
KEYS: Final[Mapping[str, type | tuple[type, ...]]] = {
    "page": str,
    "font": str,
    "size": NUMBER,
    "foot_size": NUMBER,
    "lines": str,
    "every": int,
    "series": list,
    "apparatus": str,
    "sources": str,
    "notes": str,
    "author": str,
    "columns": int,
    "language": str,
    "introduction": list,
}
"""The keys of [print], and of what kind their values are."""

_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?) *[x×] *(\d+(?:\.\d+)?)(?: *mm)?")


class UnusableSetting(ValueError):
    """A value that [print] does not take: what is wrong with it, and what to write."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Printing:
    """The settings of [print], each as documented in docs/print.md.

    `page` is width and height in millimetres, sizes are points; `columns` are those of a series
    that is set in columns; `introduction` are patterns of the files that bear no line numbers.
    """

    page: tuple[float, float] = (155, 235)
    font: str = "Libertinus Serif"
    size: float = 10.5
    foot_size: float = 8.4
    lines: Lines = Lines.PAGE
    every: int = 5
    series: tuple[str, ...] = SERIES
    apparatus: Arrangement = Arrangement.RUN_IN
    sources: Arrangement = Arrangement.RUN_IN
    notes: Arrangement = Arrangement.LIST
    author: Arrangement = Arrangement.LIST
    columns: int = 2
    language: str = ""
    introduction: tuple[str, ...] = ()

    def arrangement(self, series: str) -> Arrangement:
        """How a series of `SERIES` is arranged."""
        found: Arrangement = getattr(self, series)
        return found


def printing(settings: Mapping[str, Any]) -> Printing:
    """The settings of a table of known keys; raises UnusableSetting."""
    return Printing(**{key: _read(key, value) for key, value in settings.items()})


def _read(key: str, value: Any) -> Any:
    if key == "page":
        return _page(value)
    if key == "lines":
        return _one_of(key, value, Lines)
    if key in SERIES:
        return _one_of(key, value, Arrangement)
    if key == "series":
        return _series(value)
    if key in _BOUNDS:
        return _within(key, value)
    return tuple(value) if isinstance(value, list) else value


def _page(value: str) -> tuple[float, float]:
    named = {name.casefold(): size for name, size in PAGES.items()}
    written = _SIZE.fullmatch(value.strip())
    size = (float(written[1]), float(written[2])) if written else named.get(value.casefold())
    if size is None or not all(LEAST <= length <= MOST for length in size):
        remedy = f'write one of {", ".join(PAGES)}, or millimetres such as "155 x 235"'
        raise UnusableSetting(f"page is {value!r}", f"{remedy} ({LEAST} to {MOST} each way)")
    return size


def _one_of(key: str, value: str, choices: type[Lines] | type[Arrangement]) -> StrEnum:
    if value in list(choices):
        return choices(value)
    raise UnusableSetting(f"{key} is {value!r}", f"write one of {', '.join(choices)}")


def _series(value: list[str]) -> tuple[str, ...]:
    if set(value) <= set(SERIES) and len(set(value)) == len(value):
        return (*value, *(name for name in SERIES if name not in value))
    raise UnusableSetting(
        f"series is {', '.join(value)}", f"write these in your order: {', '.join(SERIES)}"
    )


_BOUNDS: Final[Mapping[str, tuple[float, float]]] = {
    "size": (6, 24),
    "foot_size": (5, 20),
    "every": (1, 100),
    "columns": (1, 4),
}


def _within(key: str, value: float) -> float:
    least, most = _BOUNDS[key]
    if not least <= value <= most:
        raise UnusableSetting(f"{key} is {value}", f"write a number from {least:g} to {most:g}")
    return value
