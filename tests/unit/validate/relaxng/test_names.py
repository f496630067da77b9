"""White space, datatype libraries, namespaces and names (RELAX NG, sections 4.1 to 4.4, 4.8 to
4.10, 4.16).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.unit.validate.relaxng.cases import XSD, Correct, Incorrect, each

XMLNS: Final = "http://www.w3.org/2000/xmlns"
LIBRARY: Final = "http://www.w3.org/2001/XMLSchema-datatypes"


def _library(name: str, address: str) -> Incorrect:
    schema = f'<element name="a">\n  ▸<text datatypeLibrary="{address}"/>\n</element>'
    return Incorrect(name, "4.3", schema)


def _attribute(name: str, attribute: str, section: str = "4.16") -> Incorrect:
    """An attribute that must not be."""
    schema = f'<element name="a"><oneOrMore>\n  {attribute}\n</oneOrMore></element>'
    return Incorrect(name, section, schema)


def _value(name: str, pattern: str) -> Incorrect:
    """A datum or value that is wrong."""
    return Incorrect(name, "4.16", f'<element name="a">\n  {pattern}\n</element>')


INCORRECT: Final = (
    _library("relative address of a library", "library"),
    _library("library with a path only", "/library"),
    _library("library with a fragment", "http://example.org/library#part"),
    _library("library with an empty fragment", "http://example.org/library#"),
    _library("library of a scheme only", "urn:"),
    _library("library that is a query", "?library"),
    Incorrect("undeclared prefix of an element", "4.10",
              '<element name="a">\n▸<element name="p:b"><empty/></element></element>'),
    Incorrect("undeclared prefix of an attribute", "4.10",
              '<element name="a">\n▸<attribute name="p:b"/></element>'),
    Incorrect("undeclared prefix in a name class", "4.10",
              '<element>\n▸<name>p:b</name><empty/></element>'),
    Incorrect("prefix declared elsewhere", "4.10",
              '<element name="a"><text xmlns:p="urn:p"/>\n▸<attribute name="p:b"/></element>'),
    Incorrect("prefix xmlns is none", "4.10",
              '<element name="a">\n▸<attribute name="xmlns:b"/></element>'),
    _attribute("anyName in the except of anyName",
               "<attribute><anyName><except>▸<anyName/></except></anyName></attribute>"),
    _attribute("anyName in a choice in the except of anyName",
               "<attribute><anyName><except><choice><name>b</name>\n▸<anyName/></choice></except>"
               "</anyName></attribute>"),
    _attribute("anyName in an except in the except of anyName",
               '<attribute><anyName><except><nsName ns=""><except>▸<anyName/></except></nsName>'
               "</except></anyName></attribute>"),
    _attribute("anyName in the except of nsName",
               '<attribute><nsName ns="urn:a"><except>▸<anyName/></except></nsName></attribute>'),
    _attribute("nsName in the except of nsName",
               '<attribute><nsName ns=""><except>▸<nsName ns="urn:b"/></except></nsName>'
               "</attribute>"),
    _attribute("nsName in a choice in the except of nsName",
               '<attribute><nsName ns=""><except><choice>▸<nsName ns=""/><name>b</name></choice>'
               "</except></nsName></attribute>"),
    Incorrect("anyName in the except of the name of an element", "4.16",
              "<element><anyName><except>\n▸<anyName/></except></anyName><empty/></element>"),
    _attribute("attribute xmlns", '▸<attribute name="xmlns"/>'),
    _attribute("attribute xmlns in a name class", "▸<attribute><name>xmlns</name></attribute>"),
    _attribute("attribute xmlns among others",
               "▸<attribute><choice><name>b</name><name>xmlns</name></choice></attribute>"),
    _attribute("attribute xmlns excepted",
               "▸<attribute><anyName><except><name>xmlns</name></except></anyName></attribute>"),
    _attribute("attribute of the namespace of declarations",
               f'▸<attribute name="b" ns="{XMLNS}"/>'),
    _attribute("attributes of the namespace of declarations",
               f'▸<attribute><nsName ns="{XMLNS}"/></attribute>'),
    _attribute("the namespace of declarations excepted",
               f'▸<attribute><anyName><except><nsName ns="{XMLNS}"/></except></anyName>'
               "</attribute>"),
    _attribute("attribute with a prefix of the namespace of declarations",
               f'▸<attribute xmlns:p="{XMLNS}" name="p:b"/>'),
    _value("unknown datatype", f'▸<data {XSD} type="strings"/>'),
    _value("unknown datatype of the library of RELAX NG", '▸<data type="integer"/>'),
    _value("unknown library", '▸<data type="string" datatypeLibrary="urn:nothing"/>'),
    _value("library with a slash too many", f'▸<data type="string" datatypeLibrary="{LIBRARY}/"/>'),
    _value("unknown datatype of a value", '▸<value type="integer">1</value>'),
    _value("parameter of string in the library of RELAX NG",
           '▸<data type="string"><param name="length">1</param></data>'),
    _value("unknown parameter", f'▸<data {XSD} type="string"><param name="size">1</param></data>'),
    _value("parameter that does not fit the type",
           f'▸<data {XSD} type="boolean"><param name="length">1</param></data>'),
    _value("parameter enumeration",
           f'▸<data {XSD} type="string"><param name="enumeration">b</param></data>'),
    _value("parameter whiteSpace",
           f'▸<data {XSD} type="string"><param name="whiteSpace">replace</param></data>'),
    _value("parameter with a value that is none",
           f'▸<data {XSD} type="string"><param name="length">long</param></data>'),
    _value("pattern that is no regular expression",
           f'▸<data {XSD} type="string"><param name="pattern">(</param></data>'),
    _value("limit that is no value of the type",
           f'▸<data {XSD} type="integer"><param name="minInclusive">one</param></data>'),
    _value("value that is none of its type", f'▸<value {XSD} type="integer">one</value>'),
    _value("value with an undeclared prefix", f'▸<value {XSD} type="QName">p:b</value>'),
    _value("value of NMTOKEN with a space", f'▸<value {XSD} type="NMTOKEN">a b</value>'),
    Incorrect("datatype of a definition that nothing refers to", "4.16",
              '<grammar><start><element name="a"><empty/></element></start>'
              '<define name="b">\n▸<data type="none"/></define></grammar>'),
    Incorrect("datatype in an element that nothing refers to", "4.16",
              '<grammar><start><element name="a"><empty/></element></start>'
              '<define name="b"><element name="b">\n▸<data type="none"/></element></define>'
              "</grammar>"),
    Incorrect("value in a group that is not allowed", "4.16",
              '<element name="a"><choice><empty/><group><notAllowed/>\n▸<value type="b"/></group>'
              "</choice></element>"),
)  # fmt: skip

CORRECT: Final = (
    Correct("white space around names",
            """<grammar><start combine=" choice "><ref name=" b
            "/></start><define name="\tb\t" combine="\nchoice "><element name="  a "><data
            type=" token "/></element></define><define name="b" combine="choice"><element>
            <name>\n c \t</name><text/></element></define></grammar>""",
            ("<a>x</a>", "<c>x</c>"), ("<b/>",)),
    Correct("white space in values and parameters is kept",
            f"""<choice><element name="a"><value type="string"> b </value></element>
            <element name="c"><data {XSD} type="string"><param name="pattern"> b </param></data>
            </element></choice>""",
            ("<a> b </a>", "<c> b </c>"), ("<a>b</a>", "<c>b</c>", "<a> b</a>")),
    Correct("library from the nearest ancestor",
            f"""<element name="a" {XSD}><group><attribute name="b"><data type="integer"/>
            </attribute><attribute name="c" datatypeLibrary=""><data type="token"/></attribute>
            </group></element>""",
            ('<a b="1" c="x"/>',), ('<a b="x" c="x"/>',)),
    Correct("value without a type is a token of no library",
            f'<element name="a" {XSD}><value>b c</value></element>',
            ("<a> b  c </a>",), ("<a>bc</a>",)),
    Correct("value with an empty type library", '<element name="a"><value type="token"'
            ' datatypeLibrary="">b</value></element>', ("<a> b</a>",), ("<a/>",)),
    Correct("library that no datatype uses",
            '<element name="a" datatypeLibrary="urn:x-y+z:.b%20c"><value>b</value></element>',
            ("<a>b</a>",), ("<a/>",)),
    Correct("ns of elements is inherited",
            """<element name="a" ns="urn:a"><element name="b"><element name="c" ns=""><element
            name="d"><empty/></element></element></element></element>""",
            ('<a xmlns="urn:a"><b><c xmlns=""><d/></c></b></a>',
             '<p:a xmlns:p="urn:a"><p:b><c><d/></c></p:b></p:a>'),
            ("<a><b><c><d/></c></b></a>", '<a xmlns="urn:a"><b><c><d/></c></b></a>')),
    Correct("ns of an attribute is its own",
            """<element name="a" ns="urn:a"><attribute name="b"/><attribute name="c" ns="urn:c"/>
            </element>""",
            ('<a xmlns="urn:a" b="" p:c="" xmlns:p="urn:c"/>',),
            ('<a xmlns="urn:a" c="" p:b="" xmlns:p="urn:a"/>',)),
    Correct("ns of a name class of an attribute is inherited",
            """<element name="a" ns="urn:a"><attribute><name>b</name></attribute><attribute
            ns="urn:c"><choice><name>c</name><name ns="">d</name></choice></attribute></element>""",
            ('<p:a xmlns:p="urn:a" p:b="" q:c="" xmlns:q="urn:c"/>',
             '<p:a xmlns:p="urn:a" p:b="" d=""/>'),
            ('<p:a xmlns:p="urn:a" b="" d=""/>', '<p:a xmlns:p="urn:a" p:b="" c=""/>')),
    Correct("ns in name classes",
            """<element><choice ns="urn:a"><nsName/><nsName ns="urn:b"><except><name>c</name>
            <name ns="urn:a">d</name></except></nsName></choice><empty/></element>""",
            ('<c xmlns="urn:a"/>', '<d xmlns="urn:b"/>'), ('<c xmlns="urn:b"/>', "<c/>")),
    Correct("default namespace of the schema says nothing",
            """<r:element xmlns:r="http://relaxng.org/ns/structure/1.0" xmlns="urn:a" name="a">
            <r:attribute name="b"/></r:element>""",
            ('<a b=""/>',), ('<a xmlns="urn:a" b=""/>',)),
    Correct("prefix goes before ns",
            """<element name="p:a" ns="urn:b" xmlns:p="urn:p"><attribute name="p:b" ns="urn:c"/>
            <element><name ns="urn:d">p:c</name><empty/></element></element>""",
            ('<a xmlns="urn:p" p:b="" xmlns:p="urn:p"><c/></a>',),
            ('<a xmlns="urn:b" p:b="" xmlns:p="urn:p"><p:c/></a>',)),
    Correct("prefix xml", '<element name="a"><attribute name="xml:id"/></element>',
            ('<a xml:id="b"/>',), ('<a id="b"/>',)),
    Correct("prefix declared anew",
            """<element name="p:a" xmlns:p="urn:a"><element name="p:b" xmlns:p="urn:b"><empty/>
            </element><element name="p:c"><empty/></element></element>""",
            ('<a xmlns="urn:a"><b xmlns="urn:b"/><c/></a>',), ('<a xmlns="urn:a"><b/><c/></a>',)),
    Correct("element called xmlns", '<element name="xmlns"><attribute name="xmlns" ns="urn:a"/>'
            "</element>", ('<xmlns p:xmlns="" xmlns:p="urn:a"/>',), ("<xmlns/>",)),
    Correct("nsName in the except of anyName",
            """<element><anyName><except><nsName ns="urn:a"><except><name ns="urn:a">a</name>
            </except></nsName></except></anyName><empty/></element>""",
            ('<a xmlns="urn:a"/>', "<b/>"), ('<b xmlns="urn:a"/>',)),
    Correct("choice within choice within except",
            """<element><anyName><except><choice><choice><name>a</name></choice><name>b</name>
            </choice><name>c</name></except></anyName><empty/></element>""",
            ("<d/>",), ("<a/>", "<b/>", "<c/>")),
    Correct("namespace with a space at its end is another",
            '<element name="a" ns=" urn:a "><empty/></element>',
            ('<a xmlns=" urn:a "/>',), ('<a xmlns="urn:a"/>',)),
)  # fmt: skip


@each(INCORRECT)
def test_names_and_datatypes_that_are_not_correct(case: Incorrect, tmp_path: Path) -> None:
    case.hold(tmp_path)


@each(CORRECT)
def test_names_and_datatypes(case: Correct, tmp_path: Path) -> None:
    case.hold(tmp_path)
