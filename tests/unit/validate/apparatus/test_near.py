"""The name that was probably meant."""

from __future__ import annotations

import pytest

from recensio.validate.apparatus.near import looks, nearest


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("Ν", ["N", "G"], "N"),
        ("LA", ["La", "Mb"], "La"),
        ("LA", ["La", "lA"], None),
        ("Thakur1979", ["Thakur1997", "nyāyadarśana"], "Thakur1997"),
        ("f1832", ["f1831", "f1818"], "f1831"),
        ("Vn", ["Ve", "Sn"], None),
        ("C", ["A", "B"], None),
        ("v", ["ν", "n"], None),
        ("A", [], None),
        ("Ab", ["A"], None),
    ],
)
def test_one_name_is_meant_or_none(name: str, known: list[str], meant: str | None) -> None:
    assert nearest(name, known) == meant


def test_an_accent_may_be_written_in_two_ways() -> None:
    assert looks("Fe\u0301") == looks("F\u00e9")
