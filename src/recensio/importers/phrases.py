"""Phrases: what the form of words shows within a line.

The members of an enumeration that runs in, 1) ... 2) ... 3) ..., are segments: as a list they
would break the sentence. Words in the script of the facsimiles are foreign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from recensio.importers.profile import SCRIPTS, Facsimile
from recensio.importers.tokens import Token
from recensio.importers.words import words_of
from recensio.importers.wrapping import element, wrapped

MEMBER: Final = re.compile(r"(?<![^\s(])\(?(\d{1,2})\)(?=\s)")
SENTENCE: Final = re.compile(r"[.!?][”’\"')]?(?=\s+[“‘\"'(]?[^\W\d_a-z])")
LEAST: Final = 3
"""From how many members on numbers in brackets are an enumeration."""


def enumerated(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the members of each enumeration as segments with their numbers."""
    words = words_of(text, tokens)
    wraps = [
        element(*words.span(start, end), "seg", type="item", n=number)
        for start, end, number in _members(words.text)
    ]
    return wrapped(tokens, wraps)[0]


def _members(text: str) -> Iterator[tuple[int, int, str]]:
    run: list[re.Match[str]] = []
    for match in MEMBER.finditer(text):
        if int(match[1]) == len(run) + 1:
            run.append(match)
        elif match[1] == "1":
            yield from _spans(text, run, match.start())
            run = [match]
    yield from _spans(text, run, len(text))


def _spans(text: str, run: Sequence[re.Match[str]], end: int) -> Iterator[tuple[int, int, str]]:
    """The members of a run, without white space behind them; the last ends with its sentence."""
    if len(run) < LEAST:
        return
    stop = SENTENCE.search(text, run[-1].end(), end)
    ends = [*(match.start() for match in run[1:]), stop.end() if stop else end]
    for match, right in zip(run, ends, strict=True):
        member = text[match.start() : right]
        yield match.start(), match.start() + len(member.rstrip()), match[1]


def with_foreign(text: str, tokens: Sequence[Token], facsimile: Facsimile | None) -> list[Token]:
    """The tokens with the words in the script of the facsimiles as foreign."""
    if facsimile is None or not facsimile.language:
        return list(tokens)
    words = words_of(text, tokens)
    wraps = [
        element(*words.span(*match.span()), "foreign", xml_lang=facsimile.language)
        for match in _words(facsimile.script).finditer(words.text)
    ]
    return wrapped(tokens, wraps)[0]


@cache
def _words(script: str) -> re.Pattern[str]:
    """Words all in one script, with little between them."""
    word = rf"(?<!\w)(?:{SCRIPTS[script].pattern})+(?!\w)"
    return re.compile(rf"{word}(?:[ ,.;:-]{{1,3}}{word})*")
