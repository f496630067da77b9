"""What an edition may ask of its book, and the kinds of text in it, read back from the PDF."""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pdfplumber
import pytest
from pypdf import PdfReader

from recensio.model.printing import printing
from recensio.publish.print import Book, Placement, typeset
from tests.pdf_letters import UNSEEN
from tests.pdf_reader import PrintedBook, PrintedPage, Verdict, read_book
from tests.print_edition import TEI, Writer, book_of
from tests.support import codes
from tests.unit.publish.test_print_book import pages_of, printed, text_of
from tests.unit.publish.test_print_standards import catalogue, structure

LONG = " ".join(["turnover"] * 14)


def entry(number: int, lemma: str, kind: str = "") -> str:
    typed = f' type="{kind}"' if kind else ""
    return (
        f'<app xml:id="a{number}" n="{number}"{typed}><lem wit="#wA">{lemma}</lem>'
        f'<rdg wit="#wB">other</rdg></app>'
    )


def note(number: int, text: str, kind: str = "") -> str:
    return f'<note xml:id="n{number}" place="foot" type="{kind}">{text}</note>'


def test_a_lemma_from_right_to_left_stands_before_its_reading(tmp_path: Path) -> None:
    words = '<lem wit="#wA">אב <hi>גד</hi></lem><rdg>הו <hi>זח</hi>.</rdg>'
    phrase = '<foreign xml:lang="he">טי <hi>כל</hi></foreign> end'
    book = book_of(TEI.format(f'<p>One <app xml:id="a1" n="1">{words}</app>, {phrase}.</p>'))
    with pdfplumber.open(printed(book, tmp_path)) as pdf:
        letters = [each for page in pdf.pages for each in page.chars]
    assert in_order(letters, "דגבא]A;.חזוה"), "the full stop belongs to the reading"
    assert in_order(letters, "דגבא,לכיטend")


def in_order(letters: list[dict[str, Any]], seen: str) -> bool:
    """Whether letters stand from left to right in this order on a line."""
    lines: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for each in letters:
        if each["text"].strip():
            lines.setdefault((each["page_number"], round(each["matrix"][5])), []).append(each)
    rows = (
        "".join(x["text"].translate(UNSEEN) for x in sorted(line, key=_from_left))
        for line in lines.values()
    )
    return any(seen in row for row in rows)


def _from_left(letter: dict[str, Any]) -> float:
    return float(letter["x0"])


def with_settings(book: Book, **settings: Any) -> Book:
    return replace(book, printing=printing(settings))


def feet(book: PrintedBook) -> dict[str, str]:
    """The label of each entry by its lemma."""
    return {entry.lemma: entry.label for _page, entry in book.entries if entry.lemma}


VERSES = "".join(
    f'<l n="{n}">verse {entry(n, f"lemma{n}x")} {LONG if n % 7 == 0 else ""}</l>'
    for n in range(101, 151)
)
POEM = TEI.format(
    f"<div><head>A poem</head><lg>{VERSES}</lg><p>Prose {entry(1, 'prosa')}.</p></div>"
)


@pytest.fixture(scope="module")
def poem(tmp_path_factory: pytest.TempPathFactory) -> PrintedBook:
    book = with_settings(book_of(POEM), lines="verse")
    return read_book(printed(book, tmp_path_factory.mktemp("poem")))


def test_verses_are_keyed_by_their_numbers(poem: PrintedBook) -> None:
    found = feet(poem)
    assert len(poem.pages) > 2
    assert all(found[f"lemma{n}x"] == str(n) for n in range(101, 151))
    assert "150+1 prosa" in " ".join(f"{e.label} {e.text}" for _page, e in poem.entries)


def test_the_margin_has_each_fifth_number_beside_its_verse(poem: PrintedBook) -> None:
    shown = [(n, line) for page in poem.pages.values() for n, line in beside(page)]
    assert [n for n, _line in shown] == list(range(105, 151, 5))
    assert all(f"lemma{n}x" in line for n, line in shown)


def beside(page: PrintedPage) -> list[tuple[int, str]]:
    """The numbers in the margin with the line that each stands beside."""
    return [
        (number, next(row.text for row in page.lines if abs(row.y - y) < 3))
        for number, y in page.margin
    ]


def test_sections_are_counted_over_the_pages(tmp_path: Path) -> None:
    writer = Writer(Random(5), entries=30)  # noqa: S311 (not for secrets)
    sections = "".join(
        f"<div><head>Part</head><p>{writer.prose(500, 600)}</p></div>" for _part in range(2)
    )
    book = read_book(
        printed(with_settings(book_of(TEI.format(sections)), lines="section"), tmp_path)
    )
    counted = [number for page in book.pages.values() for number, _y in page.margin]
    assert counted.count(5) == 2
    assert max(counted) > 40
    assert not any("." in entry.label for _page, entry in book.entries if entry.label != "tit.")


