"""Schemas with documents that they allow and refuse, and schemas that are not correct.

A schema is written without its namespace declaration, which `written` adds to its first tag. In
a schema that is not correct, ▸ stands before the tag that the fault must point at. `differs`
says why jing is not asked of a case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

import pytest

from recensio.validate.relaxng.advice import Advice
from recensio.validate.relaxng.compiled import compile_schema
from recensio.validate.relaxng.documents import findings
from recensio.validate.relaxng.faults import Place, SchemaFault
from recensio.validate.relaxng.findings import Finding
from recensio.validate.relaxng.schema import Schema
from tests.support import laid_out

RNG: Final = "http://relaxng.org/ns/structure/1.0"
XSD: Final = 'datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"'
MARK: Final = "▸"
ROOT_TAG: Final = re.compile(r"<[A-Za-z]+")
Texts: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Correct:
    """A correct schema, the other files that it is made of, and documents."""

    name: str
    schema: str
    valid: Texts = ()
    invalid: Texts = ()
    files: Mapping[str, str] = field(default_factory=dict)
    differs: str = ""

    def hold(self, folder: Path) -> None:
        """Fail where the engine judges a document otherwise."""
        schema = schema_at(folder, self.schema, self.files)
        for document in self.valid:
            assert told(schema, document) == [], f"should be valid: {document}"
        for document in self.invalid:
            assert told(schema, document) != [], f"should not be valid: {document}"


@dataclass(frozen=True)
class Incorrect:
    """A schema that is not correct, and the section that it breaks."""

    name: str
    section: str
    schema: str
    files: Mapping[str, str] = field(default_factory=dict)
    differs: str = ""

    def hold(self, folder: Path) -> None:
        """Fail where the engine takes the schema, or names another place or section."""
        path = lay(folder, self.schema, self.files)
        with pytest.raises(SchemaFault) as raised:
            compile_schema(path)
        fault = raised.value
        assert fault.section == self.section, str(fault)
        assert place_of(fault.place) == self.place, f"{fault} at {fault.place}"

    @property
    def place(self) -> tuple[str, int, int]:
        """The file, line and column of the mark."""
        for name, text in {"schema.rng": self.schema, **self.files}.items():
            before, mark, _ = written(text).partition(MARK)
            if mark:
                return name, before.count("\n") + 1, len(before) - before.rfind("\n")
        return "schema.rng", 1, 1


Case: TypeAlias = Correct | Incorrect


def place_of(place: Place) -> tuple[str, int, int]:
    return Path(place.path).name, place.line, place.column


def written(text: str) -> str:
    """A schema with the namespace declared in its first tag."""
    if RNG in text:
        return text
    return ROOT_TAG.sub(rf'\g<0> xmlns="{RNG}"', text, count=1)


def lay(folder: Path, schema: str, files: Mapping[str, str], name: str = "schema.rng") -> Path:
    """Write a schema and the files that it names into a folder; the path of the schema."""
    texts = {name: schema, **files}
    laid_out(folder, {key: written(text).replace(MARK, "") for key, text in texts.items()})
    return folder / name


def schema_at(folder: Path, schema: str, files: Mapping[str, str] | None = None) -> Schema:
    """The schema of this text."""
    return Schema(compile_schema(lay(folder, schema, files or {})))


def told(schema: Schema, document: str | bytes) -> list[Finding]:
    """What the engine says of a document."""
    content = document.encode() if isinstance(document, str) else document
    return findings(content, schema, Advice(schema))


def codes(schema: Schema, document: str | bytes) -> list[str]:
    return [finding.code for finding in told(schema, document)]


def each(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Run a test for each case, by its name."""
    listed = list(cases)
    return pytest.mark.parametrize("case", listed, ids=[case.name for case in listed])
