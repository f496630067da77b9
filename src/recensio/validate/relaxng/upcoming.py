"""What a pattern says of what comes next in a document."""

from __future__ import annotations

from collections.abc import Iterator

from recensio.validate.relaxng.compounds import After, Choice, Group, Interleave, OneOrMore
from recensio.validate.relaxng.name_classes import plain_names
from recensio.validate.relaxng.patterns import Element, Pattern, Text
from recensio.validate.relaxng.values import Leaf

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


def required_attributes(left: Pattern) -> frozenset[str]:
    """The names of the attributes that must yet stand in the tag, whatever else does."""
    required = frozenset[str]()
    match left:
        case Leaf():
            required = frozenset(plain_names(left.names))
        case Group() | Interleave() if left.leaves:
            required = required_attributes(left.left) | required_attributes(left.right)
        case Choice() if left.leaves:
            required = frozenset.intersection(*map(required_attributes, left.members))
        case OneOrMore():
            required = required_attributes(left.inner)
        case After():
            required = required_attributes(left.content)
    return required


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
