"""Points in time as the words give them: a year, a month, a day, or less."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final


@dataclass(frozen=True, slots=True)
class Point:
    """A day, a month or a year of the Gregorian calendar; what the words leave open is none."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        """The point as TEI writes it (@when); without a year a day or month of any (--05-01)."""
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day and month else ""
        if self.year is None:
            return f"-{month}{day}" if month else ""
        return f"{self.year:04}{month}{day}"

    @property
    def is_possible(self) -> bool:
        """Whether the calendar has such a day; without a year 29 February may be one."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        longest = monthrange(self.year or 2000, self.month or 1)[1]
        return 1 <= self.day <= longest

    def within(self, other: Point) -> Point:
        """The point with what it leaves open from another one: 27 of March 1922 is a day of it."""
        return replace(
            self,
            year=self.year if self.year is not None else other.year,
            month=self.month if self.month is not None else other.month,
        )

    def moved(self, days: int = 0, months: int = 0, years: int = 0) -> Point:
        """The point so much later; no finer than it was."""
        if self.year is None:
            return self
        if days and self.day and self.month:
            later = date(self.year, self.month, self.day) + timedelta(days=days)
            return Point(later.year, later.month, later.day)
        count = self.year * 12 + (self.month or 1) - 1 + months + years * 12 + round(days / 30.4)
        month = count % 12 + 1
        day = min(self.day, monthrange(count // 12, month)[1]) if self.day and not days else None
        return Point(count // 12, month if self.month else None, day)


NOWHERE: Final = Point()
"""A point of which the words say nothing."""


def gregorian(year: int, month: int, day: int) -> Point:
    """The Gregorian day of a day of the Julian calendar (Old Style).

    By the Julian day number, as in Richards, Explanatory Supplement to the Astronomical Almanac.
    """
    before = (14 - month) // 12
    years, months = year + 4800 - before, month + 12 * before - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    # date.fromordinal counts from 1 January 1, whose Julian day number is 1721426.
    later = date.fromordinal(number - 1721425)
    return Point(later.year, later.month, later.day)
