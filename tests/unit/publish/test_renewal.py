from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.publish.renewal import Renewal


def artifacts(files: Mapping[str, str]) -> list[Artifact]:
    return [Artifact(path, text.encode(), "text/plain") for path, text in files.items()]


def held(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    renewal = Renewal()
    renewal.write(artifacts({"site/a": "1", "site/b": "1"}), tmp_path)
    os.utime(tmp_path / "site/a", (0, 0))
    renewal.write(artifacts({"site/a": "1", "site/b": "2", "site/c/d": "1"}), tmp_path)
    assert held(tmp_path) == {"site/a": "1", "site/b": "2", "site/c/d": "1"}
    assert (tmp_path / "site/a").stat().st_mtime == 0


def test_what_is_gone_goes_and_a_folder_may_become_a_file(tmp_path: Path) -> None:
    renewal = Renewal()
    renewal.write(artifacts({"site/a": "1", "site/b/c": "1"}), tmp_path)
    renewal.write(artifacts({"site/b": "2"}), tmp_path)
    assert held(tmp_path) == {"site/b": "2"}
    renewal.write(artifacts({"site/b/c": "3"}), tmp_path)
    assert held(tmp_path) == {"site/b/c": "3"}


def test_what_stood_there_before_the_first_time_goes(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old").write_text("old")
    Renewal().write(artifacts({"site/a": "1"}), tmp_path)
    assert held(tmp_path) == {"site/a": "1"}


def test_a_folder_that_was_removed_is_written_again(tmp_path: Path) -> None:
    renewal = Renewal()
    renewal.write(artifacts({"site/a": "1"}), tmp_path / "out")
    (tmp_path / "out/site/a").unlink()
    (tmp_path / "out/site").rmdir()
    renewal.write(artifacts({"site/a": "1"}), tmp_path / "out")
    assert held(tmp_path / "out") == {"site/a": "1"}


def test_after_an_error_all_is_written(tmp_path: Path) -> None:
    renewal = Renewal()
    renewal.write(artifacts({"site/a": "1"}), tmp_path)
    (tmp_path / "site/b").mkdir()
    (tmp_path / "site/b/kept").write_text("a file in the way")
    with pytest.raises(CannotGoOn):
        renewal.write(artifacts({"site/a": "1", "site/b": "1"}), tmp_path)
    renewal.write(artifacts({"site/a": "1", "site/b": "1"}), tmp_path)
    assert held(tmp_path) == {"site/a": "1", "site/b": "1"}
