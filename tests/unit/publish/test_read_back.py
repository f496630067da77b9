"""Printed editions read back: each number at the foot is that of the printed line, in real texts.

Every entry is counted: right, wrong, or not to be decided from the file alone. None may be wrong.
`pytest -m long` adds dense Greek and Syriac prose and a whole book with nine hundred notes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from recensio.corpus import read_corpus
from recensio.importers.transcripts import transcripts
from recensio.project import open_project
from recensio.publish.book import pdf
from recensio.publish.prepare import Edition, prepare
from recensio.tei.io import serialise
from tests.calpurnius import joined
from tests.pdf_reader import Entry, PrintedBook, Verdict, read_book
from tests.support import ROOT, SHARED, edition_of, needs_corpora

CORPORA = SHARED / "corpora"
SOURCES = SHARED / "sources"


def printed(edition: Edition, folder: Path) -> PrintedBook:
    """The edition, printed and read back."""
    path = folder / "edition.pdf"
    path.write_bytes(pdf(edition, 0).value[0].content)
    return read_book(path)


def report(book: PrintedBook) -> str:
    tally = book.tally()
    return f"{len(book.pages)} pages, {len(book.entries)} entries: " + ", ".join(
        f"{tally[verdict]} {verdict}" for verdict in Verdict
    )


@pytest.fixture(scope="module")
def eclogue(tmp_path_factory: pytest.TempPathFactory) -> tuple[PrintedBook, int]:
    folder = tmp_path_factory.mktemp("eclogue")
    corpus = CORPORA / "calpurnius-location-referenced"
    text, entries = joined(corpus / "carmen3clean.xml", corpus / "Poem3.xml")
    return printed(edition_of(folder, {"poem.xml": text}), folder), entries


@needs_corpora
def test_verse_with_a_dense_apparatus(eclogue: tuple[PrintedBook, int]) -> None:
    book, entries = eclogue
    tally = book.tally()
    assert len(book.entries) == entries, report(book)
    assert tally[Verdict.WRONG] == 0, report(book)
    assert tally[Verdict.FIRM] + tally[Verdict.RIGHT] > 0.95 * entries, report(book)
    assert list(book.misprints()) == []


@needs_corpora
def test_a_number_one_line_off_is_seen(eclogue: tuple[PrintedBook, int]) -> None:
    book, _entries = eclogue
    firm = [pair for pair in book.entries if book.verdict(*pair) is Verdict.FIRM]
    shifted = [(page, _one_line_on(entry)) for page, entry in firm if entry.label.isdigit()]
    assert len(shifted) > 100
    assert {book.verdict(page, entry) for page, entry in shifted} == {Verdict.WRONG}


def _one_line_on(entry: Entry) -> Entry:
    return replace(entry, label=str(int(entry.label) + 1))


@needs_corpora
def test_entries_that_stand_in_files_of_their_own(tmp_path: Path) -> None:
    corpus = CORPORA / "calpurnius-location-referenced"
    amiss = misplaced(corpus)
    book = printed(_edition(corpus), tmp_path)
    wrong = [entry for page, entry in book.entries if book.verdict(page, entry) is Verdict.WRONG]
    assert len(book.entries) > 700, report(book)
    assert [entry for entry in wrong if _words(entry.lemma) not in amiss] == []
    assert len(wrong) < 10


def misplaced(corpus: Path) -> set[tuple[str, ...]]:
    """The lemmata that do not stand in the verse which the source itself names for them."""
    verses = {
        (poem, verse.get("n")): _words("".join(verse.itertext()))
        for poem in "123"
        for verse in etree.parse(corpus / f"carmen{poem}clean.xml").iter("{*}l")
    }
    found = set()
    for path in sorted(corpus.glob("*.xml")):
        for app in etree.parse(path, etree.XMLParser(recover=True)).iter("{*}app"):
            place = re.fullmatch(r"#?C(\d)\.\d+\.(\d+)", app.get("loc", ""))
            lemma = _words(str(app.xpath("string(*[local-name() = 'lem'])")))
            held = verses.get((place[1], place[2]), ()) if place else ()
            if not all(any(word in each for each in held) for word in lemma[:1] + lemma[-1:]):
                found.add(lemma)
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text))


@pytest.mark.long
@needs_corpora
def test_dense_prose_from_left_and_from_right(tmp_path: Path) -> None:
    book = printed(_edition(CORPORA / "pta-parallel-segmentation"), tmp_path)
    tally = book.tally()
    assert len(book.entries) > 2400, report(book)
    assert tally[Verdict.WRONG] == 0, report(book)
    assert tally[Verdict.UNDECIDED] < 0.12 * len(book.entries), report(book)


@pytest.mark.long
@pytest.mark.skipif(not SOURCES.is_dir(), reason="needs the source texts")
def test_a_book_of_five_hundred_pages(tmp_path: Path) -> None:
    (book_of_rogovin,) = (
        each for each in transcripts(SOURCES, ROOT / "tei" / "sources").value if each.id == "R"
    )
    (tmp_path / "R.xml").write_bytes(serialise(book_of_rogovin.tree))
    book = printed(_edition(tmp_path / "R.xml"), tmp_path)
    tally = book.tally()
    assert len(book.entries) > 890, report(book)
    assert tally[Verdict.WRONG] == 0, report(book)
    assert tally[Verdict.UNDECIDED] < 5, report(book)


def _edition(path: Path) -> Edition:
    return prepare(read_corpus(open_project([path])).value).value
