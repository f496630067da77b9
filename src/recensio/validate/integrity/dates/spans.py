"""The dates of TEI's attributes as spans of days (TEI Guidelines, 3.6.4 and 13.4).

A date without a day or a month is the whole month or year: @from="1932" begins on 1 January at the
earliest, @to="1932" ends on 31 December at the latest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recensio.validate.integrity.dates.calendars import exists, gregorian, last_day

FORM: Final = re.compile(
    r"\s*(?P<year>-?\d{4,9})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?)?)?"
    r"(?P<zone>Z|[+-]\d\d:\d\d)?\s*",
    re.ASCII,
)
IN_ANY_YEAR: Final = re.compile(r"\s*--(?P<month>\d\d)(?:-(?P<day>\d\d))?\s*", re.ASCII)
A_DAY: Final = 86_400


@dataclass(frozen=True, slots=True)
class Span:
    """A date: its parts, and the first and the last second that it may mean.

    A time zone moves a day by at most one, so a date with one is a day wider at each end unless
    its time is given.
    """

    year: int
    month: int | None
    day: int | None
    first: int
    last: int

    @property
    def parts(self) -> int:
        """How many parts are given: year, month, day."""
        return 1 + (self.month is not None) + (self.day is not None)


@lru_cache(maxsize=8_192)
def span(value: str) -> Span | None:
    """The span of a date as W3C and ISO 8601 write it; none for other forms and no such days."""
    found = FORM.fullmatch(value)
    if found is None or not is_possible(value):
        return None
    year = int(found["year"])
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    first = gregorian(year, month or 1, day or 1)
    last = gregorian(year, month or 12, day or last_day(year, month or 12))
    return Span(year, month, day, *_seconds(found, first * A_DAY, last * A_DAY))


@lru_cache(maxsize=8_192)
def is_possible(value: str) -> bool:
    """Whether the date is a day, month or year of the calendar; other forms are not judged."""
    found = FORM.fullmatch(value) or IN_ANY_YEAR.fullmatch(value)
    if found is None or found["month"] is None:
        return True
    # The year 4 is a leap year, so any day of any year is one of it.
    year = int(found.groupdict().get("year") or 4)
    return exists(year, int(found["month"]), int(found["day"] or 1))


def _seconds(found: re.Match[str], first: int, last: int) -> tuple[int, int]:
    zone = found["zone"]
    if found["hour"] is None:
        margin = A_DAY if zone else 0
        return first - margin, last + A_DAY - 1 + margin
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    at = first + hour * 3_600 + minute * 60 + second
    if zone is None:
        return at, at + (0 if found["second"] else 59)
    if zone == "Z":
        return at, at
    offset = (int(zone[1:3]) * 60 + int(zone[4:])) * 60
    at -= offset if zone[0] == "+" else -offset
    return at, at
