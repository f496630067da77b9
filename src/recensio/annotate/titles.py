"""Titles of works that no register has.

In a citation what stands in italics or quotation marks; elsewhere only beside the noun for a
writing (the journal *Bolshevik*) or where something is published. They are marked without @ref
and proposed for a register.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from recensio.annotate.citations import GLOSS, IBID
from recensio.annotate.passages import EMPHASIS, Passage
from recensio.annotate.vocabulary import SMALL, WRITINGS
from recensio.tei.blocks import Node

AROUND: Final = ' \n\t.,;:“”"[]'
PAIRS: Final = {"(": ")", "'": "'"}
LEAST_LETTERS: Final = 4
LEAST_WORD: Final = 4
MOST_WORDS: Final = 16
"""How long a title in italics may be outside of citations; what is longer is rather quoted."""

QUOTED: Final = re.compile(r"[“\"](?P<title>[^“”\"]{4,200}?)[,.]?[”\"]")
OF_PERIODICAL: Final = re.compile(r"[”\"]?,?\s*(?:\d{1,2}\s\w+\s\d{4}|\d{4},\s*(?:№|No|no|vol))")
"""What stands behind the name of a newspaper or journal: a day, or a year with a number."""

NOUNS: Final = {noun: level for level, nouns in WRITINGS.items() for noun in nouns}
NOUN: Final = "|".join(sorted(NOUNS, key=len, reverse=True))
CALLED: Final = r"(?:,?\s+(?:called|entitled|titled|named))?"
BEFORE: Final = re.compile(rf"(?i:\b(?P<noun>{NOUN})\b){CALLED}[,:]?\s+[“\"‘]?$")
BEHIND: Final = re.compile(rf"[”\"’]?\s+(?P<noun>{NOUN})\b")
PUBLISHING: Final = re.compile(
    r"\b(?:publish\w*|print\w*|appear\w*|wr[io]te\w*|writ\w+|editors?|edit(?:s|ed|ing)?|board|staff"
    r"|issues?|pages|columns?|contribut\w+|correspondents?)\s+(?:in|of|for|to)\s+(?:the\s+)?$",
    re.I,
)
"""What stands before the name of a newspaper or journal in italics."""

LISTING: Final = re.compile(r"(?:,\s+and|,|\s+and)\s+$")
WINDOW: Final = 48
TITLE_CASE: Final = re.compile(r"[A-ZА-ЯЁ\d]")


@dataclass(frozen=True, slots=True)
class NewTitle:
    """A title that no register has: its characters, and its level as in title/@level."""

    start: int
    end: int
    level: str

    @property
    def span(self) -> tuple[int, int]:
        """Its first character and the one behind its last."""
        return self.start, self.end


def new_titles(passage: Passage, taken: Iterable[tuple[int, int]]) -> Iterator[NewTitle]:
    """The titles in a passage that touch none of the spans taken."""
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


def _overlaps(title: NewTitle, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a title touches one of the spans, which are in order and lie apart."""
    index = bisect_left(spans, (title.end, 0)) - 1
    return index >= 0 and spans[index][1] > title.start


def _titles(passage: Passage) -> Iterator[NewTitle]:
    named: NewTitle | None = None
    for node in _slanted(passage):
        start, end = _trimmed(passage.text, node.begin, node.finish)
        if passage.is_cited(start):
            level = "j" if OF_PERIODICAL.match(passage.text, end) else "m"
            yield NewTitle(start, end, level)
            if gloss := GLOSS.match(passage.text, end):
                yield NewTitle(*gloss.span("title"), level)
        elif level := _level_beside(passage.text, start, end) or _level_listed(
            passage.text, start, named
        ):
            named = NewTitle(start, end, level)
            yield named
    for match in QUOTED.finditer(passage.text):
        start, end = match.span("title")
        if passage.is_cited(match.start()):
            yield NewTitle(start, end, "a")
        elif (level := _level_of_noun(passage.text, start, end)) and _is_in_title_case(match):
            yield NewTitle(start, end, level)


def _level_of_noun(text: str, start: int, end: int) -> str:
    """The level of the writing whose noun stands right before or behind some words, or nothing."""
    beside = BEFORE.search(text[max(0, start - WINDOW) : start]) or BEHIND.match(text, end)
    return NOUNS[beside["noun"].lower()] if beside else ""


def _level_beside(text: str, start: int, end: int) -> str:
    """The level of what stands in italics beside the noun for it, or where it is published."""
    if len(text[start:end].split()) > MOST_WORDS:
        return ""
    published = PUBLISHING.search(text[max(0, start - WINDOW) : start])
    return _level_of_noun(text, start, end) or ("j" if published else "")


def _level_listed(text: str, start: int, before: NewTitle | None) -> str:
    """The level of the title before, if only a comma or “and” parts the two."""
    near = before is not None and 0 < start - before.end < WINDOW
    return before.level if before and near and LISTING.fullmatch(text, before.end, start) else ""


def _is_in_title_case(quoted: re.Match[str]) -> bool:
    """Whether all words but the small ones have capitals, as in a title and not in a sentence."""
    words = re.findall(r"[\w’'-]+", quoted["title"])
    return all(TITLE_CASE.match(word) or word in SMALL or len(word) < LEAST_WORD for word in words)


def _slanted(passage: Passage) -> Iterator[Node]:
    """The elements of emphasis, each once."""
    seen: set[int] = set()
    for run in passage.block.runs:
        # An element around the whole block counts its characters in another one.
        for node in takewhile(lambda node: not node.separate, run.node.around()):
            if node.name in EMPHASIS and id(node) not in seen:
                seen.add(id(node))
                yield node


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The words without the signs around them; an apostrophe behind them may be a soft sign."""
    closing = ""
    while start < end and (text[start] in AROUND or text[start] in PAIRS):
        closing = PAIRS.get(text[start], closing)
        start += 1
    while end > start and (text[end - 1] in AROUND or text[end - 1] == closing):
        end -= 1
    return start, end
