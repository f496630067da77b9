"""Notes of a page: which links are references, which text numbers a note or leads back from it.

A link is a reference if its words are the mark of a note and it leads to the beginning of a block
that begins with the same mark, or whose identifier is that of a note.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import unquote

from recensio.importers.html.beginnings import Beginnings
from recensio.importers.html.elements import BLOCKS
from recensio.importers.html.marks import FARTHEST, NUMBER, WORDS, reference_tokens
from recensio.importers.html.page import NOTE, Page, page_of
from recensio.importers.html.scan import Form, shown, value
from recensio.importers.tokens import Sort, Token

LABEL: Final = re.compile(r"[\[(]?(\d{1,5}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§¶]{1,4})[\])]?")
RAISED: Final = re.compile(r"[\[(]?\d{1,5}(?:,\s?\d{1,5}){0,9}[\])]?")
BACK: Final = re.compile(r"[\[(]?[↩↑⏎↵^⤴\ufe0e]{1,3}[\])]?")
PERMANENT: Final = re.compile(r"[¶#§∞🔗]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference: where it ends, its tokens, and the offset of the body it leads to, if any."""

    end: int
    tokens: tuple[Token, ...]
    body: int | None = None


@dataclass(slots=True)
class Notes:
    """The notes of a page.

    `references` by their offset; `numbers` the span of the number in a piece of text, by its
    index; `anchors` the offset of each identifier; `bodies` the number of each note by the offset
    of the piece with which it begins; `idle` the indices of the signs that link to themselves.
    """

    references: dict[int, Reference] = field(default_factory=dict)
    numbers: dict[int, tuple[int, int]] = field(default_factory=dict)
    anchors: dict[str, int] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)
    idle: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Link:
    """A link with the mark of a note or an arrow: its pieces, its words, where it leads.

    One that names a page need not be `own`, of this page; a page saved from the web has its own
    address in each.
    """

    first: int
    last: int
    words: str
    target: str
    own: bool


@lru_cache(maxsize=2)
def notes_of(text: str) -> Notes:
    """The notes of the page that a source holds."""
    page = page_of(text)
    finder = _Finder(page, _anchors(page))
    finder.find()
    return finder.notes


def _anchors(page: Page) -> dict[str, int]:
    """The index of the piece that has each identifier."""
    found: dict[str, int] = {}
    for index, piece in enumerate(page.pieces):
        if piece.form is Form.START:
            for attribute in ("id", "name") if piece.name == "a" else ("id",):
                name = value(page.text, piece, attribute)
                if name:
                    found.setdefault(name, index)
    return found


