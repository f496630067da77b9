"""Scanning: HTML as pieces, each a span of the source; together they cover it.

What browsers do with faulty HTML is done here where no words are lost by it: a < that begins no
tag, a comment that is not closed, an & without a name are text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html.entities import html5
from typing import Final

from recensio.importers.blocks import TAG, Mark

CHARACTER: Final = re.compile(
    r"&(?:#[0-9]{1,30};?|#[xX][0-9a-fA-F]{1,30};?|[A-Za-z][A-Za-z0-9]{1,31};?)"
)
MARKUP: Final = re.compile(
    rf"(?P<comment><!--)|(?P<declaration><!(?!--|\[CDATA)[^<>]*>|<\?[^<>]*>)|(?P<tag>{TAG.pattern})"
    rf"|(?P<character>{CHARACTER.pattern})"
)
ATTRIBUTE: Final = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]*)))?""")
RAW: Final = frozenset(
    ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp")
)
"""Elements in which nothing is markup but their end."""

HIDDEN: Final = frozenset(("script", "style"))
"""Those of them that go on to the end of the file if they are not closed."""


class Form(StrEnum):
    """What a piece is."""

    TEXT = "text"
    CHARACTER = "character reference"
    START = "start tag"
    END = "end tag"
    COMMENT = "comment"
    DECLARATION = "declaration"
    LEFT_OUT = "left out"


MARKS: Final = {
    Form.START: Mark.TAG,
    Form.END: Mark.TAG,
    Form.COMMENT: Mark.COMMENT,
    Form.DECLARATION: Mark.DECLARATION,
}
"""What a piece that is no text is dropped as."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of the source; `name` is that of the element, in lower case."""

    form: Form
    start: int
    end: int
    name: str = ""


def pieces(text: str) -> Iterator[Piece]:
    """All pieces of a source in their order; raw elements are left out whole."""
    scanner = _Scanner(text)
    at = begun = 0
    while match := MARKUP.search(text, at):
        piece = scanner.piece(match)
        at = piece.end if piece else match.start() + 1
        if piece:
            yield from _text(begun, piece.start)
            yield piece
            begun = at
    yield from _text(begun, len(text))


def _text(start: int, end: int) -> Iterator[Piece]:
    if start < end:
        yield Piece(Form.TEXT, start, end)


class _Scanner:
    """Makes a piece of a match, and remembers what does not come again in the rest of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._without: set[str] = set()

    def piece(self, match: re.Match[str]) -> Piece | None:
        """The piece that begins with the match; none if it is text after all."""
        start, end = match.span()
        match match.lastgroup:
            case "comment":
                end = self._end("-->", start + 2)
                return Piece(Form.COMMENT, start, end) if end else None
            case "declaration":
                return Piece(Form.DECLARATION, start, end)
            case "character":
                end = start + _length(match["character"])
                return Piece(Form.CHARACTER, start, end) if end > start else None
        name = match["name"].lower()
        if self._text[start + 1] == "/":
            return Piece(Form.END, start, end, name)
        raw = name in RAW and not match[0].endswith("/>")
        closed = self._closed(name, end) if raw else 0
        return Piece(Form.LEFT_OUT if closed else Form.START, start, closed or end, name)

    def _end(self, mark: str, at: int) -> int:
        """The offset behind the next mark, 0 if there is none."""
        found = -1 if mark in self._without else self._text.find(mark, at)
        if found < 0:
            self._without.add(mark)
            return 0
        return found + len(mark)

    def _closed(self, name: str, at: int) -> int:
        """The end of a raw element, 0 if it is not closed."""
        found = None
        if name not in self._without:
            found = re.compile(rf"</{name}(?=[\s/>])[^<>]*>", re.IGNORECASE).search(self._text, at)
        if found is None:
            self._without.add(name)
            return len(self._text) if name in HIDDEN else 0
        return found.end()


def _length(reference: str) -> int:
    """How much of & and what follows is a character reference; names may end without ;."""
    if reference[1] == "#" or reference[1:] in html5:
        return len(reference)
    names = (end for end in range(len(reference), 2, -1) if reference[1:end] in html5)
    return next(names, 0)


def characters(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of a span without tags, such as the value of an attribute."""
    for match in CHARACTER.finditer(text, start, end):
        length = _length(match[0])
        if length:
            yield from _text(start, match.start())
            start = match.start() + length
            yield Piece(Form.CHARACTER, match.start(), start)
    yield from _text(start, end)


def attributes(text: str, piece: Piece) -> dict[str, tuple[int, int]]:
    """The spans of the values in a start tag, by name; of two of one name the first holds."""
    found: dict[str, tuple[int, int]] = {}
    for match in ATTRIBUTE.finditer(text, piece.start + 1 + len(piece.name), piece.end - 1):
        span = next((match.span(group) for group in (2, 3, 4) if match[group] is not None), (0, 0))
        found.setdefault(match[1].lower(), span)
    return found


def value(text: str, piece: Piece, *names: str) -> str:
    """The value of the first of these attributes that is there, its references read."""
    tag = text[piece.start : piece.end].lower()
    # Most tags have no attribute, and few have one that is asked for.
    if not any(name in tag for name in names):
        return ""
    known = attributes(text, piece)
    start, end = next((known[name] for name in names if name in known), (0, 0))
    return "".join(shown(text, part) for part in characters(text, start, end)).strip()


def shown(text: str, piece: Piece) -> str:
    """The text for which a piece of text or a character reference stands."""
    span = text[piece.start : piece.end]
    return html.unescape(span) if piece.form is Form.CHARACTER else span
