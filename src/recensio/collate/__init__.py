"""Witnesses are aligned word by word into a table of agreement and variation.

The order in which witnesses are given does not matter: the longest is taken first, and the table
has them in the order given. To write a table in one more format, add a function to
`formats.FORMATS`.
"""

from __future__ import annotations

from collections.abc import Sequence

from recensio.collate.alignment import alignment
from recensio.collate.table import Table
from recensio.collate.tokens import Token, WitnessText
from recensio.model.problem import Outcome


def collate(witnesses: Sequence[WitnessText]) -> Outcome[Table]:
    """Align the texts of witnesses (TEI Guidelines, 12); sigla are taken to differ.

    Every token of every witness stands in the table once and in its own order.
    """
    order = sorted(range(len(witnesses)), key=lambda index: _rank(witnesses[index]))
    columns: list[list[Token | None]] = []
    for count, index in enumerate(order):
        columns = _widened(columns, count, witnesses[index].tokens)
    places = sorted(range(len(order)), key=order.__getitem__)
    return Outcome(
        Table(
            tuple(witness.siglum for witness in witnesses),
            tuple(tuple(column[place] for place in places) for column in columns),
        )
    )


def _rank(witness: WitnessText) -> tuple[int, tuple[tuple[str, str], ...]]:
    """The longest text first; texts that rank alike are the same."""
    return -len(witness.tokens), tuple((token.text, token.space) for token in witness.tokens)


def _widened(
    columns: list[list[Token | None]], count: int, tokens: Sequence[Token]
) -> list[list[Token | None]]:
    """The columns of `count` witnesses with one more; its own words get columns between them."""
    forms = [frozenset(token.normal for token in column if token) for column in columns]
    pairs = [*alignment(forms, [token.normal for token in tokens]), (len(columns), len(tokens))]
    widened: list[list[Token | None]] = []
    at = first = 0
    for column, token in pairs:
        widened += [[*each, None] for each in columns[at:column]]
        widened += [[*[None] * count, own] for own in tokens[first:token]]
        if column < len(columns):
            widened.append([*columns[column], tokens[token]])
        at, first = column + 1, token + 1
    return widened
