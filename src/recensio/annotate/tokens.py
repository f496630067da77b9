"""Tokens: the words and signs of a text, with the keys under which a register may list them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from recensio.annotate.folding import keys
from recensio.tei.blocks import BARRIER, NO_BREAK

WORD: Final = r"(?:[^\W_]|[\u0300-\u036f])+"
SOFT: Final = rf"(?:[’'ʼʹ`´\u00ad]|[-‐‑]?{NO_BREAK})"
"""What may stand within a word: a soft sign, or the end of a line."""

TOKEN: Final = re.compile(rf"{WORD}(?:{SOFT}{WORD})*ʹ?|[^\w\s]|_")
POSSESSIVE: Final = re.compile(rf"[’'ʼ`´]{NO_BREAK}?[sS]$")
LINE_END: Final = re.compile(rf"[-‐‑]?{NO_BREAK}")
HYPHENS: Final = frozenset("-‐‑")
OPENING: Final = frozenset("“„«\"‘'")
CLOSING: Final = frozenset("”“»\"’'")
STOPS: Final = frozenset(".!?…:" + BARRIER)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign: its characters in the text, and the keys of the word (none for a sign).

    A possessive ending is no part of it; `plural` is the key without a final s, if it has one.
    """

    text: str
    start: int
    end: int
    keys: tuple[str, ...] = ()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return bool(self.keys)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def plural(self) -> str:
        """The key of the family whose plural the word may be (the Ryutins), or nothing."""
        ends = len(self.text) > 4 and self.text.endswith("s") and self.is_capital
        return keys(self.text[:-1])[0] if ends else ""


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and signs of a text in their order."""
    return tuple(_token(match) for match in TOKEN.finditer(text))


def _token(match: re.Match[str]) -> Token:
    word, start = match.group(), match.start()
    if not word[0].isalnum():
        return Token(word, start, match.end())
    if word.isalnum():
        return Token(word, start, start + len(word), keys(word))
    possessive = POSSESSIVE.search(word)
    if possessive and possessive.start():
        word = word[: possessive.start()]
    return Token(word, start, start + len(word), keys(LINE_END.sub("", word)))


def adjacent(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start
