"""Patterns in the simple form, each kept once (RELAX NG, sections 4.12 to 4.15, 4.20, 4.21, 5).

A pattern is a number, the index of its node; nodes name their parts by number. What the
specification simplifies at the end (notAllowed, empty) never comes into being here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from recensio.validate.relaxng.faults import Place
from recensio.validate.relaxng.name_classes import NameClass

EMPTY: Final = 0
NOT_ALLOWED: Final = 1
TEXT: Final = 2
SIMPLE: Final = (EMPTY, NOT_ALLOWED, TEXT)
"""The patterns that exist once, wherever they stand."""

Node = tuple[Any, ...]


class Graph:
    """The nodes of a schema: ("group", 4, 7) and so on, the elements and datatypes they name."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.elements: list[tuple[NameClass, int]] = []
        self.datatypes: list[tuple[str, str, Any]] = []
        self.places: dict[int, Place] = {}
        self._numbers: dict[Node, int] = {}
        for simple in ("empty", "notAllowed", "text"):
            self._keep((simple,))

    def choice(self, members: Iterable[int]) -> int:
        """Any one of the members."""
        flat: dict[int, None] = {}
        for member in members:
            node = self.nodes[member]
            flat.update(dict.fromkeys(node[1:] if node[0] == "choice" else (member,)))
        flat.pop(NOT_ALLOWED, None)
        if len(flat) < 2:
            return next(iter(flat), NOT_ALLOWED)
        return self._keep(("choice", *flat))

    def group(self, members: Sequence[int]) -> int:
        """The members one after the other."""
        return self._both("group", members)

    def interleave(self, members: Sequence[int]) -> int:
        """The members in any order, their contents mixed."""
        return self._both("interleave", members)

    def one_or_more(self, pattern: int) -> int:
        """The pattern once or more often."""
        if pattern in (EMPTY, NOT_ALLOWED):
            return pattern
        return self._keep(("oneOrMore", pattern))

    def zero_or_more(self, pattern: int) -> int:
        """The pattern as often as one likes."""
        return self.optional(self.one_or_more(pattern))

    def optional(self, pattern: int) -> int:
        """The pattern or nothing."""
        return self.choice((pattern, EMPTY))

    def list(self, pattern: int) -> int:
        """A text whose words are what the pattern says."""
        return NOT_ALLOWED if pattern == NOT_ALLOWED else self._keep(("list", pattern))

    def attribute(self, names: NameClass, value: int) -> int:
        """An attribute with a name of the class and such a value."""
        if value == NOT_ALLOWED:
            return NOT_ALLOWED
        return self._keep(("attribute", _hashable(names), value), ("attribute", names, value))

    def datum(self, datatype: int, excepted: int = NOT_ALLOWED) -> int:
        """A value of the datatype, by its index, but none that the excepted pattern matches."""
        return self._keep(("data", datatype, excepted))

    def value(self, datatype: int, text: str, context: tuple[tuple[str, str], ...]) -> int:
        """One value of the datatype; `context` are the namespaces that it may name."""
        return self._keep(("value", datatype, text, context))

    def element(self, names: NameClass) -> int:
        """A new element, whose content is filled in later: contents may recur."""
        self.elements.append((names, NOT_ALLOWED))
        return self._keep(("element", len(self.elements) - 1))

    def fill(self, element: int, content: int) -> None:
        """Say what the element made as this node contains."""
        index = self.nodes[element][1]
        self.elements[index] = (self.elements[index][0], content)

    def _both(self, kind: str, members: Sequence[int]) -> int:
        if NOT_ALLOWED in members:
            return NOT_ALLOWED
        return self._paired(kind, [member for member in members if member != EMPTY])

    def _paired(self, kind: str, members: Sequence[int]) -> int:
        """The members in pairs of pairs: in a row, a long content would be nested as deeply."""
        if len(members) < 2:
            return members[0] if members else EMPTY
        half = len(members) // 2
        left, right = self._paired(kind, members[:half]), self._paired(kind, members[half:])
        return self._keep((kind, left, right))

    def _keep(self, key: Node, node: Node | None = None) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.nodes)
            self.nodes.append(node or key)
        return number


def _hashable(names: Any) -> Any:
    return tuple(map(_hashable, names)) if isinstance(names, list) else names
