"""Every code of the catalogue, provoked by files that a user may have, and what is said of it.

tests/problems/CODE/in/ holds the files, CODE/golden/ what the program prints. The command is
`recensio validate in` unless CODE/command.toml names another one:

    command = ["build", "in", "--only", "site"]
    provoke = "port_in_use"       # a function of provocation.py, for what no file can provoke

`pytest tests/problems --golden-update` writes the golden files anew; read them before you commit.
"""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from recensio import __version__
from recensio.model.catalogue import catalogue
from tests.conftest import Recensio
from tests.problems import provocation
from tests.support import Run

HERE: Final = Path(__file__).parent
CODES: Final = tuple(sorted(path.name for path in HERE.iterdir() if path.name.isupper()))
SECONDS: Final = re.compile(r"^[a-zA-Z ]+: \d+\.\d s\n", re.MULTILINE)
DEFAULT: Final = ("validate", "in")


@dataclass(frozen=True)
class Fixture:
    """A folder of tests/problems."""

    code: str
    command: tuple[str, ...]
    provoke: str | None

    @property
    def folder(self) -> Path:
        return HERE / self.code

    def provoked(self, folder: Path) -> AbstractContextManager[object]:
        """What must be amiss while the command runs."""
        if self.provoke is None:
            return nullcontext()
        provoked: AbstractContextManager[object] = getattr(provocation, self.provoke)(folder)
        return provoked


def fixture_of(code: str) -> Fixture:
    path = HERE / code / "command.toml"
    settings = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return Fixture(code, tuple(settings.get("command", DEFAULT)), settings.get("provoke"))


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    assert set(CODES) == set(catalogue())


@pytest.mark.parametrize("code", CODES)
def test_a_problem_is_said_as_it_was_read(
    code: str, tmp_path: Path, recensio: Recensio, golden_update: bool
) -> None:
    fixture = fixture_of(code)
    if (fixture.folder / "in").is_dir():
        shutil.copytree(fixture.folder / "in", tmp_path / "in")
    with fixture.provoked(tmp_path):
        run = recensio(*fixture.command, cwd=tmp_path)
    assert code in run.out + run.err
    assert "Traceback" not in run.err
    assert run.code in (0, 1, 2)
    compare(
        fixture.folder / "golden" / "report.txt", transcript(fixture.command, run), golden_update
    )
    if fixture.command[0] == "validate" and run.code != 2:
        run = recensio(*fixture.command, "--format", "json", cwd=tmp_path)
        assert code in {problem["code"] for problem in json.loads(run.out)["problems"]}
        report = run.out.replace(f'"version": "{__version__}"', '"version": "…"')
        compare(fixture.folder / "golden" / "report.json", report, golden_update)


def transcript(command: tuple[str, ...], run: Run) -> str:
    """A run as it looks on a terminal, without the seconds that it took."""
    printed = run.out + SECONDS.sub("", run.err)
    return f"$ recensio {' '.join(command)}\n{printed}exit code {run.code}\n"


def compare(golden: Path, report: str, update: bool) -> None:
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(report, encoding="utf-8")
    assert report == golden.read_text(encoding="utf-8")
