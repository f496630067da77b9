"""Invented copies are aligned as they were copied; seeds here were not in view when it was made."""

from __future__ import annotations

import pytest
from benchmarks.collation import run
from benchmarks.copying import KINDS, Kind, witnesses

LEAST = {
    "prose": 0.98,
    "eight witnesses": 0.975,
    "with punctuation": 0.98,
    "repetitive verse": 0.975,
    "short witnesses": 0.97,
    "large lacunae": 0.965,
    "many witnesses": 0.955,
    "divergent": 0.9,
    "medieval spelling": 0.96,
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_words_that_stem_from_one_place_stand_together(kind: Kind) -> None:
    assert run(kind, range(200, 203)).moves.f1 >= LEAST[kind.name]


def test_cases_are_the_same_each_time() -> None:
    assert witnesses(KINDS[0], 7) == witnesses(KINDS[0], 7)
    assert witnesses(KINDS[0], 7) != witnesses(KINDS[0], 8)
