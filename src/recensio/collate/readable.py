"""A collation to read: the words below each other, then where and how the witnesses differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Final

from recensio.collate.classes import Kind, Variant, places_of_variation
from recensio.collate.layout import PLAIN, Layout
from recensio.collate.table import Segment, Table
from recensio.collate.tokens import written

WIDTH: Final = 96
"""Characters in a line."""

MOVED: Final = "\N{LEFT RIGHT ARROW}"
"""Before the number of a transposition, at the words where they are and where they are lacking."""

SHORT: Final = {Kind.OMISSION: "om.", Kind.ADDITION: "add.", Kind.TRANSPOSITION: "transp."}


def as_table(table: Table, layout: Layout = PLAIN) -> str:
    """A line for each witness, strips as wide as a page; words that moved have a number."""
    margin = max(map(len, table.sigla), default=0)
    lines: list[str] = []
    for strip in _strips(_shown(table), WIDTH - margin):
        widths = [max(map(len, column)) for column in strip]
        for place, siglum in enumerate(table.sigla):
            words = (f"{column[place]:{w}}" for column, w in zip(strip, widths, strict=True))
            lines.append(f"{siglum:{margin}}  {' '.join(words)}".rstrip())
        lines.append("")
    for segment, found in places_of_variation(table, layout.base):
        lines += wrap(_entry(table, segment, found), WIDTH, subsequent_indent="    ")
    return "\n".join(lines) + ("\n" if lines and lines[-1] else "")


def _shown(table: Table) -> Iterator[list[str]]:
    """The columns as they are shown."""
    marks: defaultdict[tuple[int, int], str] = defaultdict(str)
    for number, move in enumerate(table.moves, start=1):
        for column in (*move.here, *move.there):
            for place in move.movers:
                marks[column, place] += f"{MOVED}{number}"
    for index, tokens in enumerate(table.columns):
        yield [
            (token.text if token else "-") + marks.get((index, place), "")
            for place, token in enumerate(tokens)
        ]


def _strips(columns: Iterator[list[str]], width: int) -> Iterator[list[list[str]]]:
    """The columns in strips that fit the width; a word that does not has a strip of its own."""
    strip: list[list[str]] = []
    used = 0
    for column in columns:
        needed = max(map(len, column)) + 1
        if strip and used + needed > width:
            yield strip
            strip, used = [], 0
        strip.append(column)
        used += needed
    if strip:
        yield strip


def _entry(table: Table, segment: Segment, found: Sequence[Variant]) -> str:
    """A place of variation as an entry: the column, the main reading, the others and their kind."""
    main = next(variant for variant in found if variant.kind is None)
    others = (_reading(table, variant) for variant in found if variant.kind is not None)
    lemma = written(main.cell) or "-"
    return f"{segment.first + 1}  {lemma} {_sigla(table, main)}] {'; '.join(others)}"


def _reading(table: Table, variant: Variant) -> str:
    kind = variant.kind or Kind.SUBSTANTIVE
    if not variant.cell:
        return f"{SHORT.get(kind, 'om.')} {_sigla(table, variant)}"
    return f"{written(variant.cell)} {_sigla(table, variant)} ({kind})"


def _sigla(table: Table, variant: Variant) -> str:
    return " ".join(table.sigla[place] for place in variant.places)
