"""The params of a `data` element, checked and made into facets (XML Schema part 2, 4.3).

The guidelines for XML Schema datatypes in RELAX NG allow all facets as params but enumeration,
for which there is `value`, and whiteSpace.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from recensio.validate.relaxng.datatypes.builtin import Builtin
from recensio.validate.relaxng.datatypes.datatype import datatype, kind_of
from recensio.validate.relaxng.datatypes.interface import (
    BUILT_IN,
    DatatypeError,
    Facet,
    Facets,
)

_LENGTHS: Final = ("length", "minLength", "maxLength")
_BOUNDS: Final = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
_DIGITS: Final = ("totalDigits", "fractionDigits")
_ALL: Final = (*_LENGTHS, "pattern", *_BOUNDS, *_DIGITS)
_REFUSED: Final = {
    "enumeration": "allowed values are written as value elements",
    "whiteSpace": "the type itself says what becomes of white space",
}
_NUMBER: Final = re.compile(r"[ \t\r\n]*\+?0*([0-9]+)[ \t\r\n]*")
_LONGEST: Final = 1 << 62


def compile_datatype(library: str, name: str, params: Sequence[tuple[str, str]]) -> Facets:
    """The facets of a type with these params, in their order, as `datatype` takes them.

    Raises DatatypeError where there is no such library or type, the type has no such param, or
    the value of a param is not good.
    """
    kind = kind_of(library, name)
    if library == BUILT_IN and params:
        raise DatatypeError(
            f'The datatype "{name}" of RELAX NG itself takes no params; that of XML Schema does.'
        )
    facets: Facets = ()
    for param, value in params:
        _applies(kind, name, param)
        facets = (*facets, _facet(library, name, facets, (param, value)))
    return facets


def _applies(kind: Builtin, name: str, param: str) -> None:
    if param in _REFUSED:
        raise DatatypeError(f'"{param}" cannot be a param: {_REFUSED[param]}.')
    if param not in _ALL:
        raise DatatypeError(f'There is no param "{param}"; there are {", ".join(_ALL)}.')
    if (
        (param in _LENGTHS and kind.length is None)
        or (param in _BOUNDS and kind.before is None)
        or (param in _DIGITS and not kind.decimal)
    ):
        lacks = "length" if param in _LENGTHS else "order" if param in _BOUNDS else "digits"
        raise DatatypeError(
            f'The param "{param}" does not apply to the datatype "{name}", '
            f"whose values have no {lacks}."
        )


def _facet(library: str, name: str, before: Facets, param: tuple[str, str]) -> Facet:
    kind, text = param
    if kind == "pattern":
        from recensio.validate.relaxng.datatypes.regex import translated

        return translated(text)
    if kind in _BOUNDS:
        if not datatype(library, name, before).allows(text):
            raise DatatypeError(
                f'The param "{kind}" is "{text}", which is no value of the datatype "{name}"'
                + (" with the params before it." if before else ".")
            )
        return (kind, text)
    return (kind, _number(kind, text))


def _number(param: str, text: str) -> int:
    found = _NUMBER.fullmatch(text)
    number = min(int(found[1][:20]), _LONGEST) if found else -1
    if number < (param == "totalDigits"):
        least = 1 if param == "totalDigits" else 0
        raise DatatypeError(
            f'The param "{param}" is "{text}"; it is a whole number from {least} up.'
        )
    return number
