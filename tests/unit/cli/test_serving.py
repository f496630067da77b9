"""What recensio serve says, and how it begins and ends."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recensio.cli import serving
from recensio.model.document import Artifact
from recensio.model.failure import CannotGoOn
from recensio.serving.published import Published
from recensio.serving.watching import Watch
from recensio.serving.workshop import Turn
from tests.support import laid_out, tei


def interrupted_after(*changes: Callable[[], object]) -> Callable[[Watch], None]:
    """A watch that sees each change, one after the other, and then Ctrl-C."""
    waiting: Iterator[Callable[[], object]] = iter(changes)

    def wait(_watch: Watch) -> None:
        change = next(waiting, None)
        if change is None:
            raise KeyboardInterrupt
        change()

    return wait


def test_it_says_what_was_rebuilt_and_each_problem_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    laid_out(
        tmp_path, {"a.xml": tei("<p>One.</p>"), "b.xml": tei('<p><ref target="#no">x</ref></p>')}
    )
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.chdir(tmp_path)
    change = interrupted_after(
        lambda: (tmp_path / "a.xml").write_text(tei("<p>Two.</p>")),
        lambda: (tmp_path / "a.xml").write_text(tei("<p>No end.")),
    )
    monkeypatch.setattr(Watch, "wait", change)
    assert serving.serve([tmp_path], 0, True) == 0
    said = capsys.readouterr()
    address, second, third = said.out.splitlines()[1:]
    assert address == f"{opened[0]} (Ctrl-C ends)"
    assert " files (texts/a.html, " in second
    assert " not built in " in third
    assert said.err.count("LNK003") == 1
    assert said.err.count("SRC001") == 1
    assert (tmp_path / "output/site/texts/a.html").is_file()


def test_a_single_file_is_served_with_its_neighbours_watched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = laid_out(tmp_path / "in", {"a.xml": tei("<p>One.</p>"), "b.xml": tei()})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Watch, "wait", interrupted_after())
    assert serving.serve([folder / "a.xml"], 0, False) == 0
    assert "texts/a.html" in capsys.readouterr().out
    assert not (tmp_path / "output/site/texts/b.html").exists()
    assert list(serving._watched([folder / "a.xml"])) == [folder]


def test_a_path_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn) as failure:
        serving.serve([tmp_path / "nothing"], 0, False)
    assert [each.code for each in failure.value.problems] == ["SRC002"]


def test_many_files_are_counted() -> None:
    files = {f"{n}.html": Artifact(f"site/{n}.html", b"", "text/html") for n in range(9)}
    turn = Turn(Published(files), tuple(files), ("old.html",), 0.5)
    assert serving._made(turn) == ("9 files (0.html, 1.html, 2.html, 3.html, 4.html …), 1 removed")
    assert serving._made(Turn(Published(), (), (), 0.1)) == "0 files"
