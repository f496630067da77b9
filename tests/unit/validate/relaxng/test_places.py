"""Where a fault stands in the file: lines, columns, and what a fix rewrites."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from recensio.tei.source import Source
from recensio.validate.relaxng.findings import Finding
from recensio.validate.relaxng.schema import Schema
from tests.unit.validate.relaxng.cases import XSD, schema_at, told

SCHEMA: Final = f"""<element name="r" {XSD}><mixed><zeroOrMore><choice>
<element name="person"><optional><attribute name="when"><data type="gYear"/></attribute></optional>
<optional><attribute name="role"><choice><value>author</value><value>printer</value></choice>
</attribute></optional><text/></element>
<element name="list"><oneOrMore><element name="entry"><text/></element></oneOrMore></element>
<element name="year"><data type="gYear"/></element>
</choice></zeroOrMore></mixed></element>"""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return schema_at(tmp_path_factory.mktemp("schema"), SCHEMA)


def _only(schema: Schema, document: str | bytes) -> Finding:
    (finding,) = told(schema, document)
    return finding


@pytest.mark.parametrize(
    "document",
    [
        "<r>▸<nothing/></r>",
        "<r>\n\n  ▸<nothing/></r>",
        "<r>\t\t▸<nothing/></r>",
        "<r>\r\n\r\n ▸<nothing/></r>",
        "<r>\r\r ▸<nothing/></r>",
        "<r>\n\r\n\r ▸<nothing/></r>",
        "<r>äß€𝔘é\u0301▸<nothing/></r>",
        "<r>ä\r\n€𝔘▸<nothing/></r>",
        "\ufeff<r>\n▸<nothing/></r>",
        "\ufeff<r>▸<nothing/></r>",
        '<?xml version="1.0"?>\n<!-- <nothing/>\n --><r><!-- > -->▸<nothing/></r>',
        "<r>" + "ä" * 200_000 + "▸<nothing/></r>",
        "<r><![CDATA[<nothing/>]]>▸<nothing/></r>",
        '<r><person ▸nothing="1"/></r>',
        '<r><person role="author"\n\t▸nothing="1"/></r>',
        "<r><person role='author>' ▸nothing=\"1\"/></r>".replace("author>", "author"),
        '<r><person\r\n ▸role = "nothing"/></r>',
        '<r><person ▸when="x"></person></r>',
        "<r><year>\n ▸x</year></r>",
        "<r><list> ▸x y <entry/></list></r>",
        "<r><list><entry/>\n<!-- a --> ▸x</list></r>",
        "<r>ä<list>\nä</list></r>".replace("\nä", "\n▸ä<entry/>"),
    ],
)
def test_place_of_a_fault(schema: Schema, document: str) -> None:
    before = document.partition("▸")[0].replace("\r\n", "\n").replace("\r", "\n")
    at = _only(schema, document.replace("▸", "")).at
    expected = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert (at.line, at.column) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "iso-8859-1"])
@pytest.mark.parametrize(
    ("body", "wrong", "right"),
    [
        ("é\r\n<persn>é</persn>", ["persn", "persn"], "person"),
        ("é<persn/>", ["persn"], "person"),
        ('é\n<person rolle="author">t</person>', ["rolle"], "role"),
        ('é\n\t<person when="1900" role="auther">é</person>', ["auther"], "author"),
        ("é<person when='1900' role =\r\n 'printr'/>", ["printr"], "printer"),
    ],
)
def test_a_fix_rewrites_exactly_what_is_wrong(
    schema: Schema, encoding: str, body: str, wrong: list[str], right: str, tmp_path: Path
) -> None:
    name = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16"}.get(encoding, encoding)
    document = f'<?xml version="1.0" encoding="{name}"?>\r\n<r>{body}</r>'.encode(encoding)
    path = tmp_path / "text.xml"
    path.write_bytes(document)
    text = Source.read(path).text
    finding = _only(schema, document)
    cut = [text[each.span.start : each.span.end] for each in finding.rewritings]
    assert cut == wrong
    assert {each.text for each in finding.rewritings} == {right}


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "x &gt; y > z",
        "<![CDATA[x]]>",
        "x <![CDATA[<y/>]]> z",
        "x<!-- <y/> -->y<?z?>z",
        "x\n> y",
        "é > 𝔘 &amp; é",
    ],
)
@pytest.mark.parametrize(
    "around", ["{}", "\n {}\n", "<!-- a > -->{} <!-- <b> -->", "<?a?> {} <?b?>"]
)
def test_all_of_a_text_is_its_place(schema: Schema, text: str, around: str) -> None:
    document = f"<r><list>{around.format(text)}<entry/></list></r>"
    at = _only(schema, document).at
    assert document[at.start : at.end] == text


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE r [<!ATTLIST person rolle CDATA "author">]><r><person/></r>',
        '<!DOCTYPE r [<!ATTLIST person role CDATA "auther">]><r><person/></r>',
        '<!DOCTYPE r [<!ENTITY p "<persn>t</persn>">]><r>&p;</r>',
        """<!DOCTYPE r [<!ENTITY p '<person rolle="author"/>'>]><r>&p;</r>""",
        """<!DOCTYPE r [<!ENTITY p '<person role="auther"/>'>]><r>&p;</r>""",
    ],
)
def test_what_no_tag_of_the_file_holds_is_not_rewritten(schema: Schema, document: str) -> None:
    finding = _only(schema, document)
    assert finding.rewritings == ()
    assert finding.at.line == 1


def test_an_attribute_is_told_from_its_namesake(tmp_path: Path) -> None:
    content = """<optional><attribute name="xml:id"/></optional><optional><attribute name="is"/>
    </optional><empty/>"""
    schema = schema_at(tmp_path, f'<element name="r">{content}</element>')
    assert _only(schema, '<r xml:id="a" id="b"/>').at.column == 15
    assert _only(schema, '<r x:is="a" is="b" xmlns:x="urn:x"/>').at.column == 4
    assert _only(schema, '<r xmlns:id="urn:a" id="b"/>').at.column == 21
