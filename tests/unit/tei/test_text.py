"""The text as it is read: no notes, one reading at each place, white space collapsed."""

from __future__ import annotations

import pytest

from recensio.tei.text import lines_of, normalise, readings_of, text_of
from tests.support import NS, tei, the, tree_of


def read_text(body: str) -> str:
    return text_of(tree_of(tei(body)).getroot())


def lines(body: str) -> list[str]:
    return lines_of(tree_of(tei(body)).getroot())


def test_text_is_nfc_with_white_space_collapsed() -> None:
    assert normalise("  a\u0301 \n\t b\u00a0c ") == "á b c"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>a<note>no</note>b</p>", "ab"),
        ("<p>a<!-- no --><?no no?>b</p>", "ab"),
        ("<p>a<del>no</del>b<add>c</add></p>", "abc"),
        ("<p>a<figure><head>f</head><figDesc>no</figDesc></figure></p>", "a f"),
        ("<p><fw>no</fw>a</p>", "a"),
        ("<p>a<lb/>b</p>", "a b"),
        ('<p>a<lb break="no"/>b<pb break="no" n="2"/>c</p>', "abc"),
        ("<p>a<gap/>b</p>", "a[...]b"),
        ('<p>a<milestone unit="cut"/>b</p>', "ab"),
        ("<p><choice><sic>teh</sic><corr>the</corr></choice></p>", "the"),
        ("<p><choice><orig>u</orig><reg>v</reg></choice></p>", "v"),
        ("<p><choice><abbr>Dr</abbr><expan>Doctor</expan></choice></p>", "Doctor"),
        ("<p><choice><seg>first</seg><seg>second</seg></choice></p>", "first"),
        ("<p>a<choice/>b</p>", "ab"),
        ("<p>a <note type='interpolation' place='inline'>(b)</note> c</p>", "a (b) c"),
        ("<p>a<note place='inline'>b</note> c</p>", "a c"),
        ("<p>a<figure><figDesc>b</figDesc></figure></p>", "a b"),
        ("<p>a<figure><graphic url='x'/><figDesc>b</figDesc></figure></p>", "a"),
        ("<p>a <foreign>b</foreign><hi>c</hi> d</p>", "a bc d"),
    ],
)
def test_what_is_read(body: str, text: str) -> None:
    assert read_text(body) == text


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("<lem>A</lem><rdg>B</rdg>", "A"),
        ("<rdg>B</rdg><rdg>C</rdg>", "B"),
        ("<rdg>B</rdg><lem>A</lem>", "B"),
        ("<rdgGrp><rdg>B</rdg></rdgGrp><rdg>C</rdg>", "B"),
        ("<rdgGrp><lem>A</lem></rdgGrp>", "A"),
        ("<lem/><rdg>B</rdg>", ""),
        ("<lem><gap/></lem>", "[...]"),
        ("<note>n</note>", ""),
        ("<lem>A<app><lem>x</lem><rdg>y</rdg></app></lem><rdg>B</rdg>", "Ax"),
        ("<lem wit='#A'>A</lem><witDetail wit='#A'>l. 1</witDetail>", "A"),
    ],
)
def test_one_reading_at_each_place(entry: str, text: str) -> None:
    assert read_text(f"<p>.<app>{entry}</app>.</p>") == f".{text}."


def test_readings_in_groups_belong_to_the_entry_nested_ones_do_not() -> None:
    entry = (
        "<app><lem>A<app><lem>x</lem></app></lem>"
        "<rdgGrp><rdg>B</rdg><rdgGrp><rdg>C</rdg></rdgGrp></rdgGrp></app>"
    )
    app = the(tree_of(tei(f"<p>{entry}</p>")).find(".//t:app", NS))
    assert [(reading.text or "") for reading in readings_of(app)] == ["A", "B", "C"]


def test_one_block_a_line() -> None:
    body = (
        "<head>Title</head><lg><l>one</l><l>two</l></lg><p>three <quote>inside</quote> four</p>"
        "<quote><p>five</p></quote><list><item>six</item></list><p/>"
        "<table><row><cell>a</cell><cell>b</cell></row></table>"
    )
    expected = ["Title", "one", "two", "three inside four", "five", "six", "a", "b"]
    assert lines(body) == expected


def test_header_and_standoff_are_not_read() -> None:
    tree = tree_of(tei("<p>a</p>", rest="<standOff><listPerson><person/></listPerson></standOff>"))
    assert lines_of(tree.getroot()) == ["a"]


def test_deep_nesting_does_not_break_reading() -> None:
    assert read_text(f"{'<seg>' * 240}a{'</seg>' * 240}") == "a"
