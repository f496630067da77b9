"""recensio validate --fix and --diff."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from recensio.cli.progress import Waiting
from recensio.cli.report import Tally
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.tei.content import content_of, laid_over
from recensio.tei.source import Source
from recensio.validate.mend import Contents, Mended
from recensio.validate.mend import mend as mended_by

if TYPE_CHECKING:
    from recensio.cli.checking import Options, Task

Printer = Callable[[Iterable[Problem]], int]
WRITABLE: Final = 0o222


def mend(task: Callable[[], Task], options: Options, printed: Printer) -> int:
    """Mend what can be mended safely and print what remains; the exit code.

    `task` gives what is to be checked, anew each time; `printed` prints problems and returns the
    exit code. With --diff nothing is written, and the exit code is that of the files as they are.
    """
    waiting = Waiting()
    locks = _Locks(needed=not options.diff)
    found = tuple(waiting.watching(task().problems(waiting.say)))

    def check(contents: Contents) -> tuple[Problem, ...]:
        with laid_over(contents):
            return tuple(map(locks.without_fix, task().problems()))

    outcome = mended_by(tuple(map(locks.without_fix, found)), content_of, check)
    if options.diff:
        return _shown(outcome, found, options)
    failed = (*locks.problems, *_written(outcome.contents))
    for line in _account(outcome):
        typer.echo(line, err=options.form != "text")
    return printed((*failed, *outcome.remaining))


def _shown(outcome: Mended, found: Sequence[Problem], options: Options) -> int:
    """Print the difference that the fixes make; what is said of it goes to standard error."""
    for path, content in sorted(outcome.contents.items()):
        for line in difference(path, content_of(path), content):
            typer.echo(line, nl=False)
    for line in _account(outcome):
        typer.echo(line, err=True)
    tally = Tally()
    deque(tally.counting(found), maxlen=0)
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


class _Locks:
    """The files that are not ours to replace, as far as a fix would; `needed` if one may."""

    def __init__(self, needed: bool) -> None:
        self._needed = needed
        self._reasons: dict[str, tuple[str, str] | None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A problem for each such file."""
        return tuple(
            problem("SRC033", Location(path), path=path, reason=said[0], remedy=said[1])
            for path, said in sorted(self._reasons.items())
            if said
        )

    def without_fix(self, found: Problem) -> Problem:
        """The problem, without its fix if that would change such a file."""
        if found.fix is None or not self._needed:
            return found
        paths = dict.fromkeys(edit.path for edit in found.fix.edits)
        reasons = [self._reasons.setdefault(path, _reason_to_keep(path)) for path in paths]
        return replace(found, fix=None) if any(reasons) else found


def _reason_to_keep(path: str) -> tuple[str, str] | None:
    """Why a file is not to be replaced, and what to do."""
    file = Path(path)
    if file.is_symlink():
        return "it is a symbolic link", f"name the file that it leads to, {os.path.realpath(path)}"
    if file.exists() and not file.stat().st_mode & WRITABLE:
        return "it is read-only", "make it writable"
    return None


def _written(contents: Mapping[str, bytes]) -> Iterator[Problem]:
    """Write each file whole or not at all; a problem for each that could not be written."""
    from recensio.publish.write import write_file

    for path, content in sorted(contents.items()):
        try:
            write_file(Path(path), content)
        except CannotGoOn as failure:
            yield from failure.problems
