"""What would have been right: names and values that a pattern allows, best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recensio.validate.relaxng.name_classes import plain_names
from recensio.validate.relaxng.patterns import (
    After,
    Choice,
    Element,
    Group,
    Interleave,
    OneOrMore,
    Pattern,
    Text,
    every,
)
from recensio.validate.relaxng.schema import Schema
from recensio.validate.relaxng.values import Datum, Leaf, Value
from recensio.validate.spelling import by_likeness, meant

AT_MOST: Final = 5
"""Names or values that a message lists at most."""

Ahead = tuple[Pattern, Pattern, tuple[Pattern, ...]]
"""A content, what follows its element, and what ought to have stood before."""


def first(pattern: Pattern) -> Iterator[Element | Text]:
    """The elements, and text, that may come next."""
    seen: set[Pattern] = set()
    stack = [pattern]
    while stack:
        each = stack.pop()
        if each in seen:
            continue
        seen.add(each)
        match each:
            case Element() | Text():
                yield each
            case Choice():
                stack += reversed(each.members)
            case Group():
                stack += (each.right, each.left) if each.left.nullable else (each.left,)
            case Interleave():
                stack += (each.right, each.left)
            case OneOrMore():
                stack.append(each.inner)
            case After():
                stack.append(each.content)


def first_names(pattern: Pattern) -> list[str]:
    """The names of the elements that may come next; wildcards are left out."""
    elements = (each for each in first(pattern) if isinstance(each, Element))
    return list(dict.fromkeys(name for each in elements for name in plain_names(each.names)))


def local(name: str) -> str:
    """A name as an editor writes it, without its namespace; that of XML has its prefix."""
    uri, _, last = name.rpartition("\n")
    return f"xml:{last}" if uri.endswith("/XML/1998/namespace") else last


class Advice:
    """The advice of one schema; what was worked out once is kept."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._elements: dict[tuple[Pattern, str], tuple[str, ...]] = {}
        self._attributes: dict[tuple[Pattern, str], tuple[str, ...]] = {}
        self._meant: dict[tuple[Pattern, str], str | None] = {}

    def elements(self, pattern: Pattern, name: str = "") -> tuple[str, ...]:
        """At most five names of elements that may come next, best first.

        Best is what is spelt like `name`, then what completes the content, then the rest.
        """
        key = (pattern, name)
        if key not in self._elements:
            names = first_names(pattern)
            needed = [each for each in names if self._completes(pattern, each)]
            likely = self.element_meant(pattern, name) if name else None
            rest = by_likeness(local(name), map(local, names)) if name else map(local, names)
            head = ([local(likely)] if likely else []) + (
                [] if pattern.nullable else [local(each) for each in needed]
            )
            self._elements[key] = tuple(dict.fromkeys((*head, *rest)))[:AT_MOST]
        return self._elements[key]

    def element_meant(self, pattern: Pattern, name: str) -> str | None:
        """The one element allowed here whose name is spelt nearly like this one."""
        key = (pattern, name)
        if key not in self._meant:
            names = {local(each): each for each in reversed(first_names(pattern))}
            found = meant(local(name), names)
            self._meant[key] = names[found] if found else None
        return self._meant[key]

    def attributes(self, left: Pattern, name: str) -> tuple[str, ...]:
        """At most five names of attributes that may yet stand in the tag, best first."""
        key = (left, name)
        if key not in self._attributes:
            names = [local(each) for leaf in left.leaves for each in plain_names(leaf.names)]
            required = set(map(local, required_attributes(left)))
            ranked = by_likeness(local(name), sorted(names))
            near = meant(local(name), names)
            head = ([near] if near else []) + [each for each in ranked if each in required]
            self._attributes[key] = tuple(dict.fromkeys((*head, *ranked)))[:AT_MOST]
        return self._attributes[key]

    def _completes(self, pattern: Pattern, name: str) -> bool:
        """Whether an element of this name is what the content lacks."""
        return any(rest.nullable for rest in pattern.followers(name).values())


def required_attributes(left: Pattern) -> frozenset[str]:
    """The names of the attributes that must yet stand in the tag, whatever else does."""
    match left:
        case Leaf():
            return frozenset(plain_names(left.names))
        case Group() | Interleave():
            return required_attributes(left.left) | required_attributes(left.right)
        case Choice():
            return frozenset.intersection(*map(required_attributes, left.members))
        case OneOrMore():
            return required_attributes(left.inner)
        case After():
            return required_attributes(left.content)
    return frozenset()


def ahead(pattern: Pattern, name: str) -> Ahead | None:
    """How the content could go on with an element if what is required before it were there."""
    found = sorted(_ahead(pattern, name), key=lambda each: len(each[2]))
    return found[0] if found else None


def _ahead(pattern: Pattern, name: str) -> Iterator[Ahead]:
    match pattern:
        case Group():
            yield from _ahead_in_group(pattern, name)
        case Interleave():
            mix = pattern.schema.interleave
            for content, rest, missing in _ahead(pattern.left, name):
                yield content, mix(rest, pattern.right), missing
            for content, rest, missing in _ahead(pattern.right, name):
                yield content, mix(pattern.left, rest), missing
        case Choice():
            for member in pattern.members:
                yield from () if member.silent else _ahead(member, name)
        case After():
            for content, rest, missing in _ahead(pattern.content, name):
                yield content, pattern.schema.after(rest, pattern.rest), missing
        case _:
            for content, rest in pattern.followers(name).items():
                yield content, rest, ()


def _ahead_in_group(group: Group, name: str) -> Iterator[Ahead]:
    """What is ahead in the first part of a group, or in the second if the first is passed over."""
    for content, rest, missing in _ahead(group.left, name):
        yield content, group.schema.group(rest, group.right), missing
    passed = () if group.left.nullable else (group.left,)
    for content, rest, missing in _ahead(group.right, name):
        yield content, rest, (*passed, *missing)


def values(leaves: Iterable[Pattern], given: str) -> tuple[tuple[str, ...], str]:
    """At most five values that are allowed, the most alike first, and in words what is allowed."""
    parts = list(every(leaves))
    listed = [each.written for each in parts if isinstance(each, Value)]
    kinds = [each.datatype.says() for each in parts if isinstance(each, Datum)]
    ranked = tuple(by_likeness(given, listed)[:AT_MOST])
    words = list(dict.fromkeys(kinds))
    if listed:
        words = [_one_of(listed, ranked), *words]
    return ranked, joined(words, "or")


def _one_of(listed: Sequence[str], ranked: Sequence[str]) -> str:
    if len(listed) == 1:
        return f"“{listed[0]}”"
    shown = ", ".join(f"“{each}”" for each in ranked)
    more = len(set(listed)) - len(ranked)
    return f"one of {shown}" + (f" and {more} more" if more > 0 else "")


def joined(words: Sequence[str], conjunction: str) -> str:
    """Words as a list in a sentence."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"
