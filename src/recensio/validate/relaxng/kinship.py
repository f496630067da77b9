"""Which elements of a schema may stand in which, whatever else stands beside them."""

from __future__ import annotations

from functools import cached_property

from recensio.validate.relaxng.compiled import Compiled
from recensio.validate.relaxng.name_classes import plain_names

TEXT = -1
"""Stands among the children of what may hold text."""


class Kinship:
    """The parents and children of the elements of a schema, by name."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._below: dict[int, frozenset[int]] = {}

    def parents(self, name: str) -> tuple[str, ...]:
        """The names of the elements that may hold an element of this name."""
        return self._parents.get(name, ())

    def hold_text(self, name: str) -> bool:
        """Whether an element of this name may hold text."""
        return name in self._holding_text

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for index in self._compiled.known:
            holders = list(plain_names(self._compiled.elements[index][0]))
            for child in self._children(index) - {TEXT}:
                for name in plain_names(self._compiled.elements[child][0]):
                    found.setdefault(name, {}).update(dict.fromkeys(holders))
        return {name: tuple(holders) for name, holders in found.items()}

    @cached_property
    def _holding_text(self) -> frozenset[str]:
        elements = self._compiled.elements
        holding = (index for index in self._compiled.known if TEXT in self._children(index))
        return frozenset(name for index in holding for name in plain_names(elements[index][0]))

    def _children(self, index: int) -> frozenset[int]:
        return self._within(self._compiled.elements[index][1])

    def _within(self, number: int) -> frozenset[int]:
        """The elements, by index, that a pattern holds, and TEXT if it holds text."""
        known = self._below.get(number)
        if known is None:
            node = self._compiled.nodes[number]
            match node[0]:
                case "element":
                    known = frozenset((node[1],))
                case "text":
                    known = frozenset((TEXT,))
                case "choice" | "group" | "interleave" | "oneOrMore":
                    known = frozenset[int]().union(*map(self._within, node[1:]))
                case _:
                    known = frozenset()
            self._below[number] = known
        return known
