"""A regular expression, written for Python's `re.fullmatch`."""

from __future__ import annotations

import re
from typing import Final

from recensio.validate.relaxng.datatypes.regex import charsets
from recensio.validate.relaxng.datatypes.regex.charsets import CharSet
from recensio.validate.relaxng.datatypes.regex.tree import Chars, Choice, Node, Repeat, Sequence

_NOTHING: Final = "(?!)"
_LAST_OF_ASCII: Final = 0x7F
_MOST: Final = 1 << 31


def written(node: Node, *, beyond_ascii: bool) -> str:
    """The pattern of a tree; if not beyond ASCII, one that is right for texts in ASCII only."""
    match node:
        case Chars():
            return _class(node.chars if beyond_ascii else _in_ascii(node.chars))
        case Sequence():
            return "".join(_grouped(part, beyond_ascii, Choice) for part in node.parts)
        case Choice():
            return "|".join(written(branch, beyond_ascii=beyond_ascii) for branch in node.branches)
        case Repeat():
            inner = _grouped(node.node, beyond_ascii, Choice, Sequence, Repeat)
            return inner + _quantifier(node.least, node.most)


def _grouped(node: Node, beyond_ascii: bool, *kinds: type[Node]) -> str:
    inner = written(node, beyond_ascii=beyond_ascii)
    return f"(?:{inner})" if isinstance(node, kinds) else inner


def _quantifier(least: int, most: int | None) -> str:
    short = {(0, 1): "?", (0, None): "*", (1, None): "+", (1, 1): ""}.get((least, most))
    if short is not None:
        return short
    least = min(least, _MOST)
    if most is None:
        return f"{{{least},}}"
    return f"{{{least}}}" if least == most else f"{{{least},{min(most, _MOST)}}}"


def _in_ascii(chars: CharSet) -> CharSet:
    """The ASCII part; all of it stands for every character, which is shorter."""
    part = charsets.clipped(chars, _LAST_OF_ASCII)
    return charsets.EVERY if part == ((0, _LAST_OF_ASCII),) else part


def _class(chars: CharSet) -> str:
    if not chars:
        return _NOTHING
    if chars == charsets.EVERY:
        return r"[\s\S]"
    if len(chars) == 1 and chars[0][0] == chars[0][1]:
        return re.escape(chr(chars[0][0]))
    outside = charsets.complement(chars)
    if len(outside) < len(chars):
        return f"[^{_members(outside)}]"
    return f"[{_members(chars)}]"


def _members(chars: CharSet) -> str:
    return "".join(
        _sign(first) if first == last else f"{_sign(first)}-{_sign(last)}" for first, last in chars
    )


def _sign(code: int) -> str:
    """A character in a class, by its number unless it is a letter or a digit."""
    sign = chr(code)
    if sign.isascii():
        return sign if sign.isalnum() else f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
