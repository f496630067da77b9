"""Places: line, column, absolute path and identifier of an element."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.model.problem import Location
from recensio.tei.io import read
from recensio.tei.locate import Locator
from tests.support import NS, XML_ID, Tree, tei, the

BODY = '\n  <div xml:id="one"><p>a</p><p>b</p></div>\n\t<div>\n<p>ccé<hi>d</hi></p></div>'


def located(folder: Path, content: bytes) -> tuple[Tree, Locator]:
    path = folder / "text.xml"
    path.write_bytes(content)
    value = read(path).value
    assert value is not None
    return value.tree, Locator(value.tree, str(path))


def place_of(folder: Path, content: bytes, xpath: str) -> Location:
    tree, locator = located(folder, content)
    return locator.location(the(tree.find(xpath, NS)), column=True)


def test_a_place_has_line_column_path_and_identifier(tmp_path: Path) -> None:
    place = place_of(tmp_path, tei(BODY).encode(), ".//t:div")
    assert (place.line, place.column) == (2, 3)
    assert place.xpath == "/TEI[1]/text[1]/body[1]/div[1]"
    assert place.xml_id == "one"
    assert place.path == str(tmp_path / "text.xml")
    assert str(place) == f"{tmp_path / 'text.xml'}:2:3"


def test_columns_count_characters(tmp_path: Path) -> None:
    place = place_of(tmp_path, tei(BODY).encode(), ".//t:hi")
    assert (place.line, place.column) == (4, 7)
    assert place.xpath == "/TEI[1]/text[1]/body[1]/div[2]/p[1]/hi[1]"


def test_the_column_is_looked_up_only_when_it_is_asked_for(tmp_path: Path) -> None:
    tree, locator = located(tmp_path, tei(BODY).encode())
    (tmp_path / "text.xml").unlink()
    place = locator.location(the(tree.find(".//t:div", NS)))
    assert (place.line, place.column) == (2, None)


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1", "windows-1252"])
def test_columns_do_not_depend_on_the_encoding(tmp_path: Path, encoding: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>\n{tei(BODY)}'.encode(encoding)
    place = place_of(tmp_path, content, ".//t:hi")
    assert (place.line, place.column) == (5, 7)


def test_columns_are_known_in_an_encoding_that_expat_does_not_know(tmp_path: Path) -> None:
    content = '<?xml version="1.0" encoding="Shift_JIS"?>\n' + tei("\n<p>日本<hi/></p>")
    place = place_of(tmp_path, content.encode("shift_jis"), ".//t:hi")
    assert (place.line, place.column) == (3, 6)


def test_an_attribute_has_a_place_of_its_own(tmp_path: Path) -> None:
    content = tei('\n<p n="1"\n  xml:id = "a">b</p>').encode()
    tree, locator = located(tmp_path, content)
    element = the(tree.find(".//t:body/t:p", NS))
    places = [locator.location(element, attribute=name) for name in ("n", "xml:id", "rend")]
    assert [(place.line, place.column) for place in places] == [(2, 4), (3, 3), (2, 1)]
    assert places[1].xml_id == "a"


def test_the_tag_of_an_element_is_that_of_the_file(tmp_path: Path) -> None:
    tree, locator = located(tmp_path, tei(BODY).encode())
    tag = locator.tag(the(tree.find(".//t:hi", NS)))
    assert locator.source is not None
    assert tag is not None
    assert locator.source.text[tag.start : tag.element_end] == "<hi>d</hi>"


def test_there_are_no_tags_without_the_file(tmp_path: Path) -> None:
    tree, locator = located(tmp_path, tei(BODY).encode())
    (tmp_path / "text.xml").unlink()
    element = the(tree.find(".//t:div", NS))
    assert locator.source is None
    assert locator.tag(element) is None
    assert locator.location(element, attribute="xml:id").line == 2


def test_an_entity_with_elements_leaves_the_line(tmp_path: Path) -> None:
    content = f'<!DOCTYPE TEI [<!ENTITY x "<hi>in</hi>">]>\n{tei("&x;<p/>&x;")}'
    place = place_of(tmp_path, content.encode(), ".//t:body/t:p")
    assert place.line == 2
    assert place.xpath == "/TEI[1]/text[1]/body[1]/p[1]"


def test_lines_beyond_65535_are_counted(tmp_path: Path) -> None:
    content = tei("\n" * 70_000 + "<p/>").encode()
    assert place_of(tmp_path, content, ".//t:body/t:p").line == 70_001


def test_an_xml_base_of_a_stranger_is_no_file(tmp_path: Path) -> None:
    for base in ("http://example.org/", "x" * 300, "../../etc/"):
        content = tei(f'<div xml:base="{base}"><p/></div>').encode()
        assert place_of(tmp_path, content, ".//t:div/t:p").path == str(tmp_path / "text.xml")


def test_every_element_is_found_by_its_path(tmp_path: Path) -> None:
    tree, locator = located(tmp_path, tei(BODY).encode())
    places = locator.by_xpath()
    assert list(places.values()) == list(tree.iter("*"))
    assert places["/TEI[1]/text[1]/body[1]/div[1]"].get(XML_ID) == "one"


def test_elements_of_other_namespaces_count_by_their_local_name(tmp_path: Path) -> None:
    content = tei('<p/><x:p xmlns:x="urn:x"/><p/>').encode()
    tree, locator = located(tmp_path, content)
    paths = [locator.xpath(element) for element in the(tree.find(".//t:body", NS))]
    assert [path.rpartition("/")[2] for path in paths] == ["p[1]", "p[2]", "p[3]"]
