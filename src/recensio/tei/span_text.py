"""The words of the base text in a span (TEI Guidelines, 12.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.tei.names import tei, tei_names
from recensio.tei.spans import Span
from recensio.tei.text import BLOCKS, BREAK, normalise, pieces_of

ALTERNATIVES: Final = tei_names("lem rdg rdgGrp sic corr orig reg abbr expan")
"""What stands in the place of something else beside it: the text goes on behind both."""


def words_of(span: Span) -> str:
    """The base text between the ends of a span, on one line, as `text_of` gives that of elements.

    The cost is that of the span, wherever in the document it lies.
    """
    if span.begin is not None or span.end is not None:
        return _characters(span)
    walk = _Walk(span.last)
    return normalise("".join(walk.pieces(span.first)).replace(BREAK, " "))


def _characters(span: Span) -> str:
    """The characters of the string value; those of several elements are not put together."""
    if span.first is not span.last:
        return ""
    return normalise("".join(map(str, span.first.itertext()))[span.begin : span.end])


class _Walk:
    """A walk through the text in its order as far as the end of an element."""

    def __init__(self, last: etree._Element) -> None:
        self._last = last
        self._around = {last, *last.iterancestors()}
        self._done = False

    def pieces(self, first: etree._Element) -> Iterator[str]:
        """The text from the start tag of an element on."""
        yield from self._node(first)
        node: etree._Element | None = first
        while node is not None and not self._done:
            if node.tag not in ALTERNATIVES:
                yield from self._after(node)
            node = node.getparent()
            yield BREAK if node is not None and node.tag in BLOCKS else ""

    def _after(self, node: etree._Element) -> Iterator[str]:
        """The text behind an element as far as its parent goes."""
        yield node.tail or ""
        for following in node.itersiblings():
            yield from self._node(following)
            if self._done:
                return
            yield following.tail or ""

    def _node(self, node: etree._Element) -> Iterator[str]:
        if node is self._last:
            self._done = True
            yield from () if node.tag == tei("app") else pieces_of(node)
        elif node in self._around:
            yield BREAK if node.tag in BLOCKS else ""
            yield from self._inside(node)
        else:
            yield from pieces_of(node)

    def _inside(self, element: etree._Element) -> Iterator[str]:
        """The text inside an element that holds the last one; of alternatives only those."""
        alternatives = any(child.tag in ALTERNATIVES for child in element)
        yield "" if alternatives else element.text or ""
        for child in element:
            if not alternatives or child in self._around:
                yield from self._node(child)
            if self._done:
                return
            yield "" if alternatives else child.tail or ""
