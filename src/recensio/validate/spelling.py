"""Which names are spelt like another: for what an editor most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

LONGEST: Final = 80
"""Letters of a name that are compared at most."""


def distance(one: str, other: str) -> int:
    """Letters to be put in, left out, changed or swapped to turn one name into the other.

    The optimal string alignment distance; upper and lower case count as the same, and of what is
    longer than any name the beginning only.
    """
    one, other = one[:LONGEST].casefold(), other[:LONGEST].casefold()
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]


def within(limit: int, one: str, other: str) -> int:
    """The distance of two names if it is no more than the limit, else one more than the limit.

    Names too unlike to be near are not compared letter by letter, since a slip makes a name longer
    or shorter by one at most, and brings in or drops one letter at most.
    """
    one, other = one.casefold(), other.casefold()
    if abs(len(one) - len(other)) <= limit:
        mine, theirs = set(one), set(other)
        if len(mine - theirs) <= limit and len(theirs - mine) <= limit:
            return min(distance(one, other), limit + 1)
    return limit + 1


def allowance(name: str) -> int:
    """How many slips of the pen a name of this length may hold."""
    return 1 if len(name) < 5 else 2 if len(name) < 10 else 3


def by_likeness(name: str, names: Iterable[str]) -> list[str]:
    """The names, the most alike first; among equals in the order given."""
    return sorted(
        dict.fromkeys(names), key=lambda each: (distance(name, each), each[:1] != name[:1])
    )


def meant(name: str, names: Iterable[str]) -> str | None:
    """The one name that is near enough to be what was meant, none if there are two or none."""
    limit = allowance(name)
    near = sorted((within(limit, name, each), each) for each in {*names} - {name})[:2]
    if not near or near[0][0] > limit:
        return None
    alone = len(near) == 1 or near[0][0] < near[1][0]
    return near[0][1] if alone else None
