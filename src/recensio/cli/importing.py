"""recensio import."""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import typer

from recensio.cli.progress import Waiting
from recensio.cli.report import as_text, summary
from recensio.cli.shelving import Shelves, shelves_for
from recensio.importers.conservation import conservation
from recensio.importers.fitting import for_many, profile_for
from recensio.importers.folders import SUFFIXES, texts_in
from recensio.importers.importer import Imported, import_file
from recensio.importers.profile import Profile
from recensio.importers.settings import completed, read_profile
from recensio.importers.source import read_source
from recensio.importers.transcripts import read_profiles
from recensio.model.catalogue import Severity
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.project import workplace

NAMED: Final = 8
"""How many of the files that are left out are named."""


@dataclass(slots=True)
class Run:
    """One run: the profiles it may use, where things go, what was found on the way."""

    given: Profile | None
    profiles: Sequence[Profile]
    language: str
    shelves: Shelves | None
    check: bool
    found: list[Problem] = field(default_factory=list)


def import_sources(
    sources: Sequence[Path], profile: Path | None, out: Path | None, check: bool, show_all: bool
) -> int:
    """Import each source, print what became of it, write TEI and report; the exit code.

    With `check` the import is proved to lose nothing, and files are written only if `out` is
    given. Raises CannotGoOn if there is nothing to import.
    """
    edition = workplace(Path())
    known = read_profiles(edition.sources) if edition and edition.sources and not profile else None
    run = Run(
        given=_given(profile),
        profiles=known.value if known else (),
        language=edition.language if edition else "",
        shelves=shelves_for(out, edition) if out is not None or not check else None,
        check=check,
        found=list(known.problems) if known else [],
    )
    texts = tuple({text.resolve(): text for text in _texts(sources, run.found)}.values())
    if not texts:
        raise CannotGoOn(*run.found)
    imported = _all(run, texts)
    for line in as_text(run.found, show_all):
        typer.echo(line, err=True)
    _tell(run.shelves, imported, len(texts))
    typer.echo(summary(run.found), err=True)
    return int(any(each.severity is Severity.ERROR for each in run.found))


def _texts(sources: Sequence[Path], found: list[Problem]) -> Iterator[Path]:
    """The files that the sources name, those of a folder in the order of their names."""
    for source in sources:
        if not os.path.isdir(source):  # noqa: PTH112 - a name may be too long for Path to ask
            yield from _file(source, found)
            continue
        try:
            shelf = texts_in(source)
        except OSError as error:
            found.append(_unreadable(source, error))
            continue
        if shelf.others:
            _say(f"{source}: left out {_named(shelf.others)}")
        if not shelf.texts:
            suffixes = " ".join(sorted(SUFFIXES))
            place = Location(str(source))
            found.append(problem("SRC014", place, path=source, suffixes=suffixes))
        for text in shelf.texts:
            yield from _file(text, found)


def _file(path: Path, found: list[Problem]) -> Iterator[Path]:
    if os.path.isfile(path):  # noqa: PTH113 - as above
        yield path
    else:
        found.append(problem("SRC002", Location(str(path)), path=path))


def _say(line: str) -> None:
    """Print a line; bytes in names of files that are no characters are shown as they are."""
    typer.echo(line.encode("utf-8", "backslashreplace").decode())


def _named(names: Sequence[str]) -> str:
    rest = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {rest} more" if rest > 0 else "")


def _all(run: Run, texts: Sequence[Path]) -> int:
    """Import the texts one by one; how many it became."""
    waiting = Waiting()
    imported = 0
    for number, text in enumerate(texts, 1):
        waiting.say(f"importing {text.name} ({number} of {len(texts)})")
        said = _import(run, text, is_one=len(texts) == 1)
        waiting.hide()
        for line in said:
            _say(line)
        imported += bool(said)
    return imported


def _import(run: Run, source: Path, is_one: bool) -> Sequence[str]:
    """Import a source; what is to be said of it, nothing if it could not be imported."""
    try:
        content = source.read_bytes()
    except OSError as error:
        run.found.append(_unreadable(source, error))
        return ()
    profile = _profile(run, source, content, is_one)
    outcome = import_file(source, profile)
    run.found += outcome.problems
    if outcome.value is None:
        return ()
    proof = _proof(content, source, profile, outcome.value, run.found) if run.check else ()
    if run.shelves is not None:
        refused = run.shelves.put(source, profile.siglum, outcome.value)
        run.found += refused
        if refused:
            return ()
    return (*proof, _said(source, outcome.value))


def _profile(run: Run, source: Path, content: bytes, is_one: bool) -> Profile:
    if run.given is None:
        return profile_for(source, content, run.profiles, run.language)
    return completed(run.given if is_one else for_many(run.given, source), source)


def _given(profile: Path | None) -> Profile | None:
    if profile is None:
        return None
    outcome = read_profile(profile)
    if outcome.value is None or outcome.problems:
        raise CannotGoOn(*outcome.problems)
    return outcome.value


def _proof(
    content: bytes, source: Path, profile: Profile, imported: Imported, found: list[Problem]
) -> tuple[str, ...]:
    text = read_source(content, str(source), profile.markup).value
    if text is None:
        return ()
    proved = conservation(text.text, imported)
    found += proved.problems
    words = f"{source}: every character stands in the TEI or in the report"
    return (words,) if proved.value else ()


def _said(source: Path, imported: Imported) -> str:
    report = imported.report
    counts = [f"{count} {kind}" for kind, count in sorted(report.counts.items())]
    notes = report.notes
    if notes.references or notes.bodies:
        counts.append(
            f"{notes.references} references and {notes.bodies} bodies of notes, "
            f"{notes.linked} linked"
        )
    others = {
        "joined": report.joined,
        "corrected": report.corrected,
        "left out as boilerplate": report.boilerplate,
    }
    counts += [f"{len(found)} {what}" for what, found in others.items() if found]
    lines = "1 line" if report.lines == 1 else f"{report.lines} lines"
    return f"{source}: {'; '.join((lines, *counts))}"


def _tell(shelves: Shelves | None, imported: int, total: int) -> None:
    """Say at the end what was imported and where it is."""
    if total > 1:
        typer.echo(f"{imported} of {total} sources imported")
    if shelves is None:
        return
    if shelves.left:
        typer.echo(f"{shelves.left} left as they stand: the import would be the same")
    if shelves.written:
        texts, reports = _named_folder(shelves.texts), _named_folder(shelves.reports)
        apart = f"the TEI is in {texts}, the reports are in {reports}"
        together = f"the TEI is in {texts}, with the reports"
        told = together if texts == reports else apart
        typer.echo(f"{told} (NAME.import.txt to read, .json to compute with)")


def _named_folder(folder: Path) -> str:
    return "this folder" if folder == Path() else str(folder)


def _unreadable(path: Path, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    return problem("SRC015", Location(str(path)), reason=reason)
