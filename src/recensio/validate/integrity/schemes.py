"""Pointers with a prefix of the edition's own: LNK006 undeclared, LNK007 not matched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recensio.model.catalogue import Severity
from recensio.model.problem import Problem, problem
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.nearest import Nearest
from recensio.validate.integrity.prefixes import Prefixes
from recensio.validate.integrity.resolution import Fate


def schemes(prefixes: Prefixes, all_followed: Sequence[Followed]) -> Iterator[Problem]:
    """Each undeclared prefix once, each value that its prefixDef does not match."""
    undeclared: dict[str, list[Followed]] = defaultdict(list)
    for each in all_followed:
        if each.fate is Fate.NO_PREFIX:
            undeclared[each.resolution.name].append(each)
        elif each.fate is Fate.NO_MATCH:
            yield _unmatched(each, prefixes)
    nearest = Nearest(sorted(prefixes.idents))
    for prefix, found in undeclared.items():
        yield from _undeclared(prefix, found, nearest, bool(prefixes.idents))


def _unmatched(each: Followed, prefixes: Prefixes) -> Problem:
    named = prefixes.named(each.resolution.name, each.page)
    patterns = " or ".join(prefix.pattern.pattern for prefix in named if prefix.pattern)
    return problem(
        "LNK007",
        each.place,
        attribute=f"@{each.pointer.attribute}",
        target=each.pointer.value,
        prefix=each.resolution.name,
        pattern=patterns,
    )


def _undeclared(
    prefix: str, found: Sequence[Followed], nearest: Nearest, declares: bool
) -> Iterator[Problem]:
    """A slip for a declared prefix each time; a prefix that nobody declares once."""
    meant = nearest.meant(prefix)
    if meant is None:
        count = f" (so {len(found)} times)" if len(found) > 1 else ""
        once = problem("LNK006", found[0].place, prefix=prefix, count=count)
        # An edition without any prefixDef leaves them to whoever puts its header together.
        yield once if declares else replace(once, severity=Severity.INFO)
        return
    for each in found:
        value = meant + each.pointer.value.removeprefix(prefix)
        yield problem(
            "LNK006",
            each.place,
            fix=each.mended(value),
            expected=(f"{meant}:",),
            prefix=prefix,
            count="",
        )
