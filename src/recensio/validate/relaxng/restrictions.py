"""What must not stand within what (RELAX NG, section 7.1)."""

from __future__ import annotations

from typing import Final

from recensio.validate.relaxng.faults import Place, SchemaFault
from recensio.validate.relaxng.graph import SIMPLE, Graph, Node

ATTRIBUTE, REPEATED, REPEATED_GROUP, LIST, EXCEPT, START = (
    "attribute",
    "oneOrMore",
    "a group or interleave within oneOrMore",
    "list",
    "the except of data",
    "start",
)
_COMPOUND: Final = ("list", "text", "group", "interleave", "oneOrMore", "empty")
FORBIDDEN: Final[dict[str, tuple[str, frozenset[str]]]] = {
    ATTRIBUTE: ("7.1.1", frozenset(("element", "attribute"))),
    REPEATED_GROUP: ("7.1.2", frozenset(("attribute",))),
    LIST: ("7.1.3", frozenset(("list", "element", "attribute", "text", "interleave"))),
    EXCEPT: (
        "7.1.4",
        frozenset(("attribute", "element", *_COMPOUND)),
    ),
    START: (
        "7.1.5",
        frozenset(("attribute", "data", "value", *_COMPOUND)),
    ),
}
"""What must not stand below what, and the section that says so."""


def restrict(graph: Graph, start: int, root: Place) -> list[int]:
    """The elements that the start reaches, by index. Raises SchemaFault for what must not be."""
    return _Restrictions(graph, root).reached(start)


class _Restrictions:
    """One look at every pattern in every surroundings that matter."""

    def __init__(self, graph: Graph, root: Place) -> None:
        self._graph = graph
        self._root = root
        self._seen: set[tuple[int, frozenset[str]]] = set()
        self._reached: dict[int, None] = {}

    def reached(self, start: int) -> list[int]:
        self._look(start, frozenset((START,)))
        waiting = list(self._reached)
        while waiting:
            content = self._graph.elements[waiting.pop()][1]
            before = len(self._reached)
            self._look(content, frozenset())
            waiting += list(self._reached)[before:]
        return list(self._reached)

    def _look(self, top: int, around: frozenset[str]) -> None:
        stack = [(top, around, self._root)]
        while stack:
            pattern, within, place = stack.pop()
            place = self._place(pattern, place)
            if (pattern, within) in self._seen:
                continue
            self._seen.add((pattern, within))
            node = self._graph.nodes[pattern]
            _check(node, within, place)
            if node[0] == "element":
                self._reached.setdefault(node[1])
            stack += [(part, _inside(node, within), place) for part in parts(node)]

    def _place(self, pattern: int, around: Place) -> Place:
        """The place of a pattern; what stands in many places counts where it is used."""
        own = self._graph.places.get(pattern, around)
        elsewhere = own.path != around.path or (own.line, own.column) < (around.line, around.column)
        return around if pattern in SIMPLE and elsewhere else own


def _check(node: Node, within: frozenset[str], place: Place) -> None:
    for around in within & FORBIDDEN.keys():
        section, forbidden = FORBIDDEN[around]
        if node[0] in forbidden:
            raise SchemaFault(f"{node[0]} must not stand in {around}", section, place)


def parts(node: Node) -> tuple[int, ...]:
    """The patterns that a node is made of, contents of elements not among them."""
    match node[0]:
        case "choice" | "group" | "interleave" | "oneOrMore" | "list":
            return tuple(node[1:])
        case "attribute" | "data":
            return (node[2],)
    return ()


def _inside(node: Node, within: frozenset[str]) -> frozenset[str]:
    match node[0]:
        case "attribute":
            return frozenset((ATTRIBUTE,))
        case "oneOrMore":
            return within | {REPEATED}
        case "group" | "interleave" if REPEATED in within:
            return within | {REPEATED_GROUP}
        case "list":
            return within | {LIST}
        case "data":
            return frozenset((EXCEPT,))
    return within
