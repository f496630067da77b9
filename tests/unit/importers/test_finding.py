"""Finding sources: by digest under any name, else by name with a warning, else not."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from recensio.importers import finding
from recensio.importers.finding import find_sources
from recensio.importers.profile import Profile
from tests.support import codes, laid_out

TEXT = "The one and only text.\n"
PROFILE = Profile("R", sha256=hashlib.sha256(TEXT.encode()).hexdigest(), path=Path("R.toml"))


@pytest.mark.parametrize("name", ["R.md", "deep/er/whatever.bin", "Q-other.txt"])
def test_by_digest(tmp_path: Path, name: str) -> None:
    outcome = find_sources(laid_out(tmp_path, {name: TEXT, "R-false.txt": "else"}), [PROFILE])
    assert [file.path for file in outcome.value] == [tmp_path / name]
    assert not outcome.problems


@pytest.mark.parametrize("name", ["R", "R.txt", "R-book.md", "R_book.txt", "R.second.md"])
def test_by_name_with_a_warning(tmp_path: Path, name: str) -> None:
    outcome = find_sources(laid_out(tmp_path, {name: "other"}), [PROFILE])
    assert [file.path for file in outcome.value] == [tmp_path / name]
    assert codes(outcome.problems) == ["SRC008"]


@pytest.mark.parametrize("name", ["Rome.txt", "r.txt", "R.toml", "R.xml", ".hidden/R.txt"])
def test_not_found(tmp_path: Path, name: str) -> None:
    outcome = find_sources(laid_out(tmp_path, {name: "other"}), [PROFILE])
    assert outcome.value == ()
    assert codes(outcome.problems) == ["SRC007"]
    assert "R.toml" in outcome.problems[0].hint


def test_no_folder(tmp_path: Path) -> None:
    assert codes(find_sources(tmp_path / "none", [PROFILE]).problems) == ["SRC002"]


def test_large_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "LARGEST", 3)
    assert codes(find_sources(laid_out(tmp_path, {"a": TEXT}), [PROFILE]).problems) == ["SRC007"]


def test_a_profile_without_digest_goes_by_name(tmp_path: Path) -> None:
    outcome = find_sources(laid_out(tmp_path, {"R.txt": "any"}), [Profile("R")])
    assert len(outcome.value) == 1
    assert not outcome.problems
