"""Strings that a regular expression of XML Schema matches (XML Schema 1.0, part 2, appendix F).

`strings(expression)` is a function from a source of chance to such a string. Characters are taken
from ALPHABET, which has some of each kind; a class that has none of them cannot be met.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final, TypeAlias

ALPHABET: Final = (
    "".join(map(chr, range(32, 127))) + "\t\néßŁøЖжיעتאΩω中文अ1०٣Ⅳ½—«»€©\u0301\u200dꜹ𝄞𐍈𝟗"
)
MOST: Final = 3  # repetitions beyond what is asked for
Maker: TypeAlias = Callable[[Random], str]
Test: TypeAlias = Callable[[str], bool]
SINGLE: Final = {"n": "\n", "r": "\r", "t": "\t"}


@cache
def strings(expression: str) -> Maker:
    """What makes strings that the whole of an expression matches."""
    reader = Reader(expression)
    maker = reader.branches()
    assert reader.place == len(expression), expression
    return maker


@dataclass(slots=True)
class Reader:
    """An expression as it is read, from the place that has been reached."""

    text: str
    place: int = 0

    def peek(self, length: int = 1) -> str:
        return self.text[self.place : self.place + length]

    def take(self, length: int = 1) -> str:
        taken = self.peek(length)
        self.place += length
        return taken

    def takes(self, wanted: str) -> bool:
        found = self.peek(len(wanted)) == wanted
        self.place += len(wanted) * found
        return found

    def branches(self) -> Maker:
        found = [self.branch()]
        while self.takes("|"):
            found.append(self.branch())
        return lambda chance: chance.choice(found)(chance)

    def branch(self) -> Maker:
        pieces: list[Maker] = []
        while self.peek() not in {"", "|", ")"}:
            pieces.append(self.piece())
        return lambda chance: "".join(piece(chance) for piece in pieces)

    def piece(self) -> Maker:
        atom = self.atom()
        least, most = self.quantifier()
        return lambda chance: "".join(atom(chance) for _ in range(chance.randint(least, most)))

    def quantifier(self) -> tuple[int, int]:
        if self.takes("?"):
            return 0, 1
        if self.takes("*"):
            return 0, MOST
        if self.takes("+"):
            return 1, 1 + MOST
        if not self.takes("{"):
            return 1, 1
        end = self.text.index("}", self.place)
        least, comma, most = self.take(end - self.place).partition(",")
        self.take()
        return int(least), int(most) if most else int(least) + MOST * bool(comma)

    def atom(self) -> Maker:
        if self.takes("("):
            inner = self.branches()
            assert self.takes(")"), self.text
            return inner
        allowed = [c for c in ALPHABET if self.__class__(self.text, self.place).one()(c)]
        test = self.one()
        allowed = allowed or [c for c in map(chr, range(0xA0, 0xD7FF)) if test(c)]
        assert allowed, self.text
        return lambda chance: chance.choice(allowed)

    def one(self) -> Test:
        """The characters that one atom stands for."""
        if self.takes("["):
            return self.set_of_characters()
        if self.takes("\\"):
            return self.escape()
        if self.takes("."):
            return lambda c: c not in "\n\r"
        return self.takes_literally(self.take())

    @staticmethod
    def takes_literally(character: str) -> Test:
        return lambda c: c == character

    def set_of_characters(self) -> Test:
        negative = self.takes("^")
        tests: list[Test] = []
        less: Test = bool_never
        while not self.takes("]"):
            if self.takes("-["):
                less = self.set_of_characters()
            else:
                tests.append(self.range())
        return lambda c: any(test(c) for test in tests) != negative and not less(c)

    def range(self) -> Test:
        first = self.peek()
        if first == "\\" and self.peek(2)[1] not in SINGLE | dict.fromkeys("\\|.?*+(){}-[]^$"):
            self.take()
            return self.escape()
        low = self.character()
        if self.peek() != "-" or self.peek(2) in {"-]", "-["}:
            return self.takes_literally(low)
        self.take()
        high = self.character()
        return lambda c: low <= c <= high

    def character(self) -> str:
        if self.takes("\\"):
            letter = self.take()
            return SINGLE.get(letter, letter)
        return self.take()

    def escape(self) -> Test:
        """The characters of an escape such as \\d, its backslash already taken."""
        letter = self.take()
        if letter in "pP":
            self.take()
            end = self.text.index("}", self.place)
            category = self.take(end - self.place)
            self.take()
            return lambda c: unicodedata.category(c).startswith(category) != (letter == "P")
        if letter.lower() in CLASSES:
            test = CLASSES[letter.lower()]
            return lambda c: test(c) != letter.isupper()
        return self.takes_literally(SINGLE.get(letter, letter))


def bool_never(_: str) -> bool:
    return False


def is_word(character: str) -> bool:
    return unicodedata.category(character)[0] not in "PZC"


def is_initial(character: str) -> bool:
    return character in "_:" or unicodedata.category(character) in {"Lu", "Ll", "Lo"}


CLASSES: Final[dict[str, Test]] = {
    "s": lambda c: c in " \t\n\r",
    "d": lambda c: unicodedata.category(c) == "Nd",
    "w": is_word,
    "i": is_initial,
    "c": lambda c: is_initial(c) or c in "-.0123456789",
}
