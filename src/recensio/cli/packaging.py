"""recensio package and recensio verify."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import typer

from recensio.cli.building import exit_code
from recensio.cli.formats import Subject, as_json
from recensio.cli.packable import edition_at
from recensio.cli.progress import Waiting
from recensio.cli.report import as_text, summary
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem
from recensio.package import FORMATS, Edition, Wishes, inspect
from recensio.package import package as pack
from recensio.package.bag import in_words
from recensio.package.preflight import Sizes
from recensio.package.profiles import DEFAULT, names, profile
from recensio.publish.write import write_parts

REPORTS: Final = ("text", "json")
"""How the pre-flight is reported."""

STEP: Final = 100_000_000
"""Bytes between two words on how far the packing is."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for; `form` is that of the package, or with `check` the report."""

    out: Path | None = None
    form: str = ""
    profile: str = DEFAULT
    check: bool = False
    with_restricted: bool = False
    ocfl: Path | None = None
    show_all: bool = False


def package(options: Options) -> int:
    """Pack the built edition into its output folder, or only check it; the exit code."""
    wishes = _wishes(options)
    edition = edition_at(options.out or Path("output"))
    if not edition.out.is_dir():
        raise CannotGoOn(problem("PKG009", Location(str(edition.out)), path=edition.out))
    if options.check:
        return _check(edition, wishes, options)
    waiting = Waiting()
    told = _Progress(waiting)
    outcome = write_parts(lambda scratch: pack(edition, scratch, wishes, told), edition.out)
    waiting.hide()
    for line in as_text(outcome.problems, options.show_all):
        typer.echo(line, err=True)
    made = edition.out / outcome.value if outcome.value else None
    said = f"{made}: packed" if made else f"{edition.out}: not packed"
    typer.echo(f"{said}; {summary(outcome.problems)}")
    if made and options.ocfl:
        _commit(options.ocfl, edition, made.with_name(made.name.removesuffix(f".{wishes.form}")))
    return exit_code(outcome.problems, strict=False)


def _wishes(options: Options) -> Wishes:
    known = REPORTS if options.check else FORMATS
    form = options.form or known[0]
    if form not in known:
        raise typer.BadParameter(f"{form} is not a format; choose from {', '.join(known)}")
    if options.profile not in names():
        raise typer.BadParameter(
            f"{options.profile} is not a profile; choose from {', '.join(names())}"
        )
    return Wishes(form, profile(options.profile), options.with_restricted)


class _Progress:
    """How much has been packed, for whoever waits: a word for every hundred megabytes."""

    def __init__(self, waiting: Waiting) -> None:
        self._waiting, self._packed = waiting, 0

    def __call__(self, size: int) -> None:
        """So many more bytes are packed."""
        before, self._packed = self._packed, self._packed + size
        if before // STEP != self._packed // STEP:
            self._waiting.say(f"packed {in_words(self._packed)}")


def _commit(folder: Path, edition: Edition, bag: Path) -> None:
    """Make the bag the next version of an OCFL object, and say which that is."""
    from recensio.package.ocfl import User, commit_version

    metadata = edition.metadata
    message = f"{metadata.title}, {metadata.date}".strip(", ")
    user = User(metadata.publisher or metadata.credit)
    outcome = commit_version(folder, bag, message, user, edition.timestamp)
    typer.echo(f"{folder}: {outcome.value}")


def _check(edition: Edition, wishes: Wishes, options: Options) -> int:
    """Print what the pre-flight found, for people or for programs; the exit code."""
    outcome = inspect(edition, wishes)
    if wishes.form == "text":
        for line in (*as_text(outcome.problems, options.show_all), *_weights(outcome.value)):
            typer.echo(line)
        typer.echo(f"{edition.out} for {options.profile}: {summary(outcome.problems)}")
    elif wishes.form == "json":
        report = json.loads("".join(as_json(outcome.problems, Subject(outcome.value.files))))
        sizes = asdict(outcome.value)
        typer.echo(json.dumps({**report, "profile": options.profile, "sizes": sizes}, indent=1))
    return exit_code(outcome.problems, strict=False)


def _weights(found: Sizes) -> Iterator[str]:
    """The size report: each folder, then the largest files."""
    yield f"{found.files:,} files, {in_words(found.size)}"
    for name, (files, size) in found.folders.items():
        yield f"  {in_words(size):>10}  {name} ({files:,})"
    yield "largest:"
    for name, size in found.largest:
        yield f"  {in_words(size):>10}  {name}"
