"""The self-check: every line and every lemma of the book must stand where the plan has it."""

from __future__ import annotations

from collections.abc import Iterator

from recensio.publish.print.galley import Galley
from recensio.publish.print.plan import Plan


def deviations(galley: Galley, printed: Galley, plan: Plan) -> Iterator[str]:
    """What differs between the plan and the printed book, in words; nothing if all is well.

    `printed` are the marks of the final pass; a line of it is on the page of the plan, and every
    lemma begins and ends on the lines on which it did in the galley.
    """
    if len(printed.lines) != len(galley.lines):
        yield f"{len(printed.lines)} lines are printed, {len(galley.lines)} were set"
        return
    before = text_begins(printed) - 1
    for line, point in enumerate(printed.lines):
        page = plan.page_of_line[line]
        if point.page - before != page.number:
            number = line - page.lines.start + 1
            yield f"line {number} of page {page.number} is printed on page {point.page - before}"
    lines = {entry.id: (entry.line, entry.last) for entry in galley.entries}
    for entry in printed.entries:
        if (entry.line, entry.last) != lines.get(entry.id):
            yield f"the lemma of {entry.id} has moved to another line"


def text_begins(printed: Galley) -> int:
    """The page of the file on which the first chapter begins, counted from 1."""
    openings = (mark.point.page for mark in printed.of_kind("title") if mark.facts[1] == "1")
    return next(openings, 1)
