"""Marks: points of the text as a pass of the press has laid them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

QUESTION: Final = (
    "query(metadata).filter(m => type(m.value) == array).map(m => {"
    " let p = m.location().position(); (m.value, p.page, p.x.pt(), p.y.pt()) })"
)
"""What is asked of a sheet: for each mark what it says, its page, x and y."""


class Point(NamedTuple):
    """A height on a page, ordered as one reads; points from the top of the page."""

    page: int
    y: float

    def moved(self, by: float) -> Point:
        """The point so much lower."""
        return Point(self.page, self.y + by)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its kind as in marks.typ, the facts it states, and where it stands."""

    kind: str
    facts: tuple[str, ...]
    point: Point
    x: float

    @property
    def id(self) -> str:
        """What is marked: "chapter:identifier"."""
        return self.facts[0]


def read_marks(answer: Iterable[Sequence[Any]]) -> tuple[Mark, ...]:
    """The marks of a sheet, in its order, from the answer to `QUESTION`."""
    return tuple(
        Mark(value[0], tuple(map(str, value[1:])), Point(page, y), x)
        for value, page, x, y in answer
    )
