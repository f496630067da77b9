"""The differences of two texts make the one of the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from recensio.tei.differences import compare

texts = st.lists(st.sampled_from("abcdefgh"), max_size=30)


@given(texts, texts)
def test_the_first_text_with_the_differences_is_the_second(
    first: list[str], second: list[str]
) -> None:
    made, at = list[str](), 0
    found = compare(first, second)
    for a, b, c, d in found.regions:
        made += [*first[at:a], *second[c:d]]
        at = b
    assert [*made, *first[at:]] == second
    assert 0 <= found.equal <= found.characters == len(" ".join(first))
    assert (found.regions == ()) == (first == second)
