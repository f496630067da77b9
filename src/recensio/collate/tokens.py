"""A text as tokens: words and signs, each beside the form in which it is compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

JOINING: Final = "’'ʼ\u200c\u200d\u00ad"
"""Signs that belong to a word when letters stand on both sides."""

WORD: Final = frozenset("LMN")
"""Unicode's categories of letters, marks and numbers (Unicode Standard, 4.5)."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign: as it is written, and folded for comparison.

    `space` is what separates it from the token before, a space or nothing; the first of a text
    has one, so that it is like the same word further on.
    """

    text: str
    normal: str
    space: str = " "

    @property
    def written(self) -> str:
        """The token as it stands in its text, the space before it included."""
        return self.space + self.text


@dataclass(frozen=True, slots=True)
class WitnessText:
    """The text of a witness, ready to be collated."""

    siglum: str
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The text with white space collapsed."""
        return written(self.tokens)


def witness_text(siglum: str, text: str) -> WitnessText:
    """A witness from its text; words are compared in NFC and without regard to case."""
    tokens = []
    for stretch in text.split():
        space = " "
        for word in _words(stretch):
            tokens.append(Token(word, normal(word), space))
            space = ""
    return WitnessText(siglum, tuple(tokens))


def written(tokens: tuple[Token, ...]) -> str:
    """Tokens as text, without the space before the first."""
    return "".join(token.written for token in tokens).removeprefix(" ")


def normal(word: str) -> str:
    """The form in which a word is compared: NFC after case folding."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", word).casefold())


def _words(stretch: str) -> list[str]:
    """The words and single signs of a stretch without white space, together all of it."""
    shape = "".join(_class(character) for character in stretch)
    return [stretch[found.start() : found.end()] for found in re.finditer(r"w+(?:jw+)*|.", shape)]


def _class(character: str) -> str:
    if unicodedata.category(character)[0] in WORD:
        return "w"
    return "j" if character in JOINING else "s"
