"""Patterns as a document is read: each says what is left of it after a tag, a text, an attribute.

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


class Choice(Pattern):
    """One of the members."""

    def __init__(self, schema: Schema, members: tuple[Pattern, ...]) -> None:
        super().__init__(schema)
        self.members = members
        self.nullable = any(member.nullable for member in members)
        self.valued = any(member.valued for member in members)
        self.leaves = frozenset().union(*(member.leaves for member in members))

    @cached_property
    def _by_name(self) -> tuple[dict[str, list[Pattern]], list[Pattern]]:
        """The members that are elements of one name, by that name, and all others."""
        named: dict[str, list[Pattern]] = {}
        others: list[Pattern] = []
        for member in self.members:
            if isinstance(member, Element) and isinstance(member.names, str):
                named.setdefault(member.names, []).append(member)
            elif not member.silent:
                others.append(member)
        return named, others

    def _follow(self, name: str) -> Followers:
        named, others = self._by_name
        found: Followers = {}
        for member in (*named.get(name, ()), *others):
            _join(found, member.followers(name), self.schema)
        return found

    def _text(self, text: str, context: Context) -> Pattern:
        return self.schema.choice(member.text(text, context) for member in self.members)

    def _take(self, taken: frozenset[Leaf]) -> Pattern:
        return self.schema.choice(member.take(taken) for member in self.members)

    def _close(self, missing: Pattern) -> Pattern:
        if missing is self.schema.empty:
            return self.schema.choice(member.forgiven for member in self.members)
        return self.schema.choice(member.closed for member in self.members)

    def _ended(self, lenient: bool) -> Pattern:
        return self.schema.choice(member.ended(lenient) for member in self.members)

    def _parts(self) -> Iterator[Pattern]:
        return iter(self.members)


class Pair(Pattern):
    """Two patterns, both of which must be matched."""

    def __init__(self, schema: Schema, left: Pattern, right: Pattern) -> None:
        super().__init__(schema)
        self.left = left
        self.right = right
        self.nullable = left.nullable and right.nullable
        self.valued = left.valued or right.valued
        self.leaves = left.leaves | right.leaves

    def _with(self, left: Pattern, right: Pattern) -> Pattern:
        raise NotImplementedError

    def _take(self, taken: frozenset[Leaf]) -> Pattern:
        left = self._with(self.left.take(taken), self.right)
        return self.schema.choice((left, self._with(self.left, self.right.take(taken))))

    def _close(self, missing: Pattern) -> Pattern:
        if missing is self.schema.empty:
            return self._with(self.left.forgiven, self.right.forgiven)
        return self._with(self.left.closed, self.right.closed)

    def _parts(self) -> Iterator[Pattern]:
        return iter((self.left, self.right))


class Group(Pair):
    """One after the other."""

    def _with(self, left: Pattern, right: Pattern) -> Pattern:
        return self.schema.group(left, right)

    def _follow(self, name: str) -> Followers:
        group, right = self.schema.group, self.right
        found = {c: group(rest, right) for c, rest in self.left.followers(name).items()}
        if self.left.nullable:
            _join(found, right.followers(name), self.schema)
        return found

    def _text(self, text: str, context: Context) -> Pattern:
        left = self.schema.group(self.left.text(text, context), self.right)
        if not self.left.nullable:
            return left
        return self.schema.choice((left, self.right.text(text, context)))


class Interleave(Pair):
    """Both, their contents mixed."""

    def _with(self, left: Pattern, right: Pattern) -> Pattern:
        return self.schema.interleave(left, right)

    def _follow(self, name: str) -> Followers:
        mix = self.schema.interleave
        found = {c: mix(rest, self.right) for c, rest in self.left.followers(name).items()}
        right = {c: mix(self.left, rest) for c, rest in self.right.followers(name).items()}
        _join(found, right, self.schema)
        return found

    def _text(self, text: str, context: Context) -> Pattern:
        mix = self.schema.interleave
        left = mix(self.left.text(text, context), self.right)
        return self.schema.choice((left, mix(self.left, self.right.text(text, context))))


class OneOrMore(Pattern):
    """The same once or more often."""

    def __init__(self, schema: Schema, inner: Pattern) -> None:
        super().__init__(schema)
        self.inner = inner
        self.nullable = inner.nullable
        self.valued = inner.valued
        self.leaves = inner.leaves

    @cached_property
    def _again(self) -> Pattern:
        return self.schema.choice((self, self.schema.empty))

    def _follow(self, name: str) -> Followers:
        group = self.schema.group
        return {c: group(r, self._again) for c, r in self.inner.followers(name).items()}

    def _text(self, text: str, context: Context) -> Pattern:
        return self.schema.group(self.inner.text(text, context), self._again)

    def _take(self, taken: frozenset[Leaf]) -> Pattern:
        return self.schema.group(self.inner.take(taken), self._again)

    def _close(self, missing: Pattern) -> Pattern:
        forgiving = missing is self.schema.empty
        return self.schema.one_or_more(self.inner.forgiven if forgiving else self.inner.closed)

    def _parts(self) -> Iterator[Pattern]:
        return iter((self.inner,))


class After(Pattern):
    """A content and what follows the element that it is the content of."""

    def __init__(self, schema: Schema, content: Pattern, rest: Pattern) -> None:
        super().__init__(schema)
        self.content = content
        self.rest = rest
        self.valued = content.valued
        self.leaves = content.leaves

    def _follow(self, name: str) -> Followers:
        after, rest = self.schema.after, self.rest
        return {c: after(left, rest) for c, left in self.content.followers(name).items()}

    def _text(self, text: str, context: Context) -> Pattern:
        return self.schema.after(self.content.text(text, context), self.rest)

    def _take(self, taken: frozenset[Leaf]) -> Pattern:
        return self.schema.after(self.content.take(taken), self.rest)

    def _close(self, missing: Pattern) -> Pattern:
        forgiving = missing is self.schema.empty
        content = self.content.forgiven if forgiving else self.content.closed
        return self.schema.after(content, self.rest)

    def _ended(self, lenient: bool) -> Pattern:
        return self.rest if lenient or self.content.nullable else self.schema.not_allowed

    def _parts(self) -> Iterator[Pattern]:
        return iter((self.content,))


def _join(found: Followers, more: Followers, schema: Schema) -> None:
    for content, rest in more.items():
        known = found.get(content)
        found[content] = rest if known is None else schema.choice((known, rest))


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
