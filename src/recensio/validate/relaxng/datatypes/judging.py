"""From a type and its facets to a function that judges texts."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Hashable, Iterator
from functools import cache, partial
from typing import Any, Final

from recensio.validate.relaxng.datatypes import numbers
from recensio.validate.relaxng.datatypes.automaton import Automaton
from recensio.validate.relaxng.datatypes.builtin import Builtin
from recensio.validate.relaxng.datatypes.interface import Context, Facets

Check = Callable[[str], object]
Judge = Callable[[str, Context | None], bool]
Match = Callable[[str], "re.Match[str] | None"]


def judge(kind: Builtin, facets: Facets) -> Judge:
    """A function that says whether a text, its white space as written, is a value of the type."""
    checks = (*_lexical(kind), *_checks(kind, facets), *_bounds(kind, facets))
    spaces, in_context = kind.spaces, kind.in_context
    if in_context is not None:
        return _with_context(spaces, checks, in_context)
    if not checks:
        return lambda text, context: True
    if len(checks) == 1:
        (only,) = checks
        return lambda text, context: bool(only(spaces(text)))

    def judged(text: str, context: Context | None) -> bool:
        text = spaces(text)
        return all(check(text) for check in checks)

    return judged


def _with_context(
    spaces: Callable[[str], str],
    checks: tuple[Check, ...],
    in_context: Callable[[str, Context | None], Hashable | None],
) -> Judge:
    def judged(text: str, context: Context | None) -> bool:
        text = spaces(text)
        return all(check(text) for check in checks) and in_context(text, context) is not None

    return judged


def value(kind: Builtin, text: str, context: Context | None) -> Hashable | None:
    """The value of a text that the type allows."""
    text = kind.spaces(text)
    return kind.value(text) if kind.in_context is None else kind.in_context(text, context)


def _lexical(kind: Builtin) -> Iterator[Check]:
    """What the type asks of the form of a text; where the form leaves doubt, of the value too."""
    source, value_of = kind.lexical, kind.value
    if source is None:
        return
    match = matcher(source(False), lambda: source(True))

    def allowed(text: str) -> bool:
        found = match(text)
        return found is not None and (found.lastindex is None or value_of(text) is not None)

    yield allowed


def matcher(narrow: str, wide: Callable[[], str]) -> Match:
    """A match of the whole text. The pattern for all of Unicode is long: made when it is needed."""
    in_ascii = re.compile(narrow).fullmatch

    @cache
    def everywhere() -> Match:
        source = wide()
        return in_ascii if source == narrow else re.compile(source).fullmatch

    def match(text: str) -> re.Match[str] | None:
        return in_ascii(text) if text.isascii() else everywhere()(text)

    return match


def _checks(kind: Builtin, facets: Facets) -> Iterator[Check]:
    """What the facets ask of the form of a text."""
    for facet in facets:
        match facet:
            case ("pattern", narrow, wide, _):
                yield matcher(narrow, partial(str, wide))
            case ("automaton", rows, _):
                yield Automaton(rows).matches
            case (name, limit) if name in _MEASURES:
                yield _measured(kind, name, limit)


_MEASURES: Final[dict[str, Callable[[int, int], bool]]] = {
    "length": operator.eq,
    "minLength": operator.ge,
    "maxLength": operator.le,
    "totalDigits": operator.le,
    "fractionDigits": operator.le,
}


def _measured(kind: Builtin, name: str, limit: int) -> Check:
    digits = {"totalDigits": numbers.total_digits, "fractionDigits": numbers.fraction_digits}
    compare, measure = _MEASURES[name], digits.get(name) or kind.length or len
    return lambda text: compare(measure(text), limit)


def _bounds(kind: Builtin, facets: Facets) -> Iterator[Check]:
    """What the type and the facets ask of a value: it is made once for all bounds."""
    value_of: Callable[[str], Any] = kind.value
    own = (
        (("minInclusive", kind.bounds[0]), ("maxInclusive", kind.bounds[1])) if kind.bounds else ()
    )
    tests = [_bound(kind, *facet) for facet in (*own, *facets) if facet[0] in _BOUNDS]
    if not tests:
        return

    def within(text: str) -> bool:
        value = value_of(text)
        return all(test(value) for test in tests)

    yield within


_BOUNDS: Final = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")


def _bound(kind: Builtin, name: str, limit: str) -> Callable[[Any], bool]:
    """A test of one end: values that stand in no order to it fail."""
    before, equal = kind.before or operator.lt, name.endswith("Inclusive")
    end: Any = kind.value(kind.spaces(limit))
    if name.startswith("min"):
        return lambda value: before(end, value) or (equal and value == end)
    return lambda value: before(value, end) or (equal and value == end)
