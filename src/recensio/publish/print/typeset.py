"""The run of the print room: galley, plan, book, self-check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from recensio.model.document import Artifact
from recensio.model.problem import Outcome, Problem, problem
from recensio.publish.print.book import Book
from recensio.publish.print.chapters import abbreviations_in, compose
from recensio.publish.print.check import deviations
from recensio.publish.print.fonts import installed_fonts
from recensio.publish.print.glyphs import without_glyph
from recensio.publish.print.press import Press, PressError, Printed
from recensio.publish.print.shop import Shop
from recensio.publish.print.standards import place_of, unclaimed
from recensio.publish.print.style import style_of


def typeset(book: Book) -> Outcome[tuple[Artifact, ...]]:
    """The book as pdf/edition.pdf, and with its attachments as pdf/edition-with-tei.pdf.

    No file if it cannot be printed or is not sure. Nothing in a document raises an exception.
    Problems: PUB002 (Typst refuses), PUB004 (the self-check fails), PUB005 (a chapter is left
    out), PUB006 (characters that no face has), PUB015 (a standard is not claimed). Equal books
    give equal bytes.
    """
    composed = compose(book)
    if not composed.value:
        return Outcome((), composed.problems)
    sheets = tuple(sheets for _chapter, sheets in composed.value)
    kept = replace(
        book,
        chapters=tuple(chapter for chapter, _sheets in composed.value),
        abbreviations=abbreviations_in(sheets, book.abbreviations),
    )
    with TemporaryDirectory(prefix="recensio-print-") as folder:
        press = Press(Path(folder), (*installed_fonts(), *book.fonts))
        outcome = _set(Shop(press, kept, style_of(book.printing), sheets))
    return Outcome(outcome.value, (*composed.problems, *outcome.problems))


def _set(shop: Shop) -> Outcome[tuple[Artifact, ...]]:
    shop.lay_out()
    try:
        galley = shop.galley()
        plan = shop.plan(galley)
        marks, files = shop.print(galley, plan)
        short = tuple(_shortcomings(shop, files))
    except PressError as error:
        return Outcome((), (_refusal(error, shop.book),))
    unsure = list(islice(deviations(galley, marks, plan), 3))
    if unsure:
        return Outcome((), (*short, problem("PUB004", reason="; ".join(unsure))))
    return Outcome(tuple(_artifact(file.impression.output) for file in files), short)


def _shortcomings(shop: Shop, files: tuple[Printed, ...]) -> Iterator[Problem]:
    """What keeps a file from its standards: they are granted to none that lacks a glyph."""
    if any(file.refusals for file in files):
        yield from without_glyph(shop.book, shop.sheets, shop.press)
        yield from unclaimed(files, shop.book)


def _artifact(path: Path) -> Artifact:
    return Artifact(f"pdf/{path.name}", path.read_bytes(), "application/pdf")


def _refusal(error: PressError, book: Book) -> Problem:
    return problem("PUB002", place_of(error.diagnostics, book), reason=error)
