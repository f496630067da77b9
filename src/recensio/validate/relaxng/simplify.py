"""A schema in the simple form (RELAX NG, section 4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from recensio.validate.relaxng.datatypes import DatatypeError, compile_datatype, datatype
from recensio.validate.relaxng.faults import SchemaFault
from recensio.validate.relaxng.files import Files
from recensio.validate.relaxng.grammars import START, Context, Grammar, grammar
from recensio.validate.relaxng.graph import EMPTY, NOT_ALLOWED, TEXT, Graph
from recensio.validate.relaxng.name_classes import check_attribute, name_class, name_of
from recensio.validate.relaxng.patterns import Namespaces
from recensio.validate.relaxng.syntax import Node


def simplify(path: Path, files: Files) -> tuple[Graph, int]:
    """The patterns of a schema and the one to start with.

    Raises SchemaFault with the place and the section of the specification that is broken.
    """
    simplifier = _Simplifier(files)
    root = files.root(path)
    try:
        start = simplifier.pattern(root, Context(None, "", (path.resolve(),)))
        simplifier.finish()
    except RecursionError:
        raise root.fault("the patterns are nested too deeply", "4") from None
    return simplifier.graph, start


class _Simplifier:
    """One pass over the nodes; contents of elements wait, since they may recur."""

    def __init__(self, files: Files) -> None:
        self.graph = Graph()
        self._files = files
        self._waiting: list[tuple[int, Sequence[Node], Context]] = []
        self._grammars: list[Grammar] = []
        self._datatypes: dict[tuple[str, str, tuple[tuple[str, str], ...]], int] = {}
        self._reachable = True
        self._makers: dict[str, Callable[[Node, Context], int]] = {
            "element": self._element,
            "attribute": self._attribute,
            "ref": self._reference,
            "parentRef": self._reference,
            "externalRef": self._external,
            "grammar": self._grammar,
            "choice": self._choice,
            "interleave": self._interleave,
            "data": self._datum,
            "value": self._value,
            **dict.fromkeys(("empty", "notAllowed", "text"), self._simple),
        }

    def finish(self) -> None:
        """Fill the elements, then look at what no start reaches: it must be correct as well."""
        self._fill()
        self._reachable = False
        for scope in self._grammars:  # which grow: an element may hold a grammar
            for name in scope.components:
                self._definition(name, scope)
            self._fill()

    def _fill(self) -> None:
        while self._waiting:
            element, nodes, at = self._waiting.pop()
            self.graph.fill(element, self._group(nodes, at))

    def pattern(self, node: Node, at: Context) -> int:
        """The number of the pattern that a node describes."""
        make = self._makers.get(node.name, self._repeated)
        number = make(node, at)
        self.graph.places.setdefault(number, node.place)
        return number

    def _simple(self, node: Node, _at: Context) -> int:
        return {"empty": EMPTY, "notAllowed": NOT_ALLOWED, "text": TEXT}[node.name]

    def _choice(self, node: Node, at: Context) -> int:
        return self.graph.choice(self._all(node.children, at))

    def _interleave(self, node: Node, at: Context) -> int:
        return self.graph.interleave(self._all(node.children, at))

    def _grammar(self, node: Node, at: Context) -> int:
        opened = grammar(node, at, self._files)
        self._grammars.append(opened)
        return self._definition(START, opened)

    def _repeated(self, node: Node, at: Context) -> int:
        inner = self._group(node.children, at)
        match node.name:
            case "mixed":
                return self.graph.interleave((TEXT, inner))
            case "optional":
                return self.graph.optional(inner)
            case "zeroOrMore":
                return self.graph.zero_or_more(inner)
            case "oneOrMore":
                return self.graph.one_or_more(inner)
            case "list":
                return self.graph.list(inner)
        return inner

    def _all(self, nodes: Sequence[Node], at: Context) -> Sequence[int]:
        return [self.pattern(node, at) for node in nodes]

    def _group(self, nodes: Sequence[Node], at: Context) -> int:
        return self.graph.group(self._all(nodes, at))

    def _element(self, node: Node, at: Context) -> int:
        named = "name" in node.attributes
        names = name_of(node, at.ns_of(node)) if named else name_class(node.children[0], at.ns)
        number = self.graph.element(names)
        self._waiting.append((number, node.children[0 if named else 1 :], at))
        return number

    def _attribute(self, node: Node, at: Context) -> int:
        named = "name" in node.attributes
        names = name_of(node, at.ns_of(node)) if named else name_class(node.children[0], at.ns)
        check_attribute(names, node)
        inside = node.children[0 if named else 1 :]
        value = self._group(inside, at) if inside else TEXT
        return self.graph.attribute(names, value)

    def _reference(self, node: Node, at: Context) -> int:
        name, scope = node.attributes["name"], at.grammar
        if node.name == "parentRef" and scope is not None:
            scope = scope.at.grammar
        if scope is None:
            raise node.fault(f"{node.name} to {name} stands in no such grammar", "4.18")
        if name not in scope.components:
            raise node.fault(f"{name} is not defined", "4.18")
        if name not in scope.unfinished:
            return self._definition(name, scope)
        if not self._reachable:
            return NOT_ALLOWED
        raise node.fault(f"{name} refers to itself without an element between", "4.19")

    def _definition(self, name: str, scope: Grammar) -> int:
        """What a name of a grammar stands for, its components combined (4.17)."""
        known = scope.patterns.get(name)
        if known is not None:
            return known
        scope.unfinished.add(name)
        parts = [
            self._group(component.node.children, scope.within(component))
            for component in scope.components[name]
        ]
        scope.unfinished.discard(name)
        interleaved = scope.combination(name) == "interleave"
        made = self.graph.interleave(parts) if interleaved else self.graph.choice(parts)
        scope.patterns[name] = made
        return made

    def _external(self, node: Node, at: Context) -> int:
        target = self._files.target(node).resolve()
        if target in at.referring:
            raise node.fault(f"{node.attributes['href']} refers to itself", "4.6")
        root = self._files.root(target)
        there = replace(at, ns=at.ns_of(node), referring=(*at.referring, target))
        return self.pattern(root, there)

    def _datum(self, node: Node, at: Context) -> int:
        params = tuple(
            (child.attributes["name"], child.content)
            for child in node.children
            if child.name == "param"
        )
        kind = self._datatype(node, node.library, node.attributes["type"], params)
        excepted = NOT_ALLOWED
        if node.children and node.children[-1].name == "except":
            inner = self._all(node.children[-1].children, at)
            excepted = self.graph.choice(inner)
        return self.graph.datum(kind, excepted)

    def _value(self, node: Node, at: Context) -> int:
        typed = "type" in node.attributes
        library = node.library if typed else ""
        kind = self._datatype(node, library, node.attributes.get("type", "token"), ())
        made = datatype(*self.graph.datatypes[kind])
        context: tuple[tuple[str, str], ...] = ()
        if made.uses_context:
            context = tuple({**node.prefixes, "": at.ns_of(node)}.items())
        if made.value(node.content, Namespaces(dict(context))) is None:
            raise node.fault(f"{node.content!r} is no value of the type {made.name}", "4.16")
        return self.graph.value(kind, node.content, context)

    def _datatype(
        self, node: Node, library: str, name: str, params: tuple[tuple[str, str], ...]
    ) -> int:
        key = (library, name, params)
        if key not in self._datatypes:
            try:
                facets = compile_datatype(library, name, params)
            except DatatypeError as error:
                raise SchemaFault(str(error), "4.16", node.place) from None
            self._datatypes[key] = len(self.graph.datatypes)
            self.graph.datatypes.append((library, name, facets))
        return self._datatypes[key]
