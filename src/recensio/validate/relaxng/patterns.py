"""What every pattern does as a document is read, and the patterns that hold no others.

The derivatives of James Clark, "An algorithm for RELAX NG validation" (2002), with each pattern
kept once and each derivative remembered where it was found. Different from there, the content of
an element is followed by itself and what comes after it waits on a stack, as long as only one
pattern allows the element; where several do, `After` holds what waits for each.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from recensio.validate.relaxng.name_classes import NameClass, contains

if TYPE_CHECKING:
    from recensio.validate.relaxng.datatypes import Context
    from recensio.validate.relaxng.schema import Schema
    from recensio.validate.relaxng.values import Leaf


class Namespaces:
    """The namespaces in force at a text, by prefix."""

    def __init__(self, uris: Mapping[str, str], unparsed: Container[str] = ()) -> None:
        self._uris = uris
        self._unparsed = unparsed

    def resolve(self, prefix: str) -> str | None:
        """The namespace of a prefix, none if it is not declared."""
        return self._uris.get(prefix)

    def is_unparsed_entity(self, name: str) -> bool:
        """Whether the document declares an unparsed entity of this name."""
        return name in self._unparsed


Step = tuple["Pattern", "Pattern | None"]
"""The content of an element and what may follow it, none where `After` says what follows."""

Followers = dict["Pattern", "Pattern"]
"""The contents that an element of a name may have here, each with what may follow it."""


class Pattern:
    """What may stand at a place; the base class is notAllowed.

    `nullable`: nothing need stand here. `valued`: a text is held to a datatype here, so it must
    be whole. `silent`: no element stands here. `leaves`: the attributes that may stand here.
    """

    nullable = False
    valued = False
    silent = False
    leaves: frozenset[Leaf] = frozenset()

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.steps: dict[str, Step | None] = {}
        self.plans: dict[tuple[str, ...], Any] = {}
        self._followers: dict[str, Followers] = {}
        self._taken: dict[frozenset[Leaf], Pattern] = {}
        self._named: dict[str, frozenset[Leaf]] = {}

    def forget(self) -> None:
        """Forget every derivative."""
        for remembered in (self.steps, self.plans, self._followers, self._taken, self._named):
            remembered.clear()

    def step(self, name: str) -> Step | None:
        """The content of an element of this name and what may follow it; none: not allowed.

        Where several contents are possible the first is all of them, each with what follows it,
        and the second none. Remembered in `steps`.
        """
        if name in self.steps:
            return self.steps[name]
        followers = self.followers(name)
        found: Step | None = None
        if len(followers) == 1:
            found = next(iter(followers.items()))
        elif followers:
            after = self.schema.after
            found = self.schema.choice(after(c, rest) for c, rest in followers.items()), None
        self.schema.remember()
        self.steps[name] = found
        return found

    def followers(self, name: str) -> Followers:
        """The contents that an element of this name may have, with what may follow each."""
        known = self._followers.get(name)
        if known is None:
            known = self._followers[name] = self._follow(name)
        return known

    def _follow(self, name: str) -> Followers:
        return {}

    def text(self, text: str, context: Context) -> Pattern:
        """What is left after a text."""
        return self._text(text, context)

    def _text(self, text: str, context: Context) -> Pattern:
        return self.schema.not_allowed

    @cached_property
    def after_text(self) -> Pattern:
        """What is left after any text, where none is held to a datatype."""
        return self.text("", Namespaces({}))

    def leaves_named(self, name: str) -> frozenset[Leaf]:
        """The attributes of this name that may stand here."""
        known = self._named.get(name)
        if known is None:
            known = self._named[name] = frozenset(e for e in self.leaves if e.allows_name(name))
        return known

    def take(self, taken: frozenset[Leaf]) -> Pattern:
        """What is left after an attribute that these of the leaves match."""
        known = self._taken.get(taken)
        if known is None:
            fits = not self.leaves.isdisjoint(taken)
            known = self._take(taken) if fits else self.schema.not_allowed
            self._taken[taken] = known
        return known

    def _take(self, taken: frozenset[Leaf]) -> Pattern:
        return self.schema.not_allowed

    @cached_property
    def closed(self) -> Pattern:
        """What is left when no more attributes come."""
        return self._close(self.schema.not_allowed) if self.leaves else self

    @cached_property
    def forgiven(self) -> Pattern:
        """What is left when no more attributes come, those that are missing forgiven."""
        return self._close(self.schema.empty) if self.leaves else self

    def _close(self, missing: Pattern) -> Pattern:
        return self

    def ended(self, lenient: bool = False) -> Pattern:
        """What follows the contents that may end here; `lenient`: that do or do not."""
        return self._ended(lenient)

    def _ended(self, lenient: bool) -> Pattern:
        return self.schema.not_allowed

    def parts(self) -> Iterator[Pattern]:
        """The patterns that this one is made of."""
        return self._parts()

    def _parts(self) -> Iterator[Pattern]:
        return iter(())


class Empty(Pattern):
    """Nothing at all."""

    nullable = True
    silent = True


class Text(Pattern):
    """Any text, also none."""

    nullable = True
    silent = True

    def _text(self, text: str, context: Context) -> Pattern:
        return self


class Element(Pattern):
    """One element, by its index in the schema."""

    def __init__(self, schema: Schema, index: int, names: NameClass) -> None:
        super().__init__(schema)
        self.index = index
        self.names = names

    def _follow(self, name: str) -> Followers:
        if contains(self.names, name):
            return {self.schema.content(self.index): self.schema.empty}
        return {}


def every(patterns: Iterable[Pattern]) -> Iterator[Pattern]:
    """The patterns and all that they are made of, each once; contents of elements left out."""
    seen: set[Pattern] = set()
    stack = list(patterns)
    while stack:
        pattern = stack.pop()
        if pattern not in seen:
            seen.add(pattern)
            yield pattern
            stack += pattern.parts()
