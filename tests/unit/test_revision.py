"""Of which commit an edition is, and where that is told."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from recensio.model.revision import Revision
from recensio.project.revision import revision_of
from tests.conftest import Recensio
from tests.support import laid_out, tei

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no Git here")
FILES: Final = {
    "edition.toml": '[edition]\ntitle = "T"\n[files]\ntexts = ["*.xml"]\n',
    "a.xml": tei("<p>One.</p>"),
}


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@ex.org", "-c", "core.autocrlf=false")
    run = subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, check=True, text=True
    )
    return run.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = laid_out(tmp_path / "repository" / "edition", FILES)
    git(folder.parent, "init", "-q")
    git(folder.parent, "add", ".")
    git(folder.parent, "commit", "-q", "-m", "One.")
    return folder


def of(folder: Path) -> Revision | None:
    return revision_of(folder, [folder / name for name in FILES])


def test_the_commit(repository: Path) -> None:
    assert of(repository) == Revision(git(repository, "rev-parse", "HEAD"))


def test_changes_that_matter(repository: Path) -> None:
    commit = git(repository, "rev-parse", "HEAD")
    (repository / "notes.txt").write_text("not of the edition")
    assert of(repository) == Revision(commit)
    (repository / "a.xml").write_bytes((repository / "a.xml").read_bytes().replace(b"\n", b"\r\n"))
    assert of(repository) == Revision(commit)
    (repository / "a.xml").write_text(tei("<p>Two.</p>"), encoding="utf-8")
    assert of(repository) == Revision(commit, is_changed=True)
    git(repository, "add", ".")
    assert of(repository) == Revision(commit, is_changed=True)


def test_a_file_that_is_new(repository: Path) -> None:
    (repository / "b.xml").write_text(tei(), encoding="utf-8")
    found = revision_of(repository, [repository / "a.xml", repository / "b.xml"])
    assert found is not None
    assert found.is_changed


def test_no_repository_or_another_one(repository: Path, tmp_path: Path) -> None:
    assert of(laid_out(tmp_path / "plain", FILES)) is None
    assert of(laid_out(repository.parent / "unknown", FILES)) is None


def test_nothing_that_a_repository_sets_up_is_run(repository: Path, tmp_path: Path) -> None:
    for name in ("core.fsmonitor", "filter.x.clean", "filter.x.smudge", "core.pager"):
        git(repository, "config", name, f"touch {tmp_path}/ran")
    (repository / ".gitattributes").write_text("* filter=x\n")
    (repository / "a.xml").write_text("<TEI/>")
    assert of(repository) is not None
    assert not (tmp_path / "ran").exists()


def test_a_hook_that_builds_asks_for_its_own_edition(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert of(repository) is not None


def test_it_is_told_on_the_site_and_in_the_record(repository: Path, recensio: Recensio) -> None:
    commit = git(repository, "rev-parse", "HEAD")
    assert recensio("build", "--only", "site", cwd=repository).code == 0
    record = json.loads((repository / "output" / "build.json").read_bytes())
    assert record["revision"] == {"commit": commit, "changed": False}
    page = (repository / "output" / "site" / "cite.html").read_text(encoding="utf-8")
    assert f"<code>{commit}</code>." in page
    assert f"<code>{record['sources']}</code>" in page
    (repository / "a.xml").write_text(tei("<p>Two.</p>"), encoding="utf-8")
    assert recensio("build", "--only", "site", cwd=repository).code == 0
    page = (repository / "output" / "site" / "cite.html").read_text(encoding="utf-8")
    assert f"<code>{commit}</code>, with changes that are not recorded there." in page


def test_without_a_repository_nothing_is_said_of_it(tmp_path: Path, recensio: Recensio) -> None:
    folder = laid_out(tmp_path / "plain", FILES)
    assert recensio("build", "--only", "site", cwd=folder).code == 0
    assert json.loads((folder / "output" / "build.json").read_bytes())["revision"] is None
    page = (folder / "output" / "site" / "cite.html").read_text(encoding="utf-8")
    assert "commit" not in page
