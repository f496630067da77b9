"""Sets of characters as sorted, disjoint ranges of code points, and the named ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from recensio.validate.relaxng.datatypes import names

CharSet = tuple[tuple[int, int], ...]

LAST: Final = 0x10FFFF
EVERY: Final[CharSet] = ((0, LAST),)
_KINDS: Final = {
    "L": "ultmo",
    "M": "nce",
    "N": "dlo",
    "P": "cdseifo",
    "Z": "slp",
    "S": "mcko",
    "C": "cfon",
}
CATEGORIES: Final = frozenset(
    group + kind for group, kinds in _KINDS.items() for kind in ("", *kinds)
)
# Where Unicode has characters; beyond are planes it leaves empty or to private use.
_ASSIGNED: Final = ((0, 0x3FFFF), (0xE0000, 0xE0FFF))
_REST: Final = (
    ("Cn", 0x40000, 0xDFFFF),
    ("Cn", 0xE1000, 0xEFFFF),
    ("Co", 0xF0000, 0xFFFFD),
    ("Cn", 0xFFFFE, 0xFFFFF),
    ("Co", 0x100000, 0x10FFFD),
    ("Cn", 0x10FFFE, 0x10FFFF),
)


def of(characters: str) -> CharSet:
    """The set of these characters."""
    return union((ord(c), ord(c)) for c in characters)


def union(ranges: Iterable[tuple[int, int]]) -> CharSet:
    """Every character of the ranges, however these overlap."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return tuple(merged)


def complement(chars: CharSet) -> CharSet:
    """Every character that is not in the set."""
    starts = chain((0,), (last + 1 for _, last in chars))
    ends = chain((first - 1 for first, _ in chars), (LAST,))
    return tuple((a, b) for a, b in zip(starts, ends, strict=True) if a <= b)


def difference(chars: CharSet, without: CharSet) -> CharSet:
    """What is in the first set and not in the second."""
    return complement(union(chain(complement(chars), without)))


def clipped(chars: CharSet, last: int) -> CharSet:
    """What of the set lies at or before a code point."""
    return tuple((a, min(b, last)) for a, b in chars if a <= last)


@cache
def category(name: str) -> CharSet:
    """The characters of a general category, such as Lu, or of all that begin with its letter."""
    table = _by_category()
    return union(chain.from_iterable(table[key] for key in table if key.startswith(name)))


@cache
def _by_category() -> dict[str, list[tuple[int, int]]]:
    table: dict[str, list[tuple[int, int]]] = {name: [] for name in CATEGORIES if len(name) == 2}
    for kind, first, last in _runs():
        if kind in table:  # all but Cs: no document holds a surrogate
            table[kind].append((first, last))
    return table


def _runs() -> Iterator[tuple[str, int, int]]:
    """Runs of code points of one category."""
    for start, end in _ASSIGNED:
        letters = "".join(map(unicodedata.category, map(chr, range(start, end + 1))))
        for found in re.finditer(r"(..)\1*", letters):
            yield found[1], start + found.start() // 2, start + found.end() // 2 - 1
    yield from _REST


@cache
def escape(letter: str) -> CharSet:
    """The set of a multi-character escape: s, i, c, d or w, or what is not in it: S, I ..."""
    if letter.isupper():
        return complement(escape(letter.lower()))
    if letter == "s":
        return of(" \t\n\r")
    if letter == "d":
        return category("Nd")
    if letter == "w":
        return complement(union((*category("P"), *category("Z"), *category("C"))))
    start = union((*of(":_"), *_ASCII_LETTERS, *names.letters()))
    return (
        start
        if letter == "i"
        else union((*start, *of("-."), *_DIGITS, *names.others(), *of("\xb7")))
    )


_ASCII_LETTERS: Final[CharSet] = ((0x41, 0x5A), (0x61, 0x7A))
_DIGITS: Final[CharSet] = ((0x30, 0x39),)
