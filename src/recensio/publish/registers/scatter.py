"""Where places lie, as points in a plane: equirectangular, true to scale in the middle."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.publish.insight.markup import node
from recensio.publish.pages import from_page
from recensio.publish.registers.coordinates import Point
from recensio.publish.registers.registers import Registers

FEWEST: Final = 3
"""Places below which a figure shows nothing that the list does not."""

MOST: Final = 60
"""Places that are drawn, those that are mentioned most often."""

WIDTH: Final = 600
TALLEST: Final = 560
MARGIN: Final = 28
LETTER: Final = 7.2
LINE: Final = 16


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that a label fills."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two labels would stand upon each other."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def scatter(
    registers: Registers, points: Mapping[str, Point], page: str
) -> Iterator[etree._Element]:
    """The figure of the places with coordinates; nothing if they are fewer than three.

    Lengths are in units of the viewBox, about a pixel each. A label stands where there is room for
    it; a place without one is a dot that has its name as title.
    """
    near = _near(points)
    ids = sorted(near, key=lambda each: (-registers.count(each), each))[:MOST]
    if len({points[each] for each in ids}) < FEWEST:
        return
    placed, height = _placed([points[each] for each in ids])
    labels = [registers.entries[each].label for each in ids]
    boxes = labelled(placed, labels, WIDTH, height)
    figure = node("map", width=WIDTH, height=height, names=", ".join(labels[:12]))
    figure.set("left", str(len(points) - len(ids)))
    for identifier, label, (x, y), box in zip(ids, labels, placed, boxes, strict=True):
        figure.append(
            node(
                "place",
                label=label,
                href=from_page(page, registers.pages[identifier]),
                x=x,
                y=y,
                left=box.left if box else None,
                base=box.bottom - 4 if box else None,
            )
        )
    yield figure


def labelled(
    points: Sequence[tuple[float, float]], labels: Sequence[str], width: float, height: float
) -> list[Box | None]:
    """For each point the place of its label, so that no two meet; None where there is no room."""
    dots = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    taken: list[Box] = []
    found: list[Box | None] = []
    for (x, y), label, dot in zip(points, labels, dots, strict=True):
        long = LETTER * len(label)
        candidates = (
            Box(x + 7, y - LINE / 2, x + 7 + long, y + LINE / 2),
            Box(x - 7 - long, y - LINE / 2, x - 7, y + LINE / 2),
            Box(x - long / 2, y - 6 - LINE, x + long / 2, y - 6),
            Box(x - long / 2, y + 6, x + long / 2, y + 6 + LINE),
        )
        others = [each for each in dots if each is not dot]
        free = (
            box
            for box in candidates
            if box.left >= 0 and box.right <= width and box.top >= 0 and box.bottom <= height
            if not any(map(box.meets, taken)) and not any(map(box.meets, others))
        )
        box = next(free, None)
        found.append(box)
        taken += [box] if box else []
    return found


def _near(points: Mapping[str, Point]) -> list[str]:
    """The places without those that lie so far away that the others would fall together."""
    bounds = [
        _bounds(sorted(point.latitude for point in points.values())),
        _bounds(sorted(point.longitude for point in points.values())),
    ]
    near = [
        name
        for name, point in points.items()
        if bounds[0][0] <= point.latitude <= bounds[0][1]
        if bounds[1][0] <= point.longitude <= bounds[1][1]
    ]
    return near if len(near) >= FEWEST else list(points)


def _bounds(ordered: Sequence[float]) -> tuple[float, float]:
    """From where to where most lie, and half as much again on both sides."""
    if not ordered:
        return 0.0, 0.0
    cut = len(ordered) // 12
    first, last = ordered[cut], ordered[-1 - cut]
    return first - (last - first) / 2, last + (last - first) / 2


def _placed(points: Sequence[Point]) -> tuple[list[tuple[float, float]], float]:
    """The points in the figure, and how high it is."""
    south, north = (f(point.latitude for point in points) for f in (min, max))
    west, east = (f(point.longitude for point in points) for f in (min, max))
    narrowing = max(0.05, math.cos(math.radians((south + north) / 2)))
    across, along = max((east - west) * narrowing, 1e-6), max(north - south, 1e-6)
    scale = min((WIDTH - 2 * MARGIN) / across, (TALLEST - 2 * MARGIN) / along)
    shift = (WIDTH - across * scale) / 2
    placed = [
        (
            round(shift + (point.longitude - west) * narrowing * scale, 1),
            round(MARGIN + (north - point.latitude) * scale, 1),
        )
        for point in points
    ]
    return placed, round(2 * MARGIN + along * scale)
