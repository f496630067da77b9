"""The narrative: what a date without a year means, from the dates told before it.

A bare day or month lies in the year that was told last, or in the next one if the story has gone
over the turn of the year; an offset counts from the day told last. What is concluded so is marked
as inferred.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from recensio.annotate.dates.cores import Grain
from recensio.annotate.dates.found import Bearing, FoundDate
from recensio.annotate.dates.points import NOWHERE, Point

BACKWARD: Final = 5
"""By how many months a story goes back without saying the year."""

AHEAD: Final = 4
"""How many years a story goes on when it says a year alone."""

DAYS: Final = ("day", "week")


@dataclass(frozen=True, slots=True)
class Narrative:
    """Where a story has arrived: the date told last.

    `firm` is the last one that said more than a year, and `is_new` says that a chapter begins,
    which may go to any year.
    """

    last: Point = NOWHERE
    firm: Point = NOWHERE
    is_new: bool = True

    def begun(self, dates: Iterable[FoundDate]) -> Narrative:
        """The narrative at the beginning of a chapter with these dates.

        It begins where the first of them that says month and year has it.
        """
        whole = (date.first for date in dates if date.first.year and date.first.month)
        first = next(whole, None)
        return Narrative(first, first, is_new=False) if first else Narrative(self.last)

    def told(self, date: FoundDate) -> Narrative:
        """The narrative after a date; spans of years and vague words leave it where it is.

        A bare year far from it looks back or ahead, and the story does not go there; the year of
        the last day or month takes it back to that.
        """
        point = date.last if date.last and date.grain is not Grain.YEAR else date.first
        year, is_life = point.year, date.last is not None and date.grain is Grain.YEAR
        if year is None or is_life or date.grain is Grain.DECADE or date.is_vague:
            return self
        month = point.month or (date.months[0] if date.months else None)
        if month is None:
            return self._in_year(year)
        told = Point(year, month, point.day)
        return Narrative(told, told, is_new=False)

    def _in_year(self, year: int) -> Narrative:
        """The narrative after a bare year."""
        if year == self.firm.year:
            return replace(self, last=self.firm)
        base = self.firm.year or self.last.year
        if base is not None and not self.is_new and not -1 <= year - base <= AHEAD:
            return self
        return replace(self, last=Point(year), is_new=False)

    def meant(self, date: FoundDate) -> FoundDate:
        """The date with what the narrative adds to it."""
        if not date.is_open:
            return replace(date, last=_closed(date.last, date.first))
        if date.bearing in (Bearing.LATER, Bearing.EARLIER, Bearing.SAME):
            return self._counted(date)
        if self.last.year is None:
            return date
        year = self._year(date)
        first = replace(date.first, year=year)
        last = _closed(date.last, first)
        return replace(date, first=first, last=last, is_inferred=True)

    def _year(self, date: FoundDate) -> int:
        year = self.last.year or 0
        moved = {Bearing.NEXT_YEAR: 1, Bearing.LAST_YEAR: -1, Bearing.SAME_YEAR: 0}
        if date.bearing in moved:
            return year + moved[date.bearing]
        month = date.first.month or (date.months[0] if date.months else None)
        if month is None or self.last.month is None:
            return year
        return year + (self.last.month - month > BACKWARD)

    def _counted(self, date: FoundDate) -> FoundDate:
        sign = -1 if date.bearing is Bearing.EARLIER else 1
        count = sign * date.count
        days = {"day": count, "week": 7 * count}.get(date.unit, 0)
        last = self.last
        if last.year is None or date.is_vague or (date.unit in DAYS and not last.month):
            return date
        if date.unit in DAYS and not last.day:
            return self._from_month(date, days)
        months, years = (count if date.unit == unit else 0 for unit in ("month", "year"))
        point = last.moved(days, months, years)
        if date.unit not in DAYS:
            # A number of months or years names no day.
            point = Point(point.year, point.month if date.unit == "month" else None)
        return replace(date, first=point, is_inferred=True)

    def _from_month(self, date: FoundDate, days: int) -> FoundDate:
        """Days counted from some day of a month: as early and as late as it can be."""
        year, month = self.last.year, self.last.month
        if not days or year is None or month is None:
            return date
        first = Point(year, month, 1).moved(days)
        last = Point(year, month, monthrange(year, month)[1]).moved(days)
        return replace(date, first=first, last=last, is_inferred=True)


def _closed(last: Point | None, first: Point) -> Point | None:
    """The last point of a span, its year that of the first or the next."""
    if last is None or last.year is not None or first.year is None:
        return last
    before = (last.month or 12, last.day or 31) < (first.month or 0, first.day or 0)
    return replace(last, year=first.year + before)
