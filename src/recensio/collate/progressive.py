"""All witnesses are aligned: joined along a tree, then each is taken out and put back.

A witness that is aligned anew with all the others finds its best place among them, whatever was
decided when few of them were known (Barton and Sternberg, 1987).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recensio.collate.alignment import alignment, side
from recensio.collate.columns import Column, columns_of, merged
from recensio.collate.guide import joins
from recensio.collate.vocabulary import Vocabulary

ROUNDS: Final = 2


def aligned(texts: Sequence[Sequence[int]], words: Vocabulary) -> list[Column]:
    """The columns of texts, given as the numbers of their words; the texts all differ."""
    clusters = [columns_of(witness, text) for witness, text in enumerate(texts)]
    sizes = [1] * len(texts)
    for one, other in joins(texts):
        pairs = alignment(
            side(clusters[one], sizes[one]), side(clusters[other], sizes[other]), words
        )
        clusters[one] = merged(clusters[one], clusters[other], pairs)
        clusters[other] = []
        sizes[one] += sizes[other]
    columns = clusters[0] if clusters else []
    for _ in range(ROUNDS if len(texts) > 2 else 0):
        for witness, text in enumerate(texts):
            columns = _replaced(columns, witness, text, len(texts), words)
    return columns


def _replaced(
    columns: list[Column], witness: int, text: Sequence[int], size: int, words: Vocabulary
) -> list[Column]:
    """The columns after one witness was aligned anew with all others."""
    for column in columns:
        if witness in column.tokens:
            column.leave(witness, text[column.tokens[witness]])
    rest = [column for column in columns if column.tokens]
    own = columns_of(witness, text)
    return merged(rest, own, alignment(side(rest, size - 1), side(own, 1), words))
