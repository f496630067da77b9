"""Strips: the galley cut where a page may end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from recensio.publish.print.galley import Galley, Placed
from recensio.publish.print.marks import Point
from recensio.publish.print.style import Style


@dataclass(frozen=True, slots=True)
class Strip:
    """What no page break divides: a line, a row of a table, or a heading, which has no lines.

    `leaf` is the page of the galley, counted from 0: what begins a page of the book. `top` and
    `bottom` are points of the galley; `first` is the number of the first line, counted through the
    book from 0. With `keep` a strip goes with the one after it, as headings and speakers do;
    `closes` says that it ends a paragraph.
    """

    leaf: int
    top: float
    bottom: float
    first: int
    lines: int
    keep: bool = False
    closes: bool = False

    @property
    def final(self) -> int | None:
        """The number of the last line; a heading has none."""
        return self.first + self.lines - 1 if self.lines else None


def strips_of(galley: Galley, style: Style) -> tuple[Strip, ...]:
    """The whole text as strips, in reading order."""
    closing, keeping = (
        {galley.ending(mark.point) for mark in galley.of_kind(kind)} for kind in ("close", "keep")
    )
    strips = sorted((*_blocks(galley), *_lines(galley, style)), key=_place)
    return tuple(
        replace(strip, keep=strip.keep or strip.final in keeping, closes=strip.final in closing)
        for strip in strips
    )


def strip_of(entry: Placed, strips: tuple[Strip, ...]) -> int:
    """The number of the strip in which an entry's lemma begins."""
    if entry.line is not None:
        return bisect_right(strips, entry.line, key=lambda strip: strip.first) - 1
    return max(0, bisect_right(strips, place_of(entry.point), key=_place) - 1)


def place_of(point: Point) -> tuple[int, float]:
    """The leaf and the height of a point of the galley, as strips have them."""
    return point.page - 1, point.y


def _blocks(galley: Galley) -> Iterator[Strip]:
    pictures = galley.of_kind("picture")
    alone = {galley.block_at(mark.point) for mark in pictures if "keep" not in mark.facts}
    for number, (top, bottom) in enumerate(galley.blocks):
        lines = galley.lines_of((top, bottom))
        keep = not lines and number not in alone
        yield Strip(top.page - 1, top.y, bottom.y, lines.start, len(lines), keep)


def _lines(galley: Galley, style: Style) -> Iterator[Strip]:
    above, below = 0.75 * style.size, 0.25 * style.size
    for number, line in enumerate(galley.lines):
        if galley.block_at(Point(*line)) is None:
            yield Strip(line.page - 1, line.y - above, line.y + below, number, 1)


def _place(strip: Strip) -> tuple[int, float]:
    return strip.leaf, strip.top
