"""Marks of notes: the pieces of a reference as tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recensio.importers.blocks import Mark
from recensio.importers.html.page import Page
from recensio.importers.html.scan import MARKS, Form, Piece, shown
from recensio.importers.tokens import Sort, Token, drop

NUMBER: Final = re.compile(r"[^\s\[\](),]+")
WORDS: Final = (Form.TEXT, Form.CHARACTER)
FARTHEST: Final = 14
"""How many pieces the mark of a note may have, its tags included."""


def reference_tokens(page: Page, first: int, last: int, numbers: Sequence[str]) -> Iterator[Token]:
    """The tokens of the pieces from `first` to `last`, in which these numbers stand in order."""
    left = list(reversed(numbers))
    for piece in page.pieces[first : last + 1]:
        if piece.form not in WORDS:
            yield from drop(piece.start, piece.end, MARKS[piece.form])
            continue
        at = piece.start
        for start, end in _numbers(page.text, piece) if left else ():
            yield from _between(page.text, at, start)
            number = left.pop() if left else ""
            yield Token(
                Sort.REFERENCE if number else Sort.DROP, start, end, number or Mark.REFERENCE
            )
            at = end
        yield from _between(page.text, at, piece.end)


def _numbers(text: str, piece: Piece) -> list[tuple[int, int]]:
    """The spans of a piece of text that are no brackets and no white space."""
    if piece.form is Form.CHARACTER:
        named = shown(text, piece).strip("[]() \xa0")
        return [(piece.start, piece.end)] if named else []
    return [match.span() for match in NUMBER.finditer(text, piece.start, piece.end)]


def _between(text: str, start: int, end: int) -> Iterator[Token]:
    """Brackets and white space around numbers."""
    for match in re.finditer(r"\s+|\S", text[start:end]):
        mark = Mark.WHITE_SPACE if match[0].isspace() else Mark.REFERENCE
        yield from drop(start + match.start(), start + match.end(), mark)
