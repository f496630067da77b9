"""The plan: which lines stand on which page, and what at its foot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import Any

from recensio.publish.print.galley import Galley
from recensio.publish.print.marks import Point
from recensio.publish.print.numbering import Numbering
from recensio.publish.print.strips import Strip, place_of, strip_of
from recensio.publish.print.style import Style

Groups = Mapping[str, Sequence[Sequence[Any]]]
"""For each series its entries: identifier, label of the line, first piece, piece after the last."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number, counted through the book, its lines (likewise), and its foot.

    `leaf` is the page of the galley, from 0. `top` is the place of its first strip; none if the
    page has no text, but only what the leaf had no room for. `space` is the height in points that
    the foot fills; `roomy` says that without it the page would hold more of the leaf than the plan
    gives it.
    """

    number: int
    leaf: int
    top: tuple[int, float] | None
    lines: range
    space: float
    groups: Groups
    roomy: bool


@dataclass(frozen=True)
class Plan:
    """The pages in order, and how their lines are numbered.

    `introduction` are the leaves before the text, whose pages go on with the Roman numerals of what
    stands before them; the pages of the text are printed with numbers from 1.
    """

    pages: tuple[Page, ...]
    numbering: Numbering = field(default_factory=Numbering)
    introduction: int = 0

    @cached_property
    def front(self) -> int:
        """How many pages have Roman numerals."""
        return sum(page.leaf < self.introduction for page in self.pages)

    def printed(self, page: Page) -> int | None:
        """The number that is printed on a page; none if it is known only when the book is set."""
        return None if page.leaf < self.introduction else page.number - self.front

    def place(self, line: int) -> tuple[int | None, str]:
        """Page and number of a line, as they are printed; no number where lines have none."""
        page = self.page_of_line[line]
        return self.printed(page), self.numbering.label(line, page.lines.start)

    def page_at(self, point: Point) -> Page:
        """The page of a point of the galley."""
        tops, pages = self._tops
        return pages[max(0, bisect_right(tops, place_of(point)) - 1)]

    @cached_property
    def page_of_line(self) -> Mapping[int, Page]:
        """The page of every line."""
        return {line: page for page in self.pages for line in page.lines}

    @cached_property
    def _tops(self) -> tuple[list[tuple[int, float]], list[Page]]:
        """The pages with text, each beside where it begins."""
        textual = [(page.top, page) for page in self.pages if page.top is not None]
        return [top for top, _page in textual], [page for _top, page in textual]

    def rests(self) -> Iterator[tuple[int, int]]:
        """The pages without text: the leaf that they follow, and their place among the pages."""
        return ((page.leaf, n) for n, page in enumerate(self.pages) if page.top is None)


def order(
    galley: Galley, strips: tuple[Strip, ...], numbering: Numbering, introduction: int = 0
) -> dict[str, Any]:
    """What plan.typ is told; `introduction` as in `Plan`."""
    entries: list[list[tuple[str, str, int | None, int | None]]] = [[] for _strip in strips]
    for entry in galley.entries:
        fields = (entry.id, entry.series, entry.line, entry.last)
        entries[strip_of(entry, strips)].append(fields)
    return {
        "strips": list(map(asdict, strips)),
        "entries": entries,
        "names": numbering.names,
        "introduction": introduction,
        "bare": sorted({galley.lines[line].page - 1 for line in numbering.bare}),
    }


def read_plan(
    answer: Sequence[Mapping[str, Any]],
    strips: tuple[Strip, ...],
    style: Style,
    numbering: Numbering = Numbering(),  # noqa: B008 (a value)
    introduction: int = 0,
) -> Plan:
    """The plan from the answer of plan.typ."""
    pages = tuple(_page(fields, strips, style) for fields in answer)
    return Plan(pages, numbering, introduction)


def _page(fields: Mapping[str, Any], strips: tuple[Strip, ...], style: Style) -> Page:
    number, leaf, groups = fields["number"], fields["leaf"], fields["groups"]
    if fields["first"] is None:
        return Page(number, leaf, None, range(0), style.text_height, groups, roomy=False)
    top, bottom = strips[fields["first"]], strips[fields["last"]]
    free = style.text_height - (bottom.bottom - top.top) - style.foot_gap - style.slack
    return Page(
        number=number,
        leaf=leaf,
        top=(top.leaf, top.top),
        lines=range(top.first, bottom.first + bottom.lines),
        space=max(free, fields["foot"] - style.foot_gap, 0),
        groups=groups,
        roomy=_holds_more(top, strips[fields["last"] + 1 : fields["last"] + 2], style),
    )


def _holds_more(top: Strip, following: Sequence[Strip], style: Style) -> bool:
    return any(
        strip.leaf == top.leaf and strip.bottom - top.top <= style.text_height + style.slack
        for strip in following
    )


def carriers(plan: Plan, galley: Galley) -> dict[str, int]:
    """For each page that needs one, the mark that carries its foot; pages count from 0.

    The first mark in a line is best; a page that has only an image has the mark of that.
    """
    chosen: dict[int, str] = {}
    for mark in sorted(galley.of_kind("end", "hold", "close"), key=galley.hold_of):
        line = galley.ending(mark.point)
        page = plan.page_at(mark.point) if line is None else plan.page_of_line[line]
        if line is not None or not page.lines:
            chosen.setdefault(page.number, mark.id)
    return {
        chosen[page.number]: place
        for place, page in enumerate(plan.pages)
        if page.number in chosen and (page.groups or page.roomy)
    }
