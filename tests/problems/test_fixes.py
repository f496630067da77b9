"""Every fix that a golden report shows is applied as it promises, and leaves nothing to do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Recensio
from tests.problems.test_problems import CODES, HERE, fixture_of
from tests.support import Run


def fixed(code: str) -> bool:
    """Whether the golden report of a code shows a fix of a problem of that code."""
    report = HERE / code / "golden" / "report.json"
    problems = (
        json.loads(report.read_text(encoding="utf-8"))["problems"] if report.is_file() else ()
    )
    return any(problem["code"] == code and problem["fix"] for problem in problems)


def counted(run: Run, code: str) -> int:
    return sum(problem["code"] == code for problem in json.loads(run.out)["problems"])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("code", [code for code in CODES if fixed(code)])
def test_a_fix_mends_its_problem_and_is_done(code: str, tmp_path: Path, recensio: Recensio) -> None:
    command = fixture_of(code).command
    shutil.copytree(HERE / code / "in", tmp_path / "in")
    before = contents(tmp_path)
    report = ("--format", "json")
    faults = counted(recensio(*command, *report, cwd=tmp_path), code)

    shown = recensio(*command, "--diff", cwd=tmp_path)
    assert shown.out.startswith("--- in/")
    assert contents(tmp_path) == before

    run = recensio(*command, "--fix", *report, cwd=tmp_path)
    after = contents(tmp_path)
    assert counted(run, code) < faults
    assert f" {code} " in run.err
    assert after != before
    assert "worse" not in run.err

    again = recensio(*command, "--fix", *report, cwd=tmp_path)
    assert contents(tmp_path) == after
    assert again.out == run.out
