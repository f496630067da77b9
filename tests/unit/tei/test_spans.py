"""Where entries belong in the base text, and the words that stand there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recensio.model.document import Document
from recensio.tei.names import tei as name
from recensio.tei.span_text import words_of
from recensio.tei.spans import Spans
from tests.support import document_of, tei

LINES = (
    '<div n="2"><lg><l xml:id="l1" n="1">And <anchor xml:id="a1"/>of <hi>so</hi> par'
    '<seg xml:id="s">fit<note>not this</note></seg> <anchor xml:id="a2"/>wys</l>'
    '<l n="2" xml:id="l2">a wight<anchor xml:id="a3"/> ywroght</l></lg></div>'
    '<div n="3"><p n="1" xml:id="p">Third <anchor xml:id="a4"/>part.</p></div>'
)


def words(attributes: str, body: str = LINES, *others: Document) -> str | None:
    """The words that an entry in a listApp behind the text belongs to."""
    listed = f"<listApp><app {attributes}><rdg wit='#A'>x</rdg></app></listApp>"
    return found(document_of(tei(body + listed)), others)


def found(document: Document, others: Sequence[Document] = ()) -> str | None:
    (app,) = document.tree.iter(name("app"))
    span = Spans([document, *others]).of(app, document)
    return words_of(span) if span else None


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('from="#a1" to="#a2"', "of so parfit"),
        ('from="#l1" to="#a2"', "And of so parfit"),
        ('from="#a1" to="#a3"', "of so parfit wys a wight"),
        ('from="#a2" to="#a4"', "wys a wight ywroght Third"),
        ('from="#s"', "fit"),
        ('to="#s"', "fit"),
        ('from="#s" to="#s"', "fit"),
        ('from="#a1" to="#s"', "of so parfit"),
        ('from="#a1" to="#a1"', ""),
        ('from="#l1" to="#l2"', "And of so parfit wys a wight ywroght"),
        ('from="a1" to="a2"', "of so parfit"),
        ('from="#a2" to="#a1"', None),
        ('from="#nothing" to="#nobody"', None),
        ('from="text.xml#a1" to="https://ex.org/e/text.xml?v=2#a2"', "of so parfit"),
        ('from="#string-range(l2,2,5)"', "wight"),
        ('from="#left(l2)" to="#right(l2)"', "a wight ywroght"),
        ('loc="2.1"', "And of so parfit wys"),
        ('loc="2.1-2"', "And of so parfit wys a wight ywroght"),
        ('loc="WBP 2.17.2"', "a wight ywroght"),
        ('loc="C3.18.1"', "Third part."),
        ('loc="#p"', "Third part."),
        ('loc="9.9"', None),
        ('loc="3.2"', None),
        ('loc="2"', "And of so parfit wys a wight ywroght"),
        ("", None),
    ],
)
def test_the_words_of_a_span(attributes: str, expected: str | None) -> None:
    assert words(attributes) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('<l>x <anchor xml:id="a"/>one two<app from="#a"><lem>no</lem></app> y</l>', "one two"),
        ('<l xml:id="a">one two<app from="#a"><rdg>z</rdg></app> y</l>', "one two"),
        ('<l>x <seg xml:id="a">one</seg> two<app from="#a"><rdg>z</rdg></app> y</l>', "one"),
        ('<l>x <app to="#a"><rdg>z</rdg></app>one two<anchor xml:id="a"/> y</l>', "one two"),
    ],
)
def test_an_entry_in_the_line_marks_one_end_of_its_lemma(line: str, expected: str) -> None:
    assert found(document_of(tei(line))) == expected


def test_an_entry_of_a_text_whose_header_says_so_belongs_to_its_line() -> None:
    declared = (
        '<encodingDesc><variantEncoding method="location-referenced" location="internal"/>'
        "</encodingDesc>"
    )
    line = "<p>No.</p><l>Experience though<app><rdg wit='#La'>Experiment</rdg></app></l>"
    located = document_of(tei(line, header=declared))
    assert found(located) is not None
    assert found(document_of(tei(line))) is None


def test_a_span_lies_in_another_document() -> None:
    text = document_of(tei(LINES), "base")
    assert words('from="base.xml#a1" to="base.xml#a2"', "<p/>", text) == "of so parfit"
    assert words('from="#a1" to="#a2"', "<p/>", text) == "of so parfit"
    assert words('loc="2.2"', "<p/>", text) == "a wight ywroght"
    assert words('loc="2"', "<p/>", text) is not None
