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
    shift = dict(_shifts(printed, plan))
    for line, point in enumerate(printed.lines):
        page = plan.page_of_line[line]
        found = point.page - shift[page.leaf < plan.introduction]
        if found != page.number:
            number = line - page.lines.start + 1
            yield f"line {number} of page {page.number} is printed on page {found}"
    lines = {entry.id: (entry.line, entry.last) for entry in galley.entries}
    for entry in printed.entries:
        if (entry.line, entry.last) != lines.get(entry.id):
            yield f"the lemma of {entry.id} has moved to another line"


def _shifts(printed: Galley, plan: Plan) -> Iterator[tuple[bool, int]]:
    """For introduction and text, how many pages of the file are not counted by the plan before.

    An empty page may part them, so that the text begins on a right one.
    """
    for is_front in (True, False):
        pages = (page for page in plan.pages if (page.leaf < plan.introduction) is is_front)
        first = next(pages, None)
        if first is not None:
            yield is_front, printed.leaves[first.leaf].point.page - first.number
