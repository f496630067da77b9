"""Dates of the calendar in English words: day, month and year, month and year, year, spans.

To recognise one more form of date, add a pattern to `FORMS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS: Final = (
    "Jan(?:uary|\\.)|Feb(?:ruary|\\.)|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|June?|July?|Aug(?:ust|\\.)"
    "|Sept?(?:ember|\\.)|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.)"
)
NUMBERS: Final = {
    month[:3].lower(): number for number, month in enumerate(re.findall(r"\b[A-Z]\w\w", MONTHS), 1)
}
DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
MONTH: Final = rf"(?P<month>{MONTHS})"
YEAR: Final = r"(?P<year>1\d{3}|20\d{2})"
FORMS: Final = tuple(
    re.compile(rf"(?<![\w/])(?<!\d[.,]){form}(?![\w/]|[.,]\d)")
    for form in (
        rf"{DAY}(?:\s+of)?\s+{MONTH},?\s+{YEAR}",
        rf"{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"{MONTH}(?:\s+of|,)?\s+{YEAR}",
        rf"{YEAR}\s*[–—-]\s*(?P<until>\d\d|1\d{{3}}|20\d{{2}})",
        r"(?P<decade>1\d{2}|20\d)0s",
        rf"(?<!\d[–—-]){YEAR}(?![–—-]\w)",
    )
)
BETWEEN: Final = re.compile(r"\s+to\s+|\s*[–—]\s*")
"""What joins two dates into a span."""

NUMBERED: Final = re.compile(r"(?:\b(?:pp?|ll?|nos?|vol|fol|ff?|art|§)\.?|[№#$£€])\s*$", re.I)
"""What makes a number before it a page, a volume or a sum."""

TEMPORAL: Final = re.compile(
    r"\b(?:in|of|since|by|until|till|from|before|after|during|early|late|mid|to|and)\s+$", re.I
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, and what it says as attributes of TEI's date."""

    start: int
    end: int
    attributes: tuple[tuple[str, str], ...]


def dates(text: str) -> tuple[FoundDate, ...]:
    """The dates of a text in its order; none of them overlap."""
    taken: list[FoundDate] = []
    for found in sorted(_single(text), key=lambda each: (each.start, -each.end)):
        if not taken or found.start >= taken[-1].end:
            taken.append(_spanned(taken, found, text))
    return tuple(found for found in taken if found.attributes)


def _single(text: str) -> Iterator[FoundDate]:
    """Every match of every form; a day that the calendar lacks has no attributes."""
    for form in FORMS:
        for match in form.finditer(text):
            if not _is_number(match, text):
                yield FoundDate(match.start(), match.end(), _attributes(match.groupdict()))


def _spanned(taken: list[FoundDate], found: FoundDate, text: str) -> FoundDate:
    """The date, or the span that it ends if the last date taken begins one."""
    if taken and BETWEEN.fullmatch(text, taken[-1].end, found.start):
        first, last = dict(taken[-1].attributes).get("when"), dict(found.attributes).get("when")
        if first and last and first < last:
            span = (("from", first), ("to", last))
            return FoundDate(taken.pop().start, found.end, span)
    return found


def _attributes(parts: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    """What the words say; nothing if there is no such day."""
    year = parts.get("year") or ""
    if decade := parts.get("decade"):
        return (("notBefore", f"{decade}0"), ("notAfter", f"{decade}9"))
    if until := parts.get("until"):
        last = f"{year[:-2]}{until}" if len(until) == 2 else until
        return (("from", year), ("to", last)) if year < last else ()
    if not parts.get("month"):
        return (("when", year),)
    month = NUMBERS[str(parts["month"])[:3].lower()]
    if not parts.get("day"):
        return (("when", f"{year}-{month:02}"),)
    try:
        return (("when", date(int(year), month, int(str(parts["day"]))).isoformat()),)
    except ValueError:
        return ()


def _is_number(match: re.Match[str], text: str) -> bool:
    """Whether four digits count something: a page, a sum, or a round number of things."""
    parts = match.groupdict()
    if parts.get("month") or parts.get("until") or parts.get("decade"):
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    year = parts["year"] or ""
    counts = year < "1400" or year.endswith("00")
    return bool(NUMBERED.search(before)) or (counts and not TEMPORAL.search(before))
