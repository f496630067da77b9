"""Attributes: a date as TEI writes it (att.datable; TEI Guidelines, 13.1.2 Dating attributes).

What the words say stands in @when, @from and @to, or @notBefore and @notAfter. Where they mean a
part of it (early 1933, summer of 1932), @when has the whole and @notBefore-iso with @notAfter-iso
the part. What TEI cannot say, such as several single days, is given in EDTF (ISO 8601-2) as
@when-custom with @datingMethod.
"""

from __future__ import annotations

from calendar import monthrange
from typing import Final

from recensio.annotate.dates.cores import Grain, Listing
from recensio.annotate.dates.found import Bearing, FoundDate, Part
from recensio.annotate.dates.points import Point
from recensio.tei.registers import EDTF

JULIAN: Final = "https://www.wikidata.org/entity/Q11184"
GREGORIAN: Final = "https://www.wikidata.org/entity/Q12138"
INFERRED: Final = "medium"
UNKNOWN: Final = "unknown"
Attributes = tuple[tuple[str, str], ...]
_MONTHS_OF_YEAR: Final = {
    Part.BEGINNING: (1, 4),
    Part.MIDDLE: (5, 8),
    Part.END: (9, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
}
_DAYS_OF_MONTH: Final = {
    Part.BEGINNING: (1, 10),
    Part.MIDDLE: (11, 20),
    Part.END: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}
_YEARS_OF_DECADE: Final = {
    Part.BEGINNING: (0, 3),
    Part.MIDDLE: (3, 6),
    Part.END: (6, 9),
    Part.FIRST_HALF: (0, 4),
    Part.SECOND_HALF: (5, 9),
}


def attributes(date: FoundDate) -> Attributes:
    """The attributes of a date; where nothing fixes it, they say so."""
    if date.settled:
        return date.settled
    if not str(date.first):
        return (("cert", UNKNOWN),)
    cert = (("cert", INFERRED),) if date.is_inferred else ()
    return (*_when(date), *_calendar(date), *cert)


def _when(date: FoundDate) -> Attributes:
    first, last = str(date.first), str(date.last or "")
    if date.bearing in (Bearing.LATER, Bearing.EARLIER):
        return (("notBefore", first), ("notAfter", last or first))
    if date.listing and last:
        one = f"[{first},{last}]" if date.listing is Listing.EITHER else f"{{{first},{last}}}"
        return (("notBefore", first), ("notAfter", last), *_edtf(one))
    if date.grain is Grain.DECADE and last:
        return _decade(date)
    if last and last != first and date.months:
        return (("notBefore", first), ("notAfter", last), *_iso(date))
    if last and last != first:
        return (("from", first), ("to", last))
    return (("when", first), *_iso(date))


def _decade(date: FoundDate) -> Attributes:
    first, last = date.first.year or 0, date.last.year if date.last else 0
    low, high = _YEARS_OF_DECADE.get(date.part, (0, (last or first) - first))
    bounds = (("notBefore", f"{first + low:04}"), ("notAfter", f"{first + high:04}"))
    # EDTF has a form for a decade: the years of which the last digit is left open.
    whole = date.part is Part.WHOLE and first % 10 == 0 and (last or 0) - first == 9
    return (*bounds, *(_edtf(f"{first // 10}X") if whole else ()))


def _iso(date: FoundDate) -> Attributes:
    """The bounds of the part that is meant."""
    bounds = _bounds(date)
    if bounds is None:
        return ()
    first, last = bounds
    return (("notBefore-iso", str(first)), ("notAfter-iso", str(last)))


def _bounds(date: FoundDate) -> tuple[Point, Point] | None:
    year, month = date.first.year, date.first.month
    if year is None or date.first.day:
        return None
    if date.months:
        first, last = date.months
        until = date.last.year if date.last and date.last.year else year
        return Point(year, first), Point(until + (last < first and until == year), last)
    if month and date.part in _DAYS_OF_MONTH:
        first, last = _DAYS_OF_MONTH[date.part]
        return Point(year, month, first), Point(year, month, min(last, monthrange(year, month)[1]))
    if date.part in _MONTHS_OF_YEAR:
        first, last = _MONTHS_OF_YEAR[date.part]
        return Point(year, first), Point(year, last)
    return None


def _calendar(date: FoundDate) -> Attributes:
    """The calendars of the words, where they name a day of the Julian calendar (Old Style)."""
    if date.old_style is None or not str(date.old_style):
        return ()
    return (("calendar", f"{JULIAN} {GREGORIAN}"), ("when-custom", str(date.old_style)),
            ("datingMethod", JULIAN))  # fmt: skip


def _edtf(value: str) -> Attributes:
    return (("when-custom", value), ("datingMethod", EDTF))
