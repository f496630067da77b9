"""Blocks: what begins at a line of Markdown, of a wiki, of plain text."""

from __future__ import annotations

import pytest

from recensio.importers.profile import Profile
from tests.unit.importers.support import MARKDOWN, PLAIN, body, imported

WIKI = Profile(siglum="T", markup="wiki")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\nText.\n", '<head xml:id="T-1">One</head><p xml:id="T-3">Text.</p>'),
        ("## One ##\n", '<head xml:id="T-1">One</head>'),
        ("# In C#\n", '<head xml:id="T-1">In C#</head>'),
        ("One\n===\n", '<head xml:id="T-1">One</head>'),
        ("#hash\n", '<p xml:id="T-1">#hash</p>'),
    ],
)
def test_headings(text: str, expected: str) -> None:
    assert expected in body(text)


def test_divisions_follow_the_levels() -> None:
    assert body("# A\n\n## B\n\n# C\n") == (
        '<div type="section"><head xml:id="T-1">A</head>'
        '<div type="section"><head xml:id="T-3">B</head></div></div>'
        '<div type="section"><head xml:id="T-5">C</head></div>'
    )


def test_paragraphs_keep_their_line_ends() -> None:
    assert body("one\ntwo  \nthree\n\nfour\n", MARKDOWN) == (
        '<p xml:id="T-1">one\ntwo  <lb/>\nthree</p><p xml:id="T-5">four</p>'
    )


def test_a_year_at_the_beginning_of_a_line_is_no_list() -> None:
    assert body("It happened in\n1918. Nobody knew.\n") == (
        '<p xml:id="T-1">It happened in\n1918. Nobody knew.</p>'
    )


def test_lists_nest_by_indentation() -> None:
    assert body("- one\n  - inner\n- two\n") == (
        '<list type="bulleted"><item xml:id="T-1"> one'
        '<list type="bulleted"><item xml:id="T-2"> inner</item></list></item>'
        '<item xml:id="T-3"> two</item></list>'
    )


def test_numbers_of_items_are_text() -> None:
    assert body("1. one\n2. two\n") == (
        '<list type="ordered"><item xml:id="T-1"><label>1.</label> one</item>'
        '<item xml:id="T-2"><label>2.</label> two</item></list>'
    )


def test_a_table_of_facts_has_its_name_and_keys() -> None:
    text = "The Society\n- Founded: 1848\n- Seat: Riga\n- Members: twelve\n"
    assert body(text, WIKI) == (
        '<list type="facts"><head xml:id="T-1">The Society</head>'
        '<item xml:id="T-2"> <term>Founded</term>: 1848</item>'
        '<item xml:id="T-3"> <term>Seat</term>: Riga</item>'
        '<item xml:id="T-4"> <term>Members</term>: twelve</item></list>'
    )


def test_a_dash_alone_opens_speech_in_plain_text() -> None:
    assert body("- Who is there?\n\nNobody answered.\n", PLAIN) == (
        '<p xml:id="T-1">- Who is there?</p><p xml:id="T-3">Nobody answered.</p>'
    )


def test_quotations_lose_their_marks_not_their_words() -> None:
    assert body("> one\n> two\n>\n> three\n") == (
        '<quote><p xml:id="T-1">one\ntwo</p><p xml:id="T-4">three</p></quote>'
    )


def test_tables_between_tabs_and_bars() -> None:
    rows = (
        '<row xml:id="T-1"><cell>a</cell><cell>b</cell></row>'
        '<row xml:id="T-{}"><cell>c</cell><cell>d</cell></row>'
    )
    assert body("a\tb\nc\td\n", PLAIN) == f"<table>{rows.format(2)}</table>"
    assert body("| a | b |\n|---|---|\n| c | d |\n") == f"<table>{rows.format(3)}</table>"


def test_verbatim_text_is_not_read() -> None:
    assert '<ab xml:id="T-2" type="verbatim" xml:space="preserve">*no* [^1]</ab>' in body(
        "```\n*no* [^1]\n```\n"
    )


def test_a_rule_is_a_section_and_metadata_no_text() -> None:
    result = imported("---\ntitle: A\n---\n\nOne.\n\n* * *\n\nTwo.\n")
    assert [span.line for span in result.report.boilerplate] == [1]
    assert body("One.\n\n* * *\n\nTwo.\n") == (
        '<p xml:id="T-1">One.</p><milestone unit="section" rend="rule"/><p xml:id="T-5">Two.</p>'
    )


def test_wiki_headings() -> None:
    assert "<head" not in body("= not closed\n", WIKI)
    assert '<head xml:id="T-1">Title</head>' in body("== Title ==\n", WIKI)
    assert '<head xml:id="T-1">Title</head>' in body("==Title==\n", WIKI)


def test_bare_headings_stand_above_prose() -> None:
    prose = "It was a long winter, and the harbour did not open before the end of April. " * 2
    profile = Profile(siglum="T", bare_headings=True)
    assert '<head xml:id="T-1">The Harbour</head>' in body(f"The Harbour\n\n{prose}\n", profile)
    for line in ("A sentence ends here.", "in lower case", "Dear Sir,"):
        assert "<head" not in body(f"{line}\n\n{prose}\n", profile)
    assert "<head" not in body("The Harbour\n\nShort.\n", profile)


def test_line_ends_of_two_characters() -> None:
    result = imported("# A\r\n\r\none\r\ntwo\r\n")
    assert "\r" not in "".join(result.tree.getroot().itertext())
