"""Pairs: delimiters and tags that open and close, matched with a stack in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from recensio.importers.blocks import Mark
from recensio.importers.tokens import Token, closed, drop, opened, text

DEEPEST: Final = 16
"""How deep pairs nest; an XML reader refuses a document of more than 256 levels."""

REND: Final[Mapping[str, str]] = MappingProxyType(
    {
        "*": "italic", "_": "italic", "**": "bold", "__": "bold",
        "i": "italic", "em": "italic", "b": "bold", "strong": "bold", "u": "underline",
        "sup": "superscript", "sub": "subscript", "small": "smaller",
    }
)  # fmt: skip
"""The value of hi/@rend for each delimiter and tag."""


class Pairs:
    """Tokens in order, with openers that wait for their closer.

    An opener is text until its closer is found. What was opened in between and not closed stays
    text, so that elements nest.
    """

    def __init__(self) -> None:
        self._slots: list[list[Token]] = []
        self._waiting: list[tuple[str, int, int, int, Mark]] = []
        self._known: Counter[str] = Counter()

    def tokens(self) -> list[Token]:
        """All tokens so far."""
        return [token for slot in self._slots for token in slot]

    def add(self, tokens: Iterable[Token]) -> None:
        """Tokens that open and close nothing."""
        self._slots.append(list(tokens))

    def open(self, name: str, start: int, end: int, mark: Mark) -> None:
        """A mark that may open; it is text until closed."""
        if len(self._waiting) < DEEPEST:
            self._waiting.append((name, len(self._slots), start, end, mark))
            self._known[name] += 1
        self._slots.append(text(start, end))

    def close(self, name: str, start: int, end: int, mark: Mark) -> bool:
        """A mark that closes the nearest opener of its name; text if there is none."""
        if not self._known[name]:
            self._slots.append(text(start, end))
            return False
        while True:
            other, slot, left, right, kind = self._waiting.pop()
            self._known[other] -= 1
            if other == name:
                break
        self._slots[slot] = [*drop(left, right, kind), opened(right, "hi", rend=REND[name])]
        self._slots.append([closed(start), *drop(start, end, mark)])
        return True

    def delimit(self, source: str, start: int, end: int, first: int, last: int) -> None:
        """A run of one to three * or _ in the text from `first` to `last`."""
        before = source[start - 1] if start > first else " "
        after = source[end] if end < last else " "
        word = source[start] == "_"
        closes = not before.isspace() and not (word and after.isalnum())
        opens = not after.isspace() and not (word and before.isalnum())
        while closes and start < end and (name := self._closable(source[start:end])):
            self.close(name, start, start + len(name), Mark.EMPHASIS)
            start += len(name)
        while opens and start < end:
            length = 2 if end - start > 1 else 1
            self.open(source[start : start + length], start, start + length, Mark.EMPHASIS)
            start += length
        self._slots.append(text(start, end))

    def _closable(self, run: str) -> str:
        """The opener that a run closes: one of its own length, else the shorter one on top."""
        if len(run) < 3 and self._known[run]:
            return run
        top = self._waiting[-1][0] if self._waiting else ""
        return top if top and run.startswith(top) else ""
