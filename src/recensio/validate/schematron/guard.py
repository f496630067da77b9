"""Rules that could run for ever run in a process of their own, which is ended after a while."""

from __future__ import annotations

import multiprocessing
import re
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Final, TypeAlias

from recensio import saxon

ENDLESS: Final = re.compile(r"<(?:\w+:)?(?:function|template)\b|\bfunction\s*\(")
"""What may call itself: functions that a schema brings along, and those of XPath."""

SECONDS = 60.0
"""How long the rules may take for one document."""

Run: TypeAlias = saxon.Transformation | saxon.StylesheetError


class Guard:
    """Runs stylesheets one at a time in another process; begins anew when that has to be ended."""

    def __init__(self) -> None:
        self._seconds = SECONDS
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def run(self, stylesheet: str, source: str, uri: str, ward: saxon.Ward) -> Run:
        """As saxon.run_text, but an error is returned, and so is that it takes too long."""
        try:
            line = self._line or self._begun()
            line.send((stylesheet, source, uri, ward))
            if not line.poll(self._seconds):
                self.end()
                return saxon.StylesheetError(f"it takes more than {self._seconds:g} seconds")
            answer: Run = line.recv()
        except (EOFError, OSError):
            self.end()
            return saxon.StylesheetError("it ended the process that ran it")
        return answer

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None

    def _begun(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        self._line, other = context.Pipe()
        self._process = context.Process(target=_answer, args=(other,), daemon=True)
        self._process.start()
        other.close()
        # The start of the process is no part of the time that the rules may take.
        self._line.recv()
        return self._line


@contextmanager
def guarded() -> Iterator[Guard]:
    """A guard that ends with the block."""
    guard = Guard()
    try:
        yield guard
    finally:
        guard.end()


def _answer(line: Connection) -> None:
    """Run what is asked for until nobody asks."""
    attempt("<x/>", "<x/>", "", saxon.Ward())
    line.send(None)
    while True:
        try:
            stylesheet, source, uri, ward = line.recv()
        except EOFError:
            return
        line.send(attempt(stylesheet, source, uri, ward))


def attempt(stylesheet: str, source: str, uri: str, ward: saxon.Ward) -> Run:
    """As saxon.run_text, but an error is returned."""
    try:
        return saxon.run_text(stylesheet, source, uri, ward)
    except saxon.StylesheetError as error:
        return error
