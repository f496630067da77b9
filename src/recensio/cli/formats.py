"""Problems for programs: JSON, SARIF and GitHub annotations, written as the problems arrive."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import indent
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from recensio import __version__
from recensio.model.catalogue import Severity, catalogue
from recensio.model.problem import Edit, Fix, Problem

LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: so many files and the schema that they are all held to."""

    files: int
    schema: str | None = None


def as_json(problems: Iterable[Problem], subject: Subject) -> Iterator[str]:
    """The lines of the report of INTERFACE, validate --format json."""
    head = {
        "tool": "recensio",
        "version": __version__,
        "files": subject.files,
        "schema": subject.schema,
    }
    yield f"{_dumped(head).removesuffix('}').rstrip()},"
    yield from _array('"problems"', map(_record, problems), 1)
    yield "}"


def as_sarif(problems: Iterable[Problem], _subject: Subject) -> Iterator[str]:
    """The lines of a SARIF 2.1.0 log, which code hosts and editors display."""
    used: set[str] = set()

    def results() -> Iterator[dict[str, Any]]:
        for problem in problems:
            used.add(problem.code)
            yield _result(problem)

    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}
    yield f"{_dumped(log).removesuffix('}').rstrip()},"
    yield ' "runs": ['
    yield '  {\n   "columnKind": "unicodeCodePoints",'
    yield from _array('"results"', results(), 3, ",")
    # The driver comes last, when it is known which rules it has to explain.
    yield indent(f'"tool": {_dumped({"driver": _driver(used)})}', "   ")
    yield "  }\n ]\n}"


def as_github(problems: Iterable[Problem], _subject: Subject) -> Iterator[str]:
    """Workflow commands that GitHub shows beside the lines of a change."""
    return map(_command, problems)


FORMATS: Final[Mapping[str, Callable[[Iterable[Problem], Subject], Iterator[str]]]] = (
    MappingProxyType({"json": as_json, "sarif": as_sarif, "github": as_github})
)


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _array(
    name: str, members: Iterable[Mapping[str, Any]], depth: int, rest: str = ""
) -> Iterator[str]:
    """The lines of an array, each member when it is known."""
    margin, before = " " * depth, None
    for member in members:
        yield f"{margin}{name}: [" if before is None else f"{before},"
        before = indent(_dumped(member), margin + " ")
    if before is None:
        yield f"{margin}{name}: []{rest}"
    else:
        yield before
        yield f"{margin}]{rest}"


def _record(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        **asdict(problem.location),
        "hint": problem.hint,
        "expected": list(problem.expected),
        "help": problem.help,
        "fix": asdict(problem.fix) if problem.fix else None,
    }


def _driver(codes: set[str]) -> dict[str, Any]:
    rules = [
        {"id": rule.code, "shortDescription": {"text": rule.title}}
        for rule in catalogue().values()
        if rule.code in codes
    ]
    return {"name": "recensio", "version": __version__, "rules": rules}


def _result(problem: Problem) -> dict[str, Any]:
    region = {"startLine": problem.location.line or 1}
    if problem.location.column:
        region["startColumn"] = problem.location.column
    place = {"artifactLocation": {"uri": _uri(problem.location.path)}, "region": region}
    result = {
        "ruleId": problem.code,
        "level": LEVELS[problem.severity],
        "message": {"text": _said(problem)},
        "locations": [{"physicalLocation": place}] if problem.location.path else [],
    }
    return {**result, "fixes": [_fix(problem.fix)]} if problem.fix else result


def _fix(fix: Fix) -> dict[str, Any]:
    """A fix as SARIF says it (section 3.55): replacements of text, file by file."""
    paths = dict.fromkeys(edit.path for edit in fix.edits)
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": _uri(path)},
                "replacements": [_replacement(edit) for edit in fix.edits if edit.path == path],
            }
            for path in paths
        ],
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    region = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _uri(path: str) -> str:
    """The path as a URI reference, relative where the path is (SARIF 2.1.0, section 3.4.3)."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())


def _command(problem: Problem) -> str:
    name = "notice" if problem.severity is Severity.INFO else problem.severity.value
    place = f"file={_property(problem.location.path)},line={problem.location.line or 1}"
    if problem.location.column:
        place += f",col={problem.location.column}"
    return f"::{name} {place},title={problem.code}::{_escaped(_said(problem))}"


def _said(problem: Problem) -> str:
    """The sentence and the remedy."""
    return f"{problem.message}. {problem.hint}" if problem.hint else problem.message


def _escaped(text: str) -> str:
    """The text of a workflow command, which ends with its line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property of a workflow command, which ends with : or , too."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
