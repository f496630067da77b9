"""Dates and times: their lexical forms, their values and their order (XML Schema part 2, 3.2.7 ff).

What jing takes, also where the specification says otherwise: no 24:00:00; a leap second in any
minute; a point without digits after it; zones from -13:00 to +14:00; instants that 64 bits hold,
counted in milliseconds. There is no year 0, and the year before 0001 is -0001, a leap year.
"""

from __future__ import annotations

import re
from typing import Final

# Whether there is a zone; milliseconds from 1970; milliseconds into a leap second, from 1.
Instant = tuple[bool, int, int]

_LEAP: Final = 2000
_HOURS_14: Final = 14 * 3_600_000
_BOUND: Final = 1 << 63

_ZONE = r"(?:Z|\+(?:0[0-9]|1[0-3]):[0-5][0-9]|\+14:00|-(?:0[0-9]|1[0-2]):[0-5][0-9]|-13:00)?"
_DAY_OF_MONTH = (
    r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]{leap}))"
)
# The group `far` takes part for years that may lie out of bounds, `leap` for 29 February.
_YEAR = r"-?(?:(?!0000)[0-9]{4}|[1-9][0-9]{4,7}|(?P<far>[12][0-9]{8}))"
_TIME = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]*)?"
_DATE = _YEAR + "-" + _DAY_OF_MONTH.format(leap="|(?P<leap>29)")

LEXICAL: Final = {
    "dateTime": f"{_DATE}T{_TIME}{_ZONE}",
    "date": _DATE + _ZONE,
    "time": _TIME + _ZONE,
    "gYearMonth": f"{_YEAR}-(?:0[1-9]|1[0-2]){_ZONE}",
    "gYear": _YEAR + _ZONE,
    "gMonthDay": "--" + _DAY_OF_MONTH.format(leap="|29") + _ZONE,
    "gDay": f"---(?:0[1-9]|[12][0-9]|3[01]){_ZONE}",
    "gMonth": f"--(?:0[1-9]|1[0-2]){_ZONE}",
}

_PARTS: Final = {
    "dateTime": r"(?P<Y>-?\d+)-(?P<M>..)-(?P<D>..)T(?P<h>..):(?P<m>..):(?P<s>\d\d)\.?(?P<f>\d*)",
    "date": r"(?P<Y>-?\d+)-(?P<M>..)-(?P<D>..)",
    "time": r"(?P<h>..):(?P<m>..):(?P<s>\d\d)\.?(?P<f>\d*)",
    "gYearMonth": r"(?P<Y>-?\d+)-(?P<M>..)",
    "gYear": r"(?P<Y>-?\d+)",
    "gMonthDay": r"--(?P<M>..)-(?P<D>..)",
    "gDay": r"---(?P<D>..)",
    "gMonth": r"--(?P<M>..)",
}
_ZONED: Final = r"(?P<zone>Z|[+-]\d\d:\d\d)?"


def instant_value(name: str, text: str) -> Instant | None:
    """The instant at which a date or time begins; None if there is none.

    text: in the lexical space of the type `name`. What a type leaves open is 2000-01-01T00:00:00.
    """
    found = re.fullmatch(_PARTS[name] + _ZONED, text)
    parts: dict[str, str | None] = found.groupdict() if found else {"zone": None}
    year, month, day = (int(parts.get(key) or default) for key, default in _OPEN)
    year += year < 0
    if (month, day) == (2, 29) and not is_leap(year):
        return None
    seconds, leap = _seconds(parts)
    offset = _offset(parts["zone"])
    instant = (days_from_1970(year, month, day) * 86_400 + seconds - offset) * 1000
    instant += 999 if leap else _milliseconds(parts)
    return (parts["zone"] is not None, instant, leap) if -_BOUND <= instant < _BOUND else None


_OPEN: Final = (("Y", _LEAP), ("M", 1), ("D", 1))


def _seconds(parts: dict[str, str | None]) -> tuple[int, int]:
    """Seconds of the day, and where in a leap second the instant lies: 0 if in none."""
    hours, minutes, seconds = (int(parts.get(key) or 0) for key in "hms")
    leap = 1 + _milliseconds(parts) if seconds == 60 else 0
    return hours * 3600 + minutes * 60 + min(seconds, 59), leap


def _milliseconds(parts: dict[str, str | None]) -> int:
    return int((parts.get("f") or "")[:3].ljust(3, "0"))


def _offset(zone: str | None) -> int:
    if zone is None or zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
    return -seconds if zone[0] == "-" else seconds


def is_leap(year: int) -> bool:
    """Whether a year, counted with a year 0, has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_from_1970(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 in the Gregorian calendar, reckoned backwards too."""
    # Years that begin in March have their leap day at the end.
    year -= month < 3
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return year * 365 + year // 4 - year // 100 + year // 400 + of_year - 719_468


def instant_before(one: Instant, other: Instant) -> bool:
    """Whether an instant is certainly before another; without a zone it may lie in any."""
    if one[0] == other[0]:
        return one[1:] < other[1:]
    return (one[1] + _HOURS_14, one[2]) < other[1:]
