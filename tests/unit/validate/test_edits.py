"""Fixes change what they name and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from recensio.model.problem import Fix
from recensio.tei.content import laid_over
from recensio.tei.locate import Locator
from recensio.validate import edits
from tests.support import Element

PATH = "text.xml"
Change = Callable[[Locator, Element], Fix | None]


def changed(xml: str, change: Change, name: str = "x") -> str:
    """The text after the fix that `change` returns for the first element of that name."""
    with laid_over({PATH: xml.encode()}):
        tree = etree.fromstring(xml.encode()).getroottree()
        element = next(e for e in tree.iter("*") if etree.QName(e).localname == name)
        fix = change(Locator(tree, PATH), element)
    assert fix is not None
    assert fix.title == "mend"
    for edit in sorted(fix.edits, key=lambda edit: edit.start, reverse=True):
        assert edit.path == PATH
        xml = xml[: edit.start] + edit.text + xml[edit.end :]
    etree.fromstring(xml.encode())
    return xml


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<x a="1"  b="2"/>', '<x a="&lt;&amp;\'&quot;&#10;"  b="2"/>'),
        ("<r><!-- <x a='' --><x a = '1'>é</x></r>", None),
    ],
)
def test_a_value_is_set_between_the_quotes_that_are_there(before: str, after: str | None) -> None:
    value = "<&'\"\n"
    text = changed(before, lambda at, x: edits.set_value(at, x, "a", value, "mend"))
    expected = after or "<r><!-- <x a='' --><x a = '&lt;&amp;&apos;\"&#10;'>é</x></r>"
    assert text == expected
    found = etree.fromstring(text.encode())
    assert (found if found.tag == "x" else found[-1]).get("a") == value


def test_an_attribute_is_renamed() -> None:
    text = changed(
        '<x id ="a1" n="2"/>', lambda at, x: edits.rename_attribute(at, x, "id", "xml:id", "mend")
    )
    assert text == '<x xml:id ="a1" n="2"/>'


def test_an_attribute_goes_with_the_white_space_before_it() -> None:
    for before, after in (
        ('<x a="1" b="2"/>', '<x b="2"/>'),
        ('<x\n  b="2"\n  a="1"\n/>', '<x\n  b="2"\n/>'),
        ("<x a=''/>", "<x/>"),
    ):
        assert changed(before, lambda at, x: edits.remove_attribute(at, x, "a", "mend")) == after


def test_an_attribute_is_added_after_the_others() -> None:
    for before, after in (
        ("<x/>", '<x a="1 &quot;"/>'),
        ("<x\n>y</x>", '<x a="1 &quot;"\n>y</x>'),
        ("<x b='>' />", "<x b='>' a=\"1 &quot;\" />"),
    ):
        text = changed(before, lambda at, x: edits.add_attribute(at, x, "a", '1 "', "mend"))
        assert text == after


def test_an_element_is_renamed_in_both_its_tags() -> None:
    def rename(at: Locator, x: Element) -> Fix | None:
        return edits.rename_element(at, x, "y", "mend")

    assert changed("<r><x>a<x/></x ></r>", rename) == "<r><y>a<x/></y ></r>"
    assert changed("<r><x n='1'/></r>", rename) == "<r><y n='1'/></r>"
    prefixed = '<t:r xmlns:t="urn:t"><t:x></t:x></t:r>'
    assert changed(prefixed, rename) == '<t:r xmlns:t="urn:t"><t:y></t:y></t:r>'


def test_an_element_goes_with_its_lines() -> None:
    def remove(at: Locator, x: Element) -> Fix | None:
        return edits.remove_element(at, x, "mend")

    assert changed("<r>\r\n  <x>\r\n a</x> \r\n  <y/>\r\n</r>", remove) == "<r>\r\n  <y/>\r\n</r>"
    assert changed("<r>\n a <x/>\n</r>", remove) == "<r>\n a \n</r>"
    assert changed("<r>\n\u00a0<x/>\n</r>", remove) == "<r>\n\u00a0\n</r>"


def test_an_element_is_unwrapped() -> None:
    def unwrap(at: Locator, x: Element) -> Fix | None:
        return edits.unwrap_element(at, x, "mend")

    assert changed("<r>a<x n='1'>b<x/></x>c</r>", unwrap) == "<r>ab<x/>c</r>"
    assert changed("<r>a<x/>c</r>", unwrap) == "<r>ac</r>"


def test_markup_before_and_after_keeps_the_layout() -> None:
    def before(at: Locator, x: Element) -> Fix | None:
        return edits.insert_before(at, x, "<new/>", "mend")

    def after(at: Locator, x: Element) -> Fix | None:
        return edits.insert_after(at, x, "<new>\n</new>", "mend")

    assert changed("<r>\n  <x/>\n</r>", before) == "<r>\n  <new/>\n  <x/>\n</r>"
    assert changed("<r>a <x/></r>", before) == "<r>a <new/><x/></r>"
    laid_out = "<r>\r\n\t<x>a</x>\r\n\t<new>\r\n\t</new>\r\n</r>"
    assert changed("<r>\r\n\t<x>a</x>\r\n</r>", after) == laid_out
    assert changed("<r>\n <x/>text</r>", after) == "<r>\n <x/><new>\n</new>text</r>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<r><x/></r>", "<r><x><new/></x></r>"),
        ("<r>\n  <x />\n</r>", "<r>\n  <x><new/></x>\n</r>"),
        ("<r><x>a</x></r>", "<r><x>a<new/></x></r>"),
        ("<r>\n <x>\n    <y/>\n </x></r>", "<r>\n <x>\n    <y/>\n    <new/>\n </x></r>"),
        ("<r>\n <x>\n </x></r>", "<r>\n <x>\n   <new/>\n </x></r>"),
        ("<x><y/></x>", "<x><y/><new/></x>"),
    ],
)
def test_markup_at_the_end_is_laid_out_as_the_children_are(before: str, after: str) -> None:
    assert changed(before, lambda at, x: edits.append_inside(at, x, "<new/>", "mend")) == after


def test_there_is_no_fix_where_there_is_no_place() -> None:
    tree = etree.fromstring("<x a='1'/>").getroottree()
    nowhere, root = Locator(tree, "no-such-file.xml"), tree.getroot()
    assert edits.set_value(nowhere, root, "a", "2", "mend") is None
    assert edits.rename_attribute(nowhere, root, "a", "b", "mend") is None
    assert edits.remove_attribute(nowhere, root, "a", "mend") is None
    assert edits.add_attribute(nowhere, root, "b", "2", "mend") is None
    assert edits.rename_element(nowhere, root, "y", "mend") is None
    assert edits.remove_element(nowhere, root, "mend") is None
    assert edits.unwrap_element(nowhere, root, "mend") is None
    assert edits.insert_before(nowhere, root, "<y/>", "mend") is None
    assert edits.insert_after(nowhere, root, "<y/>", "mend") is None
    assert edits.append_inside(nowhere, root, "<y/>", "mend") is None


def test_an_attribute_is_not_written_twice() -> None:
    xml = "<x a='1' b='2'/>"
    with laid_over({PATH: xml.encode()}):
        tree = etree.fromstring(xml).getroottree()
        locator = Locator(tree, PATH)
        assert edits.add_attribute(locator, tree.getroot(), "a", "2", "mend") is None
        assert edits.rename_attribute(locator, tree.getroot(), "a", "b", "mend") is None
        assert edits.set_value(locator, tree.getroot(), "c", "2", "mend") is None
