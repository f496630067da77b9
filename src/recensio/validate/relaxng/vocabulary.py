"""The elements and attributes of RELAX NG in XML syntax (RELAX NG, section 3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

RNG: Final = "http://relaxng.org/ns/structure/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"
BASE: Final = f"{XML}\nbase"
SPACE: Final = " \t\r\n"
"""The white space of XML."""

PATTERNS: Final = frozenset(
    (
        "element",
        "attribute",
        "group",
        "interleave",
        "choice",
        "optional",
        "zeroOrMore",
        "oneOrMore",
        "list",
        "mixed",
        "ref",
        "parentRef",
        "empty",
        "text",
        "value",
        "data",
        "notAllowed",
        "externalRef",
        "grammar",
    )
)
NAME_CLASSES: Final = frozenset(("name", "anyName", "nsName", "choice"))
COMPONENTS: Final = frozenset(("start", "define", "div"))
ELEMENTS: Final = PATTERNS | NAME_CLASSES | COMPONENTS | {"include", "param", "except"}
HOLDING_TEXT: Final = frozenset(("name", "param", "value"))

ATTRIBUTES: Final[Mapping[str, tuple[str, ...]]] = {
    "element": ("name",),
    "attribute": ("name",),
    "ref": ("name",),
    "parentRef": ("name",),
    "define": ("name", "combine"),
    "start": ("combine",),
    "value": ("type",),
    "data": ("type",),
    "param": ("name",),
    "externalRef": ("href",),
    "include": ("href",),
}
"""The attributes of each element beside ns and datatypeLibrary, which all may have."""

REQUIRED: Final[Mapping[str, str]] = {
    "ref": "name",
    "parentRef": "name",
    "define": "name",
    "data": "type",
    "param": "name",
    "externalRef": "href",
    "include": "href",
}
CHILDREN: Final[Mapping[str, frozenset[str]]] = {
    "data": frozenset(("param", "except")),
    "anyName": frozenset(("except",)),
    "nsName": frozenset(("except",)),
    "grammar": COMPONENTS | {"include"},
    "include": COMPONENTS,
    **dict.fromkeys(("ref", "parentRef", "empty", "text", "notAllowed"), frozenset[str]()),
    **dict.fromkeys(("name", "param", "value", "externalRef"), frozenset[str]()),
}
"""What may stand in an element; in those not named here, patterns, or name classes in a choice
or except that stands where a name class should, and in a div what may stand beside it."""

FILLED: Final = frozenset(
    (
        "group",
        "interleave",
        "choice",
        "optional",
        "zeroOrMore",
        "oneOrMore",
        "list",
        "mixed",
        "start",
        "define",
        "except",
    )
)
"""The elements that must have a child."""
