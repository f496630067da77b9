"""The text of a TEI file block by block, with the place of every character in the file.

Whoever inserts tags needs the file as it was written: its quotation marks, entities, white space
and order of attributes, which a tree forgets. Expat says where in the file each piece of text
stands (its CurrentByteIndex), whatever the encoding.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.parsers import expat

from recensio.tei.names import tei, tei_names
from recensio.tei.text import BLOCKS, LEFT_OUT

BARRIER: Final = "\ufffc"
"""Stands in the text of a block where another block, or an unknown entity, interrupts it."""

CHOICE: Final = tei("choice")
ENTRIES: Final = tei_names("app lem rdg choice sic corr orig reg abbr expan")
SEPARATE: Final = BLOCKS | LEFT_OUT | ENTRIES
BREAKS: Final = tei_names("lb pb cb gb")


TAG: Final = rb"(?:[\w.-]+:)?%s(?:\s[^<>]*)?>"
CORRECTED: Final = re.compile(
    rb"\s*".join(
        (
            rb"<" + TAG % rb"choice",
            rb"<" + TAG % rb"sic" + rb"(?P<sic>[^<&]+)</" + TAG % rb"sic",
            rb"<" + TAG % rb"corr" + rb"(?P<corr>[^<&]+)</" + TAG % rb"corr",
            rb"</" + TAG % rb"choice",
        )
    )
)
"""A misreading with its correction, both text alone: a name may hold it, and is in the latter."""


class Chunk(NamedTuple):
    """Text that stands in the file as it is read, or that is written otherwise.

    Otherwise are written one character (a reference) and a word with its correction, which is
    read as the correction.

    `start` counts characters of the block, `byte` and `size` bytes of the file; `misread` is the
    word that was corrected.
    """

    start: int
    byte: int
    size: int
    literal: bool
    line: int
    column: int
    misread: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two tags: `start` and `end` count characters of its block.

    `within` names the elements around it from the root, `prefix` is that of the innermost, and
    `sealed` says that no tag can stand here (a CDATA section).
    """

    start: int
    end: int
    chunks: tuple[Chunk, ...]
    within: tuple[str, ...]
    prefix: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, note, reading ...: its text and the runs that make it up."""

    text: str
    runs: tuple[Run, ...]
    encoding: str

    def run_at(self, start: int, end: int) -> Run | None:
        """The run that holds these characters wholly, and divides none of what it has as one."""
        index = bisect_right(self.runs, start, key=lambda run: run.start) - 1
        run = self.runs[index] if index >= 0 else None
        return run if run and end <= run.end and _is_whole(run, start, end) else None

    def bytes_at(self, run: Run, start: int, end: int) -> tuple[int, int]:
        """Where in the file the characters of a run begin and end."""
        first, last = _chunk(run, start), _chunk(run, end - 1)
        begins = first.byte + (self._width(first.start, start) if first.literal else 0)
        ends = last.byte + (self._width(last.start, end) if last.literal else last.size)
        return begins, ends

    def misread(self, run: Run, start: int, end: int) -> str:
        """What stands in the source, if these characters are the correction of a word."""
        chunk = _chunk(run, start)
        return chunk.misread if _chunk(run, end - 1) is chunk else ""

    def position(self, run: Run, start: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        chunk = _chunk(run, start)
        return chunk.line, chunk.column + (start - chunk.start)

    def _width(self, start: int, end: int) -> int:
        return len(self.text[start:end].encode(self.encoding))


def blocks(content: bytes) -> tuple[Block, ...]:
    """The blocks of an XML file, inner ones before the block that they interrupt.

    Raises ValueError if expat cannot read the file: not well-formed, or an unknown encoding.
    """
    reader = _Reader(content)
    try:
        reader.read()
    except (expat.ExpatError, LookupError) as error:
        raise ValueError(str(error)) from None
    return tuple(reader.blocks)


def _chunk(run: Run, offset: int) -> Chunk:
    return run.chunks[bisect_right(run.chunks, offset, key=lambda chunk: chunk.start) - 1]


def _is_whole(run: Run, start: int, end: int) -> bool:
    """Whether neither place lies within a word that is written with its correction."""
    index = bisect_right(run.chunks, end - 1, key=lambda chunk: chunk.start)
    last, behind = run.chunks[index - 1], run.chunks[index : index + 1]
    first = _chunk(run, start)
    ends = end == (behind[0].start if behind else run.end)
    return (first.literal or first.start == start) and (last.literal or ends)


@dataclass(slots=True)
class _Open:
    """A block that is being read."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


