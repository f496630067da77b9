"""Heat bars: how much the witnesses differ along a document, for xslt/html/heat.xsl to draw."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.publish.insight.markup import node
from recensio.publish.insight.variance import Variance

WIDTH: Final = 640
CELLS: Final = 160
"""At most so many cells stand in a bar; short blocks share one."""


def heat(blocks: Sequence[Variance], page: str, title: str, highest: float) -> etree._Element:
    """The bar of one document: cells as wide as their blocks are long, as dark as they vary.

    `page` is its page below site/, `highest` the variance that is drawn darkest. A heading at the
    beginning is the top of its page, where it may not stand a second time below the title.
    """
    words = sum(block.words for block in blocks)
    bar = node("heat", title=title, page=page, words=words, width=WIDTH, blocks=len(blocks))
    begin = 0
    for cell in _cells(blocks, words):
        length = sum(block.words for block in cell)
        variance = sum(block.variance * block.words for block in cell) / max(length, 1)
        bar.append(
            node(
                "cell",
                block=cell[0].block,
                href=f"{page}#{cell[0].block}" if begin or cell[0].element != "head" else page,
                label=_label(cell),
                first=begin + 1,
                last=begin + length,
                x=round(WIDTH * begin / max(words, 1), 2),
                width=round(WIDTH * length / max(words, 1), 2),
                entries=sum(block.entries for block in cell),
                variance=variance,
                shade=round(variance / highest, 3) if highest else 0.0,
            )
        )
        begin += length
    return bar


def _cells(blocks: Sequence[Variance], words: int) -> Iterator[list[Variance]]:
    """Blocks on end, together at least the CELLS-th part of the words."""
    cell: list[Variance] = []
    held = 0
    for block in blocks:
        cell.append(block)
        held += block.words
        if held * CELLS >= words and held:
            yield cell
            cell, held = [], 0
    if cell and held:
        yield cell


def _label(cell: Sequence[Variance]) -> str:
    """The numbers that the blocks of a cell have in their source; "" if they have none."""
    names = list(dict.fromkeys(block.number or "" for block in (cell[0], cell[-1])))
    return "–".join(names) if all(names) else ""
