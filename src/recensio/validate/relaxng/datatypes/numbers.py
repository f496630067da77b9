"""Numbers: their lexical forms, their values and their order (XML Schema part 2, 3.2.3 to 3.2.5).

No value is turned into an int: Python refuses to read thousands of digits at once.
"""

from __future__ import annotations

import math
import struct
from typing import Final

DECIMAL: Final = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
FLOAT: Final = rf"{DECIMAL}(?:[eE][+-]?[0-9]+)?|-?INF|NaN"
INTEGER: Final = "[+-]?[0-9]+"

WHOLE: Final = {
    "integer": INTEGER,
    "nonNegativeInteger": r"\+?[0-9]+|-0+",
    "positiveInteger": r"\+?0*[1-9][0-9]*",
    "nonPositiveInteger": r"-[0-9]+|\+?0+",
    "negativeInteger": "-0*[1-9][0-9]*",
}
BOUNDS: Final = {
    "byte": ("-128", "127"),
    "short": ("-32768", "32767"),
    "int": ("-2147483648", "2147483647"),
    "long": ("-9223372036854775808", "9223372036854775807"),
    "unsignedByte": ("0", "255"),
    "unsignedShort": ("0", "65535"),
    "unsignedInt": ("0", "4294967295"),
    "unsignedLong": ("0", "18446744073709551615"),
}

# A sign (-1, 0, 1), the count of digits before the point, these, and those after the point.
Decimal = tuple[int, int, str, str]

_NONE: Final[Decimal] = (0, 0, "", "")


def decimal_value(text: str) -> Decimal:
    """The value of a decimal number: leading and trailing zeros do not count."""
    whole, _, part = text.lstrip("+-").partition(".")
    whole, part = whole.lstrip("0"), part.rstrip("0")
    if not whole and not part:
        return _NONE
    return (-1 if text[0] == "-" else 1, len(whole), whole, part)


def decimal_before(one: Decimal, other: Decimal) -> bool:
    """Whether one number is less than another."""
    if one[0] != other[0]:
        return one[0] < other[0]
    return one < other if one[0] > 0 else other < one


def total_digits(text: str) -> int:
    """The digits of a number as written, without leading zeros: jing counts trailing ones."""
    whole, _, part = text.lstrip("+-").partition(".")
    return max(1, len((whole + part).lstrip("0")))


def fraction_digits(text: str) -> int:
    """The digits after the point as written: jing counts trailing zeros."""
    return len(text.partition(".")[2])


def double_value(text: str) -> float | str:
    """The value of a double. NaN is a string, since NaN is to equal itself here; -0 equals 0."""
    return text if text == "NaN" else float(text)


def float_value(text: str) -> float | str:
    """The value of a float: the nearest number of 32 bits."""
    value = double_value(text)
    if isinstance(value, str) or value in {0, math.inf, -math.inf}:
        return value
    try:
        return float(struct.unpack("f", struct.pack("f", _to_odd(text, value)))[0])
    except OverflowError:
        return math.copysign(math.inf, value)


def _to_odd(text: str, value: float) -> float:
    """The double next to a text whose last bit is 1, if no double is the text.

    Rounding twice, to the nearest double and from there to the nearest float, may go wrong where
    the double lies midway between two floats; this one never lies there.
    """
    from decimal import Decimal

    exact, rounded = Decimal(text), Decimal(value)
    odd = struct.pack("<d", value)[0] & 1
    if odd or exact == rounded:
        return value
    return math.nextafter(value, math.inf if exact > rounded else -math.inf)


def float_before(one: float | str, other: float | str) -> bool:
    """Whether one number is less than another; NaN stands in no order."""
    return not isinstance(one, str) and not isinstance(other, str) and one < other


def boolean_value(text: str) -> bool:
    """True or false, in letters or as a digit."""
    return text in {"true", "1"}
