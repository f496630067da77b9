"""All witnesses are aligned: joined along a tree, then each is taken out and put back.

A witness that is aligned anew with all the others finds its best place among them, whatever was
decided when few of them were known (Barton and Sternberg, 1987).
"""

from __future__ import annotations

from collections.abc import Sequence

from recensio.collate.alignment import alignment, side
from recensio.collate.columns import Column, columns_of, merged
from recensio.collate.guide import joins
from recensio.collate.vocabulary import Vocabulary


def aligned(texts: Sequence[Sequence[int]], words: Vocabulary) -> list[Column]:
    """The columns of texts, given as the numbers of their words; the texts all differ."""
    clusters = [columns_of(witness, text) for witness, text in enumerate(texts)]
    sizes = [1] * len(texts)
    for one, other in joins(texts):
        pairs = alignment(
            side(clusters[one], sizes[one], words),
            side(clusters[other], sizes[other], words),
            words,
        )
        clusters[one] = merged(clusters[one], clusters[other], pairs)
        clusters[other] = []
        sizes[one] += sizes[other]
    return clusters[0] if clusters else []
