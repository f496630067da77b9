"""A type with its facets, as the engine asks it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from recensio.validate.relaxng.datatypes import judging
from recensio.validate.relaxng.datatypes.builtin import Builtin, IdType, builtin
from recensio.validate.relaxng.datatypes.interface import (
    BUILT_IN,
    XML_SCHEMA,
    Context,
    DatatypeError,
    Facets,
)


@dataclass(frozen=True)
class Datatype:
    """A datatype of RELAX NG: what `data` and `value` refer to."""

    library: str
    name: str
    facets: Facets
    id_type: IdType
    uses_context: bool

    def allows(self, value: str, context: Context | None = None) -> bool:
        """Whether a text, its white space as it is written, is a value of the type."""
        return self._judge(value, context)

    def value(self, lexical: str, context: Context | None = None) -> Hashable | None:
        """The value of a text, equal to that of another text for the same value; None if none."""
        if not self._judge(lexical, context):
            return None
        return judging.value(self._kind, lexical, context)

    def says(self) -> str:
        """What a value is, in plain English, to follow "must be"."""
        from recensio.validate.relaxng.datatypes.words import words

        return words(self.name, self.facets)

    @cached_property
    def _judge(self) -> judging.Judge:
        return judging.judge(self._kind, self.facets)

    @cached_property
    def _kind(self) -> Builtin:
        return kind_of(self.library, self.name)


def datatype(library: str, name: str, facets: Sequence[Sequence[Any]] = ()) -> Datatype:
    """A type from what `compile_datatype` returned, also after JSON made lists of its tuples.

    Raises DatatypeError where there is no such library or type.
    """
    kind = kind_of(library, name)
    return Datatype(library, name, _tuple(facets), kind.id_type, kind.in_context is not None)


def _tuple(written: Sequence[Any]) -> tuple[Any, ...]:
    """The same, all lists made tuples, so that a type can be compared and hashed."""
    return tuple(_tuple(part) if isinstance(part, list | tuple) else part for part in written)


def kind_of(library: str, name: str) -> Builtin:
    """The type of this name. Raises DatatypeError where there is none."""
    if library not in {BUILT_IN, XML_SCHEMA}:
        raise DatatypeError(
            f'There is no datatype library "{library}"; RELAX NG has one of its own, '
            f'named "", and that of XML Schema, "{XML_SCHEMA}".'
        )
    kind = builtin(library, name)
    if kind is None:
        owner = "XML Schema" if library else "RELAX NG itself (string and token are all it has)"
        raise DatatypeError(f'There is no datatype "{name}" in {owner}.')
    return kind
