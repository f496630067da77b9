"""What would have been right at a place: names that a pattern allows, best first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from recensio.validate.relaxng.common import ATTRIBUTES, ELEMENTS
from recensio.validate.relaxng.kinship import Kinship
from recensio.validate.relaxng.name_classes import plain_names
from recensio.validate.relaxng.patterns import Pattern
from recensio.validate.relaxng.schema import Schema
from recensio.validate.relaxng.upcoming import first_names, required_attributes
from recensio.validate.spelling import allowance, meant, within

MEMORIES: Final = 5_000
"""Answers that are remembered at most; they keep patterns in memory."""

AT_MOST: Final = 5
"""Names or values that a message lists at most."""


def local(name: str) -> str:
    """A name as an editor writes it, without its namespace; that of XML has its prefix."""
    uri, _, last = name.rpartition("\n")
    return f"xml:{last}" if uri.endswith("/XML/1998/namespace") else last


class Advice:
    """The advice of one schema; what was worked out once is kept."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._first: dict[Pattern, list[str]] = {}
        self._elements: dict[tuple[Pattern, str], tuple[str, ...]] = {}
        self._attributes: dict[tuple[Pattern, str], tuple[str, ...]] = {}
        self._parents: dict[str, tuple[str, ...]] = {}
        self._wrappers: dict[tuple[Pattern, str], str | None] = {}
        self._meant: dict[tuple[Pattern, str], str | None] = {}

    def tidy(self) -> None:
        """Forget what was worked out if it has become too much."""
        remembered: tuple[dict[Any, Any], ...] = (
            self._first,
            self._elements,
            self._attributes,
            self._wrappers,
            self._meant,
        )
        if sum(map(len, remembered)) > MEMORIES:
            for each in remembered:
                each.clear()

    @cached_property
    def kinship(self) -> Kinship:
        """Which elements may stand in which."""
        return Kinship(self._schema.compiled)

    def elements(self, pattern: Pattern, name: str = "") -> tuple[str, ...]:
        """At most five names of elements that may come next instead of `name`, best first.

        Best is what is spelt like it, then what may hold it, then what completes the content,
        then what editors use most.
        """
        key = (pattern, name)
        if key not in self._elements:
            names = self._names(pattern)
            holders = set(self.kinship.parents(name)) if name else set()
            first = {each for each in names if each in holders}
            if not pattern.nullable:
                first |= {each for each in names if self._completes(pattern, each)}
            self._elements[key] = _ranked(names, name, first, ELEMENTS)
        return self._elements[key]

    def holding_text(self, pattern: Pattern) -> tuple[str, ...]:
        """At most five names of elements that may come next and hold text, best first."""
        key = (pattern, "#text")
        if key not in self._elements:
            names = [each for each in self._names(pattern) if self.kinship.hold_text(each)]
            self._elements[key] = _ranked(names, "", set(), ELEMENTS)
        return self._elements[key]

    def element_meant(self, pattern: Pattern, name: str) -> str | None:
        """The one element allowed here whose name is spelt nearly like this one."""
        key = (pattern, name)
        if key not in self._meant:
            names = {local(each): each for each in reversed(self._names(pattern))}
            found = meant(local(name), names)
            self._meant[key] = names[found] if found else None
        return self._meant[key]

    def wrapper(self, pattern: Pattern, name: str) -> str | None:
        """The one element allowed here that may hold just an element of this name."""
        key = (pattern, name)
        if key not in self._wrappers:
            holders = set(self.kinship.parents(name))
            near = [each for each in self._names(pattern) if each in holders]
            found = [each for each in near if self._holds(each, name)]
            self._wrappers[key] = found[0] if len(found) == 1 else None
        return self._wrappers[key]

    def parents(self, name: str) -> tuple[str, ...]:
        """At most five names of elements that an element of this name may stand in."""
        if name not in self._parents:
            self._parents[name] = _ranked(self.kinship.parents(name), "", set(), ELEMENTS)
        return self._parents[name]

    def attributes(self, left: Pattern, name: str) -> tuple[str, ...]:
        """At most five names of attributes that may yet stand in the tag, best first."""
        key = (left, name)
        if key not in self._attributes:
            names = [each for leaf in left.leaves for each in plain_names(leaf.names)]
            required = set(required_attributes(left))
            self._attributes[key] = _ranked(sorted(names), name, required, ATTRIBUTES)
        return self._attributes[key]

    def namesake(self, name: str) -> str | None:
        """An element of the same local name, in whatever namespace."""
        return self._namesakes.get(local(name))

    @cached_property
    def _namesakes(self) -> dict[str, str]:
        return {local(each): each for each in reversed(list(self._schema.names))}

    def _names(self, pattern: Pattern) -> list[str]:
        """The names of the elements that may come next."""
        if pattern not in self._first:
            self._first[pattern] = first_names(pattern)
        return self._first[pattern]

    def _completes(self, pattern: Pattern, name: str) -> bool:
        """Whether an element of this name is what the content lacks."""
        return any(rest.nullable for rest in pattern.followers(name).values())

    def _holds(self, holder: str, name: str) -> bool:
        """Whether an element may be there without attributes and hold just one other."""
        for content in self._schema.contents_of(holder):
            step = content.closed.step(name)
            if step and step[1] and step[1].nullable:
                return True
        return False


def _ranked(
    names: Iterable[str], name: str, first: set[str], common: Mapping[str, int]
) -> tuple[str, ...]:
    """At most five local names: spelt like `name`, then the first, then the common ones."""
    spelt = local(name)
    limit = allowance(spelt)

    def rank(each: str) -> tuple[int, bool, int]:
        other = local(each)
        slips = within(limit, spelt, other) if spelt else 0
        return slips, each not in first, common.get(other, len(common))

    return tuple(dict.fromkeys(map(local, sorted(names, key=rank))))[:AT_MOST]
