"""Which words an index of words leaves out."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Set
from functools import cache
from importlib import resources
from typing import Final

from recensio.publish.site.finding.spelling import folded

EVERYWHERE: Final = 0.1
"""A word that stands in more than this share of the blocks tells nobody where to look."""

FEW: Final = 200
"""Of a text with fewer blocks no word is left out for being common."""

MOST: Final = 60_000
"""Words of an index; of a larger vocabulary the rarest are left out."""


def common(spread: Counter[str], blocks: int) -> Set[str]:
    """The words that stand nearly everywhere; `spread` counts the blocks that hold each."""
    if blocks < FEW:
        return frozenset()
    return frozenset(word for word, count in spread.items() if count > blocks * EVERYWHERE)


def fewest(counts: Counter[str]) -> int:
    """How often a word must occur so that no more than MOST are left."""
    if len(counts) <= MOST:
        return 1
    by_count = Counter(counts.values())
    left, least = len(counts), 1
    while left > MOST:
        left -= by_count[least]
        least += 1
    return least


@cache
def function_words() -> Set[str]:
    """The function words of the languages of the interface, folded."""
    file = resources.files("recensio.publish.site.finding").joinpath("stopwords.toml")
    languages = tomllib.loads(file.read_text(encoding="utf-8")).values()
    return frozenset(folded(word.rstrip("'")) for words in languages for word in words.split())
