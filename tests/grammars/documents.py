"""Documents of a schema, valid by construction, that between them use every part of it.

At each choice the alternative that was taken least often is preferred; once a document has the
size wished for, each choice takes the alternative that comes to an end soonest. How soon that is,
is known beforehand for every pattern (`costs`).

    for tree in Documents(read_schema(path), seed=1).trees(300): ...
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from math import inf
from random import Random
from typing import Final, TypeAlias

from lxml import etree

from tests.grammars.patterns import (
    Anything,
    Attribute,
    Choice,
    Datatype,
    Definition,
    Element,
    Exactly,
    Group,
    Interleave,
    ListOf,
    Name,
    NameClass,
    OneOf,
    OneOrMore,
    Pattern,
    Text,
    Value,
    Within,
    contains,
    reachable,
)
from tests.grammars.reckoning import SMALL, Costs, costs, distances
from tests.grammars.values import SPACES, Values, running_text

Node: TypeAlias = etree._Element
XML_NS: Final = "http://www.w3.org/XML/1998/namespace"
FOREIGN: Final = ("urn:x", "urn:y")
DEEP: Final = 12
ANEW: Final = 4  # after so many documents it is looked up anew what has not had its turn


class CannotBe(Exception):
    """A schema has no document."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """An attribute that an element is to have."""

    names: NameClass
    value: str


Part: TypeAlias = "Bearing | Node | str"


@dataclass(slots=True)
class Documents:
    """Maker of the documents of one schema; `taken` counts how often each pattern had its turn."""

    start: Pattern
    seed: int = 0
    size: int = 40
    taken: Counter[Pattern | NameClass] = field(default_factory=Counter)
    patterns: list[Pattern] = field(init=False)
    costs: Costs = field(init=False)
    distances: Costs = field(init=False)
    prefixes: dict[str, str] = field(init=False)
    left: float = field(init=False, default=0)
    depth: int = field(init=False, default=0)
    most: int = field(init=False, default=0)
    made: int = field(init=False, default=0)
    chance: Random = field(init=False)
    values: Values = field(init=False)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)  # noqa: S311
        self.patterns = reachable(self.start)
        self.costs = costs(self.patterns)
        self.distances = dict.fromkeys(self.patterns, 0)
        known = sorted(({name.ns for name in self.names()} | {*FOREIGN}) - {"", XML_NS})
        self.prefixes = {ns: f"p{number}" for number, ns in enumerate(known)} | {XML_NS: "xml"}
        self.values = Values(self.chance, self.prefixes)

    def trees(self, number: int) -> Iterator[etree._ElementTree]:
        """So many documents. Raises CannotBe if the schema has none."""
        if self.costs[self.start] == inf:
            raise CannotBe
        for made in range(number):
            if made % ANEW == 0 and self.distances[self.start] < inf:
                self.distances = distances(self.costs, self.taken)
            self.left = self.chance.choice((1, self.size // 4, self.size, 3 * self.size))
            self.made, self.most = 0, 2 * self.size
            self.values = Values(self.chance, self.prefixes)
            (root,) = (part for part in self.grow(self.start) if not isinstance(part, str))
            assert isinstance(root, etree._Element)
            yield root.getroottree()

    def names(self) -> Iterator[Name]:
        """The names that the schema speaks of."""
        for pattern in self.patterns:
            if isinstance(pattern, Element | Attribute):
                yield from exact(pattern.names)
            elif isinstance(pattern, Value) and pattern.name is not None:
                yield pattern.name

    def grow(self, pattern: Pattern) -> list[Part]:
        """The parts of a document that a pattern gives this time."""
        self.taken[pattern] += 1
        match pattern:
            case Definition():
                found = self.grow(pattern.pattern)
            case Choice(branches):
                found = self.grow(self.alternative(branches))
            case Group(branches):
                found = [part for branch in branches for part in self.grow(branch)]
            case Interleave(branches):
                found = self.shuffled([self.grow(branch) for branch in branches])
            case OneOrMore(branch):
                found = self.repeated(branch)
            case Element(names, content):
                found = [self.element(names, content)]
            case Attribute(names, content):
                found = [Bearing(names, self.text_of(content))]
            case _:
                found = [self.string(pattern)]
        return found

    def string(self, pattern: Pattern) -> str:
        match pattern:
            case Text():
                return running_text(self.chance)
            case Datatype():
                return self.values.of(pattern)
            case Value():
                return self.values.like(pattern)
            case ListOf(branch):
                words = [part for part in self.grow(branch) if isinstance(part, str)]
                return self.chance.choice(SPACES).join(words)
            case _:
                return ""

    def text_of(self, pattern: Pattern) -> str:
        return "".join(part for part in self.grow(pattern) if isinstance(part, str))

    def alternative(self, branches: tuple[Pattern, ...]) -> Pattern:
        """The one taken least of those that there is room for, or the shortest.

        As often it is the one that leads to what had no turn yet, be there room or not.
        """
        if self.made < self.most and self.chance.random() < 0.5:
            nearest = min(branches, key=lambda branch: self.distances[branch])
            if self.distances[nearest] < inf:
                return nearest
        room = max(self.room(), min(self.costs[branch] for branch in branches))
        fitting = [branch for branch in branches if self.costs[branch] <= room]
        if self.chance.random() < 0.2:
            return self.chance.choice(fitting)
        least = min(self.taken[branch] for branch in fitting)
        return self.chance.choice([branch for branch in fitting if self.taken[branch] == least])

    def room(self) -> float:
        """How many elements there is room for."""
        return self.left if self.depth < DEEP and self.made < self.most else 0

    def repeated(self, branch: Pattern) -> list[Part]:
        found = self.grow(branch)
        while self.room() > self.costs[branch] and self.chance.random() < 0.4:
            self.left -= SMALL
            found += self.grow(branch)
        return found

    def shuffled(self, sequences: list[list[Part]]) -> list[Part]:
        """The parts of several sequences in a random order that keeps to each of them."""
        order = [index for index, parts_ in enumerate(sequences) for _ in parts_]
        self.chance.shuffle(order)
        turns = [iter(sequence) for sequence in sequences]
        return [next(turns[index]) for index in order]

    def element(self, names: NameClass, content: Pattern) -> Node:
        node = etree.Element(written(self.named(names, ())), nsmap=self.declared())
        grown = self.grown(content)
        for bearing in grown:
            if isinstance(bearing, Bearing):
                self.bear(node, bearing)
        inner = [part for part in grown if not isinstance(part, Bearing)]
        if not any(isinstance(part, str) for part in inner) and self.chance.random() < 0.5:
            inner = [space for part in inner for space in ("\n", part)] + ["\n"]
        fill(node, inner)
        return node

    def grown(self, content: Pattern) -> list[Part]:
        """What is in an element, which takes no more than a part of the room that is left."""
        self.left -= 1
        self.made += 1
        share = self.left * (1 if self.depth == 0 else self.chance.uniform(0.1, 0.6))
        kept, self.left = self.left - share, share
        self.depth += 1
        found = self.grow(content)
        self.depth -= 1
        self.left += kept
        return found

    def declared(self) -> dict[str | None, str]:
        return {prefix: ns for ns, prefix in self.prefixes.items() if ns != XML_NS}

    def bear(self, node: Node, bearing: Bearing) -> None:
        """Give an element an attribute; one that it has already is not given again."""
        had = [name_of(attribute) for attribute in map(str, node.attrib)]
        name = self.named(bearing.names, had)
        if name not in had:
            node.set(written(name), bearing.value)

    def named(self, names: NameClass, had: Iterable[Name]) -> Name:
        """A name of a class, if it can be one that is not had yet."""
        self.taken[names] += 1
        match names:
            case Exactly(name):
                return name
            case OneOf(classes):
                least = min(self.taken[one] for one in classes)
                rare = [one for one in classes if self.taken[one] == least]
                return self.named(self.chance.choice(rare), had)
            case Within(ns, _):
                return self.fresh(names, [ns], had)
            case Anything():
                return self.fresh(names, ["", *self.prefixes], had)

    def fresh(self, names: NameClass, spaces: list[str], had: Iterable[Name]) -> Name:
        """A name that a class has and that is not had; now and then one that the schema knows."""
        known = [name for name in self.names() if name.ns != XML_NS]
        likely = self.chance.sample(known, min(3, len(known))) if self.chance.random() < 0.3 else []
        made = (
            Name(ns, f"{self.chance.choice('abcxyz')}{number}" if number else "a")
            for number in count()
            for ns in self.chance.sample(spaces, len(spaces))
        )
        taken = set(had)
        candidates = (name for source in (likely, made) for name in source)
        return next(
            name
            for name in candidates
            if name not in taken and name.ns != XML_NS and contains(names, name)
        )


def exact(names: NameClass | None) -> Iterator[Name]:
    """The names that stand in a name class, also those that it excludes."""
    match names:
        case Exactly(name):
            yield name
        case OneOf(classes):
            for one in classes:
                yield from exact(one)
        case Within(ns, excluded):
            yield Name(ns, "a")
            yield from exact(excluded)
        case Anything(excluded):
            yield from exact(excluded)


def fill(node: Node, content: list[Node | str]) -> None:
    """Put text and elements into an element, in order."""
    for part in content:
        if not isinstance(part, str):
            node.append(part)
        elif len(node):
            node[-1].tail = (node[-1].tail or "") + part
        else:
            node.text = (node.text or "") + part


def written(name: Name) -> str:
    return f"{{{name.ns}}}{name.local}" if name.ns else name.local


def name_of(text: str) -> Name:
    ns, _, local = text.rpartition("}")
    return Name(ns[1:], local)
