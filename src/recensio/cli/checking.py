"""recensio validate."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import typer

from recensio.cli.progress import Waiting
from recensio.cli.report import Tally, as_text
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.project import OWN_SCHEMA, SETTINGS, Project, open_editions
from recensio.validate import EVERY_CHECK, Check
from recensio.validate.choice import one_schema
from recensio.validate.ignore import IgnoreList, kept, read_list
from recensio.validate.selection import Say, Selection

FORMATS = ("text", "json", "sarif", "github")


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    schema: Path | None = None
    only: str = ""
    form: str = "text"
    xinclude: bool = True
    jobs: int = 0
    ignore: Path | None = None
    strict: bool = False
    show_all: bool = False
    fix: bool = False
    diff: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """Selections to check one after the other, and the ignore lists that apply to each."""

    selections: tuple[tuple[Selection, tuple[IgnoreList, ...]], ...]

    @property
    def files(self) -> int:
        """How many files there are."""
        return sum(len(selection.project.files) for selection, _lists in self.selections)

    @property
    def schema(self) -> str | None:
        """The schema of all documents, if it is one."""
        schema = one_schema(c for selection, _lists in self.selections for c in selection.choices)
        return str(schema) if schema else None

    def problems(self, say: Say = lambda _words: None) -> Iterator[Problem]:
        """Every problem that no ignore list excuses, and what is wrong with the lists."""
        for selection, lists in self.selections:
            for each in lists:
                yield from each.problems
            yield from kept(selection.problems(say), lists)
            if selection.checks == EVERY_CHECK:
                for each in lists:
                    yield from each.idle()


def validate(paths: Sequence[Path], options: Options) -> int:
    """Check editions and print their problems in the format asked for; the exit code."""
    if options.form not in FORMATS:
        names = ", ".join(FORMATS)
        raise typer.BadParameter(f"{options.form} is not a format; choose from {names}")
    task = task_of(paths, options)
    if options.fix or options.diff:
        from recensio.cli.mending import mend

        return mend(
            lambda: task_of(paths, options), options, lambda found: printed(task, options, found)
        )
    waiting = Waiting()
    return printed(task, options, waiting.watching(task.problems(waiting.say)))


def task_of(paths: Sequence[Path], options: Options) -> Task:
    """What the options ask for. Raises CannotGoOn if something that they name is not there."""
    if options.schema is not None and not options.schema.is_file():
        raise CannotGoOn(problem("SRC002", Location(str(options.schema)), path=options.schema))
    checks = _checks(options.only)
    editions = open_editions(paths)
    return Task(
        tuple(
            (
                Selection(
                    project,
                    options.schema,
                    checks,
                    options.xinclude,
                    options.jobs or os.cpu_count() or 1,
                ),
                _lists(project, options.ignore),
            )
            for project in editions
        )
    )


def printed(task: Task, options: Options, problems: Iterable[Problem]) -> int:
    """Print the problems as they come, and how many there were; the exit code.

    Raises CannotGoOn if nothing could be checked; what comes to light later is one of the problems.
    """
    tally = Tally()
    failures: list[CannotGoOn] = []
    found = tally.counting(_begun(problems, failures))
    if options.form == "text":
        for line in as_text(found, options.show_all, excerpts=sys.stdout.isatty()):
            typer.echo(line)
        for line in _last_lines(task, tally):
            typer.echo(line)
    else:
        from recensio.cli.formats import FORMATS as WRITERS
        from recensio.cli.formats import Subject

        for line in WRITERS[options.form](found, Subject(task.files, task.schema)):
            typer.echo(line)
    return failures[0].exit_code if failures else tally.exit_code(options.strict)


def _begun(problems: Iterable[Problem], failures: list[CannotGoOn]) -> Iterator[Problem]:
    """The problems, the first of which is waited for before anything is printed."""
    rest = iter(problems)
    first = next(rest, None)

    def all_of_them() -> Iterator[Problem]:
        try:
            yield from chain(() if first is None else (first,), rest)
        except CannotGoOn as failure:
            failures.append(failure)
            yield from failure.problems

    return all_of_them()


def _last_lines(task: Task, tally: Tally) -> Iterator[str]:
    yield from _without_schema(task)
    mending = f"; --fix mends {tally.fixable:,}" if tally.fixable else ""
    yield f"{_files(task.files)}: {tally}{mending}"


def _without_schema(task: Task) -> Iterator[str]:
    """A line that says that documents were held to no schema, and what to do."""
    choices = [c for each, _lists in task.selections if each.of_schemas for c in each.choices]
    bare = [choice for choice in choices if choice.schema is None]
    if not bare:
        return
    which = "no schema was given" if len(bare) == len(choices) else f"{_files(len(bare))} have none"
    remote = next((choice.remote for choice in bare if choice.remote), "")
    aside = f" ({remote} is not fetched)" if remote else ""
    yield (
        f"{which}{aside}: name one with --schema, or in {SETTINGS} as "
        f'[files] schema = "{OWN_SCHEMA}"'
    )


def _lists(project: Project, file: Path | None) -> tuple[IgnoreList, ...]:
    own = IgnoreList(project.ignored, project.root / SETTINGS, project.root)
    return (own, *((read_list(file),) if file else ()))


def _files(count: int) -> str:
    return f"{count:,} {'file' if count == 1 else 'files'}"


def _checks(only: str) -> frozenset[Check]:
    wanted = frozenset(name.strip() for name in only.split(",") if name.strip())
    unknown = wanted - set(Check)
    if unknown:
        names = ", ".join(Check)
        raise typer.BadParameter(f"{min(unknown)} is not a check; choose from {names}")
    return frozenset(Check(name) for name in wanted) or EVERY_CHECK
