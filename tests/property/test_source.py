"""The spans of tags and attributes are exactly those of the file, however it is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from recensio.tei.source import Attribute, Source, attributes_of

NAMES = st.sampled_from(["p", "app", "rdg", "tei:lem", "ä", "_x", "a-b.c", "日本"])
ATTRIBUTES = st.sampled_from(["wit", "n", "xml:id", "tei:x", "é", "ref", "from"])
SPACE = st.sampled_from([" ", "\n", "\t", "\r\n", "  ", "\n\t "])
NO_SPACE = st.sampled_from(["", " ", "\n"])
TEXT = st.sampled_from(
    [
        "text",
        "&amp;",
        "&#10;",
        ">",
        "\n",
        "\r\n",
        "é",
        "\U0001d11e",
        "]] >",
        '"',
        "'",
        " ",
        "/",
    ]
)
VALUES = st.lists(st.sampled_from(["v", ">", "/>", "&lt;", "&#9;", "=", " a=b ", "\n", "é", ""]))
COMMENTS = st.sampled_from(["<!---->", "<!-- <p n='1'> </q> -->", '<!-- " -->', "<!-- ' > -->"])
OTHERS = st.sampled_from(
    ['<![CDATA[<p n="1">]] > </a>]]>', "<![CDATA[]]>", "<?pi <p> ' ?>", "<?x?>", '<?y a=">"?>']
)
PROLOGS = st.sampled_from(
    [
        "",
        "<!DOCTYPE r>",
        '<!DOCTYPE r SYSTEM "a>b[.dtd">\n',
        '<!DOCTYPE r PUBLIC "-//X//Y" \'z"\'>',
        "<!DOCTYPE r [ ]  >",
        '<!DOCTYPE r [<!ENTITY x "\'y>">\r\n<!-- ]> <p> -->\n<?pi ]>?>\n'
        '<!ATTLIST p n CDATA #IMPLIED> <!ENTITY % z "]"> ]>',
        "<?xml-stylesheet href='<p>'?>\n<!-- ' -->",
    ]
)
ENCODINGS = st.sampled_from(
    [("", "utf-8"), ("\ufeff", "utf-8"), ("\ufeff", "utf-16-le"), ("\ufeff", "utf-16-be")]
)


@dataclass
class Writer:
    """A document as it grows, and what was written where."""

    text: str = ""
    tags: list[list[object]] = field(default_factory=list)

    def put(self, *pieces: str) -> int:
        self.text += "".join(pieces)
        return len(self.text)


@st.composite
def documents(draw: st.DrawFn, prefix: str) -> Writer:
    writer = Writer(prefix)
    writer.put(draw(PROLOGS), draw(NO_SPACE))
    element(draw, writer, 0, "r", ' xmlns:tei="urn:t"')
    writer.put(draw(NO_SPACE), draw(COMMENTS))
    return writer


def element(draw: st.DrawFn, writer: Writer, depth: int, name: str, extra: str = "") -> None:
    start = len(writer.text)
    writer.put(f"<{name}")
    spans = {}
    if extra:
        at = len(writer.text) + 1
        spans["xmlns:tei"] = Attribute(at, at + 17, at + 11, at + 16)
        writer.put(extra)
    for attribute in draw(st.lists(ATTRIBUTES, max_size=3, unique=True)):
        writer.put(draw(SPACE))
        spans[attribute] = written(draw, writer, attribute)
    writer.put(draw(NO_SPACE))
    empty = depth > 0 and draw(st.booleans())
    end = writer.put("/>" if empty else ">")
    record: list[object] = [name, start, end, empty, None, spans]
    writer.tags.append(record)
    if empty:
        return
    for _ in range(draw(st.integers(0 if depth else 3, 6 - depth))):
        writer.put(draw(st.one_of(TEXT, COMMENTS, OTHERS)))
        if depth < 4 and draw(st.booleans()):
            element(draw, writer, depth + 1, draw(NAMES))
    closes = len(writer.text)
    record[4] = (closes, writer.put(f"</{name}", draw(NO_SPACE), ">"))


def written(draw: st.DrawFn, writer: Writer, name: str) -> Attribute:
    start = len(writer.text)
    value_start = writer.put(name, draw(NO_SPACE), "=", draw(NO_SPACE), quote := draw(QUOTES))
    other = "'" if quote == '"' else '"'
    value_end = writer.put("".join(draw(VALUES)), draw(st.sampled_from(["", other])))
    return Attribute(start, writer.put(quote), value_start, value_end)


QUOTES = st.sampled_from(['"', "'"])


@given(st.data())
def test_the_spans_are_those_of_the_tags_and_attributes(data: st.DataObject) -> None:
    prefix, encoding = data.draw(ENCODINGS)
    writer = data.draw(documents(prefix))
    content = writer.text.encode(encoding)
    source = Source.decoded("a.xml", content)
    assert source.text == writer.text
    assert source.encoded(source.text) == content
    found = [
        [tag.name, tag.start, tag.end, tag.empty, tag.close, dict(tag.attributes)]
        for tag in source.tags
    ]
    assert found == writer.tags
    assert all(attributes_of(writer.text, tag.start) == tag.attributes for tag in source.tags)


@given(st.data())
def test_tags_come_in_the_order_and_at_the_places_that_expat_tells(data: st.DataObject) -> None:
    prefix, encoding = data.draw(ENCODINGS)
    text = data.draw(documents(prefix)).text
    source = Source.decoded("a.xml", text.encode(encoding))
    assert [(tag.name, *source.place(tag.start)) for tag in source.tags] == places_by_expat(
        text.encode(encoding), bool(prefix)
    )
    elements = etree.fromstring(
        text.encode(encoding), etree.XMLParser(resolve_entities=False, collect_ids=False)
    ).iter("*")
    assert [tag.name.rpartition(":")[2] for tag in source.tags] == [
        etree.QName(each).localname for each in elements
    ]


def places_by_expat(content: bytes, marked: bool) -> list[tuple[str, int, int]]:
    """Name, line and column of every start tag; expat counts a byte order mark as a column."""
    places: list[tuple[str, int, int]] = []
    parser = expat.ParserCreate()
    # With a DTD that is not read, an entity that is not declared is no fault.
    parser.UseForeignDTD(True)

    def start(name: str, _attributes: dict[str, str]) -> None:
        line = parser.CurrentLineNumber
        column = parser.CurrentColumnNumber + 1 - int(marked and line == 1)
        places.append((name, line, column))

    parser.StartElementHandler = start
    parser.Parse(content, True)
    return places
