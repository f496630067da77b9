"""tex/edition.tex printed with LuaLaTeX and read back from the PDF: its numbers are those of lines.

Runs where lualatex and reledmac are installed, which continuous integration does not do: the
packages are 300 MB to fetch and 800 MB on disk, and took 75 seconds here.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from recensio.corpus import read_corpus
from recensio.model.printing import Lines, Printing
from recensio.project import open_project
from recensio.publish.book import book_of
from recensio.publish.prepare import Edition, prepare
from recensio.publish.print import Book
from recensio.publish.tex import tex
from tests.calpurnius import joined
from tests.pdf_reader import PrintedBook, Verdict, read_book
from tests.support import ROOT, SHARED, edition_of, needs_corpora

RUNS = 4
VERSES = 98
"""The number of the last verse of the eclogue that has an entry."""


@cache
def absent() -> str:
    """What is not installed; nothing if all is there."""
    if shutil.which("lualatex") is None:
        return "lualatex is not installed"
    found = subprocess.run(["kpsewhich", "reledmac.sty"], capture_output=True, check=False)
    return "" if found.stdout.strip() else "reledmac is not installed"


pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(absent()), reason=absent() or "-")]


def printed(book: Book, folder: Path) -> Path:
    """The PDF of a book by way of TeX, in which nothing went wrong."""
    for artifact in tex(book).value:
        (folder / artifact.path.rpartition("/")[2]).write_bytes(artifact.content)
    for _ in range(RUNS):
        command = ["lualatex", "-interaction=nonstopmode", "edition.tex"]
        subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=300)
    log = (folder / "edition.log").read_text(encoding="utf-8", errors="replace")
    assert re.findall(r"^!.*|undefined|Missing character", log, re.MULTILINE) == []
    return folder / "edition.pdf"


def project(path: Path) -> Edition:
    return prepare(read_corpus(open_project([path])).value).value


def firm(book: PrintedBook) -> int:
    tally = book.tally()
    assert tally[Verdict.WRONG] == 0, tally
    return tally[Verdict.FIRM] + tally[Verdict.RIGHT]


def test_our_edition(tmp_path: Path) -> None:
    file = printed(book_of(project(ROOT), 0), tmp_path)
    book = read_book(file)
    assert firm(book) == len(book.entries) > 40
    assert list(book.misprints()) == []


def test_every_kind_of_entry(tmp_path: Path) -> None:
    hortus = ROOT / "tests" / "golden" / "phrasing" / "edition"
    book = read_book(printed(book_of(project(hortus), 0), tmp_path))
    assert firm(book) >= 44
    assert list(book.misprints()) == []


@needs_corpora
@pytest.mark.parametrize("lines", [Lines.PAGE, Lines.VERSE])
def test_verse_with_a_dense_apparatus(lines: Lines, tmp_path: Path) -> None:
    corpus = SHARED / "corpora" / "calpurnius-location-referenced"
    text, entries = joined(corpus / "carmen3clean.xml", corpus / "Poem3.xml")
    source = tmp_path / "source"
    edition = edition_of(source, {"poem.xml": text})
    file = printed(replace(book_of(edition, 0), printing=Printing(lines=lines)), tmp_path)
    book = read_book(file)
    if lines is Lines.PAGE:
        assert firm(book) > 0.95 * entries
    else:
        numbers = [int(entry.label.partition("–")[0]) for _page, entry in book.entries]
        assert numbers == sorted(numbers)
        assert numbers[-1] == VERSES
