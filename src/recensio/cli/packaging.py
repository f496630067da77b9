"""recensio package."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from recensio.cli.building import exit_code, timestamp_of
from recensio.cli.report import as_text, summary
from recensio.model.document import Metadata
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.package import Edition
from recensio.package import package as pack
from recensio.project import SETTINGS, Project, open_project
from recensio.publish.write import write_parts


def package(out: Path | None) -> int:
    """Pack the built edition into its output folder and say what was packed; the exit code."""
    edition = _edition(out or Path("output"))
    if not edition.out.is_dir():
        raise CannotGoOn(problem("PKG009", Location(str(edition.out)), path=edition.out))
    outcome = write_parts(lambda scratch: pack(edition, scratch), edition.out)
    for line in as_text(outcome.problems):
        typer.echo(line, err=True)
    typer.echo(f"{edition.out / outcome.value}: packed; {summary(outcome.problems)}")
    return exit_code(outcome.problems, strict=False)


def _edition(out: Path) -> Edition:
    """What edition.toml says of the edition here; a stranger's has at least its title."""
    here = Path(SETTINGS).is_file()
    project = open_project([]) if here else Project(Path(), ())
    metadata = project.metadata or Metadata(_title(out / "data" / "edition.json"))
    return Edition(out, metadata, timestamp_of(project))


def _title(record: Path) -> str:
    try:
        return str(json.loads(record.read_text(encoding="utf-8"))["title"])
    except (OSError, ValueError, KeyError, TypeError):
        return "Untitled"
