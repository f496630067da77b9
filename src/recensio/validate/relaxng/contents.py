"""Contents that no document could be told apart by (RELAX NG, sections 7.2 to 7.4).

Text that is a value does not stand beside elements; no attribute is there twice; what is
interleaved shares neither an element nor text.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Final

from recensio.validate.relaxng.faults import Place, SchemaFault
from recensio.validate.relaxng.graph import TEXT, Graph, Node
from recensio.validate.relaxng.name_classes import (
    NameClass,
    is_finite,
    overlap,
    plain_names,
    written,
)

NamesByPattern = dict[int, tuple[frozenset[str], tuple[NameClass, ...]]]


class ContentType(IntEnum):
    """Kinds of contents, the greater one being that of a choice of two (7.2)."""

    EMPTY = 0
    COMPLEX = 1
    SIMPLE = 2


SIMPLE: Final = frozenset(("data", "value", "list"))
COMPLEX: Final = frozenset(("text", "element"))


class Contents:
    """The checks of one schema; every pattern is looked at once."""

    def __init__(self, graph: Graph, root: Place) -> None:
        self._graph = graph
        self._root = root
        self._types: dict[int, ContentType] = {}
        self._attributes: NamesByPattern = {}
        self._elements: NamesByPattern = {}
        self._checked: set[tuple[int, bool]] = set()

    def check(self, element: int) -> None:
        """Hold the content of an element, by its index, to the rules. Raises SchemaFault."""
        content = self._graph.elements[element][1]
        self._type(content)
        self._check(content, False)

    def _fault(self, pattern: int, sentence: str, section: str) -> SchemaFault:
        place = self._graph.places.get(pattern)
        if place is None:
            below = (self._graph.places.get(part) for part in self._below(pattern))
            place = next((found for found in below if found), self._root)
        return SchemaFault(sentence, section, place)

    def _below(self, pattern: int) -> Iterator[int]:
        stack = [pattern]
        while stack:
            each = stack.pop()
            yield each
            node = self._graph.nodes[each]
            if node[0] in ("choice", "group", "interleave", "oneOrMore"):
                stack += node[:0:-1]

    def _type(self, pattern: int) -> ContentType:
        """The content type of a pattern (7.2)."""
        known = self._types.get(pattern)
        if known is None:
            known = self._types[pattern] = self._type_of(pattern, self._graph.nodes[pattern])
        return known

    def _type_of(self, pattern: int, node: Node) -> ContentType:
        match node[0]:
            case "choice":
                return max(self._type(part) for part in node[1:])
            case "group" | "interleave":
                return self._grouped(pattern, self._type(node[1]), self._type(node[2]))
            case "oneOrMore":
                inner = self._type(node[1])
                return self._grouped(pattern, inner, inner)
            case "attribute":
                self._type(node[2])
                return ContentType.EMPTY
        if node[0] in SIMPLE:
            return ContentType.SIMPLE
        return ContentType.COMPLEX if node[0] in COMPLEX else ContentType.EMPTY

    def _grouped(self, pattern: int, one: ContentType, other: ContentType) -> ContentType:
        if ContentType.EMPTY in (one, other) or one == other == ContentType.COMPLEX:
            return max(one, other)
        sentence = "a value stands beside elements, text or another value; only a list may hold it"
        raise self._fault(pattern, sentence, "7.2")

    def _check(self, top: int, repeated: bool) -> None:
        stack = [(top, repeated)]
        while stack:
            pattern, again = stack.pop()
            if (pattern, again) in self._checked:
                continue
            self._checked.add((pattern, again))
            node = self._graph.nodes[pattern]
            match node[0]:
                case "group" | "interleave":
                    self._check_attributes(pattern, node)
                    if node[0] == "interleave":
                        self._check_interleave(pattern, node)
                    stack += [(node[2], again), (node[1], again)]
                case "choice":
                    stack += [(part, again) for part in node[1:]]
                case "oneOrMore":
                    stack.append((node[1], True))
                case "attribute" if not again and not is_finite(node[1]):
                    sentence = "an attribute of any name must stand in oneOrMore or zeroOrMore"
                    raise self._fault(pattern, sentence, "7.3")

    def _check_attributes(self, pattern: int, node: Node) -> None:
        shared = _shared(*(self._names(part, "attribute", self._attributes) for part in node[1:]))
        if shared:
            sentence = f"the attribute {written(shared)} could stand twice"
            raise self._fault(pattern, sentence, "7.3")

    def _check_interleave(self, pattern: int, node: Node) -> None:
        shared = _shared(*(self._names(part, "element", self._elements) for part in node[1:]))
        if shared:
            sentence = f"the element {written(shared)} stands in both parts of an interleave"
            raise self._fault(pattern, sentence, "7.4")
        if all(TEXT in self._below(part) for part in node[1:]):
            raise self._fault(pattern, "text stands in both parts of an interleave", "7.4")

    def _names(
        self, pattern: int, kind: str, known: NamesByPattern
    ) -> tuple[frozenset[str], tuple[NameClass, ...]]:
        """The names of the attributes or elements in a pattern: single ones, and wildcards."""
        if pattern not in known:
            known[pattern] = self._gathered(self._graph.nodes[pattern], kind, known)
        return known[pattern]

    def _gathered(
        self, node: Node, kind: str, known: NamesByPattern
    ) -> tuple[frozenset[str], tuple[NameClass, ...]]:
        if node[0] == kind:
            names = node[1] if kind == "attribute" else self._graph.elements[node[1]][0]
            return frozenset(plain_names(names)), () if is_finite(names) else (names,)
        if node[0] not in ("choice", "group", "interleave", "oneOrMore"):
            return frozenset(), ()
        inner = [self._names(part, kind, known) for part in node[1:]]
        wild = tuple(each for _, wilds in inner for each in wilds)
        return frozenset().union(*(names for names, _ in inner)), tuple(_once(wild))


def _once(wild: tuple[NameClass, ...]) -> list[NameClass]:
    kept: list[NameClass] = []
    for each in wild:
        if each not in kept:
            kept.append(each)
    return kept


def _shared(
    one: tuple[frozenset[str], tuple[NameClass, ...]],
    other: tuple[frozenset[str], tuple[NameClass, ...]],
) -> str | None:
    """A name that belongs to both."""
    for name in one[0] & other[0]:
        return name
    names: list[NameClass] = [["or", *one[0]], ["or", *other[0]]]
    pairs = (
        *((mine, names[1]) for mine in one[1]),
        *((names[0], yours) for yours in other[1]),
        *((mine, yours) for mine in one[1] for yours in other[1]),
    )
    return next((found for pair in pairs if (found := overlap(*pair))), None)
