from __future__ import annotations

import pytest

from recensio.remembered import Memory, memory, remembered, remembering

CALLS: list[int] = []


@remembered
def doubled(number: int) -> int:
    CALLS.append(number)
    if number < 0:
        raise ValueError("below 0")
    return 2 * number


@pytest.fixture(autouse=True)
def forgotten() -> None:
    CALLS.clear()


def test_an_ordinary_build_remembers_nothing() -> None:
    assert memory() is None
    assert (doubled(2), doubled(2), CALLS) == (4, 4, [2, 2])


def test_a_value_is_reckoned_once_and_lasts_to_the_next_build() -> None:
    known = Memory()
    for _ in range(3):
        with remembering(known):
            assert (doubled(2), doubled(2)) == (4, 4)
    assert CALLS == [2]


def test_what_a_build_did_not_use_is_forgotten() -> None:
    known = Memory()
    for numbers in ((1, 2), (2,), (1, 2)):
        with remembering(known):
            assert [doubled(number) for number in numbers]
    assert CALLS == [1, 2, 1]


def test_a_build_that_broke_off_makes_nothing_forgotten() -> None:
    known = Memory()
    with remembering(known):
        doubled(1)
    with pytest.raises(ValueError, match="below 0"), remembering(known):
        list(map(doubled, (2, -1)))
    with remembering(known):
        doubled(1)
        doubled(2)
    assert CALLS == [1, 2, -1]
