"""Laws that values of datatypes obey, whatever the values."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recensio.validate.relaxng.datatypes import (
    XML_SCHEMA,
    DatatypeError,
    compile_datatype,
    datatype,
)
from recensio.validate.relaxng.datatypes.automaton import Automaton
from recensio.validate.relaxng.datatypes.builtin import builtin
from recensio.validate.relaxng.datatypes.dates import days_from_1970
from recensio.validate.relaxng.datatypes.regex.reader import read
from recensio.validate.relaxng.datatypes.regex.table import table
from recensio.validate.relaxng.datatypes.regex.writer import written

ZONES = st.sampled_from(["", "Z", "+00:00", "+14:00", "-13:00", "+05:30"])
DATES = st.builds(lambda day, zone: f"{day.isoformat()}{zone}", st.dates(), ZONES)
MOMENTS = st.builds(lambda when, zone: f"{when.isoformat()}{zone}", st.datetimes(), ZONES)
PARTS = st.tuples(*[st.integers(0, 99)] * 6)
DURATIONS = st.builds(
    lambda sign, p: f"{sign}P{p[0]}Y{p[1]}M{p[2]}DT{p[3]}H{p[4]}M{p[5]}S",
    st.sampled_from(["", "-"]),
    PARTS,
)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False).map(lambda n: f"{n:f}")
FLOATS = st.floats().map(lambda n: {"inf": "INF", "-inf": "-INF", "nan": "NaN"}.get(str(n), str(n)))
ORDERED = [
    ("date", DATES), ("dateTime", MOMENTS), ("duration", DURATIONS), ("decimal", DECIMALS),
    ("double", FLOATS), ("float", FLOATS),
]  # fmt: skip


def value_and_order(name: str) -> tuple[Callable[[str], Any], Callable[[Any, Any], bool]]:
    kind = builtin(XML_SCHEMA, name)
    assert kind is not None
    assert kind.before is not None
    return datatype(XML_SCHEMA, name).value, kind.before


@pytest.mark.parametrize(("name", "texts"), ORDERED, ids=[name for name, _ in ORDERED])
def test_order_is_strict_and_transitive(name: str, texts: st.SearchStrategy[str]) -> None:
    value, before = value_and_order(name)

    @given(texts, texts, texts)
    def holds(a: str, b: str, c: str) -> None:
        one, two, three = value(a), value(b), value(c)
        assert None not in (one, two, three)
        assert not before(one, one)
        assert not (before(one, two) and before(two, one))
        assert not (one == two and before(one, two))
        if before(one, two) and before(two, three):
            assert before(one, three)

    holds()


@pytest.mark.parametrize(("name", "texts"), ORDERED, ids=[name for name, _ in ORDERED])
def test_bounds_part_the_values(name: str, texts: st.SearchStrategy[str]) -> None:
    """What is from a limit up is not below it, and the limit itself is from itself up."""

    @given(texts, texts)
    def holds(limit: str, text: str) -> None:
        kinds = {
            bound: datatype(XML_SCHEMA, name, compile_datatype(XML_SCHEMA, name, [(bound, limit)]))
            for bound in ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
        }
        allowed = {bound for bound, kind in kinds.items() if kind.allows(text)}
        assert not {"minInclusive", "maxExclusive"} <= allowed
        assert not {"minExclusive", "maxInclusive"} <= allowed
        assert kinds["minInclusive"].allows(limit)
        assert not kinds["minExclusive"].allows(limit)

    holds()


@given(st.decimals(allow_nan=False, allow_infinity=False), st.integers(0, 5), st.booleans())
def test_decimals_are_equal_however_written(number: Any, zeros: int, plus: bool) -> None:
    plain, kind = f"{number:f}", datatype(XML_SCHEMA, "decimal")
    sign, digits = ("-", plain[1:]) if plain[0] == "-" else ("+" if plus else "", plain)
    longer = digits + ("" if "." in digits else ".") + "0" * zeros
    assert kind.value(plain) == kind.value(f"{sign}{'0' * zeros}{longer}")


@given(st.dates(), st.dates())
def test_days_are_those_of_the_calendar(one: Any, other: Any) -> None:
    days = [days_from_1970(day.year, day.month, day.day) for day in (one, other)]
    assert days[1] - days[0] == (other - one).days


@given(st.binary())
def test_octets(octets: bytes) -> None:
    import base64

    text = base64.b64encode(octets).decode()
    for name, form in (("base64Binary", text), ("hexBinary", octets.hex())):
        limit = [("length", str(len(octets)))]
        assert datatype(XML_SCHEMA, name, compile_datatype(XML_SCHEMA, name, limit)).allows(form)


# Patterns that mean the same in Python, but for white space and anchors, which are not here.
ATOMS = st.sampled_from(["a", "b", "[ab]", "[^a]", "c", "[a-c]", r"\.", "()", r"\d"])
COUNTS = st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,}", "{0}"])
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.builds(lambda part, count: f"({part}){count}", inner, COUNTS),
    ),
    max_leaves=6,
)


@given(PATTERNS, st.text("abc.1", max_size=6))
def test_patterns_as_python_has_them(pattern: str, text: str) -> None:
    """The automaton, the pattern that is written for Python, and Python itself agree."""
    tree, expected = read(pattern), re.fullmatch(pattern, text) is not None
    assert Automaton(json.loads(json.dumps(table(tree)))).matches(text) == expected
    assert (re.fullmatch(written(tree, beyond_ascii=True), text) is not None) == expected
    assert (re.fullmatch(written(tree, beyond_ascii=False), text) is not None) == expected


@given(st.text(r"ab()[]{}|*+?\-^.,0dpL", max_size=12), st.text("ab-", max_size=4))
def test_any_pattern_is_read_or_refused(pattern: str, text: str) -> None:
    with suppress(DatatypeError):
        facets = compile_datatype(XML_SCHEMA, "string", [("pattern", pattern)])
        datatype(XML_SCHEMA, "string", facets).allows(text)


@given(st.sampled_from(["anyURI", "dateTime", "NCName", "base64Binary", "duration"]), st.text())
def test_any_text_is_judged(name: str, text: str) -> None:
    kind = datatype(XML_SCHEMA, name)
    assert kind.allows(text) == (kind.value(text) is not None)
    if kind.allows(text):
        assert kind.value(text) == kind.value(f"\n {text}\t")
