"""Cuts: paragraphs that a page or a picture has divided, and headings in two halves.

A paragraph that ends within a sentence goes on in the next paragraph of the section, with or
without pictures between them. A lower-case beginning is certain; a capital or a figure is likely;
one in quotation marks goes on only if it does not open a quotation of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.headings import plain
from recensio.importers.profile import Profile
from recensio.importers.quotations import opens_quotation
from recensio.importers.source import Source

BETWEEN: Final = frozenset((Kind.FACSIMILE, Kind.CAPTION, Kind.EMPTY, Kind.BOILERPLATE))
"""What may stand between the two parts of a paragraph."""

LEAST: Final = 120
"""A shorter line without a stop at its end may be of a title page or a list."""

CLOSERS: Final = "*_”’\"')]} \n\t\u00a0"
STOPS: Final = ("", *".!?…:")


def mark_cuts(source: Source, blocks: tuple[Block, ...], profile: Profile) -> tuple[Block, ...]:
    """The blocks with those marked that continue the one before."""
    if not profile.cuts:
        return blocks
    return tuple(_continued(source, blocks, profile))


def _continued(source: Source, blocks: tuple[Block, ...], profile: Profile) -> Iterator[Block]:
    before: Block | None = None
    for block in blocks:
        if block.kind in BETWEEN:
            yield block
            continue
        marked = _joined(source, before, block, profile) if before else block
        yield marked
        before = marked


def _joined(source: Source, before: Block, block: Block, profile: Profile) -> Block:
    if block.division:
        return block
    if before.kind is Kind.ITEM and block.kind is Kind.PARAGRAPH:
        return _rest_of_item(source, before, block, profile)
    if before.kind is not block.kind:
        return block
    if block.kind is Kind.HEADING and before.number and not block.number:
        return replace(block, level=before.level, continues=True)
    return _sentence(source, before, block, profile) if block.kind is Kind.PARAGRAPH else block


def _rest_of_item(source: Source, before: Block, block: Block, profile: Profile) -> Block:
    """The block, continuing a list item that was cut if it begins in lower case."""
    going_on = _sentence(source, before, block, profile)
    certain = going_on.continues and not going_on.doubtful
    return replace(going_on, kind=Kind.ITEM, level=before.level) if certain else block


def _sentence(source: Source, before: Block, block: Block, profile: Profile) -> Block:
    """The block, continuing the one before if that ends within a sentence."""
    text, start = plain(source, before, profile), plain(source, block, profile)
    # Behind a stop a comma stands between two note references.
    if text.rstrip(CLOSERS + ",")[-1:] in STOPS:
        return block
    if start[:1].islower():
        return replace(block, continues=True)
    last = text.rstrip(CLOSERS)[-1]
    line = text.rpartition("\n")[2]
    within = len(line) >= LEAST and (last.isalnum() or last in ",-–")
    if within and not opens_quotation(start):
        return replace(block, continues=True, doubtful=True)
    return block
