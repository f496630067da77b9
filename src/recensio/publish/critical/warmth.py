"""How much the witnesses differ along a text, for its reading page: a bar and a hint per block."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from lxml import etree

from recensio.publish.insight.heat import heat
from recensio.publish.insight.tally import is_telling, tally
from recensio.publish.insight.variance import Variance
from recensio.publish.prepare import Edition

LEVELS: Final = 4


def warmth(edition: Edition) -> Mapping[str, Mapping[str, str]]:
    """The parameters of xslt/html/heat-bar.xsl for each document whose witnesses differ."""
    if not is_telling(edition):
        return {}
    found = edition.once(tally).variances
    highest = max((block.variance for block in found), default=0.0)
    titles = {each.document.id: each.document.title for each in edition.readable}
    levels = _levels(found)
    by_document = groupby(found, key=lambda block: block.document)
    return {
        identifier: _parameters(blocks, titles[identifier], highest, levels)
        for identifier, blocks in ((each, list(those)) for each, those in by_document)
        if any(block.variance for block in blocks)
    }


def warmth_of(edition: Edition, document: str) -> Mapping[str, str]:
    """The parameters for one document."""
    return edition.once(warmth).get(document, {})


def _parameters(
    blocks: Sequence[Variance], title: str, highest: float, levels: Sequence[float]
) -> Mapping[str, str]:
    bar = heat(blocks, "", title, highest)
    for cell in bar:
        cell.set("href", cell.get("href") or "#:main")
    return {
        "heat": etree.tostring(bar, encoding="unicode"),
        "warmth": "\n".join(_lines(blocks, levels)),
    }


def _lines(blocks: Sequence[Variance], levels: Sequence[float]) -> Iterator[str]:
    """Lines "block TAB level" for the blocks in which witnesses differ, 4 where most."""
    for block in blocks:
        if block.variance and block.block:
            yield f"{block.block}\t{bisect_left(levels, block.variance) + 1}"


def _levels(found: Sequence[Variance]) -> Sequence[float]:
    """The variances that part those of the blocks in which witnesses differ into equal shares."""
    ranked = sorted(block.variance for block in found if block.variance)
    return [ranked[len(ranked) * part // LEVELS] for part in range(1, LEVELS) if ranked]
