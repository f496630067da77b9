"""The package as others install it: from a wheel, with no checkout near."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from recensio.publish import USUAL

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    words = [*map(str, command)]
    done = subprocess.run(words, check=False, cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(target: str, source: Path, folder: Path) -> Path:
    """The wheel or sdist made from a source folder; in this environment, so nothing is fetched."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=source)
    (file,) = folder.iterdir()
    return file


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the wheel in it.

    The dependencies are lent by this environment through a .pth file, which saves a minute and
    needs no network. Of recensio nothing is lent: an editable install is a .pth file too, and
    Python does not follow those of a folder that a .pth file names.
    """
    folder = tmp_path_factory.mktemp("environment") / "venv"
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet")
    run(*pip, "--no-index", "--no-deps", wheel, cwd=folder)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def test_the_wheel_holds_what_the_package_reads(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, suffix in (("xslt", ".xsl"), ("schema", ".rng"), ("schema", ".odd")):
        expected = {
            f"recensio/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob(f"*{suffix}")
        }
        assert expected, folder
        assert expected <= names
    assert "recensio/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "tei/"))]


def test_an_edition_begun_with_the_wheel_builds(environment: Path, tmp_path: Path) -> None:
    recensio = environment / "bin" / "recensio"
    origin = "import recensio; print(recensio.__file__)"
    imported = run(environment / "bin" / "python", "-c", origin, cwd=tmp_path).strip()
    assert Path(imported).is_relative_to(environment)

    run(recensio, "new", "ballad", cwd=tmp_path)
    summary = run(recensio, "build", "--strict", cwd=tmp_path / "ballad")

    assert "no problems" in summary
    output = tmp_path / "ballad" / "output"
    assert {path.name for path in output.iterdir()} == {*USUAL, "build.json"}
    page = (output / "site/texts/ferry.html").read_text(encoding="utf-8")
    assert 'data-entry="e-fare"' in page


def test_the_sdist_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    sdist = built("sdist", ROOT, tmp_path / "sdist")
    run(sys.executable, "-m", "tarfile", "-e", sdist, tmp_path, cwd=tmp_path)
    (source,) = tmp_path.glob("recensio-*")
    again = built("wheel", source, tmp_path / "again")
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(wheel).namelist()