class _Reader:
    def __init__(self, content: bytes) -> None:
        self.blocks: list[Block] = []
        self._content = content
        self._encoding = _encoding(content)
        self._within: list[str] = []
        self._prefixes: list[str] = []
        self._open = [_Open()]
        self._sealed = False
        self._behind = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.namespace_prefixes = True
        # Entities of a DTD that is not read are then skipped rather than refused.
        self._parser.UseForeignDTD(True)
        self._listen()

    def read(self) -> None:
        self._parser.Parse(self._content, True)
        self._close_block()

    def _listen(self) -> None:
        parser = self._parser
        parser.XmlDeclHandler = self._declared
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = lambda _text: self._close_run()
        parser.ProcessingInstructionHandler = lambda _target, _text: self._close_run()
        parser.SkippedEntityHandler = lambda _name, _parameter: self._interrupt()
        parser.StartCdataSectionHandler = lambda: self._seal(True)
        parser.EndCdataSectionHandler = lambda: self._seal(False)
        # With a default handler expat hands entities over instead of expanding them.
        parser.DefaultHandler = lambda _text: None

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and not encoding.lower().startswith("utf-16"):
            self._encoding = encoding

    def _start(self, expanded: str, attributes: dict[str, str]) -> None:
        name, prefix = _name(expanded)
        if self._is_read or (name == CHOICE and self._correction()):
            return
        self._close_run()
        if name in SEPARATE:
            self._open[-1].add(BARRIER)
            self._open.append(_Open())
        elif name in BREAKS and attributes.get("break") != "no":
            self._open[-1].add(" ")
        self._within.append(name)
        self._prefixes.append(prefix)

    def _correction(self) -> bool:
        """Read a word with its correction at once, if one begins here."""
        found = CORRECTED.match(self._content, self._parser.CurrentByteIndex)
        if found:
            corr, sic = (found[name].decode(self._encoding) for name in ("corr", "sic"))
            self._add(corr, len(found[0]), False, sic)
            self._behind = found.end()
        return found is not None

    @property
    def _is_read(self) -> bool:
        """Whether the parser is still within what has been read at once."""
        return self._parser.CurrentByteIndex < self._behind

    def _end(self, _expanded: str) -> None:
        if self._is_read:
            return
        self._close_run()
        self._prefixes.pop()
        if self._within.pop() in SEPARATE:
            self._close_block()

    def _text(self, text: str) -> None:
        if self._is_read:
            return
        byte = self._parser.CurrentByteIndex
        encoded = text.encode(self._encoding)
        literal = self._content.startswith(encoded, byte)
        self._add(text, len(encoded) if literal else self._size(byte), literal)

    def _add(self, text: str, size: int, literal: bool, misread: str = "") -> None:
        byte, current = self._parser.CurrentByteIndex, self._open[-1]
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        current.chunks.append(Chunk(current.length, byte, size, literal, line, column, misread))
        current.add(text)

    def _size(self, byte: int) -> int:
        """The bytes of a reference, or of a line end that is not a line feed alone."""
        ending = "\r\n".encode(self._encoding)
        if self._content.startswith(ending, byte):
            return len(ending)
        semicolon = ";".encode(self._encoding)
        if self._content.startswith("&".encode(self._encoding), byte):
            return self._content.index(semicolon, byte) + len(semicolon) - byte
        return len("\r".encode(self._encoding))

    def _seal(self, sealed: bool) -> None:
        self._close_run()
        self._sealed = sealed

    def _interrupt(self) -> None:
        self._close_run()
        self._open[-1].add(BARRIER)

    def _close_run(self) -> None:
        current = self._open[-1]
        if not current.chunks:
            return
        start, chunks = current.chunks[0].start, tuple(current.chunks)
        within, prefix = tuple(self._within), self._prefixes[-1]
        current.runs.append(Run(start, current.length, chunks, within, prefix, self._sealed))
        current.chunks.clear()

    def _close_block(self) -> None:
        block = self._open.pop()
        if block.runs:
            text = "".join(block.pieces)
            self.blocks.append(Block(text, tuple(block.runs), self._encoding))


def _encoding(content: bytes) -> str:
    little, big = "utf-16-le", "utf-16-be"
    marks = {b"\xff\xfe": little, b"\xfe\xff": big, b"<\0": little, b"\0<": big}
    return marks.get(content[:2], "utf-8")


def _name(expanded: str) -> tuple[str, str]:
    """The name as lxml writes it and the prefix, from "namespace name prefix"."""
    parts = expanded.split(" ")
    if len(parts) == 1:
        return parts[0], ""
    return f"{{{parts[0]}}}{parts[1]}", parts[2] if len(parts) == 3 else ""


def joined(content: bytes, insertions: Iterator[tuple[int, bytes]]) -> bytes:
    """The file with something inserted at each of these places, which are in their order."""
    pieces, last = [], 0
    for place, inserted in insertions:
        pieces += [content[last:place], inserted]
        last = place
    return b"".join([*pieces, content[last:]])
