"""The text of a TEI file block by block, with the place of every character in the file.

Whoever inserts tags needs the file as it was written: its quotation marks, entities, white space
and order of attributes, which a tree forgets. Expat says where in the file each piece of text
stands (its CurrentByteIndex), whatever the encoding.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from recensio.tei.names import tei, tei_names
from recensio.tei.text import BLOCKS, LEFT_OUT

BARRIER: Final = "\ufffc"
"""Stands in the text of a block where another block, or an unknown entity, interrupts it."""

NO_BREAK: Final = "\u2060"
"""Stands where a page, column or line ends within a word (@break="no")."""

CHOICE: Final = tei("choice")
REJECTED: Final = tei_names("sic orig abbr")
"""What stands in a choice beside the word that is read; it is no part of the text around."""

SEPARATE: Final = BLOCKS | LEFT_OUT | tei_names("app lem rdg")
BREAKS: Final = tei_names("lb pb cb gb")
WITHIN_WORDS: Final = BREAKS | tei_names("milestone")


class Chunk(NamedTuple):
    """Text that stands in the file as it is read, or one character that is written otherwise.

    `start` counts characters of the block, `byte` and `size` bytes of the file.
    """

    start: int
    byte: int
    size: int
    literal: bool
    line: int
    column: int


@dataclass(slots=True, eq=False)
class Node:
    """An element of the file: its name and attributes as lxml writes them, the element around it.

    `begin` and `finish` are the characters of the block around it at its start and end tag, `byte`
    and `end` the places in the file where its start tag begins and its end tag ends. An element
    that begins a block of its own (`separate`) has no place in the text of the block around it.
    """

    name: str
    attributes: Mapping[str, str]
    parent: Node | None
    prefix: str
    separate: bool
    begin: int
    byte: int
    finish: int = 0
    end: int = 0

    def around(self) -> Iterator[Node]:
        """The element itself and those around it, from the inside."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


@dataclass(frozen=True, slots=True)
class Run:
    """Text between two tags: `start` and `end` count characters of its block.

    `node` is the element in which it stands, and `sealed` says that no tag can stand here (a CDATA
    section).
    """

    start: int
    end: int
    chunks: tuple[Chunk, ...]
    node: Node
    sealed: bool

    @property
    def within(self) -> tuple[str, ...]:
        """The names of the elements around the text, from the root."""
        return tuple(node.name for node in self.node.around())[::-1]


class Slot(NamedTuple):
    """Where in the file tags around some characters can stand, and the element that takes them."""

    first: int
    last: int
    node: Node
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, note, reading ...: its text and the runs that make it up."""

    text: str
    runs: tuple[Run, ...]
    encoding: str

    def runs_at(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs that hold these characters, of which the first and last must stand in one."""
        first = bisect_right(self.runs, start, key=lambda run: run.start) - 1
        last = bisect_right(self.runs, end - 1, key=lambda run: run.start) - 1
        if first < 0 or self.runs[first].end <= start or self.runs[last].end < end:
            return ()
        return self.runs[first : last + 1]

    def slot(self, start: int, end: int) -> Slot | None:
        """Where an element around these characters can stand so that all elements nest.

        An element that the characters fill is taken into it whole. There is none if they begin
        or end in the middle of one.
        """
        runs = self.runs_at(start, end)
        if not runs or any(run.sealed for run in (runs[0], runs[-1])):
            return None
        ends = set(runs[-1].node.around())
        node = next(node for node in runs[0].node.around() if node in ends)
        if node.parent and node.parent.name == CHOICE and (node.begin, node.finish) == (start, end):
            # A name that is corrected stands around the choice, not in the correction alone.
            node = node.parent.parent or node
        opening, closing = _below(node, runs[0].node), _below(node, runs[-1].node)
        if (opening and opening.begin != start) or (closing and closing.finish != end):
            return None
        first = opening.byte if opening else self.bytes_at(runs[0], start, start + 1)[0]
        last = closing.end if closing else self.bytes_at(runs[-1], end - 1, end)[1]
        return Slot(first, last, node, runs)

    def bytes_at(self, run: Run, start: int, end: int) -> tuple[int, int]:
        """Where in the file the characters of a run begin and end."""
        first, last = _chunk(run, start), _chunk(run, end - 1)
        begins = first.byte + (self._width(first.start, start) if first.literal else 0)
        ends = last.byte + (self._width(last.start, end) if last.literal else last.size)
        return begins, ends

    def position(self, run: Run, start: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        chunk = _chunk(run, start)
        return chunk.line, chunk.column + (start - chunk.start)

    def _width(self, start: int, end: int) -> int:
        return len(self.text[start:end].encode(self.encoding))


def _below(ancestor: Node, node: Node) -> Node | None:
    """The element right below the ancestor that holds the node, if the node is not itself it."""
    below = None
    for each in node.around():
        if each is ancestor:
            break
        below = each
    return below


def _chunk(run: Run, offset: int) -> Chunk:
    return run.chunks[bisect_right(run.chunks, offset, key=lambda chunk: chunk.start) - 1]


def joined(content: bytes, insertions: Iterator[tuple[int, bytes]]) -> bytes:
    """The file with something inserted at each of these places, which are in their order."""
    pieces, last = [], 0
    for place, inserted in insertions:
        pieces += [content[last:place], inserted]
        last = place
    return b"".join([*pieces, content[last:]])
