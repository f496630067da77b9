"""Dates in a text: `read_dates` finds them, a `Narrative` says which year they leave open.

text -> cores (the calendar) -> spans (parts, ranges) -> with offsets, in order
     -> narrative (years) -> attributes
"""

from __future__ import annotations

from recensio.annotate.dates.cores import cores
from recensio.annotate.dates.found import FoundDate
from recensio.annotate.dates.offsets import offsets
from recensio.annotate.dates.spans import spans


def read_dates(text: str) -> tuple[FoundDate, ...]:
    """The dates of a text in its order; none of them overlap, the longer one counts."""
    taken: list[FoundDate] = []
    found = [*spans(text, cores(text)), *offsets(text)]
    for date in sorted(found, key=lambda each: (each.start, -each.end)):
        if not taken or date.start >= taken[-1].end:
            taken.append(date)
    return tuple(taken)
