"""What is marked, what is left alone, and that nothing else of a file changes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from recensio.annotate import annotate
from recensio.annotate.files import annotate_file
from recensio.annotate.lexicon import lexicon_of
from recensio.model.document import DocumentKind
from recensio.tei.io import serialise
from tests.conftest import Recensio
from tests.support import codes, corpus_at, laid_out, tei, tree_of
from tests.unit.annotate.support import LEXICON, REGISTERS, annotated, outcome_of


@pytest.mark.parametrize(
    "body",
    [
        "<p>Ryutinist, Muscovite, CCCP</p>",
        "<p><persName>Ryutin</persName> of <name>Moscow in 1930</name></p>",
        "<p><date>May <hi>1930</hi></date></p>",
        "<p>Central<note>n</note> Committee</p>",
        "<p><rs>Ryutin in Moscow</rs> <foreign>Moscow</foreign></p>",
        "<p><![CDATA[Ryutin in Moscow]]></p>",
        "<p><formula>Ryutin 1930</formula></p>",
        '<p><x xmlns="urn:other">Ryutin</x></p>',
        "<app><rdg>no</rdg><witDetail>Moscow 1930</witDetail></app>",
        "<p>a <choice><sic>Moscow</sic><corr>town</corr></choice></p>",
        "<listPerson><person><persName>Ryutin</persName></person></listPerson>",
    ],
)
def test_what_is_left_alone(body: str) -> None:
    assert annotated(body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>M. <hi>Ryu</hi>tin</p>",
         '<p><persName ref="#ryutin">M. <hi>Ryu</hi>tin</persName></p>'),
        ("<p><hi>R</hi>YUTIN</p>", '<p><persName ref="#ryutin"><hi>R</hi>YUTIN</persName></p>'),
        ("<p><hi>Ryutin</hi></p>", '<p><hi><persName ref="#ryutin">Ryutin</persName></hi></p>'),
        ("<p>Martemyan<lb/>Ryutin</p>",
         '<p><persName ref="#ryutin">Martemyan<lb/>Ryutin</persName></p>'),
        ("<p>Ryu-<pb break='no'/>tin</p>",
         "<p><persName ref=\"#ryutin\">Ryu-<pb break='no'/>tin</persName></p>"),
        ("<p>Central <hi>Committee</hi></p>",
         '<p><orgName ref="#cc">Central <hi>Committee</hi></orgName></p>'),
        ("<p><hi>5</hi> May <hi>1931</hi></p>",
         '<p><date when="1931-05-05"><hi>5</hi> May <hi>1931</hi></date></p>'),
        ("<p><persName>Ryutin</persName> group</p>",
         '<p><orgName ref="#union"><persName>Ryutin</persName> group</orgName></p>'),
        ("<p><title>Ryutin in Moscow</title></p>",
         '<p><title><persName ref="#ryutin">Ryutin</persName> in Moscow</title></p>'),
        ("<p>M. <choice><sic>Tomsy</sic><corr>Tomsky</corr></choice></p>",
         '<p><persName ref="#tomsky">M. <choice><sic>Tomsy</sic><corr>Tomsky</corr></choice>'
         "</persName></p>"),
        ("<p><choice><corr>Moscow</corr><sic>Mosow</sic></choice></p>",
         '<p><placeName ref="#moscow"><choice><corr>Moscow</corr><sic>Mosow</sic></choice>'
         "</placeName></p>"),
        ("<head>Moscow</head>", '<head><placeName ref="#moscow">Moscow</placeName></head>'),
        ("<p><bibl>Ryutin, 1930</bibl></p>",
         '<p><bibl><persName ref="#ryutin">Ryutin</persName>, <date when="1930">1930</date></bibl>'
         "</p>"),
    ],
)  # fmt: skip
def test_names_that_tags_or_line_ends_cut(body: str, expected: str) -> None:
    assert annotated(body) == expected


def test_a_name_that_begins_within_an_element_is_reported_and_left_alone() -> None:
    outcome = outcome_of("<p><hi>old Martemyan</hi> Ryutin</p>")
    assert outcome.value.marked == ()
    assert codes(outcome.problems) == ["REG008"]


def test_short_forms_of_a_witness_need_no_longer_name_in_its_own_text() -> None:
    names = '<orgName>Union of Miners</orgName><orgName source="#W">Union</orgName>'
    orgs = f'<org xml:id="a">{names}</org>'
    lexicon = lexicon_of([tree_of(tei(rest=f"<standOff><listOrg>{orgs}</listOrg></standOff>"))])
    for siglum, count in (("W", 1), ("R", 0), ("", 0)):
        assert len(outcome_of("<p>the Union</p>", lexicon, siglum).value.marked) == count


def test_a_surname_that_the_register_gives_to_the_witness_means_its_bearer() -> None:
    persons = (
        '<person xml:id="a"><persName><surname>Smirnov</surname>, <forename>Ivan</forename>'
        '</persName><persName source="#W">Smirnov</persName></person><person xml:id="b">'
        "<persName><surname>Smirnov</surname>, <forename>Petr</forename></persName></person>"
    )
    register = tei(rest=f"<standOff><listPerson>{persons}</listPerson></standOff>")
    lexicon = lexicon_of([tree_of(register)])
    for siglum, meant in (("W", "#a"), ("R", "#b"), ("", "#b")):
        marks = outcome_of("<p>Petr Smirnov; Smirnov</p>", lexicon, siglum).value.marked
        assert dict(marks[-1].attributes)["ref"] == meant


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1", "cp1252"])
def test_every_byte_but_the_new_tags_stays(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8", "cp1252": "windows-1252"}.get(encoding, encoding)
    source = (
        f"<?xml version='1.0'  encoding='{declared}' ?>\r\n"
        '<!DOCTYPE tei:TEI SYSTEM "none.dtd" [<!ENTITY who "Ryutin">]>\r\n'
        "<!-- Moscow --><tei:TEI b='2'   a=\"1\" xmlns:tei='http://www.tei-c.org/ns/1.0'>"
        "<tei:text ><tei:body\n><?pi Moscow?><tei:p>é&amp;Ryutin&#32;at\r\nMoscow, 5\r\nMay "
        "1931&who; 1930&undeclared;<!-- 1930 --> CC&gt;<tei:lb/>CC</tei:p></tei:body>"
        "</tei:text></tei:TEI>\r\n"
    ).encode(encoding)
    outcome = annotate_file(source, "t.xml", LEXICON)
    assert [mark.text for mark in outcome.value.marked] == (
        ["Ryutin", "Moscow", "5\nMay 1931", "1930", "CC", "CC"]
    )
    content = outcome.value.content.decode(encoding)
    assert '<tei:date when="1931-05-05">5\r\nMay 1931</tei:date>' in content
    bare = re.sub(r"</?tei:(persName|placeName|date|orgName)[^>]*>", "", content)
    assert bare.encode(encoding) == source


def test_a_file_that_is_not_well_formed_stays_as_it_is() -> None:
    outcome = annotate_file(b"<p>Moscow", "t.xml", LEXICON)
    assert outcome.value.content == b"<p>Moscow"
    assert codes(outcome.problems) == ["SRC004"]


def test_texts_of_a_corpus_are_annotated_and_registers_are_not(tmp_path: Path) -> None:
    settings = '[files]\ntexts = ["a.xml", "b.xml"]\nregisters = ["r.xml"]\n'
    files = {"edition.toml": settings, "r.xml": REGISTERS, "a.xml": tei("<p>Moscow</p>")}
    corpus = corpus_at(tmp_path, {**files, "b.xml": tei("<p>Elsewhere</p>")})
    outcome = annotate(corpus)
    text, untouched, register = outcome.value.documents
    assert b'<placeName ref="#moscow">Moscow</placeName>' in serialise(text.tree)
    assert (untouched, register) == corpus.documents[1:]
    twice = annotate(outcome.value)
    assert twice.value == outcome.value
    assert not twice.problems
    assert annotate(corpus, {DocumentKind.TRANSCRIPT}).value == corpus


EDITION = {
    "edition.toml": '[files]\ntexts = ["tei/*.xml"]\nregisters = ["r.xml"]\n',
    "r.xml": REGISTERS,
    "tei/a.xml": tei("<p>Moscow in 1930 and Smirnov</p>"),
    "tei/b.xml": tei("<p>Elsewhere</p>"),
}


def test_the_command_marks_the_texts_of_the_edition_in_place(
    tmp_path: Path, recensio: Recensio
) -> None:
    laid_out(tmp_path, EDITION)
    before = {name: (tmp_path / name).read_bytes() for name in EDITION}
    checked = recensio("annotate", "--check", "--report", "marks.json", cwd=tmp_path)
    assert checked.code == 1
    assert checked.out == (
        "tei/a.xml: 1 date, 1 persName, 1 placeName to be marked\n"
        "1 of 2 files would change; 1 info\n"
    )
    assert {name: (tmp_path / name).read_bytes() for name in EDITION} == before
    report = json.loads((tmp_path / "marks.json").read_text(encoding="utf-8"))
    assert report["marked"][1] == {
        "path": "tei/a.xml",
        "line": 1,
        "column": before["tei/a.xml"].index(b"1930") + 1,
        "text": "1930",
        "element": "date",
        "when": "1930",
    }
    (doubt,) = report["doubts"]
    assert (doubt["code"], doubt["text"], doubt["line"]) == ("REG002", "Smirnov", 1)
    assert doubt["candidates"] == ["smirnov_in", "smirnov_ap"]
    assert doubt["context"] == "Moscow in 1930 and [Smirnov]"
    assert recensio("annotate").code == 0
    after = (tmp_path / "tei/a.xml").read_bytes()
    assert re.sub(rb"</?(date|placeName|persName)[^>]*>", b"", after) == before["tei/a.xml"]
    assert (tmp_path / "tei/b.xml").read_bytes() == before["tei/b.xml"]
    again = recensio("annotate", "--check")
    assert (again.code, again.out) == (0, "0 of 2 files would change; 1 info\n")
    assert (tmp_path / "tei/a.xml").read_bytes() == after


def test_a_file_finds_the_registers_of_the_edition_around_it(
    tmp_path: Path, recensio: Recensio
) -> None:
    laid_out(tmp_path, {**EDITION, "import/W.xml": tei("<p>Moscow</p>")})
    done = recensio("annotate", tmp_path / "import" / "W.xml", cwd=tmp_path.parent)
    assert done.code == 0
    assert "1 placeName" in done.out
