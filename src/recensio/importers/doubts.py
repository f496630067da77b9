"""Doubts: what an editor has to look at, each with its line and first words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from types import MappingProxyType
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.inline import read_inline
from recensio.importers.notes import Links
from recensio.importers.profile import Profile
from recensio.importers.report import Finding, met
from recensio.importers.source import Source
from recensio.importers.tokens import Sort

OF_BLOCKS: Final[Mapping[Kind, str]] = MappingProxyType(
    {Kind.EXTRACT: "quotation not closed", Kind.NOTE: "note number out of order"}
)
WITHOUT_SIGNS: Final = (Kind.BOILERPLATE, Kind.VERBATIM, Kind.EMPTY, Kind.RULE)
SIGN: Final = re.compile(r"(?<=[\w.,;:!?…)\]”»’\"'])(\*{1,3}|†{1,3}|‡{1,3})(?=[\s.,;:)]|$)")
OPENED: Final = re.compile(r"(?<!\S)\*+(?=\S)")
"""An asterisk before a word: emphasis in raw form, or the body of a note."""

BETWEEN_TWO: Final = re.compile(r"\d+,\s?")


def finding(source: Source, block: Block, kind: str) -> Finding:
    """A finding with the first words of its block."""
    return met(source, block.start, block.end, kind, block.line)


def doubts(
    source: Source,
    profile: Profile,
    blocks: Sequence[Block],
    links: Links,
) -> tuple[Finding, ...]:
    """All that is doubtful, in the order of the lines."""
    found = chain(
        _of_blocks(source, blocks),
        _of_references(source, blocks, links),
        (finding(source, blocks[i], "note without a reference") for i in links.unreferenced),
        (
            Finding(line, "footnote sign without a note", s)
            for line, s in signs(source, blocks, profile)
        ),
        (finding(source, block, reason) for block, reason in links.bibliography.doubts),
    )
    return tuple(sorted(found, key=lambda each: each.line))


def _of_blocks(source: Source, blocks: Sequence[Block]) -> Iterator[Finding]:
    for block in blocks:
        if block.doubtful and block.continues:
            yield finding(source, block, "likely cut")
        elif block.doubtful and block.kind in OF_BLOCKS:
            yield finding(source, block, OF_BLOCKS[block.kind])


def _of_references(source: Source, blocks: Sequence[Block], links: Links) -> Iterator[Finding]:
    for lost in links.lost:
        inside = blocks[lost.block].kind is Kind.FACSIMILE
        kind = "reference in a picture without a note" if inside else "reference without a note"
        yield Finding(source.line_at(lost.start), kind, lost.number)
    for start, index in links.repeated.items():
        yield Finding(source.line_at(start), "note referred to again", blocks[index].number)
    for one, other in pairwise(links.all):
        between = source.text[one.start : other.start]
        if BETWEEN_TWO.fullmatch(between):
            both = f"{one.number}, {other.number}"
            yield Finding(source.line_at(one.start), "two references in one mark", both)
    for reference in links.all:
        block = blocks[reference.block]
        if block.kind is Kind.HEADING and reference.start in links.bodies:
            yield finding(source, block, "reference in a heading")


def _words(source: Source, block: Block, profile: Profile) -> str:
    """The words of a block without those that are set as code."""
    inside: list[str] = []
    words: list[str] = []
    for token in read_inline(source.text, block, profile):
        if token.sort is Sort.OPEN:
            inside.append(token.name)
        elif token.sort is Sort.CLOSE:
            inside.pop()
        elif token.sort is Sort.TEXT and "code" not in inside:
            words.append(source.text[token.start : token.end])
    return "".join(words)


def signs(source: Source, blocks: Sequence[Block], profile: Profile) -> Iterator[tuple[int, str]]:
    """The line of each footnote sign right behind a word, and the sign, if no block begins so."""
    words = [
        (block, _words(source, block, profile))
        for block in blocks
        if block.kind not in WITHOUT_SIGNS
        and any(s in source.text[block.start : block.end] for s in "*†‡")
    ]
    bodies = {text[: len(text) - len(text.lstrip("*†‡"))] for _, text in words}
    for block, text in words:
        for sign in () if OPENED.search(text) else SIGN.finditer(text):
            if sign[1] not in bodies:
                line = block.line + text.count("\n", 0, sign.start())
                yield line, sign[1]
