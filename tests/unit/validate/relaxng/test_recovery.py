"""One fault, one finding: how the reading goes on after a fault."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from recensio.validate.relaxng.schema import Schema
from tests.unit.validate.relaxng.cases import XSD, codes, schema_at, told

SCHEMA: Final = f"""<grammar {XSD}><start><element name="text"><ref name="head"/>
<element name="body"><oneOrMore><choice><ref name="p"/><ref name="list"/></choice></oneOrMore>
</element></element></start>
<define name="head"><element name="head"><element name="title"><text/></element>
<element name="date"><attribute name="when"><data type="gYear"/></attribute><text/></element>
<optional><element name="pages"><data type="integer"/></element></optional></element></define>
<define name="p"><element name="p"><optional><attribute name="rend"><choice><value>bold</value>
<value>italic</value></choice></attribute></optional><mixed><zeroOrMore><choice><ref name="name"/>
<ref name="list"/></choice></zeroOrMore></mixed></element></define>
<define name="name"><element name="name"><attribute name="ref"/><text/></element></define>
<define name="list"><element name="list"><oneOrMore><element name="entry"><text/></element>
</oneOrMore></element></define></grammar>"""
HEAD: Final = '<head><title>T</title><date when="1900">d</date></head>'


def _text(body: str, head: str = HEAD) -> str:
    return f"<text>{head}<body>{body}</body></text>"


FAULTS: Final = {
    "element that is unknown": (_text("<p>a</p><nothing><p/>b</nothing>"), "TEI003"),
    "element that is misspelt": (_text("<p>a <nme ref='b'>c</nme></p>"), "TEI003"),
    "element of another namespace": (_text('<p xmlns="urn:a">a <b>c</b></p><p/>'), "TEI003"),
    "element at the wrong place": (_text('<p>a</p><name ref="b">c</name>'), "TEI004"),
    "element twice": (_text("<p/>", HEAD + HEAD), "TEI004"),
    "attribute that is unknown": (_text('<p nothing="a">b</p>'), "TEI005"),
    "attribute that is misspelt": (_text('<p rnd="bold">b</p>'), "TEI005"),
    "value that is not listed": (_text('<p rend="blue">b</p>'), "TEI006"),
    "value of another type": (
        _text("<p/>", '<head><title/><date when="x">d</date></head>'), "TEI006"),
    "text between elements": (_text("<p/>a<p/>"), "TEI007"),
    "text with comments and references": (_text("<p/>a<!-- b -->c&#100;<?e?>f<p/>"), "TEI007"),
    "element missing at the beginning": (_text("<p/>", ""), "TEI008"),
    "element missing within": (_text("<p/>", '<head><date when="1900"/></head>'), "TEI008"),
    "element missing at the end": (_text("<p/>", "<head><title/></head>"), "TEI008"),
    "empty body": (_text(""), "TEI008"),
    "empty list": (_text("<p><list/></p>"), "TEI008"),
    "attribute missing": (_text("<p><name>a</name></p>"), "TEI009"),
    "content of another type": (
        _text("<p/>", '<head><title/><date when="1900"/><pages>ten</pages></head>'), "TEI010"),
    "content that is missing": (
        _text("<p/>", '<head><title/><date when="1900"/><pages/></head>'), "TEI010"),
    "root that is unknown": ("<nothing><p/></nothing>", "TEI001"),
    "root that is known elsewhere": ("<list><entry/></list>", "TEI001"),
}  # fmt: skip


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return schema_at(tmp_path_factory.mktemp("schema"), SCHEMA)


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_is_one_finding(schema: Schema, fault: str) -> None:
    document, code = FAULTS[fault]
    assert codes(schema, document) == [code]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<nothing/><p/><nothing/>", ["TEI003", "TEI003"]),
        ("<nothing/>a<p/>", ["TEI003", "TEI007"]),
        ("a<p/>b<p/>c", ["TEI007", "TEI007", "TEI007"]),
        ('<p a="" b=""/>', ["TEI005", "TEI005"]),
        ('<p rend="x"><name/><name/></p>', ["TEI006", "TEI009", "TEI009"]),
        ("<list/><list/>", ["TEI008", "TEI008"]),
        ("<list>a</list>", ["TEI007", "TEI008"]),
        ("<entry/><list/>", ["TEI004", "TEI008"]),
        ("<pp><nme ref=''/></pp>", ["TEI003", "TEI003"]),
    ],
)
def test_every_fault_is_found(schema: Schema, body: str, expected: list[str]) -> None:
    assert codes(schema, _text(body)) == expected


def test_faults_are_told_in_the_order_of_the_document(schema: Schema) -> None:
    document = _text("a<nothing/>b<p c='' rend='d'><name/></p><list/>")
    places = [finding.at.start for finding in told(schema, document)]
    assert places == sorted(places)


def test_findings_do_not_depend_on_what_was_read_before(schema: Schema, tmp_path: Path) -> None:
    """What the schema remembers, and forgets, is for speed only."""
    fresh = [told(schema_at(tmp_path, SCHEMA), document) for document, _ in FAULTS.values()]
    again = [told(schema, document) for document, _ in FAULTS.values()]
    assert again == fresh
    assert [told(schema, document) for document, _ in FAULTS.values()] == fresh


def test_forgetting_changes_nothing(schema: Schema, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [told(schema, document) for document, _ in FAULTS.values()]
    monkeypatch.setattr("recensio.validate.relaxng.schema.MEMORIES", 0)
    assert [told(schema, document) for document, _ in FAULTS.values()] == before


@pytest.mark.parametrize(
    ("content", "document"),
    [
        ("<notAllowed/>", "<r><e/></r>"),
        ('<group><attribute name="a"/><notAllowed/></group>', '<r><e a="">t</e></r>'),
    ],
)
def test_an_element_that_nothing_can_complete_is_one_finding(
    content: str, document: str, tmp_path: Path
) -> None:
    other = '<element name="other"><empty/></element>'
    choice = f'<optional><choice>{other}<element name="e">{content}</element></choice></optional>'
    schema = schema_at(tmp_path, f'<element name="r">{choice}</element>')
    (finding,) = told(schema, document)
    assert finding.code in ("TEI003", "TEI004")
    assert finding.expected == ("other",)
