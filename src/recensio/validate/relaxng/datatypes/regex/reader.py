"""A regular expression of XML Schema, read (XML Schema part 2, appendix F).

Read strictly, as in jing, with one exception: "-" may stand unescaped at the beginning or the end
of a class, as the specification allows and jing does not.
"""

from __future__ import annotations

from itertools import chain
from typing import Final, NoReturn

from recensio.validate.relaxng.datatypes.interface import DatatypeError
from recensio.validate.relaxng.datatypes.regex import charsets
from recensio.validate.relaxng.datatypes.regex.blocks import block
from recensio.validate.relaxng.datatypes.regex.charsets import CharSet
from recensio.validate.relaxng.datatypes.regex.tree import Chars, Choice, Node, Repeat, Sequence

_SIGNS: Final = {"n": "\n", "r": "\r", "t": "\t"}
_ITSELF: Final = frozenset("\\|.?*+(){}-[]^")
_SETS: Final = frozenset("sSiIcCdDwW")
_DOT: Final = charsets.complement(charsets.of("\n\r"))
_DEEPEST: Final = 100


def read(pattern: str) -> Node:
    """The tree of a pattern. Raises DatatypeError where it is not well formed."""
    reader = _Reader(pattern)
    tree = reader.choice()
    if reader.next:
        reader.fail(f'"{reader.next}" opens nothing that it could close')
    return tree


class _Reader:
    """A place in a pattern, and one method for each production that moves it on."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.place = 0
        self.depth = 0

    @property
    def next(self) -> str:
        """The character at this place; "" at the end."""
        return self.pattern[self.place : self.place + 1]

    def fail(self, reason: str) -> NoReturn:
        raise DatatypeError(
            f'The pattern "{self.pattern}" is no regular expression of XML Schema: {reason} '
            f"(at character {self.place + 1})."
        )

    def take(self, sign: str) -> bool:
        """Whether this sign stands here; moves behind it."""
        found = self.next == sign
        self.place += found
        return found

    def expect(self, sign: str) -> None:
        if not self.take(sign):
            self.fail(f'"{sign}" is missing')

    def any(self) -> str:
        if not self.next:
            self.fail("it ends too early")
        self.place += 1
        return self.pattern[self.place - 1]

    def choice(self) -> Node:
        branches = [self.branch()]
        while self.take("|"):
            branches.append(self.branch())
        if len(branches) > 1 and all(isinstance(branch, Chars) for branch in branches):
            sets = (branch.chars for branch in branches if isinstance(branch, Chars))
            return Chars(charsets.union(pair for chars in sets for pair in chars))
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def branch(self) -> Node:
        parts = []
        while self.next and self.next not in "|)":
            parts.append(self.repeated(self.atom()))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def repeated(self, node: Node) -> Node:
        bounds: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}
        sign = self.next
        if sign in bounds:
            self.place += 1
            return Repeat(node, *bounds[sign])
        return Repeat(node, *self.quantity()) if self.take("{") else node

    def quantity(self) -> tuple[int, int | None]:
        least = self.number()
        most: int | None = least
        if self.take(","):
            most = None if self.next == "}" else self.number()
        self.expect("}")
        if most is not None and most < least:
            self.fail(f"{{{least},{most}}} asks for more than it allows")
        return least, most

    def number(self) -> int:
        start = self.place
        while self.next and self.next in "0123456789":
            self.place += 1
        if start == self.place:
            self.fail("a digit is missing")
        # No text is as long as that; Python would not read thousands of digits.
        return int(self.pattern[start : self.place].lstrip("0")[:10] or 0)

    def atom(self) -> Node:
        sign = self.any()
        if sign == "(":
            return self.group()
        if sign == "[":
            return Chars(self.char_class())
        if sign == "\\":
            return Chars(self.escape())
        if sign == ".":
            return Chars(_DOT)
        if sign in "?*+{}]":
            self.place -= 1
            self.fail(f'"{sign}" has no meaning here; a "\\" before it makes it a character')
        return Chars(charsets.of(sign))

    def group(self) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            self.fail("parentheses are nested too deeply")
        inner = self.choice()
        self.expect(")")
        self.depth -= 1
        return inner

    def escape(self) -> CharSet:
        sign = self.any()
        if sign in _ITSELF or sign in _SIGNS:
            return charsets.of(_SIGNS.get(sign, sign))
        if sign in _SETS:
            return charsets.escape(sign)
        if sign in "pP":
            named = self.named()
            return _without([named]) if sign == "P" else named
        self.place -= 1
        return self.fail(f'there is no escape "\\{sign}"')

    def named(self) -> CharSet:
        self.expect("{")
        end = self.pattern.find("}", self.place)
        if end < 0:
            self.fail('"}" is missing')
        name = self.pattern[self.place : end]
        chars = block(name[2:]) if name.startswith("Is") else None
        if name in charsets.CATEGORIES:
            chars = charsets.category(name)
        if chars is None:
            self.fail(f'there is no category or block "{name}" of characters')
        self.place = end + 1
        return chars

    def char_class(self) -> CharSet:
        """What stands between "[" and "]", and behind the latter."""
        negative, members = self.take("^"), list[CharSet]()
        start = self.place
        while not (self.next == "]" and self.place > start) and not self.subtracts(start):
            members.append(self.member(self.place == start))
        chars = _without(members) if negative else charsets.union(chain.from_iterable(members))
        if self.take("-"):
            self.expect("[")
            chars = charsets.difference(chars, self.nested())
        self.expect("]")
        return chars

    def subtracts(self, start: int) -> bool:
        return self.place > start and self.pattern.startswith("-[", self.place)

    def nested(self) -> CharSet:
        self.depth += 1
        if self.depth > _DEEPEST:
            self.fail("classes are nested too deeply")
        inner = self.char_class()
        self.depth -= 1
        return inner

    def member(self, first: bool) -> CharSet:
        """A character, a range of them or an escape, inside a class."""
        lower = self.bound(first)
        if self.next != "-" or self.pattern[self.place + 1 : self.place + 2] in {"[", "]"}:
            return lower
        self.place += 1
        upper = self.bound(first=False)
        if not (_single(lower) and _single(upper)):
            self.fail("a range goes from one character to another")
        if lower > upper:
            self.fail("the range begins after its end")
        return ((lower[0][0], upper[0][0]),)

    def bound(self, first: bool) -> CharSet:
        sign = self.any()
        if sign == "\\":
            return self.escape()
        hyphen = sign == "-" and not first and self.next != "]"
        if sign in "[]" or hyphen:
            self.place -= 1
            self.fail(f'"{sign}" in a class is written "\\{sign}"')
        return charsets.of(sign)


def _without(members: list[CharSet]) -> CharSet:
    r"""What is in none of the sets.

    \p{C} counts for less here, as in jing on a Java of today: alone it leaves unassigned characters
    in, beside others it leaves out nothing. TEI asks of a word to match [^\p{C}\p{Z}]+, and so the
    joiners of Indic scripts and the private letters of medievalists pass. By the specification
    they would not. Of all other sets inside [^...] that Java misreads we follow the specification.
    """
    hidden = charsets.category("C")
    others = [chars for chars in members if chars is not hidden]
    if len(others) == len(members):
        return charsets.complement(charsets.union(chain.from_iterable(others)))
    kept = hidden if others else charsets.category("Cn")
    without = charsets.union(chain.from_iterable(others or [hidden]))
    return charsets.union((*charsets.complement(without), *kept))


def _single(chars: CharSet) -> bool:
    return len(chars) == 1 and chars[0][0] == chars[0][1]
