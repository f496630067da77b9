"""Which attributes are identifiers (RELAX NG DTD Compatibility, section 5, ID/IDREF soundness).

A schema is sound if an ID type stands nowhere but as the whole value of an attribute, and every
attribute of an element is of one ID type, wherever it is described.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recensio.validate.relaxng.datatypes import datatype
from recensio.validate.relaxng.graph import Graph, Node
from recensio.validate.relaxng.name_classes import NameClass, contains, is_finite, plain_names
from recensio.validate.relaxng.restrictions import parts

Described = tuple[NameClass, NameClass, str]
"""The names of an element, those of an attribute, and the ID type of the attribute or nothing."""


def identifiers(graph: Graph, elements: Sequence[int]) -> tuple[bool, bool]:
    """Whether a schema has identifiers, and whether their description is sound."""
    if _misplaced(graph, elements):
        return True, False
    described = [each for element in elements for each in _described(graph, element)]
    typed = [each for each in described if each[2]]
    if any(not is_finite(element) or not is_finite(attribute) for element, attribute, _ in typed):
        return True, False
    kinds: dict[str, dict[str, str]] = {}
    for element, attribute, kind in typed:
        for name in plain_names(element):
            for key in plain_names(attribute):
                if kinds.setdefault(name, {}).setdefault(key, kind) != kind:
                    return True, False
    return bool(typed), not any(_clashes(each, kinds) for each in described)


def _clashes(described: Described, kinds: dict[str, dict[str, str]]) -> bool:
    """Whether an attribute that is an identifier elsewhere is described as something else."""
    element, attribute, kind = described
    names = (
        plain_names(element) if is_finite(element) else (n for n in kinds if contains(element, n))
    )
    for name in names:
        keys = kinds.get(name, {})
        if is_finite(attribute):
            if any(keys.get(key, kind) != kind for key in plain_names(attribute)):
                return True
        elif any(contains(attribute, key) and keys[key] != kind for key in keys):
            return True
    return False


def _described(graph: Graph, element: int) -> Iterator[Described]:
    names, content = graph.elements[element]
    seen = {content}
    stack = [content]
    while stack:
        node = graph.nodes[stack.pop()]
        if node[0] == "attribute":
            yield names, node[1], _id_type(graph, graph.nodes[node[2]])
        elif node[0] in ("choice", "group", "interleave", "oneOrMore"):
            fresh = [part for part in node[1:] if part not in seen]
            seen.update(fresh)
            stack += fresh


def _misplaced(graph: Graph, elements: Sequence[int]) -> bool:
    """Whether an ID type stands somewhere but as the whole value of an attribute."""
    stack = [graph.elements[element][1] for element in elements]
    seen = set(stack)
    while stack:
        node = graph.nodes[stack.pop()]
        if _id_type(graph, node):
            return True
        inner = parts(node)
        if node[0] == "attribute" and _id_type(graph, graph.nodes[node[2]]):
            inner = parts(graph.nodes[node[2]])
        stack += [part for part in inner if part not in seen]
        seen.update(inner)
    return False


def _id_type(graph: Graph, value: Node) -> str:
    if value[0] not in ("data", "value"):
        return ""
    return datatype(*graph.datatypes[value[1]]).id_type
