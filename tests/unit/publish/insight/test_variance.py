"""How much the witnesses differ in a block."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.publish.insight.attestation import attestation
from recensio.publish.insight.roll import Roll
from recensio.publish.insight.variance import Variance, variances
from tests.insight import edition_with, listed

FOUR = listed("A", "B", "C", "D")


def found(folder: Path, body: str) -> list[Variance]:
    edition = edition_with(folder, FOUR + body, "positive")
    return variances(edition, [attestation(edition.readable[0], Roll(edition))])


def test_each_word_of_a_lemma_counts_with_the_dissent_of_its_entry(tmp_path: Path) -> None:
    one, other = found(
        tmp_path,
        "<p xml:id='p'>one two <app><lem wit='#A #B #C'>three four</lem><rdg wit='#D'>five</rdg>"
        "</app> six <app><lem wit='#A #B'/><rdg wit='#C #D'>more</rdg></app> seven eight nine</p>"
        "<p xml:id='q' n='2'>all agree</p>",
    )
    assert (one.block, one.words, one.entries, one.witnesses) == ("p", 8, 2, 2)
    assert one.dissent == pytest.approx((1 / 4 + 2 / 4) / 2)
    assert one.variance == pytest.approx((2 * 1 / 4 + 1 * 2 / 4) / 8)
    assert other == Variance("a", "q", "p", "2", words=2)


def test_an_entry_with_one_known_witness_says_nothing(tmp_path: Path) -> None:
    (block,) = found(
        tmp_path, "<p><app><lem wit='#A'>a</lem><rdg type='silent' wit='#B'/></app></p>"
    )
    assert (block.entries, block.dissent, block.variance) == (1, 0, 0)


def test_variance_is_never_above_one(tmp_path: Path) -> None:
    inner = "<app><lem wit='#A'>x y</lem><rdg wit='#B'>b</rdg><rdg wit='#C'>c</rdg></app>"
    body = f"<p><app><lem wit='#A'>{inner}</lem><rdg wit='#B'/><rdg wit='#C'>z</rdg></app></p>"
    (block,) = found(tmp_path, body)
    assert block.variance == 1


def test_an_entry_apart_from_the_text_stands_where_it_points(tmp_path: Path) -> None:
    blocks = found(
        tmp_path,
        "<p xml:id='p'>one <anchor xml:id='x'/>two<anchor xml:id='y'/></p><p>three</p>"
        "<listApp><app from='#x' to='#y'><lem wit='#A'>two</lem><rdg wit='#B'>2</rdg></app>"
        "</listApp>",
    )
    assert [(b.block, b.entries) for b in blocks] == [("p", 1), ("p2", 0)]


def test_an_entry_around_blocks_stands_in_the_first(tmp_path: Path) -> None:
    blocks = found(
        tmp_path,
        "<div><app><lem wit='#A'><p xml:id='p'>one</p><p xml:id='q'>two</p></lem>"
        "<rdg wit='#B'><p xml:id='r'>three</p></rdg></app></div>",
    )
    assert [(b.block, b.entries) for b in blocks] == [("p", 1), ("q", 0)]


def test_no_word_is_in_two_blocks(tmp_path: Path) -> None:
    entry = "<app><lem wit='#A'>x</lem><rdg wit='#B'>y</rdg></app>"
    blocks = found(
        tmp_path,
        f"<p xml:id='p'>a <list><item>b {entry}</item></list></p><lg><l xml:id='l'>c</l></lg>",
    )
    assert [(b.block, b.words, b.entries) for b in blocks] == [("p", 3, 1), ("l", 1, 0)]
