"""The element at a place of a file, without a tree."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given

from recensio.tei.io import read
from recensio.tei.locate import Locator
from recensio.tei.paths import Paths
from recensio.tei.source import Source
from tests.property.test_source import Writer, documents
from tests.support import tei, tree_of

TEXT = '<!-- <p> --><r>\n<p n=">" xml:id="a">x<hi/>y</p> <p><t:hi xmlns:t="u">z</t:hi></p></r> '


def found(text: str) -> tuple[str | None, str | None]:
    """What is said of the place that is marked with |."""
    at = TEXT.index(text.replace("|", "")) + text.index("|")
    return Paths(Source("a.xml", TEXT)).at(at)


def test_a_place_is_in_the_innermost_element_around_it() -> None:
    assert found("|<p n") == ("/r[1]/p[1]", "a")
    assert found('n="|>"') == ("/r[1]/p[1]", "a")
    assert found(">|x") == ("/r[1]/p[1]", "a")
    assert found("|<hi/>") == ("/r[1]/p[1]/hi[1]", None)
    assert found("<hi/>|y") == ("/r[1]/p[1]", "a")
    assert found("</|p> ") == ("/r[1]/p[1]", "a")
    assert found("</p>| <p>") == ("/r[1]", None)
    assert found("|z") == ("/r[1]/p[2]/hi[1]", None)


def test_outside_the_root_there_is_no_element() -> None:
    assert found("|<!--") == (None, None)
    assert found("</r>| ") == (None, None)
    assert Paths(Source("a.xml", "")).at(0) == (None, None)


def test_paths_are_those_of_the_tree(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(tei("<p>a<hi>b</hi></p><p><hi/><hi/></p>"), encoding="utf-8")
    value = read(path).value
    assert value is not None
    locator = Locator(value.tree, str(path))
    assert locator.source is not None
    paths = Paths(locator.source)
    for element in value.tree.iter("*"):
        tag = locator.tag(element)
        assert tag is not None
        assert paths.at(tag.start)[0] == paths.at(tag.end - 1)[0] == locator.xpath(element)


@given(documents(""))
def test_every_tag_is_at_its_own_path(document: Writer) -> None:
    text = document.text
    source, tree = Source("a.xml", text), tree_of(text)
    steps = [Locator(tree, "").xpath(element) for element in tree.iter("*")]
    assert [Paths(source).at(tag.start)[0] for tag in source.tags] == steps
