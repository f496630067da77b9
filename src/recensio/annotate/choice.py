"""Choice: which of the names and dates that may stand in a text do stand there.

The leftmost counts, and of those the longest. In the title of a work, the name of a group or of
an event the names of persons count too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from recensio.annotate.dates.found import FoundDate
from recensio.annotate.found import Found
from recensio.model.register import RegisterKind

HOLDING: Final = (RegisterKind.WORKS, RegisterKind.ORGS, RegisterKind.EVENTS)
"""Kinds of names in which persons are named."""

LOCATIVE: Final = re.compile(
    r"\b(?:in|to|from|at|near|into|outside|around|through|leaving|left|reached|в|из|под)\s+$",
    re.I,
)
LISTING: Final = re.compile(r"(?:,\s+)?(?:and|or)\s+$|,\s+$|(?:,\s+)?(?:and|or)\s+|,\s+")
ORDER: Final = (
    RegisterKind.PERSONS,
    RegisterKind.ORGS,
    RegisterKind.PLACES,
    RegisterKind.WORKS,
    RegisterKind.EVENTS,
)
"""Which kind counts if one name may be of several: a person rather than the work named so."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The names and dates of a text in its order; a nested name stands behind the outer one."""

    names: tuple[Found, ...]
    dates: tuple[FoundDate, ...]


def choose(text: str, names: Iterable[Found], dates: Sequence[FoundDate]) -> Chosen:
    """The names and dates that stand in a text."""
    names = list(names)
    places = _Places(text, names)
    ordered = sorted(names, key=lambda found: (found.start, -found.end, places.rank(found)))
    taken: list[Found] = []
    chosen_dates: list[FoundDate] = []
    waiting = sorted(dates, key=lambda date: date.start, reverse=True)
    outer: Found | None = None
    behind = 0
    for found in ordered:
        while waiting and (waiting[-1].start, -waiting[-1].end) <= (found.start, -found.end):
            date = waiting.pop()
            if date.start >= behind:
                chosen_dates.append(date)
                behind = date.end
        if found.start >= behind:
            taken.append(found)
            outer, behind = found, found.end
        elif outer and _nests(found, outer, taken[-1]):
            taken.append(found)
    for date in reversed(waiting):
        if date.start >= behind:
            chosen_dates.append(date)
            behind = date.end
    return Chosen(tuple(taken), tuple(chosen_dates))


def _nests(found: Found, outer: Found, last: Found) -> bool:
    """Whether a person's name stands within another name, behind the last one taken there."""
    within = outer.covers(found) and outer.kind in HOLDING
    return (
        within and found.kind is RegisterKind.PERSONS and (last is outer or found.start >= last.end)
    )


class _Places:
    """Tells places from persons of the same name by what stands before: in Gorky, Kiev, Gorky."""

    def __init__(self, text: str, names: Sequence[Found]) -> None:
        self._text = text
        others = {(f.start, f.end) for f in names if f.kind is not RegisterKind.PLACES}
        sure = [
            f for f in names if f.kind is RegisterKind.PLACES and (f.start, f.end) not in others
        ]
        self._starts = {found.start for found in sure}
        self._ends = {found.end for found in sure}

    def rank(self, found: Found) -> tuple[bool, bool, int]:
        """What counts first of names with the same words."""
        located = found.kind is RegisterKind.PLACES and self._is_located(found)
        kind = -1 if located else ORDER.index(found.kind)
        return found.is_misread, not found.entries, kind

    def _is_located(self, found: Found) -> bool:
        if re.match(r"[’'ʼ]s\b", self._text[found.end : found.end + 3]):
            # A house is at Gorky's, the writer's, rather than at that of the town.
            return False
        if LOCATIVE.search(self._text[max(0, found.start - 10) : found.start]):
            return True
        before = LISTING.search(self._text[max(0, found.start - 6) : found.start])
        behind = LISTING.match(self._text, found.end)
        return bool(
            (before and found.start - len(before[0]) in self._ends)
            or (behind and behind.end() in self._starts)
        )
