"""Schemas of several files (RELAX NG, sections 4.5 to 4.7)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.unit.validate.relaxng.cases import XSD, Correct, Incorrect, each

A: Final = '<element name="a"><empty/></element>'
B: Final = '<grammar><start><element name="b"><ref name="c"/></element></start>{}</grammar>'
C: Final = '<define name="c"><element name="c"><empty/></element></define>'
ABSENT: Final = "jing ends where a file is not there"


def _refers(name: str, section: str, pattern: str, differs: str = "", **files: str) -> Incorrect:
    schema = f'<element name="a">\n  {pattern}\n</element>'
    return Incorrect(name, section, schema, _named(files), differs)


def _includes(name: str, section: str, include: str, differs: str = "", **files: str) -> Incorrect:
    schema = f"<grammar><start combine='choice'>{A}</start>\n{include}\n</grammar>"
    return Incorrect(name, section, schema, {"b.rng": B.format(C), **_named(files)}, differs)


def _named(files: dict[str, str]) -> dict[str, str]:
    return {f"{name}.rng": text for name, text in files.items()}


INCORRECT: Final = (
    _refers("address with a fragment", "4.5", '▸<externalRef href="b.rng#c"/>', b=A),
    _refers("address with an empty fragment", "4.5", '▸<externalRef href="b.rng#"/>', b=A),
    _includes("include with a fragment", "4.5", '▸<include href="b.rng#c"/>'),
    _refers("file that is not there", "4.5", '▸<externalRef href="c.rng"/>', ABSENT),
    _refers("folder for a file", "4.5", '▸<externalRef href="."/>', ABSENT),
    _includes("include of a file that is not there", "4.5", '▸<include href="c.rng"/>', ABSENT),
    _refers("address in the network", "4.5",
            '▸<externalRef href="http://localhost:9/b.rng"/>', "jing would fetch it"),
    _refers("base in the network", "4.5",
            '▸<externalRef href="b.rng" xml:base="http://localhost:9/"/>', "jing would fetch it",
            b=A),
    _refers("file that refers to itself", "4.6", '<externalRef href="b.rng"/>',
            b='<element name="b">\n▸<externalRef href="b.rng"/></element>'),
    Incorrect("schema that refers to itself", "4.6",
              '<element name="a">\n▸<externalRef href="schema.rng"/></element>',
              differs="the schema has another name for jing"),
    Incorrect("schema that refers to itself by an empty address", "4.6",
              '<element name="a">\n▸<externalRef href=""/></element>'),
    _refers("two files that refer to each other", "4.6", '<externalRef href="b.rng"/>',
            b='<element name="b"><externalRef href="c.rng"/></element>',
            c='<element name="c">\n▸<externalRef href="b.rng"/></element>'),
    _refers("file that refers to itself where nothing refers", "4.6",
            '<externalRef href="b.rng"/>',
            b=f'<grammar><start>{A}</start><define name="d">\n▸<externalRef href="b.rng"/></define>'
            "</grammar>"),
    _refers("file with a fault", "4.16", '<externalRef href="b.rng"/>',
            b='<element name="b">\n  ▸<data type="none"/></element>'),
    _refers("file with a fault of syntax", "3", '<externalRef href="b.rng"/>',
            b='<element name="b">\n  ▸<none/></element>'),
    _refers("file that is no pattern", "3", '<externalRef href="b.rng"/>',
            b="▸<start><text/></start>"),
    _refers("file that is not well-formed", "3", '<externalRef href="b.rng"/>', b="<element>▸"),
    _includes("include of what is no grammar", "4.7", '<include href="d.rng"/>', d=f"▸{A}"),
    _includes("include of itself", "4.7", '<include href="d.rng"/>',
              d='<grammar>\n▸<include href="d.rng"/></grammar>'),
    _includes("include in a circle", "4.7", '<include href="d.rng"/>',
              d='<grammar><div><include href="e.rng"/></div></grammar>',
              e='<grammar>\n▸<include href="d.rng"/></grammar>'),
    Incorrect("include of the schema itself", "4.7",
              '<grammar>\n▸<include href="schema.rng"/></grammar>',
              differs="the schema has another name for jing"),
    _includes("override of what is not defined", "4.7",
              '<include href="b.rng">\n▸<define name="d"><text/></define></include>'),
    _includes("override in a div of what is not defined", "4.7",
              '<include href="b.rng"><div><div>\n▸<define name="d"><text/></define></div></div>'
              "</include>"),
    _includes("override of a start that is not there", "4.7",
              f'<include href="d.rng">\n▸<start>{A}</start></include>',
              d=f"<grammar>{C}</grammar>"),
    _includes("override of what only the including grammar defines", "4.7",
              '<define name="d"><text/></define><include href="b.rng">\n'
              '▸<define name="d"><text/></define></include>'),
    _includes("start of both without combine", "4.17",
              f'<include href="b.rng"/>▸<start>{A}</start>', differs=""),
    _includes("include without a definition that it needs", "4.18", '<include href="d.rng"/>',
              d='<grammar><start combine="choice"><element name="d">\n▸<ref name="d"/></element>'
              "</start></grammar>"),
)  # fmt: skip

CORRECT: Final = (
    Correct("external pattern",
            '<element name="a"><externalRef href="b.rng"/></element>',
            ("<a><b/></a>",), ("<a/>",), {"b.rng": '<element name="b"><empty/></element>'}),
    Correct("external pattern twice",
            '<element name="a"><externalRef href="b.rng"/><externalRef href="b.rng"/></element>',
            ("<a><b/><b/></a>",), ("<a><b/></a>",),
            {"b.rng": '<element name="b"><empty/></element>'}),
    Correct("addresses start from the file that they stand in",
            '<element name="a"><externalRef href="one/b.rng"/></element>',
            ("<a><b><c/></b></a>",), ("<a><b/></a>",),
            {"one/b.rng": '<element name="b"><externalRef href="two/c.rng"/></element>',
             "one/two/c.rng": '<element name="c"><empty/></element>'}),
    Correct("addresses start from xml:base",
            """<element name="a" xml:base="one/"><group xml:base="two/other.xml"><externalRef
            href="c.rng"/></group></element>""",
            ("<a><c/></a>",), ("<a/>",), {"one/two/c.rng": '<element name="c"><empty/></element>'}),
    Correct("address with escapes",
            '<element name="a"><externalRef href="b%20%C3%A4.rng"/></element>',
            ("<a><b/></a>",), ("<a/>",), {"b ä.rng": '<element name="b"><empty/></element>'}),
    Correct("address that is not ASCII",
            '<element name="a"><externalRef href="bä.rng"/></element>',
            ("<a><b/></a>",), ("<a/>",), {"bä.rng": '<element name="b"><empty/></element>'}),
    Correct("ns of the reference goes over to the file",
            """<element name="a"><externalRef href="b.rng" ns="urn:b"/><element name="c"
            ns="urn:c"><externalRef href="b.rng"/></element></element>""",
            ('<a><b xmlns="urn:b"/><c xmlns="urn:c"><b/></c></a>',),
            ('<a><b/><c xmlns="urn:c"><b/></c></a>',),
            {"b.rng": '<element name="b"><empty/></element>'}),
    Correct("ns of the reference does not go over where the file says",
            '<element name="a"><externalRef href="b.rng" ns="urn:b"/></element>',
            ('<a><b xmlns="urn:c"/></a>',), ('<a><b xmlns="urn:b"/></a>', "<a><b/></a>"),
            {"b.rng": '<element name="b" ns="urn:c"><empty/></element>'}),
    Correct("datatype library does not go over",
            f'<element name="a" {XSD}><externalRef href="b.rng"/></element>',
            ("<a><b>x</b></a>",), ("<a/>",),
            {"b.rng": '<element name="b"><data type="token"/></element>'}),
    Correct("prefixes do not go over",
            '<element name="p:a" xmlns:p="urn:a"><externalRef href="b.rng"/></element>',
            ('<a xmlns="urn:a"><b xmlns="urn:b"/></a>',), ('<a xmlns="urn:a"><b/></a>',),
            {"b.rng": '<element name="p:b" xmlns:p="urn:b"><empty/></element>'}),
    Correct("external pattern refers to the grammar around it",
            f'<grammar><start><element name="a"><externalRef href="b.rng"/></element></start>{C}'
            "</grammar>",
            ("<a><b><c/></b></a>",), ("<a><b/></a>",),
            {"b.rng": '<element name="b"><ref name="c"/></element>'}),
    Correct("external grammar refers to the one around it",
            f'<grammar><start><element name="a"><externalRef href="b.rng"/></element></start>{C}'
            "</grammar>",
            ("<a><b><c/></b></a>",), ("<a><b/></a>",),
            {"b.rng": '<grammar><start><element name="b"><parentRef name="c"/></element></start>'
             "</grammar>"}),
    Correct("include", '<grammar><include href="b.rng"/></grammar>',
            ("<b><c/></b>",), ("<b/>", "<c/>"), {"b.rng": B.format(C)}),
    Correct("include with another definition",
            '<grammar><include href="b.rng"><define name="c"><text/></define></include></grammar>',
            ("<b>t</b>",), ("<b><c/></b>",), {"b.rng": B.format(C)}),
    Correct("include with another definition in a div, of one in a div",
            """<grammar><include href="b.rng"><div><define name="c"><text/></define></div></include>
            </grammar>""",
            ("<b>t</b>",), ("<b><c/></b>",), {"b.rng": B.format(f"<div><div>{C}</div></div>")}),
    Correct("include with another start",
            f'<grammar><include href="b.rng"><start>{A}</start></include></grammar>',
            ("<a/>",), ("<b><c/></b>",), {"b.rng": B.format(C)}),
    Correct("all definitions of a name give way",
            """<grammar><include href="b.rng"><define name="c"><text/></define></include></grammar>
            """,
            ("<b>t</b>",), ("<b><c/></b>", "<b><d/></b>"),
            {"b.rng": B.format(
                C.replace('"c">', '"c" combine="choice">', 1) + C.replace('element name="c"',
                                                                          'element name="d"'))}),
    Correct("override through an include in the included file",
            '<grammar><include href="d.rng"><define name="c"><text/></define></include></grammar>',
            ("<b>t</b>",), ("<b><c/></b>",),
            {"b.rng": B.format(C), "d.rng": '<grammar><include href="b.rng"/></grammar>'}),
    Correct("override of an override",
            """<grammar><include href="d.rng"><define name="c"><value>1</value></define></include>
            </grammar>""",
            ("<b>1</b>",), ("<b>2</b>", "<b><c/></b>"),
            {"b.rng": B.format(C), "d.rng": """<grammar><include href="b.rng"><define name="c">
            <value>2</value></define></include></grammar>"""}),
    Correct("what is included is combined with what is there",
            """<grammar><include href="b.rng"/><define name="c" combine="choice"><text/></define>
            </grammar>""",
            ("<b>t</b>", "<b><c/></b>"), ("<b><d/></b>",), {"b.rng": B.format(C)}),
    Correct("override that is combined with what is there",
            """<grammar><include href="b.rng"><define name="c"><value>1</value></define></include>
            <define name="c" combine="choice"><value>2</value></define></grammar>""",
            ("<b>1</b>", "<b>2</b>"), ("<b><c/></b>",), {"b.rng": B.format(C)}),
    Correct("the same file included twice with other definitions",
            """<grammar><start combine="choice"><grammar><include href="b.rng"/></grammar></start>
            <start combine="choice"><grammar><include href="b.rng"><define name="c"><text/></define>
            </include></grammar></start></grammar>""",
            ("<b>t</b>", "<b><c/></b>"), ("<b><d/></b>",), {"b.rng": B.format(C)}),
    Correct("ns of the include goes over",
            '<grammar ns="urn:a"><include href="b.rng"/><div><include href="d.rng" ns="urn:d"/>'
            "</div></grammar>",
            ('<b xmlns="urn:a"><c xmlns="urn:d"/></b>',), ('<b xmlns="urn:a"><c/></b>',),
            {"b.rng": B.format(""), "d.rng": f"<grammar>{C}</grammar>"}),
    Correct("ns of the include is that of the definitions in it",
            """<grammar><include href="b.rng" ns="urn:b"><define name="c"><element name="e"><empty/>
            </element></define></include></grammar>""",
            ('<b xmlns="urn:b"><e/></b>',), ('<b xmlns="urn:b"><e xmlns=""/></b>',),
            {"b.rng": B.format(C)}),
    Correct("datatype library of the include is that of the definitions in it only",
            f"""<grammar><include href="b.rng" {XSD}><define name="c"><data type="integer"/>
            </define></include></grammar>""",
            ("<b>1</b>",), ("<b>x</b>",),
            {"b.rng": B.format(C + '<define name="d"><data type="token"/></define>')}),
    Correct("needless definition in what gives way is looked at no more",
            f'<grammar><include href="b.rng"><start>{A}</start></include></grammar>',
            ("<a/>",), ("<b/>",),
            {"b.rng": '<grammar><start><ref name="none"/></start></grammar>'},
            "jing looks for the definitions before the override"),
    Correct("include of a file that says nothing",
            f'<grammar><start>{A}</start><include href="b.rng"/></grammar>',
            ("<a/>",), ("<b/>",), {"b.rng": "<grammar/>"}),
)  # fmt: skip


@each(INCORRECT)
def test_files_that_cannot_be_used(case: Incorrect, tmp_path: Path) -> None:
    case.hold(tmp_path)


@each(CORRECT)
def test_schemas_of_several_files(case: Correct, tmp_path: Path) -> None:
    case.hold(tmp_path)
