"""Quotations: paragraphs that stand in quotation marks as a whole.

The marks stay in the text; what they say is encoded as quote. A quotation of several paragraphs
may repeat its opening mark at each and close only the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.headings import plain
from recensio.importers.profile import Profile
from recensio.importers.source import Source

PAIRS: Final = {"“": "”", "«": "»", "„": "“", '"': '"'}
MIXED: Final[Mapping[str, str]] = {"“": '"', '"': "”"}
"""The closing mark that stands for the right one where the style of marks changes."""

BEHIND: Final = " \n\t.,;:)]–—…"
"""What may follow the closing mark of a quotation."""

FARTHEST: Final = 12
"""In how many paragraphs the end of a quotation is looked for."""

BETWEEN: Final = (Kind.FACSIMILE, Kind.CAPTION, Kind.EMPTY, Kind.BOILERPLATE, Kind.PARAGRAPH)


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
    other = MIXED.get(opening)
    mixed = other is not None and text[1:].rstrip(BEHIND).endswith(other)
    return Extent.WHOLE if mixed else Extent.OPEN


def opens_quotation(text: str) -> bool:
    """Whether a paragraph with this text is a quotation or the beginning of one."""
    return extent(text) in (Extent.WHOLE, Extent.OPEN)


def mark_quotations(
    source: Source, blocks: tuple[Block, ...], profile: Profile
) -> tuple[Block, ...]:
    """The blocks with paragraphs all in quotation marks as quotations.

    The parts of a paragraph that was cut go together. A quotation is `unfinished` in each of its
    paragraphs but the last; it is doubtful in that, if it is not closed there.
    """
    if not profile.quotations:
        return blocks
    marked = list(blocks)
    paragraphs = list(_paragraphs(blocks))
    texts = [_text(source, blocks, parts, profile) for parts in paragraphs]
    inside = -1
    for number, parts in enumerate(paragraphs):
        reach = extent(texts[number])
        if reach is Extent.OPEN:
            last = max(inside, _closed_at(blocks, paragraphs, texts, number))
            inside = last if last > number else inside
        if number <= inside or reach in (Extent.WHOLE, Extent.OPEN):
            _mark(marked, parts, number < inside or reach is Extent.OPEN)
    _doubt(marked, paragraphs)
    return tuple(marked)


def _mark(marked: list[Block], parts: Sequence[int], goes_on: bool) -> None:
    for index in parts:
        marked[index] = replace(marked[index], kind=Kind.EXTRACT)
    marked[parts[0]] = replace(marked[parts[0]], unfinished=goes_on)


def _doubt(marked: list[Block], paragraphs: Sequence[list[int]]) -> None:
    """Doubt the quotations that do not go on in the paragraph where they should."""
    for parts, after in pairwise([*paragraphs, []]):
        first = marked[parts[0]]
        if first.unfinished and not (after and _goes_on(marked, parts, after)):
            marked[parts[0]] = replace(first, unfinished=False, doubtful=True)


def _goes_on(blocks: Sequence[Block], parts: Sequence[int], after: Sequence[int]) -> bool:
    """Whether the paragraph after another is a quotation too, of the same run."""
    return blocks[after[0]].kind is Kind.EXTRACT and _touch(blocks, parts, after)


def _touch(blocks: Sequence[Block], parts: Sequence[int], after: Sequence[int]) -> bool:
    """Whether nothing stands between two paragraphs but pictures and the like."""
    return all(block.kind in BETWEEN for block in blocks[parts[-1] + 1 : after[0]])


def _text(source: Source, blocks: Sequence[Block], parts: Sequence[int], profile: Profile) -> str:
    return "\n".join(plain(source, blocks[index], profile) for index in parts)


def _closed_at(
    blocks: Sequence[Block], paragraphs: Sequence[Sequence[int]], texts: Sequence[str], number: int
) -> int:
    """Where a quotation ends that goes on in paragraphs without marks: at one that closes it.

    That comes soon, in the same run of paragraphs, before another quotation opens; else the
    paragraph itself.
    """
    for after in range(number + 1, min(number + FARTHEST, len(texts))):
        if (
            not _touch(blocks, paragraphs[after - 1], paragraphs[after])
            or texts[after][:1] in PAIRS
        ):
            break
        if _closes(texts[after]):
            return after
    return number


def _closes(text: str) -> bool:
    """Whether a paragraph ends with the mark of a quotation that it does not open."""
    ends = text.rstrip(BEHIND)[-1:]
    if ends == '"':
        return text.count('"') % 2 == 1
    opening = next((mark for mark, closing in PAIRS.items() if closing == ends), "")
    return bool(opening) and text.count(ends) > text.count(opening)


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
