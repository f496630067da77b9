"""The datatypes, held to the verdicts of jing on some thousand texts, good ones and spoilt ones."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from recensio.validate.relaxng.datatypes import (
    XML_SCHEMA,
    Datatype,
    DatatypeError,
    compile_datatype,
    datatype,
)
from tests.support import needs_program
from tests.unit.validate.relaxng.test_datatypes import EQUAL, FACETS, NO_VALUES, REFUSED, VALUES
from tests.unit.validate.relaxng.test_patterns import ILL_FORMED, PATTERNS

pytestmark = needs_program("jing")

Params = Sequence[tuple[str, str]]
ALPHABET = "aZ019.-_:+ \n%#/?[]@é\u00b7\u0132\u0660\u00a0\U00010000PTZYMDHSeEINF=&"
SPOILT = 25


@dataclass(frozen=True)
class Ruling:
    """What jing says: the schema lines and the document lines that it complains of."""

    schema: frozenset[int]
    document: frozenset[int]


class Prefixes:
    def resolve(self, prefix: str) -> str | None:
        return {"p": "urn:p", "": ""}.get(prefix)

    def is_unparsed_entity(self, name: str) -> bool:
        return False


def _written(text: str) -> str:
    return "".join(c if c.isalnum() and c.isascii() else f"&#{ord(c)};" for c in text)


def _pattern(name: str, params: Params = ()) -> str:
    inside = "".join(f'<param name="{kind}">{_written(text)}</param>' for kind, text in params)
    return f'<data type="{name}">{inside}</data>'


def _jing(folder: Path, patterns: Sequence[str], texts: Sequence[tuple[int, str]]) -> Ruling:
    """One element for each pattern, one line for each element and each text."""
    elements = (f'<element name="e{n}">{inner}</element>' for n, inner in enumerate(patterns))
    schema, document = folder / "s.rng", folder / "d.xml"
    schema.write_text(
        '<element name="r" xmlns="http://relaxng.org/ns/structure/1.0" xmlns:p="urn:p" '
        f'datatypeLibrary="{escape(XML_SCHEMA)}"><zeroOrMore><choice>\n'
        + "\n".join(elements)
        + "\n</choice></zeroOrMore></element>",
        encoding="utf-8",
    )
    lines = "\n".join(f"<e{n}>{_written(text)}</e{n}>" for n, text in texts)
    document.write_text(f'<r xmlns:p="urn:p">\n{lines}\n</r>', encoding="utf-8")
    command = ["jing", "-i", str(schema), str(document)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    found = [
        frozenset(int(line) - 2 for line in re.findall(rf"{name}:(\d+):\d+: error", said))
        for name in (r"s\.rng", r"d\.xml")
    ]
    return Ruling(*found)


def _spoilt(text: str, chance: random.Random) -> str:
    """A text with one to three characters put in, taken out or exchanged."""
    signs = list(text)
    for _ in range(chance.randint(1, 3)):
        place = chance.randint(0, len(signs))
        signs[place : place + chance.randint(0, 1)] = chance.choices(
            ALPHABET, k=chance.randint(0, 1)
        )
    return "".join(signs)


def _texts(good: Sequence[str], bad: Sequence[str], seed: str) -> Iterator[str]:
    chance = random.Random(seed)  # noqa: S311
    yield from dict.fromkeys(
        [*good, *bad, *(_spoilt(chance.choice([*good, *bad]), chance) for _ in range(SPOILT))]
    )


def _differences(folder: Path, kinds: Sequence[tuple[str, Params, Sequence[str]]]) -> list[str]:
    """The texts on which we differ from jing, as lines to read."""
    ours = [
        datatype(XML_SCHEMA, name, compile_datatype(XML_SCHEMA, name, p)) for name, p, _ in kinds
    ]
    asked = [(n, text) for n, (_, _, texts) in enumerate(kinds) for text in texts]
    ruling = _jing(folder, [_pattern(name, params) for name, params, _ in kinds], asked)
    assert not ruling.schema
    return [
        f"{ours[n].name} {kinds[n][1]}: {text!r} is a value for {'us' if allowed else 'jing'} only"
        for line, (n, text) in enumerate(asked)
        if (allowed := ours[n].allows(text, Prefixes())) == (line in ruling.document)
    ]


def test_texts(tmp_path: Path) -> None:
    kinds: list[tuple[str, Params, list[str]]] = []
    for name in sorted({*VALUES, *NO_VALUES}):
        good, bad = (table.get(name, "").split("|") for table in (VALUES, NO_VALUES))
        kinds.append((name, (), list(_texts(good, bad, name))))
    kinds.append(("QName", (), list(_texts(["p:a", "a", "xml:a"], ["o:a", ":a"], "QName"))))
    assert _differences(tmp_path, kinds) == []


def test_params(tmp_path: Path) -> None:
    kinds = [(name, params, list(_texts(g, b, name))) for name, params, g, b in FACETS]
    assert _differences(tmp_path, kinds) == []


def test_patterns(tmp_path: Path) -> None:
    """All but those that jing refuses against the specification, or reads otherwise."""
    strict = {"[-a]", "[a-]", "[^-a]", r"[^\s\d]"}
    kinds = [
        ("string", [("pattern", pattern)], list(_texts(good, bad, pattern)))
        for pattern, good, bad in PATTERNS
        if pattern not in strict
    ]
    assert _differences(tmp_path, kinds) == []


def test_equality(tmp_path: Path) -> None:
    cases = [(name, [text for group in groups for text in group]) for name, groups in EQUAL]
    pairs = [(name, one, other) for name, texts in cases for one in texts for other in texts]
    patterns = [f'<value type="{name}">{_written(one)}</value>' for name, one, _ in pairs]
    ruling = _jing(tmp_path, patterns, [(n, other) for n, (_, _, other) in enumerate(pairs)])
    assert not ruling.schema
    kinds = {name: datatype(XML_SCHEMA, name) for name, _ in EQUAL}
    differ = [
        pair for line, pair in enumerate(pairs) if _equal(kinds, *pair) == (line in ruling.document)
    ]
    assert differ == []


def _equal(kinds: dict[str, Datatype], name: str, one: str, other: str) -> bool:
    return kinds[name].value(one) == kinds[name].value(other)


def test_what_a_schema_may_not_ask(tmp_path: Path) -> None:
    """jing takes a length of dates, and then falls over a document; it has none by XML Schema."""
    asked: list[tuple[str, Params]] = [
        (name, params)
        for library, name, params, _ in REFUSED
        if library == XML_SCHEMA and params != [("length", "10")]
    ]
    asked += [("string", [("pattern", pattern)]) for pattern in ILL_FORMED]
    ruling = _jing(tmp_path, [_pattern(*one) for one in asked], [])
    assert [one for line, one in enumerate(asked) if line not in ruling.schema] == []
    for one in asked:
        with pytest.raises(DatatypeError):
            compile_datatype(XML_SCHEMA, *one)
