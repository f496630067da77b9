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
    return tuple(_levelled(source, block, profile) for block in found)


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
