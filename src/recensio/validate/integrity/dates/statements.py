"""What the text of a date states: a day, a month or a year in words and numbers.

Only plain statements count. A text with other numbers in it, with words such as "before" or "old
style", or with two months is not understood, and nothing is said of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recensio.validate.integrity.dates.months import FILLERS, MONTHS, ROMAN, SIGNALS

DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|ten|te|º|-?го|-?е)?"
MONTH: Final = r"(?P<month>\d{0,2}[^\W\d_]+)"
YEAR: Final = r"(?P<year>\d{4})"
GAP: Final = r"(?:\s*[.,]\s*|\s+)(?:(?:of|de|den|des|anno)\s+)?"
NUMBER: Final = r"(?P<month>\d{1,2})"
NUMERAL: Final = r"(?P<month>[ivxIVX]{1,4})"
SHORT: Final = r"(?P<year>\d{4}|[’']?\d\d)"
FULL: Final = tuple(
    re.compile(rf"(?<![\w./]){form}(?!\w|/)", re.IGNORECASE)
    for form in (
        rf"{DAY}{GAP}{MONTH}{GAP}{YEAR}",
        rf"{MONTH}{GAP}{DAY}{GAP}{YEAR}",
        rf"{YEAR}{GAP}{MONTH}{GAP}{DAY}",
        rf"{DAY}\s*\.\s*{NUMBER}\s*\.\s*{SHORT}",
        rf"{YEAR}\s*[-./]\s*{NUMBER}\s*[-./]\s*{DAY}",
        rf"{DAY}\s*[./ ]\s*{NUMERAL}\s*[./ ]\s*{SHORT}",
    )
)
PART: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{MONTH}{GAP}{YEAR}",
        rf"{DAY}{GAP}{MONTH}",
        rf"{MONTH}{GAP}{DAY}",
        MONTH,
        YEAR,
    )
)
SLASHED: Final = re.compile(
    r"(?<![\w./])(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})\s*/\s*(?P<year>\d{4})(?!\w|/)"
)
WORD: Final = re.compile(r"[^\W\d_]+")
NUMBERS: Final = re.compile(r"\d+")
NOISE: Final = re.compile(r"[\[\]<>()|]|\u00ad")
TRIMMED: Final = " .,;:!?–—-"


@dataclass(frozen=True, slots=True)
class Statement:
    """The day, month and year that a text states, as far as it does."""

    year: int | None
    month: int | None
    day: int | None
    words: str

    def contradicts(self, year: int, month: int | None, day: int | None) -> bool:
        """Whether another date has another year, month or day; what either lacks is no matter."""
        if self.year is not None:
            same = self.year % 100 == year % 100 if self.year < 100 else self.year == year
            if not same:
                return True
        if self.month is not None and month is not None and self.month != month:
            return True
        return self.day is not None and day is not None and self.day != day

    @property
    def value(self) -> str | None:
        """The statement as an attribute has it; none if its year is not plain."""
        if self.year is None or self.year < 100:
            return None
        parts = [self.month, self.day] if self.month else []
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in parts if part)])


@lru_cache(maxsize=8_192)
def statements(text: str) -> tuple[Statement, ...]:
    """The ways to read a date: one, or two where day and month may change places."""
    clean = " ".join(NOISE.sub("", unicodedata.normalize("NFC", text)).split())
    words = [word.casefold() for word in WORD.findall(clean)]
    if not clean or len(clean) > 120 or not SIGNALS.isdisjoint(words):
        return ()
    slashed = SLASHED.search(clean)
    if slashed and _holds_all(slashed, clean):
        year, one, other = (int(slashed[part]) for part in ("year", "day", "month"))
        both = ((one, other), (other, one))
        return tuple(Statement(year, m, d, clean) for d, m in both if m <= 12)
    found = next(_found(clean), None)
    return (found,) if found else ()


def _found(text: str) -> Iterator[Statement]:
    for form in FULL:
        for match in form.finditer(text):
            statement = _read(match, text)
            if statement and _holds_all(match, text) and not _more_months(match, text):
                yield statement
    plain = _without_fillers(text)
    for form in PART:
        whole = form.fullmatch(plain)
        statement = _read(whole, text) if whole else None
        if statement:
            yield statement


def _read(match: re.Match[str], text: str) -> Statement | None:
    parts = match.groupdict()
    month, day, year = parts.get("month"), parts.get("day"), parts.get("year")
    number = _month(month) if month else None
    if (month and number is None) or (day and not 1 <= int(day) <= 31):
        return None
    said = int(year.lstrip("’'")) if year else None
    return Statement(said, number, int(day) if day else None, text)


def _month(written: str) -> int | None:
    name = written.casefold()
    if name.isdigit():
        return int(name) if 1 <= int(name) <= 12 else None
    return MONTHS.get(name) or ROMAN.get(name)


def _holds_all(match: re.Match[str], text: str) -> bool:
    """Whether there is no number in the text beside the date."""
    rest = text[: match.start()] + " " + text[match.end() :]
    return not NUMBERS.search(rest)


def _more_months(match: re.Match[str], text: str) -> bool:
    rest = text[: match.start()] + " " + text[match.end() :]
    return any(len(w) > 3 and w.casefold() in MONTHS for w in WORD.findall(rest))


def _without_fillers(text: str) -> str:
    """The text without weekdays, articles and what stands around it."""
    kept = [word for word in text.split() if word.strip(TRIMMED).casefold() not in FILLERS]
    return " ".join(kept).strip(TRIMMED)
