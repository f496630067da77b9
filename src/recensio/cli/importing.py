"""recensio import."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import typer

from recensio.cli.report import as_text, summary
from recensio.importers.conservation import conservation
from recensio.importers.importer import Imported, import_file
from recensio.importers.profile import Profile
from recensio.importers.readable import as_lines
from recensio.importers.report import as_json
from recensio.importers.settings import default_profile, read_profile
from recensio.importers.source import read_source
from recensio.importers.transcripts import read_profiles
from recensio.model.catalogue import Severity
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.project import SETTINGS, open_project
from recensio.publish.write import write_file
from recensio.tei.io import serialise


def import_sources(
    sources: Sequence[Path], profile: Path | None, out: Path | None, check: bool, show_all: bool
) -> int:
    """Import each source, print what became of it, write TEI and report; the exit code.

    With `check` the import is proved to lose nothing, and files are written only if `out` is
    given.
    """
    given = _given(profile)
    found: list[Problem] = []
    for source in sources:
        found += _import(source, given or _fitting(source), out, check)
    for line in as_text(found, show_all):
        typer.echo(line, err=True)
    typer.echo(summary(found), err=True)
    return int(any(each.severity is Severity.ERROR for each in found))


def _import(source: Path, profile: Profile, out: Path | None, check: bool) -> Sequence[Problem]:
    if not source.is_file():
        return (problem("SRC002", Location(str(source)), path=source),)
    outcome = import_file(source, profile)
    imported, problems = outcome.value, outcome.problems
    if imported is None:
        return problems
    if check:
        problems += _proof(imported, source, profile)
    if out is not None or not check:
        _write(imported, (out or Path()) / f"{profile.siglum}.xml")
    typer.echo(_said(source, imported))
    return problems


def _proof(imported: Imported, source: Path, profile: Profile) -> tuple[Problem, ...]:
    text = read_source(source.read_bytes(), str(source), profile.markup).value
    if text is None:
        return ()
    proved = conservation(text.text, imported)
    if proved.value:
        typer.echo(f"{source}: every character stands in the TEI or in the report")
    return proved.problems


def _write(imported: Imported, path: Path) -> None:
    report = json.dumps(as_json(imported.report), ensure_ascii=False, indent=1) + "\n"
    write_file(path, serialise(imported.tree))
    readable = "\n".join(as_lines(imported.report)) + "\n"
    write_file(path.with_suffix(".import.json"), report.encode())
    write_file(path.with_suffix(".import.txt"), readable.encode())
    name = path.with_suffix(".import").name
    typer.echo(f"{path}: written, with the reports {name}.txt and {name}.json")


def _said(source: Path, imported: Imported) -> str:
    report = imported.report
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(report.counts.items()))
    notes = report.notes
    return (
        f"{source}: {report.lines} lines; {counts or 'nothing recognised'}; "
        f"{notes.references} references and {notes.bodies} bodies of notes, {notes.linked} linked; "
        f"{len(report.joined)} joined, {len(report.corrected)} corrected, "
        f"{len(report.boilerplate)} left out as boilerplate"
    )


def _given(profile: Path | None) -> Profile | None:
    if profile is None:
        return None
    outcome = read_profile(profile)
    if outcome.value is None or outcome.problems:
        raise CannotGoOn(*outcome.problems)
    return outcome.value


def _fitting(source: Path) -> Profile:
    """The profile of the edition here that was made for this very text, else the defaults."""
    if Path(SETTINGS).is_file() and source.is_file():
        project = open_project([])
        markup = default_profile(source).markup
        text = read_source(source.read_bytes(), str(source), markup).value
        if project.sources and text is not None:
            for profile in read_profiles(project.sources).value:
                if profile.sha256 == text.digest:
                    return profile
    return default_profile(source)
