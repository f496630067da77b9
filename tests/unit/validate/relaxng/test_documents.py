"""Documents as they come: encodings, entities, sizes."""

from __future__ import annotations

from pathlib import Path
from time import process_time
from typing import Final

import pytest

from recensio.validate.relaxng.batch import validate_files
from recensio.validate.relaxng.documents import IllFormed
from recensio.validate.relaxng.schema import Schema
from tests.unit.validate.relaxng.cases import codes, lay, schema_at, told

MARKED: Final = ("utf-8-sig", "utf-16", "utf-32")
"""Encodings that Python writes with a byte order mark, which counts as a character."""

ANY: Final = """<grammar><start><ref name="a"/></start><define name="a"><element name="a">
<optional><attribute name="b"/></optional><mixed><zeroOrMore><choice><ref name="a"/><ref name="c"/>
</choice></zeroOrMore></mixed></element></define><define name="c"><element name="c"><attribute
name="d"/><zeroOrMore><ref name="c"/></zeroOrMore></element></define></grammar>"""
ALIKE: Final = """<grammar><start><choice><ref name="x"/><ref name="y"/></choice></start>
<define name="x"><element name="a"><choice><value>x</value><ref name="x"/></choice></element>
</define>
<define name="y"><element name="a"><choice><value>y</value><ref name="y"/></choice></element>
</define></grammar>"""
LAUGHS: Final = (
    "<!DOCTYPE a ["
    + '<!ENTITY e0 "ha">'
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    + "]><a>&e11;</a>"
)


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Schema:
    return schema_at(tmp_path_factory.mktemp("schema"), ANY)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("iso-8859-1", "ISO-8859-1"),
        ("iso-8859-15", "iso-8859-15"),
        ("cp1252", "windows-1252"),
        ("koi8-r", "KOI8-R"),
        ("shift_jis", "Shift_JIS"),
        ("ascii", "US-ASCII"),
    ],
)
def test_encodings(schema: Schema, encoding: str, declared: str) -> None:
    text = {"koi8-r": "щ", "shift_jis": "日本", "ascii": "a"}.get(encoding, "é")
    document = f"<?xml version='1.0' encoding='{declared}'?><a b='{text}'>{text}<e/></a>"
    (finding,) = told(schema, document.encode(encoding))
    assert finding.at.column == len(document) - len("<e/></a>") + 1 + (encoding in MARKED)


@pytest.mark.parametrize(
    "document",
    [
        b"<?xml version='1.0' encoding='klingon'?><a/>",
        b"<?xml version='1.0' encoding='hex'?><a/>",
        b"<?xml version='1.0' encoding='rot13'?><a/>",
        b"<?xml version='1.0' encoding='UTF-16'?><a/>",
        b"<?xml version='1.0' encoding='utf-8'?><a>\xe9</a>",
        b"<a>\xe9</a>",
        b"<a>\x00</a>",
        b"\xff\xfe<",
        b"\xff\xfe<\x00a",
        b"",
        b"   ",
        b"text",
        b"<a>",
        b"<a></b>",
        b"<a/><a/>",
        b"<a b='1' b='2'/>",
        b"<x:a/>",
        b"<a>&nothing;</a>",
        b"<a b='&nothing;'/>",
        b"<a>&#0;</a>",
        b"<a b='<'/>",
        b"<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>",
        b"<!DOCTYPE a [<!ENTITY e '<a>'>]><a>&e;</a>",
        b"<!DOCTYPE a [<!ENTITY e SYSTEM 'e.xml'>]><a b='&e;'/>",
        LAUGHS.encode(),
    ],
)
def test_what_is_not_well_formed(schema: Schema, document: bytes) -> None:
    with pytest.raises(IllFormed) as raised:
        told(schema, document)
    assert raised.value.line >= 1
    assert raised.value.column >= 1
    assert raised.value.reason


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE a SYSTEM "http://localhost:9/a.dtd"><a>&nothing;</a>',
        '<!DOCTYPE a SYSTEM "missing.dtd"><a/>',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "/etc/passwd">]><a>&e;</a>',
        '<!DOCTYPE a [<!ENTITY e SYSTEM "http://localhost:9/e">]><a>&e;</a>',
        '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://localhost:9/e"> %e;]><a>&more;</a>',
        "<!DOCTYPE a [<!ENTITY e \"<c d=''/>\">]><a>&e;&e;</a>",
        "<a>&lt;&amp;&#x20AC;</a>",
    ],
)
def test_nothing_is_fetched(schema: Schema, document: str) -> None:
    assert codes(schema, document) == []


def test_a_file_of_laughs_is_a_problem_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    schema = lay(tmp_path, ANY, {})
    path = tmp_path / "laughs.xml"
    path.write_text(LAUGHS, encoding="utf-8")
    started = process_time()
    (problem,) = validate_files([(path, schema)])
    assert problem.code == "SRC001"
    assert process_time() - started < 5


@pytest.mark.parametrize("fault", ["", "<e/>"])
def test_deep_nesting(schema: Schema, fault: str) -> None:
    deep = 100_000
    document = "<a>" * deep + fault + "</a>" * deep
    assert len(told(schema, document)) == bool(fault)


def test_deep_nesting_of_what_is_alike(tmp_path: Path) -> None:
    alike, deep = schema_at(tmp_path, ALIKE), 5_000
    assert codes(alike, "<a>" * deep + "y" + "</a>" * deep) == []
    assert len(codes(alike, "<a>" * deep + "z" + "</a>" * deep)) == 1


@pytest.mark.parametrize(
    "part",
    [
        '<a b="1">t<c d="2"/></a>',
        "<nothing/>",
        "<c/>",
        '<c e="1"/>',
        "<c d='1'>text</c>",
        "<c><!-- a -->text<!-- b --></c>",
        '<a f="1"><c g="2"/></a>',
        "<nothng>a</nothng>\n",
    ],
)
def test_time_grows_with_the_document_only(schema: Schema, part: str) -> None:
    """Ten times the document takes about ten times as long, not a hundred times."""
    small, large = (f"<a>{part * count}</a>".encode() for count in (600, 6000))
    least = min(_seconds(schema, small) for _ in range(3))
    assert _seconds(schema, large) < 50 * least + 0.2


def _seconds(schema: Schema, document: bytes) -> float:
    started = process_time()
    told(schema, document)
    return process_time() - started


@pytest.mark.long
def test_a_million_elements(schema: Schema) -> None:
    started = process_time()
    assert told(schema, "<a>" + '<a b="1">t</a>' * 1_000_000 + "</a>") == []
    assert process_time() - started < 30
