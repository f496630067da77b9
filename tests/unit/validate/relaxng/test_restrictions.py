"""What must not stand where, and contents that could not be told apart (RELAX NG, section 7)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.unit.validate.relaxng.cases import XSD, Correct, Incorrect, each

A: Final = '<element name="a"><empty/></element>'
B: Final = '<element name="b"><empty/></element>'
AT: Final = '<attribute name="a"/>'
DATA: Final = '<data type="token"/>'
VALUE: Final = "<value>1</value>"
MARKED: Final = {
    "element": f"▸{A}",
    "attribute": f"▸{AT}",
    "list": f"▸<list>{DATA}</list>",
    "text": "▸<text/>",
    "data": f"▸{DATA}",
    "value": f"▸{VALUE}",
    "empty": "▸<empty/>",
    "group": f"▸<group>{DATA}{VALUE}</group>",
    "interleave": f"▸<interleave>{DATA}{VALUE}</interleave>",
    "oneOrMore": f"▸<oneOrMore>{DATA}</oneOrMore>",
}


def _within(name: str, section: str, content: str) -> Incorrect:
    return Incorrect(name, section, f'<element name="r">\n{content}\n</element>')


def _through_ref(name: str, section: str, content: str, definition: str) -> Incorrect:
    schema = (
        f'<grammar><start><element name="r">{content}</element></start>\n'
        f'<define name="d">{definition}</define></grammar>'
    )
    return Incorrect(name, section, schema)


PLACES: Final = (
    *(
        _within(f"{kind} in an attribute", "7.1.1",
                f'<attribute name="x">{MARKED[kind]}</attribute>')
        for kind in ("element", "attribute")
    ),
    _within("element in a choice in an attribute", "7.1.1",
            f'<attribute name="x"><choice>{DATA}<group>▸{A}</group></choice></attribute>'),
    _through_ref("attribute in an attribute through a ref", "7.1.1",
                 '<attribute name="x"><ref name="d"/></attribute>', f"▸{AT}"),
    _through_ref("element in an attribute through a ref", "7.1.1",
                 '<attribute name="x"><optional><ref name="d"/></optional></attribute>', f"▸{A}"),
    *(
        _within(f"attribute in {holder} in {repeated}", "7.1.2",
                f"<{repeated}><{holder}>▸{AT}{B}</{holder}></{repeated}>")
        for holder in ("group", "interleave") for repeated in ("oneOrMore", "zeroOrMore")
    ),
    _within("two attributes in oneOrMore", "7.1.2",
            f'<oneOrMore>{AT}▸<attribute name="b"/></oneOrMore>'),
    _within("attribute in mixed in oneOrMore", "7.1.2",
            f"<oneOrMore><mixed>▸{AT}</mixed></oneOrMore>"),
    _within("attribute in a choice in a group in oneOrMore", "7.1.2",
            f"<oneOrMore><group><choice>▸{AT}{A}</choice>{B}</group></oneOrMore>"),
    _within("attribute in oneOrMore in a group in oneOrMore", "7.1.2",
            f"<oneOrMore><group><oneOrMore>▸{AT}</oneOrMore>{B}</group></oneOrMore>"),
    *(
        _within(f"{kind} in a list", "7.1.3", f"<list>{MARKED[kind]}</list>")
        for kind in ("list", "element", "attribute", "text", "interleave")
    ),
    _within("text in a choice in a list", "7.1.3",
            f"<list><oneOrMore><choice>{DATA}▸<text/></choice></oneOrMore></list>"),
    _within("mixed in a list", "7.1.3", f"<list>▸<mixed>{DATA}</mixed></list>"),
    _within("list in a list of an attribute", "7.1.3",
            f'<attribute name="x"><list><group>{DATA}▸<list>{DATA}</list></group></list>'
            "</attribute>"),
    *(
        _within(f"{kind} in the except of data", "7.1.4",
                f'<data type="token"><except>{MARKED[kind]}</except></data>')
        for kind in MARKED if kind not in ("data", "value")
    ),
    _within("empty in a choice in the except of data", "7.1.4",
            f'<data type="token"><except><choice>{VALUE}▸<empty/></choice></except></data>'),
    _within("text in the except of the except of data", "7.1.4",
            '<data type="token"><except><data type="token"><except>▸<text/></except></data>'
            "</except></data>"),
    Incorrect("optional in the except of data", "7.1.4",
              '<element name="r"><data type="token"><except>▸<optional><value/></optional></except>'
              "</data></element>"),
    _within("text in the except of data in an attribute", "7.1.4",
            '<attribute name="x"><data type="token"><except>▸<text/></except></data></attribute>'),
    *(
        Incorrect(f"{kind} as the start", "7.1.5", pattern)
        for kind, pattern in MARKED.items()
        if kind != "element"
    ),
    Incorrect("mixed as the start", "7.1.5", f"▸<mixed>{A}</mixed>"),
    Incorrect("text in a choice as the start", "7.1.5", f"<choice>{A}\n▸<text/></choice>"),
    Incorrect("group of elements as the start", "7.1.5", f"▸<group>{A}{B}</group>"),
    Incorrect("attribute as the start through a ref", "7.1.5",
              f'<grammar><start><ref name="d"/></start><define name="d">\n▸{AT}</define>'
              "</grammar>"),
)  # fmt: skip

STRINGS: Final = (
    *(
        _within(f"{kind} beside {other} in {holder}", "7.2",
                f"▸<{holder}>{simple}{beside}</{holder}>")
        for kind, simple in (("data", DATA), ("value", VALUE), ("list", f"<list>{DATA}</list>"))
        for other, beside in (("text", "<text/>"), ("element", A), ("value", VALUE))
        for holder in ("group", "interleave")
    ),
    _within("mixed with a value", "7.2", f"▸<mixed>{VALUE}</mixed>"),
    _within("oneOrMore of data", "7.2", f"▸<oneOrMore>{DATA}</oneOrMore>"),
    _within("zeroOrMore of a choice with a value", "7.2",
            f"<zeroOrMore>▸<choice>{A}{VALUE}</choice></zeroOrMore>"),
    _within("optional value beside an element", "7.2",
            f"▸<group><optional>{VALUE}</optional>{A}</group>"),
    _within("group of data in an attribute", "7.2",
            f'<attribute name="x">▸<group>{DATA}{VALUE}</group></attribute>'),
    _within("text beside data in an attribute", "7.2",
            f'<attribute name="x">▸<group>{DATA}<text/></group></attribute>'),
    _through_ref("value beside an element through a ref", "7.2",
                 f'▸<group><ref name="d"/>{A}</group>', VALUE),
)  # fmt: skip

ATTRIBUTES: Final = (
    _within("the same attribute twice in a group", "7.3", f"▸<group>{AT}{AT}</group>"),
    _within("the same attribute twice in an interleave", "7.3",
            f"▸<interleave>{AT}{AT}</interleave>"),
    _within("the same attribute with two values", "7.3",
            f'▸<group><attribute name="a">{VALUE}</attribute>{AT}</group>'),
    _within("the same attribute in a choice and beside it", "7.3",
            f'▸<group><choice>{AT}<attribute name="b"/></choice>{B}{AT}</group>'),
    _within("an attribute of two names and one of them", "7.3",
            f"▸<group><attribute><choice><name>a</name><name>b</name></choice></attribute>{AT}"
            "</group>"),
    _within("any attribute and one of them", "7.3",
            f"▸<group><oneOrMore><attribute><anyName/></attribute></oneOrMore>{AT}</group>"),
    _within("attributes of a namespace and one of them", "7.3",
            '▸<group><zeroOrMore><attribute><nsName ns="urn:a"/></attribute></zeroOrMore>'
            '<attribute name="a" ns="urn:a"/></group>'),
    _within("any attributes and those of a namespace", "7.3",
            '▸<group><zeroOrMore><attribute><nsName ns="urn:a"/></attribute></zeroOrMore>'
            "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore></group>"),
    _within("any but some and any but others", "7.3",
            "▸<group><zeroOrMore><attribute><anyName><except><name>a</name></except></anyName>"
            "</attribute></zeroOrMore><zeroOrMore><attribute><anyName><except><name>b</name>"
            "</except></anyName></attribute></zeroOrMore></group>"),
    _within("what both except of a namespace is shared beside it", "7.3",
            '▸<group><zeroOrMore><attribute><nsName ns="u"><except><name ns="u">a</name></except>'
            "</nsName></attribute></zeroOrMore><zeroOrMore><attribute><anyName><except>"
            '<nsName ns="v"/></except></anyName></attribute></zeroOrMore></group>'),
    _through_ref("the same attribute through a ref", "7.3",
                 f'▸<group>{AT}<ref name="d"/></group>', AT),
    _within("any attribute that is not repeated", "7.3", "▸<attribute><anyName/></attribute>"),
    _within("attribute of a namespace that is not repeated", "7.3",
            '▸<attribute><nsName ns="urn:a"/></attribute>'),
    _within("wildcard in a choice that is not repeated", "7.3",
            '<optional>▸<attribute><choice><name>a</name><nsName ns="urn:a"/></choice></attribute>'
            "</optional>"),
    _within("wildcard with an except that is not repeated", "7.3",
            "<choice><empty/>▸<attribute><anyName><except><name>a</name></except></anyName>"
            "</attribute></choice>"),
    Incorrect("repetition is of the element, not of its attribute", "7.3",
              '<element name="r"><oneOrMore><element name="e">\n▸<attribute><anyName/></attribute>'
              "</element></oneOrMore></element>"),
)  # fmt: skip

INTERLEAVES: Final = (
    _within("the same element in both parts", "7.4", f"▸<interleave>{A}{A}</interleave>"),
    _within("elements of one name in both parts", "7.4",
            f'▸<interleave>{A}<element name="a"><text/></element></interleave>'),
    _within("the same element in the first and the third part", "7.4",
            f"▸<interleave>{A}{B}<optional>{A}</optional></interleave>"),
    _within("the same element deep in both parts", "7.4",
            f"▸<interleave><group>{B}<zeroOrMore>{A}</zeroOrMore></group><choice><empty/>{A}"
            "</choice></interleave>"),
    _within("any element and one of them", "7.4",
            f"▸<interleave><element><anyName/><empty/></element>{A}</interleave>"),
    _within("elements of a namespace and one of them", "7.4",
            '▸<interleave><element><nsName ns="urn:a"/><empty/></element><element name="a" '
            'ns="urn:a"><empty/></element></interleave>'),
    _within("text in both parts", "7.4", "▸<interleave><text/><text/></interleave>"),
    _within("text in mixed", "7.4", "▸<mixed><text/></mixed>"),
    _within("text deep in both parts", "7.4",
            f"▸<interleave><choice>{A}<text/></choice><group>{B}<text/></group></interleave>"),
    _within("mixed in mixed", "7.4", f"▸<mixed><group><mixed>{A}</mixed></group></mixed>"),
    _through_ref("the same element through a ref", "7.4",
                 f'▸<interleave>{A}<ref name="d"/></interleave>', A),
    Incorrect("combined by interleave", "7.4",
              '<grammar><start><element name="r">▸<ref name="d"/></element></start>'
              f'<define name="d" combine="interleave">{A}</define>'
              f'<define name="d" combine="interleave">{A}</define></grammar>'),
)  # fmt: skip

INCORRECT: Final = (*PLACES, *STRINGS, *ATTRIBUTES, *INTERLEAVES)


def _fine(
    name: str, content: str, valid: tuple[str, ...], invalid: tuple[str, ...] = ()
) -> Correct:
    return Correct(name, f'<element name="r" {XSD}>{content}</element>', valid, invalid)


CORRECT: Final = (
    _fine("attribute straight in oneOrMore", f"<oneOrMore>{AT}</oneOrMore>{B}",
          ('<r a=""><b/></r>',), ("<r><b/></r>",)),
    _fine("attribute in a choice in oneOrMore", f"<oneOrMore><choice>{AT}{B}</choice></oneOrMore>",
          ('<r a=""><b/><b/></r>', "<r><b/></r>", '<r a=""/>'), ("<r/>", '<r b=""/>')),
    _fine("attribute in oneOrMore of one pattern in a group",
          f"<group><oneOrMore>{AT}</oneOrMore>{B}"
          "</group>", ('<r a=""><b/></r>',)),
    _fine("group in oneOrMore with an element that has attributes",
          f'<oneOrMore><group><element name="e">{AT}</element>{B}</group></oneOrMore>',
          ('<r><e a=""/><b/></r>',)),
    _fine("group of which empty leaves the attribute", f"<oneOrMore><group>{AT}<empty/></group>"
          "</oneOrMore>", ('<r a=""/>',), ("<r/>",)),
    _fine("text, list and nothing in an attribute",
          f'<attribute name="x"><text/></attribute><attribute name="y"><list>{DATA}</list>'
          '</attribute><attribute name="z"><empty/></attribute>', ('<r x="" y="1" z=""/>',)),
    _fine("texts in a group in an attribute",
          '<attribute name="x"><group><text/><text/></group></attribute>', ('<r x="t"/>',)),
    _fine("group, choice and oneOrMore in a list",
          f"<list><oneOrMore><group>{DATA}<choice>{VALUE}<empty/></choice></group></oneOrMore>"
          "</list>", ("<r>a 1</r>", "<r>a b</r>"), ("<r/>",)),
    _fine("choice in the except of data",
          f'<data type="token"><except><choice>{VALUE}<data type="integer"/><notAllowed/></choice>'
          "</except></data>", ("<r>a</r>",), ("<r>1</r>", "<r>2</r>")),
    Correct("choice and refs as the start",
            f'<grammar><start><choice><ref name="d"/><notAllowed/>{B}</choice></start>'
            f'<define name="d">{A}</define></grammar>', ("<a/>", "<b/>"), ("<c/>",)),
    _fine("value in a choice with elements",
          f"<choice>{VALUE}<group>{A}{B}</group><text/></choice>",
          ("<r>1</r>", "<r><a/><b/></r>")),
    _fine("value beside attributes", f"{AT}{DATA}", ('<r a="">t</r>',), ("<r>t</r>",)),
    _fine("values beside empty", f"<interleave><empty/>{VALUE}</interleave>", ("<r>1</r>",)),
    _fine("value in an interleave with attributes", f"<interleave>{VALUE}{AT}</interleave>",
          ('<r a="">1</r>',), ("<r>1</r>",)),
    _fine("oneOrMore of an attribute with a value", f'<oneOrMore><attribute name="a">{VALUE}'
          "</attribute></oneOrMore>", ('<r a="1"/>',)),
    _fine("the same attribute in a choice", f"<choice>{AT}<group>{AT}{B}</group></choice>",
          ('<r a=""/>', '<r a=""><b/></r>'), ("<r><b/></r>",)),
    _fine("the same local name in two namespaces", f'{AT}<attribute name="a" ns="urn:a"/>',
          ('<r a="" p:a="" xmlns:p="urn:a"/>',), ('<r a=""/>',)),
    _fine("any attribute but the one beside it",
          f"{AT}<zeroOrMore><attribute><anyName><except><name>a</name></except></anyName></attribute>"
          "</zeroOrMore>", ('<r a="" b=""/>',), ('<r b=""/>',)),
    _fine("attributes of two namespaces",
          '<zeroOrMore><attribute><nsName ns="urn:a"/></attribute></zeroOrMore><zeroOrMore>'
          '<attribute><anyName><except><nsName ns="urn:a"/></except></anyName></attribute>'
          "</zeroOrMore>", ('<r p:a="" b="" xmlns:p="urn:a"/>',)),
    _fine("element of any name that is not repeated", "<element><anyName/><empty/></element>",
          ("<r><x/></r>",), ("<r><x/><y/></r>",)),
    _fine("the same element in a group in an interleave",
          f"<interleave><group>{A}{A}</group>{B}</interleave>",
          ("<r><a/><b/><a/></r>",), ("<r><a/><b/></r>",)),
    _fine("the same element in a choice in an interleave",
          f"<interleave><choice>{A}<group>{A}{A}</group></choice>{B}</interleave>",
          ("<r><a/><b/></r>",), ("<r><b/></r>",)),
    _fine("text within an element of an interleave",
          '<mixed><element name="e"><text/></element></mixed>', ("<r>t<e>t</e></r>",)),
    _fine("text twice in one part of an interleave",
          f"<interleave><group><text/>{A}<text/></group>{B}</interleave>",
          ("<r>t<b/>t<a/>t</r>",), ("<r>t<b/></r>",)),
    _fine("any element but the one interleaved with it",
          f"<interleave>{A}<zeroOrMore><element><anyName><except><name>a</name></except></anyName>"
          "<empty/></element></zeroOrMore></interleave>",
          ("<r><b/><a/><c/></r>",), ("<r><b/></r>", "<r><a/><a/></r>")),
    _fine("text in an attribute and mixed", f'<mixed><attribute name="x"><text/></attribute>{A}'
          "</mixed>", ('<r x="t">t<a/></r>',)),
)  # fmt: skip


@each(INCORRECT)
def test_schemas_that_section_7_refuses(case: Incorrect, tmp_path: Path) -> None:
    case.hold(tmp_path)


@each(CORRECT)
def test_schemas_that_section_7_leaves(case: Correct, tmp_path: Path) -> None:
    case.hold(tmp_path)
