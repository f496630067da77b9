"""Witnesses are aligned word by word into a table of agreement and variation.

The order in which witnesses are given does not matter: they are joined by their likeness, those
with the same words count as one, and the table has them in the order given. To write a table in
one more format, add a function to `formats.FORMATS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recensio.collate.columns import Column
from recensio.collate.freeing import freed
from recensio.collate.progressive import aligned
from recensio.collate.table import Move, Table
from recensio.collate.tokens import Token, WitnessText
from recensio.collate.transpositions import Transposition, transpositions
from recensio.collate.vocabulary import vocabulary
from recensio.model.problem import Outcome


def collate(witnesses: Sequence[WitnessText]) -> Outcome[Table]:
    """Align the texts of witnesses (TEI Guidelines, 12); sigla are taken to differ.

    Every token of every witness stands in the table once and in its own order.
    """
    normals = [tuple(token.normal for token in witness.tokens) for witness in witnesses]
    texts = sorted(set(normals))
    words = vocabulary(texts)
    numbers = {word: number for number, word in enumerate(words.words)}
    numbered = [[numbers[word] for word in text] for text in texts]
    columns = aligned(numbered, words)
    found = transpositions(columns, numbered, words)
    if found:
        columns = freed(columns, numbered, found, words)
        found = transpositions(columns, numbered, words)
    places = [texts.index(text) for text in normals]
    return Outcome(
        Table(
            tuple(witness.siglum for witness in witnesses),
            tuple(_row(column, places, witnesses) for column in columns),
            _moves(found, places),
            tuple(witness.markup for witness in witnesses),
        )
    )


def _moves(found: Iterable[Transposition], places: Sequence[int]) -> tuple[Move, ...]:
    """The transpositions with the witnesses as they were given."""
    return tuple(
        Move(
            _given(each.movers, places),
            _given(each.others, places),
            tuple(here for here, _ in each.pairs),
            tuple(there for _, there in each.pairs),
        )
        for each in found
    )


def _given(texts: frozenset[int], places: Sequence[int]) -> frozenset[int]:
    return frozenset(index for index, place in enumerate(places) if place in texts)


def _row(
    column: Column, places: Sequence[int], witnesses: Sequence[WitnessText]
) -> tuple[Token | None, ...]:
    tokens = column.tokens
    return tuple(
        witness.tokens[tokens[place]] if place in tokens else None
        for place, witness in zip(places, witnesses, strict=True)
    )
