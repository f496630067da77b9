"""NEXUS as programs read it."""

from __future__ import annotations

from recensio.model.nexus import SYMBOLS, Character, nexus
from tests.insight import read_nexus


def test_a_matrix() -> None:
    text = nexus(["A", "B 2", "it's"], [Character("x", ["a", "b c"], [(0,), (0, 1), ()])])
    assert "    'B 2'\n    'it''s'\n" in text
    assert "  DIMENSIONS NTAX=3;" in text
    assert 'SYMBOLS="01"' in text
    assert "    1 x / a 'b c'\n" in text
    assert "    A 0\n    'B 2' (01)\n    'it''s' ?\n" in text


def test_case_alone_does_not_tell_taxa_apart() -> None:
    assert read_nexus(nexus(["A", "a", "B"], [])).taxa == ["A", "a (2)", "B"]


def test_more_states_than_symbols() -> None:
    states = [f"reading {number}" for number in range(40)]
    has = [(number,) for number in range(40)]
    text = nexus([f"w{number}" for number in range(40)], [Character("x", states, has)])
    matrix = read_nexus(text)
    assert "[x: states beyond 36 are unknown]" in text
    assert matrix.states == [states[:36]]
    assert [row[0] for row in matrix.rows.values()] == [
        *({symbol} for symbol in SYMBOLS),
        *([set()] * 4),
    ]


def test_a_remark_ends_where_it_should() -> None:
    assert "[a (b) c]\n" in nexus(["A"], [], ["a [b] c"])


def test_no_characters() -> None:
    assert "CHARSTATELABELS" not in nexus(["A", "B"], [])
