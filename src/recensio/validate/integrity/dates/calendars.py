"""Days as numbers, in the Gregorian and the Julian calendar, any year before or after Christ.

Years are astronomical (0 is 1 BC), as in ISO 8601; W3C XML Schema 1.0 counts otherwise before
Christ, which changes no order.
"""

from __future__ import annotations

from typing import Final

LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def gregorian(year: int, month: int, day: int) -> int:
    """The number of a day of the proleptic Gregorian calendar; the next day has the next one."""
    years, months = _from_march(year, month)
    leap_days = years // 4 - years // 100 + years // 400
    return 365 * years + leap_days + (153 * months + 2) // 5 + day


def julian(year: int, month: int, day: int) -> int:
    """The number of a day of the Julian calendar, on the same scale."""
    years, months = _from_march(year, month)
    return 365 * years + years // 4 + (153 * months + 2) // 5 + day - 2


def as_gregorian(number: int) -> tuple[int, int, int]:
    """Year, month and day of the Gregorian calendar of a numbered day."""
    era, day_of_era = divmod(number - 1, 146_097)
    year_of_era = (
        day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    months = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * months + 2) // 5 + 1
    month = months + 3 if months < 10 else months - 9
    return era * 400 + year_of_era + (month <= 2), month, day


def last_day(year: int, month: int) -> int:
    """How many days a month has in the Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else LENGTHS[month - 1]


def exists(year: int, month: int, day: int) -> bool:
    """Whether there is such a day; before 1583 and before Christ in either calendar and count."""
    if not 1 <= month <= 12 or day < 1:
        return False
    if day <= last_day(year, month):
        return True
    old_leap = year % 4 == 0 or (year <= 0 and (year + 1) % 4 == 0)
    return year < 1583 and (month, day) == (2, 29) and old_leap


def iso(number: int) -> str:
    """A numbered day as TEI writes it."""
    year, month, day = as_gregorian(number)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def _from_march(year: int, month: int) -> tuple[int, int]:
    """Year and month of a year that begins with March, so that leap days are last."""
    return (year, month - 3) if month > 2 else (year - 1, month + 9)
