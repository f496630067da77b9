"""The edition that `recensio new` writes is TEI for everybody, and is found where it is asked for.

That it builds without a problem is tested with the wheel, in tests/unit/test_wheel.py.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Recensio
from tests.support import ROOT, SHARED, needs_corpora, needs_program

BEGINNING = ROOT / "src/recensio/cli/beginning"


def test_every_file_is_written(recensio: Recensio, tmp_path: Path) -> None:
    assert recensio("new", tmp_path / "mine").code == 0
    written = {path.relative_to(tmp_path / "mine") for path in (tmp_path / "mine").rglob("*")}
    assert written == {path.relative_to(BEGINNING) for path in BEGINNING.rglob("*")}


def test_nothing_is_written_over(recensio: Recensio, tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text("mine", encoding="utf-8")
    run = recensio("new", tmp_path)
    assert run.code == 2
    assert "SRC012" in run.err
    assert [path.name for path in tmp_path.iterdir()] == ["edition.toml"]


@needs_corpora
@needs_program("jing")
def test_the_texts_are_valid_for_the_tei_too() -> None:
    schema = SHARED / "corpora/schema/tei_all.rng"
    files = sorted(BEGINNING.rglob("*.xml"))
    command = ["jing", str(schema), *map(str, files)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert len(files) == 4
    if run.returncode:
        pytest.fail(run.stdout)
