"""What documents declare of how they are cited, and the paths by which they do."""

from __future__ import annotations

import pytest

from recensio.publish.dts.paths import UnusablePath, path_of, value
from recensio.publish.dts.texts import Text
from tests.support import document_of, tei

BODY = (
    '<div type="edition"><div n="1"><head>H</head><div n="1"><p>a</p></div><div n="2"><p>b</p>'
    '</div></div><div n="2"><div n="1"><p>c</p></div></div></div>'
)


def refs(inside: str, body: str = BODY) -> list[list[str]]:
    header = f"<encodingDesc>{inside}</encodingDesc>"
    text = Text(document_of(tei(body, header)))
    return [[unit.identifier for unit in tree.units] for tree in text.trees]


@pytest.mark.parametrize(
    ("written", "evaluated"),
    [
        ("//body/div[@n='div']", "//tei:body/tei:div[@n='div']"),
        ("div div div", "tei:div div tei:div"),
        ("div[@n and head or p]", "tei:div[@n and tei:head or tei:p]"),
        ("div[position() mod 2 = 1]", "tei:div[position() mod 2 = 1]"),
        ("*[self::p|self::ab]", "*[self::tei:p|self::tei:ab]"),
        ("attribute::n", "attribute::n"),
        ("@xml:id", "@xml:id"),
        ("tei:div/text()", "tei:div/text()"),
        ("concat(@n, '-', head)", "concat(@n, '-', tei:head)"),
        (".//l[parent::div]", ".//tei:l[parent::tei:div]"),
    ],
)
def test_names_are_those_of_tei(written: str, evaluated: str) -> None:
    assert path_of(written).path == evaluated


@pytest.mark.parametrize("written", ["", "//[", "for $x in p return $x", "nothing:p", "doc('x')/p"])
def test_paths_that_cannot_be_used(written: str) -> None:
    root = document_of(tei()).tree.getroot()
    with pytest.raises(UnusablePath):
        value(written, root, 1)


def test_patterns_of_canonical_text_services() -> None:
    patterns = (
        '<refsDecl n="CTS"><cRefPattern n="section" matchPattern="(.+).(.+)" replacementPattern='
        "\"#xpath(/tei:TEI/tei:text/tei:body/tei:div/tei:div[@n='$1']/tei:div[@n='$2'])\"/>"
        '<cRefPattern n="book" matchPattern="(\\w+)" replacementPattern='
        "\"#xpath(/tei:TEI/tei:text/tei:body/tei:div/tei:div[@n='$1'])\"/></refsDecl>"
    )
    assert refs(patterns) == [["1", "1.1", "1.2", "2", "2.1"]]
    text = Text(document_of(tei(BODY, f"<encodingDesc>{patterns}</encodingDesc>")))
    assert [unit.kind for unit in text.trees[0].units[:2]] == ["book", "section"]


def test_what_cannot_be_used_is_passed_over() -> None:
    broken = '<refsDecl><citeStructure unit="x" match="//[" use="@n"/></refsDecl>'
    empty = '<refsDecl><citeStructure unit="x" match="//lg" use="@n"/></refsDecl>'
    good = '<refsDecl n="a"><citeStructure unit="x" match="//body/div/div" use="@n"/></refsDecl>'
    assert refs(broken + empty + good) == [["1", "2"]]
    (default,) = refs(broken)
    assert default[0] == "div1"


def test_the_default_scheme_comes_first_and_has_no_name() -> None:
    one = '<refsDecl n="a"><citeStructure unit="x" match="//body/div/div" use="@n"/></refsDecl>'
    two = (
        '<refsDecl n="b" default="true">'
        '<citeStructure unit="y" match="//body//p" use="."/></refsDecl>'
    )
    text = Text(document_of(tei(BODY, f"<encodingDesc>{one}{two}</encodingDesc>")))
    assert [tree.identifier for tree in text.trees] == ["", "a"]
    assert [unit.identifier for unit in text.trees[0].units] == ["a", "b", "c"]


def test_identifiers_are_unique() -> None:
    same = '<refsDecl><citeStructure unit="x" match="//div[p]" use="\'n\'"/></refsDecl>'
    assert refs(same) == [["n", "n-2", "n-3"]]
    unnamed = '<refsDecl><citeStructure unit="x" match="//div" use="@n"/></refsDecl>'
    assert refs(unnamed) == [["1", "1-2", "2", "2-2", "1-3"]]
