"""Inline markup of HTML: the pieces in the span of a block as tokens."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from recensio.importers.blocks import GRAMMAR, Mark
from recensio.importers.html.carried import carried
from recensio.importers.html.elements import CODE, HI
from recensio.importers.html.notes import Notes, Reference, notes_of
from recensio.importers.html.page import Page, page_of
from recensio.importers.html.reading import language_of
from recensio.importers.html.scan import MARKS, Form, Piece, attributes, characters, value
from recensio.importers.pointers import uri
from recensio.importers.tokens import Sort, Token, closed, drop, empty, opened, text

DEEPEST: Final = 16
"""How deep elements of the running text nest."""

CONTENT: Final = (Sort.TEXT, Sort.CHARACTER, Sort.EMPTY, Sort.REFERENCE)
LEADING: Final = re.compile(r"\s*")

Plain = Callable[[int, int], Iterable[Token]]


def html_tokens(
    source: str, start: int, end: int, plain: Plain, verbatim: bool, raised: bool
) -> list[Token]:
    """The tokens of a span that begins and ends in no tag.

    `plain` makes tokens of a span of text, in which numbers may stand that refer to notes;
    `raised` numbers may do so too. In `verbatim` text no such numbers are looked for.
    """
    page = page_of(source)
    inline = _Inline(page, notes_of(source), plain, verbatim, raised)
    inline.carry(carried(source, start), start)
    for index, piece in page.between(start, end):
        inline.read(index, piece)
    return inline.finished(end)


class _Inline:
    """The state of reading: the tokens so far, the elements open in them."""

    def __init__(
        self, page: Page, notes: Notes, plain: Plain, verbatim: bool, raised: bool
    ) -> None:
        self._page, self._notes, self._plain = page, notes, plain
        self._verbatim, self._raised = verbatim, raised
        self._tokens: list[Token] = []
        self._open: list[tuple[str, int]] = []
        self._behind = 0
        self._begins = True

    def carry(self, names: Iterable[str], at: int) -> None:
        """Open again what a block before has left open."""
        for name in names:
            self._open.append((name, len(self._tokens)))
            self._tokens.append(opened(at, "hi", rend=HI[name]))

    def read(self, index: int, piece: Piece) -> None:
        """Take the next piece."""
        if piece.start < self._behind:
            return
        reference = self._reference(piece)
        if reference:
            self._behind = reference.end
            self._tokens += reference.tokens
            self._begins = False
            return
        match piece.form:
            case Form.TEXT | Form.CHARACTER if index in self._notes.idle:
                self._tokens += drop(piece.start, piece.end, Mark.BOILERPLATE)
            case Form.TEXT | Form.CHARACTER:
                self._text(index, piece)
            case Form.LEFT_OUT:
                self._tokens += drop(piece.start, piece.end, Mark.BOILERPLATE)
            case Form.START:
                self._start(piece)
            case Form.END:
                self._end(piece)
            case _:
                self._tokens += drop(piece.start, piece.end, MARKS[piece.form])

    def _reference(self, piece: Piece) -> Reference | None:
        """The reference that begins with a piece."""
        found = self._notes.references.get(piece.start)
        if found is None or self._verbatim or self._in_code:
            return None
        return found if self._raised or found.body is not None else None

    def finished(self, end: int) -> list[Token]:
        """All tokens, with what is open closed at the end."""
        self._close(0, end)
        return self._tokens

    @property
    def _in_code(self) -> bool:
        return bool(self._open) and self._open[-1][0] == "code"

    def _text(self, index: int, piece: Piece) -> None:
        start, end = piece.start, piece.end
        number = self._notes.numbers.get(index)
        if number and start <= number[0] and number[1] <= end:
            self._spaced(start, number[0])
            self._tokens += drop(*number, Mark.NOTE_NUMBER)
            start = number[1]
        if not self._verbatim and self._begins:
            start = self._spaced(start, end)
        self._begins = self._begins and start == end
        if piece.form is Form.CHARACTER:
            self._tokens += [Token(Sort.CHARACTER, start, end)] if start < end else []
        elif self._verbatim or self._in_code:
            self._tokens += text(start, end)
        elif start < end:
            self._tokens += self._plain(start, end)

    def _spaced(self, start: int, end: int) -> int:
        """Drop white space at `start`; the offset behind it."""
        match = LEADING.match(self._page.text, start, end)
        behind = match.end() if match else start
        self._tokens += drop(start, behind, Mark.WHITE_SPACE)
        return behind

    def _start(self, piece: Piece) -> None:
        if piece.name == "img" and not self._in_code:
            self._tokens += picture(self._page.text, piece)
            return
        self._tokens += drop(piece.start, piece.end, Mark.TAG)
        if self._in_code:
            # TEI lets code hold nothing but text; a code in it is counted to find its end.
            if piece.name in CODE and len(self._open) < DEEPEST:
                self._open.append(("code", -1))
            return
        if piece.name == "br":
            self._tokens.append(empty(piece.end, "lb"))
            return
        if piece.name == "a":
            self._close_named("a", piece.start)
        element = self._element(piece)
        if element and len(self._open) < DEEPEST:
            name = "code" if piece.name in CODE else piece.name
            self._open.append((name, len(self._tokens)))
            self._tokens.append(element)

    def _element(self, piece: Piece) -> Token | None:
        """The element of TEI that begins with a start tag."""
        name, at = piece.name, piece.end
        if name in HI:
            return opened(at, "hi", rend=HI[name])
        if name in CODE:
            return None if self._verbatim else opened(at, "code")
        if name == "q":
            return opened(at, "q")
        if name == "a":
            return self._link(piece)
        language = language_of(self._page.text, piece)
        return opened(at, "foreign", xml_lang=language) if language else None

    def _link(self, piece: Piece) -> Token | None:
        address = value(self._page.text, piece, "href")
        anchor = self._notes.anchors.get(address[1:]) if address.startswith("#") else None
        if anchor is not None:
            return opened(piece.end, "ref", anchor=str(anchor))
        target = uri(address) if address else ""
        return opened(piece.end, "ref", target=target) if target else None

    def _end(self, piece: Piece) -> None:
        self._close_named("code" if piece.name in CODE else piece.name, piece.start)
        self._tokens += drop(piece.start, piece.end, Mark.TAG)

    def _close_named(self, name: str, at: int) -> None:
        depths = [depth for depth, (other, _) in enumerate(self._open) if other == name]
        if depths:
            self._close(depths[-1], at)

    def _close(self, depth: int, at: int) -> None:
        """Close elements; one without content is left out."""
        while len(self._open) > depth:
            _, index = self._open.pop()
            if index < 0:
                continue
            if any(token.sort in CONTENT for token in self._tokens[index:]):
                self._tokens.append(closed(at))
            else:
                del self._tokens[index]


def picture(source: str, piece: Piece) -> list[Token]:
    """A picture; the words that stand for it are the description."""
    address = value(source, piece, "src")
    graphic = empty(piece.start, "graphic", url=(uri(address) if address else "") or "#")
    start, end = attributes(source, piece).get("alt", (0, 0))
    grammar = GRAMMAR[Mark.PICTURE]
    around = ((piece.start, start), (end, piece.end))
    if not source[start:end].strip() or not all(grammar.fullmatch(source, *s) for s in around):
        inside = [*drop(piece.start, piece.end, Mark.TAG), opened(piece.end, "figure"), graphic]
        return [*inside, closed(piece.end)]
    words = [
        Token(Sort.CHARACTER if part.form is Form.CHARACTER else Sort.TEXT, part.start, part.end)
        for part in characters(source, start, end)
    ]
    return [
        *drop(piece.start, start, Mark.PICTURE),
        opened(start, "figure"), graphic,
        opened(start, "figDesc"), *words, closed(end), closed(end),
        *drop(end, piece.end, Mark.PICTURE),
    ]  # fmt: skip
