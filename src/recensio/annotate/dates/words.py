"""The words of which dates are made, and what they mean.

Months are known in English, Russian, German and French, all else in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from recensio.annotate.vocabulary import in_order

ENGLISH: Final = in_order(
    "January February March April May June July August September October November December"
)
GERMAN: Final = in_order(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
FRENCH: Final = in_order(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
ONLY_GERMAN: Final = (
    r"(?:Januar|Jänner|Jaenner|Februar|Feber|März|Maerz|Mai|Juni|Juli|Oktober|Dezember)"
)
"""Months that are no English ones: behind a day with a full stop they need no year."""

RUSSIAN: Final = in_order("январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр")
MONTH: Final = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)"
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)"
    r"|(?:[Яя]нвар|[Фф]еврал|[Аа]прел|[Ии]ю[нл]|(?:[Сс]ен|[Оо]к)тябр|[Нн]оябр|[Дд]екабр)[ьяюе]"
    r"|[Мм]арт[ае]?|[Аа]вгуст[ае]?|[Мм]а[йяе]"
    rf"|{ONLY_GERMAN[3:-1]}|{'|'.join(FRENCH)})"
)
DAY: Final = r"(?:\d{1,2})(?:\s?(?:st|nd|rd|th|er)\b|-?го\b)?"
YEAR: Final = r"(?:1\d{3}|20\d{2})"
ERA: Final = r"(?:\s?(?:гг?\.|года?|году)(?!\w))?"
SEASON: Final = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
SEASONS: Final[Mapping[str, tuple[int, int]]] = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2),
}  # fmt: skip
"""The first and the last month of a season of the northern half of the world."""

UNITS: Final = r"(?:day|night|morning|evening|week|fortnight|month|year|decade)"
NUMERALS: Final[Mapping[str, int]] = {
    **{
        word: number
        for number, word in enumerate(
            in_order(
                "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                " fifteen sixteen seventeen eighteen nineteen twenty"
            ),
            1,
        )
    },
    "a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
ORDINALS: Final = in_order(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
)
TENS: Final = in_order("twenties thirties forties fifties sixties seventies eighties nineties")


def month_of(word: str) -> int:
    """The number of a month from its name or abbreviation."""
    lower = word.lower().replace("jänner", "januar").replace("jaenner", "januar")
    lower = lower.replace("feber", "februar").replace("maerz", "märz")
    for names in (GERMAN, FRENCH):
        if lower in (whole := [name.lower() for name in names]):
            return whole.index(lower) + 1
    short = [name.lower()[:3] for name in ENGLISH]
    if lower[:3] in short:
        return short.index(lower[:3]) + 1
    return next(
        number for number, stem in reversed(list(enumerate(RUSSIAN, 1))) if _is(lower, stem)
    )


def _is(word: str, stem: str) -> bool:
    return word.startswith(stem) and len(word) <= len(stem) + 1


def number_of(digits: str) -> int:
    """The number at the beginning of 22nd."""
    found = re.match(r"\d+", digits)
    return int(found[0]) if found else 0
