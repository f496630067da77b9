"""Elements beside their tags, through inclusions of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from recensio.tei.io import read
from recensio.tei.locate import Locator
from tests.support import NS, laid_out, tei

XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
PART = f'<p xmlns="{NS["t"]}">part <hi xml:id="here">with<lb/> a name</hi></p>'


def tags_as_written(folder: Path, body: str, files: Mapping[str, str]) -> list[str]:
    """File and tag of each element below the body, in the order of the tree."""
    laid_out(folder, {"main.xml": tei(body), **files})
    value = read(folder / "main.xml", folder).value
    assert value is not None
    locator = Locator(value.tree, str(folder / "main.xml"))
    found = []
    for element in value.tree.iterfind(".//t:body//*", NS):
        written = locator.written(element)
        assert written is not None
        source, tag = written
        place = locator.location(element, column=True)
        assert (place.path, place.line, place.column) == (source.path, *source.place(tag.start))
        own = source.path == str(folder / "main.xml")
        assert locator.tag(element) == (tag if own else None)
        found.append(f"{Path(source.path).name} {source.text[tag.start : tag.end]}")
    return found


def test_elements_around_and_in_an_inclusion_have_their_own_tags(tmp_path: Path) -> None:
    body = f'<div><xi:include {XI} href="a%20b.xml"/><lb n="2"/></div>'
    assert tags_as_written(tmp_path, body, {"a b.xml": PART}) == [
        "main.xml <div>",
        f'a b.xml <p xmlns="{NS["t"]}">',
        'a b.xml <hi xml:id="here">',
        "a b.xml <lb/>",
        'main.xml <lb n="2"/>',
    ]


def test_an_inclusion_of_a_part_begins_there(tmp_path: Path) -> None:
    body = f'<xi:include {XI} href="part.xml" xpointer="here"/><p/>'
    assert tags_as_written(tmp_path, body, {"part.xml": PART}) == [
        'part.xml <hi xml:id="here">',
        "part.xml <lb/>",
        "main.xml <p/>",
    ]


def test_inclusions_of_text_and_fallbacks_leave_no_tag(tmp_path: Path) -> None:
    body = (
        f'<p><xi:include {XI} href="a.txt" parse="text"/><hi/></p>'
        f'<xi:include {XI} href="absent.xml"><xi:fallback><ab><hi n="f"/></ab></xi:fallback>'
        f'</xi:include><xi:include {XI} href="part.xml"><xi:fallback><l/></xi:fallback>'
        f'</xi:include><p n="2"/><xi:include {XI} href="a.txt" parse="text"/>'
    )
    found = tags_as_written(tmp_path, body, {"part.xml": PART, "a.txt": "text"})
    assert [line for line in found if line.startswith("main")] == [
        "main.xml <p>",
        "main.xml <hi/>",
        "main.xml <ab>",
        'main.xml <hi n="f"/>',
        'main.xml <p n="2"/>',
    ]
    assert len(found) == 8


def test_inclusions_in_what_is_included(tmp_path: Path) -> None:
    outer = f'<div xmlns="{NS["t"]}"><xi:include {XI} href="part.xml"/><lb n="o"/></div>'
    body = f'<xi:include {XI} href="in/outer.xml"/><lb n="m"/>'
    found = tags_as_written(tmp_path, body, {"in/outer.xml": outer, "in/part.xml": PART})
    assert [line.split()[0] for line in found] == [
        "outer.xml",
        "part.xml",
        "part.xml",
        "part.xml",
        "outer.xml",
        "main.xml",
    ]


def test_an_inclusion_that_is_not_resolved_stays(tmp_path: Path) -> None:
    body = f'<p/><xi:include {XI} href="absent.xml"/><p n="2"/>'
    found = tags_as_written(tmp_path, body, {})
    assert [line.split()[1] for line in found] == ["<p/>", "<xi:include", "<p"]


def test_nothing_is_known_after_an_entity_that_holds_elements(tmp_path: Path) -> None:
    path = tmp_path / "main.xml"
    path.write_text(f'<!DOCTYPE TEI [<!ENTITY x "<p>in</p>">]>{tei("<p/>&x;")}', encoding="utf-8")
    value = read(path).value
    assert value is not None
    locator = Locator(value.tree, str(path))
    assert [locator.tag(element) for element in value.tree.iterfind(".//t:p", NS)] == [None] * 4
