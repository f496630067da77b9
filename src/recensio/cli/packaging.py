"""recensio package and recensio verify."""

from __future__ import annotations

from pathlib import Path

import typer

from recensio.cli.building import exit_code, request_of
from recensio.cli.report import as_text, summary
from recensio.model.document import Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.package import Edition
from recensio.package import package as pack
from recensio.package import verify as check
from recensio.publish.write import write_parts


def package(out: Path | None) -> int:
    """Pack the built edition into its output folder and say what was packed; the exit code."""
    request = request_of([], out, "", None, 1)
    metadata = request.project.metadata or Metadata("Untitled")
    edition = Edition(request.out, metadata, request.timestamp)
    if not request.out.is_dir():
        raise CannotGoOn(problem("PKG009", Location(str(request.out)), path=request.out))
    outcome = write_parts(lambda scratch: pack(edition, scratch), request.out)
    for line in as_text(outcome.problems):
        typer.echo(line, err=True)
    archive = request.out / outcome.value
    typer.echo(f"{archive}: {archive.stat().st_size} bytes; {summary(outcome.problems)}")
    return exit_code(outcome.problems, strict=False)


def verify(package: Path) -> int:
    """Check a package and print what is wrong with it; the exit code."""
    if not package.exists():
        raise CannotGoOn(problem("SRC002", Location(str(package)), path=package))
    problems = tuple(check(package))
    for line in as_text(problems):
        typer.echo(line)
    verdict = "nothing has changed" if not problems else summary(problems)
    typer.echo(f"{package}: {verdict}")
    return exit_code(problems, strict=False)
