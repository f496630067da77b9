"""Links of the site led to the files of a book."""

from __future__ import annotations

from typing import Final

import pytest
from lxml import etree

from recensio.publish.epub.addresses import Addresses
from recensio.publish.epub.leaves import Chapter, Leaf

PARTS: Final = (
    '<article><p id="é"/><a href="#b"/><a class="mark" href="#app1"/><a href=" #é "/></article>',
    '<article><ol id="b"><li class="entry" id="app1"/><li class="entry" id="app2"/></ol></article>',
)
CHAPTER: Final = Chapter("texts/one.html", "One", tuple(map(etree.fromstring, PARTS)), "en")
OTHER: Final = Chapter("index.html", "Index", (etree.fromstring('<article id="é"/>'),), "en")
LEAVES: Final = (
    *(Leaf(f"{n}.xhtml", CHAPTER, each) for n, each in enumerate(CHAPTER.articles)),
    Leaf("2.xhtml", OTHER, OTHER.articles[0]),
)
ADDRESSES: Final = Addresses(LEAVES)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("#é", "#é"),
        ("#%C3%A9", "#é"),
        ("#b", "1.xhtml#b"),
        ("#nowhere", ""),
        ("one.html", "0.xhtml"),
        ("../index.html", "2.xhtml"),
        ("../index.html#é", "2.xhtml#é"),
        ("../index.html#b", ""),
        ("../left-out.html", ""),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/ü [1]", "https://example.org/%C3%BC%20[1]"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://exa mple.org/", ""),
        ("https://[::1", ""),
        ("http://", ""),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/hosts", ""),
        ("//example.org/x", ""),
    ],
)
def test_a_link_leads_where_the_place_is(link: str, address: str) -> None:
    assert ADDRESSES.address(link, "texts/one.html", "0.xhtml") == address


def test_only_links_that_change_are_told() -> None:
    assert dict(ADDRESSES.changed(LEAVES[0])) == {
        "#b": "1.xhtml#b",
        "#app1": "1.xhtml#app1",
        "#é": "#é",
    }


def test_entries_that_no_mark_opens_are_told() -> None:
    assert list(ADDRESSES.unopened(LEAVES[1])) == ["app2"]
