"""Sources on the command line: imported, proved, and published beside the edition."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import Recensio
from tests.support import ROOT, SHARED, laid_out, tei

MEMOIR = "# A memoir\n\nWe crossed the river in March.\n\nNobody was waiting on the other bank.\n"
SETTINGS = """
[edition]
title = "The Crossing"

[files]
texts = ["texts/*.xml"]
witnesses = ["witnesses.xml"]
sources = "sources"
"""
ENTRY = '<app><lem wit="#A">in March</lem><witDetail wit="#A">l. 3</witDetail></app>'
WITNESSES = '<listWit><witness xml:id="A">A memoir</witness></listWit>'
PROFILE = 'sha256 = "{}"\nmarkup = "markdown"\n'


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    digest = hashlib.sha256(MEMOIR.encode()).hexdigest()
    files = {
        "edition.toml": SETTINGS,
        "texts/one.xml": tei(f"<p>They crossed {ENTRY}.</p>"),
        "witnesses.xml": tei(WITNESSES),
        "sources/A.toml": PROFILE.format(digest),
    }
    return laid_out(tmp_path / "edition", files)


def build(edition: Path, folder: Path, recensio: Recensio) -> tuple[int, str]:
    run = recensio("build", "--only", "site,data", "--sources", folder, cwd=edition)
    return run.code, run.err


def test_a_source_is_found_by_its_digest_under_any_name(
    edition: Path, tmp_path: Path, recensio: Recensio
) -> None:
    laid_out(tmp_path / "texts of mine", {"deep/scan 17.bin": MEMOIR, "A.md": "Another text."})
    code, said = build(edition, tmp_path / "texts of mine", recensio)
    assert (code, "SRC00" in said) == (0, False)
    assert "Nobody was waiting" in (edition / "output/site/transcripts/A.html").read_text()
    page = (edition / "output/site/texts/one.html").read_text()
    assert '<a href="../transcripts/A.html#A-3">l. 3</a>' in page
    assert (edition / "output/data/text/A.txt").read_text().startswith("A memoir\n")


def test_a_source_of_the_right_name_and_another_text_is_taken_with_a_warning(
    edition: Path, tmp_path: Path, recensio: Recensio
) -> None:
    laid_out(tmp_path / "mine", {"A-memoir.md": MEMOIR + "\nA page more.\n"})
    code, said = build(edition, tmp_path / "mine", recensio)
    assert (code, "SRC008" in said) == (0, True)
    assert (edition / "output/site/transcripts/A.html").is_file()


def test_without_its_source_the_edition_builds_all_the_same(
    edition: Path, tmp_path: Path, recensio: Recensio
) -> None:
    (tmp_path / "mine").mkdir()
    code, said = build(edition, tmp_path / "mine", recensio)
    assert (code, "SRC007" in said) == (0, True)
    assert not (edition / "output/site/transcripts").exists()
    assert "(l. 3)" in (edition / "output/site/texts/one.html").read_text()


def test_an_import_is_proved_and_written_with_its_report(
    tmp_path: Path, recensio: Recensio
) -> None:
    laid_out(tmp_path, {"memoir.md": MEMOIR})
    run = recensio("import", "memoir.md", "--check", cwd=tmp_path)
    assert run.code == 0
    assert "every character stands in the TEI or in the report" in run.out
    assert not (tmp_path / "memoir.xml").exists()
    assert recensio("import", "memoir.md", "--out", "tei", cwd=tmp_path).code == 0
    assert recensio("validate", "tei", cwd=tmp_path).code == 0
    report = json.loads((tmp_path / "tei/memoir.import.json").read_text())
    assert report["lines"] == 5
    assert "\n5 lines," in (tmp_path / "tei/memoir.import.txt").read_text()


def test_a_page_of_html_is_proved_and_valid(tmp_path: Path, recensio: Recensio) -> None:
    text = "<meta charset=windows-1252><h1>Caf\xe9</h1><p>Tea &amp; milk.<sup>1</sup><ol><li>Hot."
    (tmp_path / "page.html").write_bytes(text.encode("windows-1252"))
    run = recensio("import", "page.html", "--check", "--out", "tei", cwd=tmp_path)
    assert run.code == 0
    assert "every character stands in the TEI or in the report" in run.out
    assert recensio("validate", "tei", cwd=tmp_path).code == 0
    assert "Tea &amp; milk." in (tmp_path / "tei/page.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n", b"<meta charset=koi8><p>\xc1", b"<p>caf\xe9"]
)
def test_a_page_that_cannot_be_read_is_a_problem(
    tmp_path: Path, recensio: Recensio, content: bytes
) -> None:
    (tmp_path / "page.html").write_bytes(content)
    run = recensio("import", "page.html", "--check", cwd=tmp_path)
    assert run.code == 1
    assert "SRC00" in run.err


@pytest.mark.skipif(not (SHARED / "sources").is_dir(), reason="the source texts are not here")
def test_the_five_sources_stand_beside_our_edition(tmp_path: Path, recensio: Recensio) -> None:
    sources, out = SHARED / "sources", tmp_path / "out"
    run = recensio("build", ROOT, "--only", "site,tei", "--sources", sources, "--out", out)
    assert run.code == 0
    assert {page.stem for page in (out / "site/transcripts").iterdir()} == set("WCSRM")
    assert (
        'href="../transcripts/R.html#R-4894"' in (out / "site/texts/first-arrest.html").read_text()
    )
    synopses = {page.stem: page.read_text() for page in (out / "site/synopses").iterdir()}
    assert len(synopses) == 31
    assert 'href="../transcripts/W.html#W-30"' in synopses["P01"]
    controls = {name for name, page in synopses.items() if "Not aligned" in page}
    assert controls == {"P10", "P11", "P29"}
