"""In which order witnesses are joined: those that share most passages first.

The likeness of two texts is the share of their sequences of words that they have in common, from a
sample that is the same share of every text (Broder, 1997); the tree is made from the means (UPGMA;
Sokal and Michener, 1958).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

LENGTH: Final = 2
"""Words in a sequence."""

SAMPLE: Final = 4000
"""Sequences of a text that are compared; of a shorter text all are."""

Join = tuple[int, int]
"""Two clusters that become one; it has the number of the first."""


def joins(texts: Sequence[Sequence[int]]) -> Iterator[Join]:
    """The clusters to be joined, one pair after the other, numbered by their first text."""
    alike = _likenesses(texts)
    sizes = [1] * len(texts)
    alive = list(range(len(texts)))
    while len(alive) > 1:
        one, other = max(
            (
                (a, max((b for b in alive if b != a), key=lambda b: (alike[a][b], -b)))
                for a in alive
            ),
            key=lambda pair: (alike[pair[0]][pair[1]], -pair[0]),
        )
        one, other = min(one, other), max(one, other)
        yield one, other
        for each in alive:
            mean = alike[one][each] * sizes[one] + alike[other][each] * sizes[other]
            alike[one][each] = alike[each][one] = mean / (sizes[one] + sizes[other])
        sizes[one] += sizes[other]
        alive.remove(other)


def _likenesses(texts: Sequence[Sequence[int]]) -> list[list[float]]:
    samples = [_sample(text) for text in texts]
    alike = [[0.0] * len(texts) for _ in texts]
    for a, ours in enumerate(samples):
        for b in range(a):
            theirs = samples[b]
            both = len(ours & theirs)
            alike[a][b] = alike[b][a] = both / ((len(ours) + len(theirs) - both) or 1)
    return alike


def _sample(text: Sequence[int]) -> set[int]:
    """The least of the sequences in an order that has nothing to do with the words."""
    sequences = {hash(pair) for pair in zip(*(text[n:] for n in range(LENGTH)), strict=False)}
    return sequences if len(sequences) <= SAMPLE else set(sorted(sequences)[:SAMPLE])
