"""The types of both libraries: the lexical space, the values and the facets that each allows.

RELAX NG section 9.3 has `string` and `token`; the rest is XML Schema part 2, second edition.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Literal

from recensio.validate.relaxng.datatypes import (
    binaries,
    dates,
    durations,
    names,
    numbers,
    qualified,
    spaces,
    uris,
)
from recensio.validate.relaxng.datatypes.interface import BUILT_IN, Context

IdType = Literal["", "ID", "IDREF", "IDREFS"]


@dataclass(frozen=True, slots=True)
class Builtin:
    """A type as the specification gives it, without params.

    lexical: regular expression of the values with their white space normalised, for values in
    ASCII and for all, None where anything goes. Where it has a group and the group takes part,
    `value` decides. value: of a text in the lexical space, None if it has none after all. before:
    the order of values, if there is one. length: how long a text is. bounds: smallest and largest.
    """

    spaces: Callable[[str], str] = spaces.strip
    lexical: Callable[[bool], str] | None = None
    value: Callable[[str], Hashable | None] = str
    before: Callable[[Any, Any], bool] | None = None
    length: Callable[[str], int] | None = None
    decimal: bool = False
    bounds: tuple[str, str] | None = None
    in_context: Callable[[str, Context | None], Hashable | None] | None = None
    id_type: IdType = ""


def builtin(library: str, name: str) -> Builtin | None:
    """The type of this name, if the library has one."""
    return (_own_types() if library == BUILT_IN else _schema_types()).get(name)


@cache
def _own_types() -> dict[str, Builtin]:
    return {"string": Builtin(spaces.preserve), "token": Builtin(spaces.collapse)}


@cache
def _schema_types() -> dict[str, Builtin]:
    return _texts() | _names() | _numbers() | _dates() | _others()


def _always(pattern: str) -> Callable[[bool], str]:
    """A lexical space that is the same in ASCII and beyond."""
    return lambda _beyond_ascii: pattern


def _list_of(pattern: Callable[[bool], str]) -> Callable[[bool], str]:
    def listed(beyond_ascii: bool) -> str:
        return f"{pattern(beyond_ascii)}(?: {pattern(beyond_ascii)})*"

    return listed


def _words(text: str) -> int:
    return text.count(" ") + 1


def _name(beyond_ascii: bool) -> str:
    return names.name_pattern(":", beyond_ascii=beyond_ascii)


def _ncname(beyond_ascii: bool) -> str:
    return names.name_pattern("", beyond_ascii=beyond_ascii)


def _nmtoken(beyond_ascii: bool) -> str:
    return names.token_pattern(beyond_ascii=beyond_ascii)


def _qname(beyond_ascii: bool) -> str:
    return f"(?:{_ncname(beyond_ascii)}:)?{_ncname(beyond_ascii)}"


def _texts() -> dict[str, Builtin]:
    language = _always("[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
    return {
        # Of XML Schema 1.1; jing knows it.
        "anyAtomicType": Builtin(spaces.preserve, length=len),
        "string": Builtin(spaces.preserve, length=len),
        "normalizedString": Builtin(spaces.replace, length=len),
        "token": Builtin(spaces.collapse, length=len),
        "language": Builtin(lexical=language, length=len),
    }


def _names() -> dict[str, Builtin]:
    entity, entities = qualified.entity, qualified.entities
    words = partial(Builtin, spaces.collapse, length=_words)
    return {
        "Name": Builtin(lexical=_name, length=len),
        "NCName": Builtin(lexical=_ncname, length=len),
        "NMTOKEN": Builtin(lexical=_nmtoken, length=len),
        "NMTOKENS": words(lexical=_list_of(_nmtoken)),
        "ID": Builtin(lexical=_ncname, length=len, id_type="ID"),
        "IDREF": Builtin(lexical=_ncname, length=len, id_type="IDREF"),
        "IDREFS": words(lexical=_list_of(_ncname), id_type="IDREFS"),
        "ENTITY": Builtin(lexical=_ncname, length=len, in_context=entity),
        "ENTITIES": words(lexical=_list_of(_ncname), in_context=entities),
        "QName": Builtin(lexical=_qname, in_context=qualified.name),
        "NOTATION": Builtin(lexical=_qname, in_context=qualified.name),
    }


def _numbers() -> dict[str, Builtin]:
    decimal = partial(
        Builtin, value=numbers.decimal_value, before=numbers.decimal_before, decimal=True
    )
    of_float = partial(Builtin, lexical=_always(numbers.FLOAT), before=numbers.float_before)
    whole = {name: decimal(lexical=_always(form)) for name, form in numbers.WHOLE.items()}
    bounded = {
        name: decimal(lexical=_always(numbers.INTEGER), bounds=bounds)
        for name, bounds in numbers.BOUNDS.items()
    }
    return {
        "decimal": decimal(lexical=_always(numbers.DECIMAL)),
        **whole,
        **bounded,
        "float": of_float(value=numbers.float_value),
        "double": of_float(value=numbers.double_value),
    }


def _dates() -> dict[str, Builtin]:
    instants = {
        name: Builtin(
            lexical=_always(form),
            value=partial(dates.instant_value, name),
            before=dates.instant_before,
        )
        for name, form in dates.LEXICAL.items()
    }
    duration = Builtin(
        lexical=_always(durations.LEXICAL),
        value=durations.duration_value,
        before=durations.duration_before,
    )
    return {**instants, "duration": duration}


def _others() -> dict[str, Builtin]:
    return {
        "boolean": Builtin(lexical=_always("true|false|0|1"), value=numbers.boolean_value),
        "hexBinary": Builtin(
            spaces.preserve,
            _always(binaries.HEX),
            binaries.hex_value,
            length=binaries.hex_length,
        ),
        "base64Binary": Builtin(
            spaces.preserve,
            _always(binaries.BASE64),
            binaries.base64_value,
            length=binaries.base64_length,
        ),
        "anyURI": Builtin(spaces.collapse, _always(uris.LEXICAL), uris.uri_value, length=len),
    }
