"""Whatever a user gives: a plain sentence with the remedy, exit code 1 or 2, no traceback.

Most commands run in this process, where an exception fails the test; a few run as programs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.conftest import Recensio
from tests.support import ROOT, Run, laid_out, tei

T = TypeVar("T")
SETTINGS = '[edition]\ntitle = "Letters"\n\n[files]\ntexts = ["letter.xml"]\n'
LONG = "\N{CYRILLIC SMALL LETTER ZHE}" * 120 + ".txt"
STRICT = "import sys; sys.stdout.reconfigure(encoding='utf-8', errors='strict'); "
PROGRAM = "from recensio.cli.app import main; main()"


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return laid_out(tmp_path / "edition", {"edition.toml": SETTINGS, "letter.xml": tei()})


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def program(*arguments: str, cwd: Path, before: str = "") -> Run:
    """The program as it is run in a shell; `before` is done in the same process first."""
    command = [sys.executable, "-c", before + PROGRAM, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    return Run(run.returncode, run.stdout, run.stderr)


def said(run: Run, code: int, *words: str) -> None:
    """The run ended with the code, said these words, and gave a remedy below."""
    assert run.code == code
    printed = run.out + run.err
    assert "Traceback" not in printed
    for word in words:
        assert word in printed
    assert any(line.startswith("    ") for line in printed.splitlines())


# --- what is read --------------------------------------------------------------------------------

NOT_TEI = {
    "empty": (b"", "SRC003"),
    "binary": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "SRC004"),
    "prose": (b"Once upon a time", "SRC001"),
    "cut off": (tei().encode()[:-40], "SRC001"),
    "latin": (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>\xe9</TEI>", "SRC001"),
    "html": (b"<html/>", "SRC006"),
}


@pytest.mark.parametrize("command", ["validate", "build"])
@pytest.mark.parametrize(("content", "code"), NOT_TEI.values(), ids=NOT_TEI)
def test_a_file_that_is_no_tei(
    tmp_path: Path, recensio: Recensio, command: str, content: bytes, code: str
) -> None:
    (tmp_path / "letter.xml").write_bytes(content)
    said(recensio(command, "letter.xml", cwd=tmp_path), 1, code, "letter.xml")
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("command", ["validate", "build", "annotate"])
def test_a_path_that_is_not_there(tmp_path: Path, recensio: Recensio, command: str) -> None:
    said(recensio(command, "leter.xml", cwd=tmp_path), 2, "SRC002", "leter.xml", "spelling")


@pytest.mark.parametrize("command", ["validate", "build", "annotate"])
def test_a_folder_without_tei(tmp_path: Path, recensio: Recensio, command: str) -> None:
    (tmp_path / "notes.txt").write_text("none")
    said(recensio(command, cwd=tmp_path), 2, "SRC006", "recensio new DIR")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("[edition]\ntitel = 'x'\n", "titel is not a key in [edition]"),
        ("[edition]\ntitle = 7\n", "title has a value of the wrong kind"),
        ("title: x\n", "it is not TOML"),
        ("[files]\ntexts = ['absent.xml']\n", "there is no file or folder"),
        ("[files]\ntexts = []\n", "there is no TEI document"),
    ],
)
@pytest.mark.parametrize("command", ["validate", "build"])
def test_settings_that_are_not_understood(
    edition: Path, recensio: Recensio, command: str, settings: str, words: str
) -> None:
    (edition / "edition.toml").write_text(settings)
    run = recensio(command, cwd=edition)
    assert run.code in (1, 2)
    said(run, run.code, words)


def test_a_good_file_among_bad_ones_is_built(edition: Path, recensio: Recensio) -> None:
    (edition / "bad.xml").write_text("<TEI><p>")
    (edition / "edition.toml").write_text(SETTINGS.replace("letter.xml", "*.xml"))
    said(recensio("build", "--only", "site", cwd=edition), 1, "bad.xml:1", "SRC001")
    assert (edition / "output" / "site" / "texts" / "letter.html").is_file()


# --- what is asked for ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build", "--only", "pfd"), "pfd is not an output; choose from"),
        (("validate", "--only", "shema"), "shema is not a check; choose from"),
        (("validate", "--format", "xml"), "xml is not a format; choose from"),
        (("explain", "XYZ999"), "XYZ999 is not a code; docs/problems.md"),
        (("biuld",), "No such command"),
        (("build", "--jobs", "many"), "--jobs"),
        (("build", "--jobs", "-1"), "--jobs"),
        (("build", "--sources", "absent"), "SRC002"),
        (("validate", "--schema", "absent.rng"), "SRC002"),
        (("validate", "--schema", "letter.xml"), "TEI002"),
        (("schema", "absent.odd"), "SRC002"),
        (("schema", "edition.toml", "--out", "made"), "TEI002"),
        (("import", "absent.txt"), "SRC002"),
        (("import", "letter.xml", "--profile", "absent.toml"), "SRC002"),
        (("collate", "absent.txt", "letter.xml"), "SRC002"),
        (("new", "letter.xml"), "SRC012"),
    ],
)
def test_what_cannot_be_done(
    edition: Path, recensio: Recensio, arguments: tuple[str, ...], words: str
) -> None:
    before = contents(edition)
    run = recensio(*arguments, cwd=edition)
    assert run.code in (1, 2)
    assert words in " ".join((run.out + run.err).replace("│", " ").split())
    assert contents(edition) == before


def test_without_a_command_help_is_printed(tmp_path: Path, recensio: Recensio) -> None:
    run = recensio(cwd=tmp_path)
    assert "validate" in run.out + run.err


@pytest.mark.parametrize("code", ["WIT001", "wit001"])
def test_a_code_is_explained(tmp_path: Path, recensio: Recensio, code: str) -> None:
    run = recensio("explain", code, cwd=tmp_path)
    assert run.code == 0
    assert run.out.startswith("WIT001 Siglum not declared (error)\n")


# --- what is imported ----------------------------------------------------------------------------


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return laid_out(tmp_path, {"texts/one.txt": "One.", "texts/two.txt": "Two."})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "SRC003"),
        (b" \n\n", "SRC003"),
        (b"\xef\xbb\xbf", "SRC003"),
        (b"\x89PNG\r\n\x1a\n\0\0", "SRC004"),
        (b"PK\x03\x04\0\0", "SRC004"),
        ("Stra\u00dfe".encode("latin-1"), "SRC004"),
    ],
)
def test_one_bad_source_stops_no_other(
    texts: Path, recensio: Recensio, content: bytes, code: str
) -> None:
    (texts / "texts/bad.txt").write_bytes(content)
    said(recensio("import", "texts", cwd=texts), 1, code, "bad.txt", "2 of 3 sources imported")
    assert {path.name for path in texts.glob("*.xml")} == {"one.xml", "two.xml"}


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_markup_without_text_is_no_traceback(texts: Path, recensio: Recensio, suffix: str) -> None:
    (texts / f"bad{suffix}").write_bytes(b"<p" if suffix == ".html" else b"#\n\n[^1]:\n")
    run = recensio("import", f"bad{suffix}", cwd=texts)
    assert run.code in (0, 1)
    assert "Traceback" not in run.err


def test_a_missing_source_stops_no_other(texts: Path, recensio: Recensio) -> None:
    run = recensio("import", "absent.txt", "texts", cwd=texts)
    said(run, 1, "SRC002", "absent.txt", "2 of 2 sources imported")


@pytest.mark.parametrize("name", ["absent.txt", "absent", "x" * 300])
def test_nothing_but_a_missing_source(texts: Path, recensio: Recensio, name: str) -> None:
    said(recensio("import", name, cwd=texts), 2, "SRC002", name, "spelling")


def test_a_folder_without_texts(texts: Path, recensio: Recensio) -> None:
    laid_out(texts, {"scans/one.png": "", "scans/.two.txt": "Hidden.", "scans/more/three.txt": ""})
    said(recensio("import", "scans", cwd=texts), 2, "SRC014", "left out more/, one.png", ".html")


def test_many_files_that_are_left_out_are_counted(texts: Path, recensio: Recensio) -> None:
    laid_out(texts / "texts", {f"{number:02}.png": "" for number in range(20)})
    assert "07.png and 12 more" in recensio("import", "texts", cwd=texts).out


def test_a_profile_that_is_not_there(texts: Path, recensio: Recensio) -> None:
    run = recensio("import", "texts", "--profile", "p.toml", cwd=texts)
    said(run, 2, "SRC002", "p.toml")
    said(recensio("import", "texts", "--profile", "texts", cwd=texts), 2, "SRC002")


def test_a_profile_that_names_files_that_are_not_there(texts: Path, recensio: Recensio) -> None:
    (texts / "p.toml").write_text('header = "absent.xml"\ncorrections = "a.corrections.toml"\n')
    run = recensio("import", "texts/one.txt", "--profile", "p.toml", cwd=texts)
    said(run, 1, "SRC002", "absent.xml", "a.corrections.toml")


@pytest.mark.parametrize("out", ["texts/one.txt", "texts/one.txt/tei"])
def test_an_import_into_a_file(texts: Path, recensio: Recensio, out: str) -> None:
    said(recensio("import", "texts", "--out", out, cwd=texts), 2, "PUB003", "one.txt")
    assert (texts / "texts/one.txt").read_text() == "One."


def test_a_folder_where_the_text_should_go(texts: Path, recensio: Recensio) -> None:
    (texts / "one.xml").mkdir()
    said(recensio("import", "texts", cwd=texts), 1, "SRC013", "one.xml", "1 of 2 sources imported")


def test_a_report_that_is_broken_gives_nothing_away(texts: Path, recensio: Recensio) -> None:
    assert recensio("import", "texts", cwd=texts).code == 0
    for broken in ("{", "[]", "\udcff", '{"source": 7}'):
        (texts / "one.import.json").write_bytes(broken.encode("utf-8", "surrogatepass"))
        (texts / "texts/one.txt").write_text("One and more.")
        said(recensio("import", "texts", cwd=texts), 1, "SRC013", "one.xml")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are characters there")
def test_names_that_are_no_text(texts: Path, recensio: Recensio) -> None:
    names = (b"caf\xe9.txt", b"a\nb.txt", b" .txt", LONG.encode())
    for name in names:
        (texts / "texts" / os.fsdecode(name)).write_text("Tea.")
    (texts / os.fsdecode(b"texts/scan\xe9.png")).touch()
    run = program("import", "texts", "--out", "tei", cwd=texts, before=STRICT)
    assert (run.code, run.err) == (0, "no problems\n")
    assert "scan\\udce9.png" in run.out
    assert "caf\N{REPLACEMENT CHARACTER}" in (texts / "tei/caf.xml").read_text()
    assert recensio("validate", "tei", cwd=texts).code == 0


def test_links_that_go_round(texts: Path, recensio: Recensio) -> None:
    (texts / "texts/again").symlink_to(texts / "texts")
    (texts / "texts/loop.txt").symlink_to(texts / "texts/loop.txt")
    said(recensio("import", "texts", cwd=texts), 1, "SRC002", "loop.txt", "left out again/")
    said(recensio("import", "texts/loop.txt", cwd=texts), 2, "SRC002")


def test_what_may_not_be_read(
    texts: Path, recensio: Recensio, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system is made to refuse, since it refuses nothing to root."""
    sealed = {"one.txt"}

    def refusing(ask: Callable[[Path], T]) -> Callable[[Path], T]:
        def asked(path: Path) -> T:
            if path.name in sealed:
                raise PermissionError(13, "Permission denied", str(path))
            return ask(path)

        return asked

    monkeypatch.setattr(Path, "read_bytes", refusing(Path.read_bytes))
    said(recensio("import", "texts", cwd=texts), 1, "SRC015", "one.txt", "1 of 2 sources")
    sealed.add("texts")
    monkeypatch.setattr(Path, "iterdir", refusing(Path.iterdir))
    said(recensio("import", "texts", cwd=texts), 2, "SRC015", "texts")


