"""Quotations: paragraphs that stand in quotation marks as a whole.

The marks stay in the text; what they say is encoded as quote. A quotation of several paragraphs
may repeat its opening mark at each and close only the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.headings import plain
from recensio.importers.profile import Profile
from recensio.importers.source import Source

PAIRS: Final = {"“": "”", "«": "»", "„": "“", '"': '"'}
BEHIND: Final = " \n\t.,;:)]–—…"
"""What may follow the closing mark of a quotation."""


class Extent(StrEnum):
    """How far a quotation that opens a paragraph goes."""

    NONE = "none"
    PART = "closed within the paragraph"
    WHOLE = "closed at its end"
    OPEN = "not closed in it"


def extent(text: str) -> Extent:
    """How far the quotation goes that opens a paragraph with this text."""
    opening = text[:1]
    closing = PAIRS.get(opening)
    if closing is None:
        return Extent.NONE
    depth = 1
    for index, character in enumerate(text[1:], 1):
        depth += (character == opening != closing) - (character == closing)
        if depth == 0:
            return Extent.PART if text[index + 1 :].strip(BEHIND) else Extent.WHOLE
    return Extent.OPEN


def opens_quotation(text: str) -> bool:
    """Whether a paragraph with this text is a quotation or the beginning of one."""
    return extent(text) in (Extent.WHOLE, Extent.OPEN)


def mark_quotations(
    source: Source, blocks: tuple[Block, ...], profile: Profile
) -> tuple[Block, ...]:
    """The blocks with paragraphs all in quotation marks as quotations.

    The parts of a paragraph that was cut go together; a quotation that is not closed is doubtful.
    """
    if not profile.quotations:
        return blocks
    marked = list(blocks)
    for parts in _paragraphs(blocks):
        text = "\n".join(plain(source, blocks[index], profile) for index in parts)
        if opens_quotation(text):
            for index in parts:
                marked[index] = replace(marked[index], kind=Kind.EXTRACT)
            first = marked[parts[0]]
            marked[parts[0]] = replace(first, doubtful=extent(text) is Extent.OPEN)
    return tuple(marked)


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[list[int]]:
    """The indices of the parts of each paragraph."""
    parts: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind is Kind.PARAGRAPH:
            if not block.continues:
                yield from [parts] if parts else []
                parts = []
            parts.append(index)
    yield from [parts] if parts else []
