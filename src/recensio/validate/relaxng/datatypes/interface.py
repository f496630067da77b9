"""What the engine and the datatypes agree on."""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

BUILT_IN = ""
XML_SCHEMA = "http://www.w3.org/2001/XMLSchema-datatypes"

Facet: TypeAlias = "tuple[Any, ...]"
"""(name, bound as written), (name, number), ("pattern", regular expression for ASCII, for all, as
written), ("automaton", table, as written)."""

Facets: TypeAlias = "tuple[Facet, ...]"
"""Checked params: nested tuples of strings and numbers, so that JSON can carry them."""


class DatatypeError(Exception):
    """What is wrong with a library, a type, a param or a value, as a sentence."""


class Context(Protocol):
    """What of a document a value may depend on (RELAX NG, section 9.3)."""

    def resolve(self, prefix: str) -> str | None:
        """The namespace of a prefix; "" is the default namespace."""

    def is_unparsed_entity(self, name: str) -> bool:
        """Whether the document type declares this unparsed entity."""
