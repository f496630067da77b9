"""Spans: cores with the words around them, and two cores that make one date.

Early 1933, the end of August of the same year, summer and early autumn of 1932, from December 1927
to September 1930.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from recensio.annotate.dates.cores import Core, Grain, Listing
from recensio.annotate.dates.found import Bearing, FoundDate, Part

PARTS: Final[tuple[tuple[str, Part], ...]] = (
    (r"early(?:\s+in)?(?:\s+the)?|beginning\s+of|start\s+of|first\s+days\s+of|opening\s+of"
     r"|first\s+(?:week|weeks|months)\s+of|eve\s+of", Part.BEGINNING),
    (r"mid(?:dle\s+of)?|middle\s+of", Part.MIDDLE),
    (r"(?:very\s+)?(?:late|end\s+of|close\s+of|last\s+(?:days|week|weeks|months)\s+of)(?:\s+in)?",
     Part.END),
    (r"first\s+half\s+of", Part.FIRST_HALF),
    (r"second\s+half\s+of|latter\s+half\s+of", Part.SECOND_HALF),
)  # fmt: skip
BEFORE: Final = tuple(
    (re.compile(rf"(?<![\w-])(?:{words})(?:\s+the)?[\s-]+$", re.I), part) for words, part in PARTS
)
WINDOW: Final = 40
BEHIND: Final = re.compile(
    r",?\s+(?:of\s+)?(?:(?P<same>(?:that|the\s+same|this)\s+(?:same\s+)?year)"
    r"|(?P<next>the\s+(?:next|following)\s+year|next\s+year)"
    r"|(?P<last>the\s+(?:previous|preceding)\s+year|last\s+year))(?!\w)(?!['’]s)"
)
TO: Final = re.compile(r"(?:,?\s+(?:to|through|until|till|по)\s+(?:the\s+)?|\s*[–—-]\s*|:\s+)")
AND: Final = re.compile(r",?\s+(?:and|or|и)\s+(?:in\s+)?(?:the\s+)?|\s*,\s+")
BETWEEN: Final = re.compile(r"\b(?:between|from|either)\s+(?:the\s+)?$", re.I)


def spans(text: str, found: Iterable[Core]) -> Iterator[FoundDate]:
    """The dates that the cores of a text make, in its order."""
    pending: FoundDate | None = None
    for core in found:
        date = _dressed(core, text, pending.end if pending else 0)
        joined = _joined(pending, date, text) if pending else None
        if pending and not joined:
            yield pending
        pending = joined or date
    if pending:
        yield pending


def _dressed(core: Core, text: str, behind: int) -> FoundDate:
    """A core with the part of it that is meant, and the year that stands behind it."""
    start, part = _part(core, text, behind)
    after = BEHIND.match(text, core.end) if core.first.year is None else None
    paired = BETWEEN.search(text[max(0, core.start - 12) : core.start])
    bearing = Bearing.NONE
    if after:
        bearing = (
            Bearing.SAME_YEAR
            if after["same"]
            else Bearing.NEXT_YEAR
            if after["next"]
            else Bearing.LAST_YEAR
        )
    return FoundDate(
        start,
        after.end() if after else core.end,
        core.grain,
        core.first,
        core.last,
        Listing.NONE if paired else core.listing,
        part if not core.months else Part.WHOLE,
        _narrowed(core.months, part),
        core.old_style,
        bearing,
    )


def _narrowed(months: tuple[int, int] | None, part: Part) -> tuple[int, int] | None:
    """The months of a part of a season: early autumn is September."""
    if months is None or part is Part.WHOLE:
        return months
    first, last = months
    middle = first % 12 + 1
    return {
        Part.BEGINNING: (first, first),
        Part.MIDDLE: (middle, middle),
        Part.END: (last, last),
        Part.FIRST_HALF: (first, middle),
        Part.SECOND_HALF: (middle, last),
    }[part]


def _part(core: Core, text: str, behind: int) -> tuple[int, Part]:
    if core.grain is Grain.DAY:
        return core.start, Part.WHOLE
    first = max(behind, core.start - WINDOW)
    for pattern, part in BEFORE:
        if match := pattern.search(text[first : core.start]):
            return first + match.start(), part
    return core.start, Part.WHOLE


def _joined(first: FoundDate, last: FoundDate, text: str) -> FoundDate | None:
    """The date that two make with the words between them, if they make one."""
    if first.last or last.last or first.bearing:
        return None
    between = (first.end, last.start)
    whole = replace(
        last,
        start=first.start,
        first=first.first.within(last.first) if first.is_open else first.first,
        last=last.first,
        old_style=None,
        part=Part.WHOLE,
        months=_months(first, last),
        grain=first.grain if first.grain is last.grain else Grain.YEAR,
    )
    if TO.fullmatch(text, *between):
        return whole if _follows(whole) else None
    if AND.fullmatch(text, *between):
        paired = bool(BETWEEN.search(text[max(0, first.start - 12) : first.start]))
        if paired and " and " in text[slice(*between)]:
            return whole if _follows(whole) else None
        either = " or " in text[slice(*between)]
        shared = first.is_open and (either or not last.is_open)
        same = first.grain is last.grain and first.grain in (Grain.MONTH, Grain.SEASON)
        if shared and same:
            apart = Listing.NONE if _adjoin(first, last) else Listing.BOTH
            return replace(whole, listing=Listing.EITHER if either else apart)
    return None


def _months(first: FoundDate, last: FoundDate) -> tuple[int, int] | None:
    if first.months and last.months:
        return first.months[0], last.months[1]
    return None


def _adjoin(first: FoundDate, last: FoundDate) -> bool:
    """Whether the second month or season follows the first at once."""
    if first.months and last.months:
        return first.months[1] % 12 + 1 == last.months[0]
    return (first.first.month or 0) + 1 == last.first.month


def _follows(date: FoundDate) -> bool:
    """Whether the last point of a span lies behind the first, as far as the words say."""
    last = date.last
    if last is None or date.months:
        return last is not None
    if date.first.year and last.year:
        return str(date.first) < str(last) or (
            str(date.first)[:4] == str(last)[:4] and len(str(date.first)) > len(str(last))
        )
    if date.first.year and not last.year:
        return date.grain is not Grain.YEAR
    before = (date.first.month or 0, date.first.day or 0)
    return before < (last.month or 0, last.day or 0)