ALL_SERIES = TEI.format(
    f"<p>Some {entry(1, 'words')} of a text{note(1, 'By the editor.')} with a"
    f"{note(2, 'By the author.', 'authorial')} quotation{note(3, 'From a book.', 'source')} in"
    f" {entry(2, 'it', 'testimonia')}.</p>"
)


@pytest.mark.parametrize("arrangement", ["run-in", "columns", "list"])
def test_four_series_stand_at_the_foot_in_the_order_asked_for(
    tmp_path: Path, arrangement: str
) -> None:
    book = with_settings(
        book_of(ALL_SERIES), series=["author", "notes", "sources"], notes=arrangement
    )
    text = text_of(printed(book, tmp_path))
    order = ["By the author.", "By the editor.", "From a book.", "it] A", "words] A"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_columns_stand_beside_each_other(tmp_path: Path) -> None:
    notes = " ".join(f"word{note(n, f'note{n}')}" for n in range(6))
    book = with_settings(book_of(TEI.format(f"<p>{notes}</p>")), notes="columns", columns=3)
    text = text_of(printed(book, tmp_path))
    assert re.search(r"note0 .*note2 .*note4", text)


def test_a_line_with_many_entries_has_its_number_once(tmp_path: Path) -> None:
    crowd = " ".join(entry(n, f"w{n}") for n in range(45))
    book = read_book(printed(book_of(TEI.format(f"<p>{crowd}</p>")), tmp_path))
    labels = [entry.label for _page, entry in book.entries]
    assert len(set(labels)) == len(book.pages[1].lines) < 5
    printed_lemmata = " ".join(entry.text for _page, entry in book.entries)
    assert re.findall(r"w\d+(?=\] A)", printed_lemmata) == [f"w{n}" for n in range(45)]


def test_notes_of_a_heading_are_keyed_to_it(tmp_path: Path) -> None:
    heading = f"<div><head>Title{note(1, 'On the title.')}</head><p>Text.</p></div>"
    book = read_book(printed(book_of(TEI.format(heading)), tmp_path))
    assert [entry.label for _page, entry in book.entries] == ["tit."]


def test_paragraphs_from_right_to_left_have_their_numbers_at_the_right(tmp_path: Path) -> None:
    hebrew = f'<p xml:lang="he">{"בראשית ברא אלהים את השמים ואת הארץ " * 30}</p>'
    with pdfplumber.open(printed(book_of(TEI.format(hebrew)), tmp_path)) as pdf:
        page = pdf.pages[4]
        numbers = [word for word in page.extract_words() if word["text"] in ("5", "10")]
        assert len(numbers) == 2
        assert all(number["x0"] > 0.8 * page.width for number in numbers)


FRONT = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front><div type="preface"><head>Preface</head>'
    f"<p>{'Words before. ' * 60}{note(1, 'A note before.')}</p></div></front><body>"
    '<div type="chapter"><head>One</head><p>First text.</p></div><div type="chapter"><head>Two'
    "</head><p>Second text.</p></div></body><back><p>After.</p></back></text></TEI>"
)


def test_what_stands_before_a_text_has_no_line_numbers(tmp_path: Path) -> None:
    path = printed(book_of(FRONT), tmp_path)
    pages = {label: text for label, text in pages_of(path) if label.isdigit()}
    assert "Words before" in pages["1"]
    assert not read_book(path).pages[1].margin
    assert "a A note before." in pages["1"]
    assert [("First" in pages["2"]), ("Second" in pages["3"]), ("After" in pages["4"])] == [
        True
    ] * 3


def table(rows: int, lines: int = 0) -> str:
    """A table with an entry in each row, and so many lines more in the first cell of the third."""
    head = '<row role="label"><cell>Number</cell><cell>Word</cell></row>'
    long = "<lb/>".join("it" for _line in range(lines))
    cells = (
        f"<cell>{n} {long if n == 3 else ''}</cell><cell>the {entry(n, f'word{n}x')}</cell>"
        for n in range(1, rows + 1)
    )
    return f"<table>{head}{''.join(f'<row>{each}</row>' for each in cells)}</table>"


@pytest.mark.parametrize("lines", [0, 90])
def test_a_table_goes_on_over_the_pages(tmp_path: Path, lines: int) -> None:
    before, after = "<p>Words before.</p>", f"<p>{'Words after. ' * 40}</p>"
    path = printed(book_of(TEI.format(before + table(90, lines) + after)), tmp_path)
    book = read_book(path)
    assert list(book.misprints()) == []
    assert book.tally()[Verdict.FIRM] == 90
    assert len(book.pages) > 3
    roles = Counter(
        element["/S"] for element in structure(catalogue(PdfReader(path))["/StructTreeRoot"])
    )
    assert (roles["/Table"], roles["/TR"], roles["/TH"]) == (1, 91, 2)


