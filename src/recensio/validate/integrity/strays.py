"""Pointers out of a document where the edition keeps its pointers inside: LNK013."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from recensio.model.problem import Problem, problem
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.resolution import Fate
from recensio.validate.integrity.survey import Edition

SETTLED: Final = 20
RARE: Final = 50
"""So many pointers of a kind make a habit; one in so many is against it."""


def strays(all_followed: Sequence[Followed]) -> tuple[Followed, ...]:
    """Each `#id` that only another document has, while nearly all others stay in their own."""
    inside: dict[str, int] = defaultdict(int)
    outside: dict[str, list[Followed]] = defaultdict(list)
    for each in all_followed:
        if each.fate is Fate.FOUND and each.pointer.value.startswith("#") and each.resolution.name:
            if each.resolution.name in each.page.identified:
                inside[each.kind] += 1
            else:
                outside[each.kind].append(each)
    return tuple(
        each
        for kind, found in outside.items()
        if inside[kind] >= SETTLED and len(found) * RARE <= inside[kind]
        for each in found
    )


def astray(edition: Edition, found: Sequence[Followed]) -> Iterator[Problem]:
    """A problem for each, which names a file that has the identifier."""
    for each in found:
        file = edition.holders[each.resolution.name][0].document.path
        yield problem(
            "LNK013",
            each.place,
            attribute=f"@{each.pointer.attribute}",
            target=each.pointer.value,
            file=Path(file).name,
        )
