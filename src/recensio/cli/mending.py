"""recensio validate --fix and --diff."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from recensio.cli.progress import Waiting
from recensio.cli.report import Tally, as_text
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.content import content_of, laid_over
from recensio.tei.source import Source
from recensio.validate.mend import Contents, Mended
from recensio.validate.mend import mend as mended_by

if TYPE_CHECKING:
    from recensio.cli.checking import Options, Task

Printer = Callable[[Iterable[Problem]], int]
WRITABLE = 0o222


def mend(task: Callable[[], Task], options: Options, printed: Printer) -> int:
    """Mend what can be mended safely and print what remains; the exit code.

    `task` gives what is to be checked, anew each time; `printed` prints problems and returns the
    exit code. With --diff nothing is written, and the exit code is that of the files as they are.
    """
    waiting = Waiting()
    found = tuple(waiting.watching(task().problems(waiting.say)))
    locked = tuple(_locked({edit.path for each in found if each.fix for edit in each.fix.edits}))
    barred = {each.location.path for each in locked}
    outcome = mended_by(
        [_without_barred_fix(each, barred) for each in found],
        content_of,
        lambda contents: _checked(task, contents),
    )
    waiting.hide()
    if options.diff:
        return _shown(outcome, found, locked, options)
    failed = (*locked, *_written(outcome.contents))
    for line in _account(outcome):
        typer.echo(line, err=options.form != "text")
    return printed((*failed, *outcome.remaining))


def _checked(task: Callable[[], Task], contents: Contents) -> tuple[Problem, ...]:
    """The problems with these contents. Raises CannotGoOn as the first check did not."""
    with laid_over(contents):
        return tuple(task().problems())


def _shown(
    outcome: Mended, found: Sequence[Problem], locked: Sequence[Problem], options: Options
) -> int:
    """Print the difference that the fixes make; what is said of it goes to standard error."""
    for path, content in sorted(outcome.contents.items()):
        for line in difference(path, content_of(path), content):
            typer.echo(line, nl=False)
    for line in as_text(locked):
        typer.echo(line, err=True)
    for line in _account(outcome):
        typer.echo(line, err=True)
    tally = Tally()
    for _each in tally.counting((*locked, *found)):
        pass
    typer.echo(f"nothing was written; as the files are: {tally}", err=True)
    return tally.exit_code(options.strict)


def difference(path: str, old: bytes, new: bytes) -> Iterator[str]:
    """The lines of a unified diff, as patch reads it."""
    before, after = (Source.decoded(path, content).text for content in (old, new))
    for line in unified_diff(_lines(before), _lines(after), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one, as for patch."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return [line for line in lines if line]


def _account(outcome: Mended) -> Iterator[str]:
    """What was mended, file by file, and which fixes were not applied."""
    by_file: dict[str, list[Problem]] = {}
    for each in outcome.mended:
        by_file.setdefault(each.location.path, []).append(each)
    for path, problems in by_file.items():
        yield f"{path}: {len(problems):,} mended"
        titles = Counter((p.code, p.fix.title if p.fix else "") for p in problems)
        for (code, title), count in titles.items():
            yield f"    {code} {title}{f', {count:,} times' if count > 1 else ''}"
    for each in outcome.refused:
        title = each.fix.title if each.fix else ""
        yield f"{each.location}: not mended, since it would make things worse: {each.code} {title}"


def _without_barred_fix(found: Problem, barred: set[str]) -> Problem:
    if found.fix and any(edit.path in barred for edit in found.fix.edits):
        return replace(found, fix=None)
    return found


def _locked(paths: Iterable[str]) -> Iterator[Problem]:
    """A problem for each file that is not ours to replace."""
    for path in sorted(paths):
        file = Path(path)
        if file.is_symlink():
            target = os.path.realpath(path)
            yield _not_written(path, f"it is a symbolic link; name the file itself, {target}")
        elif file.exists() and not file.stat().st_mode & WRITABLE:
            yield _not_written(path, "it is read-only")


def _written(contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """Write each file whole or not at all; a problem for each that could not be written."""
    from recensio.publish.write import write_file

    for path, content in sorted(contents.items()):
        try:
            write_file(Path(path), content)
        except CannotGoOn as failure:
            yield from failure.problems


def _not_written(path: str, reason: str) -> Problem:
    return problem("PUB003", Location(path), path=path, reason=reason)