class _Finder:
    """Finds the notes of a page."""

    def __init__(self, page: Page, anchors: Mapping[str, int]) -> None:
        self._page, self._anchors = page, anchors
        self._sources: set[int] = set()
        self._boundaries = [
            index for index, piece in enumerate(page.pieces) if piece.name in BLOCKS
        ]
        self._beginnings = Beginnings(page)
        self.notes = Notes(
            anchors={name: page.pieces[index].start for name, index in anchors.items()}
        )

    def find(self) -> None:
        """Find references first, then what leads back to them, then bare numbers."""
        links = list(self._links())
        others = [link for link in links if not self._refers(link)]
        if self.notes.references:
            for link in others:
                leads_back = link.own and BACK.fullmatch(link.words)
                if leads_back or self._anchors[link.target] in self._sources:
                    self._number(link.first, link.last)
        for link in others:
            permanent = link.own and PERMANENT.fullmatch(link.words)
            if permanent and self._is_inside(link, self._anchors[link.target]):
                self.notes.idle.update(range(link.first + 1, link.last))
        for index, piece in enumerate(self._page.pieces):
            if piece.name == "sup" and piece.form is Form.START:
                self._raised(index)

    def _is_inside(self, link: _Link, begun: int) -> bool:
        """Whether a link stands in the very block to which it leads, as a permanent link does."""
        anchor = self._anchors[link.target]
        around = self._page.pieces[anchor].name in BLOCKS and self._page.ends.get(anchor, 0)
        if begun <= link.first <= max(anchor, around):
            return True
        after = bisect_right(self._boundaries, begun)
        between = self._boundaries[after : after + 1]
        return begun < link.first and not any(index < link.first for index in between)

    def _links(self) -> Iterator[_Link]:
        for index, piece in enumerate(self._page.pieces):
            if piece.name != "a" or piece.form is not Form.START:
                continue
            last = self._page.ends.get(index, index)
            if not 0 < last - index <= FARTHEST or not self._runs(index, last):
                continue
            words = self._words(index, last)
            page, _, fragment = value(self._page.text, piece, "href").partition("#")
            target = fragment if fragment in self._anchors else unquote(fragment)
            marked = any(form.fullmatch(words) for form in (LABEL, BACK, PERMANENT))
            if marked and target in self._anchors:
                yield _Link(index, last, words, target, not page)

    def _runs(self, first: int, last: int) -> bool:
        """Whether all pieces are of running text."""
        return not any(
            piece.name in BLOCKS or piece.form is Form.LEFT_OUT
            for piece in self._page.pieces[first : last + 1]
        )

    def _words(self, first: int, last: int) -> str:
        parts = self._page.pieces[first : last + 1]
        return "".join(shown(self._page.text, part) for part in parts if part.form in WORDS).strip()

    def _refers(self, link: _Link) -> bool:
        """Whether a link is a reference; if so, it and the number of its note are known."""
        anchor = self._anchors[link.target]
        label = LABEL.fullmatch(link.words)
        begun = self._beginnings.of(anchor)
        if not label or begun is None or anchor in self._sources or self._is_inside(link, begun):
            return False
        first, last = self._widened(link.first, link.last)
        named = NOTE.search(link.target) or self._is_raised(first, last)
        known = self.notes.bodies.get(self._page.pieces[anchor].start)
        marker = list(self._beginnings.marker(begun, label[1]))
        if not (known or named or (marker and not label[1].isalpha())):
            return False
        if not link.own and not NOTE.search(link.target):
            return False
        if known is None:
            self.notes.numbers.update(marker)
            self.notes.bodies[self._page.pieces[anchor].start] = label[1]
        self._sources.update(self._around(first, last))
        number = known or label[1]
        self._refer(first, last, [number], self._page.pieces[anchor].start)
        return True

    def _is_raised(self, first: int, last: int) -> bool:
        return any(piece.name == "sup" for piece in self._page.pieces[first:last])

    def _widened(self, first: int, last: int) -> tuple[int, int]:
        """The pieces of a reference with the brackets and tags of <sup> and <span> around it."""
        while True:
            wider = self._widen(first, last)
            if wider is None:
                return first, last
            first, last = wider

    def _widen(self, first: int, last: int) -> tuple[int, int] | None:
        pieces, text = self._page.pieces, self._page.text
        if not first or last + 1 >= len(pieces):
            return None
        before, behind = pieces[first - 1], pieces[last + 1]
        if before.name in ("sup", "span") and self._page.ends.get(first - 1) == last + 1:
            return first - 1, last + 1
        bracketed = (shown(text, before).strip(), shown(text, behind).strip()) in (
            ("[", "]"), ("(", ")"),
        )  # fmt: skip
        words = before.form in WORDS and behind.form in WORDS
        return (first - 1, last + 1) if bracketed and words else None

    def _around(self, first: int, last: int) -> Iterator[int]:
        """The indices of the pieces in and right before a reference: a way back leads to one."""
        yield from range(first, last + 1)
        for index in range(first - 1, max(-1, first - FARTHEST), -1):
            piece = self._page.pieces[index]
            if piece.form not in (Form.START, Form.END) or piece.name in BLOCKS:
                return
            yield index

    def _refer(self, first: int, last: int, numbers: list[str], body: int | None) -> None:
        tokens = list(reference_tokens(self._page, first, last, numbers))
        if sum(token.sort is Sort.REFERENCE for token in tokens) == len(numbers):
            pieces = self._page.pieces
            reference = Reference(pieces[last].end, tuple(tokens), body)
            self.notes.references[pieces[first].start] = reference

    def _number(self, first: int, last: int) -> None:
        """Leave out the words of a link that leads back."""
        for index in range(first, last + 1):
            piece = self._page.pieces[index]
            if piece.form in WORDS and index not in self.notes.numbers:
                words = self._page.text[piece.start : piece.end]
                start = piece.start + len(words) - len(words.lstrip())
                end = piece.start + len(words.rstrip())
                self.notes.numbers.update({index: (start, end)} if start < end else {})

    def _raised(self, first: int) -> None:
        """A raised number without a link."""
        last = self._page.ends.get(first, first)
        start = self._page.pieces[first].start
        if start in self.notes.references or not 0 < last - first <= FARTHEST:
            return
        inner = self._page.pieces[first : last + 1]
        numbered = any(index in self.notes.numbers for index in range(first, last))
        if numbered or any(piece.start in self.notes.references for piece in inner):
            return
        if self._runs(first, last) and all(piece.form is not Form.CHARACTER for piece in inner):
            words = self._words(first, last)
            if RAISED.fullmatch(words):
                self._refer(first, last, NUMBER.findall(words), None)
