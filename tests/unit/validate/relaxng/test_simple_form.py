"""Patterns that stand for simpler ones (RELAX NG, sections 4.12 to 4.15, 4.20 and 4.21)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.unit.validate.relaxng.cases import XSD, Correct, each

A: Final = '<element name="a"><empty/></element>'
B: Final = '<element name="b"><empty/></element>'
C: Final = '<element name="c"><empty/></element>'


def _holds(name: str, content: str, valid: str, invalid: str) -> Correct:
    """An element r with a content; the documents are its contents, parted by bars."""
    schema = f'<element name="r">{content}</element>'
    return Correct(name, schema, _documents(valid), _documents(invalid))


def _documents(contents: str) -> tuple[str, ...]:
    return tuple(f"<r>{each}</r>" for each in contents.split("|") if contents)


CORRECT: Final = (
    _holds("content of several patterns", A + B + C, "<a/><b/><c/>", "<a/><c/><b/>|<a/><b/>"),
    *(
        _holds(f"{holder} of several patterns is of a group", f"<{holder}>{A}{B}</{holder}>",
               valid, invalid)
        for holder, valid, invalid in (
            ("group", "<a/><b/>", "<b/><a/>||<a/>"),
            ("optional", "|<a/><b/>", "<a/>|<b/>|<b/><a/>|<a/><b/><a/><b/>"),
            ("zeroOrMore", "|<a/><b/>|<a/><b/><a/><b/>", "<a/>|<a/><a/>|<a/><b/><a/>"),
            ("oneOrMore", "<a/><b/>|<a/><b/><a/><b/>", "|<a/>|<a/><b/><a/>"),
            ("mixed", "<a/><b/>|t<a/>t<b/>t", "<b/><a/>|t|t<a/>"),
        )
    ),
    _holds("choice of three", f"<choice>{A}{B}{C}</choice>", "<a/>|<b/>|<c/>", "|<a/><b/>"),
    _holds("choice of one", f"<choice>{A}</choice>", "<a/>", "|<b/>"),
    _holds("group and interleave of one", f"<group>{A}</group><interleave>{B}</interleave>",
           "<a/><b/>", "<b/><a/>"),
    _holds("interleave of three", f"<interleave>{A}{B}{C}</interleave>",
           "<a/><b/><c/>|<c/><b/><a/>|<b/><c/><a/>", "<a/><b/>|<a/><b/><c/><a/>"),
    _holds("list of several patterns",
           "<list><value>a</value><value>b</value></list>", "a b|\n a\tb ", "a|ab|b a|a b b"),
    Correct("define and start of several patterns are groups",
            f'<grammar><start><element name="r"><ref name="d"/></element></start><define name="d">'
            f"{A}{B}</define></grammar>", ("<r><a/><b/></r>",), ("<r><b/><a/></r>",)),
    Correct("except of several patterns is of a choice",
            '<element name="r"><data type="token"><except><value>a</value><value>b</value></except>'
            "</data></element>", ("<r>c</r>", "<r>a b</r>"), ("<r>a</r>", "<r> b </r>")),
    Correct("except of several name classes is of a choice",
            """<element><anyName><except><name>a</name><nsName ns="urn:a"/></except></anyName>
            <empty/></element>""", ("<r/>",), ("<a/>", '<r xmlns="urn:a"/>')),
    Correct("choice of one name class",
            "<element><choice><name>a</name></choice><empty/></element>", ("<a/>",), ("<b/>",)),
    Correct("attribute without a pattern holds text",
            '<element name="r"><attribute name="a"/></element>',
            ('<r a=""/>', '<r a="b c"/>'), ("<r/>",)),
    _holds("optional of optional", f"<optional><optional>{A}</optional></optional>",
           "|<a/>", "<a/><a/>"),
    _holds("zeroOrMore of zeroOrMore", f"<zeroOrMore><zeroOrMore>{A}</zeroOrMore></zeroOrMore>",
           "|<a/>|<a/><a/><a/>", "<b/>"),
    _holds("oneOrMore of what may be empty", f"<oneOrMore><optional>{A}</optional></oneOrMore>",
           "|<a/>|<a/><a/>", "<b/>|<a/><b/>"),
    _holds("mixed of empty", "<mixed><empty/></mixed>", "|t", "<a/>"),
    _holds("mixed of attributes", '<mixed><attribute name="x"><empty/></attribute></mixed>', "",
           "t|"),
    _holds("group with what is not allowed is not allowed",
           f"<choice>{A}<group>{B}<notAllowed/></group></choice>", "<a/>", "<b/>|"),
    _holds("interleave with what is not allowed is not allowed",
           f"<choice>{A}<interleave><notAllowed/>{B}</interleave></choice>", "<a/>", "<b/>|"),
    _holds("optional of what is not allowed is empty", "<optional><notAllowed/></optional>",
           "|", "<a/>|t"),
    _holds("zeroOrMore of what is not allowed is empty",
           f"{A}<zeroOrMore>{B}<notAllowed/></zeroOrMore>", "<a/>", "<a/><b/>"),
    _holds("oneOrMore of what is not allowed", f"<choice>{A}<oneOrMore><notAllowed/></oneOrMore>"
           "</choice>", "<a/>", "|<b/>"),
    _holds("list of what is not allowed",
           f"<choice>{A}<list><value>b</value><notAllowed/></list></choice>", "<a/>", "b|"),
    Correct("attribute whose value is not allowed",
            f'<element name="r"><choice>{A}<attribute name="b"><notAllowed/></attribute></choice>'
            "</element>", ("<r><a/></r>",), ('<r b=""/>', "<r/>")),
    Correct("except of what is not allowed excepts nothing",
            '<element name="r"><data type="token"><except><notAllowed/></except></data></element>',
            ("<r/>", "<r>t</r>"), ("<r><a/></r>",)),
    _holds("element whose content is not allowed",
           f'<choice>{A}<element name="d"><notAllowed/></element></choice>',
           "<a/>", "<d/>|<d>t</d>"),
    _holds("element whose content is not allowed may be left out",
           f'{A}<optional><element name="d"><notAllowed/></element></optional>',
           "<a/>", "<a/><d/>"),
    Correct("start that is not allowed", "<notAllowed/>", (), ("<a/>",)),
    Correct("start of which a choice is left",
            f"<choice><notAllowed/><group>{B}<notAllowed/></group>{A}</choice>",
            ("<a/>",), ("<b/>",)),
    _holds("group with empty", f"<group><empty/>{A}<empty/></group>", "<a/>", "|<a/><a/>"),
    _holds("interleave with empty", f"<interleave><empty/>{A}</interleave>", "<a/>", "|<a/><a/>"),
    _holds("choice with empty in the middle", f"<choice>{A}<empty/>{B}</choice>",
           "|<a/>|<b/>", "<a/><b/>"),
    _holds("oneOrMore of empty", "<oneOrMore><empty/></oneOrMore>", "|", "<a/>|t"),
    _holds("list of empty", "<list><empty/></list>", "| \n", "t|<a/>"),
    Correct("oneOrMore of attributes of one name",
            '<element name="r"><oneOrMore><attribute name="a"><value>1</value></attribute>'
            "</oneOrMore></element>", ('<r a="1"/>',), ("<r/>", '<r a="2"/>')),
    Correct("what breaks section 7 is gone with what is not allowed",
            f"""<element name="r"><choice>{A}<group><notAllowed/><oneOrMore><group><attribute
            name="b"/><attribute name="b"/></group></oneOrMore><attribute name="b">{A}</attribute>
            <data type="string"/></group></choice></element>""",
            ("<r><a/></r>",), ("<r/>",)),
    Correct("group of empties at the start",
            f"<group><empty/>{A}<empty/></group>", ("<a/>",), ("<b/>",)),
    Correct("oneOrMore is gone with empty",
            f'<choice>{A}<element name="b"><list><oneOrMore><empty/></oneOrMore></list></element>'
            "</choice>", ("<a/>", "<b/>"), ("<b>t</b>",)),
    _holds("datatypes of a list",
           f'<list {XSD}><oneOrMore><data type="integer"/></oneOrMore><value>end</value></list>',
           "1 end|1 2\n03  end ", "end|1 2|1 end 2|1 end end"),
)  # fmt: skip


@each(CORRECT)
def test_what_patterns_stand_for(case: Correct, tmp_path: Path) -> None:
    case.hold(tmp_path)
