"""Running heads: the edition on the left page, on the right what the page belongs to."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from recensio.publish.print.galley import Galley
from recensio.publish.print.plan import Page, Plan
from recensio.publish.print.strips import place_of


def running_titles(edition: str, galley: Galley, plan: Plan) -> Iterator[str]:
    """For each page of the plan the title at its head, in their order.

    That is the heading with which its leaf begins; where it only repeats the title of the edition,
    the last section that has begun.
    """
    titles = [mark for mark in galley.of_kind("title") if int(mark.facts[1]) <= 2]
    places = [place_of(mark.point) for mark in titles]
    openings = {mark.point.page - 1: mark.facts[2] for mark in reversed(titles)}
    title = ""
    for page, end in zip(plan.pages, _ends(plan.pages), strict=True):
        title = openings.get(page.leaf, title)
        last = bisect_left(places, end) - 1
        yield titles[last].facts[2] if last >= 0 and _same(title, edition) else title


def _ends(pages: Sequence[Page]) -> list[tuple[float, float]]:
    """For each page the place in the galley where the next one begins."""
    ends: list[tuple[float, float]] = []
    end: tuple[float, float] = (math.inf, 0.0)
    for page in reversed(pages):
        ends.append(end)
        end = page.top or end
    return ends[::-1]


def _same(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()
