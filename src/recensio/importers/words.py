"""Words: what a block says, and where in the source each word of it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from recensio.importers.tokens import Sort, Token, shown

RAW: Final = re.compile(r"(_|\*|'')(?=\w)[^_*'\n]{1,200}\1(?!\w)")
"""Emphasis in a form of markup that takes its marks for text."""

BRACKETS: Final = {"(": 1, "[": 1, "“": 1, "«": 1, ")": -1, "]": -1, "”": -1, "»": -1}


@dataclass(frozen=True)
class Words:
    """The words of a block; where in them each piece in italics begins and ends.

    `tokens` are those of the block that hold words, `begins` where in the words each begins.
    """

    text: str
    slanted: Mapping[int, int]
    tokens: Sequence[Token] = ()
    begins: Sequence[int] = ()

    @cached_property
    def depths(self) -> list[int]:
        """How many brackets and quotation marks are open before each character."""
        depths = [0]
        for character in self.text:
            depths.append(max(0, depths[-1] + BRACKETS.get(character, 0)))
        return depths

    @cached_property
    def slanted_ends(self) -> frozenset[int]:
        """Where italics end."""
        return frozenset(self.slanted.values())

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Some of the words as a span of the source: of a reference to a character the whole."""
        first, before = self._at(start)
        last, behind = self._at(end - 1)
        left = first.start + before if first.sort is Sort.TEXT else first.start
        return left, last.start + behind + 1 if last.sort is Sort.TEXT else last.end

    def _at(self, place: int) -> tuple[Token, int]:
        """The token that holds a character of the words, and how many of its own are before it."""
        index = bisect_right(self.begins, place) - 1
        return self.tokens[index], place - self.begins[index]


def words_of(source: str, tokens: Iterable[Token], raw: bool = False) -> Words:
    """The words of tokens: a reference to a note is no word, and where a line ends none goes on.

    `raw` says that emphasis may stand there as text with its marks.
    """
    holding: list[Token] = []
    begins: list[int] = []
    pieces: list[str] = []
    slanted: dict[int, int] = {}
    waiting: list[tuple[int, bool]] = []
    length = 0
    for token in tokens:
        if token.sort is Sort.OPEN:
            waiting.append((length, ("rend", "italic") in token.attributes))
        elif token.sort is Sort.CLOSE:
            begin, italic = waiting.pop()
            slanted |= {begin: length} if italic else {}
        elif words := _said(source, token):
            holding.append(token)
            begins.append(length)
            pieces.append(words)
            length += len(words)
    text = "".join(pieces)
    if raw:
        slanted = {match.start(): match.end() for match in RAW.finditer(text)} | slanted
    return Words(text, slanted, holding, begins)


def _said(source: str, token: Token) -> str:
    ends_line = token.sort is Sort.CUT or (token.sort is Sort.EMPTY and token.name == "lb")
    return "\n" if ends_line else shown(source, token)