@pytest.mark.parametrize("lines", range(27, 31))
def test_the_heading_of_a_table_ends_no_page(tmp_path: Path, lines: int) -> None:
    before = "<lb/>".join("word" for _line in range(lines))
    book = read_book(
        printed(book_of(TEI.format(f"<ab>{before}</ab>{table(9)}<p>End.</p>")), tmp_path)
    )
    assert list(book.misprints()) == []
    assert book.pages[1].lines[-1].text != "Number Word"


def test_a_table_of_numbers_fills_its_pages(tmp_path: Path) -> None:
    rows = "".join(f"<row><cell>{n}</cell><cell>{n * n}</cell></row>" for n in range(120))
    book = read_book(printed(book_of(TEI.format(f"<table>{rows}</table>")), tmp_path))
    assert len(book.pages) in range(3, 6)


WORKS = (
    '<listBibl><head>{}</head><bibl xml:id="b1">Aulus, <title>On Trees</title>, 1901.</bibl>'
    "<bibl>Bibulus, <title>On Water</title>, 1902.</bibl></listBibl>"
)
LITERATURE = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Text.</p></body><back><div><head>Works'
    f"</head>{WORKS.format('Bibliography')}</div><p>Behind.</p></back></text></TEI>"
)


def test_literature_stands_in_a_part_of_its_own_behind_the_text(tmp_path: Path) -> None:
    book = book_of(LITERATURE, TEI.format(WORKS.format("Sources")), TEI.format("<p>Third.</p>"))
    path = printed(book, tmp_path)
    pages = {label: text for label, text in pages_of(path) if label.isdigit()}
    assert ["Behind" in pages["2"], "Third" in pages["3"], "Text 1" in text_of(path)] == [
        True, True, False,
    ]  # fmt: skip
    works = "Aulus, On Trees, 1901. Bibulus, On Water, 1902."
    assert " ".join(pages["4"].split()) == f"Bibliography Works {works} Sources {works} 4"
    assert "Bibliography" in text_of(path).partition("Text.")[0], "it is in the contents"


def test_a_book_of_nothing_but_literature_has_a_page(tmp_path: Path) -> None:
    text = text_of(printed(book_of(TEI.format(WORKS.format("Works"))), tmp_path))
    assert "[no text]" in text
    assert text.count("On Water") == 1


def test_an_introduction_before_the_text_has_roman_numerals(tmp_path: Path) -> None:
    named = '<persName xml:id="m{}" ref="#p1">Person 1</persName>'
    introduction = TEI.format(
        f"<p>{'Words before. ' * 600}{named.format(1)} <note xml:id='n1'>Noted by"
        f" {named.format(2)}.</note></p>"
    )
    text = TEI.format(f"<p>A text of {named.format(3)} and {entry(1, 'more')}.</p>")
    book = with_settings(
        book_of(introduction, text, titles=["Before", "Text"]), introduction=["text0.xml"]
    )
    path = printed(book, tmp_path)
    pages = pages_of(path)
    labels = [label for label, _text in pages]
    first = next(n for n, (_label, text) in enumerate(pages) if text.startswith("Before\n"))
    last = next(n for n, (_label, text) in enumerate(pages) if "Noted by" in text)
    assert last > first + 1
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
    assert labels[: last + 1] == roman[: last + 1]
    assert pages[last][1].splitlines()[0].startswith(("Before", labels[last], "A Made-up"))
    assert re.search(rf"Before[ .]+{roman[first]}\b", text_of(path))
    assert re.search(rf"Person 1 +{roman[last]}, {roman[last]}n, 1\.1", text_of(path))
    assert [entry.label for _page, entry in read_book(path).entries] == ["1"]


