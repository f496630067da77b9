"""recensio serve: the edition on this machine, built again when a file changes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final

import typer

from recensio.cli.building import build, request_of
from recensio.cli.report import as_text
from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, problem

OUT: Final = Path("output")
WATCHED: Final = frozenset({".xml", ".toml", ".tei", ".odd", ".rng", ".sch"})
PAUSE: Final = 0.5
"""Seconds between two looks at the files."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the problems of the edition."""


def serve(port: int) -> int:
    """Build, serve output/site on loopback, build again on change, until interrupted."""
    seen = _state()
    _build()
    try:
        server = ThreadingHTTPServer(
            ("127.0.0.1", port), partial(Quiet, directory=str(OUT / "site"))
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotGoOn(problem("PUB008", Location(), port=port, reason=reason)) from None
    Thread(target=server.serve_forever, daemon=True).start()
    typer.echo(f"http://127.0.0.1:{server.server_port}/ (Ctrl-C ends)")
    try:
        while True:
            time.sleep(PAUSE)
            now = _state()
            if now != seen:
                seen = now
                _build()
    except KeyboardInterrupt:
        server.shutdown()
        return 0


def _build() -> None:
    """Build; what stops a build stops neither the server nor the look-out."""
    try:
        build(request_of([], OUT, "site"), strict=False, show_all=False)
    except CannotGoOn as failure:
        for line in as_text(failure.problems):
            typer.echo(line, err=True)


def _state() -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in _files() if path.exists()}


def _files() -> Iterator[Path]:
    for folder, folders, names in os.walk("."):
        folders[:] = [name for name in folders if not name.startswith(".") and name != OUT.name]
        yield from (Path(folder, name) for name in names if Path(name).suffix in WATCHED)
