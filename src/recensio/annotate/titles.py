"""Titles of works that no register has: in a citation, what stands in italics or quotation marks.

They are marked without @ref and proposed for a register.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from recensio.annotate.citations import IBID
from recensio.annotate.passages import EMPHASIS, Passage
from recensio.tei.blocks import Node
from recensio.tei.names import tei

AROUND: Final = " \n\t.,;:“”\"'()[]"
LEAST_LETTERS: Final = 4
QUOTED: Final = re.compile(r"[“\"](?P<title>[^“”\"]{4,200}?)[,.]?[”\"]")
GLOSS: Final = re.compile(r",?\s*\[(?P<title>[A-Z][^\[\]\d,.“”]{2,120}?)\]")
OF_PERIODICAL: Final = re.compile(r"[”\"]?,?\s*(?:\d{1,2}\s\w+\s\d{4}|\d{4},\s*(?:№|No|no|vol))")
"""What stands behind the name of a newspaper or journal: a day, or a year with a number."""


@dataclass(frozen=True, slots=True)
class CitedTitle:
    """A title in a citation: its characters, and its level as in title/@level."""

    start: int
    end: int
    level: str

    @property
    def span(self) -> tuple[int, int]:
        """Its first character and the one behind its last."""
        return self.start, self.end


def cited_titles(passage: Passage, taken: Iterable[tuple[int, int]]) -> Iterator[CitedTitle]:
    """The titles in the citations (bibl) of a passage that touch none of the spans taken."""
    spans = sorted(taken)
    behind = 0
    for title in sorted(_titles(passage), key=lambda title: (title.start, -title.end)):
        free = title.start >= behind and not _overlaps(title, spans)
        if free and _is_title(passage.text[title.start : title.end]):
            behind = title.end
            yield title


def _is_title(words: str) -> bool:
    letters = sum(map(str.isalpha, words))
    return letters >= LEAST_LETTERS and words[:1].isupper() and not IBID.search(words)


def _overlaps(title: CitedTitle, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a title touches one of the spans, which are in order and lie apart."""
    index = bisect_left(spans, (title.end, 0)) - 1
    return index >= 0 and spans[index][1] > title.start


def _titles(passage: Passage) -> Iterator[CitedTitle]:
    for node in _slanted(passage):
        start, end = _trimmed(passage.text, node.begin, node.finish)
        level = "j" if OF_PERIODICAL.match(passage.text, end) else "m"
        yield CitedTitle(start, end, level)
        if gloss := GLOSS.match(passage.text, end):
            yield CitedTitle(*gloss.span("title"), level)
    for match in QUOTED.finditer(passage.text):
        if passage.is_cited(match.start()):
            yield CitedTitle(*match.span("title"), "a")


def _slanted(passage: Passage) -> Iterator[Node]:
    """The elements of emphasis that stand in a citation, each once."""
    seen: set[int] = set()
    for run in passage.block.runs:
        around = list(run.node.around())
        cited = any(node.name == tei("bibl") for node in around)
        for node in around if cited else ():
            if node.name in EMPHASIS and id(node) not in seen:
                seen.add(id(node))
                yield node


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in AROUND:
        start += 1
    while end > start and text[end - 1] in AROUND:
        end -= 1
    return start, end
