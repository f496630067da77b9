"""Whether one RELAX NG grammar accepts no more than another, element by element.

In both grammars an element name has one content model, so a document of the one is a document of
the other if, for every name, the words of its content model are words of the other's. That is
decided with derivatives of patterns (Brzozowski 1964; Clark, "An algorithm for RELAX NG
validation"): walk both models together, and look for a word on which they part.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEXT = "#text"
END = "#end"
FOREIGN = "#foreign"
Element: TypeAlias = etree._Element


@dataclass(frozen=True)
class Empty:
    """No content."""


@dataclass(frozen=True)
class Nothing:
    """No content model at all: nothing matches."""


@dataclass(frozen=True)
class One:
    """One element of this name, or text."""

    name: str


@dataclass(frozen=True)
class Star:
    """Any number of times."""

    part: Pattern


@dataclass(frozen=True)
class Sequence:
    """One after the other."""

    parts: tuple[Pattern, ...]


@dataclass(frozen=True)
class Choice:
    """One of several."""

    parts: frozenset[Pattern]


Pattern: TypeAlias = Empty | Nothing | One | Star | Sequence | Choice
EMPTY, NOTHING = Empty(), Nothing()


def sequence(parts: Iterable[Pattern]) -> Pattern:
    flat: list[Pattern] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Sequence) else (part,))
    if NOTHING in flat:
        return NOTHING
    flat = [part for part in flat if part != EMPTY]
    return Sequence(tuple(flat)) if len(flat) > 1 else flat[0] if flat else EMPTY


def choice(parts: Iterable[Pattern]) -> Pattern:
    flat: set[Pattern] = set()
    for part in parts:
        flat |= part.parts if isinstance(part, Choice) else {part}
    flat.discard(NOTHING)
    return Choice(frozenset(flat)) if len(flat) > 1 else next(iter(flat), NOTHING)


def star(part: Pattern) -> Pattern:
    return part if isinstance(part, Star | Empty) else Star(part)


@cache
def nullable(pattern: Pattern) -> bool:
    match pattern:
        case Sequence(parts):
            return all(map(nullable, parts))
        case Choice(parts):
            return any(map(nullable, parts))
    return isinstance(pattern, Empty | Star)


@cache
def first(pattern: Pattern) -> frozenset[str]:
    match pattern:
        case One(name):
            return frozenset({name})
        case Star(part):
            return first(part)
        case Choice(parts):
            return frozenset().union(*map(first, parts))
        case Sequence((head, *tail)):
            rest = first(sequence(tail)) if nullable(head) else frozenset()
            return first(head) | rest
    return frozenset()


@cache
def derivative(pattern: Pattern, name: str) -> Pattern:
    match pattern:
        case One(own) if own == name:
            return EMPTY
        case Star(part):
            return sequence((derivative(part, name), pattern))
        case Choice(parts):
            return choice(derivative(part, name) for part in parts if name in first(part))
        case Sequence((head, *tail)):
            here = sequence((derivative(head, name), *tail))
            return choice((here, derivative(sequence(tail), name))) if nullable(head) else here
    return NOTHING


def counterexample(ours: Pattern, theirs: Pattern) -> tuple[str, ...] | None:
    """A shortest content that is allowed by `ours` and not by `theirs`; None if there is none."""
    waiting: deque[tuple[Pattern, Pattern, tuple[str, ...]]] = deque([(ours, theirs, ())])
    seen = {(ours, theirs)}
    while waiting:
        a, b, word = waiting.popleft()
        if nullable(a) and not nullable(b):
            return (*word, END)
        for name in sorted(first(a)):
            if name not in first(b):
                return (*word, name)
            pair = derivative(a, name), derivative(b, name)
            if pair not in seen:
                seen.add(pair)
                waiting.append((*pair, (*word, name)))
    return None


def matches(pattern: Pattern, word: Iterable[str]) -> bool:
    """Whether the names of children, and TEXT where there is text, are allowed in this order."""
    for name in word:
        pattern = derivative(pattern, name)
    return nullable(pattern)


@dataclass(frozen=True)
class Attribute:
    """An attribute of an element: whether it must stand, and the pattern of its value."""

    required: bool
    value: Element


LEAVES: Final[dict[str, Pattern]] = {
    "text": star(One(TEXT)),
    "data": choice((One(TEXT), EMPTY)),
    "value": choice((One(TEXT), EMPTY)),
    "list": choice((One(TEXT), EMPTY)),
    "empty": EMPTY,
    "attribute": EMPTY,
    "notAllowed": NOTHING,
    "grammar": One(FOREIGN),
}
COMPOSED: Final[dict[str, Callable[[list[Pattern]], Pattern]]] = {
    "group": sequence,
    "choice": choice,
    "optional": lambda parts: choice((EMPTY, sequence(parts))),
    "zeroOrMore": lambda parts: star(sequence(parts)),
    "oneOrMore": lambda parts: sequence((*parts, star(sequence(parts)))),
}


class Grammar:
    """A RELAX NG grammar in XML syntax, read for comparison."""

    def __init__(self, path: Path) -> None:
        root = etree.parse(path).getroot()
        self.defines = {str(d.get("name")): d for d in root.iterchildren(f"{RNG}define")}
        self.elements = {
            str(e.get("name")): e
            for d in self.defines.values()
            for e in d.iterchildren(f"{RNG}element")
        }
        self._contents: dict[str, Pattern] = {}

    @cache  # noqa: B019 - two grammars, alive as long as the tests
    def content(self, name: str) -> Pattern:
        """The content model of an element, its attributes left out."""
        return sequence(map(self._pattern, children(self.elements[name])))

    @cache  # noqa: B019
    def attributes(self, name: str) -> dict[str, Attribute]:
        """The attributes of an element by name."""
        return {
            str(attribute.get("name")): Attribute(required, attribute)
            for part in children(self.elements[name])
            for required, attribute in self._attributes(part, required=True)
        }

    def _attributes(self, part: Element, required: bool) -> Iterator[tuple[bool, Element]]:
        if kind(part) == "attribute":
            yield required, part
        elif kind(part) not in {"element", "grammar"}:
            inside = self.defines[str(part.get("name"))] if kind(part) == "ref" else part
            must = required and kind(part) in {"ref", "group"}
            for child in children(inside):
                yield from self._attributes(child, must)

    def _pattern(self, part: Element) -> Pattern:
        match kind(part):
            case "ref":
                return self._defined(str(part.get("name")))
            case "element":
                return One(part.get("name") or FOREIGN)
            case composed if composed in COMPOSED:
                return COMPOSED[composed]([self._pattern(child) for child in children(part)])
            case leaf:
                return LEAVES[leaf]

    def _defined(self, name: str) -> Pattern:
        if name not in self._contents:
            self._contents[name] = NOTHING
            parts = map(self._pattern, children(self.defines[name]))
            self._contents[name] = sequence(parts)
        return self._contents[name]


def kind(part: Element) -> str:
    """The name of a pattern's element, such as optional."""
    return str(part.tag).removeprefix(RNG)


def children(part: Element) -> list[Element]:
    """The patterns inside a pattern, annotations left out."""
    return [c for c in part if isinstance(c.tag, str) and c.tag.startswith(RNG)]
