"""What a page of the site shows: its places, and the text at each, as they stand in its HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from lxml import html
from lxml.etree import _Element

from recensio.publish.site.page import Page
from recensio.tei.text import normalise

READING: Final = "documents"
"""The room of the pages that show a reading text."""

IDENTIFIER: Final = re.compile(r'\sid="([^"]*)"')
BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "caption", "dd", "div", "dl", "dt"),
        *("figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p"),
        *("section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
UNREAD: Final = frozenset(("nav", "template", "script", "style", "svg", "button", "summary"))
"""Elements that are no text of the edition."""

MARKED: Final = frozenset(("data-entry", "data-note", "data-pagefind-ignore", "hidden"))
"""Attributes of what stands beside the text: entries, notes, what a page excepts itself."""

CLASSES: Final = frozenset(
    ("cite", "mark", "noteref", "line-number", "apparatus", "footnotes", "said")
)
"""Classes of the marks and numbers in the text, and of what a page says itself."""


def showing(pages: Sequence[Page]) -> Mapping[str, list[Page]]:
    """The pages that show the text of a document, by its id: the reading text's, then witnesses'.

    A page of several texts side by side shows what these show.
    """
    own = {page.document.id: [page] for page in pages if page.document and page.room == READING}
    for page in pages:
        if page.document and page.witness and page.document.id in own:
            own[page.document.id].append(page)
    return own


def places_of(main: str) -> Set[str]:
    """The ids of a page's content."""
    return frozenset(IDENTIFIER.findall(main))


def texts_of(main: str, anchors: Set[str]) -> Mapping[str, str]:
    """The text at each of these ids of a page, without what stands at another one inside it."""
    gathered: dict[str, list[str]] = {}
    for anchor, text in _pieces(html.fragment_fromstring(main, "main"), "", anchors):
        gathered.setdefault(anchor, []).append(text)
    return {anchor: normalise("".join(texts)) for anchor, texts in gathered.items() if anchor}


def _pieces(element: _Element, anchor: str, anchors: Set[str]) -> Iterator[tuple[str, str]]:
    """The text inside an element, piece by piece with the id that it belongs to."""
    own = element.get("id", "")
    anchor = own if own in anchors else anchor
    yield anchor, element.text or ""
    for child in element:
        edge = " " if child.tag in BLOCKS else ""
        yield anchor, edge
        if isinstance(child.tag, str) and not _is_unread(child):
            yield from _pieces(child, anchor, anchors)
        yield anchor, edge + (child.tail or "")


def _is_unread(element: _Element) -> bool:
    return (
        element.tag in UNREAD
        or not MARKED.isdisjoint(element.keys())
        or not CLASSES.isdisjoint(element.get("class", "").split())
    )
