"""How much a word tells when two passages have it in common: the rarer, the more."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from recensio.collate.parallels.spelling import folded

LETTERS: Final = re.compile(r"[^\W_]+")
SUPPOSED: Final = 1e-4
"""The share of a text that a word of content is taken to make up before any text is seen."""

BELIEF: Final = 20_000
"""Words of text that weigh as much as what is supposed."""

LEAST: Final = 0.2
COMMON, RARE = 1.5, 4.0
"""Logarithms of shares: one word in thirty tells least, one in ten thousand or rarer all."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How often each folded word stands in the texts to which passages belong."""

    counts: Mapping[str, int] = field(default_factory=dict)
    total: int = 0

    def weight(self, word: str) -> float:
        """How much a folded word tells, above 0 and up to 1; without texts every word 1."""
        share = (self.counts.get(word, 0) + BELIEF * SUPPOSED) / (self.total + BELIEF)
        return min(1.0, max(LEAST, (-math.log10(share) - COMMON) / (RARE - COMMON)))


def rarity_in(texts: Iterable[str]) -> Rarity:
    """The rarity of words in texts; the cost is linear in their length."""
    written = Counter(word for text in texts for word in LETTERS.findall(text))
    counts: Counter[str] = Counter()
    for word, count in written.items():
        counts[folded(word)] += count
    return Rarity(counts, counts.total())
