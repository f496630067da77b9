"""Reading: the lines of a source become blocks.

Why no Markdown parser of others: what is imported is a transcript, often machine-read, that looks
like Markdown and breaks its rules (heading levels without meaning, emphasis across lines, list
marks before notes). An importer has to answer for every character and to name the line of every
block; the parsers at hand (markdown-it-py, mistune) give lines of blocks, but no spans of text
and marks. So blocks and inline markup are read here, in one pass each, and every character is
text or part of a named mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.forms import FORMS, ORDERED, Found, Recogniser, indentation, trimmed
from recensio.importers.html.reading import read_html
from recensio.importers.profile import HTML, Profile, Rule
from recensio.importers.source import Line, Source

RUNNING: Final = (Kind.PARAGRAPH, Kind.ITEM)


def read_blocks(source: Source, profile: Profile) -> tuple[Block, ...]:
    """The blocks of a source in their order, those that the profile leaves out marked.

    What lies between the blocks is white space.
    """
    if profile.markup == HTML:
        blocks: Iterable[Block] = read_html(source, profile.language)
    else:
        blocks = _read_lines(source, profile)
    return tuple(_left_out(source, block, profile.boilerplate) for block in blocks)


def placed(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those that begin in the line of another told apart."""
    line = place = -1
    for block in blocks:
        if block.silent:
            yield block
            continue
        place = place + 1 if block.line == line else 0
        line = block.line
        yield replace(block, place=place) if place else block


def _read_lines(source: Source, profile: Profile) -> list[Block]:
    lines = tuple(source.lines())
    blocks: list[Block] = []
    index = 0
    while index < len(lines):
        found, index = _blocks_at(FORMS[profile.markup], lines, index)
        blocks += found
    return blocks


def _left_out(source: Source, block: Block, boilerplate: Rule) -> Block:
    named = boilerplate.names(block.line, source.text[block.start : block.end])
    return replace(block, kind=Kind.BOILERPLATE) if named else block


def _blocks_at(forms: Sequence[Recogniser], lines: Sequence[Line], index: int) -> Found:
    found, after = _recognised(forms, lines, index) or _paragraph(lines, index)
    if not found or found[-1].kind not in RUNNING:
        return found, after
    while after < len(lines) and not _interrupts(forms, lines, after, found[-1].kind):
        after += 1
    last = lines[after - 1]
    return [*found[:-1], replace(found[-1], end=trimmed(last, last)[1])], after


def _recognised(forms: Sequence[Recogniser], lines: Sequence[Line], index: int) -> Found | None:
    attempts = (recogniser(lines, index) for recogniser in forms)
    return next((found for found in attempts if found), None)


def _paragraph(lines: Sequence[Line], index: int) -> Found:
    line = lines[index]
    block = Block(Kind.PARAGRAPH, line.number, *trimmed(line, line), level=indentation(line))
    return [block], index + 1


def _interrupts(
    forms: Sequence[Recogniser], lines: Sequence[Line], index: int, running: Kind
) -> bool:
    """Whether another block begins in this line of a running paragraph or item."""
    text = lines[index].text
    if running is Kind.PARAGRAPH and ORDERED.match(text) and text.lstrip()[:2] not in ("1.", "1)"):
        # A line of prose may begin with a year and a full stop; a list begins with 1.
        return False
    return _recognised(forms, lines, index) is not None
