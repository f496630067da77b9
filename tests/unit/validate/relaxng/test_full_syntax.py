"""What a schema may be made of (RELAX NG, section 3)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.unit.validate.relaxng.cases import XSD, Correct, Incorrect, each

START: Final = '<start><element name="a"><empty/></element></start>'
OWN: Final = "urn:annotations"


OTHERS: Final = dict.fromkeys(("b.rng", "c.rng", "x.rng"), f"<grammar>{START}</grammar>")


def _wrong(name: str, schema: str) -> Incorrect:
    return Incorrect(name, "3", schema, OTHERS)


def _within(name: str, pattern: str) -> Incorrect:
    """A pattern that must not be so, within an element."""
    return _wrong(name, f'<element name="a">\n  {pattern}\n</element>')


def _in_grammar(name: str, components: str) -> Incorrect:
    return _wrong(name, f"<grammar>\n{START}\n{components}\n</grammar>")


PATTERN_HOLDERS: Final = (
    "group",
    "interleave",
    "choice",
    "optional",
    "zeroOrMore",
    "oneOrMore",
    "list",
    "mixed",
)
LEAVES: Final = {
    "text": "<text>{}</text>",
    "empty": "<empty>{}</empty>",
    "notAllowed": "<notAllowed>{}</notAllowed>",
    "ref": '<ref name="x">{}</ref>',
    "parentRef": '<parentRef name="x">{}</parentRef>',
    "externalRef": '<externalRef href="x.rng">{}</externalRef>',
    "value": "<value>{}</value>",
}
REQUIRED: Final = {
    "ref": "<ref/>",
    "parentRef": "<parentRef/>",
    "data": "<data/>",
    "param": f'<data {XSD} type="string">▸<param>1</param></data>',
    "externalRef": "<externalRef/>",
}

CHILDREN: Final = (
    _within("element that RELAX NG does not have", "▸<sequence><text/></sequence>"),
    _within("start within a pattern", "▸<start><text/></start>"),
    _within("define within a pattern", '▸<define name="b"><text/></define>'),
    _within("include within a pattern", '▸<include href="b.rng"/>'),
    _within("div within a pattern", "▸<div><text/></div>"),
    _within("param within an element", '▸<param name="length">1</param>'),
    _within("except within an element", "▸<except><text/></except>"),
    _within("name after the first child", "<text/>▸<name>b</name>"),
    _within("name class beside the attribute name", "▸<anyName/>"),
    *(
        _within(f"{leaf} with a pattern in it", tag.format("▸<text/>"))
        for leaf, tag in LEAVES.items()
        if leaf != "value"
    ),
    *(_within(f"empty {holder}", f"▸<{holder}/>") for holder in PATTERN_HOLDERS),
    *(
        _within(f"{holder} of a comment", f"▸<{holder}><!-- x --></{holder}>")
        for holder in ("group", "list")
    ),
    _wrong("element without name", "▸<element/>"),
    _wrong("element without a name class", "▸<element><text/></element>"),
    _wrong("element without pattern", '▸<element name="a"/>'),
    _wrong("element with a name class and no pattern", "▸<element><name>a</name></element>"),
    _within("attribute without name", "▸<attribute/>"),
    _within("attribute whose name class is a pattern", "<attribute>▸<text/></attribute>"),
    _within("attribute with two patterns", '▸<attribute name="b"><text/><text/></attribute>'),
    _within(
        "attribute with a name class and two patterns",
        "▸<attribute><name>b</name><text/><text/></attribute>",
    ),
    _within(
        "anyName with two excepts",
        "<attribute>▸<anyName><except><name>a</name></except>"
        "<except><name>b</name></except></anyName></attribute>",
    ),
    _within(
        "nsName with a name in it", '<attribute><nsName ns="">▸<name>a</name></nsName></attribute>'
    ),
    _within("empty except", "<attribute><anyName>▸<except/></anyName></attribute>"),
    _within("empty choice of names", "<attribute>▸<choice/></attribute>"),
    _within(
        "pattern in a choice of names",
        "<attribute><choice><name>b</name>▸<text/></choice></attribute>",
    ),
    _within(
        "pattern in the except of a name class",
        "<attribute><anyName><except>▸<text/></except></anyName></attribute>",
    ),
    _within(
        "group in the except of a name class",
        "<attribute><anyName><except>▸<group><name>b</name></group></except></anyName></attribute>",
    ),
    _within(
        "name class in the except of data",
        '<data type="string"><except>▸<name>b</name></except></data>',
    ),
    _within(
        "except of data before a param",
        f'▸<data {XSD} type="string"><except><value>b</value></except>'
        '<param name="length">1</param></data>',
    ),
    _within(
        "data with two excepts",
        '▸<data type="string"><except><value>b</value></except>'
        "<except><value>c</value></except></data>",
    ),
    _within("pattern within data", '<data type="string">▸<text/></data>'),
    _within("empty except of data", '<data type="string">▸<except/></data>'),
    _in_grammar("pattern within a grammar", "▸<text/>"),
    _in_grammar("name class within a grammar", "▸<name>b</name>"),
    _in_grammar(
        "start with two patterns", '▸<start combine="choice"><notAllowed/><notAllowed/></start>'
    ),
    _in_grammar("empty start", '▸<start combine="choice"/>'),
    _in_grammar("empty define", '▸<define name="b"/>'),
    _in_grammar("grammar straight in a grammar", f"▸<grammar>{START}</grammar>"),
    _in_grammar("pattern within a div", "<div>▸<text/></div>"),
    _in_grammar("pattern within an include", '<include href="b.rng">▸<text/></include>'),
    _in_grammar(
        "include within an include", '<include href="b.rng">▸<include href="c.rng"/></include>'
    ),
    _in_grammar(
        "include within a div of an include",
        '<include href="b.rng"><div>▸<include href="c.rng"/></div></include>',
    ),
    _in_grammar(
        "include within two divs of an include",
        '<include href="b.rng"><div><div>▸<include href="c.rng"/></div></div></include>',
    ),
)

ATTRIBUTES: Final = (
    *(
        _within(f"{name} without its attribute", tag if "▸" in tag else f"▸{tag}")
        for name, tag in REQUIRED.items()
    ),
    _in_grammar("define without name", "▸<define><text/></define>"),
    _in_grammar("include without address", "▸<include/>"),
    _in_grammar("start with a name", '▸<start name="b" combine="choice"><text/></start>'),
    _in_grammar("combine that is nothing", '▸<define name="b" combine="group"><text/></define>'),
    _in_grammar("empty combine", '▸<define name="b" combine=""><text/></define>'),
    _in_grammar("combine of a div", '▸<div combine="choice"/>'),
    _within("element with an attribute of its own", '▸<text occurs="2"/>'),
    _within("name on a group", '▸<group name="g"><text/></group>'),
    _within("type on a text", '▸<text type="string"/>'),
    _within("href on a ref", '▸<ref name="b" href="c.rng"/>'),
    _within("combine on a choice", '▸<choice combine="choice"><text/></choice>'),
    _within("type on an attribute", '▸<attribute name="b" type="string"/>'),
    _within("name on a value", "▸<value name='b'>b</value>"),
    _within("name on a name", '<attribute>▸<name name="b">b</name></attribute>'),
    _wrong(
        "attribute of the namespace of RELAX NG",
        '▸<element xmlns:r="http://relaxng.org/ns/structure/1.0" xmlns='
        '"http://relaxng.org/ns/structure/1.0" r:name="a" name="a"><text/></element>',
    ),
)

NAMES: Final = (
    _within("element name that is no name", '▸<element name="1b"><text/></element>'),
    _within("element name of two words", '▸<element name="b c"><text/></element>'),
    _within("empty element name", '▸<element name=""><text/></element>'),
    _within("attribute name with two colons", '▸<attribute name="a:b:c"/>'),
    _within("name that ends with a colon", '▸<attribute name="xml:"/>'),
    _within("name that begins with a colon", '▸<attribute name=":b"/>'),
    _within("ref to a qualified name", '▸<ref name="x:b"/>'),
    _within("parentRef to no name", '▸<parentRef name="-"/>'),
    _within("type that is no name", '▸<data type="xs:string"/>'),
    _within("type of a value that is no name", '▸<value type="xs:string">b</value>'),
    _within(
        "param with a qualified name",
        f'<data {XSD} type="string">▸<param name="x:length">1</param></data>',
    ),
    _within("name class that is empty", "<attribute>▸<name/></attribute>"),
    _within("name class that is no name", "<attribute>▸<name>b c</name></attribute>"),
    _in_grammar("define with a qualified name", '▸<define name="x:b"><text/></define>'),
)

TEXT: Final = (
    _wrong("text within an element", '▸<element name="a">b<text/></element>'),
    _within("text within empty", "▸<empty>b</empty>"),
    _within("text within data", '▸<data type="string">b</data>'),
    _within("text within text", "▸<text>b</text>"),
    _within("text in a CDATA section", "▸<group><![CDATA[b]]><text/></group>"),
    _within("non-breaking space", "▸<group>\u00a0<text/></group>"),
    _in_grammar("text within a define", '▸<define name="b"><text/>b</define>'),
    _in_grammar("text within an include", '▸<include href="b.rng">b</include>'),
)

HOLDING_TEXT: Final = tuple(
    _within(f"{what} in {name}", tag.format(content))
    for name, tag in {
        "name": "<attribute><name>b{}</name></attribute>",
        "value": "<value>b{}</value>",
        "param": f'<data {XSD} type="string"><param name="pattern">b{{}}</param></data>',
    }.items()
    for what, content in {
        "a pattern": "▸<text/>",
        "a foreign element": f'▸<x xmlns="{OWN}"/>',
        "an element of no namespace": '▸<x xmlns=""/>',
    }.items()
)

ROOTS: Final = (
    *(
        Incorrect(f"{name} as the root", "3", f"▸{tag}")
        for name, tag in {
            "start": "<start><text/></start>",
            "define": '<define name="a"><text/></define>',
            "name": "<name>a</name>",
            "anyName": "<anyName/>",
            "div": "<div/>",
            "include": '<include href="b.rng"/>',
            "param": '<param name="a"/>',
            "except": "<except><text/></except>",
        }.items()
    ),
    Incorrect(
        "root of another namespace",
        "3",
        '▸<a xmlns="urn:a"><!-- http://relaxng.org/ns/structure/1.0 --></a>',
    ),
    Incorrect("schema that is not well-formed", "3", '<element name="a"><text/>\n</▸elemen>'),
    Incorrect("element that RELAX NG does not have as the root", "3", "▸<schema/>"),
)

INCORRECT: Final = (*CHILDREN, *ATTRIBUTES, *NAMES, *TEXT, *HOLDING_TEXT, *ROOTS)

CORRECT: Final = (
    Correct("foreign elements anywhere",
            f"""<grammar xmlns:x="{OWN}"><x:a>text <x:b/></x:a>
            <start><x:a/><element name="a"><x:a/><zeroOrMore><x:a/><choice><x:a/>
            <attribute><x:a/><anyName><x:a/><except><x:a/><name>b</name><x:a/></except></anyName>
            </attribute><x:a/></choice></zeroOrMore>
            <data type="string"><x:a/><except><x:a/><value>b</value></except><x:a/></data>
            </element></start><x:a/></grammar>""",
            ("<a>c</a>", '<a c="1">c</a>'), ("<a>b</a>", '<a b="1">c</a>')),
    Correct("foreign attributes anywhere",
            f"""<grammar xmlns:x="{OWN}" x:a="1"><start x:a="1"><element x:name="c" name="a"
            x:a="1"><attribute name="b" x:ns="urn:c" xml:lang="en"><value x:type="nothing">b</value>
            </attribute></element></start></grammar>""",
            ('<a b="b"/>',), ('<a b="c"/>', "<a/>")),
    Correct("elements of RELAX NG within foreign ones are nothing",
            f"""<element name="a" xmlns:x="{OWN}"><x:a><element/><r xmlns="urn:r">t</r></x:a>
            <empty/></element>""",
            ("<a/>",), ("<a>b</a>",)),
    Correct("elements of no namespace are annotations",
            '<element name="a"><empty/><text xmlns="">t</text></element>',
            ("<a/>",), ("<a>b</a>",)),
    Correct("foreign namespace that begins as that of RELAX NG",
            '<element name="a" xmlns:r="http://relaxng.org/ns/structure/1.0/more" '
            'xmlns="http://relaxng.org/ns/structure/1.0" r:note="b"><empty/></element>',
            ("<a/>",), ("<b/>",)),
    Correct("comments and instructions anywhere",
            """<?a?><!-- a --><grammar><!-- a --><?a?><start><!-- a --><element name="a">
            <value>b<!-- a -->c<?a?>d</value></element></start></grammar><?a?>""",
            ("<a>bcd</a>",), ("<a>b</a>",)),
    Correct("ns and datatypeLibrary on every element",
            """<grammar ns="" datatypeLibrary=""><div ns="" datatypeLibrary=""><start ns=""
            datatypeLibrary=""><element ns="" datatypeLibrary=""><name ns="" datatypeLibrary="">a
            </name><ref name="b" ns="" datatypeLibrary=""/></element></start></div>
            <define name="b" ns="" datatypeLibrary=""><text ns="" datatypeLibrary=""/></define>
            </grammar>""",
            ("<a/>",), ("<b/>",)),
    Correct("empty div, and div in div",
            f"<grammar><div/><div><div>{START}</div></div></grammar>",
            ("<a/>",), ("<b/>",)),
    Correct("every pattern as a root but those of contents", '<choice><element name="a"><empty/>'
            '</element><group><element name="b"><empty/></element></group><notAllowed/></choice>',
            ("<a/>", "<b/>"), ("<c/>",)),
    Correct("names and values that are not ASCII",
            '<element name="ä"><value>ö</value></element>', ("<ä>ö</ä>",), ("<ä>o</ä>",)),
)  # fmt: skip


@each(INCORRECT)
def test_what_the_syntax_does_not_allow(case: Incorrect, tmp_path: Path) -> None:
    case.hold(tmp_path)


@each(CORRECT)
def test_what_the_syntax_allows(case: Correct, tmp_path: Path) -> None:
    case.hold(tmp_path)
