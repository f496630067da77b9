"""The Schematron rules of our schema, each broken and kept.

The processor that runs them is tested in tests/unit/validate/schematron/.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from recensio.saxon import run_text
from recensio.validate.schematron import rules_in
from recensio.validate.schematron.stylesheet import stylesheet_of
from tests.support import ROOT, Element

RULES = ROOT / "schema" / "recensio.sch"
GOOD = Path(__file__).parent / "schema" / "good.xml"
SCH = "http://purl.oclc.org/dsdl/schematron"
TEI = "http://www.tei-c.org/ns/1.0"


@cache
def own_rules() -> str:
    rules = rules_in(RULES)
    assert rules is not None
    assert not rules.problems
    stylesheet = stylesheet_of(rules)
    assert not stylesheet.problems
    return stylesheet.text


def findings(source: str) -> list[Element]:
    """What our rules say of a document."""
    return list(etree.fromstring(run_text(own_rules(), source).output.encode()))


def broken(xml: str) -> Counter[str]:
    """The rules of the schema that a document with this body breaks, and how often."""
    document = f'<TEI xmlns="{TEI}" xml:lang="en"><text><body>{xml}</body></text></TEI>'
    return Counter(str(finding.get("rule")) for finding in findings(document))


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
    assert [f.get("rule") for f in findings(document)] == ["TEI-language"]


def test_every_rule_has_a_case() -> None:
    patterns = {p.get("id") for p in etree.parse(RULES).iter(f"{{{SCH}}}pattern")}
    assert patterns == {*CASES, "TEI-language"}


def test_a_good_document_breaks_no_rule() -> None:
    assert findings(GOOD.read_text(encoding="utf-8").split("?>", 1)[1]) == []


def test_a_finding_says_what_where_and_how_grave() -> None:
    document = (
        f'<TEI xmlns="{TEI}" xml:lang="en"><text><body><p>x</p><p>'
        '<app><lem wit="#A">x</lem><rdg wit="#A">y</rdg></app></p></body></text></TEI>'
    )
    (finding,) = findings(document)
    assert finding.get("rule") == "app-one-place-each"
    assert finding.get("role") == "warning"
    assert finding.get("location") == "6"  # The elements before it are TEI, text, body, p and p.
    assert str(finding.get("at")).startswith(f"{RULES}:")
    assert "".join(finding.itertext()) == (
        "The witness #A stands in two readings: give the place of each in a witDetail."
    )
