"""Bodies: whether the words around the name of an organisation make it another one.

Politburo of the CC is named with the body that it belongs to, Sovnarkom of the RSFSR with its
state; the German Communist Party is not the one that the register has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from recensio.annotate.entries import Entry
from recensio.annotate.found import Found
from recensio.annotate.phrases import Nearness
from recensio.annotate.tokens import Token
from recensio.model.register import RegisterKind

SUPERIORS: Final = (RegisterKind.ORGS, RegisterKind.PLACES)
NATION: Final = re.compile(
    r"[A-Z][a-z]+(?:[a-z]an|[a-z]ish|[a-z]ese)|French|Dutch|Czech|Slovak|Swiss|Greek|Welsh|Irish"
)
"""An adjective of nationality."""


class Bodies:
    """Tells the organisations of the registers from others of the same name."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._words: Mapping[str, frozenset[str]] = {
            entry.id: frozenset(word for name in entry.names for word in name.text.split())
            for entry in entries
            if entry.kind is RegisterKind.ORGS
        }

    def own(
        self, tokens: Sequence[Token], names: Sequence[Found], starts: Iterable[int]
    ) -> Iterator[Found]:
        """The names without the organisations of another nation.

        Where one is said to be of something that no register has (the CC of the KPD) it is only
        similar to the name. `starts` is where names of any kind begin.
        """
        positions, known = _positions(tokens), frozenset(starts)
        for found in names:
            if found.kind is not RegisterKind.ORGS:
                yield found
                continue
            first, last = positions[found.start], positions[found.end]
            if first and self._is_of_other_nation(tokens[first - 1], found):
                continue
            superior = tokens[behind : behind + 1] if (behind := _behind_of(tokens, last)) else ()
            other = superior and superior[0].is_capital and superior[0].start not in known
            yield replace(found, is_misread=True) if other else found

    def _is_of_other_nation(self, before: Token, found: Found) -> bool:
        foreign = NATION.fullmatch(before.text) is not None
        return foreign and not any(before.text in self._words[entry] for entry in found.entries)


def belonging(tokens: Sequence[Token], names: Iterable[Found]) -> Iterator[Found]:
    """The organisations among the names, each with what it belongs to.

    Behind a place it is only similar to the name: it may be the body of a republic, not that of the
    Union.
    """
    positions = _positions(tokens)
    # From the end, so that one chain holds all: the Bureau of the Committee of the Party.
    longest: dict[int, Found] = {}
    for found in sorted(names, key=lambda found: (-found.start, found.end)):
        if found.kind not in SUPERIORS or found.nearness >= Nearness.SHORT:
            continue
        whole = found
        superior = longest.get(_behind_of(tokens, positions[found.end]))
        if superior and found.kind is RegisterKind.ORGS:
            place = superior.kind is RegisterKind.PLACES
            similar = place or superior.is_misread or found.is_misread
            derived = Nearness.DERIVED
            whole = replace(found, end=superior.end, nearness=derived, is_misread=similar)
            yield whole
        longest[positions[found.start]] = whole


def _positions(tokens: Sequence[Token]) -> Mapping[int, int]:
    """The number of the token that begins at a character, or that comes after it ends there."""
    ends = {token.end: index + 1 for index, token in enumerate(tokens)}
    return ends | {token.start: index for index, token in enumerate(tokens)}


def _behind_of(tokens: Sequence[Token], position: int) -> int:
    """Where the words behind “of” or “of the” begin, or 0."""
    words = [token.text for token in tokens[position : position + 2]]
    if words[:1] != ["of"]:
        return 0
    return position + (2 if words == ["of", "the"] else 1)
