"""recensio serve: the edition on this machine, built again when a file changes."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import typer

from recensio.cli.building import request_of
from recensio.cli.progress import Lines
from recensio.cli.report import as_text, summary
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.pipeline import Request
from recensio.serving.server import DTS, Server
from recensio.serving.watching import Watch
from recensio.serving.workshop import Turn, Workshop

NAMED: Final = 5
"""Files that are named when they have changed; the others are counted."""


def serve(paths: Sequence[Path], port: int, open_browser: bool, dts: bool = False) -> int:
    """Build, serve the site on loopback, build again on change, until interrupted.

    With `dts` the edition also answers as Distributed Text Services.

    Raises CannotGoOn (PUB008) if the port is not free, or if there is no such path.
    """

    def request() -> Request:
        return request_of(paths, only="site")

    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None:
        raise CannotGoOn(problem("SRC002", Location(str(missing)), path=missing))
    server = Server(port)
    workshop = Workshop(request, Lines(quiet=True), server.address if dts else "")
    watch = Watch(_watched(paths))
    told: tuple[Problem, ...] = ()
    try:
        told = _publish(workshop.build(), server, told)
        server.start()
        typer.echo(f"{server.address} (Ctrl-C ends)")
        if dts:
            typer.echo(f"{server.address}{DTS.lstrip('/')} (Distributed Text Services)")
        if open_browser:
            webbrowser.open(server.address)
        while True:
            watch.wait()
            told = _publish(workshop.build(), server, told)
    except KeyboardInterrupt:
        server.close()
        return 0


def _publish(turn: Turn, server: Server, told: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Hand out what was built, and say what is wrong that has not been told of the last build."""
    server.publish(turn.published)
    problems = turn.published.problems
    known = set(told)
    new = [each for each in problems if each not in known]
    for line in as_text(new, everything=turn.published.failed):
        typer.echo(line, err=True)
    now = datetime.now().astimezone().strftime("%H:%M:%S")
    typer.echo(f"{now} {_made(turn)} in {turn.seconds:.2f} s; {summary(problems)}")
    return problems


def _made(turn: Turn) -> str:
    """What a build has made, in words."""
    if turn.published.failed:
        return "not built"
    new, gone = len(turn.changed), len(turn.gone)
    names = ", ".join(turn.changed[:NAMED]) + (" …" if new > NAMED else "")
    made = f"{new:,} file{'' if new == 1 else 's'}" + (f" ({names})" if names else "")
    return f"{made}, {gone:,} removed" if gone else made


def _watched(paths: Sequence[Path]) -> Iterator[Path]:
    """The folders of the edition; beside a single file lies what it includes and shows."""
    for path in paths or [Path()]:
        yield path if path.is_dir() else path.parent
