"""Fixtures and options of all tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from recensio.cli.app import main
from tests.support import Run

# The same examples every time: a chance find must not turn a change red that did not cause it.
settings.register_profile("here", deadline=None, max_examples=40, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "here"))

Recensio = Callable[..., Run]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update", action="store_true", help="write the golden files anew; read them then"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long tests run only when they are asked for: pytest -m long."""
    if config.getoption("-m") or any("::" in argument for argument in config.args):
        return
    config.hook.pytest_deselected(items=[test for test in items if test.get_closest_marker("long")])
    items[:] = [test for test in items if not test.get_closest_marker("long")]


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compiled schemas are kept apart from those of whoever runs the tests."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def golden_update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--golden-update"))


@pytest.fixture
def recensio(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Recensio:
    """The program, run in this process in a folder; an exception that it lets out fails the test.

    recensio("validate", "in", cwd=folder) -> Run
    """

    def run(*arguments: str | Path, cwd: Path | None = None) -> Run:
        monkeypatch.setattr(sys, "argv", ["recensio", *map(str, arguments)])
        if cwd is not None:
            monkeypatch.chdir(cwd)
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        code = ended.value.code
        return Run(code if isinstance(code, int) else int(code is not None), *printed)

    return run
