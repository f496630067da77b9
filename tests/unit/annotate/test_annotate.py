"""What is marked, what is left alone, and that nothing else of a file changes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from recensio.annotate import annotate, annotate_file
from recensio.annotate.lexicon import lexicon_of
from recensio.model.document import DocumentKind
from recensio.tei.io import serialise
from tests.conftest import Recensio
from tests.support import codes, corpus_at, laid_out, tei, tree_of

REGISTERS = tei(
    rest="""<standOff><listPerson>
    <person xml:id="ryutin"><persName type="canonical"><surname>Ryutin</surname>,
      <forename>Martemyan Nikitich</forename></persName>
      <persName type="variant">Ryutin</persName><persName>Martem’ian</persName></person>
    <person xml:id="son"><persName><surname>Ryutin</surname>, <forename>Vasily</forename>
      </persName></person>
    <person xml:id="smirnov_in"><persName><surname>Smirnov</surname>, <forename>Ivan</forename>
      </persName></person>
    <person xml:id="smirnov_ap"><persName><surname>Smirnov</surname>,
      <forename>Aleksandr Petrovich</forename></persName></person>
    </listPerson>
    <listOrg><org xml:id="cc"><orgName>Central Committee</orgName><orgName>CC</orgName></org>
    <org xml:id="union"><orgName>Union</orgName></org></listOrg>
    <listPlace><place xml:id="moscow"><placeName>Moscow</placeName></place></listPlace>
    <listBibl><bibl xml:id="platform"><title level="u">Ryutin’s Platform</title></bibl>
    <bibl xml:id="ryutin_book"><title>Ryutin</title></bibl></listBibl>
    <listEvent><event xml:id="affair"><label>Ryutin affair</label></event></listEvent>
    </standOff>"""
)
LEXICON = lexicon_of([tree_of(REGISTERS)])


def annotated(body: str) -> str:
    """The body of a text after annotation."""
    content = annotate_file(tei(body).encode(), "t.xml", LEXICON).value.content.decode()
    found = re.search("<body>(.*)</body>", content, re.S)
    assert found
    return found.group(1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Ryutin’s son</p>", '<p><persName ref="#ryutin">Ryutin</persName>’s son</p>'),
        (
            "<p>Martemyan\nRyutin</p>",
            '<p><persName ref="#ryutin">Martemyan\nRyutin</persName></p>',
        ),
        ("<p>M.N. Ryutin</p>", '<p><persName ref="#ryutin">M.N. Ryutin</persName></p>'),
        ("<p>Martem'ian</p>", '<p><persName ref="#ryutin">Martem\'ian</persName></p>'),
        ("<p>Vasily Ryutin</p>", '<p><persName ref="#son">Vasily Ryutin</persName></p>'),
        ("<p>anti-Ryutin</p>", '<p>anti-<persName ref="#ryutin">Ryutin</persName></p>'),
        (
            "<p>Ryutin's Platform</p>",
            '<p><title level="u" ref="#platform">Ryutin\'s Platform</title></p>',
        ),
        (
            "<p>The Ryutin affair</p>",
            '<p>The <name type="event" ref="#affair">Ryutin affair</name></p>',
        ),
        (
            "<p>the CC, 5 May 1931</p>",
            '<p>the <orgName ref="#cc">CC</orgName>, <date when="1931-05-05">5 May 1931</date></p>',
        ),
        (
            "<p><bibl>Ryutin, <hi>1930</hi></bibl></p>",
            '<p><bibl><persName ref="#ryutin">Ryutin</persName>, '
            '<hi><date when="1930">1930</date></hi></bibl></p>',
        ),
        ("<head>Moscow</head>", '<head><placeName ref="#moscow">Moscow</placeName></head>'),
    ],
)
def test_what_is_marked(body: str, expected: str) -> None:
    assert annotated(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<p>Ryutinist, Muscovite, CCC</p>",
        "<p>Union-wide, trade-Union</p>",
        "<p><persName>Ryutin</persName> of <name>Moscow in 1930</name></p>",
        "<p><date>May <hi>1930</hi></date></p>",
        "<p>Central <hi>Committee</hi> and Central<note>n</note> Committee</p>",
        "<p><bibl><title>Ryutin</title>, 77</bibl> <foreign>Moscow</foreign></p>",
        "<p><![CDATA[Ryutin in Moscow]]></p>",
        "<p><formula>Ryutin 1930</formula></p>",
        '<p><x xmlns="urn:other">Ryutin</x></p>',
        "<app><rdg>no</rdg><witDetail>Moscow 1930</witDetail></app>",
    ],
)
def test_what_is_left_alone(body: str) -> None:
    assert annotated(body) == body


MISREAD = '<choice><sic>Ryutn</sic> <corr resp="#ed">Ryutin</corr></choice>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>{MISREAD}’s</p>", f'<p><persName ref="#ryutin">{MISREAD}</persName>’s</p>'),
        (
            f"<p>é Martemyan {MISREAD}, Moscow</p>",
            f'<p>é <persName ref="#ryutin">Martemyan {MISREAD}</persName>, '
            '<placeName ref="#moscow">Moscow</placeName></p>',
        ),
        (
            "<p>5 May <choice><sic>1391</sic><corr>1931</corr></choice></p>",
            '<p><date when="1931-05-05">5 May '
            "<choice><sic>1391</sic><corr>1931</corr></choice></date></p>",
        ),
        (
            "<p><choice><sic>R</sic><corr><hi>Ryutin</hi></corr></choice></p>",
            '<p><choice><sic>R</sic><corr><hi><persName ref="#ryutin">Ryutin</persName></hi>'
            "</corr></choice></p>",
        ),
        (
            "<p>é <choice><sic>RyutinMoscow</sic><corr>Ryutin-Moscow</corr></choice> a</p>",
            "<p>é <choice><sic>RyutinMoscow</sic><corr>Ryutin-Moscow</corr></choice> a</p>",
        ),
        (
            "<p><choice><orig>Moscow</orig><reg>M.</reg></choice></p>",
            '<p><choice><orig><placeName ref="#moscow">Moscow</placeName></orig><reg>M.</reg>'
            "</choice></p>",
        ),
    ],
)
def test_a_corrected_word_is_part_of_a_name_as_its_correction(body: str, expected: str) -> None:
    assert annotated(body) == expected
    again = annotate_file(tei(expected).encode(), "t.xml", LEXICON).value
    assert not again.marked


def test_a_misread_form_that_one_entry_lists_tells_which_is_meant() -> None:
    listed = REGISTERS.replace(
        '<person xml:id="smirnov_ap">', ('<person xml:id="smirnov_ap"><persName>Smimov</persName>')
    )
    word = "<choice><sic>{}</sic><corr>Smirnov</corr></choice>"
    text = tei(f"<p>{word.format('Smimov')} and {word.format('Smirnof')}</p>").encode()
    outcome = annotate_file(text, "t.xml", lexicon_of([tree_of(listed)]))
    assert [mark.attributes for mark in outcome.value.marked] == [(("ref", "#smirnov_ap"),)]
    assert [problem.code for problem in outcome.problems] == ["REG002"]


def test_a_name_of_several_entries_is_reported_and_left_alone() -> None:
    outcome = annotate_file(
        tei("<p>Then\nIvan Smirnov met Smirnov.</p>").encode(), "t.xml", LEXICON
    )
    assert [mark.text for mark in outcome.value.marked] == ["Ivan Smirnov"]
    (doubt,) = outcome.problems
    assert doubt.code == "REG002"
    assert doubt.message == "Smirnov may be any of: smirnov_in, smirnov_ap"
    assert (doubt.location.line, doubt.location.column) == (2, 18)


def test_a_form_of_other_witnesses_counts_no_more_than_a_surname() -> None:
    persons = (
        '<person xml:id="a"><persName><surname>Smirnov</surname>, <forename>Ivan</forename>'
        '</persName><persName source="#W #X">Smirnov</persName></person><person xml:id="b">'
        "<persName><surname>Smirnov</surname>, <forename>Petr</forename></persName></person>"
    )
    register = tei(rest=f"<standOff><listPerson>{persons}</listPerson></standOff>")
    lexicon = lexicon_of([tree_of(register)])
    text = tei("<p>Smirnov</p>").encode()
    for siglum, marked in (("", 1), ("W", 1), ("X", 1), ("R", 0)):
        outcome = annotate_file(text, "t.xml", lexicon, siglum)
        assert len(outcome.value.marked) == marked
        assert codes(outcome.problems) == ["REG002"] * (1 - marked)


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
        "tei/a.xml: 1 date, 1 placeName to be marked\n1 of 2 files would change; 1 info\n"
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
    assert [doubt["code"] for doubt in report["doubts"]] == ["REG002"]
    assert recensio("annotate").code == 0
    after = (tmp_path / "tei/a.xml").read_bytes()
    assert re.sub(rb"</?(date|placeName)[^>]*>", b"", after) == before["tei/a.xml"]
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
