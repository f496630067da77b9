"""Company: whom a name of several entries means, from what the text has said before.

In this order: one to whom the register gives the bare name in this very witness, the person told
last in full in the same chapter, one to whom it gives the bare name at all, one whom the text
names far more often than the others, one who is named in the company of those who stand around.
What is left open stays so, with its candidates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from recensio.annotate.found import Found
from recensio.annotate.passages import Passage
from recensio.tei.blocks import Node
from recensio.tei.names import tei

MUCH_MORE: Final = 3
"""How many times as often a person must be named as all others of the name together."""

LEAST_COMPANY: Final = 2
MOST_CANDIDATES: Final = 10
"""How many candidates an open name is marked with; more of them help nobody."""

HEAD: Final = tei("head")


class Basis(StrEnum):
    """Why a name means an entry."""

    ONLY = "only entry of the name"
    NAMED = "named in full before"
    LISTED = "form listed for it"
    FREQUENT = "most often named"
    COMPANY = "named in this company"
    OPEN = "left open"


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a name means: one entry, or the candidates with the likeliest first."""

    entries: tuple[str, ...]
    basis: Basis


@dataclass(slots=True)
class Company:
    """What a text says of its persons: how often each is named in full, and with whom."""

    times: Counter[str] = field(default_factory=Counter)
    beside: dict[str, Counter[str]] = field(default_factory=dict)
    _chapter: Node | None = None
    _told: dict[str, tuple[int, bool, int]] = field(default_factory=dict)
    _passage: int = -1
    _count: int = 0

    def gather(self, found: Iterable[Found]) -> None:
        """Note the names of one passage that leave no doubt."""
        sure = [each for each in found if len(each.entries) == 1]
        present = {f.entries[0] for f in sure}
        for each in sure:
            self.times[each.entries[0]] += 1
        for one in present:
            self.beside.setdefault(one, Counter()).update(present - {one})

    def resolve(self, found: Found, passage: Passage, around: Sequence[Found]) -> Resolved:
        """Whom a name means; the names of a text are asked for in their order."""
        self._enter(passage)
        if len(found.entries) == 1:
            self._tell(found.entries[0], found, passage)
            return Resolved(found.entries, Basis.ONLY)
        resolved = self._by_evidence(found, around)
        if len(resolved.entries) == 1:
            self._tell(resolved.entries[0], found, passage)
        return resolved

    def _enter(self, passage: Passage) -> None:
        self._passage = passage.number
        if passage.chapter is not self._chapter:
            self._chapter = passage.chapter
            self._told = {}

    def _tell(self, identifier: str, found: Found, passage: Passage) -> None:
        """Note a full name; one in the heading of the chapter counts for all of it."""
        self._count += 1
        heading = self._told.get(identifier, (0, False, 0))[1] or passage.node.name == HEAD
        if found.is_full and not passage.is_aside:
            self._told[identifier] = (passage.number, heading, self._count)

    def _recency(self, identifier: str) -> tuple[bool, bool, int]:
        """What was told last counts: here, else in the heading, else in the chapter."""
        number, heading, count = self._told[identifier]
        return number == self._passage, heading, count

    def _by_evidence(self, found: Found, around: Sequence[Found]) -> Resolved:
        if len(found.usual) == 1 and found.is_own:
            return Resolved(found.usual, Basis.LISTED)
        told = [each for each in found.entries if each in self._told]
        if told:
            return Resolved((max(told, key=self._recency),), Basis.NAMED)
        if len(found.usual) == 1:
            return Resolved(found.usual, Basis.LISTED)
        ordered = sorted(found.entries, key=lambda each: -self.times[each])
        first, others = ordered[0], sum(self.times[each] for each in ordered[1:])
        if self.times[first] > MUCH_MORE * others and self.times[first] > 1:
            return Resolved((first,), Basis.FREQUENT)
        near = self._in_company(found.entries, around)
        if near:
            return Resolved((near,), Basis.COMPANY)
        return Resolved(tuple(ordered[:MOST_CANDIDATES]), Basis.OPEN)

    def _in_company(self, entries: Sequence[str], around: Sequence[Found]) -> str:
        present = {f.entries[0] for f in around if len(f.entries) == 1} - set(entries)
        shared: Mapping[str, int] = {
            each: len(present & self.beside.get(each, Counter()).keys()) for each in entries
        }
        ordered = sorted(entries, key=lambda each: -shared[each])
        first, second = shared[ordered[0]], shared[ordered[1]]
        return ordered[0] if first >= LEAST_COMPANY and first >= 2 * second else ""