def test_an_edition_whose_settings_are_not_understood(edition: Path, recensio: Recensio) -> None:
    (edition / "edition.toml").write_text("[files]\ntext = ['a.xml']\n")
    (edition / "one.txt").write_text("One.")
    said(recensio("import", "one.txt", cwd=edition), 2, "SRC010", "text is not a key")


def test_an_edition_that_names_its_files_one_by_one(edition: Path, recensio: Recensio) -> None:
    (edition / "one.txt").write_text("One.")
    assert recensio("import", "one.txt", cwd=edition).code == 0
    assert (edition / "one.xml").is_file()
    (edition / "letter.txt").write_text("A letter.")
    said(recensio("import", "letter.txt", cwd=edition), 1, "SRC013", "letter.xml")
    assert (edition / "letter.xml").read_text() == tei()


# --- what is written -----------------------------------------------------------------------------


def test_an_output_path_that_is_a_file(edition: Path, recensio: Recensio) -> None:
    said(
        recensio("build", "--out", "letter.xml", cwd=edition), 2, "PUB003", "choose another folder"
    )
    assert (edition / "letter.xml").read_text() == tei()


def test_a_disk_that_fills_leaves_the_previous_output(edition: Path) -> None:
    only = ("--only", "site,data,tei")
    assert program("build", *only, cwd=edition).code == 0
    before = contents(edition)
    (edition / "letter.xml").write_text(tei("<p>Another letter.</p>" * 100))
    before["letter.xml"] = (edition / "letter.xml").read_bytes()
    # A limit on the size of files fails a write half-way, as a full disk does, and needs no rights.
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
    said(program("build", *only, cwd=edition, before=limit), 2, "PUB003", "make room")
    assert contents(edition) == before


