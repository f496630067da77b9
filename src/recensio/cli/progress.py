"""How a run goes on, for the person who waits: on standard error, one line a stage."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

import typer

WORDS: Final = {
    "read": "reading the documents",
    "import": "importing the sources",
    "annotate": "marking names and dates in the transcripts",
    "validate": "checking",
    "prepare": "numbering and linking",
    "site": "making the site",
    "pdf": "setting the book",
    "data": "making the data",
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
