"""What a source states of itself: in the header, on its title page."""

from __future__ import annotations

import re

from lxml import etree

from recensio.importers.importer import Imported
from recensio.importers.profile import Division, Place, Rule
from tests.unit.importers.support import MARKDOWN, NS, below, imported, outcome_of, with_rules

TEXT = """# **The Crossing**

*A memoir*

By Ann Smith

Riga Press
Riga
1901

Printed in Riga

All rights kept.

# Chapter

We crossed.
"""
PAGE = Division(heading="The Crossing", type="titlepage", place=Place.FRONT)


def lines(*numbers: int) -> Rule:
    return Rule(lines=tuple(range(number, number + 1) for number in numbers))


STATED = {
    "title": lines(1),
    "subtitle": lines(3),
    "author": Rule(patterns=(re.compile(r"^By (.+)$"),)),
    "publisher": lines(7),
    "place": lines(8),
    "date": lines(9),
}
PROFILE = with_rules(MARKDOWN, division=(PAGE,), stated=STATED)


def header(result: Imported, path: str) -> list[str]:
    found = result.tree.getroot().findall(f"t:teiHeader/t:fileDesc/{path}", NS)
    return ["".join(map(str, element.itertext())) for element in found]


def test_a_title_page() -> None:
    assert below(imported(TEXT, PROFILE), "front") == (
        '<titlePage><docTitle><titlePart type="main" xml:id="T-1"><hi rend="bold">The Crossing'
        '</hi></titlePart><titlePart type="sub" xml:id="T-3"><hi rend="italic">A memoir</hi>'
        '</titlePart></docTitle><byline xml:id="T-5">By <docAuthor>Ann Smith</docAuthor></byline>'
        '<docImprint xml:id="T-7"><publisher>Riga Press</publisher><pubPlace>Riga</pubPlace>'
        "<docDate>1901</docDate></docImprint></titlePage>"
        '<div type="titlepage"><p xml:id="T-11">Printed in Riga</p>'
        '<p xml:id="T-13">All rights kept.</p></div>'
    )


def test_what_is_stated_stands_in_a_header_that_is_made() -> None:
    result = imported(TEXT, PROFILE)
    assert header(result, "t:titleStmt/t:title") == ["The Crossing", "A memoir"]
    assert header(result, "t:titleStmt/t:author") == ["Ann Smith"]
    (bibl,) = header(result, "t:sourceDesc/t:bibl")
    assert bibl.startswith("Ann Smith, The Crossing, Riga, Riga Press, 1901. book.md, sha256 ")


def test_those_who_helped_and_what_is_told_of_the_source() -> None:
    rules = {
        "translator": Rule(patterns=(re.compile("^Translated by (.+)"),)),
        "source": lines(3),
        "rights": lines(5),
    }
    text = "Translated by B. Jones\n\nFrom the *Journal*.\n\nNone reserved.\n"
    result = imported(text, with_rules(MARKDOWN, stated=rules))
    assert header(result, "t:titleStmt/t:respStmt/t:name") == ["B. Jones"]
    assert header(result, "t:sourceDesc/t:bibl/t:note") == ["From the Journal.", "None reserved."]


def test_without_statements_a_title_page_is_a_division() -> None:
    result = imported(TEXT, with_rules(MARKDOWN, division=(PAGE,)))
    assert below(result, "front").startswith('<div type="titlepage"><head xml:id="T-1">')


def test_what_stands_between_the_parts_of_a_title_page_belongs_to_it() -> None:
    profile = with_rules(PROFILE, stated={"title": lines(1), "date": lines(9)})
    front = below(imported(TEXT, profile), "front")
    assert '<titlePart type="desc" xml:id="T-5">By Ann Smith</titlePart>' in front


def test_a_statement_that_is_not_there_is_said() -> None:
    profile = with_rules(MARKDOWN, stated={"author": lines(9), "title": Rule()})
    _, problems = outcome_of("Text.\n", profile)
    assert [problem.code for problem in problems] == ["SRC026", "SRC026"]


def test_metadata_of_markdown_go_to_the_header() -> None:
    text = (
        "---\ntitle: \"Two: a tale\"\nauthors:\n  - Ann Smith\n  - 'B. Jones'\ndate: 1901\n"
        "tags: [a]\neditor: [C, D]\nlicense: free\n---\n# Two\n\nText.\n"
    )
    result = imported(text)
    assert header(result, "t:titleStmt/t:title") == ["Two: a tale"]
    assert header(result, "t:titleStmt/t:author") == ["Ann Smith", "B. Jones"]
    assert header(result, "t:titleStmt/t:respStmt/t:name") == ["C", "D"]
    assert header(result, "t:sourceDesc/t:bibl/t:date") == ["1901"]
    assert header(result, "t:sourceDesc/t:bibl/t:note") == ["free"]
    assert isinstance(result.tree, etree._ElementTree)
