"""A file as it is written: encodings, places, and what a scanner may stumble over."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.tei.content import content_of, encoding_of, laid_over
from recensio.tei.source import Source


def source_of(text: str) -> Source:
    return Source("a.xml", text)


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("latin-1", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
        ("koi8-r", "KOI8-R"),
        ("shift_jis", "Shift_JIS"),
    ],
)
def test_a_file_is_read_in_its_encoding_and_kept_byte_for_byte(
    tmp_path: Path, encoding: str, declared: str
) -> None:
    letters = {"koi8-r": "Рютин", "shift_jis": "日本"}.get(encoding, "é")
    text = f"<?xml version='1.0' encoding='{declared}'?>\r\n<p>{letters}</p>\r"
    path = tmp_path / "a.xml"
    path.write_bytes(text.encode(encoding))
    source = Source.read(path)
    assert source.text.removeprefix("\ufeff") == text
    assert source.encoded(source.text) == path.read_bytes()
    assert [tag.name for tag in source.tags] == ["p"]


def test_what_an_encoding_lacks_is_written_as_a_reference() -> None:
    source = Source.decoded("a.xml", b'<?xml version="1.0" encoding="ISO-8859-1"?><p/>')
    assert source.encoded("é Р") == b"\xe9 &#1056;"


def test_a_declaration_that_cannot_be_true_is_not_believed() -> None:
    assert encoding_of(b'<?xml version="1.0" encoding="UTF-16"?><p/>') == "utf-8"
    assert encoding_of(b"<p encoding='latin-1'/>") == "utf-8"


@pytest.mark.parametrize("content", [b"<p>\xff</p>", b"<?xml version='1.0' encoding='rot13'?><p/>"])
def test_what_is_no_text_is_a_value_error(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"decode|encoding"):
        Source.decoded("a.xml", content)


def test_places_count_every_kind_of_line_end() -> None:
    source = source_of("a\r\nb\rc\nd")
    assert [source.place(at) for at in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
    assert source_of("").place(0) == (1, 1)
    assert source_of("\ufeff<p/>").place(0) == (1, 1)
    assert source_of("\ufeff<p/>").place(1) == (1, 1)


def test_what_looks_like_a_tag_is_none() -> None:
    text = (
        "<!DOCTYPE a [<!ENTITY e '<b/>'><!-- ' <c> ]> -->]>"
        "<!-- <d> --><a n='<>' m=\">\"><![CDATA[<e>]]><?f <g/>?></a\n>"
    ).replace("<>", "&lt;>")
    (tag,) = source_of(text).tags
    assert (tag.name, list(tag.attributes)) == ("a", ["n", "m"])
    assert tag.close is not None
    assert text[slice(*tag.close)] == "</a\n>"


def test_a_file_that_is_not_well_formed_does_no_harm() -> None:
    for text in ("<a", "<a><!-- ", "</a></a>", "<a b='>", "<a><b></a>", "<a b=c/>", "<", "<<>>"):
        for tag in source_of(text).tags:
            assert list(tag.attributes) == []


def test_a_large_file_takes_linear_time() -> None:
    text = "<r>" + "<p n='1'>&lt;</p>" * 50_000 + "<!DOCTYPE " * 2_000 + "<!-- " * 2_000 + "</r>"
    assert len(source_of(text).tags) == 50_001


def test_what_is_laid_over_a_file_is_read_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"<old/>")
    with laid_over({str(path): b"<new/>"}):
        assert Source.read(tmp_path / "." / "a.xml").text == "<new/>"
        with laid_over({}):
            assert content_of(path) == b"<old/>"
    assert content_of(str(path)) == b"<old/>"
