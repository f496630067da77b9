"""recensio validate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import typer

from recensio.cli.building import exit_code
from recensio.cli.report import FORMATS, as_text, summary
from recensio.corpus import read_corpus
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.project import Project, open_project
from recensio.validate import Check
from recensio.validate import validate as check


def validate(
    paths: Sequence[Path],
    schema: Path | None,
    only: str,
    form: str,
    xinclude: bool,
    strict: bool,
    show_all: bool,
) -> int:
    """Check an edition and print its problems in the format asked for; the exit code."""
    if form != "text" and form not in FORMATS:
        raise typer.BadParameter(f"{form} is not a format; choose from text, {', '.join(FORMATS)}")
    if schema is not None and not schema.is_file():
        raise CannotGoOn(problem("SRC002", Location(str(schema)), path=schema))
    checks = _checks(only)
    project = open_project(paths)
    schema = schema or project.schema
    problems = _problems(project, schema, checks, xinclude)
    files = len(project.files)
    if form == "text":
        for line in as_text(problems, show_all):
            typer.echo(line)
        typer.echo(f"{files} {'file' if files == 1 else 'files'}: {summary(problems)}")
    else:
        typer.echo(FORMATS[form](problems, files, str(schema) if schema else None))
    return exit_code(problems, strict)


def _problems(
    project: Project, schema: Path | None, checks: frozenset[Check], xinclude: bool
) -> tuple[Problem, ...]:
    """What is wrong with the files, or if none of them can be read, why."""
    try:
        outcome = read_corpus(project, xinclude, any_xml=checks == {Check.SCHEMA})
    except CannotGoOn as failure:
        return failure.problems
    return (*outcome.problems, *check(outcome.value, schema, checks))


def _checks(only: str) -> frozenset[Check]:
    wanted = frozenset(name.strip() for name in only.split(",") if name.strip())
    unknown = wanted - set(Check)
    if unknown:
        names = ", ".join(Check)
        raise typer.BadParameter(f"{min(unknown)} is not a check; choose from {names}")
    return frozenset(Check(name) for name in wanted) or frozenset(Check)
