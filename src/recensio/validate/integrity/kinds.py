"""Pointers that lead to something they cannot mean, such as @hand to a place: LNK008."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from recensio.model.problem import Problem, problem
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.resolution import Fate
from recensio.validate.integrity.vocabulary import SHOULD_BE, WRONG

HABIT: Final = 0.1
"""The part of the pointers of a kind from which on the edition means it so."""


def kinds(all_followed: Sequence[Followed]) -> Iterator[Problem]:
    """Every pointer to the wrong kind of element, unless the edition has made it a habit."""
    found = [each for each in all_followed if each.fate is Fate.FOUND]
    counts = Counter(each.kind for each in found if each.resolution.element is not None)
    wrong = [each for each in found if _is_wrong(each)]
    so_often = Counter(each.kind for each in wrong)
    for each in wrong:
        if so_often[each.kind] <= max(2, HABIT * counts[each.kind]):
            yield _problem(each)


def _is_wrong(each: Followed) -> bool:
    element = each.resolution.element
    return element is not None and element.tag in WRONG.get(each.kind, ())


def _problem(each: Followed) -> Problem:
    element = each.resolution.element
    found = str(element.tag).rpartition("}")[2] if element is not None else ""
    return problem(
        "LNK008",
        each.place,
        attribute=f"@{each.pointer.attribute}",
        target=each.pointer.value,
        found=found,
        wanted=SHOULD_BE[each.kind],
    )
