"""The sets of our edition: those that a scholar sees as one align, the controls do not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from recensio.collate.parallels import synopsis
from recensio.collate.parallels.rarity import Rarity, rarity_in
from recensio.importers.excerpts import excerpts
from recensio.model.synopsis import ParallelSet
from tests.support import ROOT, SHARED

SOURCES: Final = SHARED / "sources"
CONTROLS: Final = ("P10", "P11", "P29")
TOUCHING: Final = ("R 4971", "R 4202", "R 1771")
"""Passages of P18 that touch the same document and quote no sentence of it."""

pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the source texts are not here")


@cache
def sets() -> tuple[ParallelSet, ...]:
    outcome = excerpts(SOURCES, Path(ROOT / "tei/sources"))
    assert not outcome.problems
    return outcome.value


@cache
def rarity() -> Rarity:
    return rarity_in(path.read_text(encoding="utf-8") for path in sorted(SOURCES.iterdir()))


def test_there_are_thirty_with_notes() -> None:
    assert [each.id for each in sets()] == [f"P{number:02}" for number in range(1, 31)]
    assert all(each.note and each.title for each in sets())
    assert all(passage.attribution for each in sets() for passage in each.passages)


def test_no_passage_begins_or_ends_in_a_word() -> None:
    for each in sets():
        for passage in each.passages:
            assert passage.text.strip() == passage.text, (each.id, passage)


@pytest.mark.parametrize("known", [True, False], ids=["rarity", "no rarity"])
def test_every_set_is_aligned_but_the_controls(known: bool) -> None:
    found = {each.id: synopsis(each.passages, rarity() if known else None) for each in sets()}
    assert [name for name, each in found.items() if not any(each.aligned)] == list(CONTROLS)
    alone = {
        passage.id
        for name, each in found.items()
        if name not in CONTROLS
        for passage, aligned in zip(each.passages, each.aligned, strict=True)
        if not aligned
    }
    assert alone <= set(TOUCHING)


def test_the_crux_of_the_decree() -> None:
    (decree,) = (each for each in sets() if each.id == "P01")
    wordings = [crux.wordings for crux in synopsis(decree.passages, rarity()).cruces]
    assert ("underground", "", "underground") in wordings
    assert ("fake", "spurious", "deceptive") in wordings
