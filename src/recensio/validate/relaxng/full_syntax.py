"""A schema held to the full syntax (RELAX NG, section 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recensio.validate.relaxng.datatypes import XML_SCHEMA, datatype
from recensio.validate.relaxng.syntax import Node
from recensio.validate.relaxng.vocabulary import (
    ATTRIBUTES,
    CHILDREN,
    ELEMENTS,
    FILLED,
    NAME_CLASSES,
    PATTERNS,
    REQUIRED,
    SPACE,
)

_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NCNAME: Final = re.compile(f"[{_START}][-.0-9{_START}\u00b7\u0300-\u036f\u203f\u2040]*")
"""A name without a colon (XML 1.0, 5th edition, section 2.3)."""

ABSOLUTE: Final = re.compile(r"[A-Za-z][-+.A-Za-z0-9]*:.")
ADDRESS: Final = datatype(XML_SCHEMA, "anyURI")


def check(root: Node) -> None:
    """Hold a schema to the full syntax.

    Raises SchemaFault with the first place that breaks it.
    """
    stack = [(root, PATTERNS)]
    while stack:
        node, allowed = stack.pop()
        for sentence in _faults(node, allowed):
            raise node.fault(sentence, "3")
        _check_library(node)
        stack += [(child, _allowed_at(node, i, allowed)) for i, child in _backwards(node.children)]


def _backwards(children: Sequence[Node]) -> Iterator[tuple[int, Node]]:
    """The children with their index, the last one first, so that a stack gives the first first."""
    return ((i, children[i]) for i in range(len(children) - 1, -1, -1))


def _allowed_at(node: Node, index: int, allowed: frozenset[str]) -> frozenset[str]:
    """What the child at `index` of a node may be, `allowed` being what the node may."""
    if node.name in CHILDREN:
        return CHILDREN[node.name]
    if node.name in ("element", "attribute") and "name" not in node.attributes and index == 0:
        return NAME_CLASSES
    if node.name == "div":
        return allowed
    if node.name == "choice":
        return allowed if allowed is NAME_CLASSES else PATTERNS
    if node.name == "except":
        return PATTERNS if "param" in allowed else NAME_CLASSES
    return PATTERNS


def _faults(node: Node, allowed: frozenset[str]) -> Iterator[str]:
    if node.name not in ELEMENTS:
        yield f"RELAX NG has no element {node.name}"
    elif node.name not in allowed:
        yield f"{node.name} must not stand here"
    else:
        yield from _faults_of_attributes(node)
        yield from _faults_of_number(node)


def _faults_of_attributes(node: Node) -> Iterator[str]:
    known = ("ns", "datatypeLibrary", *ATTRIBUTES.get(node.name, ()))
    for name in node.attributes:
        if name not in known:
            yield f"{node.name} has no attribute {name.rpartition(chr(10))[2]}"
    required = REQUIRED.get(node.name)
    if required and required not in node.attributes:
        yield f"{node.name} lacks its attribute {required}"
    combine = node.attributes.get("combine", "choice")
    if combine not in ("choice", "interleave"):
        yield f"combine is {combine}, neither choice nor interleave"
    yield from _faults_of_names(node)


def _check_library(node: Node) -> None:
    """An address of a datatype library is absolute and names no part (section 4.3)."""
    library = node.attributes.get("datatypeLibrary", "")
    if not library:
        return
    if not ABSOLUTE.match(library) or "#" in library or not ADDRESS.allows(library):
        raise node.fault(f"datatypeLibrary is {library!r}, not an absolute URI", "4.3")


def _faults_of_names(node: Node) -> Iterator[str]:
    names = [node.attributes[key] for key in ("name", "type") if key in node.attributes]
    if node.name == "name":
        names.append(node.content.strip(SPACE))
    prefixed = node.name in ("element", "attribute", "name")
    for name in names:
        parts = name.split(":", 1) if prefixed else [name]
        if not all(NCNAME.fullmatch(part) for part in parts):
            yield f"{name!r} is not a name"


def _faults_of_number(node: Node) -> Iterator[str]:
    count = len(node.children)
    named = "name" in node.attributes
    if node.name in FILLED and not count:
        yield f"{node.name} is empty"
    if node.name == "start" and count > 1:
        yield "start holds more than one pattern"
    if node.name in ("element", "attribute") and not named and not count:
        yield f"{node.name} has neither a name nor a name class"
    if node.name == "element" and count < (1 if named else 2):
        yield "element holds no pattern"
    if node.name == "attribute" and count > (1 if named else 2):
        yield "attribute holds more than one pattern"
    if node.name in ("anyName", "nsName") and count > 1:
        yield f"{node.name} holds more than one except"
    if node.name == "data" and any(child.name == "except" for child in node.children[:-1]):
        yield "the except of data stands last and only once"
