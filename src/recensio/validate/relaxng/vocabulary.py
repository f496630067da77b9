"""The elements and attributes of RELAX NG in XML syntax (RELAX NG, section 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

RNG: Final = "http://relaxng.org/ns/structure/1.0"
XML: Final = "http://www.w3.org/XML/1998/namespace"
BASE: Final = f"{XML}\nbase"
SPACE: Final = " \t\r\n"
"""The white space of XML."""

_START: Final = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NCNAME: Final = re.compile(f"[{_START}][-.0-9{_START}\u00b7\u0300-\u036f\u203f\u2040]*")
"""A name without a colon (XML 1.0, 5th edition, section 2.3)."""

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
