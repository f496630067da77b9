"""Durations: their lexical form, their values and their order (XML Schema part 2, 3.2.6).

As in jing, two are equal if each of their fields is (a year is not twelve months, though neither
is less), and one is less if it is less from each of four dates on.
"""

from __future__ import annotations

import re
from typing import Final

from recensio.validate.relaxng.datatypes.dates import days_from_1970

LEXICAL: Final = (
    r"-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?"
    r"(?:T(?=[0-9.])(?:[0-9]+H)?(?:[0-9]+M)?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)S)?)?"
)
_FIELDS: Final = re.compile(
    r"(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d*)\.?(\d*)S)?)?"
)
# Whether negative, years, months, days, hours, minutes, seconds, digits after the point.
Duration = tuple[bool, int, int, int, int, int, int, str]

_STARTS: Final = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
_CHUNK: Final = 4000


def duration_value(text: str) -> Duration:
    """The fields of a duration that is in the lexical space. Nothing at all has no sign."""
    sign, *numbers, fraction = _FIELDS.findall(text)[0]
    years, months, days, hours, minutes, seconds = map(_whole, numbers)
    fields = (years, months, days, hours, minutes, seconds, fraction.rstrip("0"))
    return (sign == "-" and any(fields), *fields)


def _whole(digits: str) -> int:
    """The number, however many digits there are: Python reads only some thousands at once."""
    number, digits = 0, digits.lstrip("0")
    for start in range(0, len(digits), _CHUNK):
        part = digits[start : start + _CHUNK]
        number = number * 10 ** len(part) + int(part)
    return number


def duration_before(one: Duration, other: Duration) -> bool:
    """Whether a duration is less than another wherever it begins."""
    places = max(len(one[7]), len(other[7]))
    (months, seconds), (more_months, more_seconds) = _reach(one, places), _reach(other, places)
    second = 10**places
    return all(
        (_days(start, months) * 86_400) * second + seconds
        < (_days(start, more_months) * 86_400) * second + more_seconds
        for start in _STARTS
    )


def _reach(duration: Duration, places: int) -> tuple[int, int]:
    """Months, and the rest in seconds times ten to the power of `places`."""
    negative, years, months, days, hours, minutes, seconds, fraction = duration
    rest = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    scaled = rest * 10**places + _whole(fraction.ljust(places, "0"))
    return (-(years * 12 + months), -scaled) if negative else (years * 12 + months, scaled)


def _days(start: tuple[int, int], months: int) -> int:
    whole = start[0] * 12 + start[1] - 1 + months
    return days_from_1970(whole // 12, whole % 12 + 1, 1)
