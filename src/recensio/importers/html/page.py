"""The page: the pieces of a source with what is not of its text left out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from recensio.importers.html.elements import IN_HEAD, LEFT_OUT, OF_THE_PAGE, OF_THE_TEXT, ROLES
from recensio.importers.html.scan import Form, Piece, pieces, value

NOTE: Final = re.compile(r"note|ftn|edn|(?<![a-z])(?:fn|n)[-_]?\d", re.IGNORECASE)
"""What the identifiers of notes are like."""

IDENTIFIED: Final = re.compile(r"\s(?:id|name|role)\s*=\s*([^\s>]{1,80})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A source of HTML.

    `starts` has the offset of each piece, `ends` the end tag of each start tag that has one, both
    by their index.
    """

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    ends: Mapping[int, int]

    def between(self, start: int, end: int) -> Iterator[tuple[int, Piece]]:
        """The pieces in a span, the first and last cut to it, with their indices."""
        first = max(0, bisect_right(self.starts, start) - 1)
        for index in range(first, bisect_left(self.starts, end)):
            piece = self.pieces[index]
            if piece.start < start or piece.end > end:
                piece = replace(piece, start=max(start, piece.start), end=min(end, piece.end))
            if piece.start < piece.end:
                yield index, piece

    def closing(self, index: int) -> int:
        """The offset behind the element that begins with a piece, as far as its tags tell."""
        return self.pieces[self.ends.get(index, index)].end


# Every step of an import asks for the page; of two sources at most one is read at a time.
@lru_cache(maxsize=2)
def page_of(text: str) -> Page:
    """The page that a source holds."""
    found = tuple(pieces(text))
    kept = tuple(_kept(text, found, _ends(found)))
    return Page(text, kept, tuple(piece.start for piece in kept), _ends(kept))


def _ends(found: Sequence[Piece]) -> dict[int, int]:
    ends: dict[int, int] = {}
    begun: dict[str, list[int]] = {}
    for index, piece in enumerate(found):
        if piece.form is Form.START:
            begun.setdefault(piece.name, []).append(index)
        elif piece.form is Form.END and begun.get(piece.name):
            ends[begun[piece.name].pop()] = index
    return ends


def _kept(text: str, found: Sequence[Piece], ends: Mapping[int, int]) -> Iterator[Piece]:
    """The pieces, those of an element that is left out as one."""
    leaving = _Leaving(text, found, ends)
    index = 0
    while index < len(found):
        piece = found[index]
        after = leaving.after(index)
        if after > index:
            yield Piece(Form.LEFT_OUT, piece.start, found[after - 1].end, piece.name)
        else:
            yield piece
        index = max(after, index + 1)


class _Leaving:
    """Which elements are left out, asked in the order of the pieces."""

    def __init__(self, text: str, found: Sequence[Piece], ends: Mapping[int, int]) -> None:
        self._text, self._pieces, self._ends = text, found, ends
        names = {piece.name for piece in found if piece.form is Form.START}
        self._marked = bool(names & {"main", "article"})
        self._depth = 0

    def after(self, index: int) -> int:
        """The index behind the element that begins here if it is left out, else this one."""
        piece = self._pieces[index]
        if piece.name in OF_THE_TEXT:
            self._depth += (piece.form is Form.START) - (piece.form is Form.END)
        if piece.form is not Form.START:
            return index
        if piece.name == "head":
            return self._behind_head(index + 1)
        end = self._ends.get(index)
        return index if end is None or not self._is_left_out(index, end) else end + 1

    def _is_left_out(self, index: int, end: int) -> bool:
        piece = self._pieces[index]
        if piece.name in LEFT_OUT:
            return True
        role = value(self._text, piece, "role")
        if role not in ROLES and (piece.name not in OF_THE_PAGE or self._depth > 0):
            return False
        within = range(index + 1, end)
        return not self._names_a_note(within) and not self._holds_the_title(piece, within)

    def _names_a_note(self, within: range) -> bool:
        start, end = self._pieces[within.start - 1].start, self._pieces[within.stop].end
        names = IDENTIFIED.finditer(self._text, start, end)
        return any(NOTE.search(name[1]) for name in names)

    def _holds_the_title(self, piece: Piece, within: range) -> bool:
        """Whether a header is that of the text: it has a heading, and nothing else is the text."""
        headed = any(self._pieces[index].name == "h1" for index in within)
        return piece.name == "header" and headed and not self._marked

    def _behind_head(self, index: int) -> int:
        while index < len(self._pieces):
            piece = self._pieces[index]
            if piece.form is Form.END and piece.name == "head":
                return index + 1
            text = self._text[piece.start : piece.end]
            opens = piece.form is Form.START and piece.name not in IN_HEAD
            if opens or piece.form is Form.CHARACTER or (piece.form is Form.TEXT and text.strip()):
                return index
            index = self._ends.get(index, index) + 1 if piece.name == "noscript" else index + 1
        return index
