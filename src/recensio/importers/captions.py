"""Captions: the life dates in them, and what figDesc can hold of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from recensio.importers.tokens import Sort, Token, deeper
from recensio.importers.words import Words, words_of
from recensio.importers.wrapping import REFUSED, Fit, Wrap, element, wrapped

LIFE: Final = re.compile(r"(?<=\()(\d{4})\s?[-–—]\s?(\d{4})(?=\))")
"""Two years in brackets: a life."""

OUTSIDE: Final = REFUSED["figDesc"] | {"gap", "figure"}
"""Elements that figDesc cannot hold (TEI Guidelines, macro.limitedContent)."""


def caption_tokens(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a caption with the life dates in it as date."""
    words = words_of(text, tokens)
    return wrapped(tokens, [_life(words, match) for match in LIFE.finditer(words.text)])[0]


def _life(words: Words, match: re.Match[str]) -> Wrap:
    start, end = words.span(*match.span())
    years = {"from": match[1], "to": match[2]}
    return element(start, end, "date", Fit.WHOLE, **years)


def without_breaks(tokens: Sequence[Token]) -> list[Token] | None:
    """The tokens as figDesc can hold them, or nothing if it cannot.

    Between lines it has only the line end of the source; a break within italics is kept.
    """
    if any(token.sort is Sort.REFERENCE or token.name in OUTSIDE for token in tokens):
        return None
    depth = 0
    kept: list[Token] = []
    for token in tokens:
        depth += deeper(token)
        if token.sort is not Sort.EMPTY or depth:
            kept.append(token)
    return kept
