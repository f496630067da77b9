"""A schema in the XML syntax of RELAX NG, read into patterns.

Files that are included are read beside it; the schema is taken to be correct. Sources: RELAX NG
section 4, simplification.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tests.grammars.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
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
    Value,
    Within,
)

RNG: Final = "{http://relaxng.org/ns/structure/1.0}"
NAMED: Final = frozenset({"QName", "NOTATION"})
Node: TypeAlias = etree._Element


@dataclass(slots=True)
class Scope:
    """The definitions of one grammar; the definition without a name is its start."""

    parent: Scope | None
    definitions: dict[str, Definition] = field(default_factory=dict)
    combined: dict[str, list[Pattern]] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)

    def definition(self, name: str) -> Definition:
        return self.definitions.setdefault(name, Definition(name))

    def close(self) -> None:
        """Combine what was defined in several places (section 4.17)."""
        for name, patterns in self.combined.items():
            kind = Interleave if self.how.get(name) == "interleave" else Choice
            one = patterns[0] if len(patterns) == 1 else kind(tuple(patterns))
            self.definition(name).pattern = one


@dataclass(frozen=True, slots=True)
class Context:
    """What a pattern inherits: namespace, datatype library, and the grammar it stands in."""

    ns: str = ""
    library: str = ""
    scope: Scope | None = None

    def at(self, node: Node) -> Context:
        ns, library = node.get("ns", self.ns), node.get("datatypeLibrary", self.library)
        return replace(self, ns=ns, library=library)

    def here(self) -> Scope:
        assert self.scope is not None
        return self.scope


def read_schema(path: Path) -> Pattern:
    """The pattern of a whole schema."""
    return pattern_of(etree.parse(path).getroot(), Context())


def pattern_of(node: Node, outer: Context) -> Pattern:
    """The pattern that an element of a schema stands for."""
    context = outer.at(node)
    inner = children(node)
    simple = SIMPLE.get(kind(node))
    if simple is not None:
        return simple
    special = SPECIAL.get(kind(node))
    if special is not None:
        return special(node, context)
    if kind(node) in SEVERAL:
        return SEVERAL[kind(node)](tuple(pattern_of(child, context) for child in inner))
    return AROUND[kind(node)](group(inner, context))


def element(node: Node, context: Context) -> Pattern:
    names, content = named(node, context, context.ns)
    return Element(names, group(content, context))


def attribute(node: Node, context: Context) -> Pattern:
    names, content = named(node, context, node.get("ns", ""))
    return Attribute(names, group(content, context) if content else TEXT)


def reference(node: Node, context: Context) -> Pattern:
    return context.here().definition(required(node, "name").strip())


def outer_reference(node: Node, context: Context) -> Pattern:
    outer = context.here().parent
    assert outer is not None
    return outer.definition(required(node, "name").strip())


def named(node: Node, context: Context, ns: str) -> tuple[NameClass, list[Node]]:
    """The name class of an element or attribute, and the nodes that are its content."""
    name = node.get("name")
    if name is not None:
        return Exactly(resolved(node, name, ns)), children(node)
    first, *rest = children(node)
    return names_of(first, context), rest


def names_of(node: Node, outer: Context) -> NameClass:
    context = outer.at(node)
    within = children(node)
    match kind(node):
        case "name":
            return Exactly(resolved(node, node.text or "", context.ns))
        case "choice":
            return OneOf(tuple(names_of(child, context) for child in within))
        case "nsName":
            return Within(context.ns, names_of(within[0], context) if within else None)
        case "anyName":
            return Anything(names_of(within[0], context) if within else None)
        case "except":
            return OneOf(tuple(names_of(child, context) for child in within))
        case other:
            raise ValueError(other)


def resolved(node: Node, text: str, ns: str) -> Name:
    """A name as it is written in a schema, with its namespace."""
    prefix, colon, local = text.strip().rpartition(":")
    return Name(namespaces(node)[prefix] if colon else ns, local)


def namespaces(node: Node) -> dict[str | None, str]:
    return {"xml": "http://www.w3.org/XML/1998/namespace", **node.nsmap}


def datatype(node: Node, context: Context) -> Datatype:
    excluded = node.find(f"{RNG}except")
    parameters = tuple(
        (required(param, "name"), param.text or "") for param in node.iterchildren(f"{RNG}param")
    )
    without = None if excluded is None else Choice(tuple(patterns(excluded, context)))
    return Datatype(context.library, required(node, "type").strip(), parameters, without)


def value(node: Node, context: Context) -> Value:
    text, kind_of_value = node.text or "", node.get("type")
    if kind_of_value is None:
        return Value("", "token", text, None)
    name = None
    if context.library and kind_of_value.strip() in NAMED:
        name = resolved(node, text, context.ns)
    return Value(context.library, kind_of_value.strip(), text, name)


def patterns(node: Node, context: Context) -> Iterator[Pattern]:
    return (pattern_of(child, context.at(node)) for child in children(node))


def group(nodes: list[Node], context: Context) -> Pattern:
    """Several patterns as one (section 4.12)."""
    found = tuple(pattern_of(node, context) for node in nodes)
    return found[0] if len(found) == 1 else Group(found)


def grammar(node: Node, context: Context) -> Pattern:
    """The start of a grammar (section 4.18)."""
    scope = Scope(context.scope)
    define(node, replace(context, scope=scope), frozenset())
    scope.close()
    return scope.definition("")


def define(node: Node, context: Context, overridden: frozenset[str]) -> None:
    """Put the definitions of a grammar, or of a part of one, into its scope."""
    for child in children(node):
        inner = context.at(child)
        match kind(child):
            case "div":
                define(child, inner, overridden)
            case "include":
                include(child, inner, overridden)
            case _ if name_of(child) not in overridden:
                scope, name = inner.here(), name_of(child)
                scope.combined.setdefault(name, []).append(group(children(child), inner))
                scope.how.setdefault(name, child.get("combine", ""))
                if "combine" in child.attrib:
                    scope.how[name] = required(child, "combine").strip()


def include(node: Node, context: Context, overridden: frozenset[str]) -> None:
    """Take in the definitions of another grammar but for those that are overridden (4.7)."""
    define(node, context, overridden)
    root = elsewhere(node)
    inner = replace(context.at(root), library=root.get("datatypeLibrary", ""))
    define(root, inner, overridden | set(redefined(node)))


def redefined(node: Node) -> Iterator[str]:
    for child in children(node):
        yield from redefined(child) if kind(child) == "div" else (name_of(child),)


def external(node: Node, context: Context) -> Pattern:
    return pattern_of(elsewhere(node), Context(context.ns, "", context.scope))


def elsewhere(node: Node) -> Node:
    """The root of the schema that an element refers to, in its folder or beneath."""
    address = urljoin(str(node.base), required(node, "href").strip())
    return etree.parse(unquote(urlsplit(address).path)).getroot()


def name_of(node: Node) -> str:
    return required(node, "name").strip() if kind(node) == "define" else ""


def children(node: Node) -> list[Node]:
    """The elements within one that are RELAX NG, less the exceptions and parameters of data."""
    return list(node.iterchildren(f"{RNG}*"))


def kind(node: Node) -> str:
    return etree.QName(node).localname


def required(node: Node, name: str) -> str:
    found = node.get(name)
    assert found is not None, (name, node.tag)
    return found


SIMPLE: Final[dict[str, Pattern]] = {"empty": EMPTY, "notAllowed": NOT_ALLOWED, "text": TEXT}
SPECIAL: Final[dict[str, Callable[[Node, Context], Pattern]]] = {
    "element": element,
    "attribute": attribute,
    "data": datatype,
    "value": value,
    "grammar": grammar,
    "externalRef": external,
    "ref": reference,
    "parentRef": outer_reference,
}
SEVERAL: Final[dict[str, Callable[[tuple[Pattern, ...]], Pattern]]] = {
    "choice": Choice,
    "interleave": Interleave,
}
AROUND: Final[dict[str, Callable[[Pattern], Pattern]]] = {
    "group": lambda content: content,
    "mixed": lambda content: Interleave((TEXT, content)),
    "oneOrMore": OneOrMore,
    "zeroOrMore": lambda content: Choice((EMPTY, OneOrMore(content))),
    "optional": lambda content: Choice((EMPTY, content)),
    "list": ListOf,
}
