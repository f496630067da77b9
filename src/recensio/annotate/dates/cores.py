"""Cores: the dates of the calendar in a text, without what stands around them.

To recognise one more form, add its pattern and the function that reads it to FORMS; at a place
the longest form counts. A core that is no date after all (a page, a sum, a day that the calendar
lacks) is read as nothing, so that no other form finds a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from recensio.annotate.dates.points import Point, gregorian
from recensio.annotate.dates.words import (
    DAY,
    ERA,
    MONTH,
    ONLY_GERMAN,
    ORDINALS,
    SEASON,
    SEASONS,
    TENS,
    YEAR,
    month_of,
    number_of,
)


class Grain(StrEnum):
    """How fine a date is."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


class Listing(StrEnum):
    """Whether two points bound a span (none), are both meant, or one or the other of them."""

    NONE = ""
    BOTH = "and"
    EITHER = "or"


@dataclass(frozen=True, slots=True)
class Core:
    """A date in a text: its characters, its grain, its first point and its last if it is a span.

    `listing` says that the points are single days named together (12, 14 October), `months` are the
    bounds of a season, and `old_style` the day of the Julian calendar that is meant.
    """

    start: int
    end: int
    grain: Grain
    first: Point
    last: Point | None = None
    listing: Listing = Listing.NONE
    months: tuple[int, int] | None = None
    old_style: Point | None = None
    is_bare: bool = False


DASH: Final = r"\s?[-–—‑]\s?"
NUMBERED: Final = re.compile(
    r"(?:\b(?:pp?|ll?|nos?|vol|vols|fol|ff?|art|ch|t|c|с|т|л|д|оп|ф|§)\.?|[№#$£€§])\s*$", re.I
)
"""What makes a number before it a page, a volume or a sum."""

TEMPORAL: Final = re.compile(
    r"\b(?:in|of|since|by|until|till|from|before|after|during|early|late|mid|to|and|year|between"
    r"|through|last|next|this|toward|towards|в|с|до|im|seit|bis|ende|anfang|mitte|en|depuis)[\s-]+(?:the\s+)?$",
    re.I,
)
COUNTED: Final = re.compile(
    r"\s+(?:people|persons|men|women|workers|members|peasants|rubles|roubles|dollars|copies|tons"
    r"|pages|km|kilometers|kilometres|miles|delegates|votes|cases|families|hectares|times)\b"
)
EVENT: Final = re.compile(
    r"(?:\s|-)+(?:Revolution|revolution|Days|days|Plenum|[Uu]prising|[Ii]nsurrection|events"
    r"|[Cc]oup|[Tt]heses|Manifesto|Decree|Constitution|Day)\b"
)
"""What makes a month or year before it a part of the name of an event; not a mere plenum."""

NO_SEASON: Final = re.compile(r"\s+(?:up|down|of)\b")
"""What makes a season a verb, or that of another year than stands behind it."""

Reader = Callable[[re.Match[str], str], Core | None]


def cores(text: str) -> Iterator[Core]:
    """The dates of a text in its order; none of them overlap."""
    position = 0
    while match := ANY.search(text, position):
        found = max(_matches(text, match.start()), key=lambda pair: pair[0].end())
        core = found[1](found[0], text)
        if core is not None:
            yield core
        position = found[0].end()


def _matches(text: str, start: int) -> Iterator[tuple[re.Match[str], Reader]]:
    for pattern, reader in FORMS:
        if match := pattern.match(text, start):
            yield match, reader


def _possible(core: Core) -> Core | None:
    points = [core.first, *([core.last] if core.last else [])]
    return core if all(point.is_possible for point in points) else None


def _year(match: re.Match[str]) -> int | None:
    year = match.groupdict().get("y")
    return int(year) if year else None


def _day(match: re.Match[str], _text: str) -> Core | None:
    point = Point(_year(match), month_of(match["m"]), number_of(match["d"]))
    return _possible(Core(*match.span(), Grain.DAY, point))


