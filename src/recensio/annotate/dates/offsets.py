"""Offsets: dates that count from the one told last (six weeks later, the same day)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recensio.annotate.dates.cores import Grain
from recensio.annotate.dates.found import Bearing, FoundDate
from recensio.annotate.dates.words import NUMERALS, UNITS

VAGUE: Final = ("several", "few", "couple", "some")
_NUMERAL: Final = (
    rf"(?:half\s+(?P<half>an?)|(?P<n>\d{{1,3}}|(?:{'|'.join(NUMERALS)})(?:-(?:one|two|three|four|five"
    rf"|six|seven|eight|nine))?)(?P<and>\s+and\s+a\s+half)?|(?:a\s+)?(?P<vague>{'|'.join(VAGUE)})"
    r"(?:\s+of)?)"
)
_DIRECTION: Final = (
    r"(?P<later>later|after(?:wards?)?|hence)"
    r"|(?P<earlier>earlier|before(?:hand)?|ago|previously|prior)"
)
COUNTED: Final = re.compile(
    rf"(?<![\w-]){_NUMERAL}\s+(?P<u>{UNITS})s?(?P<half2>\s+and\s+a\s+half)?\s+(?:{_DIRECTION})\b",
    re.I,
)
RELATIVE: Final = re.compile(
    rf"(?<![\w-])(?P<which>same|next|following|previous|preceding)\s+"
    rf"(?P<u>{UNITS}|afternoon|noon|spring|summer|autumn|fall|winter)(?!\w)(?!\s*['’]?s\b)",
    re.I,
)
BESIDE: Final = re.compile(r"(?<![\w-])day\s+(?P<which>before|after)(?=[\s,.;]|$)", re.I)
LONG_AGO: Final = re.compile(r"ago$", re.I)
ARTICLE: Final = re.compile(r"\b(?:the|that|this|very|on|in|by)\s+$", re.I)


def offsets(text: str) -> Iterator[FoundDate]:
    """The offsets of a text; a vague number of units ago fixes nothing and is left out."""
    for match in COUNTED.finditer(text):
        if not (match["vague"] and LONG_AGO.search(match[0])):
            yield _counted(match)
    for match in RELATIVE.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()]
        if ARTICLE.search(before) or match["which"].lower() == "next" or _begins(match, text):
            yield _relative(match)
    for match in BESIDE.finditer(text):
        later = match["which"].lower() == "after"
        bearing = Bearing.LATER if later else Bearing.EARLIER
        yield FoundDate(*match.span(), Grain.DAY, bearing=bearing, count=1, unit="day")


def _begins(match: re.Match[str], text: str) -> bool:
    """Whether the words open a sentence: Next day, ..."""
    return match["which"][0].isupper() or match.start() == 0 or text[match.start() - 1] in "(—–"


def _counted(match: re.Match[str]) -> FoundDate:
    unit = match["u"].lower()
    count = 0 if match["vague"] or match["half"] else _number(match["n"].lower())
    unit, count = {"fortnight": ("week", 2 * count), "decade": ("year", 10 * count)}.get(
        unit, (unit, count)
    )
    halves = bool(match["and"] or match["half2"] or match["half"])
    if halves and unit == "year":
        unit, count = "month", 12 * count + 6
    bearing = Bearing.LATER if match["later"] else Bearing.EARLIER
    return FoundDate(
        *match.span(),
        _grain(unit),
        bearing=bearing,
        count=count,
        unit=unit,
        is_vague=bool(match["vague"]) or halves,
    )


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words)
    return sum(NUMERALS[part] for part in words.split("-"))


def _relative(match: re.Match[str]) -> FoundDate:
    which, unit = match["which"].lower(), match["u"].lower()
    bearing, count = {
        "same": (Bearing.SAME, 0),
        "next": (Bearing.LATER, 1),
        "following": (Bearing.LATER, 1),
        "previous": (Bearing.EARLIER, 1),
        "preceding": (Bearing.EARLIER, 1),
    }[which]
    return FoundDate(
        *match.span(), _grain(unit), bearing=bearing, count=count, unit=_calendar_unit(unit)
    )


def _calendar_unit(unit: str) -> str:
    return unit if unit in ("week", "month", "year") else "day"


def _grain(unit: str) -> Grain:
    return {"month": Grain.MONTH, "year": Grain.YEAR}.get(unit, Grain.DAY)
