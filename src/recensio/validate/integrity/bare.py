"""Pointers without "#": a slip where others have it, else the habit of the edition, said once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from recensio.model.problem import Problem, problem
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.nearest import Nearest
from recensio.validate.integrity.resolution import Fate
from recensio.validate.integrity.survey import Edition

SLIPS: Final = 2
"""So many of a kind are slips where nothing else is said of the habit."""


def bare(edition: Edition, all_followed: Sequence[Followed]) -> Iterator[Problem]:
    """Values that are names of elements, or like nothing, where pointers are expected.

    The habit is that of an attribute on an element; it is told by the attribute.
    """
    without: dict[tuple[str, str], list[Followed]] = defaultdict(list)
    proper = Counter[tuple[str, str]]()
    targets: dict[str, set[str]] = defaultdict(set)
    for each in all_followed:
        attribute = each.pointer.attribute
        if each.fate in (Fate.BARE, Fate.RELATIVE) and attribute != "scribe":
            without[_where(each)].append(each)
        elif each.fate is Fate.FOUND and each.resolution.element is not None:
            proper[_where(each)] += 1
            targets[attribute].add(each.resolution.name)
    habitual: dict[str, list[Followed]] = defaultdict(list)
    for where, words in without.items():
        # Below a public address a word is an address too, unless all others have "#".
        strict = len(words) * 10 <= proper[where]
        found = [each for each in words if strict or each.fate is Fate.BARE]
        known = [each for each in found if each.resolution.name in edition.holders]
        slips = _slips(found, known, proper[where])
        nearest = Nearest(targets[where[1]])
        yield from (_slip(each, edition, nearest) for each in slips)
        slipped = frozenset(slips)
        others = (each for each in found if each not in slipped and each.fate is Fate.BARE)
        habitual[where[1]] += others
    yield from (_habit(each) for each in habitual.values() if each)


def _where(each: Followed) -> tuple[str, str]:
    return str(each.pointer.element.tag), each.pointer.attribute


def _slips(found: Sequence[Followed], known: Sequence[Followed], proper: int) -> Sequence[Followed]:
    """Those that stand against the habit of writing "#"."""
    if len(found) <= SLIPS or len(found) * 10 <= proper:
        return found if proper > len(found) else known
    return ()


def _slip(each: Followed, edition: Edition, nearest: Nearest) -> Problem:
    name = each.resolution.name
    meant = name if name in edition.holders else nearest.meant(name)
    facts = {"attribute": f"@{each.pointer.attribute}", "target": name}
    fix = each.mended(f"#{meant}") if meant else None
    expected = (f"#{meant}",) if meant else ()
    return problem("LNK011", each.place, fix=fix, expected=expected, **facts)


def _habit(habitual: Sequence[Followed]) -> Problem:
    first = habitual[0]
    return problem(
        "LNK012",
        first.place,
        attribute=f"@{first.pointer.attribute}",
        count=len(habitual),
        example=first.pointer.value,
    )
