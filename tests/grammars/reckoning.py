"""What each pattern of a schema comes to: how soon it ends, how far it is to what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import inf
from typing import Final, TypeAlias

from tests.grammars.patterns import Choice, Element, NameClass, NotAllowed, Pattern, parts

Costs: TypeAlias = dict[Pattern, float]
SMALL: Final = 1e-6  # what a pattern costs that makes no element


def costs(patterns: list[Pattern]) -> Costs:
    """How many elements the shortest completion of each pattern has; infinite if it has none."""
    return settled(patterns, cost_of)


def distances(completion: Costs, taken: Counter[Pattern | NameClass]) -> Costs:
    """How far it is from each pattern to one that has not had its turn."""

    def distance(pattern: Pattern, found: Costs) -> float:
        if completion[pattern] == inf:
            return inf
        nearest = min((found[part] for part in parts(pattern)), default=inf)
        return nearest + 1 if taken[pattern] else 0

    return settled(list(completion), distance)


def settled(patterns: list[Pattern], of: Callable[[Pattern, Costs], float]) -> Costs:
    """What each pattern comes to, where that hangs on what those within it come to."""
    found = dict.fromkeys(patterns, inf)
    changed = True
    while changed:
        changed = False
        for pattern in patterns:
            cost = of(pattern, found)
            changed |= cost < found[pattern]
            found[pattern] = cost
    return found


def cost_of(pattern: Pattern, found: Costs) -> float:
    inner = [found[part] for part in parts(pattern)]
    match pattern:
        case NotAllowed():
            return inf
        case Choice():
            return min(inner, default=inf)
        case Element():
            return 1 + sum(inner)
        case _:
            return SMALL + sum(inner)
