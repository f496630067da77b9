"""Any base and any variation of it: collated and rebuilt, every witness is what it was."""

from __future__ import annotations

import json
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from recensio.collate import collate
from recensio.collate.formats import as_json
from recensio.collate.parallel import parallel
from recensio.collate.table import Table
from recensio.collate.tokens import WitnessText, witness_text
from recensio.model.witness import Siglum
from recensio.tei.text import normalise
from recensio.tei.witness_texts import witness_lines
from recensio.tei.witnesses import witness_list
from tests.support import NS, the, tree_of

WORDS = st.one_of(
    st.sampled_from(
        ["the", "The", "of", "a", "b", "c", ",", ".", "don’t", "é", "e\u0301", "किताब"]
    ),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=5),
)
BASES = st.lists(WORDS, max_size=40)
EDITS = st.lists(
    st.tuples(st.integers(0, 39), st.sampled_from(["drop", "insert", "replace"]), WORDS),
    max_size=8,
)


def varied(base: list[str], edits: list[tuple[int, str, str]]) -> str:
    words = list(base)
    for place, kind, word in edits:
        keep = [words[place]] if kind == "insert" and place < len(words) else []
        words[place : place + 1] = keep if kind == "drop" else [word, *keep]
    return " ".join(words)


@st.composite
def witnesses(draw: st.DrawFn) -> list[WitnessText]:
    base = draw(BASES)
    variations = draw(st.lists(EDITS, min_size=2, max_size=5))
    return [witness_text(f"w{n}", varied(base, edits)) for n, edits in enumerate(variations)]


@given(witnesses())
def test_every_token_stands_in_the_table_once_and_in_its_order(found: list[WitnessText]) -> None:
    table = collate(found).value
    for witness in found:
        assert table.tokens(witness.siglum) == witness.tokens
        assert table.text(witness.siglum) == witness.text
    assert all(any(column) for column in table.columns)
    rows = json.loads(as_json(table))["table"]
    assert len({len(row) for row in rows}) == 1
    for witness, row in zip(found, rows, strict=True):
        there = [(cell["t"], cell["n"]) for cells in row if cells for cell in cells]
        assert there == [(token.text, token.normal) for token in witness.tokens]


@given(witnesses())
def test_every_witness_is_rebuilt_from_the_tei(found: list[WitnessText]) -> None:
    tree = tree_of(parallel(collate(found).value))
    body, declared = the(tree.getroot().find(".//t:body", NS)), witness_list([tree])
    for witness in found:
        lines = witness_lines(body, Siglum(witness.siglum), declared, positive=True)
        assert " ".join(lines) == normalise(witness.text)


@given(st.data())
def test_the_order_of_witnesses_makes_no_difference(given_here: st.DataObject) -> None:
    found = given_here.draw(witnesses())
    shuffled = given_here.draw(st.permutations(found))
    assert columns_of(collate(found).value) == columns_of(collate(shuffled).value)


def columns_of(table: Table) -> list[dict[str, object]]:
    return [dict(zip(table.sigla, column, strict=True)) for column in table.columns]


@given(witnesses())
def test_columns_agree_wherever_all_witnesses_are_the_same(found: list[WitnessText]) -> None:
    same = [WitnessText(witness.siglum, found[0].tokens) for witness in found]
    table = collate(same).value
    assert all(len(set(column)) == 1 for column in table.columns)
    assert len(list(groupby(table.columns))) <= len(found[0].tokens)
