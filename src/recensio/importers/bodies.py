"""Bodies: which blocks are the bodies of notes, and of which number.

A number with a full stop may begin a note or the item of a list. It begins a note where the run
of such blocks ends a section and the text before it refers to one of its numbers. The label of
Markdown ([^a]:) begins a note anywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from recensio.importers.blocks import Block, Dropped, Kind, Mark
from recensio.importers.inline import read_inline
from recensio.importers.markers import is_heading_of_notes, kind_of, marker, number_of
from recensio.importers.profile import Profile
from recensio.importers.source import Source
from recensio.importers.tokens import Sort

BESIDE: Final = frozenset(
    (Kind.FACSIMILE, Kind.CAPTION, Kind.RULE, Kind.EMPTY, Kind.BOILERPLATE, Kind.NOTE)
)
"""What may stand among and behind the notes of a section."""

BODY: Final = (Kind.PARAGRAPH, Kind.ITEM)
CERTAIN: Final = ("raised", "linked")
"""Markers that no list has."""

SHORT: Final = 120
"""The length in characters of a line that may stand behind the notes."""

MOST_SHORT: Final = 6
INDENTED: Final = 2


@dataclass(frozen=True, slots=True)
class Zone:
    """The bodies at the end of a section, and the blocks whose references may mean them.

    Both are indices of blocks; the scope begins behind the zone before, or with the division.
    `named` says that a heading calls them notes: there a number alone may begin one.
    """

    bodies: tuple[int, ...]
    scope: range
    named: bool = False


def mark_bodies(
    source: Source, blocks: tuple[Block, ...], profile: Profile
) -> tuple[tuple[Block, ...], tuple[Zone, ...]]:
    """The blocks with the bodies of notes marked and numbered, and the zones they stand in.

    A body whose number breaks the order, where the number that fits is missing, has that number
    and is doubtful.
    """
    marked = list(blocks)
    footnotes = tuple(_footnotes(source, blocks))
    zones = [Zone(footnotes, range(len(blocks)))] if footnotes else []
    _number(source, marked, zones)
    found = tuple(_zones(source, marked, _Citations(source, marked, profile), profile))
    _number(source, marked, found)
    return tuple(marked), (*found, *zones)


class _Citations:
    """Which blocks refer to notes, and to which."""

    def __init__(self, source: Source, blocks: Iterable[Block], profile: Profile) -> None:
        self._citing: list[int] = []
        self._by_number: dict[str, list[int]] = {}
        for index, block in enumerate(blocks):
            numbers = _cited(source, block, profile)
            self._citing += [index] if numbers else []
            for number in numbers:
                self._by_number.setdefault(number, []).append(index)

    def any_in(self, scope: range) -> bool:
        """Whether a block of the scope refers to a note."""
        return _meets(self._citing, scope)

    def of_any(self, numbers: Iterable[str], scope: range) -> bool:
        """Whether a block of the scope refers to one of these numbers."""
        return any(_meets(self._by_number.get(number, ()), scope) for number in numbers)


def _meets(indices: Sequence[int], scope: range) -> bool:
    at = bisect_left(indices, scope.start)
    return at < len(indices) and indices[at] < scope.stop


def _cited(source: Source, block: Block, profile: Profile) -> frozenset[str]:
    """The numbers to which a block refers behind its own number."""
    if block.kind in (Kind.FACSIMILE, Kind.BOILERPLATE):
        return frozenset()
    own = marker(source, block)
    start = own.end() if own else block.start
    tokens = read_inline(source.text, block, profile)
    references = (token for token in tokens if token.sort is Sort.REFERENCE)
    return frozenset(token.name for token in references if token.start >= start)


def _footnotes(source: Source, blocks: Sequence[Block]) -> Iterator[int]:
    """Bodies with a label, and the indented paragraphs behind each."""
    going_on = False
    for index, block in enumerate(blocks):
        found = marker(source, block) if block.kind in BODY else None
        labelled = bool(found and found["labelled"])
        going_on = labelled or (going_on and _is_indented(block))
        if going_on:
            yield index


def _zones(
    source: Source, blocks: Sequence[Block], citations: _Citations, profile: Profile
) -> Iterator[Zone]:
    division = behind = 0
    for section in _sections(blocks):
        first = blocks[section.start]
        division = section.start if first.kind is Kind.HEADING and first.level == 1 else division
        named = first.kind is Kind.HEADING and is_heading_of_notes(source, first, profile)
        bodies = tuple(_bodies(source, blocks, section, named))
        own = range(max(division, behind), section.stop)
        scope = own if citations.any_in(own) else range(behind, section.stop)
        zone = Zone(bodies, scope, named)
        if bodies and _are_notes(source, blocks, citations, zone):
            behind = bodies[-1] + 1
            yield zone


def _sections(blocks: Sequence[Block]) -> Iterator[range]:
    starts = [index for index, block in enumerate(blocks) if index and block.kind is Kind.HEADING]
    for start, end in pairwise((0, *starts, len(blocks))):
        if start < end:
            yield range(start, end)


def _bodies(source: Source, blocks: Sequence[Block], section: range, named: bool) -> list[int]:
    """The run of bodies at the end of a section, with the paragraphs that go on with one.

    Behind the last of them a few short lines may stand, such as the captions of a picture.
    """
    bodies: list[int] = []
    pending: list[int] = []
    short = 0
    for index in reversed(section):
        block = blocks[index]
        if block.kind in BODY and marker(source, block, named):
            bodies += [*pending, index]
            pending = []
        elif _is_indented(block):
            pending.append(index)
        elif not bodies and not pending and short < MOST_SHORT and _is_short(block):
            short += 1
        elif pending or block.kind not in BESIDE:
            # What goes on with a note stands right behind it.
            break
    return bodies[::-1]


def _is_short(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.end - block.start <= SHORT


def _is_indented(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.level >= INDENTED


def _are_notes(source: Source, blocks: Sequence[Block], citations: _Citations, zone: Zone) -> bool:
    """Whether the text refers to one of the bodies, or a heading or the form of one is certain."""
    markers = [m for index in zone.bodies if (m := marker(source, blocks[index], zone.named))]
    certain = any(kind_of(found) in CERTAIN for found in markers)
    return (
        zone.named
        or certain
        or citations.of_any({number_of(found) for found in markers}, zone.scope)
    )


def _number(source: Source, blocks: list[Block], zones: Iterable[Zone]) -> None:
    """Turn the blocks of the zones into notes with their numbers, which stand in no other block."""
    for zone in zones:
        markers = [marker(source, blocks[index], zone.named) for index in zone.bodies]
        numbers = [number_of(found) for found in markers]
        for index, found, number in zip(zone.bodies, markers, _in_order(numbers), strict=True):
            blocks[index] = _note(blocks[index], found, number)


def _note(block: Block, found: re.Match[str] | None, number: str) -> Block:
    if found is None:
        return replace(block, kind=Kind.NOTE, within=())
    start, end = found.span("marker")
    # In front of the number stands nothing, or the tag of a paragraph.
    tags = (Dropped(block.start, start, Mark.TAG),) if block.start < start else ()
    dropped = (*block.dropped, *tags, Dropped(start, end, Mark.NOTE_NUMBER))
    return replace(
        block,
        kind=Kind.NOTE,
        start=found.end(),
        dropped=dropped,
        number=number,
        doubtful=number != number_of(found),
        within=(),
    )


def _in_order(numbers: Sequence[str]) -> Iterator[str]:
    """The numbers, one that breaks the order replaced by the one that is missing there."""
    known = set(numbers)
    for index, number in enumerate(numbers):
        around = (*numbers[index - 1 : index], *numbers[index + 1 : index + 2])
        decimal = len(around) == 2 and all(map(str.isdecimal, (*around, number)))
        missing = str(int(around[0]) + 1) if decimal else number
        fits = decimal and missing not in known and int(around[1]) == int(missing) + 1
        yield missing if fits else number
