"""The Schematron rules of the schema, and the compiler that runs them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from recensio.saxon import StylesheetError, run_stylesheet
from recensio.validate.odd import stylesheet_of
from tests.support import ROOT, Element

RULES = ROOT / "schema" / "recensio.sch"
GOOD = Path(__file__).parent / "schema" / "good.xml"
SCH = "http://purl.oclc.org/dsdl/schematron"
TEI = "http://www.tei-c.org/ns/1.0"


@cache
def own_rules() -> str:
    return stylesheet_of(RULES.read_bytes())


def findings(stylesheet: str, source: str) -> list[Element]:
    return list(etree.fromstring(run_stylesheet(stylesheet, source).output.encode()))


def broken(xml: str) -> Counter[str]:
    """The rules of the schema that a document with this body breaks, and how often."""
    document = f'<TEI xmlns="{TEI}" xml:lang="en"><text><body>{xml}</body></text></TEI>'
    return Counter(str(finding.get("id")) for finding in findings(own_rules(), document))


CASES = {
    "app-has-reading": ("<app/>", '<app><lem wit="#A">x</lem></app>'),
    "app-one-place-each": (
        '<app><lem wit="#A #B">x</lem><rdg wit="#A">y</rdg>'
        '<witDetail wit="#A">l. 1</witDetail></app>',
        '<app><lem wit="#A #B">x</lem><witDetail wit="#A">l. 1</witDetail><rdg wit="#A">y</rdg>'
        '<witDetail wit="#A">l. 2</witDetail></app>',
    ),
    "lem-not-silent": (
        '<app><lem type="silent" wit="#A"/></app>',
        '<app><lem wit="#A">x</lem></app>',
    ),
    "rdg-has-witness": (
        "<app><lem>x</lem><rdg>y</rdg></app>",
        '<app><lem>x</lem><rdg resp="#ed">y</rdg><rdg>z</rdg><wit>A B</wit></app>',
    ),
    "rdg-silent-is-empty": (
        '<app><rdg type="not-in-excerpt" wit="#A">x</rdg></app>',
        '<app><rdg type="not-in-excerpt" wit="#A"/></app>',
    ),
    "rdg-omission-is-empty": (
        '<app><rdg type="omission" wit="#A">x</rdg></app>',
        '<app><rdg type="omission" wit="#A"/></app>',
    ),
    "rdgGrp-has-readings": (
        '<app><rdgGrp><rdg wit="#A">x</rdg></rdgGrp></app>',
        '<app><rdgGrp><rdg wit="#A">x</rdg><rdg wit="#B">y</rdg></rdgGrp></app>',
    ),
    "date-is-normalised": ("<date>then</date>", "<bibl><date>1932</date></bibl>"),
    "date-forms-apart": (
        '<date when="1932" notAfter="1932-09">x</date>',
        '<date notBefore="1932-08" notAfter="1932-09">x</date>',
    ),
    "date-order": (
        '<date notBefore="1932-09-02" notAfter="1932-09-01">x</date>',
        '<date notBefore="1932-09-01" notAfter="1932-09-02">x</date>',
    ),
    "quantity-has-unit": (
        '<gap reason="lost" quantity="2"/>',
        '<gap reason="lost" quantity="2" unit="word"/>',
    ),
    "note-editorial-resp": (
        '<note type="editorial">x</note>',
        '<note type="editorial" resp="#ed">x</note>',
    ),
    "note-not-empty": ("<note> </note>", "<note>x</note>"),
    "ref-has-target": ("<ref>x</ref>", '<ref target="#a">x</ref>'),
    "sp-has-speaker": ("<sp><p>x</p></sp>", '<sp who="#a"><p>x</p></sp>'),
    "cit-has-both": (
        "<cit><quote>x</quote></cit>",
        "<cit><quote>x</quote><bibl>y</bibl></cit>",
    ),
    "subst-has-both": ("<subst><add>x</add></subst>", "<subst><del>x</del><add>y</add></subst>"),
    "figure-is-described": (
        '<figure><graphic url="a.png"/></figure>',
        '<figure><graphic url="a.png"/><figDesc>x</figDesc></figure>',
    ),
    "geo-two-numbers": ("<geo>Moscow</geo>", "<geo>55.75 37.62</geo>"),
    "relation-has-ends": ('<relation passive="#a"/>', '<relation active="#b" passive="#a"/>'),
    "entry-has-id": (
        "<standOff><listPerson><person/></listPerson></standOff>",
        '<standOff><listPerson><person xml:id="a"/></listPerson></standOff>',
    ),
    "anchor-has-id": ("<anchor/>", '<anchor xml:id="a"/>'),
    "idno-has-type": ("<idno>1</idno>", '<idno type="viaf">1</idno>'),
    "change-is-dated": ("<change>x</change>", '<change when="2026-11-22">x</change>'),
}


def test_two_states_of_a_witness_are_no_contradiction() -> None:
    states = '<rdg wit="#A" type="ante-correction">x</rdg><rdg wit="#A" hand="#h">y</rdg>'
    assert broken(f'<app><lem wit="#A">z</lem>{states}</app>') == {}


@pytest.mark.parametrize("rule", CASES)
def test_rule_speaks_when_broken_and_is_silent_when_kept(rule: str) -> None:
    faulty, mended = CASES[rule]
    assert set(broken(faulty)) == {rule}
    assert broken(mended) == {}


def test_language_is_asked_for() -> None:
    document = f'<TEI xmlns="{TEI}"><text/></TEI>'
    assert [f.get("id") for f in findings(own_rules(), document)] == ["TEI-language"]


def test_every_rule_has_a_case() -> None:
    patterns = {p.get("id") for p in etree.parse(RULES).iter(f"{{{SCH}}}pattern")}
    assert patterns == {*CASES, "TEI-language"}


def test_a_good_document_breaks_no_rule() -> None:
    assert findings(own_rules(), GOOD.read_text(encoding="utf-8").split("?>", 1)[1]) == []


def test_a_finding_says_what_where_and_how_grave() -> None:
    document = (
        f'<TEI xmlns="{TEI}" xml:lang="en"><text><body><p>x</p><p>'
        '<app><lem wit="#A">x</lem><rdg wit="#A">y</rdg></app></p></body></text></TEI>'
    )
    (finding,) = findings(own_rules(), document)
    assert dict(finding.attrib) == {
        "id": "app-one-place-each",
        "pattern": "app-one-place-each",
        "role": "warning",
        "location": "".join(
            f"/Q{{{TEI}}}{step}" for step in ("TEI[1]", "text[1]", "body[1]", "p[2]", "app[1]")
        ),
    }
    assert "".join(finding.itertext()) == (
        "The witness #A stands in two readings: give the place of each in a witDetail."
    )


def compiled(patterns: str, prologue: str = "") -> str:
    return stylesheet_of(f'<schema xmlns="{SCH}">{prologue}{patterns}</schema>'.encode())


def ids(patterns: str, source: str, prologue: str = "") -> list[str]:
    return [str(f.get("id")) for f in findings(compiled(patterns, prologue), source)]


def test_the_first_rule_of_a_pattern_hides_the_others_of_its_pattern_only() -> None:
    patterns = """
      <pattern><rule context="b[@n]"><report id="first" test="true()"/></rule>
        <rule context="b"><report id="second" test="true()"/></rule></pattern>
      <pattern><rule context="b"><report id="other" test="true()"/></rule></pattern>"""
    assert ids(patterns, '<a><b n="1"/><b/></a>') == ["first", "second", "other", "other"]


def test_rules_see_attributes_text_comments_and_the_document() -> None:
    patterns = """<pattern><rule context="/"><report id="document" test="true()"/></rule>
      <rule context="@n"><report id="attribute" test=". = '1'"/></rule>
      <rule context="text()"><assert id="text" test="false()"/></rule>
      <rule context="comment()"><assert id="comment" test="false()"/></rule></pattern>"""
    assert ids(patterns, '<a n="1">x<!--y--></a>') == ["document", "attribute", "text", "comment"]


def test_what_is_let_is_known_below() -> None:
    prologue = '<let name="all" value="count(//b)"/>'
    patterns = """
      <pattern><let name="limit" value="1"/>
        <rule context="b"><let name="twice" value="$limit * 2"/>
          <report id="r" test="$all gt $limit and $twice eq 2">
            <value-of select="$all"/> of <name/>, <emph>not <name path=".."/></emph></report>
        </rule></pattern>
      <pattern><let name="limit" value="9"/>
        <rule context="a"><report id="never" test="$all gt $limit"/></rule></pattern>"""
    (finding, _) = findings(compiled(patterns, prologue), "<a><b/><b/></a>")
    assert " ".join("".join(finding.itertext()).split()) == "2 of b, not a"


def test_role_and_subject_come_from_the_rule_unless_given() -> None:
    patterns = """<pattern><rule context="a" role="warning" subject="b[2]">
      <report id="r" test="true()"/><report id="s" role="info" subject="." test="true()"/>
      <report id="t" subject="missing" test="true()"/></rule></pattern>"""
    found = findings(compiled(patterns), "<a><b/><b/></a>")
    assert [(f.get("role"), f.get("location")) for f in found] == [
        ("warning", "/Q{}a[1]/Q{}b[2]"),
        ("info", "/Q{}a[1]"),
        ("warning", "/Q{}a[1]"),
    ]


def test_prefixes_functions_and_abstract_rules() -> None:
    prologue = """<ns prefix="x" uri="urn:x"/>
      <xsl:function name="x:even" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
        xmlns:x="urn:x"><xsl:param name="n"/><xsl:sequence select="$n mod 2 = 0"/></xsl:function>"""
    patterns = """<pattern><rule abstract="true" id="numbered">
        <assert id="even" test="x:even(number(@n))"/></rule>
      <rule context="x:b"><extends rule="numbered"/></rule></pattern>"""
    source = '<a xmlns="urn:x"><b n="1"/><b n="2"/></a>'
    assert ids(patterns, source, prologue) == ["even"]


@pytest.mark.parametrize(
    "patterns",
    [
        '<pattern abstract="true" id="p"/><pattern is-a="p"/>',
        '<pattern documents="other.xml"/>',
        '<pattern><rule context="a"><unknown/></rule></pattern>',
        '<pattern><include href="other.sch"/></pattern>',
        '<include href="other.sch"/>',
    ],
)
def test_what_the_compiler_does_not_know_is_refused(patterns: str) -> None:
    with pytest.raises(StylesheetError):
        compiled(patterns)


def test_a_rule_that_is_no_xpath_is_refused_when_it_is_run() -> None:
    stylesheet = compiled('<pattern><rule context="a["><assert test="1"/></rule></pattern>')
    with pytest.raises(StylesheetError):
        run_stylesheet(stylesheet, "<a/>")


def test_a_rule_reaches_no_network() -> None:
    asked = "string(doc('http://127.0.0.1:9/a.xml'))"
    stylesheet = compiled(f'<pattern><rule context="a"><report test="{asked}"/></rule></pattern>')
    with pytest.raises(StylesheetError, match="prohibited"):
        run_stylesheet(stylesheet, "<a/>")
