"""Writing: all or nothing, nothing outside the folder, nothing left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.publish.write import write, write_file

OLD = {
    "site/index.html": b"old",
    "site/a/b.html": b"old b",
    "data/x.json": b"{}",
    "build.json": b"",
}


def artifacts(files: dict[str, bytes]) -> list[Artifact]:
    return [Artifact(path, content, "text/plain") for path, content in files.items()]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(artifacts(OLD), tmp_path / "out")
    return tmp_path / "out"


def refused(files: dict[str, bytes], out: Path) -> str:
    with pytest.raises(CannotGoOn) as failure:
        write(artifacts(files), out)
    (problem,) = failure.value.problems
    assert problem.code == "PUB003"
    assert failure.value.exit_code == 2
    return problem.message


def test_everything_is_written_and_nothing_else(out: Path) -> None:
    assert contents(out) == OLD


def test_a_part_is_replaced_whole_and_others_are_left(out: Path) -> None:
    write(artifacts({"site/new.html": b"new", "build.json": b"new"}), out)
    data = {"data/x.json": b"{}"}
    assert contents(out) == {"site/new.html": b"new", "build.json": b"new", **data}


def test_a_file_gives_way_to_a_folder_and_the_other_way_round(out: Path) -> None:
    write(artifacts({"site": b"a file", "build.json/x": b"in a folder"}), out)
    expected = {"site": b"a file", "build.json/x": b"in a folder", "data/x.json": b"{}"}
    assert contents(out) == expected


def test_a_link_is_replaced_not_followed(out: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    (out / "site").rename(kept)
    (out / "site").symlink_to(kept)
    (out / "tei").symlink_to(tmp_path / "nowhere")
    write(artifacts({"site/index.html": b"new", "tei/a.xml": b"new"}), out)
    assert (kept / "index.html").read_bytes() == b"old"
    assert not (out / "site").is_symlink()
    assert (out / "tei" / "a.xml").read_bytes() == b"new"


@pytest.mark.parametrize("path", ["../escape", "site/../../escape", "/tmp/escape"])  # noqa: S108
def test_nothing_is_written_outside(out: Path, path: str) -> None:
    with pytest.raises(AssertionError):
        write(artifacts({path: b""}), out)
    assert contents(out) == OLD


# --- failures ------------------------------------------------------------------------------------


def test_an_output_path_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    assert "File exists" in refused({"site/a": b""}, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"mine"


def test_an_output_path_below_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    assert "Not a directory" in refused({"site/a": b""}, tmp_path / "out" / "in")


def test_a_name_that_is_too_long_leaves_the_output(out: Path) -> None:
    message = refused({"site/index.html": b"new", f"site/{'x' * 300}": b""}, out)
    assert message.endswith("could not be written: File name too long")
    assert ".new-" not in message
    assert contents(out) == OLD


def test_a_part_that_cannot_be_placed_takes_the_others_back(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def stubborn(path: Path, target: Path) -> Path:
        if target.name == "site" and path.parent != target.parent and ".old" not in path.name:
            raise OSError(16, "Device or resource busy", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    message = refused({"build.json": b"new", "data/y": b"new", "site/a": b"new"}, out)
    assert "busy" in message
    assert contents(out) == OLD


WRITER = """
import resource, sys
from pathlib import Path
from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.publish.write import write
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
small, large = Artifact("data/x.json", b"new", ""), Artifact("site/index.html", b"x" * 5000, "")
try:
    write([small, large], Path(sys.argv[1]))
except CannotGoOn as failure:
    sys.exit(str(failure))
"""


def test_a_file_that_cannot_grow_leaves_the_output(out: Path) -> None:
    # A limit on the size of files fails a write half-way, as a full disk does, and needs no rights.
    run = subprocess.run(
        [sys.executable, "-c", WRITER, str(out)], capture_output=True, text=True, check=False
    )
    assert run.stderr == f"{out}/site/index.html could not be written: File too large\n"
    assert contents(out) == OLD


KILLED = """
import os, signal, sys
from pathlib import Path
from recensio.model.document import Artifact
from recensio.publish.write import write
def artifacts():
    yield Artifact("site/index.html", b"half", "")
    os.kill(os.getpid(), signal.SIGKILL)
write(artifacts(), Path(sys.argv[1]))
"""


def test_what_a_killed_run_leaves_is_swept_by_the_next(out: Path) -> None:
    run = subprocess.run([sys.executable, "-c", KILLED, str(out)], check=False)
    assert run.returncode == -signal.SIGKILL
    assert len(list(out.glob(".new-*"))) == 1
    assert {path: content for path, content in contents(out).items() if path in OLD} == OLD
    write(artifacts({"build.json": b"new"}), out)
    assert contents(out) == {**OLD, "build.json": b"new"}


# --- single files --------------------------------------------------------------------------------


def test_a_single_file_is_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "deep" / "file.txt", b"text")
    assert contents(tmp_path) == {"deep/file.txt": b"text"}


def test_a_single_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    for path in (tmp_path / "folder", tmp_path / "file" / "below", tmp_path / ("x" * 300)):
        with pytest.raises(CannotGoOn, match="could not be written"):
            write_file(path, b"text")
    assert contents(tmp_path) == {"file": b"mine"}
