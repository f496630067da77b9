"""Headings: which blocks are headings of the text, of which level and number."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.inline import read_inline
from recensio.importers.profile import Division, Profile
from recensio.importers.scribe import CONTROL
from recensio.importers.source import Source
from recensio.importers.tokens import shown

BARE: Final = re.compile(r"[^\W_a-z][^\n]{0,70}[^\s.,;:!?…–—-]")
"""A short line that begins like a heading and does not end like a sentence."""

COUNTED: Final = re.compile(r"(\d{1,3})[.:]\s+\S")
"""A heading with the number of its chapter."""

LEAST_COUNTED: Final = 5
MOST: Final = 0.8
LEVEL_OF_BARE: Final = 2
LONGEST: Final = 300
"""The length in characters up to which a block is compared with the headings of the profile."""

PROSE: Final = 100
"""The length in characters of a paragraph that may stand under a bare heading."""


def mark_headings(source: Source, blocks: tuple[Block, ...], profile: Profile) -> tuple[Block, ...]:
    """The blocks with the headings of the text levelled and numbered.

    A heading of the form profile.chapters is of level 1, whatever its marks say; where chapters
    are known by that form every other heading is below them, unless a rule names it.
    """
    found = blocks if not profile.bare_headings else _with_bare_headings(source, blocks)
    marked = tuple(_levelled(source, block, profile) for block in found)
    return marked if profile.chapters else _counted(source, marked, profile)


def _counted(source: Source, blocks: tuple[Block, ...], profile: Profile) -> tuple[Block, ...]:
    """The blocks with headings that count the chapters on one level, if their marks do not agree.

    They count if five at least go on by one from the first, and most headings with a number do.
    """
    chapters: dict[int, str] = {}
    numbered = 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING and not block.division:
            match = COUNTED.match(plain(source, block, profile))
            numbered += match is not None
            if match and int(match[1]) == len(chapters) + 1:
                chapters[index] = match[1]
    levels = {blocks[index].level for index in chapters}
    if len(levels) < 2 or len(chapters) < max(LEAST_COUNTED, MOST * numbered):
        return blocks
    return tuple(
        replace(block, level=min(levels), number=chapters[index]) if index in chapters else block
        for index, block in enumerate(blocks)
    )


def plain(source: Source, block: Block, profile: Profile) -> str:
    """The words of a block without marks and note references."""
    tokens = read_inline(source.text, block, profile)
    return "".join(shown(source.text, token) for token in tokens)


def _with_bare_headings(source: Source, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    def level(block: Block, after: Block) -> Block:
        text = source.text[block.start : block.end]
        prose = after.kind is Kind.PARAGRAPH and after.end - after.start >= PROSE
        if block.kind is Kind.PARAGRAPH and prose and BARE.fullmatch(text):
            return replace(block, kind=Kind.HEADING, level=LEVEL_OF_BARE)
        return block

    return (*(level(block, after) for block, after in pairwise(blocks)), *blocks[-1:])


def _levelled(source: Source, block: Block, profile: Profile) -> Block:
    if block.kind in (Kind.BOILERPLATE, Kind.FACSIMILE):
        return block
    rule = _rule(source, block, profile)
    if rule:
        kind = Kind.HEADING if rule.heading else block.kind
        return replace(block, kind=kind, level=rule.level, division=rule)
    if block.kind is not Kind.HEADING or not profile.chapters:
        return block
    number = profile.chapters.search(plain(source, block, profile))
    if number:
        return replace(block, level=1, number=number[1] if number.groups() else number[0])
    return replace(block, level=max(2, block.level))


def _rule(source: Source, block: Block, profile: Profile) -> Division | None:
    """The rule by which a division begins at this block."""
    named = next((rule for rule in profile.division if rule.line == block.line), None)
    rules = [rule for rule in profile.division if rule.heading and not rule.line]
    possible = block.kind in (Kind.HEADING, Kind.PARAGRAPH)
    if named or not possible or not rules or block.end - block.start > LONGEST:
        return named
    text = plain(source, block, profile)
    if block.kind is Kind.HEADING:
        return next((rule for rule in rules if text.startswith(rule.heading)), None)
    return next((rule for rule in rules if text == rule.heading), None)


def title_of(source: Source, blocks: tuple[Block, ...], profile: Profile) -> str:
    """The words of the first heading, or an empty string."""
    first = next((block for block in blocks if block.kind is Kind.HEADING), None)
    return " ".join(CONTROL.sub("", plain(source, first, profile)).split()) if first else ""
