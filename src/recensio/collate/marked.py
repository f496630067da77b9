"""A witness in TEI becomes tokens with their markup."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.collate.markup import BREAKS, Between, Closed, Event, Markup, Opened, Piece
from recensio.collate.tokens import Token, TokenMaker, WitnessText, shape_of
from recensio.tei.names import TEI_NS, XML_ID, tei, tei_names
from recensio.tei.text import (
    BLOCKS,
    CHOSEN,
    ENTRIES,
    GAP,
    INLINE_BLOCKS,
    LEFT_OUT,
    lemma_of,
    text_of,
)

DIVISIONS: Final = tei_names(
    "text front body back group floatingText div div1 div2 div3 div4 div5 div6 div7 titlePage lg"
)
PARTING: Final = DIVISIONS | BLOCKS
"""Elements before which a new line of text begins, as `recensio.tei.text` has it."""

RUNNING: Final = tei_names("p l item head")
"""Within these a quotation or the like is part of the text unless blocks stand in it."""

WHOLE: Final = BREAKS | tei_names("choice gap space")
TEXT_ONLY: Final = tei_names("idno formula code eg gi att val tag ident ex geo")
"""Elements in which no entry of an apparatus can stand, nor in those of other namespaces."""

OF_ENTRIES: Final = tei_names("witStart witEnd lacunaStart lacunaEnd")
"""What has its sense only in the apparatus of the document, which is not taken over."""

IDENTIFIER: Final = re.compile(r' (?:xmlns(?::\w+)?|xml:id)="[^"]*"')


def marked(siglum: str, root: etree._Element, make: TokenMaker) -> WitnessText:
    """A witness from a TEI document; of an apparatus in it, the lemmata are read."""
    reader = _Reader(make)
    for text in root.iter(tei("text")):
        if next(text.iterancestors(tei("text")), None) is None:
            reader.block(text)
    return WitnessText(siglum, tuple(reader.tokens), reader.markup)


class _Reader:
    """Goes through the text and gathers pieces; at each end of a block they become tokens."""

    def __init__(self, make: TokenMaker) -> None:
        self.make = make
        self.tokens: list[Token] = []
        self.markup = Markup()
        self.pieces: list[Piece] = []
        self.around: tuple[int, ...] = ()
        self.before: tuple[int, ...] = ()

    def block(self, node: etree._Element) -> None:
        """Read a block."""
        self._end_of_text()
        self._event(Opened(node))
        self._inside(node)
        self._end_of_text()
        self._event(Closed())

    def _inside(self, element: etree._Element) -> None:
        self._text(element.text)
        for child in element:
            self._node(child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self.pieces.append(Piece(text, self.around))

    def _node(self, node: etree._Element) -> None:
        if node.tag in OF_ENTRIES:
            return
        if node.tag == tei("app"):
            lemma = lemma_of(node)
            if isinstance(lemma, etree._Element):
                self._inside(lemma)
        elif _is_whole(node):
            self.pieces.append(Piece(_read_at(node), self.around, node))
        elif _is_block(node):
            self.block(node)
        else:
            self._inline(node)

    def _inline(self, node: etree._Element) -> None:
        self.markup.elements.append(node)
        outside = self.around
        self.around = (*outside, len(self.markup.elements) - 1)
        self._inside(node)
        self.around = outside

    def _event(self, event: Event) -> None:
        self.markup.blocks.setdefault(len(self.tokens), []).append(event)

    def _end_of_text(self) -> None:
        """Make tokens of the pieces so far; if there are none, they stand between blocks."""
        pieces, self.pieces = self.pieces, []
        spans = list(self.make.spans("".join(map(_shape, pieces))))
        if not spans:
            for piece in pieces:
                if piece.element is not None:
                    self._event(Between(piece.element))
            return
        text, last = "".join(piece.text for piece in pieces), -1
        parts = _parts(pieces, spans)
        for (start, end), part in zip(spans, parts, strict=True):
            space = "" if start == last else " "
            word = " ".join(text[start:end].split())
            self.tokens.append(self.make.token(word, space, self._signature(part)))
            self.markup.pieces.append(tuple(part))
            last = end

    def _signature(self, pieces: Sequence[Piece]) -> str:
        """What tells the markup of these pieces from that of others; breaks do not count."""
        signs: list[str] = []
        around: tuple[int, ...] | None = None
        for piece in pieces:
            if piece.is_break:
                continue
            if piece.element is not None:
                signs.append(self._levels(piece) + IDENTIFIER.sub("", _serialised(piece.element)))
            elif piece.around == around:
                signs[-1] += piece.text
            else:
                signs.append(f"{self._levels(piece)}|{piece.text}")
            around = piece.around if piece.element is None else None
            self.before = piece.around
        return "" if len(signs) == 1 and signs[0].startswith("|") else "".join(signs)

    def _levels(self, piece: Piece) -> str:
        """The elements around a piece, each marked if it was around the one before."""
        return "".join(
            f"{start_tag(self.markup.elements[number])}{'+' if number in self.before else ''}"
            for number in piece.around
        )


def _parts(pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The pieces token by token; white space between tokens is left out.

    What has no text goes with the token that it follows at once, else with the next one.
    """
    parts: list[list[Piece]] = [[] for _ in spans]
    ends = [end for _, end in spans]
    at = 0
    for piece in pieces:
        if piece.element is None:
            for index, start, end in _stretches(at, at + len(piece.text), spans, ends):
                parts[index].append(piece._replace(text=piece.text[start - at : end - at]))
        else:
            follows = not piece.text and not piece.is_break
            index = (bisect_left if follows else bisect_right)(ends, at)
            parts[min(index, len(parts) - 1)].append(piece)
        at += len(piece.text)
    return parts