def _days(match: re.Match[str], _text: str) -> Core | None:
    """7–9 May, 12, 14 October 1932, 9 and 10 March."""
    year, month = _year(match), month_of(match["m"])
    first, last = (Point(year, month, number_of(match[name])) for name in ("d", "e"))
    listing = _LISTINGS.get(match["between"].strip(), Listing.NONE)
    if (first.day or 0) >= (last.day or 0):
        # The first number counts something else: No. 21, 1 April.
        return Core(match.start("e"), match.end(), Grain.DAY, last)
    return _possible(Core(*match.span(), Grain.DAY, first, last, listing))


def _both_styles(match: re.Match[str], _text: str) -> Core | None:
    """6 [18] July 1883, 22 March [4 April] 1904: Old Style and New Style."""
    year = _year(match)
    month, other = month_of(match["m"]), month_of(match["n"] or match["m"])
    old = Point(year, month, number_of(match["d"]))
    new = Point(year, other, number_of(match["e"]))
    if year and other < month:
        new = Point(year + 1, other, new.day)
    return _possible(Core(*match.span(), Grain.DAY, new, old_style=old))


def _old_style(match: re.Match[str], _text: str) -> Core | None:
    old = Point(int(match["y"]), month_of(match["m"]), number_of(match["d"]))
    if not old.is_possible or not (old.year and old.month and old.day):
        return None
    new = gregorian(old.year, old.month, old.day)
    end = match.end("y") if match["y"] else match.end()
    return Core(match.start(), end, Grain.DAY, new, old_style=old)


def _numeric(match: re.Match[str], text: str) -> Core | None:
    if NUMBERED.search(text[max(0, match.start() - 8) : match.start()]):
        return None
    point = Point(int(match["y"]), int(match["m"]), int(match["d"]))
    return _possible(Core(*match.span(), Grain.DAY, point))


def _month(match: re.Match[str], text: str) -> Core | None:
    year = _year(match)
    point = Point(year, month_of(match["m"]))
    if year is None and EVENT.match(text, match.end()):
        return None
    ambiguous = match["m"] in ("May", "March", "Mar.", "Mai", "мая", "мае", "май")
    if year is None and (ambiguous or (match["m"].islower() and match["m"].isascii())):
        before = text[max(0, match.start() - 16) : match.start()]
        if not TEMPORAL.search(before) or match["m"].endswith("."):
            return None
    return Core(*match.span(), Grain.MONTH, point, is_bare=year is None)


def _season(match: re.Match[str], text: str) -> Core | None:
    year = _year(match)
    months = SEASONS[match["s"].lower()]
    if year is None:
        before = text[max(0, match.start() - 16) : match.start()]
        if not TEMPORAL.search(before) or NO_SEASON.match(text, match.end()):
            return None
    until = match.groupdict().get("u")
    last = Point(_until(year, until)) if year and until else None
    return Core(*match.span(), Grain.SEASON, Point(year), last, months=months, is_bare=not year)


def _years(match: re.Match[str], text: str) -> Core | None:
    before = text[max(0, match.start() - 12) : match.start()]
    year, until = int(match["y"]), _until(int(match["y"]), match["u"])
    if NUMBERED.search(before) or until <= year:
        return None
    return Core(*match.span(), Grain.YEAR, Point(year), Point(until))


def _until(year: int, digits: str) -> int:
    return int(str(year)[: 4 - len(digits)] + digits)


def _single_year(match: re.Match[str], text: str) -> Core | None:
    """A year, unless the digits count something: a page, a sum, a round number of things."""
    before = text[max(0, match.start() - 16) : match.start()]
    year = int(match["y"])
    counts = year < 1400 or year % 100 == 0
    if NUMBERED.search(before) or COUNTED.match(text, match.end()):
        return None
    if (counts and not TEMPORAL.search(before)) or EVENT.match(text, match.end()):
        return None
    return Core(*match.span(), Grain.YEAR, Point(year))


def _decade(match: re.Match[str], _text: str) -> Core | None:
    first = int(match["c"] + "0")
    last = int(match["z"] + "0") if match["z"] else first
    return Core(*match.span(), Grain.DECADE, Point(first), Point(last + 9))


def _decade_in_words(match: re.Match[str], text: str) -> Core | None:
    """The twenties: those of the twentieth century, if nothing else is said."""
    before = text[max(0, match.start() - 24) : match.start()]
    if not re.search(r"\b(?:the|early|late|mid-?|nineteen)\s*$", before):
        return None
    first = 1920 + 10 * TENS.index(match["t"].lower())
    return Core(*match.span(), Grain.DECADE, Point(first), Point(first + 9))


