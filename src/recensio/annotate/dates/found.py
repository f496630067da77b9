"""Dates as they are found: a point or a span with what the words around say of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recensio.annotate.dates.cores import Grain, Listing
from recensio.annotate.dates.points import NOWHERE, Point


class Part(StrEnum):
    """The part of a period that is meant."""

    WHOLE = ""
    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


class Bearing(StrEnum):
    """How a date that rests on another one relates to the narrative."""

    NONE = ""
    SAME_YEAR = "same year"
    NEXT_YEAR = "next year"
    LAST_YEAR = "last year"
    LATER = "later"
    EARLIER = "earlier"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text.

    `months` bound a season, of which the first is that of `first`. `listing` says that two single
    points are named together; otherwise `last` ends a span. `bearing` says that the date counts
    from the narrative's last one, by `count` times the `unit`; `old_style` is the day of the Julian
    calendar that stands in the words, `settled` what an editor has decided.
    """

    start: int
    end: int
    grain: Grain
    first: Point = NOWHERE
    last: Point | None = None
    listing: Listing = Listing.NONE
    part: Part = Part.WHOLE
    months: tuple[int, int] | None = None
    old_style: Point | None = None
    bearing: Bearing = Bearing.NONE
    count: int = 0
    unit: str = ""
    is_vague: bool = False
    is_inferred: bool = False
    settled: tuple[tuple[str, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the words leave the year open."""
        return self.first.year is None
