r"""Which names an element or attribute may have (RELAX NG, sections 4.8 to 4.10 and 4.16).

A name is one string, "uri\\nlocal", or "local" where there is no namespace, as expat writes it. A
class is a name, or a list that JSON can hold: ["any", except], ["ns", uri, except],
["or", class, ...], where except is a class or None.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias

from recensio.validate.relaxng.vocabulary import SPACE

if TYPE_CHECKING:
    from recensio.validate.relaxng.syntax import Node

NameClass: TypeAlias = "str | list[NameClass] | None"
XMLNS: Final = "http://www.w3.org/2000/xmlns"
OTHER: Final = "\1"
"""A local name or a namespace that no schema mentions."""


def contains(names: NameClass, name: str) -> bool:
    """Whether a name belongs to a class."""
    if isinstance(names, str):
        return names == name
    if not names:
        return False
    if names[0] == "or":
        return any(contains(part, name) for part in names[1:])
    inside = names[0] == "any" or name.rpartition("\n")[0] == names[1]
    return inside and not contains(names[-1], name)


def plain_names(names: NameClass) -> Iterator[str]:
    """The names that a class lists one by one, those it excepts left out."""
    if isinstance(names, str):
        yield names
    elif names and names[0] == "or":
        for part in names[1:]:
            yield from plain_names(part)


def is_finite(names: NameClass) -> bool:
    """Whether a class has no wildcard."""
    if isinstance(names, str):
        return True
    return names is None or (names[0] == "or" and all(map(is_finite, names[1:])))


def overlap(one: NameClass, other: NameClass) -> str | None:
    """A name that belongs to both classes, if there is one."""
    for name in (*_samples(one), *_samples(other)):
        if contains(one, name) and contains(other, name):
            return name
    return None


def written(name: str) -> str:
    """A name as a message shows it: the local name, or the namespace in braces before it."""
    uri, _, local = name.rpartition("\n")
    return f"{{{uri}}}{local}" if uri else local


def _samples(names: NameClass) -> Iterator[str]:
    """Names that stand for every part of a class and of what it excepts."""
    if isinstance(names, str):
        yield names
        return
    if not names:
        return
    if names[0] == "any":
        yield f"{OTHER}\n{OTHER}"
    elif names[0] == "ns":
        yield f"{names[1]}\n{OTHER}" if names[1] else OTHER
    for part in _parts(names):
        yield from _samples(part)


def name_of(node: Node, ns: str) -> NameClass:
    """The name that the attribute `name` of an element or attribute gives it (4.8)."""
    inherits = node.name == "element" or "ns" in node.attributes
    return _qualified(node, node.attributes["name"], ns if inherits else "")


def name_class(node: Node, ns: str) -> NameClass:
    """The class that a node describes; `ns` is in force where no node of the file says."""
    inherited = node.ns if node.ns is not None else ns
    if node.name == "name":
        return _qualified(node, node.content.strip(SPACE), inherited)
    if node.name == "choice":
        return ["or", *(name_class(child, ns) for child in node.children)]
    excepted = _excepted(node, ns)
    return ["any", excepted] if node.name == "anyName" else ["ns", inherited, excepted]


def _excepted(node: Node, ns: str) -> NameClass:
    if not node.children:
        return None
    _check_except(node, node.children[0])
    return ["or", *(name_class(child, ns) for child in node.children[0].children)]


def _check_except(holder: Node, node: Node) -> None:
    """What would leave nothing, or nothing that could be said otherwise (4.16)."""
    forbidden = ("anyName",) if holder.name == "anyName" else ("anyName", "nsName")
    for child in node.children:
        if child.name in forbidden:
            sentence = f"{child.name} must not stand in the except of {holder.name}"
            raise child.fault(sentence, "4.16")
        _check_except(holder, child)


def _qualified(node: Node, name: str, ns: str) -> str:
    prefix, colon, local = name.rpartition(":")
    if not colon:
        return f"{ns}\n{name}" if ns else name
    if prefix not in node.prefixes:
        raise node.fault(f"the prefix {prefix} of {name} is not declared", "4.10")
    return f"{node.prefixes[prefix]}\n{local}"


def check_attribute(names: NameClass, node: Node) -> None:
    """Refuse a class by which an attribute could be a namespace declaration (4.16)."""
    if names == "xmlns":
        raise node.fault("an attribute must not be named xmlns", "4.16")
    listed = isinstance(names, str) and names.startswith(f"{XMLNS}\n")
    if listed or (isinstance(names, list) and names[:2] == ["ns", XMLNS]):
        raise node.fault(f"an attribute must not be of the namespace {XMLNS}", "4.16")
    for part in _parts(names):
        check_attribute(part, node)


def _parts(names: NameClass) -> list[NameClass]:
    """The classes that a class is made of."""
    if isinstance(names, str) or not names:
        return []
    return names[1:] if names[0] == "or" else names[-1:]
