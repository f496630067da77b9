"""Passages: blocks that go together, and the divisions they stand in.

A passage is what becomes one element: a paragraph with the parts into which it was cut and the
pictures between them, a list with its items, a quotation with its paragraphs, a picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.profile import Division

PICTURES: Final = (Kind.FACSIMILE, Kind.CAPTION)
GROUPED: Final = (Kind.ITEM, Kind.ROW, Kind.PERSON, Kind.NOTE)
LONGEST_LIST_HEADING: Final = 120
LEFT_OUT: Final = (Kind.EMPTY, Kind.BOILERPLATE)


@dataclass(slots=True)
class Passage:
    """Blocks of one kind, and among them the pictures that stand between their parts."""

    kind: Kind
    blocks: list[Block]

    @property
    def first(self) -> Block:
        """The block with which the passage begins."""
        return self.blocks[0]


@dataclass(slots=True)
class Part:
    """A division: its heading, its passages, the divisions below it, the rule that made it."""

    level: int
    heading: Passage | None = None
    rule: Division | None = None
    passages: list[Passage] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def passages(blocks: Iterable[Block]) -> list[Passage]:
    """The blocks grouped; boilerplate and empty marks are left out."""
    found: list[Passage] = []
    pictures: list[Block] = []
    below = 0
    for block in blocks:
        touching = block.line == below
        below = block.line + 1 if touching or block.kind not in LEFT_OUT else 0
        if block.kind in LEFT_OUT:
            continue
        last = found[-1] if found else None
        nested = last is not None and bool(last.first.within)
        if block.within:
            found += figures(pictures)
            pictures = []
            if last and found[-1] is last and _is_within(last, block):
                last.blocks.append(block)
            else:
                found.append(_nested(block))
        elif block.kind in PICTURES:
            pictures.append(block)
        elif block.continues and found and found[-1].kind is block.kind and not nested:
            found[-1].blocks += [*pictures, block]
            pictures = []
        else:
            found += figures(pictures)
            if not pictures and found and not nested and _goes_on(found[-1], block, touching):
                found[-1].blocks.append(block)
                found[-1].kind = block.kind
            else:
                found.append(Passage(block.kind, [block]))
            pictures = []
    return [*found, *figures(pictures)]


def figures(blocks: Sequence[Block]) -> list[Passage]:
    """Pictures: a facsimile with the captions behind it, or each caption alone."""
    found: list[Passage] = []
    for block in blocks:
        last = found[-1] if found else None
        facsimile = last is not None and last.first.kind is Kind.FACSIMILE
        captioned = last is not None and last.blocks[-1].kind is Kind.CAPTION
        if last and facsimile and not (captioned and block.kind is Kind.FACSIMILE):
            last.blocks.append(block)
        else:
            found.append(Passage(Kind.CAPTION, [block]))
    return found


def units(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks of a passage by paragraph or item: each with the parts that continue it."""
    unit: list[Block] = []
    for block in blocks:
        if unit and not block.continues and block.kind not in PICTURES:
            yield unit
            unit = []
        unit.append(block)
    yield from [unit] if unit else []


def _nested(block: Block) -> Passage:
    """A passage that begins with a block within other elements."""
    figure = block.within[0].name == "figure"
    return Passage(Kind.CAPTION if figure else Kind.PARAGRAPH, [block])


def _is_within(passage: Passage, block: Block) -> bool:
    return passage.first.within[:1] == block.within[:1] and not block.division


def _goes_on(passage: Passage, block: Block, touching: bool) -> bool:
    if block.division:
        return False
    if passage.kind is Kind.PARAGRAPH and block.kind is Kind.ITEM:
        # A short line right on top of a list is its heading.
        alone = len(passage.blocks) == 1
        short = passage.first.end - passage.first.start <= LONGEST_LIST_HEADING
        return touching and alone and short
    if passage.kind is not block.kind:
        return False
    if block.kind is Kind.EXTRACT:
        # A quotation not closed in its last paragraph goes on in one that opens again.
        last = next(other for other in reversed(passage.blocks) if not other.continues)
        return last.unfinished or bool(block.dropped and last.dropped)
    if block.kind is Kind.ITEM and block.level <= passage.blocks[-1].level:
        # Items with a bullet and items with a number make two lists.
        return bool(block.dropped) is bool(passage.blocks[-1].dropped)
    return block.kind in GROUPED and not (block.kind is Kind.NOTE and block.number)


def divisions(found: Iterable[Passage]) -> Part:
    """The passages in their divisions: one begins at a heading or where a rule says so."""
    root = Part(level=0)
    path = [root]
    for passage in found:
        rule = passage.first.division
        if passage.kind is not Kind.HEADING and rule is None:
            path[-1].passages.append(passage)
            continue
        part = Part(max(1, passage.first.level), rule=rule)
        if passage.kind is Kind.HEADING:
            part.heading = passage
        else:
            part.passages.append(passage)
        while path[-1].level >= part.level:
            path.pop()
        path[-1].parts.append(part)
        path.append(part)
    return root
