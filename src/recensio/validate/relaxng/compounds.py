"""Patterns that are made of others, and what is left of them after a tag, a text, an attribute."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from recensio.validate.relaxng.patterns import Element, Followers, Pattern

if TYPE_CHECKING:
    from recensio.validate.relaxng.datatypes import Context
    from recensio.validate.relaxng.schema import Schema
    from recensio.validate.relaxng.values import Leaf


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
