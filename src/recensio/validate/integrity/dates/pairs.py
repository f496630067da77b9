"""A day in Old and New Style side by side: "11/23 August 1917", "25 October (7 November) 1917"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from recensio.validate.integrity.dates.calendars import exists
from recensio.validate.integrity.dates.months import MONTHS, ROMAN

_BETWEEN: Final = r"\s*(?:/|\()\s*"
_MONTH: Final = r"[^\W\d_]+"
_END: Final = r"\)?\s*[.,]?\s*"
FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<d1>\d\d?){_BETWEEN}(?P<d2>\d\d?){_END}(?P<m2>{_MONTH})[.,\s]\s*(?P<y2>\d{{4}})",
        rf"(?P<m2>{_MONTH})\.?\s+(?P<d1>\d\d?){_BETWEEN}(?P<d2>\d\d?){_END}(?P<y2>\d{{4}})",
        rf"(?P<d1>\d\d?)\.?\s+(?P<m1>{_MONTH})\.?(?:\s+(?P<y1>\d{{4}}))?{_BETWEEN}"
        rf"(?P<d2>\d\d?)\.?\s+(?P<m2>{_MONTH}){_END}(?P<y2>\d{{4}})",
        rf"(?P<m1>{_MONTH})\.?\s+(?P<d1>\d\d?)(?:,?\s+(?P<y1>\d{{4}}))?{_BETWEEN}"
        rf"(?P<m2>{_MONTH})\.?\s+(?P<d2>\d\d?){_END}(?P<y2>\d{{4}})",
    )
)

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Year, month and day of the old style and of the new one, and how they are written."""

    old: Day
    new: Day
    said_old: str
    said_new: str

    @property
    def days(self) -> tuple[tuple[Day, str], tuple[Day, str]]:
        """Both days with how they are written, the new style first."""
        return (self.new, self.said_new), (self.old, self.said_old)


def pair(text: str) -> Pair | None:
    """The pair that a text is; none if it is anything else, or its numbers make no days."""
    if "/" not in text and "(" not in text:
        return None
    clean = " ".join(text.split()).rstrip(" .гG")
    for form in FORMS:
        found = form.search(clean)
        if found and not re.search(r"\d", clean[: found.start()] + clean[found.end() :]):
            return _pair(found.groupdict())
    return None


def _pair(parts: dict[str, str | None]) -> Pair | None:
    month = _month(parts["m2"])
    earlier = _month(parts["m1"]) if parts.get("m1") else month
    if month is None or earlier is None:
        return None
    year, one, other = (int(parts[name] or 0) for name in ("y2", "d1", "d2"))
    if not parts.get("m1") and one > other:
        earlier = month - 1 or 12
    before = int(parts.get("y1") or (year - 1 if earlier > month else year))
    old, new = (before, earlier, one), (year, month, other)
    if not (exists(before, earlier, min(one, 28)) and exists(*new)) or one > 31:
        return None
    return Pair(old, new, _said(old), _said(new))


def _month(name: str | None) -> int | None:
    key = (name or "").casefold()
    return MONTHS.get(key) or ROMAN.get(key)


def _said(day: Day) -> str:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
