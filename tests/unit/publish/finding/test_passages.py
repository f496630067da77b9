"""The passages of a document: verse lines together, witnesses with the same words as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from recensio.publish.site.documents import ROOM as DOCUMENTS
from recensio.publish.site.finding.dates import years_of
from recensio.publish.site.finding.passages import Passage, Place, passages_of
from recensio.publish.site.finding.shown import showing, texts_of
from recensio.publish.site.page import Page
from tests.support import edition_of, tei


def passages(folder: Path, body: str, **witnesses: str) -> list[Passage]:
    """The passages of a text that is also shown as witnesses have it, by their HTML."""
    edition = edition_of(folder, {"a.xml": tei(body)})
    own = next(page for page in DOCUMENTS.pages(edition, 1) if isinstance(page, Page))
    pages = [own]
    for siglum, main in witnesses.items():
        pages.append(replace(own, witness=siglum, room="witnesses", main=f"<main>{main}</main>"))
    (prepared,) = edition.readable
    return list(passages_of(prepared, edition, showing(pages)["a"]))


def test_lines_are_found_together_and_told_apart(tmp_path: Path) -> None:
    (found,) = passages(tmp_path, "<lg><l xml:id='a'>Of arms</l><l xml:id='b'>and a man</l></lg>")
    assert found.text == "Of arms and a man"
    assert found.places == (Place(0, "a"), Place(2, "b"))
    assert found.sigla == ("",)


def test_a_passage_ends_with_a_block_when_it_has_words_enough(tmp_path: Path) -> None:
    paragraph = "word " * 45
    body = "".join(f"<p xml:id='p{number}'>{paragraph}</p>" for number in range(3))
    assert [len(each.places) for each in passages(tmp_path, body)] == [2, 1]


def test_witnesses_with_the_same_words_are_found_as_one(tmp_path: Path) -> None:
    found = passages(
        tmp_path,
        "<p xml:id='p'>The lamp burns.</p>",
        A="<p id='p'><a class='cite' href='#p'>¶</a>The lamp burns</p>",
        B="<p id='p'>The <span>lamps</span><a class='mark' href='#x'>1</a> burn.</p>",
        C="<p id='p'>The lamps <i class='said'>omits</i>burn.</p>",
        D="<nav id='p'>The lamp</nav>",
    )
    assert [(each.text, each.sigla) for each in found] == [
        ("The lamp burns.", ("", "A")),
        ("The lamps burn.", ("B", "C")),
    ]


def test_names_and_years_of_a_passage(tmp_path: Path) -> None:
    body = (
        "<p>In <date when='1932-09'>September</date> <persName ref='#r'>Ryutin</persName></p>"
        "<note xml:id='n'>Not <persName ref='#s'>Stalin</persName>.</note>"
    )
    text, note = passages(tmp_path, body)
    assert (text.refs, text.years) == (("r",), (1932,))
    assert (note.kind, note.text, note.places) == ("note", "Not Stalin.", (Place(0, "n"),))


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("1932-09-23", [1932]),
        ("1930/1932", [1930, 1931, 1932]),
        ("[1930-05..1931]", [1930, 1931]),
        ("1930/..", [1930]),
        ("-0044-03-15", [-44]),
        ("0100/1900", [100, 1900]),
        ("--05-01", []),
        ("193X", []),
    ],
)
def test_the_years_of_a_date(date: str, years: list[int]) -> None:
    assert list(years_of(date)) == years


def test_what_a_page_shows_at_each_place() -> None:
    main = (
        "<article><h1>Title</h1><section id='d'>in<p id='p'>one<sup data-note='n'>2</sup> <b>bold"
        "</b></p>side<aside class='apparatus'><p id='q'>no</p></aside></section></article>"
    )
    assert texts_of(main, {"d", "p", "q"}) == {"d": "in side", "p": "one bold"}
