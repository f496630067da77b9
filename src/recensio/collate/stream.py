"""Tokens of witnesses are written as mixed content, with the elements around them.

The elements that are open belong to the witness that leads. Where readings part, those stay open
around the entry that all witnesses have still open; the others end there and begin anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from recensio.collate.copies import Copies
from recensio.collate.markup import Piece
from recensio.collate.tokens import Token

Breaks = dict[tuple[bytes, int], tuple[etree._Element, list[int]]]
"""Breaks at one place, by how they are written and which of their like in a witness they are, each
with the places of the witnesses."""


class Written(NamedTuple):
    """A token of a witness: the place of the witness, the token, its pieces."""

    place: int
    token: Token
    pieces: Sequence[Piece]


class Level(NamedTuple):
    """An element that is open: of which witness, its number there, its copy."""

    place: int
    number: int
    element: etree._Element


class Stream:
    """Writes into an element; `outer` of the elements around each piece are open outside of it."""

    def __init__(self, parent: etree._Element, copies: Copies, outer: int = 0) -> None:
        self.parent = parent
        self.copies = copies
        self.outer = outer
        self.levels: list[Level] = []

    @property
    def top(self) -> etree._Element:
        """The element that is being written into."""
        return self.levels[-1].element if self.levels else self.parent

    def text(self, text: str) -> None:
        """Write text."""
        if len(self.top):
            self.top[-1].tail = (self.top[-1].tail or "") + text
        else:
            self.top.text = (self.top.text or "") + text

    def keep(self, depth: int) -> None:
        """End all elements but the outermost ones."""
        del self.levels[depth:]

    def token(self, group: Sequence[Written], spaced: bool) -> None:
        """Write a token that all of a group have alike, with the breaks of all of them."""
        lead = group[0]
        breaks = _breaks(group)
        pieces = [piece for piece in lead.pieces if not piece.is_break]
        self.keep(self._common(lead.place, pieces[0].around[self.outer :] if pieces else ()))
        if spaced:
            self.text(lead.token.space)
        self._break(breaks.pop(0, {}))
        at = 0
        for piece in pieces:
            self.around(lead.place, piece.around[self.outer :])
            if piece.element is not None:
                self.top.append(self.copies.whole(lead.place, piece.element))
            else:
                self._text_with(breaks, piece.text, at)
            at += len(piece.text)
        for cut in sorted(breaks):
            self._break(breaks[cut])

    def _text_with(self, breaks: dict[int, Breaks], text: str, at: int) -> None:
        """Write text that begins after so many characters of a token, and the breaks in it."""
        done = 0
        for cut in sorted(cut for cut in breaks if cut < at + len(text)):
            self.text(text[done : cut - at])
            done = max(cut - at, done)
            self._break(breaks.pop(cut))
        self.text(text[done:])

    def _common(self, place: int, around: Sequence[int]) -> int:
        """How many of the elements around are open."""
        depth = 0
        for level, number in zip(self.levels, around, strict=False):
            if (level.place, level.number) != (place, number):
                break
            depth += 1
        return depth

    def around(self, place: int, around: Sequence[int]) -> None:
        """Open and close elements so that just these are open."""
        self.keep(self._common(place, around))
        for number in around[len(self.levels) :]:
            copy = self.copies.fragment(place, number)
            self.top.append(copy)
            self.levels.append(Level(place, number, copy))

    def _break(self, breaks: Breaks) -> None:
        """Write breaks, each with the witnesses in which it stands."""
        for element, places in breaks.values():
            copy = self.copies.whole(places[0], element)
            if "ed" not in copy.attrib and "edRef" not in copy.attrib:
                names = (f"#{self.copies.identifiers[place]}" for place in places)
                copy.set("edRef", " ".join(names))
            self.top.append(copy)


def _breaks(
    group: Sequence[Written],
) -> dict[int, Breaks]:
    """The breaks by the number of characters of the token before them; those alike are one."""
    found: dict[int, Breaks] = {}
    met = Counter[tuple[int, int, bytes]]()
    for place, at, element in _single_breaks(group):
        alike = found.setdefault(at, {})
        form: bytes = etree.tostring(element, with_tail=False)
        key = (form, met[place, at, form])
        met[place, at, form] += 1
        alike.setdefault(key, (element, []))[1].append(place)
    return found


def _single_breaks(group: Sequence[Written]) -> Iterator[tuple[int, int, etree._Element]]:
    for place, _, pieces in group:
        at = 0
        for piece in pieces:
            if piece.is_break and piece.element is not None:
                yield place, at, piece.element
            else:
                at += len(piece.text)
