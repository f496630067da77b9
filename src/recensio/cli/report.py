"""Problems as text for people, as JSON, SARIF and GitHub annotations for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

import typer

from recensio import __version__
from recensio.model.catalogue import Severity, catalogue
from recensio.model.problem import Problem

COLOURS: Final = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
AT_MOST: Final = 10
"""Problems of one code that are printed; the rest is counted."""


def as_text(problems: Sequence[Problem], everything: bool = False) -> Iterator[str]:
    """Each problem as "path:line:column: severity CODE message", its hint below it.

    Of each code the first ten are printed unless `everything` is asked for.
    """
    shown = Counter[str]()
    for problem in problems:
        shown[problem.code] += 1
        if everything or shown[problem.code] <= AT_MOST:
            yield from _lines(problem)
    for code, count in shown.items():
        if count > AT_MOST and not everything:
            title = catalogue()[code].title.lower()
            yield f"{count - AT_MOST} more of {code} ({title}); --all shows them"


def summary(problems: Sequence[Problem]) -> str:
    """How many problems of each severity there are, in words."""
    counts = Counter(problem.severity for problem in problems)
    words = [f"{counts[s]} {_plural(s, counts[s])}" for s in Severity if counts[s]]
    return ", ".join(words) or "no problems"


def as_json(problems: Sequence[Problem], files: int, schema: str | None) -> str:
    """The report of INTERFACE, validate --format json."""
    report = {
        "tool": "recensio",
        "version": __version__,
        "files": files,
        "schema": schema,
        "problems": [_record(problem) for problem in problems],
    }
    return json.dumps(report, ensure_ascii=False, indent=1)


def as_sarif(problems: Sequence[Problem], _files: int, _schema: str | None) -> str:
    """A SARIF 2.1.0 log, which code hosts and editors display."""
    used = {problem.code for problem in problems}
    driver = {
        "name": "recensio",
        "version": __version__,
        "rules": [
            {"id": rule.code, "shortDescription": {"text": rule.title}}
            for rule in catalogue().values()
            if rule.code in used
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def as_github(problems: Sequence[Problem], _files: int, _schema: str | None) -> str:
    """Workflow commands that GitHub shows beside the lines of a change."""
    return "\n".join(_command(problem) for problem in problems)


FORMATS: Final[Mapping[str, Callable[[Sequence[Problem], int, str | None], str]]] = (
    MappingProxyType({"json": as_json, "sarif": as_sarif, "github": as_github})
)


def _lines(problem: Problem) -> Iterator[str]:
    severity = typer.style(problem.severity.value, fg=COLOURS[problem.severity], bold=True)
    place = f"{problem.location}: " if problem.location.path else ""
    yield f"{place}{severity} {problem.code} {problem.message}"
    if problem.expected:
        yield f"    expected: {', '.join(problem.expected)}"
    if problem.hint:
        yield f"    {problem.hint}"


def _plural(severity: Severity, count: int) -> str:
    return severity.value if count == 1 or severity is Severity.INFO else f"{severity.value}s"


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


def _result(problem: Problem) -> dict[str, Any]:
    region = {"startLine": problem.location.line or 1}
    if problem.location.column:
        region["startColumn"] = problem.location.column
    place = {"artifactLocation": {"uri": _uri(problem.location.path)}, "region": region}
    return {
        "ruleId": problem.code,
        "level": LEVELS[problem.severity],
        "message": {"text": f"{problem.message}. {problem.hint}"},
        "locations": [{"physicalLocation": place}] if problem.location.path else [],
    }


def _uri(path: str) -> str:
    """The path as a URI reference, relative where the path is (SARIF 2.1.0, section 3.4.3)."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(Path(path).as_posix())


def _command(problem: Problem) -> str:
    name = "notice" if problem.severity is Severity.INFO else problem.severity.value
    place = f"file={_property(problem.location.path)},line={problem.location.line or 1}"
    if problem.location.column:
        place += f",col={problem.location.column}"
    message = _escaped(f"{problem.message}. {problem.hint}")
    return f"::{name} {place},title={problem.code}::{message}"


def _escaped(text: str) -> str:
    """The text of a workflow command, which ends with its line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property of a workflow command, which ends with : or , too."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