def _century(match: re.Match[str], _text: str) -> Core | None:
    word = match["o"].lower()
    number = ORDINALS.index(word) + 1 if word in ORDINALS else number_of(word)
    first = (number - 1) * 100
    return Core(*match.span(), Grain.DECADE, Point(first + 1), Point(first + 100))


_LISTINGS: Final = {
    ",": Listing.BOTH,
    "and": Listing.BOTH,
    "и": Listing.BOTH,
    "or": Listing.EITHER,
}
_Y: Final = rf"(?P<y>{YEAR}){ERA}"
_M: Final = rf"(?P<m>{MONTH})"
_N: Final = rf"(?P<n>{MONTH})"
_D: Final = rf"(?P<d>{DAY})"
_E: Final = rf"(?P<e>{DAY})"
_BETWEEN: Final = rf"(?P<between>{DASH}|\s?,\s?|\s(?:and|or|to|и)\s)"
_OLD: Final = r"\s*[(\[]?(?:O\.\s?S\.|OS\b|Old Style|old style|ст\. ст\.)[)\]]?"
FORMS: Final[tuple[tuple[re.Pattern[str], Reader], ...]] = tuple(
    (re.compile(rf"(?<![\w/])(?<!\d[.,]){form}(?![\w/]|[.,]\d)"), reader)
    for form, reader in (
        (rf"{_D}(?:\s+of)?\s+{_M},?\s+{_Y}", _day),
        (rf"{_D}(?:\s+of)?\s+{_M}", _day),
        (rf"(?P<d>\d{{1,2}}\.)\s?{_M},?\s+{_Y}", _day),
        (rf"(?P<d>\d{{1,2}}\.)\s?(?P<m>{ONLY_GERMAN})", _day),
        (rf"{_M}\s+{_D},?\s+{_Y}", _day),
        (rf"{_M}\s+{_D}", _day),
        (rf"{_D}{_BETWEEN}{_E}(?:\s+of)?\s+{_M}(?:,?\s+{_Y})?", _days),
        (rf"{_M}\s+{_D}{_BETWEEN}{_E}(?:,?\s+{_Y})?", _days),
        (rf"{_D}\s?{_M}\s?[\[(]{_E}(?:\s+{_N})?[\])]\s+{_Y}", _both_styles),
        (rf"{_D}\s?[\[(]{_E}[\])]\s+{_M}\s+{_Y}(?P<n>)", _both_styles),
        (rf"{_D}\s+{_M}\s+{_Y}{_OLD}", _old_style),
        (r"(?P<y>1\d{3}|20\d{2})-(?P<m>\d{2})-(?P<d>\d{2})", _numeric),
        (r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>1\d{3}|20\d{2})", _numeric),
        (rf"{_M}(?:\s+(?:of|in)|,)?\s+{_Y}", _month),
        (_M, _month),
        (rf"(?P<s>{SEASON})(?:\s+of)?\s+{_Y}(?:(?:{DASH}|/)(?P<u>\d\d|{YEAR}))?", _season),
        (rf"(?P<s>{SEASON})", _season),
        (rf"(?P<y>{YEAR})(?:{DASH}|/)(?P<u>\d\d|{YEAR})(?!\s+{MONTH})", _years),
        (rf"(?<!\d[–—-]){_Y}(?![–—-]\d+(?!\d|\s+{MONTH}))", _single_year),
        (rf"(?P<c>1\d{{2}}|20\d)0[’']?s(?:{DASH}(?P<z>1\d{{2}}|20\d)0[’']?s)?", _decade),
        (rf"(?P<t>(?:{'|'.join(TENS)}))", _decade_in_words),
        (rf"(?P<o>{'|'.join(ORDINALS)}|\d{{1,2}}th)\s+century", _century),
    )
)
ANY: Final = re.compile(
    "|".join(
        f"(?:{_bare})" for _bare in (re.sub(r"\(\?P<\w+>", "(?:", p.pattern) for p, _ in FORMS)
    )
)
"""Where any form begins."""
