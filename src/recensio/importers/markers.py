"""Markers: the number by which the body of a note begins, and the heading above notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.headings import plain
from recensio.importers.idioms import NOTE_HEADINGS, any_of
from recensio.importers.inline import LABEL, RAISED, SUP, digits
from recensio.importers.profile import Profile
from recensio.importers.source import Source

MARKER: Final = re.compile(
    r"(?:<p(?:\s[^<>]{0,99})?>)?"
    r"(?P<marker>(?:"
    rf"{SUP}\[?(?P<raised>\d{{1,5}})\.?\]?(?:\(#\w*\))?(?:</a>)?</sup>\.?"
    r"|\[(?P<linked>\d{1,5})\.?\]\(#\w*\)\.?"
    rf"|\[\^(?P<labelled>{LABEL})\]:"
    r"|\[(?P<bracketed>\d{1,5})\]"
    r"|(?P<listed>\d{1,5})[.)]"
    rf")(?=[ \t])|(?P<power>{RAISED})[.)]?)[ \t]*(?=\S)"
)
BARE: Final = re.compile(r"(?P<marker>(?P<bare>\d{1,3}))[ \t]+(?=[^\W\d_])")
"""A number alone, which begins a note only under a heading of notes."""

HEADING: Final = re.compile(rf"{any_of(NOTE_HEADINGS)}[.:]?", re.IGNORECASE)
LEVEL: Final = 2
LONGEST: Final = 60


def marker(source: Source, block: Block, bare: bool = False) -> re.Match[str] | None:
    """The number with which a block begins, if it may be that of a note."""
    found = MARKER.match(source.text, block.start, block.end)
    return found or (BARE.match(source.text, block.start, block.end) if bare else None)


def kind_of(found: re.Match[str]) -> str:
    """The form of a marker: the name of the group with its number."""
    return next(name for name, text in found.groupdict().items() if text and name != "marker")


def number_of(found: re.Match[str] | None) -> str:
    """The number or label of a note; none without a marker."""
    return digits(found[kind_of(found)]) if found else ""


def is_heading_of_notes(source: Source, block: Block, profile: Profile) -> bool:
    """Whether a block says no more than that notes follow."""
    short = block.end - block.start <= LONGEST
    return short and bool(HEADING.fullmatch(plain(source, block, profile).strip()))


def mark_headings_of_notes(
    source: Source, blocks: tuple[Block, ...], profile: Profile
) -> tuple[Block, ...]:
    """The blocks with those paragraphs as headings that say that notes follow, where they do."""
    return (*_marked(source, blocks, profile), *blocks[-1:])


def _marked(source: Source, blocks: Sequence[Block], profile: Profile) -> Iterator[Block]:
    for block, after in pairwise(blocks):
        begins = block.kind is Kind.PARAGRAPH and not block.division
        if begins and marker(source, after, True) and is_heading_of_notes(source, block, profile):
            yield replace(block, kind=Kind.HEADING, level=LEVEL)
        else:
            yield block
