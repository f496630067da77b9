"""The identifier that a pointer most likely meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from recensio.validate.spelling import by_likeness, distance

AT_MOST: Final = 40
"""Wrong names of one kind that are worth looking into; more are no slips of the pen."""

DIGITS: Final = re.compile(r"\d+")
SEPARATORS: Final = re.compile(r"[\s._·:-]+")


class Nearest:
    """Looks for near names among those that pointers of a kind may lead to."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._asked = 0

    def meant(self, name: str) -> str | None:
        """The one name that is plainly meant; none if there is none or several.

        Names that differ in a number differ in meaning: p12 is no slip for p13.
        """
        near = self.near(name)
        plain = [each for each in near if _key(each) == _key(name)]
        if plain:
            return plain[0] if len(plain) == 1 else None
        if not near or (len(near) > 1 and distance(name, near[0]) == distance(name, near[1])):
            return None
        return near[0]

    def near(self, name: str) -> list[str]:
        """The names that are near enough, the most alike first."""
        self._asked += 1
        if self._asked > AT_MOST:
            return []
        allowed = _allowed(name)
        numbers = DIGITS.findall(name)
        like = [
            each
            for each in self._names
            if abs(len(each) - len(name)) <= allowed
            and DIGITS.findall(each) == numbers
            and _differ_at_most(name, each, allowed)
        ]
        return by_likeness(name, like)


def _allowed(name: str) -> int:
    """How many slips a name may hold: none in a siglum, since one letter tells it from others."""
    letters = sum(letter.isalpha() for letter in name)
    return 0 if letters < 4 else 1 if letters < 8 else 2


def _key(name: str) -> str:
    return SEPARATORS.sub("_", name.casefold())


def _differ_at_most(one: str, other: str, allowed: int) -> bool:
    """Whether so few changes turn one name into the other; what both share is cut off first."""
    if _key(one) == _key(other):
        return True
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return abs(len(one) - len(other)) <= allowed and distance(one, other) <= allowed
