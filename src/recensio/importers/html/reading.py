"""Reading: the pieces of a page become blocks, with the elements of TEI they stand within."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from recensio.importers.blocks import WHITE, Block, Dropped, Kind, Mark
from recensio.importers.html.elements import (
    ALONE,
    BARRIERS,
    BLOCKS,
    CAPTIONS,
    ENDS,
    HEADINGS,
    VERBATIM,
)
from recensio.importers.html.nesting import Nesting, Path
from recensio.importers.html.page import page_of
from recensio.importers.html.scan import MARKS, Form, Piece, value
from recensio.importers.source import Source

DEEPEST: Final = 100
"""How many elements may be open: a tag that opens one more is only a boundary."""

SPACE: Final = re.compile(WHITE)
LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
DIVIDING: Final = frozenset(("head", "nav", "header", "footer", "title", "template"))
"""What divides the text though it is left out."""


def language_of(text: str, piece: Piece) -> str:
    """The language that a start tag declares, if it is a language."""
    language = value(text, piece, "lang", "xml:lang")
    return language if LANGUAGE.fullmatch(language) else ""


def read_html(source: Source, language: str = "") -> tuple[Block, ...]:
    """The blocks of a page in their order; `language` is that of the document."""
    reader = _Reader(source, language)
    for piece in page_of(source.text).pieces:
        reader.read(piece)
    return reader.finished()


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element: what the blocks in it are, what is around them."""

    name: str
    within: Path = ()
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    language: str = ""


