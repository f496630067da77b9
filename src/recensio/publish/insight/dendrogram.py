"""A dendrogram: where its branches, leaves and scale stand, for xslt/html/dendrogram.xsl to draw.

Root on the left, witnesses on the right, each join at the share of agreement at which its groups
were joined. Lengths are in the units of the figure's viewBox, about a pixel each.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from recensio.model.witness import Siglum
from recensio.publish.insight.clusters import Cluster
from recensio.publish.insight.markup import node

ROW: Final = 22
MARGIN: Final = 24
SCALE: Final = 420
LETTER: Final = 9
STEPS: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)


@dataclass(slots=True)
class _Drawing:
    """What is drawn so far; leaves are set one below the other as they come."""

    lowest: float
    known: Mapping[Siglum, int]
    rows: int = 0
    parts: list[etree._Element] = field(default_factory=list)

    def x(self, share: float) -> float:
        return round(MARGIN + SCALE * (share - self.lowest) / (1 - self.lowest), 2)


def dendrogram(tree: Cluster, known: Mapping[Siglum, int]) -> etree._Element:
    """The figure of a tree of two witnesses or more; `known` is in how many places each is known.

    Branches are horizontal and vertical lines.
    """
    lowest, step = _scale(tree.share)
    drawing = _Drawing(lowest, known)
    _draw(tree, drawing)
    bottom = MARGIN + drawing.rows * ROW
    longest = max(len(f"{siglum} {known[siglum]}") for siglum in tree.sigla)
    return node(
        "dendrogram",
        *_ticks(drawing, step),
        *drawing.parts,
        width=MARGIN + SCALE + LETTER * (longest + 4),
        height=bottom + MARGIN,
        top=MARGIN,
        bottom=bottom,
    )


def _draw(tree: Cluster, drawing: _Drawing) -> None:
    """Draw a tree from its leaves to its root, without recursion: it may be as deep as large."""
    heights: dict[tuple[Siglum, ...], float] = {}
    for cluster in _leaves_first(tree):
        if not cluster.parts:
            heights[cluster.sigla] = _leaf(cluster.sigla[0], drawing)
            continue
        ends = [heights[part.sigla] for part in cluster.parts]
        x = drawing.x(cluster.share)
        for part, y in zip(cluster.parts, ends, strict=True):
            drawing.parts.append(node("line", x1=x, y1=y, x2=drawing.x(part.share), y2=y))
        drawing.parts.append(node("line", x1=x, y1=ends[0], x2=x, y2=ends[-1]))
        heights[cluster.sigla] = sum(ends) / len(ends)


def _leaf(siglum: Siglum, drawing: _Drawing) -> float:
    y = MARGIN + (drawing.rows + 0.5) * ROW
    drawing.rows += 1
    places = drawing.known[siglum]
    drawing.parts.append(node("leaf", siglum=siglum, places=places, x=drawing.x(1.0), y=y))
    return y


def _leaves_first(tree: Cluster) -> Iterator[Cluster]:
    """Every cluster after its parts."""
    found, waiting = [], [tree]
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].parts
    return reversed(found)


def _scale(lowest: float) -> tuple[float, float]:
    """Where the scale begins, on a tick at or below the lowest share, and its step."""
    step = next((step for step in STEPS if (1 - lowest) / step <= 6), STEPS[-1])
    begin = math.floor(round(lowest / step, 6)) * step
    return min(max(0.0, round(begin, 6)), 1 - step), step


def _ticks(drawing: _Drawing, step: float) -> Iterator[etree._Element]:
    for number in range(round((1 - drawing.lowest) / step) + 1):
        share = drawing.lowest + number * step
        yield node("tick", x=drawing.x(share), label=f"{round(100 * share)} %")
