"""What the entries of a document must know of the text around them, counted in one pass.

A lemma of few words is told from the same words elsewhere in its line or paragraph by a number
(amor²); what is added where the lemma has nothing stands after a word of the text (post amor add.).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from recensio.tei.names import XML_ID, tei
from recensio.tei.text import BLOCKS, LEFT_OUT, is_block, lemma_of

LONGEST: Final = 3
"""Words of a lemma that is numbered; a longer one is hardly there twice."""

WORD: Final = re.compile(r"[^\W_]+(?:[\u0300-\u036f'’][^\W_]*)*")
POINTED: Final = ("from", "to", "loc")


@dataclass(frozen=True, slots=True)
class Marks:
    """By the id of an entry: the number of its lemma in its block, the word before its place.

    `in_verse` are those of them that stand in a verse line.
    """

    repetitions: Mapping[str, int]
    anchors: Mapping[str, str]
    in_verse: frozenset[str]


@dataclass(slots=True)
class _Block:
    """The reading text of a line or paragraph, gathered, with where the lemmata stand in it."""

    name: object
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)


def marks(tree: etree._ElementTree) -> Marks:
    """The marks of the entries that stand in the text, in time linear in the document."""
    repetitions: dict[str, int] = {}
    anchors: dict[str, str] = {}
    in_verse: set[str] = set()
    for block in _blocks(tree.getroot()):
        if block.spans:
            words = list(WORD.finditer("".join(block.parts)))
            repetitions |= _repetitions(block, words)
            anchors |= _anchors(block, words)
            in_verse |= block.spans.keys() if block.name == tei("l") else set()
    return Marks(repetitions, anchors, frozenset(in_verse))


def _blocks(root: etree._Element) -> Iterator[_Block]:
    """The blocks of the text, each without those that stand inside it."""
    for text in root.iter(tei("text")):
        for element in filter(is_block, text.iter(*BLOCKS)):
            block = _Block(element.tag)
            _gather(element, block)
            yield block


def _gather(element: etree._Element, block: _Block) -> None:
    block.add(element.text)
    for child in element:
        if child.tag == tei("app"):
            _gather_entry(child, block)
        elif child.tag == tei("lb") or is_block(child):
            block.add(" ")
        elif isinstance(child.tag, str) and child.tag not in LEFT_OUT:
            _gather(child, block)
        block.add(child.tail)


def _gather_entry(app: etree._Element, block: _Block) -> None:
    if any(name in app.attrib for name in POINTED):
        return
    start = block.length
    shown = lemma_of(app)
    if isinstance(shown, etree._Element):
        _gather(shown, block)
        if shown.tag == tei("lem") and shown.getparent() is app:
            block.spans[app.get(XML_ID, "")] = (start, block.length)


Words = list[re.Match[str]]


def _repetitions(block: _Block, words: Words) -> Iterator[tuple[str, int]]:
    """The number of each short lemma that is there more than once."""
    starts = [word.start() for word in words]
    indexes: dict[int, Mapping[tuple[str, ...], list[int]]] = {}
    for entry, (start, end) in block.spans.items():
        first, after = bisect_left(starts, start), bisect_left(starts, end)
        size = after - first
        if not 0 < size <= LONGEST or words[after - 1].end() > end:
            continue
        if size not in indexes:
            indexes[size] = _index(words, size)
        places = indexes[size][_spelt(words, first, size)]
        if len(places) > 1:
            yield entry, bisect_left(places, first) + 1


def _index(words: Words, size: int) -> Mapping[tuple[str, ...], list[int]]:
    """The places of every run of so many words."""
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for first in range(len(words) - size + 1):
        index[_spelt(words, first, size)].append(first)
    return index


def _spelt(words: Words, first: int, size: int) -> tuple[str, ...]:
    return tuple(word[0].casefold() for word in words[first : first + size])


def _anchors(block: _Block, words: Words) -> Iterator[tuple[str, str]]:
    """The word before each lemma that has no words."""
    ends = [word.end() for word in words]
    starts = [word.start() for word in words]
    for entry, (start, end) in block.spans.items():
        before = bisect_left(ends, start + 1) - 1
        if before >= 0 and bisect_left(starts, start) == bisect_left(starts, end):
            yield entry, words[before][0]
