"""Notes: which body belongs to which reference.

A reference means the body of its number in its zone. Where a number is referred to twice the
note stands at the first reference, and the second points to it. A body may itself refer to
notes; those are placed in it, one level deep.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.bodies import Zone
from recensio.importers.ibid import Bibliography, cite
from recensio.importers.inline import read_inline
from recensio.importers.profile import Notes, Profile
from recensio.importers.source import Source
from recensio.importers.tokens import Sort

DEEPEST: Final = 2


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a note: its number, its offset in the source and the index of its block."""

    number: str
    start: int
    block: int


@dataclass(frozen=True, slots=True)
class Links:
    """What the references mean.

    `bodies` has the index of the body for the offset of each reference where the note is to
    stand, `repeated` for each further reference to it; `lost` are references without a body,
    `unreferenced` the bodies without a reference, `all` the references in their order;
    `bibliography` says which works the notes cite.
    """

    bodies: Mapping[int, int]
    repeated: Mapping[int, int]
    lost: tuple[Reference, ...]
    unreferenced: tuple[int, ...]
    all: tuple[Reference, ...]
    bibliography: Bibliography


def link(source: Source, blocks: Sequence[Block], zones: Sequence[Zone], profile: Profile) -> Links:
    """Find the body of each reference, and the work that each citation means."""
    linker = _Linker(source, blocks, zones, profile)
    for index, block in enumerate(blocks):
        if block.kind is not Kind.NOTE:
            linker.wait(index, depth=0)
    linker.settle()
    for zone in zones:
        for index in zone.bodies:
            if blocks[index].number and index not in linker.placed:
                linker.leave(index)
    return linker.links(cite(source, blocks, zones, profile))


def followers(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """The indices of the blocks that go on with the note which begins at `index`."""
    if not (blocks[index].kind is Kind.NOTE and blocks[index].number):
        return
    for after in range(index + 1, len(blocks)):
        if blocks[after].kind is not Kind.NOTE or blocks[after].number:
            return
        yield after


class _Numbered:
    """The bodies of one number in a zone, of which those in front are placed."""

    def __init__(self) -> None:
        self.bodies: list[int] = []
        self._at = 0

    def free(self, placed: Container[int]) -> int | None:
        """The first body that is not placed; none is looked at again once it is."""
        while self._at < len(self.bodies) and self.bodies[self._at] in placed:
            self._at += 1
        return self.bodies[self._at] if self._at < len(self.bodies) else None


class _Linker:
    """The state of linking: references that wait, bodies that are placed."""

    def __init__(
        self, source: Source, blocks: Sequence[Block], zones: Sequence[Zone], profile: Profile
    ) -> None:
        self._source, self._blocks, self._profile = source, blocks, profile
        self._waiting: deque[tuple[Reference, int]] = deque()
        self._zones: dict[int, list[dict[str, _Numbered]]] = {}
        for zone in zones:
            numbered = self._by_number(zone)
            for index in zone.scope:
                self._zones.setdefault(index, []).append(numbered)
        self.placed: set[int] = set()
        self._unreferenced: list[int] = []
        self._bodies: dict[int, int] = {}
        self._repeated: dict[int, int] = {}
        self._lost: list[Reference] = []
        self._found: list[Reference] = []

    def _by_number(self, zone: Zone) -> dict[str, _Numbered]:
        numbered: dict[str, _Numbered] = {}
        for index in zone.bodies:
            numbered.setdefault(self._blocks[index].number, _Numbered()).bodies.append(index)
        return numbered

    def wait(self, index: int, depth: int) -> None:
        """Queue the references of a block, and of those that go on with it if it is a note."""
        block = self._blocks[index]
        if block.kind is Kind.BOILERPLATE:
            return
        for token in read_inline(self._source.text, block, self._profile):
            if token.sort is Sort.REFERENCE:
                self._waiting.append((Reference(token.name, token.start, index), depth))
        for follower in followers(self._blocks, index):
            self.wait(follower, depth)

    def leave(self, index: int) -> None:
        """A body to which nothing refers: it stays where it is, the notes it refers to in it."""
        self.placed.add(index)
        self._unreferenced.append(index)
        self.wait(index, depth=1)
        self.settle()

    def settle(self) -> None:
        """Find the bodies of all references that wait, and of those in the bodies found."""
        while self._waiting:
            reference, depth = self._waiting.popleft()
            series = list(self._candidates(reference))
            found = (numbered.free(self.placed) for numbered in series)
            free = next((body for body in found if body is not None), None)
            first = series[0].bodies[0] if series else None
            if free is not None and depth < DEEPEST:
                self._bodies[reference.start] = free
                self.placed.add(free)
                self.wait(free, depth + 1)
            elif first is not None and first in self.placed:
                self._repeated[reference.start] = first
            elif self._is_text(reference):
                continue
            else:
                self._lost.append(reference)
            self._found.append(reference)

    def _candidates(self, reference: Reference) -> Iterator[_Numbered]:
        """The bodies that may be meant, by zone."""
        if self._blocks[reference.block].kind is Kind.FACSIMILE:
            return
        for numbered in self._zones.get(reference.block, ()):
            if reference.number in numbered:
                yield numbered[reference.number]

    def _is_text(self, reference: Reference) -> bool:
        """A number in brackets that means no note may be anything; where notes are, it is text."""
        bracket = self._source.text[reference.start] == "["
        return bracket and self._profile.notes is Notes.HERE

    def links(self, bibliography: Bibliography) -> Links:
        """What has been found."""
        found, lost = (
            tuple(sorted(references, key=lambda reference: reference.start))
            for references in (self._found, self._lost)
        )
        unreferenced = tuple(self._unreferenced)
        return Links(self._bodies, self._repeated, lost, unreferenced, found, bibliography)
