"""Reading the text of a TEI file block by block, with the place of every character in the file.

Expat says where in the file each piece of text stands (its CurrentByteIndex), whatever the
encoding.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from recensio.tei.blocks import (
    BARRIER,
    BREAKS,
    CHOICE,
    NO_BREAK,
    REJECTED,
    SEPARATE,
    WITHIN_WORDS,
    Block,
    Chunk,
    Node,
    Run,
)


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
        self._node: Node | None = None
        self._open = [_Open()]
        self._sealed = False
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
        self._close_run()
        name, prefix = _name(expanded)
        rejected = name in REJECTED and self._node is not None and self._node.name == CHOICE
        separate = rejected or name in SEPARATE
        begin, byte = self._open[-1].length, self._parser.CurrentByteIndex
        named = {_name(key)[0]: value for key, value in attributes.items()}
        self._node = Node(name, named, self._node, prefix, separate, begin, byte)
        if separate:
            if not rejected:
                self._open[-1].add(BARRIER)
            self._open.append(_Open())
        elif name in WITHIN_WORDS and named.get("break") == "no":
            self._open[-1].add(NO_BREAK)
        elif name in BREAKS:
            self._open[-1].add(" ")

    def _end(self, _expanded: str) -> None:
        self._close_run()
        node = self._node
        if node is None:  # expat closes nothing that it has not opened
            return
        if node.separate:
            self._close_block()
        node.finish = self._open[-1].length
        node.end = self._tag_end(self._parser.CurrentByteIndex)
        self._node = node.parent

    def _tag_end(self, byte: int) -> int:
        """Where the tag that begins at a byte ends; of an empty element it is the same tag."""
        mark = ">".encode(self._encoding)
        if self._content.startswith("</".encode(self._encoding), byte):
            return self._content.index(mark, byte) + len(mark)
        return byte

    def _text(self, text: str) -> None:
        byte, current = self._parser.CurrentByteIndex, self._open[-1]
        encoded = text.encode(self._encoding)
        literal = self._content.startswith(encoded, byte)
        size = len(encoded) if literal else self._size(byte)
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        current.chunks.append(Chunk(current.length, byte, size, literal, line, column))
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
        if self._node is not None:
            current.runs.append(Run(start, current.length, chunks, self._node, self._sealed))
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
