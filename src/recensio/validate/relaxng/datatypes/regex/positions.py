"""A regular expression as an automaton, after Glushkov: one state for each character it names.

Python's `re` goes back and tries again, which takes time beyond all measure for patterns such as
(a*|b)*c; an automaton reads each character once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import inf
from typing import Final

from recensio.validate.relaxng.datatypes.regex.tree import Chars, Choice, Node, Repeat, Sequence
from recensio.validate.relaxng.datatypes.regex.writer import written

# The classes, the class of each state, the states that follow each, the last ones. 0 is the start.
States = tuple[tuple[str, ...], tuple[int, ...], tuple[tuple[int, ...], ...], tuple[int, ...]]

_MANY_WAYS: Final = 16
_MOST_STATES: Final = 400


def backtracks(tree: Node) -> bool:
    """Whether matching may have to go back many times."""
    return _ways(tree) > _MANY_WAYS


def _ways(node: Node) -> float:
    """How many times a match decides, without end where it decides within a repetition."""
    match node:
        case Chars():
            return 0
        case Sequence():
            return sum(map(_ways, node.parts))
        case Choice():
            return 1 + sum(map(_ways, node.branches))
        case Repeat():
            inner, most = _ways(node.node), inf if node.most is None else node.most
            return (inner * most if inner else 0) + (node.least != node.most)


def states(tree: Node) -> States | None:
    """The automaton of a tree; None if it is too large."""
    if _size(tree) > _MOST_STATES:
        return None
    builder = _Builder([None], [set()])
    part = builder.part(tree)
    builder.follow[0] = part.first
    classes = list(dict.fromkeys(builder.chars[1:]))
    sources = tuple(written(chars, beyond_ascii=True) for chars in classes if chars)
    of = tuple(classes.index(chars) for chars in builder.chars[1:])
    last = part.last | {0} if part.nullable else part.last
    follow = tuple(tuple(sorted(following)) for following in builder.follow)
    return sources, (0, *of), follow, tuple(sorted(last))


def _size(node: Node) -> int:
    match node:
        case Chars():
            return 1
        case Sequence():
            return sum(map(_size, node.parts))
        case Choice():
            return sum(map(_size, node.branches))
        case Repeat():
            return _size(node.node) * max(node.least, node.most or 1)


@dataclass(frozen=True, slots=True)
class _Part:
    """Whether a part matches nothing too, and the states it begins and ends in."""

    nullable: bool
    first: set[int]
    last: set[int]


_EMPTY: Final = _Part(True, set(), set())


@dataclass(frozen=True, slots=True)
class _Builder:
    """The states so far: the characters and the followers of each."""

    chars: list[Chars | None]
    follow: list[set[int]]

    def part(self, node: Node) -> _Part:
        match node:
            case Chars():
                state = {len(self.chars)}
                self.chars.append(node)
                self.follow.append(set())
                return _Part(False, state, state)
            case Sequence():
                return reduce(self.then, map(self.part, node.parts), _EMPTY)
            case Choice():
                return reduce(_either, map(self.part, node.branches))
            case Repeat():
                return self.repeated(node)

    def then(self, one: _Part, other: _Part) -> _Part:
        for state in one.last:
            self.follow[state] |= other.first
        return _Part(
            one.nullable and other.nullable,
            one.first | other.first if one.nullable else one.first,
            one.last | other.last if other.nullable else other.last,
        )

    def repeated(self, node: Repeat) -> _Part:
        """So many copies, then one again and again or some that may be left out."""
        parts = [self.part(node.node) for _ in range(node.least)]
        if node.most is None:
            again = self.part(node.node)
            again = self.then(again, again)
            parts.append(_Part(True, again.first, again.last))
        rest = _EMPTY
        for _ in range((node.most or 0) - node.least):
            rest = self.then(self.part(node.node), rest)
            rest = _Part(True, rest.first, rest.last)
        return self.then(reduce(self.then, parts, _EMPTY), rest)


def _either(one: _Part, other: _Part) -> _Part:
    nullable = one.nullable or other.nullable
    return _Part(nullable, one.first | other.first, one.last | other.last)
