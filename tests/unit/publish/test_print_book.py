"""The printed book, read back from the PDF: every number of the apparatus is the printed line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pdfplumber
import pytest

from recensio.publish.print import Book, typeset
from recensio.publish.print.press import Press, PressError
from tests.pdf_reader import DIVIDED, LABEL, WORD, PrintedBook, lemmata, read_book
from tests.print_edition import TEI, Writer, book_of, made_up
from tests.support import codes

LEMMA = re.compile(r'<app xml:id="(\w+)"[^>]*><lem[^>]*>(\w+)')


def printed(book: Book, folder: Path) -> Path:
    """The book, printed without a problem."""
    outcome = typeset(book)
    assert outcome.problems == ()
    (artifact,) = outcome.value
    path = folder / "edition.pdf"
    path.write_bytes(artifact.content)
    return path


@cache
def pages_of(path: Path) -> list[tuple[str, str]]:
    """The label and the words of every page."""
    with pdfplumber.open(path) as pdf:
        labels = pdf.doc.get_page_labels()  # without end
        return [
            (label, page.extract_text()) for page, label in zip(pdf.pages, labels, strict=False)
        ]


def text_of(path: Path) -> str:
    return "\n".join(text for _label, text in pages_of(path))


def label_of(pages: list[tuple[str, str]], title: str) -> str:
    """The label of the page that opens with this title."""
    return next(label for label, text in pages if text.startswith(title + "\n"))


@pytest.fixture(scope="module")
def edition() -> Book:
    return made_up(chapters=3, sections=2)


@pytest.fixture(scope="module")
def file(edition: Book, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return printed(edition, tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="module")
def book(file: Path) -> PrintedBook:
    return read_book(file)


def test_every_number_equals_the_printed_line(book: PrintedBook) -> None:
    assert len(book.pages) > 12
    assert len(lemmata(book)) > 90
    assert list(book.misprints()) == []


def test_every_entry_is_at_a_foot_under_the_number_of_its_line(
    edition: Book, book: PrintedBook
) -> None:
    assert list(astray(edition, book)) == []


def astray(edition: Book, book: PrintedBook) -> Iterator[str]:
    """The entries whose lemma, a word that stands nowhere else, is not on the line named."""
    feet = {
        word: (page, entry)
        for page, entry in book.entries
        for word in WORD.findall(entry.text.replace(DIVIDED, ""))
    }
    for chapter in edition.chapters:
        for identifier, word in LEMMA.findall(chapter.text):
            found = feet.get(word)
            label = LABEL.fullmatch(found[1].label) if found else None
            if not found or not label or not label["line"]:
                yield f"{identifier}: {word} is at no foot"
            elif word not in book.words_from(
                int(label["from"] or found[0].number), int(label["line"])
            ):
                yield f"{identifier}: {word} is not on line {found[1].label}"


def test_equal_books_give_equal_bytes(edition: Book, file: Path) -> None:
    (again,) = typeset(edition).value
    assert again.content == file.read_bytes()


def test_the_file_says_what_it_is(file: Path) -> None:
    with pdfplumber.open(file) as pdf:
        assert pdf.metadata["Title"] == "A Made-up Edition"
        assert pdf.metadata["Author"] == "N. N."
        assert pdf.metadata["CreationDate"].startswith("D:20261122")
        assert pdf.doc.catalog["Lang"] == b"en"
        assert pdf.doc.catalog["MarkInfo"]["Marked"] is True
        outlines = [title for _level, title, *_rest in pdf.doc.get_outlines()]
    assert {"Contents", "Conspectus of sigla", "Indexes", "Colophon"} < set(outlines)


def test_the_contents_give_the_page_of_each_chapter(edition: Book, file: Path) -> None:
    pages = pages_of(file)
    contents = next(text for _label, text in pages if text.startswith("Contents"))
    for chapter in edition.chapters:
        label = label_of(pages, chapter.title)
        assert re.search(rf"^{re.escape(chapter.title)}[ .]+{label}$", contents, re.M)


def test_the_index_names_page_and_line_of_every_mention(book: PrintedBook, file: Path) -> None:
    index = next(text for _label, text in pages_of(file) if text.startswith("Indexes"))
    places = re.findall(r"(\d+)\.(\d+)(?!\d*n)", index)
    assert len(places) > 20
    for page, line in places:
        near = book.pages[int(page)].lines[max(0, int(line) - 2) : int(line) + 1]
        assert "Person" in " ".join(row.text for row in near)


def test_a_dense_page_sends_entries_on_with_the_page_they_belong_to(tmp_path: Path) -> None:
    dense = TEI.format(Writer(Random(3), entries=1).paragraph())  # noqa: S311 (not for secrets)
    book = read_book(printed(book_of(dense), tmp_path))
    assert any("." in entry.label for _page, entry in book.entries)
    assert list(book.misprints()) == []


def words(count: int) -> str:
    return " ".join(f"word{number}" for number in range(count))


def test_a_note_taller_than_a_page_goes_on_at_the_foot_of_the_next(tmp_path: Path) -> None:
    note = f'<note xml:id="n1" place="foot">{words(1200)}</note>'
    text = " ".join(f"line{number}" for number in range(1500))
    book = read_book(printed(book_of(TEI.format(f"<p>A text.{note} {text}</p>")), tmp_path))
    shares = [(page.number, entry) for page, entry in book.entries]
    pages = len(shares)
    assert pages in (4, 5)
    assert [number for number, _entry in shares] == [*range(1, pages + 1)]
    assert [entry.label for _number, entry in shares] == ["1", *["1.1"] * (pages - 1)]
    assert [entry.text.endswith("→") for _number, entry in shares] == [*[True] * (pages - 1), False]
    found = " ".join(entry.text for _number, entry in shares).replace(DIVIDED, "")
    assert re.findall(r"word\d+", found) == words(1200).split()
    assert [len(page.lines) > 9 for page in book.pages.values()][1:-1].count(False) == 0


def test_what_is_left_at_the_end_of_a_chapter_is_printed_before_the_next(tmp_path: Path) -> None:
    note = f'<note xml:id="n1" place="foot">{words(1800)}</note>'
    second = '<p xml:id="p1">See <persName xml:id="x1" ref="#p1">Person 1</persName>.</p>'
    first = f'<p xml:id="p1">A text.{note} More.</p>'
    book = book_of(TEI.format(first), TEI.format(second), titles=["First", "Second"])
    path = printed(book, tmp_path)
    found = text_of(path)
    assert sorted(set(words(1800).split()) - set(re.findall(r"word\d+", found))) == []
    page = label_of(pages_of(path), "Second")
    assert int(page) > 2
    assert f"Person 1 {page}.1" in found


ODD = (
    "",
    "<p/>",
    "<div><head>Only a heading</head></div>",
    '<app xml:id="a1" n="1"><rdg wit="#wA"/></app>',
    '<p xml:id="p1"><app xml:id="a1" n="1"/></p>',
    '<p xml:id="p1"><app xml:id="a1" n="1"><note>only a note</note></app></p>',
    '<div><head>A <app xml:id="a1" n="1"><lem wit="#wA">head</lem></app></head><p>Text.</p></div>',
    '<p xml:lang="not a language">Text \\ "quoted" #let $x$ *bold* _it_ @ref &lt;tag> //c</p>',
    "<list><item>one<list><item>two</item></list></item></list>",
    f"<table><row><cell>{'long ' * 400}</cell><cell>x</cell></row></table>",
    "<unknown><deep><p>Text</p></deep></unknown>",
    "<p>a<hi rend='sup'><list><item>in</item></list></hi></p>",
    "<l>verse<note xml:id='n1' place='foot'>n</note></l>",
)


def test_nothing_that_is_written_stops_the_book(tmp_path: Path) -> None:
    path = printed(book_of(*map(TEI.format, ODD)), tmp_path)
    found = re.sub(r"[-\u00ad]\s", "", text_of(path))
    words = re.findall(r"\w+", re.sub("<[^>]*>", " ", " ".join(ODD)).replace("&lt;", ""))
    assert [word for word in words if word not in found] == []
    assert found.count("[no text]") == 6
    assert "Indexes" not in found


def test_a_chapter_that_is_no_xml_is_left_out() -> None:
    book = book_of("<TEI", TEI.format("<p>Text.</p>"))
    outcome = typeset(book)
    assert outcome.value
    assert codes(outcome.problems) == ["PUB005"]
    assert outcome.problems[0].location.path == "text0.xml"


def test_a_book_without_chapters_is_no_book() -> None:
    assert typeset(book_of()).value == ()


def test_a_press_that_refuses_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_order: object) -> object:
        raise PressError("it will not", "in body-0.typ")

    monkeypatch.setattr(Press, "ask", refuse)
    outcome = typeset(book_of(TEI.format("<p>Text.</p>")))
    assert outcome.value == ()
    assert codes(outcome.problems) == ["PUB002"]
    assert outcome.problems[0].location.path == "text0.xml"
