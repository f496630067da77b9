"""A source text in memory: its characters, its lines, its digest."""

from __future__ import annotations

import codecs
import hashlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from recensio.importers.encoding import declared_encoding
from recensio.model.problem import Location, Outcome, problem

WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its number from 1 and its span without the line end."""

    number: int
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether it holds nothing but white space (a no-break space included)."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded source: `name` is where it comes from, `starts` the offset of each line.

    Lines end at the line feed and are counted from 1, offsets are characters from 0, so that a
    place cited by line can be found with any editor.
    """

    name: str
    text: str
    digest: str
    starts: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """The number of the line in which the character `offset` stands."""
        return bisect_right(self.starts, offset)

    def lines(self) -> Iterator[Line]:
        """The lines in their order."""
        ends = [*(start - 1 for start in self.starts[1:]), len(self.text)]
        for number, (start, stop) in enumerate(zip(self.starts, ends, strict=True), 1):
            # Of a line end of two characters the first is no part of the line.
            end = stop - self.text.endswith("\r", start, stop)
            yield Line(number, start, end, self.text[start:end])

    @property
    def count(self) -> int:
        """How many lines there are; a line end at the end of the file begins no other."""
        return len(self.starts) - (self.starts[-1] == len(self.text) > 0)

    @property
    def file_name(self) -> str:
        """The name of the file without its folders, which are nobody else's business."""
        return file_name(self.name)

    def location(self, line: int | None = None) -> Location:
        """A place in the source for a problem."""
        return Location(self.name, line)


def read_source(content: bytes, name: str, markup: str = "") -> Outcome[Source | None]:
    """Decode a text file: UTF-8, or UTF-16 with a byte order mark; HTML as it declares.

    No value and SRC003 for an empty file, SRC004 for one that is not text.
    """
    encoding = "utf-16" if content[:2] in WIDE else "utf-8-sig"
    if markup == "html":
        encoding = declared_encoding(content) or encoding
    try:
        text = content.decode(encoding)
    except LookupError:
        reason = f"the encoding {encoding} that it declares is not known"
        return Outcome(None, (problem("SRC004", Location(name), reason=reason),))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        shown = encoding.upper().removesuffix("-SIG")
        reason = f"the byte at offset {error.start} is no {shown}"
        return Outcome(None, (problem("SRC004", Location(name, line), reason=reason),))
    if not text.strip():
        return Outcome(None, (problem("SRC003", Location(name)),))
    if "\0" in text[:4096]:
        return Outcome(None, (problem("SRC004", Location(name), reason="it holds zero bytes"),))
    return Outcome(source_of(text, name, hashlib.sha256(content).hexdigest()))


def source_of(text: str, name: str = "", digest: str = "") -> Source:
    """A source made of a string."""
    # Texts of old Macintosh systems end their lines with a carriage return alone.
    ending = "\n" if "\n" in text or "\r" not in text else "\r"
    starts = [0]
    while (found := text.find(ending, starts[-1])) >= 0:
        starts.append(found + 1)
    return Source(name, text, digest, tuple(starts))


def file_name(path: str) -> str:
    """The name of a file without its folders; what XML cannot hold in it is replaced."""
    name = PurePath(path).name
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
