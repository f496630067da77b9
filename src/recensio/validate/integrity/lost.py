"""Pointers to identifiers that no document has: LNK003, REG001, and LNK010 where it is the rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from recensio.model.problem import Fix, Problem, problem
from recensio.tei.names import tei
from recensio.tei.registers import MENTIONS, REFERRING
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.nearest import Nearest
from recensio.validate.integrity.resolution import Fate
from recensio.validate.integrity.stubs import Stubs
from recensio.validate.integrity.survey import Edition
from recensio.validate.integrity.vocabulary import TARGETS

NAMES: Final = frozenset((*MENTIONS, *REFERRING, tei("author"), tei("editor")))
MENTION_KINDS: Final = frozenset({"person", "place", "org", "work", "event", "name"})
AT_MOST: Final = 10
"""Pointers to one missing name that are reported one by one; of more the first speaks for all."""

FEW: Final = 4
MANY: Final = 10
OFTEN: Final = 0.2
"""When missing names are no slips: `FEW` names of a kind of which none is found, or in `MANY`
pointers if some are found and those missing are so large a part."""


def lost(edition: Edition, all_followed: Sequence[Followed]) -> Iterator[Problem]:
    """Every pointer to an identifier that is not there, kind by kind."""
    by_kind: dict[str, list[Followed]] = defaultdict(list)
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for each in all_followed:
        if each.fate is Fate.LOST:
            by_kind[each.kind].append(each)
        elif each.fate is Fate.FOUND and each.resolution.element is not None:
            found[each.kind][each.resolution.name] += 1
    stubs = Stubs(edition)
    for kind, missing in by_kind.items():
        count = sum(found[kind].values())
        if _leads_outside(edition, kind, missing, count):
            yield _outside(missing, count)
            continue
        nearest = Nearest((*found[kind], *_possible(edition, kind)))
        yield from _one_by_one(missing, nearest, stubs)


def _leads_outside(edition: Edition, kind: str, missing: Sequence[Followed], count: int) -> bool:
    """Whether pointers of the kind lead out of these files by the habit of the edition."""
    names = {each.resolution.name for each in missing}
    if count == 0:
        targets = TARGETS.get(kind)
        nothing_there = targets is not None and edition.tags.isdisjoint(targets)
        return nothing_there or len(names) >= FEW
    many = len(names) >= FEW and len(missing) >= MANY
    return many and len(missing) >= OFTEN * (count + len(missing))


def _outside(missing: Sequence[Followed], count: int) -> Problem:
    first = missing[0]
    return problem(
        "LNK010",
        first.place,
        attribute=_described(first),
        missing=how_many(len(missing), count),
        example=first.pointer.value,
    )


def how_many(missing: int, found: int) -> str:
    """The pointers that lead to nothing, in words."""
    if found:
        return f"{missing} of {missing + found} pointers lead to nothing in these files"
    if missing > 1:
        return f"none of the {missing} pointers leads to anything in these files"
    return "the one pointer leads to nothing in these files"


def _described(each: Followed) -> str:
    """The attribute, and for @ref what it names, since each kind is judged by itself."""
    named = f" ({each.kind}s)" if each.kind in MENTION_KINDS - {"name"} else ""
    return f"@{each.pointer.attribute}{named}"


def _possible(edition: Edition, kind: str) -> Iterator[str]:
    """The identifiers that pointers of the kind may lead to."""
    targets = TARGETS.get(kind)
    for name, element in edition.elements():
        if targets is None or element.tag in targets:
            yield name


def _one_by_one(missing: Sequence[Followed], nearest: Nearest, stubs: Stubs) -> Iterator[Problem]:
    by_name: dict[str, list[Followed]] = defaultdict(list)
    for each in missing:
        by_name[each.resolution.name].append(each)
    for name, same in by_name.items():
        near, meant = nearest.near(name), nearest.meant(name)
        shown = same if len(same) <= AT_MOST else same[:1]
        for each in shown:
            fix = _fix(each, meant, stubs if each is same[0] and not near else None)
            found = _problem(each, tuple(filter(None, map(each.renamed, near))), fix)
            more = f" (so {len(same)} times)" if len(same) > AT_MOST else ""
            yield replace(found, message=found.message + more)


def _fix(each: Followed, meant: str | None, stubs: Stubs | None) -> Fix | None:
    """The name that was meant, else an entry for the first mention of a name."""
    value = each.renamed(meant) if meant else None
    if value:
        return each.mended(value)
    return stubs.entry(each) if stubs else None


def _problem(each: Followed, expected: tuple[str, ...], fix: Fix | None) -> Problem:
    element, attribute = each.pointer.element, each.pointer.attribute
    if attribute == "ref" and element.tag in NAMES:
        name = str(element.tag).rpartition("}")[2]
        facts = {"element": name, "target": each.pointer.value}
        return problem("REG001", each.place, expected=expected, fix=fix, **facts)
    facts = {"attribute": f"@{attribute}", "target": each.pointer.value}
    return problem("LNK003", each.place, expected=expected, fix=fix, **facts)
