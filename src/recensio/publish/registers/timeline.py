"""A timeline: events in panels, each panel with an axis of its own, each event with a lane.

Places are in percent of the width, so that a figure fills any page and its letters keep their
size. A lane has a row for each date that differs, so nothing stands upon anything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recensio.model.dating import Span, date_of, day_number
from recensio.publish.registers.statements import Happening, Statement

DENSE: Final = 3
"""Events that a year must have to get a panel of its own."""

YEARS: Final = 12
"""Years that a panel of sparse years spans at most."""

LONG: Final = 400
"""Days from which an event is shown among those that last for years."""

MONTHS: Final = 15
"""Months up to which an axis is marked by months."""

STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis at the beginning of a month or year; `date` in EDTF."""

    x: float
    date: str


@dataclass(frozen=True, slots=True)
class Row:
    """A date in a lane: its statements, from `left` to `right` in percent."""

    statements: tuple[Statement, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Panel:
    """Events with an axis from the day `first` to the day `last`; `years` it is headed by."""

    first: int
    last: int
    happenings: tuple[Happening, ...]
    years: tuple[int, int]
    is_long: bool = False

    def x(self, day: float) -> float:
        """The place of a day, in percent of the width."""
        share = (day - self.first) / (self.last + 1 - self.first)
        return round(min(100.0, max(0.0, 100 * share)), 2)

    def ticks(self) -> Iterator[Tick]:
        """The marks of the axis: months, or years that are round."""
        (year, month, _day), (end, last_month, _) = date_of(self.first), date_of(self.last)
        if 12 * (end - year) + last_month - month < MONTHS:
            for number in range(12 * year + month - 1, 12 * end + last_month):
                begins = day_number(number // 12, number % 12 + 1, 1)
                yield Tick(self.x(begins), f"{number // 12:04}-{number % 12 + 1:02}")
            return
        step = next((step for step in STEPS if (end - year) / step <= 8), STEPS[-1])
        for round_year in range(-(-year // step) * step, end + 1, step):
            yield Tick(self.x(day_number(round_year, 1, 1)), _year(round_year))

    def rows(self, happening: Happening) -> Iterator[Row]:
        """The dates of an event in the order of time, those that are the same together."""
        same: dict[str, list[Statement]] = {}
        for each in happening.statements:
            same.setdefault(each.when, []).append(each)
        for group in sorted(same.values(), key=lambda found: _ends(found[0].span, self)):
            first, last = _ends(group[0].span, self)
            yield Row(tuple(group), self.x(first), self.x(last + 1))


def panels(happenings: Sequence[Happening]) -> list[Panel]:
    """The panels of a timeline: those of years in their order, then that of what lasts longer."""
    spans = [(each, *_bounds(each)) for each in happenings]
    long = [each for each, first, last in spans if last - first > LONG]
    short = [(each, date_of(first)[0]) for each, first, last in spans if last - first <= LONG]
    per_year = Counter(year for _each, year in short)
    groups: list[list[tuple[Happening, int]]] = []
    for each, year in short:
        if not groups or not _fits(groups[-1], year, per_year):
            groups.append([])
        groups[-1].append((each, year))
    found = [_panel([each for each, _year in group]) for group in groups]
    return found + ([_panel(long, is_long=True)] if long else [])


def _fits(group: Sequence[tuple[Happening, int]], year: int, per_year: Counter[int]) -> bool:
    first, last = group[0][1], group[-1][1]
    if max(per_year[last], per_year[year]) >= DENSE:
        return year == last
    return year - first < YEARS


def _panel(happenings: Sequence[Happening], is_long: bool = False) -> Panel:
    """The panel of some events, its axis widened to whole months, or to years if it is long."""
    bounds = [_bounds(each) for each in happenings]
    (year, month, _), (end, last_month, _) = (
        date_of(min(first for first, _last in bounds)),
        date_of(max(last for _first, last in bounds)),
    )
    if 12 * (end - year) + last_month - month >= MONTHS:
        month, last_month = 1, 12
    after = (end + 1, 1) if last_month == 12 else (end, last_month + 1)
    first, last = day_number(year, month, 1), day_number(*after, 1) - 1
    return Panel(first, last, tuple(happenings), (year, end), is_long)


def _bounds(happening: Happening) -> tuple[int, int]:
    span = happening.span
    return span.first or 0, span.last or 0


def _ends(span: Span, panel: Panel) -> tuple[int, int]:
    """The days of a span; an open end reaches to that of the panel."""
    return (
        panel.first if span.first is None else span.first,
        panel.last if span.last is None else span.last,
    )


def _year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"
