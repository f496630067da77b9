"""A compiled schema at work: its patterns, each made when first needed and kept once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any, Final

from recensio.validate.relaxng.compiled import Compiled
from recensio.validate.relaxng.compounds import After, Choice, Group, Interleave, OneOrMore
from recensio.validate.relaxng.datatypes import Datatype, datatype
from recensio.validate.relaxng.name_classes import contains, plain_names
from recensio.validate.relaxng.patterns import Element, Empty, Namespaces, Pattern, Text
from recensio.validate.relaxng.values import Datum, Leaf, Value, Words

MEMORIES: Final = 20_000
"""Patterns and derivatives that are remembered at most; then all are forgotten."""


IN_CONTEXT: Final = frozenset(("QName", "NOTATION", "ENTITY", "ENTITIES"))


class Schema:
    """The patterns of a schema. They are made one from another, so all come from here.

    `empty` and `not_allowed` exist once; a pattern that comes into being again is the same one,
    so that what it remembers is of use.
    """

    def __init__(self, compiled: Compiled) -> None:
        self.compiled = compiled
        self._remembered = 0
        self._kept: dict[tuple[Any, ...], Pattern] = {}
        self._made: dict[int, Pattern] = {}
        self._contents: dict[int, Pattern] = {}
        self._datatypes: dict[int, Datatype] = {}
        self.not_allowed = Pattern(self)
        self.empty: Pattern = Empty(self)
        self.text: Pattern = Text(self)
        self._simple = {"empty": self.empty, "notAllowed": self.not_allowed, "text": self.text}

    @property
    def start(self) -> Pattern:
        """What a document may be."""
        return self._pattern(self.compiled.start)

    @property
    def checks_identifiers(self) -> bool:
        """Whether the schema has identifiers that can be trusted."""
        return self.compiled.identifiers and self.compiled.sound

    @property
    def uses_context(self) -> bool:
        """Whether the namespaces or entities in force decide on some value."""
        return any(name in IN_CONTEXT for _, name, _ in self.compiled.datatypes)

    def content(self, element: int) -> Pattern:
        """The content of an element, by its index."""
        known = self._contents.get(element)
        if known is None:
            number = self.compiled.elements[element][1]
            known = self._contents[element] = self._pattern(number)
        return known

    @cached_property
    def _named(self) -> dict[str, list[int]]:
        named: dict[str, list[int]] = {}
        for index in filter(self._is_possible, self.compiled.known):
            for name in plain_names(self.compiled.elements[index][0]):
                named.setdefault(name, []).append(index)
        return named

    @property
    def names(self) -> Collection[str]:
        """The names of all elements that the schema calls by name."""
        return self._named

    def contents_of(self, name: str) -> Iterator[Pattern]:
        """Every content that an element of this name has somewhere in the schema."""
        if name in self._named:
            yield from map(self.content, self._named[name])
            return
        for index in filter(self._is_possible, self.compiled.known):
            names = self.compiled.elements[index][0]
            if not isinstance(names, str) and contains(names, name):
                yield self.content(index)

    def _is_possible(self, element: int) -> bool:
        """Whether an element can be at all: a schema may forbid its content."""
        content: int = self.compiled.elements[element][1]
        return bool(self.compiled.nodes[content][0] != "notAllowed")

    def remember(self) -> None:
        """Take note of one more derivative; if there are too many, forget them all.

        What is being read goes on with the patterns that it has. Made again they are others, which
        costs time but changes no verdict.
        """
        self._remembered += 1
        if self._remembered + len(self._kept) <= MEMORIES:
            return
        self._remembered = 0
        for pattern in (*self._kept.values(), *self._made.values(), *self._simple.values()):
            pattern.forget()
        for each in (self._kept, self._made, self._contents):
            each.clear()

    def choice(self, members: Iterable[Pattern]) -> Pattern:
        """Any one of the members."""
        flat: dict[Pattern, None] = {}
        for member in members:
            if type(member) is Choice:
                flat.update(dict.fromkeys(member.members))
            elif member is not self.not_allowed:
                flat[member] = None
        if len(flat) < 2:
            return next(iter(flat), self.not_allowed)
        key = (Choice, frozenset(flat))
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = Choice(self, tuple(flat))
        return known

    def group(self, left: Pattern, right: Pattern) -> Pattern:
        """One after the other."""
        if left is self.empty or right is self.not_allowed:
            return right
        if right is self.empty or left is self.not_allowed:
            return left
        return self._pair(Group, left, right)

    def interleave(self, left: Pattern, right: Pattern) -> Pattern:
        """Both, their contents mixed."""
        if left is self.empty or right is self.not_allowed:
            return right
        if right is self.empty or left is self.not_allowed:
            return left
        return self._pair(Interleave, left, right)

    def one_or_more(self, inner: Pattern) -> Pattern:
        """The same once or more often."""
        if inner is self.empty or inner is self.not_allowed:
            return inner
        key = (OneOrMore, inner)
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = OneOrMore(self, inner)
        return known

    def after(self, content: Pattern, rest: Pattern) -> Pattern:
        """A content and what follows its element."""
        if content is self.not_allowed or rest is self.not_allowed:
            return self.not_allowed
        return self._pair(After, content, rest)

    def _pair(
        self, kind: type[Group] | type[Interleave] | type[After], left: Pattern, right: Pattern
    ) -> Pattern:
        key = (kind, left, right)
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = kind(self, left, right)
        return known

    def _pattern(self, number: int) -> Pattern:
        known = self._made.get(number)
        if known is None:
            known = self._made[number] = self._make(self.compiled.nodes[number])
        return known

    def _make(self, node: Any) -> Pattern:
        made: Pattern
        match node:
            case ["choice", *members]:
                made = self.choice(map(self._pattern, members))
            case ["group", left, right]:
                made = self.group(self._pattern(left), self._pattern(right))
            case ["interleave", left, right]:
                made = self.interleave(self._pattern(left), self._pattern(right))
            case ["oneOrMore", inner]:
                made = self.one_or_more(self._pattern(inner))
            case ["element", index] if self._is_possible(index):
                made = Element(self, index, self.compiled.elements[index][0])
            case ["attribute", names, value]:
                made = Leaf(self, names, self._pattern(value))
            case ["list", inner]:
                made = Words(self, self._pattern(inner))
            case ["data", kind, excepted]:
                made = Datum(self, self._datatype(kind), self._pattern(excepted))
            case ["value", kind, text, context]:
                made = Value(self, self._datatype(kind), text, Namespaces(dict(context)))
            case _:
                made = self._simple.get(node[0], self.not_allowed)
        return made

    def _datatype(self, kind: int) -> Datatype:
        known = self._datatypes.get(kind)
        if known is None:
            known = self._datatypes[kind] = datatype(*self.compiled.datatypes[kind])
        return known