def _stretches(
    at: int, last: int, spans: Sequence[tuple[int, int]], ends: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Which tokens have a share in the text from `at` to `last`, and which share."""
    for index in range(bisect_right(ends, at), len(spans)):
        start, end = spans[index]
        if start >= last:
            return
        yield index, max(start, at), min(end, last)


def _shape(piece: Piece) -> str:
    """What is not taken apart is part of a word; a break that parts words is a space."""
    if piece.element is None or not piece.text.strip():
        return shape_of(piece.text)
    return "w" * len(piece.text)


def _is_whole(node: etree._Element) -> bool:
    if not isinstance(node.tag, str) or node.tag in WHOLE or _is_text_only(node):
        return True
    if node.tag in LEFT_OUT:
        return node.tag != tei("note") or not _is_printed(node)
    return not "".join(node.itertext()).strip()


def _is_text_only(node: etree._Element) -> bool:
    return node.tag in TEXT_ONLY or etree.QName(node).namespace != TEI_NS


def _is_printed(note: etree._Element) -> bool:
    """Whether a note is text of the source, as `recensio.tei.text` has it."""
    return note.get("type") == "interpolation" and note.get("place") == "inline"


def _read_at(node: etree._Element) -> str:
    """What is read at an element that is not taken apart."""
    if not isinstance(node.tag, str) or node.tag in LEFT_OUT or node.tag == tei("milestone"):
        return ""
    if node.tag == tei("gap"):
        return GAP
    if node.tag == tei("choice"):
        chosen = next(node.iterchildren(*CHOSEN), next(node.iterchildren("*"), None))
        return "" if chosen is None else text_of(chosen)
    if _is_text_only(node):
        return text_of(node)
    if node.tag in WHOLE:
        return "" if node.get("break") == "no" else " "
    return " " if "".join(node.itertext()) else ""


def _is_block(node: etree._Element) -> bool:
    """Whether an element is a block, or blocks stand in it."""
    if node.tag in DIVISIONS or (node.tag in BLOCKS and not _is_running(node)):
        return True
    return any(not _is_whole(child) and _is_block(child) for child in node)


def _is_running(node: etree._Element) -> bool:
    """Whether a quotation or the like is part of a running text, as `recensio.tei.text` has it."""
    around = node.getparent()
    while around is not None and around.tag in ENTRIES:
        around = around.getparent()
    return node.tag in INLINE_BLOCKS and around is not None and around.tag in RUNNING


def start_tag(element: etree._Element) -> str:
    """The start tag of an element without its identifier."""
    pairs = sorted((str(key), str(value)) for key, value in element.attrib.items())
    return f"<{element.tag!s} {[pair for pair in pairs if pair[0] != XML_ID]}>"


def _serialised(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)
