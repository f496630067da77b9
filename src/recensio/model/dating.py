"""Dates in Extended Date/Time Format (ISO 8601-2) as spans of days, to be ordered and compared.

Read are days, months, years, seasons, unspecified digits, intervals with open ends, and sets;
what is qualified (?, ~, %) counts as it is written. Days are numbered from 1 March of the year 0
of the proleptic Gregorian calendar; the year 0 is 1 BC.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

DATE: Final = re.compile(r"(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?(?:T.*|Z|[+-]\d\d:\d\d)?")
LIST: Final = re.compile(r"([\[{])(.*)[\]}]")
QUALIFIERS: Final = str.maketrans("", "", "?~%")
SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""The months of a season; winter is that at the end of its year."""


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last day that a date may mean; None where an end is open.

    `is_within` says that one unknown day between the two is meant, not the whole time.
    """

    first: int | None
    last: int | None
    is_within: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first is not None and self.first == self.last

    def gap(self, other: Span) -> int:
        """The days from the end of the earlier span to the beginning of the later, 0 if they meet.

        Neighbouring days are 1 apart.
        """
        gaps = (_less(other.first, self.last), _less(self.first, other.last))
        return max(0, *gaps)


def span_of(date: str | None) -> Span | None:
    """The span of a date; None if it is none or is written in another way."""
    written = (date or "").strip().translate(QUALIFIERS)
    listed = LIST.fullmatch(written)
    if listed:
        return _span_of_set(listed[2], is_one=listed[1] == "[")
    first, slash, last = written.partition("/")
    return _between(first, last) if slash else _single(written)


def day_number(year: int, month: int, day: int) -> int:
    """The number of a day, as this module counts; any year may be given."""
    year, month = (year - 1, month + 9) if month < 3 else (year, month - 3)
    leap_days = year // 4 - year // 100 + year // 400
    return 365 * year + leap_days + (153 * month + 2) // 5 + day - 1


def date_of(number: int) -> tuple[int, int, int]:
    """Year, month and day of a number: the inverse of `day_number`."""
    year = (10_000 * number + 14_780) // 3_652_425
    while (rest := number - _first_of_march(year)) < 0:
        year -= 1
    while number >= _first_of_march(year + 1):
        year += 1
        rest = number - _first_of_march(year)
    month = (5 * rest + 2) // 153
    day = rest - (153 * month + 2) // 5 + 1
    return (year + 1, month - 9, day) if month > 9 else (year, month + 3, day)


def _first_of_march(year: int) -> int:
    return day_number(year, 3, 1)


def _span_of_set(inside: str, is_one: bool) -> Span | None:
    first, dots, last = inside.partition("..")
    if dots and "," not in inside:
        found = _between(first, last)
    else:
        members = [_single(each) for each in re.split(r",|\.\.", inside) if each]
        known = [each for each in members if each is not None]
        firsts = [each.first for each in known if each.first is not None]
        lasts = [each.last for each in known if each.last is not None]
        found = Span(min(firsts), max(lasts)) if firsts and lasts else None
    return Span(found.first, found.last, is_within=is_one) if found else None


def _between(first: str, last: str) -> Span | None:
    begin, end = _single(first), _single(last)
    if begin is None and end is None:
        return None
    return Span(begin.first if begin else None, end.last if end else None)


def _single(date: str) -> Span | None:
    found = DATE.fullmatch(date.strip())
    if not found or "00" in (found[3], found[4]):
        return None
    sign = -1 if found[1] else 1
    lowest, highest = (int(found[2].replace("X", digit)) for digit in "09")
    years = sorted((sign * lowest, sign * highest))
    month = int(found[3]) if (found[3] or "X").isdecimal() else 0
    day = int(found[4]) if (found[4] or "X").isdecimal() else 0
    begins, ends = SEASONS.get(month, (month or 1, month or 12))
    if not (1 <= begins <= ends <= 12) or day > _days(years[0], begins):
        return None
    return Span(
        day_number(years[0], begins, day or 1),
        day_number(years[1], ends, day or _days(years[1], ends)),
    )


def _days(year: int, month: int) -> int:
    """The days of a month; the calendar repeats itself every 400 years."""
    return monthrange(year % 400 + 400, month)[1]


def _less(end: int | None, begin: int | None) -> int:
    return 0 if end is None or begin is None else end - begin
