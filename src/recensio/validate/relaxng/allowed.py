"""Which values an attribute or text may have, in words, and what a wrong one was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recensio.validate.relaxng.advice import AT_MOST
from recensio.validate.relaxng.patterns import Namespaces, Pattern, every
from recensio.validate.relaxng.values import Datum, Value
from recensio.validate.spelling import by_likeness, meant

SHOWN: Final = 40
"""Characters of a text or value that a message shows."""

TEMPORAL: Final = frozenset(
    ("date", "dateTime", "time", "gYear", "gYearMonth", "gMonthDay", "gMonth", "gDay")
)
DATES: Final = "a date or time such as 1934-01-26, 1934-01, 1934, --01-26 or 1934-01-26T14:30:00"
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
PADDED: Final = re.compile(r"(-?\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
GERMAN: Final = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
"""Day, month and year with full stops, as dates are written in most of Europe."""


def allowed(patterns: Iterable[Pattern], given: str) -> tuple[tuple[str, ...], str]:
    """At most five of the values that are listed, the most alike first, and all in words."""
    parts = list(every(patterns))
    listed = [each.written for each in parts if isinstance(each, Value)]
    ranked = tuple(by_likeness(given, listed)[:AT_MOST])
    words = [_one_of(listed, ranked)] if listed else []
    return ranked, joined([*words, *_kinds(parts)], "or")


def no_such_day(given: str) -> bool:
    """Whether a value is in the form of a day, but the calendar has none."""
    if not DAY.fullmatch(given.strip()):
        return False
    # Imported here: few values are wrong.
    from datetime import date

    try:
        date.fromisoformat(given.strip())
    except ValueError:
        return True
    return False


def correction(patterns: Sequence[Pattern], given: str) -> str | None:
    """The one value that was plainly meant by a wrong one, if it is allowed."""
    listed = [each.written for each in every(patterns) if isinstance(each, Value)]
    words = [each for each in listed if each in given.split()]
    near = meant(given.strip(), listed) or (words[0] if len(words) == 1 else None)
    for candidate in (given.strip(), *_rewritten(given.strip()), near):
        if candidate and candidate != given and any(_fits(each, candidate) for each in patterns):
            return candidate
    return None


def joined(words: Sequence[str], conjunction: str) -> str:
    """Words as a list in a sentence."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def shown(text: str) -> str:
    """A text as a message shows it, cut where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"


def _kinds(parts: Iterable[Pattern]) -> list[str]:
    """The datatypes among patterns, in words; those of dates together."""
    data = [each.datatype for each in parts if isinstance(each, Datum)]
    dates = [each for each in data if each.name in TEMPORAL]
    if len(dates) < 2:
        return list(dict.fromkeys(each.says() for each in data))
    others = [each.says() for each in data if each.name not in TEMPORAL]
    return list(dict.fromkeys((DATES, *others)))


def _rewritten(given: str) -> Iterator[str]:
    """The value as it would be in the form that XML wants."""
    if found := PADDED.fullmatch(given):
        yield "-".join((found[1], *(part.zfill(2) for part in found.groups()[1:] if part)))
    if found := GERMAN.fullmatch(given):
        yield f"{found[3]}-{found[2].zfill(2)}-{found[1].zfill(2)}"
    yield given.replace(",", ".")
    yield given.casefold()


def _fits(pattern: Pattern, value: str) -> bool:
    return pattern.text(value, Namespaces({})).nullable


def _one_of(listed: Sequence[str], ranked: Sequence[str]) -> str:
    if len(listed) == 1:
        return f"“{shown(listed[0])}”"
    best = ", ".join(f"“{shown(each)}”" for each in ranked)
    more = len(set(listed)) - len(ranked)
    return f"one of {best}" + (f" and {more} more" if more > 0 else "")
