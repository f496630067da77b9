"""The PDF of the edition in this repository, read back without knowing how it was made."""

import io
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.publish.book import pdf
from recensio.publish.prepare import Edition, prepare
from recensio.publish.tei_files import tei_files
from recensio.tei.text import normalise
from tests.pdf_reader import PrintedBook, read_book
from tests.support import ROOT

DAY = 1_767_225_600


@pytest.fixture(scope="module")
def edition() -> Edition:
    return prepare(read_corpus(open_project([ROOT])).value).value


@pytest.fixture(scope="module")
def content(edition: Edition) -> bytes:
    outcome = pdf(edition, DAY)
    assert not outcome.problems
    return outcome.value[0].content


@pytest.fixture(scope="module")
def book(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    path: Path = tmp_path_factory.mktemp("book") / "edition.pdf"
    path.write_bytes(content)
    return read_book(path)


def test_every_number_of_the_apparatus_is_that_of_the_printed_line(book: PrintedBook) -> None:
    assert list(book.misprints()) == []


def test_every_entry_is_printed_in_order(edition: Edition, book: PrintedBook) -> None:
    # Two entries of one line are told apart by a gap, which a line end in the foot swallows.
    foot = " ".join(normalise(entry.text) for _page, entry in book.entries)
    end = 0
    for entry in (entry for each in edition.readable for entry in each.entries):
        lemma = normalise(entry.lemma.text if entry.lemma else "")
        found = foot.find(f"{lemma}]", end)
        assert found >= 0, lemma
        end = found + len(lemma)


def test_another_folder_and_another_time_zone_give_the_same_bytes(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tei", tmp_path / "there" / "tei")
    shutil.copy(ROOT / "edition.toml", tmp_path / "there")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "elsewhere"))
    there = prepare(read_corpus(open_project([tmp_path / "there"])).value).value
    assert pdf(there, DAY + 3600).value[0].content == content


def test_the_tei_is_inside_the_second_file(edition: Edition) -> None:
    alone, with_tei = pdf(edition, DAY).value
    held = PdfReader(io.BytesIO(with_tei.content)).attachments
    published = {Path(each.path).name: each.content for each in tei_files(edition)}
    assert {name: contents[0] for name, contents in held.items()} == published
    assert not PdfReader(io.BytesIO(alone.content)).attachments
