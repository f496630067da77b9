"""Which names are spelt like another: for what an editor most likely meant."""

from __future__ import annotations

from collections.abc import Iterable


def distance(one: str, other: str) -> int:
    """Letters to be put in, left out, changed or swapped to turn one name into the other.

    The optimal string alignment distance; upper and lower case differ by half a change, which is
    counted as none.
    """
    one, other = one.casefold(), other.casefold()
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
    ranked = sorted((distance(name, each), each) for each in dict.fromkeys(names) if each != name)
    if not ranked or ranked[0][0] > allowance(name):
        return None
    alone = len(ranked) == 1 or ranked[0][0] < ranked[1][0]
    return ranked[0][1] if alone else None