class _Reader:
    """The state of reading: open elements, the text begun, the marks in front of it."""

    def __init__(self, source: Source, language: str) -> None:
        self._source, self._language = source, language
        self._nesting = Nesting(source.text)
        self._open = [_Open("", language=language)]
        self._blocks: list[Block] = []
        self._marks: list[Dropped] = []
        self._run: list[Piece] = []
        self._begun = False

    def read(self, piece: Piece) -> None:
        """Take the next piece."""
        match piece.form:
            case Form.TEXT | Form.CHARACTER:
                self._text(piece)
            case Form.START if piece.name in BLOCKS:
                self._start(piece)
            case Form.END if piece.name in BLOCKS:
                self._end(piece)
            case Form.LEFT_OUT if piece.name in DIVIDING:
                self._flush()
                self._silent([piece])
            case Form.START if piece.name == "br" and self._is_gap():
                self._divide(piece)
            case _:
                self._begun = self._begun or (piece.form is Form.START and piece.name == "img")
                self._run.append(piece)

    def finished(self) -> tuple[Block, ...]:
        """The blocks of what was read."""
        self._flush()
        while len(self._open) > 1:
            self._close(len(self._source.text))
        self._left_over()
        return tuple(self._blocks)

    def _is_gap(self) -> bool:
        """Whether a line break here divides paragraphs: behind another, or in front of all text."""
        return self._open[-1].kind is Kind.PARAGRAPH and (not self._run or self._breaks() > 0)

    def _breaks(self) -> int:
        """How many pieces at the end of the text begun are a line break and white space behind."""
        for count, piece in enumerate(reversed(self._run), 1):
            if piece.form is Form.START and piece.name == "br":
                return count
            if not self._source.text[piece.start : piece.end].isspace():
                return 0
        return 0

    def _divide(self, piece: Piece) -> None:
        """End the text begun in front of its last line break; that and this one are marks."""
        count = self._breaks()
        last = self._run[len(self._run) - count :]
        self._run = self._run[: len(self._run) - count]
        self._flush()
        self._silent([*last, piece])

    def _text(self, piece: Piece) -> None:
        words = self._source.text[piece.start : piece.end]
        blank = words.isspace() or (piece.form is Form.CHARACTER and SPACE.fullmatch(words))
        self._begun = self._begun or not blank
        if self._run or not blank:
            self._run.append(piece)

    def _start(self, piece: Piece) -> None:
        self._flush()
        self._end_paragraph(piece.start)
        closes, barriers = ENDS.get(piece.name, (frozenset(), frozenset()))
        if closes:
            self._end_implied(closes, barriers, piece.start)
        self._marks.append(Dropped(piece.start, piece.end, Mark.TAG))
        if piece.name == "hr":
            self._block(Kind.RULE, piece.end, piece.end)
        elif piece.name not in ALONE and len(self._open) < DEEPEST:
            self._open.append(self._opened(piece))

    def _opened(self, piece: Piece) -> _Open:
        around = self._open[-1]
        name = piece.name
        within = self._nesting.entered(piece, around.within)
        language = language_of(self._source.text, piece) or around.language
        if name in HEADINGS:
            return _Open(name, within, Kind.HEADING, int(name[1]), language)
        if name in VERBATIM:
            return _Open(name, within, Kind.VERBATIM, 0, language)
        if name in CAPTIONS:
            return _Open(name, within, Kind.CAPTION, 0, language)
        if name == "p" and around.kind is not Kind.PARAGRAPH:
            within = around.within
        if within == around.within:
            return _Open(name, within, around.kind, around.level, language)
        return _Open(name, within, language=language)

    def _end(self, piece: Piece) -> None:
        depth = self._depth(piece)
        if not depth and piece.name not in ("p", *ALONE):
            # An end without a beginning ends nothing.
            self._run.append(piece)
            return
        self._flush()
        if depth:
            self._close_to(depth, piece.start)
        self._marks.append(Dropped(piece.start, piece.end, Mark.TAG))

    def _depth(self, piece: Piece) -> int:
        """How deep the element is open that an end tag closes, 0 if it closes none."""
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].name
            if name == piece.name or (name in HEADINGS and piece.name in HEADINGS):
                return depth
            if name in BARRIERS and piece.name != "table":
                return 0
        return 0

    def _end_paragraph(self, at: int) -> None:
        if self._open[-1].name == "p":
            self._close(at)

    def _end_implied(self, closes: Iterable[str], barriers: Iterable[str], at: int) -> None:
        """Close the outermost of these elements that no barrier keeps open."""
        lowest = 0
        for depth in range(len(self._open) - 1, 0, -1):
            name = self._open[depth].name
            if name in barriers:
                break
            lowest = depth if name in closes else lowest
        if lowest:
            self._close_to(lowest, at)

    def _close_to(self, depth: int, at: int) -> None:
        while len(self._open) > depth:
            self._close(at)

    def _close(self, at: int) -> None:
        closed = self._open.pop()
        if closed.name in ("td", "th") and self._nesting.is_bare(closed.within):
            # A cell without text keeps the columns in order.
            self._block(Kind.PARAGRAPH, at, at, closed)

    def _flush(self) -> None:
        """Make a block of the text begun."""
        run, begun = self._run, self._begun
        self._run, self._begun = [], False
        if not begun:
            self._silent(run)
            return
        kind = self._open[-1].kind
        text = self._source.text[run[0].start : run[-1].end]
        if kind is Kind.VERBATIM:
            start = run[0].start + len(text) - len(text.lstrip("\r\n"))
        else:
            start = run[0].start + len(text) - len(text.lstrip())
        self._block(kind, start, run[0].start + len(text.rstrip()))

    def _silent(self, run: Iterable[Piece]) -> None:
        """What holds no text is marks, or boilerplate."""
        for piece in run:
            if piece.form is Form.LEFT_OUT:
                self._left_over()
                line = self._source.line_at(piece.start)
                self._blocks.append(Block(Kind.BOILERPLATE, line, piece.start, piece.end))
            elif piece.form in MARKS:
                self._marks.append(Dropped(piece.start, piece.end, MARKS[piece.form]))

    def _left_over(self) -> None:
        """The marks that stand in front of no text."""
        if self._marks:
            end = self._marks[-1].end
            line = self._source.line_at(end - 1)
            self._blocks.append(Block(Kind.EMPTY, line, end, end, tuple(self._marks)))
            self._marks = []

    def _block(self, kind: Kind, start: int, end: int, around: _Open | None = None) -> None:
        around = around or self._open[-1]
        kind, within = self._nesting.settled(kind, around.within, start)
        language = around.language if around.language != self._language else ""
        self._blocks.append(
            Block(
                kind,
                self._source.line_at(start),
                start,
                end,
                tuple(self._marks),
                level=around.level if kind is Kind.HEADING else 0,
                language=language,
                within=within,
            )
        )
        self._marks = []
