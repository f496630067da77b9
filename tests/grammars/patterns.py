"""The patterns and name classes of a schema, as the making of documents needs them.

Nodes are told apart by identity, so that each place of a schema is counted on its own. `mixed`,
`optional` and `zeroOrMore` are written with the others, as RELAX NG section 4.12 to 4.15 does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias


class Name(NamedTuple):
    """An expanded name."""

    ns: str
    local: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Exactly:
    """One name."""

    name: Name


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Within:
    """Every name of a namespace but some."""

    ns: str
    excluded: NameClass | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Anything:
    """Every name but some."""

    excluded: NameClass | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OneOf:
    """A choice of name classes."""

    classes: tuple[NameClass, ...]


NameClass: TypeAlias = Exactly | Within | Anything | OneOf


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Empty:
    """Nothing."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NotAllowed:
    """What no document has."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Text:
    """Any text, or none."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Choice:
    """One of several."""

    branches: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Group:
    """One after the other."""

    branches: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Interleave:
    """All of them, their parts in any order among each other."""

    branches: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OneOrMore:
    """Once or several times."""

    branch: Pattern


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListOf:
    """Words with white space between them."""

    branch: Pattern


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Element:
    """An element."""

    names: NameClass
    content: Pattern


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attribute:
    """An attribute."""

    names: NameClass
    content: Pattern


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Datatype:
    """A value of a type; parameters are pairs, as one may stand several times."""

    library: str
    type: str
    parameters: tuple[tuple[str, str], ...]
    excluded: Pattern | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Value:
    """A value that is equal to this one; `name` where the type is one of names."""

    library: str
    type: str
    text: str
    name: Name | None


@dataclass(slots=True, eq=False, repr=False)
class Definition:
    """What a reference leads to; its pattern is set when it has been read."""

    name: str
    pattern: Pattern = field(default_factory=NotAllowed)


Pattern: TypeAlias = (
    Empty
    | NotAllowed
    | Text
    | Choice
    | Group
    | Interleave
    | OneOrMore
    | ListOf
    | Element
    | Attribute
    | Datatype
    | Value
    | Definition
)
EMPTY: Final = Empty()
NOT_ALLOWED: Final = NotAllowed()
TEXT: Final = Text()


def parts(pattern: Pattern) -> tuple[Pattern, ...]:
    """The patterns directly within one."""
    match pattern:
        case Choice(branches) | Group(branches) | Interleave(branches):
            return branches
        case OneOrMore(branch) | ListOf(branch):
            return (branch,)
        case Element(_, content) | Attribute(_, content):
            return (content,)
        case Definition():
            return (pattern.pattern,)
        case _:
            return ()


def reachable(start: Pattern) -> list[Pattern]:
    """All patterns of a schema, those within others first where no cycle forbids it."""
    found: dict[Pattern, bool] = {}
    waiting = [start]
    while waiting:
        pattern = waiting.pop()
        if pattern not in found:
            found[pattern] = True
            waiting.extend(parts(pattern))
    return list(reversed(found))


def contains(names: NameClass | None, name: Name) -> bool:
    """Whether a name belongs to a class (RELAX NG section 6.1)."""
    match names:
        case None:
            return False
        case Exactly(exact):
            return exact == name
        case Within(ns, excluded):
            return ns == name.ns and not contains(excluded, name)
        case Anything(excluded):
            return not contains(excluded, name)
        case OneOf(classes):
            return any(contains(one, name) for one in classes)
