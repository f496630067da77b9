"""Cases on which random schemas parted this engine and jing, each reduced to what parts them.

Where jing is the one that errs, `differs` says in what. The random schemas are those of
tests/property/test_relaxng_against_jing.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.validate.relaxng.cases import MARK, XSD, Incorrect, codes, each, schema_at

# An element that no start reaches, with a grammar in it of which something is reached by nothing.
UNREACHED = (
    '<grammar><start><element name="a"><empty/></element></start><define name="b">'
    '<element name="b"><grammar><start><empty/></start><define name="c">{}</define></grammar>'
    "</element></define></grammar>"
)
RECURRING = "jing looks at an element once only, so not within itself"

INCORRECT = (
    Incorrect(
        "reference to nothing, out of reach twice over",
        "4.18",
        UNREACHED.format(f'{MARK}<ref name="missing"/>'),
    ),
    Incorrect(
        "unknown datatype, out of reach twice over",
        "4.16",
        UNREACHED.format(
            f'<data type="string"><except>{MARK}<data type="NMTOKENS"/></except></data>'
        ),
    ),
    Incorrect(
        "name class that excepts itself, out of reach twice over",
        "4.16",
        UNREACHED.format(
            f"<element><anyName><except>{MARK}<anyName/></except></anyName><empty/></element>"
        ),
    ),
    Incorrect(
        "unknown datatype in a file, out of reach",
        "4.16",
        '<grammar><start><element name="a"><empty/></element></start><define name="b">'
        '<element name="b"><externalRef href="other.rng"/></element></define></grammar>',
        {
            "other.rng": '<grammar><start><element name="c"><text/></element></start>'
            f'<define name="d">{MARK}<data type="integer"/></define></grammar>'
        },
    ),
    Incorrect(
        "element in its own attribute",
        "7.1.1",
        f'<grammar><start><ref name="a"/></start><define name="a">{MARK}<element name="a">'
        '<attribute name="b"><ref name="a"/></attribute></element></define></grammar>',
        differs=RECURRING,
    ),
    Incorrect(
        "element in its own list",
        "7.1.3",
        f'<grammar><start><ref name="a"/></start><define name="a">{MARK}<element name="a">'
        '<list><ref name="a"/></list></element></define></grammar>',
        differs=RECURRING,
    ),
    Incorrect(
        "element in what its own content excepts",
        "7.1.4",
        f'<grammar {XSD}><start><ref name="a"/></start><define name="a">{MARK}<element name="a">'
        '<data type="QName"><except><ref name="a"/></except></data></element></define></grammar>',
        differs=RECURRING,
    ),
)


@each(INCORRECT)
def test_a_schema_is_refused(case: Incorrect, tmp_path: Path) -> None:
    case.hold(tmp_path)


@pytest.mark.parametrize(
    "elsewhere",
    [
        '<attribute name="e"><choice><data type="ID"/><value>x y</value></choice></attribute>',
        '<attribute name="e"><list><data type="IDREF"/></list></attribute>',
        '<element name="e"><data type="ID"/></element>',
    ],
)
def test_identifiers_are_not_checked_where_they_stand_elsewhere(
    elsewhere: str, tmp_path: Path
) -> None:
    """A type of identifiers must be the whole value of an attribute (DTD compatibility, 5)."""
    reference = '<attribute name="d"><data type="IDREF"/></attribute>'
    pointing = f'<element name="a" {XSD}>{reference}{{}}</element>'
    sound = schema_at(tmp_path, pointing.format("<empty/>"))
    assert codes(sound, '<a d="x"/>') == ["TEI012"]
    optional = f"<optional>{elsewhere}</optional>"
    assert codes(schema_at(tmp_path, pointing.format(optional)), '<a d="x"/>') == []
