"""Beginnings: the blocks that begin with an anchor, and the number with which they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recensio.importers.html.elements import BLOCKS, HEADINGS
from recensio.importers.html.marks import FARTHEST, WORDS
from recensio.importers.html.page import Page
from recensio.importers.html.scan import Form, Piece, shown


class Beginnings:
    """The beginnings of the blocks of a page; each is looked for once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._known: dict[int, int | None] = {}

    def of(self, anchor: int) -> int | None:
        """The index at which the block begins that has its anchor at its beginning."""
        if anchor not in self._known:
            self._known[anchor] = self._sought(anchor)
        return self._known[anchor]

    def _sought(self, anchor: int) -> int | None:
        pieces = self._page.pieces
        if self._opens_heading(anchor):
            return None
        for index in range(anchor, max(-1, anchor - FARTHEST), -1):
            piece = pieces[index]
            if piece.name in BLOCKS:
                return None if piece.name in HEADINGS else index + (piece.form is Form.END)
            words = shown(self._page.text, piece).strip() if piece.form in WORDS else ""
            if piece.name == "br" or words not in ("", "[", "("):
                return index + 1 if piece.name == "br" else None
        return None

    def _opens_heading(self, index: int) -> bool:
        """Whether the next words are those of a heading."""
        for piece in self._page.pieces[index : index + FARTHEST]:
            if piece.name in HEADINGS:
                return True
            if piece.form in WORDS and not shown(self._page.text, piece).isspace():
                return False
        return False

    def marker(self, begun: int, label: str) -> Iterator[tuple[int, tuple[int, int]]]:
        """The spans of the number with which a body begins, each with the index of its piece."""
        parts = list(self._opening(begun))
        joined = "".join(self._page.text[part.start : part.end] for _, part in parts)
        form = rf"\s*([\[(]?(?:{re.escape(label)}(?!\w)|[\^↑])[\])]?[.:)]?[\])]?)"
        match = re.match(form, joined)
        left, right = match.span(1) if match else (0, 0)
        at = 0
        for index, part in parts:
            shift = part.start - at
            at += part.end - part.start
            start, end = max(part.start, left + shift), min(part.end, right + shift)
            if start < end:
                yield index, (start, end)

    def _opening(self, begun: int) -> Iterator[tuple[int, Piece]]:
        """The pieces of text with which a body begins, up to the first block within."""
        met = False
        for index in range(begun, min(begun + FARTHEST, len(self._page.pieces))):
            piece = self._page.pieces[index]
            if piece.form is Form.TEXT:
                met = met or not self._page.text[piece.start : piece.end].isspace()
                yield index, piece
            elif piece.form is Form.CHARACTER or (met and piece.name in BLOCKS):
                return
