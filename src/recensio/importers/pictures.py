"""Pictures: the texts in them and their captions, which a machine has read as text of the book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.inline import read_inline
from recensio.importers.profile import SCRIPTS, Facsimile, Place, Profile
from recensio.importers.source import Source
from recensio.importers.tokens import Sort, deeper

FOREIGN: Final = 0.75
"""The share of foreign letters by which a block belongs to a facsimile."""

TAG: Final = re.compile(r"<[^<>]{0,200}>")
STAMP: Final = 0.15
"""The share that is enough between two blocks of a facsimile: an address, a stamp."""


def mark_facsimiles(
    source: Source, blocks: tuple[Block, ...], profile: Profile
) -> tuple[Block, ...]:
    """Blocks in the script of the facsimiles, with the false headings and numbers among them.

    A heading whose letters are all of that script is no heading of the text, whatever its level.
    """
    if profile.facsimile is None:
        return blocks
    shares = [_share(source, block, profile.facsimile) for block in blocks]
    inside = list(_runs(shares))
    edges = zip([False, *inside], shares, [*inside[1:], False], strict=False)
    stamps = [bool(before and after and (share or 0) >= STAMP) for before, share, after in edges]
    return tuple(
        replace(block, kind=Kind.FACSIMILE, level=0) if run or stamp else block
        for block, run, stamp in zip(blocks, inside, stamps, strict=True)
    )


def _share(source: Source, block: Block, facsimile: Facsimile) -> float | None:
    """The share of its letters in the script of the facsimiles; none if it has no letter."""
    if block.kind is Kind.BOILERPLATE:
        return 0.0
    text = TAG.sub("", source.text[block.start : block.end])
    foreign = len(SCRIPTS[facsimile.script].findall(text))
    home = sum(character.isalpha() for character in text) - foreign
    return foreign / (foreign + home) if foreign or home else None


def _runs(shares: list[float | None]) -> Iterator[bool]:
    """Whether each block is in a run of foreign blocks; numbers and rules belong to their run."""
    for foreign, run in groupby(shares, key=lambda share: share is None or share >= FOREIGN):
        found = list(run)
        yield from (foreign and any(found) for _ in found)


def mark_captions(source: Source, blocks: tuple[Block, ...], profile: Profile) -> tuple[Block, ...]:
    """Paragraphs of the body that are all in italics, or that the profile names."""
    return tuple(_captions(source, blocks, profile))


def _captions(source: Source, blocks: tuple[Block, ...], profile: Profile) -> Iterator[Block]:
    place = Place.BODY
    for block in blocks:
        place = block.division.place if block.division else place
        text = source.text[block.start : block.end]
        by_form = (
            profile.captions and place is not Place.FRONT and _is_italic(source, block, profile)
        )
        if block.kind is Kind.PARAGRAPH and (by_form or profile.caption.names(block.line, text)):
            yield replace(block, kind=Kind.CAPTION)
        else:
            yield block


def _is_italic(source: Source, block: Block, profile: Profile) -> bool:
    """Whether every letter of a paragraph is in italics."""
    depth = 0
    slanted = False
    for token in read_inline(source.text, block, profile):
        depth += deeper(token)
        slanted = slanted or ("rend", "italic") in token.attributes
        letters = any(map(str.isalpha, source.text[token.start : token.end]))
        if depth == 0 and (token.sort is Sort.REFERENCE or (token.sort is Sort.TEXT and letters)):
            return False
    return slanted