def test_a_report_that_nobody_reads_is_no_traceback(edition: Path) -> None:
    command = f'"{sys.executable}" -c "{PROGRAM}" validate --format json | true'
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run(  # noqa: S602 - a pipe is what is tested
        command, shell=True, cwd=edition, env=environment, capture_output=True, check=False
    )
    assert b"Traceback" not in run.stderr


# --- validate --format json ----------------------------------------------------------------------


def test_json_is_all_that_stands_on_standard_output(edition: Path, recensio: Recensio) -> None:
    (edition / "letter.xml").write_text(tei('<p xml:id="1"/>'))
    run = recensio("validate", "--format", "json", cwd=edition)
    assert run.code == 1
    report = json.loads(run.out)
    assert list(report) == ["tool", "version", "files", "schema", "problems"]
    (problem,) = report["problems"]
    assert list(problem) == [
        "code",
        "severity",
        "message",
        "path",
        "line",
        "column",
        "xpath",
        "xml_id",
        "hint",
        "expected",
        "help",
        "fix",
    ]


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_report_is_a_report_when_nothing_can_be_read(
    tmp_path: Path, recensio: Recensio, form: str
) -> None:
    (tmp_path / "letter.xml").write_text("<TEI>")
    run = recensio("validate", "letter.xml", "--format", form, cwd=tmp_path)
    assert run.code == 1
    assert "SRC001" in run.out
    if form != "github":
        json.loads(run.out)


def test_warnings_count_when_strict(edition: Path, recensio: Recensio) -> None:
    (edition / "letter.xml").write_text(tei('<p><ref target="#x">y</ref></p>'))
    assert recensio("validate", cwd=edition).code == 0
    assert recensio("validate", "--strict", cwd=edition).code == 1
    assert recensio("build", "--only", "data", "--strict", cwd=edition).code == 1
    assert (edition / "output" / "data").is_dir()


def test_an_include_can_be_left_alone(edition: Path, recensio: Recensio) -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="absent.xml"/>'
    (edition / "letter.xml").write_text(tei(include))
    assert recensio("validate", cwd=edition).code == 1
    assert recensio("validate", "--no-xinclude", cwd=edition).code == 0
