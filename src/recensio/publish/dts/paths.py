"""XPath as refsDecl writes it: names without a prefix are those of TEI (TEI Guidelines, 17.2.5.4).

lxml evaluates XPath 1.0, in which a name without a prefix is in no namespace. Nothing that it can
evaluate reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lxml import etree

from recensio.tei.names import TEI_NS, XML_NS

TOKEN: Final = re.compile(
    r"""\s+|"[^"]*"|'[^']*'|\d+(?:\.\d*)?|\.\d+|::|//|\.\.|[<>!]=|[\w-][\w.-]*(?::[\w*][\w.-]*)?|."""
)
NAME: Final = re.compile(r"[^\W\d][\w.-]*")
AXIS: Final = "::"
OPERATORS: Final = frozenset(("and", "or", "div", "mod"))
BEFORE_OPERAND: Final = frozenset(("", AXIS, "//", "!=", "<=", ">=", *"@([,/|+-=<>", *OPERATORS))
"""After one of these (or at the beginning) a name is a name, not an operator: XPath 1.0, 3.7."""

POSITION: Final = re.compile(r"\bposition\(\s*\)")
NAMESPACES: Final = {"tei": TEI_NS, "xml": XML_NS}


class UnusablePath(Exception):
    """A path that cannot be evaluated; the reason is its text."""


@cache
def path_of(written: str) -> etree.XPath:
    """The path as it is evaluated. Raises UnusablePath."""
    try:
        return etree.XPath("".join(_named(written)), namespaces=NAMESPACES)
    except (etree.XPathSyntaxError, ValueError) as error:
        raise UnusablePath(f"{written!r}: {error}") from None


def elements(written: str, context: etree._Element) -> list[etree._Element]:
    """The elements that a path leads to, in document order. Raises UnusablePath."""
    found = _evaluated(path_of(written), context, written)
    if not isinstance(found, list):
        raise UnusablePath(f"{written!r} leads to no elements")
    return [element for node in found if (element := _element(node)) is not None]


def value(written: str, context: etree._Element, position: int) -> str:
    """What a path says of an element that is at a position among its like. Raises UnusablePath."""
    numbered = path_of(POSITION.sub("$position", written))
    found = _evaluated(numbered, context, written, position=position)
    if isinstance(found, list):
        found = found[0] if found else ""
    if isinstance(found, etree._Element):
        found = "".join(found.itertext("*"))
    if isinstance(found, float):
        found = int(found) if found.is_integer() else found
    return " ".join(str(found).split())


def _element(node: object) -> etree._Element | None:
    """An element; of an attribute or a text, which lxml gives as a string, the one that has it."""
    if isinstance(node, etree._Element):
        return node
    holder = getattr(node, "getparent", None)
    found: etree._Element | None = holder() if holder else None
    return found


def _evaluated(
    path: etree.XPath, context: etree._Element, written: str, **variables: int
) -> object:
    try:
        found: object = path(context, **variables)
    except etree.XPathError as error:
        raise UnusablePath(f"{written!r}: {error}") from None
    return found


def _named(written: str) -> Iterator[str]:
    """The tokens of a path, names of elements with the prefix of TEI."""
    tokens = TOKEN.findall(written)
    before, axis = "", ""
    for place, token in enumerate(tokens):
        following = next((t for t in tokens[place + 1 :] if not t.isspace()), "")
        is_operator = token in OPERATORS and before not in BEFORE_OPERAND
        is_name = NAME.fullmatch(token) and following not in ("(", AXIS) and not is_operator
        is_element = is_name and before not in ("@", "$") and axis != "attribute"
        yield f"tei:{token}" if is_element else token
        if not token.isspace():
            axis = before if token == AXIS else ""
            # An element may have the name of an operator, so it is remembered as an element.
            before = f"tei:{token}" if is_element else token
