"""recensio build and recensio serve."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import typer

from recensio.cli.progress import Lines
from recensio.cli.report import as_text, summary
from recensio.model.catalogue import Severity
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.pipeline import Build, Request
from recensio.pipeline import build as run
from recensio.project import Project, open_project
from recensio.publish import OUTPUTS, USUAL


def build(request: Request, strict: bool, show_all: bool) -> int:
    """Build an edition and say what was built and what is wrong; the exit code."""
    state = run(request, Lines())
    for line in as_text(state.problems, show_all):
        typer.echo(line, err=True)
    typer.echo(f"{request.out}: {_built(state)}; {summary(state.problems)}")
    return exit_code(state.problems, strict)


def request_of(
    paths: Sequence[Path],
    out: Path | None = None,
    only: str = "",
    sources: Path | None = None,
    jobs: int = 0,
    xinclude: bool = True,
    more: Sequence[str] = (),
) -> Request:
    """What the options of the command line ask for, `more` outputs among it. Raises CannotGoOn."""
    if sources is not None and not sources.is_dir():
        raise CannotGoOn(problem("SRC002", Location(str(sources)), path=sources))
    project = open_project(paths)
    return Request(
        project=project,
        out=out or (project.root if not paths else Path()) / "output",
        outputs=_outputs(only, more),
        sources=sources,
        jobs=jobs or os.cpu_count() or 1,
        timestamp=timestamp_of(project),
        xinclude=xinclude,
    )


def exit_code(problems: Sequence[Problem], strict: bool) -> int:
    """1 if there is an error, or with `strict` a warning."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(found.severity in grave for found in problems))


def timestamp_of(project: Project) -> int:
    """SOURCE_DATE_EPOCH, else the date of the edition, so that the same edition builds the same."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return int(epoch)
    date = project.metadata.date if project.metadata else ""
    for form in ("%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            return int(datetime.strptime(date, form).replace(tzinfo=UTC).timestamp())
        except ValueError:
            continue
    return int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())


def _outputs(only: str, more: Sequence[str]) -> tuple[str, ...]:
    wanted = [name.strip() for name in only.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in OUTPUTS]
    if unknown:
        names = ", ".join(OUTPUTS)
        raise typer.BadParameter(f"{unknown[0]} is not an output; choose from {names}")
    asked = {*(wanted or USUAL), *more}
    return tuple(name for name in OUTPUTS if name in asked)


def _built(state: Build) -> str:
    parts = dict.fromkeys(artifact.path.split("/")[0] for artifact in state.artifacts)
    documents = len(state.edition.readable) if state.edition else 0
    entries = sum(len(each.entries) for each in state.edition.prepared) if state.edition else 0
    of = f"{documents} document{'' if documents == 1 else 's'}"
    return f"{', '.join(parts) or 'nothing'} of {of} with {entries} entr{_ies(entries)}"


def _ies(count: int) -> str:
    return "y" if count == 1 else "ies"
