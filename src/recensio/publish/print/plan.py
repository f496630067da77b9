"""The plan: which lines stand on which page, and what at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from recensio.publish.print.galley import Galley
from recensio.publish.print.strips import Strip, strip_of
from recensio.publish.print.style import Style

Groups = Mapping[str, Sequence[tuple[str, str]]]
"""For each series its entries: identifier and the label of its line."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its number, its lines (counted through the book), and its foot.

    `space` is the height in points that the foot fills; `roomy` says that without it the page would
    hold more of the chapter than the plan gives it.
    """

    number: int
    chapter: int
    lines: range
    space: float
    groups: Groups
    roomy: bool


@dataclass(frozen=True)
class Plan:
    """The pages in order; for each chapter what waits for the pages after its last."""

    pages: tuple[Page, ...]
    tails: Mapping[str, Groups]

    def place(self, line: int) -> tuple[int, int]:
        """Page and number of a line, as they are printed."""
        page = self.page_of_line[line]
        return page.number, line - page.lines.start + 1

    @cached_property
    def page_of_line(self) -> Mapping[int, Page]:
        """The page of every line."""
        return {line: page for page in self.pages for line in page.lines}


def order(galley: Galley, strips: tuple[Strip, ...], shifts: Sequence[int]) -> dict[str, Any]:
    """What plan.typ is told; `shifts`: for each chapter the pages before it that no plan holds."""
    entries: list[list[tuple[str, str, int | None, int | None]]] = [[] for _strip in strips]
    for entry in galley.entries:
        if entry.series != "end":
            fields = (entry.id, entry.series, entry.line, entry.last)
            entries[strip_of(entry, strips)].append(fields)
    return {"strips": list(map(asdict, strips)), "entries": entries, "shifts": list(shifts)}


def read_plan(answer: Mapping[str, Any], strips: tuple[Strip, ...], style: Style) -> Plan:
    """The plan from the answer of plan.typ."""
    pages = (_page(fields, strips, style) for fields in answer["pages"])
    return Plan(tuple(pages), answer["tails"])


def _page(fields: Mapping[str, Any], strips: tuple[Strip, ...], style: Style) -> Page:
    top, bottom = strips[fields["first"]], strips[fields["last"]]
    free = style.text_height - (bottom.bottom - top.top) - style.foot_gap - style.slack
    return Page(
        number=fields["number"],
        chapter=fields["chapter"],
        lines=range(top.first, bottom.first + bottom.lines),
        space=max(free, fields["foot"] - style.foot_gap, 0),
        groups=fields["groups"],
        roomy=_holds_more(top, strips[fields["last"] + 1 : fields["last"] + 2], style),
    )


def _holds_more(top: Strip, following: Sequence[Strip], style: Style) -> bool:
    return any(
        strip.chapter == top.chapter and strip.bottom - top.top <= style.text_height + style.slack
        for strip in following
    )


def carriers(plan: Plan, galley: Galley) -> dict[str, int]:
    """For each page that needs one, the mark that carries its foot; pages count from 0."""
    chosen: dict[int, str] = {}
    for line, mark in _candidates(galley):
        chosen.setdefault(plan.page_of_line[line].number, mark)
    return {
        chosen[page.number]: place
        for place, page in enumerate(plan.pages)
        if page.number in chosen and (page.groups or page.roomy)
    }


def _candidates(galley: Galley) -> Iterator[tuple[int, str]]:
    for mark in galley.of_kind("end", "hold", "close"):
        line = galley.ending(mark.point)
        if line is not None:
            yield line, mark.id
