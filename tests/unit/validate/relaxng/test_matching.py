"""What documents a schema allows (RELAX NG, section 6)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.unit.validate.relaxng.cases import XSD, Correct, each

A: Final = '<element name="a"><empty/></element>'
B: Final = '<element name="b"><empty/></element>'
ANY: Final = """<define name="any"><element><anyName/><zeroOrMore><choice><text/><ref name="any"/>
<attribute><anyName/></attribute></choice></zeroOrMore></element></define>"""


def _in_r(name: str, content: str, valid: tuple[str, ...], invalid: tuple[str, ...]) -> Correct:
    """An element r with a content."""
    return Correct(name, f'<element name="r" {XSD}>{content}</element>', valid, invalid)


NAMES: Final = (
    Correct("any name", '<element><anyName/><text/></element>',
            ("<a/>", '<a xmlns="urn:a"/>', "<ä/>"), ("<a><b/></a>",)),
    Correct("any name but one of no namespace",
            "<element><anyName><except><name>a</name></except></anyName><empty/></element>",
            ("<b/>", '<a xmlns="urn:a"/>'), ("<a/>",)),
    Correct("any name but those of no namespace",
            '<element><anyName><except><nsName ns=""/></except></anyName><empty/></element>',
            ('<a xmlns="urn:a"/>',), ("<a/>",)),
    Correct("any name but those of a namespace but for one of these",
            """<element><anyName><except><nsName ns="urn:a"><except><name ns="urn:a">a</name>
            </except></nsName></except></anyName><empty/></element>""",
            ('<a xmlns="urn:a"/>', "<b/>"), ('<b xmlns="urn:a"/>',)),
    Correct("names of one namespace but of another",
            """<element><nsName ns="urn:a"><except><name ns="urn:b">a</name></except></nsName>
            <empty/></element>""",
            ('<a xmlns="urn:a"/>',), ('<a xmlns="urn:b"/>',)),
    Correct("namespace that begins as another", '<element><nsName ns="urn:a"/><empty/></element>',
            ('<p:a xmlns:p="urn:a"/>',), ('<a xmlns="urn:ab"/>', '<a xmlns="urn:"/>', "<a/>")),
    Correct("one name in two namespaces",
            """<choice><element name="a" ns="urn:a"><value>1</value></element><element name="a"
            ns="urn:b"><value>2</value></element></choice>""",
            ('<a xmlns="urn:a">1</a>', '<a xmlns="urn:b">2</a>'),
            ('<a xmlns="urn:a">2</a>', '<a xmlns="urn:b">1</a>')),
    Correct("anything at all", f'<grammar><start><ref name="any"/></start>{ANY}</grammar>',
            ('<a b="" c:d="" xmlns:c="urn:c">t<e xml:id="f"/>t</a>',), ()),
    Correct("known names held to their contents, others free",
            f"""<grammar><start><ref name="a"/></start><define name="a"><element name="a">
            <zeroOrMore><choice><ref name="a"/><ref name="other"/></choice></zeroOrMore></element>
            </define><define name="other"><element><anyName><except><name>a</name></except>
            </anyName><ref name="free"/></element></define><define name="free"><zeroOrMore><choice>
            <text/><ref name="any"/><attribute><anyName/></attribute></choice></zeroOrMore></define>
            {ANY}</grammar>""",
            ("<a><a/><b>t<a>t</a></b></a>",), ("<a>t</a>", "<a><a>t</a></a>")),
    Correct("name and wildcard at one place",
            """<grammar><start><element name="r"><zeroOrMore><choice><element name="a"><value>1
            </value></element><element><anyName/><value>2</value></element></choice></zeroOrMore>
            </element></start></grammar>""",
            ("<r><a>1</a><a>2</a><b>2</b></r>",), ("<r><b>1</b></r>", "<r><a>3</a></r>")),
)  # fmt: skip

ATTRIBUTES: Final = (
    _in_r("order of attributes", '<attribute name="a"/><attribute name="b"/>',
          ('<r a="" b=""/>', '<r b="" a=""/>'), ('<r a=""/>', '<r a="" b="" c=""/>')),
    _in_r("attributes after the elements in the schema",
          f'{A}<optional><attribute name="b"/></optional>',
          ('<r b=""><a/></r>', "<r><a/></r>"), ('<r b=""/>',)),
    _in_r("attribute decides on the content",
          f"""<choice><group><attribute name="k"><value>1</value></attribute>{A}</group><group>
          <attribute name="k"><value>2</value></attribute>{B}</group></choice>""",
          ('<r k="1"><a/></r>', '<r k="2"><b/></r>'),
          ('<r k="1"><b/></r>', '<r k="2"><a/></r>', '<r k="3"><a/></r>', "<r><a/></r>")),
    _in_r("attribute or element", f'<choice><attribute name="a"/>{A}</choice>',
          ('<r a=""/>', "<r><a/></r>"), ('<r a=""><a/></r>', "<r/>")),
    _in_r("either of two attributes", '<choice><attribute name="a"/><attribute name="b"/></choice>',
          ('<r a=""/>', '<r b=""/>'), ('<r a="" b=""/>', "<r/>")),
    _in_r("pairs of attributes",
          """<choice><group><attribute name="a"/><attribute name="b"/></group><group><attribute
          name="a"/><attribute name="c"/></group><empty/></choice>""",
          ('<r a="" b=""/>', '<r c="" a=""/>', "<r/>"),
          ('<r a=""/>', '<r b="" c=""/>', '<r a="" b="" c=""/>')),
    _in_r("one attribute of two values",
          """<attribute name="a"><choice><value>1</value><data type="integer"><except><value
          type="integer">2</value></except></data></choice></attribute>""",
          ('<r a="1"/>', '<r a="3"/>'), ('<r a="2"/>', '<r a="02"/>', '<r a="x"/>')),
    _in_r("any attributes", "<zeroOrMore><attribute><anyName/></attribute></zeroOrMore>",
          ("<r/>", '<r a="" b="" xml:lang=""/>', '<r p:a="" xmlns:p="urn:p"/>'), ("<r>t</r>",)),
    _in_r("at least one attribute", "<oneOrMore><attribute><anyName/></attribute></oneOrMore>",
          ('<r a=""/>', '<r a="" b=""/>'), ("<r/>", '<r xmlns:p="urn:p"/>')),
    _in_r("any attributes of a type",
          '<zeroOrMore><attribute><anyName/><data type="integer"/></attribute></zeroOrMore>',
          ('<r a="1" b="2"/>',), ('<r a="1" b="x"/>',)),
    _in_r("attributes of a namespace but for one",
          """<zeroOrMore><attribute><nsName ns="urn:p"><except><name ns="urn:p">a</name></except>
          </nsName></attribute></zeroOrMore>""",
          ('<r p:b="" p:c="" xmlns:p="urn:p"/>',), ('<r p:a="" xmlns:p="urn:p"/>', '<r b=""/>')),
    _in_r("one attribute and any others",
          """<attribute name="a"><value>1</value></attribute><zeroOrMore><attribute><anyName>
          <except><name>a</name></except></anyName></attribute></zeroOrMore>""",
          ('<r a="1"/>', '<r b="" a="1" c=""/>'), ('<r b=""/>', '<r a="2" b=""/>')),
    _in_r("empty attribute", '<attribute name="a"><empty/></attribute>',
          ('<r a=""/>', '<r a=" \n"/>'), ('<r a="b"/>', "<r/>")),
    _in_r("attribute with a list", '<attribute name="a"><list><oneOrMore><data type="integer"/>'
          '</oneOrMore></list></attribute>', ('<r a="1 2"/>', '<r a=" 1 "/>'),
          ('<r a=""/>', '<r a="1 b"/>')),
    _in_r("white space in attributes", """<attribute name="a"><value>b c</value></attribute>
          <attribute name="d"><value type="string">b c</value></attribute>""",
          ('<r a=" b\n c " d="b c"/>', '<r a="b c" d="b\tc"/>'),
          ('<r a="b c" d="b  c"/>', '<r a="bc" d="b c"/>')),
    _in_r("attributes that a document type supplies",
          '<attribute name="a"><value>1</value></attribute>',
          ('<!DOCTYPE r [<!ATTLIST r a CDATA "1">]><r/>',),
          ('<!DOCTYPE r [<!ATTLIST r a CDATA "2">]><r/>',
           '<!DOCTYPE r [<!ATTLIST r a CDATA "1" b CDATA "2">]><r/>')),
)  # fmt: skip

CONTENTS: Final = (
    _in_r("interleaved groups", f"""<interleave><group>{A}{B}</group><group><element name="c">
          <empty/></element><element name="d"><empty/></element></group></interleave>""",
          ("<r><a/><b/><c/><d/></r>", "<r><c/><a/><d/><b/></r>"),
          ("<r><b/><a/><c/><d/></r>", "<r><a/><b/><c/></r>")),
    _in_r("interleave with repetition", f"<interleave><zeroOrMore>{A}</zeroOrMore>{B}</interleave>",
          ("<r><b/></r>", "<r><a/><b/><a/></r>"), ("<r><a/></r>", "<r><b/><b/></r>")),
    _in_r("interleave with text", f"<interleave>{A}<text/>{B}</interleave>",
          ("<r>t<b/>t<a/>t</r>", "<r><a/><b/></r>"), ("<r>t<b/></r>",)),
    _in_r("interleave in a group", f"<interleave>{A}<optional>{B}</optional></interleave>"
          '<element name="c"><empty/></element>', ("<r><b/><a/><c/></r>", "<r><a/><c/></r>"),
          ("<r><a/><c/><b/></r>",)),
    _in_r("repetition of an interleave", f"<oneOrMore><interleave>{A}{B}</interleave></oneOrMore>",
          ("<r><a/><b/><b/><a/></r>",), ("<r><a/><a/><b/><b/></r>", "<r><a/><b/><a/></r>")),
    _in_r("choice that is known at its end only",
          f'<choice><group>{A}{B}</group><group>{A}<element name="c"><empty/></element></group>'
          f"<group>{A}{A}</group></choice>",
          ("<r><a/><b/></r>", "<r><a/><c/></r>", "<r><a/><a/></r>"), ("<r><a/></r>",)),
    _in_r("repetition before the same", f"<zeroOrMore>{A}</zeroOrMore>{A}{B}",
          ("<r><a/><b/></r>", "<r><a/><a/><a/><b/></r>"), ("<r><b/></r>",)),
    _in_r("one name, several contents",
          f"""<choice><element name="e">{A}</element><element name="e">{B}</element><element
          name="e"><value>t</value></element></choice>""",
          ("<r><e><a/></e></r>", "<r><e><b/></e></r>", "<r><e> t </e></r>"),
          ("<r><e/></r>", "<r><e><a/><b/></e></r>")),
    _in_r("one name, several contents, each with its sequel",
          f"""<element name="e">{A}</element>{A}<choice><group><element name="e"><optional>{A}
          </optional></element>{B}</group><group>
          <element name="e"><optional>{B}</optional></element>{A}</group></choice>""",
          ("<r><e><a/></e><a/><e><a/></e><b/></r>", "<r><e><a/></e><a/><e/><a/></r>",
           "<r><e><a/></e><a/><e/><b/></r>"),
          ("<r><e><a/></e><a/><e><a/></e><a/></r>", "<r><e/><a/><e/><b/></r>")),
    _in_r("nested contents that differ at the end",
          """<choice><element name="e"><element name="e"><element name="e"><value>1</value>
          </element></element></element><element name="e"><element name="e"><element name="e">
          <attribute name="a"/><data type="integer"/></element></element><optional><element
          name="f"><empty/></element></optional></element></choice>""",
          ("<r><e><e><e>1</e></e></e></r>", '<r><e><e><e a="">1</e></e></e></r>',
           '<r><e><e><e a="">7</e></e><f/></e></r>'),
          ("<r><e><e><e>2</e></e></e></r>", "<r><e><e><e>1</e></e><f/></e></r>",
           '<r><e><e><e a="">x</e></e></e></r>')),
    _in_r("attributes of one of several contents",
          f"""<choice><element name="e"><attribute name="a"><data type="integer"/></attribute>{A}
          </element><element name="e"><attribute name="a"><value>x</value></attribute>{B}</element>
          </choice>""",
          ('<r><e a="1"><a/></e></r>', '<r><e a="x"><b/></e></r>'),
          ('<r><e a="1"><b/></e></r>', '<r><e a="x"><a/></e></r>', '<r><e a="y"><a/></e></r>')),
    Correct("recursion with several contents",
            """<grammar><start><ref name="even"/></start><define name="even"><element name="a">
            <choice><empty/><ref name="odd"/></choice></element></define><define name="odd">
            <element name="a"><ref name="even"/></element></define></grammar>""",
            ("<a/>", "<a><a><a/></a></a>"), ("<a><a/></a>", "<a><a><a><a/></a></a></a>")),
    Correct("recursion whose contents are alike for long",
            """<grammar><start><choice><ref name="x"/><ref name="y"/></choice></start><define
            name="x"><element name="a"><choice><value>x</value><ref name="x"/></choice></element>
            </define><define name="y"><element name="a"><choice><value>y</value><ref name="y"/>
            </choice></element></define></grammar>""",
            ("<a><a><a>x</a></a></a>", "<a><a>y</a></a>"), ("<a><a>z</a></a>", "<a><a/></a>")),
    _in_r("text is any text", "<text/>",
          ("<r/>", "<r> </r>", "<r>a<!-- b -->c<?d?><![CDATA[<e>]]></r>"), ("<r><a/></r>",)),
    _in_r("text twice is text", "<text/><text/>", ("<r>t</r>", "<r/>"), ("<r><a/></r>",)),
    _in_r("white space between elements", A + B, ("<r>\n <a/>\t<b/> </r>", "<r> <a> </a><b/></r>"),
          ("<r>\u00a0<a/><b/></r>",)),
    _in_r("empty", "<empty/>", ("<r/>", "<r>\n</r>", "<r><!-- a --><?b?></r>"),
          ("<r>t</r>", "<r><![CDATA[t]]></r>")),
    _in_r("white space by reference is white space", "<empty/>", ("<r>&#32;&#10;</r>",),
          ("<r>&#160;</r>",)),
    _in_r("element or text", f"<choice>{A}<text/></choice>", ("<r><a/></r>", "<r>t</r>", "<r/>"),
          ("<r>t<a/></r>", "<r><a/>t</r>")),
    _in_r("text before elements", f"<group><text/>{A}</group>", ("<r>t<a/></r>", "<r><a/></r>"),
          ("<r>t<a/>t</r>", "<r>t</r>")),
    _in_r("mixed with attributes", f'<mixed><attribute name="a"/><zeroOrMore>{A}</zeroOrMore>'
          "</mixed>", ('<r a="">t<a/>t</r>', '<r a=""/>'), ("<r>t</r>",)),
)  # fmt: skip

VALUES: Final = (
    _in_r("value and elements", f"<choice><value>1</value>{A}<group>{B}{B}</group></choice>",
          ("<r>1</r>", "<r> <a/> </r>", "<r><b/><b/></r>"),
          ("<r>1<a/></r>", "<r><b/>1</r>", "<r/>")),
    _in_r("value and mixed content", f"<choice><value>1</value><mixed>{A}</mixed></choice>",
          ("<r>1</r>", "<r>1<a/></r>", "<r>2<a/>3</r>"), ("<r>2</r>",)),
    _in_r("data and text", '<choice><data type="integer"/><text/></choice>',
          ("<r>1</r>", "<r>x</r>", "<r/>"), ("<r><a/></r>",)),
    _in_r("value in parts", "<value>abcd</value>",
          ("<r>a<!-- x -->b<?y?>c<![CDATA[d]]></r>", "<r>&#97;bcd</r>", "<r> abcd<!-- x --> </r>",
           '<!DOCTYPE r [<!ENTITY bc "bc">]><r>a&bc;d</r>'),
          ("<r>a<!-- x --> bcd</r>", "<r>abc</r>")),
    _in_r("value of string keeps white space",
          '<value type="string" datatypeLibrary=""> a </value>',
          ("<r> a </r>", "<r> <!-- x -->a </r>"), ("<r>a</r>", "<r> a  </r>")),
    _in_r("empty value", "<value/>", ("<r/>", "<r> </r>", "<r><!-- a --></r>"), ("<r>t</r>",)),
    _in_r("empty value of string",
          '<value type="string"/>', ("<r/>", "<r><?a?></r>"),
          ("<r>t</r>",)),
    _in_r("empty data", '<data type="token"/>', ("<r/>", "<r>  </r>", "<r>a b</r>"),
          ("<r><a/></r>",)),
    _in_r("data that must not be empty", '<data type="integer"/>', ("<r> 1 </r>",),
          ("<r/>", "<r> </r>", "<r>1 2</r>")),
    _in_r("data or nothing", '<optional><data type="integer"/></optional>',
          ("<r/>", "<r>\n</r>", "<r>1</r>"), ("<r>x</r>", "<r>1<!-- --> 2</r>")),
    _in_r("values compared by their type",
          """<choice><value type="integer">010</value><value type="boolean">true</value>
          <value type="decimal">1.50</value></choice>""",
          ("<r>10</r>", "<r>+10</r>", "<r>1</r>", "<r>1.5</r>"), ("<r>8</r>", "<r>1.05</r>")),
    _in_r("data except a value", """
          <data type="integer"><param name="minInclusive">1</param><except>
          <value type="integer">5</value><data type="integer"><param name="minInclusive">8</param>
          <except><value type="integer">9</value></except></data></except></data>""",
          ("<r>1</r>", "<r>7</r>", "<r>9</r>"), ("<r>0</r>", "<r>5</r>", "<r>05</r>", "<r>8</r>")),
    _in_r("except by another type",
          '<data type="integer"><except><value type="string">5</value></except></data>',
          ("<r>05</r>", "<r> 5</r>"), ("<r>5</r>",)),
    _in_r("names in values, by namespace",
          """<group xmlns:p="urn:p"><element name="q"><value type="QName">p:a</value></element>
          <element name="d"><value type="QName" ns="urn:d">a</value></element>
          <element name="n"><value type="QName">a</value></element></group>""",
          ('<r xmlns:x="urn:p" xmlns:y="urn:d"><q>x:a</q><d>y:a</d><n>a</n></r>',
           '<r><q xmlns:x="urn:p"> x:a </q><d xmlns:z="urn:d">z:a</d><n>a</n></r>'),
          ('<r xmlns:p="urn:x"><q>p:a</q><d xmlns:y="urn:d">y:a</d><n>a</n></r>',
           '<r xmlns:p="urn:p"><q>p:a</q><d>a</d><n>a</n></r>',
           '<r xmlns:p="urn:p"><q>p:b</q><d xmlns:y="urn:d">y:a</d><n>a</n></r>',
           '<r xmlns:y="urn:d"><q>p:a</q><d>y:a</d><n>a</n></r>')),
    Correct("default namespace in values",
            f'<element name="r" ns="urn:r" {XSD}><attribute name="a"><value type="QName">b</value>'
            "</attribute></element>",
            ('<r xmlns="urn:r" a="b"/>', '<p:r xmlns:p="urn:r" a="p:b"/>'),
            ('<p:r xmlns:p="urn:r" a="b"/>',)),
    _in_r("the same word, each with its own namespaces",
          """<zeroOrMore><element name="e"><attribute name="a"><value type="QName"
          xmlns:p="urn:p">p:b</value></attribute></element></zeroOrMore>""",
          ('<r><e a="q:b" xmlns:q="urn:p"/><e a="q:b" xmlns:q="urn:p"/></r>',),
          ('<r><e a="q:b" xmlns:q="urn:p"/><e a="q:b" xmlns:q="urn:q"/></r>',
           '<r><e a="q:b" xmlns:q="urn:p"/><e a="q:b"/></r>')),
    _in_r("unparsed entities", '<element name="e"><data type="ENTITY"/></element>',
          ('<!DOCTYPE r [<!NOTATION n SYSTEM "n"><!ENTITY a SYSTEM "a" NDATA n>]><r><e>a</e></r>',),
          ("<r><e>a</e></r>", '<!DOCTYPE r [<!ENTITY a "b">]><r><e>a</e></r>')),
    _in_r("list of choices", """<list><zeroOrMore><choice><value>a</value><group><value>b</value>
          <data type="integer"/></group></choice></zeroOrMore></list>""",
          ("<r/>", "<r>a b 1 a</r>", "<r> b <!-- x -->2 </r>"), ("<r>b a</r>", "<r>b 1 1</r>")),
    _in_r("list in two parts of a choice",
          '<choice><list><data type="integer"/><data type="integer"/></list><value>none</value>'
          "</choice>", ("<r>1 2</r>", "<r>none</r>"), ("<r>1</r>", "<r>none none</r>", "<r/>")),
    _in_r("words are parted by the white space of XML only",
          '<list><oneOrMore><data type="token"/></oneOrMore></list>',
          ("<r>a\u00a0b c</r>",), ("<r/>",)),
    _in_r("non-breaking space is one word",
          "<list><value>a</value><value>b</value></list>", ("<r>a b</r>",), ("<r>a\u00a0b</r>",)),
    _in_r("long text in a value", f'<value>{"a" * 20_000}</value>', (f'<r>{"a" * 20_000}</r>',),
          (f'<r>{"a" * 19_999}</r>',)),
)  # fmt: skip

CORRECT: Final = (*NAMES, *ATTRIBUTES, *CONTENTS, *VALUES)


@each(CORRECT)
def test_documents_against_schemas(case: Correct, tmp_path: Path) -> None:
    case.hold(tmp_path)
