"""A text as tokens: words and signs, each beside the form in which it is compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from recensio.collate.markup import Closed, Event, Markup, Opened
from recensio.collate.normal import Normaliser
from recensio.tei.names import tei

JOINING: Final = "’'ʼ\u200c\u200d\u00ad"
"""Signs that belong to a word when letters stand on both sides."""

WORD: Final = frozenset("LMN")
"""Unicode's categories of letters, marks and numbers (Unicode Standard, 4.5)."""

BY_CASE: Final = Normaliser()

APART: Final = re.compile(r"w+(?:jw+)*|[sj]")
"""A word, or a sign, by the classes of characters."""

JOINED: Final = re.compile(r"[sj]*w+(?:jw+)*[sj]*(?: +[sj]+(?= |$))*|[sj]+")
"""A word with the signs beside it, and those that stand alone after it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign: as it is written, and folded for comparison.

    `space` is what separates it from the token before, a space or nothing; the first of a text
    has one, so that it is like the same word further on.
    """

    text: str
    normal: str
    space: str = " "
    markup: str = ""
    """What tells its markup from that of others, nothing if it has none."""

    @property
    def written(self) -> str:
        """The token as it stands in its text, the space before it included."""
        return self.space + self.text

    @property
    def is_sign(self) -> bool:
        """Whether it holds no letter and no number."""
        return not any(map(str.isalnum, self.text))


@dataclass(frozen=True, slots=True)
class WitnessText:
    """The text of a witness, ready to be collated; `markup` is that of its tokens."""

    siglum: str
    tokens: tuple[Token, ...]
    markup: Markup | None = None

    @property
    def text(self) -> str:
        """The text with white space collapsed."""
        return written(self.tokens)


def witness_text(siglum: str, text: str, normaliser: Normaliser = BY_CASE) -> WitnessText:
    """A witness from its text; unless told otherwise, words differ not by case and not by NFC.

    Empty lines part paragraphs.
    """
    return plain_text(siglum, text, TokenMaker(normaliser))


def plain_text(siglum: str, text: str, make: TokenMaker) -> WitnessText:
    """A witness from its text, its tokens made by this maker."""
    tokens: list[Token] = []
    blocks: dict[int, list[Event]] = {}
    for paragraph in re.split(r"\n[ \t\r]*\n", text):
        found = list(make.tokens(paragraph))
        if found:
            blocks.setdefault(len(tokens), []).append(Opened(etree.Element(tei("p"))))
            tokens += found
            blocks.setdefault(len(tokens), []).append(Closed())
    markup = Markup(blocks=blocks) if len(blocks) > 2 else None
    return WitnessText(siglum, tuple(tokens), markup)


def written(tokens: tuple[Token, ...]) -> str:
    """Tokens as text, without the space before the first."""
    return "".join(token.written for token in tokens).removeprefix(" ")


class TokenMaker:
    """Makes tokens; those that are alike are one object, as a book repeats its words."""

    def __init__(self, normaliser: Normaliser) -> None:
        self.normaliser = normaliser
        self._made: dict[tuple[str, str, str], Token] = {}

    def tokens(self, text: str) -> Iterator[Token]:
        """The tokens of a text."""
        last = -1
        for start, end in self.spans(shape_of(text)):
            space = "" if last == start else " "
            yield self.token(" ".join(text[start:end].split()), space)
            last = end

    def token(self, text: str, space: str, markup: str = "") -> Token:
        """The token with such a text and markup."""
        key = (text, space, markup)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = Token(text, self.normaliser.normal(text), space, markup)
        return made

    def spans(self, shape: str) -> Iterator[tuple[int, int]]:
        """Where tokens begin and end in a text of that shape."""
        pattern = JOINED if self.normaliser.joins_signs else APART
        return (found.span() for found in pattern.finditer(shape))


def shape_of(text: str) -> str:
    """The class of every character: w in words, j joining, s another sign, or a space."""
    return "".join(map(_class, text))


@lru_cache(maxsize=1 << 12)
def _class(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character)[0] in WORD:
        return "w"
    return "j" if character in JOINING else "s"
