r"""A regular expression as a table, for the automaton that matches without going back.

Python's `re` goes back and tries again, which takes time beyond all measure for patterns such as
(a*|b)*c, and already too long for \d*\d*\d*x.
"""

from __future__ import annotations

from math import inf
from typing import Any, Final

from recensio.validate.relaxng.datatypes.regex.tree import Chars, Choice, Node, Repeat, Sequence
from recensio.validate.relaxng.datatypes.regex.writer import written

Rows = tuple[tuple[Any, ...], ...]
"""("chars", class), ("sequence", rows), ("choice", rows), ("repeat", row, least, most or None)."""

# Two may make the time grow with the square of the length of a text.
_MANY_WAYS: Final = 2


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


def table(tree: Node) -> Rows:
    """One row for each part, after the rows it refers to by their number; the last is the whole."""
    rows: list[tuple[Any, ...]] = []
    _add(rows, tree)
    return tuple(rows)


def _add(rows: list[tuple[Any, ...]], node: Node) -> int:
    match node:
        case Chars():
            row: tuple[Any, ...] = ("chars", written(node, beyond_ascii=True))
        case Sequence():
            row = ("sequence", tuple(_add(rows, part) for part in node.parts))
        case Choice():
            row = ("choice", tuple(_add(rows, branch) for branch in node.branches))
        case Repeat():
            row = ("repeat", _add(rows, node.node), node.least, node.most)
    rows.append(row)
    return len(rows) - 1
