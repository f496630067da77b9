"""Problems and places as values."""

from __future__ import annotations

from typing import Any

import pytest

from recensio.model.catalogue import Severity
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Edit, Fix, Location, Outcome, problem


def test_a_problem_is_filled_from_the_catalogue() -> None:
    found = problem("SRC005", Location("a.xml", 2), root="html")
    assert found.severity is Severity.INFO
    assert found.message.startswith("the root element is html,")
    assert found.help == "docs/problems.md#src005"
    assert found.location.line == 2


def test_braces_in_a_document_are_text() -> None:
    found = problem("SRC001", reason="{reason} {0} {")
    assert found.message == "not well-formed XML: {reason} {0} {"


@pytest.mark.parametrize(("code", "facts"), [("XYZ999", {}), ("SRC001", {"cause": "none"})])
def test_our_own_mistakes_are_errors(code: str, facts: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        problem(code, None, **facts)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Location("a.xml", 3, 7), "a.xml:3:7"),
        (Location("a.xml", 3), "a.xml:3"),
        (Location("a.xml"), "a.xml"),
        (Location(), ""),
    ],
)
def test_a_place_is_printed_as_compilers_do(place: Location, text: str) -> None:
    assert str(place) == text


def test_outcomes_gather_problems() -> None:
    first, second = problem("SRC003"), problem("SRC004", reason="zero")
    assert Outcome(1, (first,)).plus(second) == Outcome(1, (first, second))


def test_a_failure_says_all_its_problems() -> None:
    failure = CannotGoOn(problem("SRC003"), problem("SRC004", reason="zero"), exit_code=1)
    assert str(failure) == "the file is empty; the file is not text: zero"
    assert failure.exit_code == 1
    assert CannotGoOn().exit_code == 2


def test_a_problem_carries_its_fix_and_the_five_best_of_what_was_expected() -> None:
    fix = Fix("rename it", (Edit("a.xml", 1, 2, "b"),))
    found = problem("LNK002", id="1", fix=fix, expected=("a", "b", "c", "d", "e", "f"))
    assert found.fix is fix
    assert found.expected == ("a", "b", "c", "d", "e")
