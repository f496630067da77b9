"""From a type and its facets to a function that judges texts."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Hashable
from functools import cache
from typing import Any

from recensio.validate.relaxng.datatypes import numbers
from recensio.validate.relaxng.datatypes.automaton import automaton
from recensio.validate.relaxng.datatypes.builtin import Builtin
from recensio.validate.relaxng.datatypes.interface import Context, Facet, Facets

Check = Callable[[str], object]
Judge = Callable[[str, Context | None], bool]
Match = Callable[[str], "re.Match[str] | None"]


def judge(kind: Builtin, facets: Facets) -> Judge:
    """A function that says whether a text, its white space as written, is a value of the type."""
    checks = (*_checks_of(kind), *(_check(kind, facet) for facet in facets))
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


def _checks_of(kind: Builtin) -> tuple[Check, ...]:
    """What the type itself asks of a text."""
    source = kind.lexical
    if source is None:
        return ()
    lexical = _lexical(kind, matcher(source(False), lambda: source(True)))
    if kind.bounds is None:
        return (lexical,)
    low, high = kind.bounds
    return (lexical, _bound(kind, "minInclusive", low), _bound(kind, "maxInclusive", high))


def _lexical(kind: Builtin, match: Match) -> Check:
    value_of = kind.value

    def allowed(text: str) -> bool:
        found = match(text)
        return found is not None and (found.lastindex is None or value_of(text) is not None)

    return allowed


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


def _check(kind: Builtin, facet: Facet) -> Check:
    match facet:
        case ("pattern", narrow, wide, _):
            return matcher(narrow, lambda: str(wide))
        case ("automaton", *states, _):
            return automaton(*states)
        case (name, limit) if name in _MEASURES:
            return _measured(kind, name, limit)
        case _:
            return _bound(kind, facet[0], facet[1])


_MEASURES: dict[str, Callable[[int, int], bool]] = {
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


def _bound(kind: Builtin, name: str, limit: str) -> Check:
    """Min or max, Inclusive or Exclusive: values that stand in no order to the limit fail."""
    value_of: Callable[[str], Any] = kind.value
    before, equal = kind.before or operator.lt, name.endswith("Inclusive")
    end = value_of(kind.spaces(limit))

    def above(text: str) -> bool:
        value = value_of(text)
        return before(end, value) or (equal and value == end)

    def below(text: str) -> bool:
        value = value_of(text)
        return before(value, end) or (equal and value == end)

    return above if name.startswith("min") else below
