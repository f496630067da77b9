"""Identifiers and pointers to them (RELAX NG DTD Compatibility, section 5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.validate.relaxng.cases import XSD, codes, schema_at, told

ID = '<attribute name="id"><data type="ID"/></attribute>'
IDREF = '<optional><attribute name="ref"><data type="IDREF"/></attribute></optional>'
IDREFS = '<optional><attribute name="refs"><data type="IDREFS"/></attribute></optional>'
ELEMENTS = (
    f'<element name="r" {XSD}><zeroOrMore><element name="e"><optional>{ID}</optional>{IDREF}'
    f"{IDREFS}<optional><attribute name='n'/></optional></element></zeroOrMore></element>"
)
OTHER = '<element name="f"><attribute name="id"><data type="ID"/></attribute><empty/></element>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<e id="a"/><e id="b"/>', []),
        ('<e id="a"/><e id="a"/>', ["TEI011"]),
        ('<e id="a"/><e id=" a "/><e id="a"/>', ["TEI011", "TEI011"]),
        ('<e id="a"/><e id="A"/>', []),
        ('<e id="a" n="a"/><e n="a"/>', []),
        ('<e id="a"/><e ref="a"/>', []),
        ('<e ref="a"/><e id="a"/>', []),
        ('<e id="a" ref="a"/>', []),
        ('<e ref=" a "/><e id="a"/>', []),
        ('<e ref="a"/>', ["TEI012"]),
        ('<e ref="a"/><e id="b"/><e ref="a"/>', ["TEI012", "TEI012"]),
        ('<e refs="a b"/><e id="a"/><e id="b"/>', []),
        ('<e refs="a b"/><e id="a"/>', ["TEI012"]),
        ('<e refs="a b"/>', ["TEI012", "TEI012"]),
        ('<e refs="a\n a"/><e id="a"/>', []),
        ('<e n="a"/><e ref="a"/>', ["TEI012"]),
        ('<e id="1"/>', ["TEI006"]),
        ('<e id="1"/><e id="1"/>', ["TEI006", "TEI006"]),
        ('<e refs=""/>', ["TEI006"]),
    ],
)
def test_identifiers_of_a_document(content: str, expected: list[str], tmp_path: Path) -> None:
    assert codes(schema_at(tmp_path, ELEMENTS), f"<r>{content}</r>") == expected


def test_places_of_identifiers(tmp_path: Path) -> None:
    schema = schema_at(tmp_path, ELEMENTS)
    document = '<r>\n<e id="a"/>\n<e n="" id="a"\n refs="a b"/></r>'
    assert [(f.code, f.at.line, f.at.column) for f in told(schema, document)] == [
        ("TEI011", 3, 9),
        ("TEI012", 4, 2),
    ]


def test_documents_do_not_share_identifiers(tmp_path: Path) -> None:
    schema = schema_at(tmp_path, ELEMENTS)
    assert codes(schema, '<r><e id="a"/></r>') == []
    assert codes(schema, '<r><e id="a"/><e ref="b"/></r>') == ["TEI012"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("of another type elsewhere", '<element name="f"><attribute name="id"/><empty/></element>'),
        ("pointer elsewhere", OTHER.replace('"ID"', '"IDREF"')),
        ("any name elsewhere", '<element name="f"><oneOrMore><attribute><anyName/></attribute>'
         "</oneOrMore></element>"),
        ("wildcard of elements elsewhere", '<element><anyName/><attribute name="id"/></element>'),
    ],
)  # fmt: skip
def test_identifiers_that_are_not_sound_are_not_checked(
    name: str, content: str, tmp_path: Path
) -> None:
    choices = f"<choice>{OTHER}<element name='g'>{content}</element></choice>"
    schema = schema_at(
        tmp_path, f'<element name="r" {XSD}><zeroOrMore>{choices}</zeroOrMore></element>'
    )
    assert not schema.checks_identifiers, name
    assert codes(schema, '<r><f id="a"/><f id="a"/></r>') == []


@pytest.mark.parametrize(
    "schema",
    [
        f'<element {XSD}><anyName/><attribute name="id"><data type="ID"/></attribute></element>',
        f'<element name="r" {XSD}><zeroOrMore><attribute><nsName ns=""/><data type="ID"/>'
        "</attribute></zeroOrMore></element>",
    ],
)
def test_identifiers_of_any_name_are_not_sound(schema: str, tmp_path: Path) -> None:
    assert not schema_at(tmp_path, schema).checks_identifiers


def test_the_same_identifier_in_two_contents_is_sound(tmp_path: Path) -> None:
    other = OTHER.replace("<empty/>", "<text/>")
    twice = f"<choice>{OTHER}<element name='g'>{other}</element></choice>"
    schema = schema_at(
        tmp_path, f'<element name="r" {XSD}><zeroOrMore>{twice}</zeroOrMore></element>'
    )
    assert schema.checks_identifiers
    assert codes(schema, '<r><f id="a"/><g><f id="a">t</f></g></r>') == ["TEI011"]
