"""How a run goes on, for the person who waits: on standard error, one line a stage."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

import typer

T = TypeVar("T")
CLEARED: Final = "\r\x1b[K"
"""Back to the beginning of the line, which is then empty."""

WORDS: Final = {
    "read": "reading the documents",
    "import": "importing the sources",
    "annotate": "marking names and dates in the transcripts",
    "validate": "checking",
    "prepare": "numbering and linking",
    "site": "making the site",
    "pdf": "setting the book",
    "epub": "binding the electronic book",
    "data": "making the data",
    "dts": "cutting the passages",
    "tei": "writing the TEI",
    "tex": "writing TeX",
    "write": "putting everything in its place",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """A listener that prints each stage and how long it took; quiet if asked to be."""

    quiet: bool = False

    def started(self, stage: str, position: int, total: int) -> None:
        """Say what begins, on a terminal without ending the line."""
        if not self.quiet and sys.stderr.isatty():
            typer.echo(f"\r[{position}/{total}] {_words(stage)} … ", nl=False, err=True)

    def finished(self, stage: str, seconds: float) -> None:
        """Say how long it took."""
        if self.quiet:
            return
        if sys.stderr.isatty():
            typer.secho(f"{seconds:.1f} s", dim=True, err=True)
        else:
            typer.echo(f"{_words(stage)}: {seconds:.1f} s", err=True)


def _words(stage: str) -> str:
    return WORDS.get(stage, stage)


class Waiting:
    """What is being done, on a terminal's standard error; out of the way when a problem comes."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._shown = False

    def say(self, words: str) -> None:
        """Show what is being done now."""
        if self._on:
            self.hide()
            typer.secho(f"{words} … ", nl=False, err=True, dim=True)
            self._shown = True

    def hide(self) -> None:
        """Leave the line empty."""
        if self._shown:
            typer.echo(CLEARED, nl=False, err=True)
            self._shown = False

    def watching(self, values: Iterable[T]) -> Iterator[T]:
        """The values; the line is empty when each comes, and at the end."""
        for value in values:
            self.hide()
            yield value
        self.hide()
