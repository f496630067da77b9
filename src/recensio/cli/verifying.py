"""recensio verify."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

import typer

from recensio.cli.formats import FORMATS, Subject
from recensio.cli.progress import Waiting
from recensio.cli.report import Tally, as_text, in_words
from recensio.model.catalogue import Severity
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.package.names import shown
from recensio.package.proof import Proof
from recensio.package.verify import verify as check

REPORTS: Final = ("text", *FORMATS)


def verify(package: Path, form: str = "text", show_all: bool = False) -> int:
    """Check a package and print what is wrong with it, and what is proven; the exit code."""
    if form not in REPORTS:
        raise typer.BadParameter(f"{form} is not a format; choose from {', '.join(REPORTS)}")
    if not package.exists():
        raise CannotGoOn(problem("SRC002", Location(str(package)), path=package))
    proof, tally, waiting = Proof(), Tally(), Waiting()
    found = tally.counting(waiting.watching(check(package, proof, waiting.say)))
    if form == "text":
        for line in as_text(found, show_all):
            typer.echo(line)
        for line in _verdict(shown(str(package)), proof, tally):
            typer.echo(line)
        typer.echo(f"comparing: {proof.seconds:.1f} s", err=True)
    else:
        for line in _report(list(found), form, proof):
            typer.echo(line)
    return tally.exit_code()


def _verdict(package: str, proof: Proof, tally: Tally) -> Iterator[str]:
    """The last lines: whether all is well, what that rests on, and what nothing here can show."""
    if tally.counts[Severity.ERROR]:
        yield f"{package}: {in_words(tally.counts)}"
        return
    warned = f" ({in_words(tally.counts)})" if tally.counts[Severity.WARNING] else ""
    yield f"{package}: nothing has changed{warned}"
    algorithms = " and ".join(proof.algorithms)
    yield f"    proven: {proof.files:,} files, {proof.size:,} bytes, by {algorithms}; {proof.kind}"
    if proof.seal:
        yield "    not proven: that nobody replaced files and manifests together; for that compare"
        yield "    this digest with the one that you kept when the package came:"
        yield f"    {proof.seal.algorithm} of {shown(proof.seal.of)}: {proof.seal.digest}"


def _report(problems: Sequence[Problem], form: str, proof: Proof) -> Iterator[str]:
    lines = FORMATS[form](problems, Subject(proof.files))
    if form != "json":
        yield from lines
        return
    report = {**json.loads("\n".join(lines)), "proof": asdict(proof)}
    yield json.dumps(report, ensure_ascii=False, indent=1)
