"""What is wrong with a rule, as a problem of the schema and not of a document."""

from __future__ import annotations

from pathlib import Path

from recensio.model.problem import Location, Problem, problem


def fault(at: str, name: str, reason: object) -> Problem:
    """TEI053: the rule `name`, written at `at` ("file:line"), cannot be run."""
    path, line = place(at)
    said = " ".join(str(reason).split())
    return problem("TEI053", Location(path, line), rule=label(at, name), reason=said)


def label(at: str, name: str) -> str:
    """What a reader finds a rule by: its name, with file and line."""
    path, line = place(at)
    written = ":".join(str(part) for part in (Path(path).name, line) if part)
    return f"{name} ({written})" if name and written else name or written


def place(at: str) -> tuple[str, int | None]:
    """File and line of a mark "file:line"."""
    path, _, line = at.rpartition(":")
    return path, int(line) if line.isdigit() else None
