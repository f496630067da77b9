"""Faults planted into clean documents are found where they stand, and nothing else is said."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from recensio.model.problem import Problem
from tests.unit.validate.apparatus.documents import CLEAN, checked
from tests.unit.validate.apparatus.seeds import MARK, SEEDS, Seed

POSITIVE = '[files]\ntexts = ["a.xml"]\n[apparatus]\nkind = "positive"\n'


def planted(seed: Seed) -> tuple[str, tuple[int, int]]:
    """The document with the fault, and its line and column."""
    clean = CLEAN[seed.document]
    assert clean.count(seed.old) == 1
    marked = clean.replace(seed.old, seed.new)
    before, mark, after = marked.partition(MARK)
    assert mark
    return before + after, (before.count("\n") + 1, len(before) - before.rfind("\n"))


def said(problems: list[Problem]) -> Counter[tuple[str, str]]:
    """What was said, without the places, which the fault may have moved."""
    return Counter((problem.code, problem.message) for problem in problems)


def mended(text: str, problem: Problem) -> str:
    """The text after the fix."""
    assert problem.fix is not None
    for edit in sorted(problem.fix.edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def edition(text: str, positive: bool) -> dict[str, str]:
    return {"a.xml": text, **({"edition.toml": POSITIVE} if positive else {})}


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_document_has_no_problems(tmp_path: Path, name: str) -> None:
    assert not checked(tmp_path, {"a.xml": CLEAN[name]})


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_fault_is_found_where_it_stands(tmp_path: Path, seed: Seed) -> None:
    clean = edition(CLEAN[seed.document], seed.positive)
    text, place = planted(seed)
    before = said(checked(tmp_path / "clean", clean))
    problems = checked(tmp_path / "planted", edition(text, seed.positive))
    new = said(problems) - before
    assert [code for code, _ in new.elements()] == [seed.code]
    (found,) = (p for p in problems if (p.code, p.message) in new)
    assert (found.location.line, found.location.column) == place
    assert (found.fix is not None) == seed.mends


@pytest.mark.parametrize("seed", [s for s in SEEDS if s.mends], ids=lambda seed: seed.name)
def test_a_fix_mends_what_it_says(tmp_path: Path, seed: Seed) -> None:
    text, _ = planted(seed)
    (found,) = checked(tmp_path / "planted", {"a.xml": text})
    assert not checked(tmp_path / "mended", {"a.xml": mended(text, found)})


def test_most_findings_carry_a_fix() -> None:
    assert len(SEEDS) >= 45
    assert sum(seed.mends for seed in SEEDS) >= 0.7 * len(SEEDS)
    assert len({seed.code for seed in SEEDS}) == 23
