"""The galley: the lines of the text as a pass has broken them, and the line of every mark."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from recensio.publish.print.marks import Mark, Point

NEAR: Final = 0.6
"""Points by which heights on one line may differ."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry of the foot in its place.

    `line` and `last` are the lines on which its lemma begins and ends, counted through the book
    from 0; none in a heading, which has no line numbers. `point` is where the lemma ends.
    """

    id: str
    series: str
    line: int | None
    last: int | None
    point: Point


@dataclass(frozen=True)
class Galley:
    """The marks of a pass, read."""

    marks: tuple[Mark, ...]

    @cached_property
    def lines(self) -> tuple[Point, ...]:
        """The baseline of every numbered line, in reading order."""
        return tuple(sorted(mark.point for mark in self.of_kind("line")))

    @cached_property
    def leaves(self) -> tuple[Mark, ...]:
        """What begins each page of the galley."""
        return tuple(self.of_kind("leaf"))

    def leaves_before(self, chapter: int) -> int:
        """How many pages of the galley the chapters before one fill."""
        return sum(int(mark.id.partition(":")[0]) < chapter for mark in self.leaves)

    @cached_property
    def blocks(self) -> tuple[tuple[Point, Point], ...]:
        """Top and bottom of what is undivided; cells that stand beside each other are one."""
        opened: list[Point] = []
        spans: list[tuple[Point, Point]] = []
        for mark in self.of_kind("open", "shut"):
            if mark.kind == "open":
                opened.append(mark.point)
            elif opened:
                spans.append((opened.pop(), mark.point))
        return tuple(_merged(sorted(spans)))

    @cached_property
    def entries(self) -> tuple[Placed, ...]:
        """What goes to the foot or behind the chapter, in reading order."""
        starts = dict(self._starts())
        return tuple(self._placed(mark, starts.get(mark.id)) for mark in self.of_kind("end"))

    def of_kind(self, *kinds: str) -> Iterator[Mark]:
        """The marks of these kinds, in the order of the text."""
        return (mark for mark in self.marks if mark.kind in kinds)

    def beginning(self, point: Point) -> int | None:
        """The line that begins at or after a point; none in a heading."""
        if self.heading_at(point.moved(NEAR)) is not None:
            return None
        return self.after(point)

    def ending(self, point: Point) -> int | None:
        """The line that ends at or before a point; none in a heading."""
        if self.heading_at(point.moved(-NEAR)) is not None:
            return None
        return max(bisect_right(self.lines, point.moved(NEAR)) - 1, 0)

    def after(self, point: Point) -> int:
        """The first line at or after a point, be it in a heading or not; else the last line."""
        return min(bisect_left(self.lines, point.moved(-NEAR)), len(self.lines) - 1)

    def hold_of(self, mark: Mark) -> int:
        """How firmly a mark stands: 0 in a line, 1 under a line, 2 where there are no lines."""
        line = self.ending(mark.point)
        if line is None:
            return 2
        return int(abs(self.lines[line].y - mark.point.y) > NEAR)

    def lines_of(self, block: tuple[Point, Point]) -> range:
        """The lines of an undivided block; a heading has none."""
        top, bottom = block
        return range(bisect_left(self.lines, top), bisect_right(self.lines, bottom))

    def block_at(self, point: Point) -> int | None:
        """The number of the block around a point."""
        number = bisect_right(self._tops, point) - 1
        return number if number >= 0 and point <= self.blocks[number][1] else None

    def heading_at(self, point: Point) -> int | None:
        """The number of the heading around a point."""
        number = self.block_at(point)
        return None if number is None or self.lines_of(self.blocks[number]) else number

    @cached_property
    def _tops(self) -> list[Point]:
        return [top for top, _bottom in self.blocks]

    def _starts(self) -> Iterator[tuple[str, int | None]]:
        """Where lemmata begin; one whose space was lost in a line end begins the next line."""
        space: Mark | None = None
        for mark in self.of_kind("space", "start"):
            if mark.kind == "space":
                space = mark
            elif space and (space.point, space.x) == (mark.point, mark.x):
                yield mark.id, self._after_space(mark.point)
            else:
                yield mark.id, self.beginning(mark.point)

    def _after_space(self, point: Point) -> int | None:
        """The next line, unless the marks stand above a paragraph that they open."""
        line = self.ending(point)
        if line is None or abs(self.lines[line].y - point.y) > NEAR:
            return self.beginning(point)
        return min(line + 1, len(self.lines) - 1)

    def _placed(self, mark: Mark, start: int | None) -> Placed:
        last = self.ending(mark.point)
        line = last if start is None or last is None else min(start, last)
        return Placed(mark.id, mark.facts[1], line, last, mark.point)


def _merged(spans: Iterable[tuple[Point, Point]]) -> Iterator[tuple[Point, Point]]:
    """Spans in their order, those that overlap made one."""
    current: tuple[Point, Point] | None = None
    for top, bottom in spans:
        if current and top < current[1]:
            current = (current[0], max(current[1], bottom))
            continue
        if current:
            yield current
        current = (top, bottom)
    if current:
        yield current