def png(width: int, height: int) -> bytes:
    """A grey image."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x99" * width for _ in range(height)))
    return b"".join(
        (b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    )


def illustrated(folder: Path, *urls: str) -> Book:
    figures = "".join(
        f'<figure xml:id="f{n}"><graphic url="{url}"/><figDesc>Seen {n}.</figDesc></figure>'
        for n, url in enumerate(urls)
    )
    book = book_of(TEI.format(f"<p>Before.</p>{figures}<p>After.</p>"))
    chapter = replace(book.chapters[0], path=str(folder / "texts" / "a.xml"))
    return replace(book, chapters=(chapter,), root=folder)


def test_images_of_the_edition_are_printed_within_the_page(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name, size in (("small one.png", (40, 30)), ("tall.png", (300, 3000))):
        (tmp_path / "texts" / name).write_bytes(png(*size))
    path = printed(illustrated(tmp_path, "small%20one.png", "tall.png", "tall.png"), tmp_path)
    with pdfplumber.open(path) as pdf:
        images = [(image, page) for page in pdf.pages for image in page.images]
    assert len(images) == 3
    assert all(i["x1"] < p.width - 60 and i["bottom"] < p.height - 60 for i, p in images)


@pytest.mark.parametrize("url", ["missing.png", "../../outside.png", "text.tif", "broken.png"])
def test_an_image_that_cannot_be_printed_is_named(tmp_path: Path, url: str) -> None:
    folder = tmp_path / "edition"
    (folder / "texts").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(png(9, 9))
    (folder / "texts" / "broken.png").write_bytes(png(9, 9)[:40])
    outcome = typeset(illustrated(folder, url, "https://example.org/far.png"))
    assert outcome.value is not None
    assert codes(outcome.problems) == ["PUB012"]
    assert url in outcome.problems[0].message


def test_the_words_of_the_book_speak_the_language_asked_for(tmp_path: Path) -> None:
    book = with_settings(book_of(TEI.format("<p>Text.</p>")), language="de", page="A5")
    path = printed(book, tmp_path)
    text = text_of(path)
    assert "Inhalt" in text
    assert "Hergestellt am 22. November 2026" in text
    with pdfplumber.open(path) as pdf:
        assert round(pdf.pages[0].width / 72 * 25.4) == 148


BASE = TEI.format(
    '<lg><l xml:id="v1" n="1">arma virumque cano</l><l xml:id="v2" n="2">Italiam '
    '<seg xml:id="s1">fato</seg> profugus <anchor xml:id="e1"/> venit</l></lg>'
    '<p xml:id="p9">Prose.</p>'
)
APART = TEI.format(
    '<listApp><app xml:id="b1" n="1" loc="1"><lem wit="#wA">virumque</lem>'
    '<rdg wit="#wB">virum</rdg></app><app xml:id="b2" n="2" from="#s1" to="#e1">'
    '<lem wit="#wA">fato profugus</lem>'
    '<rdg wit="#wB">facto</rdg></app><app xml:id="b3" n="3" loc="77"><lem wit="#wA">nusquam</lem>'
    '<rdg wit="#wB">alibi</rdg></app></listApp>'
)


def apart(*placements: Placement) -> Book:
    """A text, and its apparatus in a document of its own."""
    book = book_of(BASE, APART, titles=["Text", "Apparatus"])
    text, apparatus = book.chapters
    return replace(book, chapters=(text, replace(apparatus, placements=placements)))


KNOWN = (Placement("b1", "text0", "v1", "v1"), Placement("b2", "text0", "s1", "e1", "sources"))


def test_entries_that_stand_apart_come_to_the_foot_of_their_place(tmp_path: Path) -> None:
    lost = Placement("b3", "text0", "not-there", "not-there")
    path = printed(apart(*KNOWN, lost), tmp_path)
    page = read_book(path).pages[1]
    assert [(entry.label, entry.lemma) for entry in page.entries] == [
        ("1", "virumque"), ("2", "fato profugus"),
    ]  # fmt: skip
    text = text_of(path)
    assert text.count("fato profugus] A") == 1
    assert "77 nusquam] A" in text


def test_a_document_of_placed_entries_has_no_page(tmp_path: Path) -> None:
    everything = (*KNOWN, Placement("b3", "text0", "p9", "p9"))
    text = text_of(printed(apart(*everything), tmp_path))
    assert "nusquam] A" in text
    assert "Apparatus" not in text
    assert "[no text]" not in text


def test_names_in_an_apparatus_without_a_page_are_in_the_index(tmp_path: Path) -> None:
    name = '<note>So <persName xml:id="m1" ref="#p1">Person 1</persName>.</note></app>'
    listed = f'<app xml:id="b1" loc="1"><lem>virumque</lem><rdg wit="#wB">virum</rdg>{name}'
    book = book_of(TEI.format(f"<listApp>{listed}</listApp>"), BASE, titles=["Apparatus", "Text"])
    apparatus, text = book.chapters
    placed = replace(apparatus, placements=(Placement("b1", "text1", "v1", "v1"),))
    path = printed(replace(book, chapters=(placed, text)), tmp_path)
    assert re.search(r"Person 1 +1\.1n", text_of(path))
    assert [entry.label for entry in read_book(path).pages[1].entries] == ["1"]


def test_the_abbreviations_of_the_apparatus_are_explained(tmp_path: Path) -> None:
    omitted = '<app xml:id="a1" n="1"><lem wit="#wA">text</lem><rdg wit="#wB"/></app>'
    known = {"om.": "left out", "add.": "added"}
    book = replace(book_of(TEI.format(f"<p>A {omitted}.</p>")), abbreviations=known)
    text = text_of(printed(book, tmp_path))
    assert "Abbreviations" in text
    assert "om. left out" in text
    assert "added" not in text
