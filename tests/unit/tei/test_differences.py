"""Where two texts differ."""

from __future__ import annotations

import pytest

from recensio.tei.differences import compare


@pytest.mark.parametrize(
    ("first", "second", "regions", "equal"),
    [
        ("", "", [], 0),
        ("a b c", "a b c", [], 5),
        ("a b c", "a x c", [("b", "x")], 4),
        ("a b c", "a c", [("b", "")], 4),
        ("a c", "a b c", [("", "b")], 3),
        ("one two", "onetwo", [("one two", "onetwo")], 6),
        ("the plan", "the plane", [("plan", "plane")], 8),
        ("a a a b a", "a a b a a", [("a", ""), ("", "a")], 8),
        ("x y", "", [("x y", "")], 0),
    ],
)
def test_texts_differ_here(
    first: str, second: str, regions: list[tuple[str, str]], equal: int
) -> None:
    one, other = first.split(), second.split()
    found = compare(one, other)
    assert [(" ".join(one[a:b]), " ".join(other[c:d])) for a, b, c, d in found.regions] == regions
    assert (found.characters, found.equal) == (len(first), equal)


def test_long_texts_that_have_nothing_in_common_are_one_difference() -> None:
    found = compare(["a"] * 50_000, ["b"] * 50_000)
    assert found.regions == ((0, 50_000, 0, 50_000),)
    assert found.equal == 0
