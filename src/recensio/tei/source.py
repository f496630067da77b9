"""A file as it is written: the spans of its tags and attributes, found without a parser.

A parser forgets how a file was written: quotes, entities, line ends, the place of an attribute.
Whoever mends a file needs all that, so it is read here from the text itself (XML 1.0, sections
2.4 to 2.8 and 3.1). The text must be well-formed; of any other the tags found mean nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from recensio.tei.content import content_of, encoding_of

BOM: Final = "\ufeff"
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_TOKEN: Final = re.compile(
    r"""<(?:
        !--.*?-->
      | !\[CDATA\[.*?\]\]>
      | \?.*?\?>
      | !DOCTYPE (?:"[^"]*"|'[^']*'|[^"'\[>])*+
          (?:\[ (?:<!--.*?-->|<\?.*?\?>|"[^"]*"|'[^']*'|[^\]"'<]|<(?!!--|\?))*+ \])? \s*>
      | (?P<close>/[^>]*>)
      | (?P<name>[^\s/>!?]+) (?:[^"'>]|"[^"]*"|'[^']*')*+ >
    )""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE: Final = re.compile(r"""\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAME: Final = re.compile(r"<[^\s/>]+")


@dataclass(frozen=True, slots=True)
class Attribute:
    """The spans of an attribute: from its name to after the quote, and its value."""

    start: int
    end: int
    value_start: int
    value_end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag or an empty-element tag; `end` is after its ">", `close` spans the end tag."""

    name: str
    start: int
    end: int
    empty: bool
    close: tuple[int, int] | None
    _text: str = field(repr=False, compare=False)

    @property
    def attributes(self) -> Mapping[str, Attribute]:
        """The attributes by their names as written, in order."""
        return attributes_of(self._text, self.start)

    @property
    def element_end(self) -> int:
        """Where the element ends, its end tag included."""
        return self.close[1] if self.close else self.end


@dataclass(frozen=True)
class Source:
    """One file as it is written: line ends are kept, a byte order mark counts as a character."""

    path: str
    text: str = field(repr=False)
    encoding: str = "utf-8"

    @classmethod
    def read(cls, path: str | Path) -> Source:
        """Read a file. Raises OSError, or ValueError if it is not text in its encoding."""
        return cls.decoded(path, content_of(path))

    @classmethod
    def decoded(cls, path: str | Path, content: bytes) -> Source:
        """The file `path` with this content. Raises ValueError as `read` does."""
        encoding = encoding_of(content)
        try:
            return cls(str(path), content.decode(encoding), encoding)
        except LookupError:
            raise ValueError(f"{encoding} is not a known encoding") from None

    def encoded(self, text: str) -> bytes:
        """A text in the encoding of the file; what it lacks becomes character references."""
        return text.encode(self.encoding, "xmlcharrefreplace")

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every start tag, in document order."""
        return tuple(_tags(self.text))

    @cached_property
    def newline(self) -> str:
        """The line end of the file."""
        first = _LINE_END.search(self.text)
        return first[0] if first else "\n"

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of a character, both from 1; a byte order mark has no width."""
        line = bisect_right(self._lines, offset)
        return line or 1, max(offset - self._lines[max(line - 1, 0)], 0) + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end; empty beyond the last."""
        if not 1 <= number <= len(self._lines):
            return ""
        start = self._lines[number - 1]
        end = self._lines[number] if number < len(self._lines) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        """Where each line begins."""
        ends = (found.end() for found in _LINE_END.finditer(self.text))
        return (int(self.text.startswith(BOM)), *ends)


def attributes_of(text: str, start: int) -> dict[str, Attribute]:
    """The attributes of the start tag at `start`, by their names as written."""
    name = _NAME.match(text, start)
    found: dict[str, Attribute] = {}
    at = name.end() if name else start
    while attribute := _ATTRIBUTE.match(text, at):
        at = attribute.end()
        value = attribute.span(2) if attribute[2] is not None else attribute.span(3)
        found[attribute[1]] = Attribute(attribute.start(1), at, *value)
    return found


def _tags(text: str) -> Iterator[Tag]:
    """The start tags of a text; each is known when its end tag is."""
    closes: dict[int, tuple[int, int]] = {}
    opened: list[int] = []
    starts: list[tuple[str, int, int, bool]] = []
    for token in _TOKEN.finditer(text):
        name, (start, end) = token["name"], token.span()
        if name is not None:
            empty = text[end - 2] == "/"
            if not empty:
                opened.append(len(starts))
            starts.append((name, start, end, empty))
        elif token["close"] is not None and opened:
            closes[opened.pop()] = (start, end)
    for number, (name, start, end, empty) in enumerate(starts):
        yield Tag(name, start, end, empty, closes.get(number), text)
