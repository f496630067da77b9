"""Bodies: the name of an organisation with the body or the place behind it that it belongs to.

Politburo of the CC, Sovnarkom of the RSFSR. A register lists the one name and the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from recensio.annotate.found import Found
from recensio.annotate.phrases import Nearness
from recensio.annotate.tokens import Token
from recensio.model.register import RegisterKind

SUPERIORS: Final = (RegisterKind.ORGS, RegisterKind.PLACES)


def belonging(tokens: Sequence[Token], names: Iterable[Found]) -> Iterator[Found]:
    """The organisations among the names, each with what it belongs to.

    Behind a place it is only similar to the name: it may be the body of a republic, not that of the
    Union.
    """
    starts = {token.start: index for index, token in enumerate(tokens)}
    ends = {token.end: index + 1 for index, token in enumerate(tokens)}
    # From the end, so that one chain holds all: the Bureau of the Committee of the Party.
    longest: dict[int, Found] = {}
    for found in sorted(names, key=lambda found: (-found.start, found.end)):
        if found.kind not in SUPERIORS or found.nearness >= Nearness.SHORT or found.is_misread:
            continue
        whole = found
        superior = longest.get(_behind_of(tokens, ends[found.end]))
        if superior and found.kind is RegisterKind.ORGS:
            similar = superior.kind is RegisterKind.PLACES or superior.is_misread
            derived = Nearness.DERIVED
            whole = replace(found, end=superior.end, nearness=derived, is_misread=similar)
            yield whole
        longest[starts[found.start]] = whole


def _behind_of(tokens: Sequence[Token], position: int) -> int:
    """Where the words behind “of” or “of the” begin, or -1."""
    words = [token.text for token in tokens[position : position + 2]]
    if words[:1] != ["of"]:
        return -1
    return position + (2 if words == ["of", "the"] else 1)
