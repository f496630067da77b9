"""The reading text of a document block by block: each with its place on the page and its names.

A block is a paragraph, verse line, heading or the like (tei/text.py); its text is the reading text,
with the lemma at each entry and without notes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from recensio.publish.prepare import Prepared
from recensio.tei.linkage import is_apart
from recensio.tei.names import XML_ID, tei, tei_names
from recensio.tei.text import APP, BREAK, Edge, is_block, lemma_of, normalise, pieces
from recensio.tei.witness_texts import EVERYTHING

TEXT: Final = tei("text")
HEAD: Final = tei("head")
HOLDERS: Final = tei_names("div div1 div2 div3 div4 div5 front body back text")
"""Elements that are no blocks but have a place to link to, if nothing inside them has."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the text: `anchor` is its place on the page, "" if it has none of its own.

    `label` is the number by which a reader is told the place, "" that of a heading; `section` the
    heading it stands under, `mentions` are ids of the names and dates in it.
    """

    anchor: str
    label: str
    section: str
    text: str
    mentions: tuple[str, ...] = ()


def blocks_of(prepared: Prepared, places: Collection[str]) -> Iterator[Block]:
    """The blocks of a document in their order; `places` are the ids that its page has."""
    reader = _Reader(places, {mention.id for mention in prepared.mentions})
    for text in prepared.document.tree.getroot().iter(TEXT):
        if next(text.iterancestors(TEXT), None) is None:
            yield from reader.read(text)


@dataclass(slots=True)
class _Reader:
    """Reads one document; what is open and gathered so far."""

    places: Collection[str]
    names: Collection[str]
    open: list[etree._Element] = field(default_factory=list)
    gathered: list[str] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    anchor: etree._Element | None = None
    is_head: bool = False
    section: str = ""
    count: int = 0

    def read(self, text: etree._Element) -> Iterator[Block]:
        self.open.append(text)
        yield from self._inside(text)
        yield from self._closed()
        self.open.pop()

    def _inside(self, element: etree._Element) -> Iterator[Block]:
        for piece in pieces(element, EVERYTHING):
            if isinstance(piece, str):
                for number, part in enumerate(piece.split(BREAK)):
                    if number:
                        yield from self._closed()
                    self._gather(part)
            elif isinstance(piece, Edge):
                self._edge(piece)
            elif piece.tag == APP and not is_apart(piece):
                chosen = lemma_of(piece)
                if isinstance(chosen, etree._Element):
                    yield from self._inside(chosen)

    def _edge(self, edge: Edge) -> None:
        if not edge.opens:
            self.open.pop()
            return
        self.open.append(edge.element)
        identifier = edge.element.get(XML_ID, "")
        if identifier in self.names:
            self.mentions.append(identifier)

    def _gather(self, text: str) -> None:
        if text.strip() and not any(map(str.strip, self.gathered)):
            self.anchor = next(filter(self._is_place, reversed(self.open)), None)
            self.is_head = any(element.tag == HEAD for element in self.open)
        self.gathered.append(text)

    def _is_place(self, element: etree._Element) -> bool:
        holds = element.tag in HOLDERS or is_block(element)
        return holds and element.get(XML_ID, "") in self.places

    def _closed(self) -> Iterator[Block]:
        """The block that ends here, if anything was read since the last one."""
        text = normalise("".join(self.gathered))
        if text:
            yield Block(*self._place(text), self.section, text, tuple(self.mentions))
            self.mentions.clear()
        self.gathered.clear()

    def _place(self, text: str) -> tuple[str, str]:
        """Anchor and label of the block that has just been read; a heading has no number."""
        anchor = self.anchor
        name = anchor.get(XML_ID, "") if anchor is not None else ""
        if self.is_head:
            self.section = text
            return name, ""
        self.count += 1
        own = anchor.get("n", "") if anchor is not None and is_block(anchor) else ""
        return name, own or str(self.count)
