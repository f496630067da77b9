"""The run of the print room: galley, plan, book, self-check."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from recensio.model.document import Artifact
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.publish.print.book import Book
from recensio.publish.print.chapters import Sheets, abbreviations_in, compose
from recensio.publish.print.check import deviations
from recensio.publish.print.fonts import installed_fonts
from recensio.publish.print.glyphs import without_glyph
from recensio.publish.print.press import Press, PressError
from recensio.publish.print.shop import Shop
from recensio.publish.print.style import style_of


def typeset(book: Book) -> Outcome[Artifact | None]:
    """The book as pdf/edition.pdf; no value if it cannot be printed or is not sure.

    Nothing in a document raises an exception. Problems: PUB002 (Typst refuses), PUB004 (the
    self-check fails), PUB005 (a chapter is left out), PUB006 (characters that no face has). Equal
    books give equal bytes.
    """
    composed = compose(book)
    if not composed.value:
        return Outcome(None, composed.problems)
    sheets = tuple(sheets for _chapter, sheets in composed.value)
    kept = replace(
        book,
        chapters=tuple(chapter for chapter, _sheets in composed.value),
        abbreviations=abbreviations_in(sheets, book.abbreviations),
    )
    with TemporaryDirectory(prefix="recensio-print-") as folder:
        press = Press(Path(folder), (*installed_fonts(), *book.fonts))
        outcome = _set(Shop(press, kept, style_of(book.printing)), sheets)
    return Outcome(outcome.value, (*composed.problems, *outcome.problems))


def _set(shop: Shop, sheets: tuple[Sheets, ...]) -> Outcome[Artifact | None]:
    shop.lay_out(sheets)
    try:
        galley = shop.galley()
        plan = shop.plan(galley)
        printed = shop.print(galley, plan)
        missing = tuple(without_glyph(shop.book, sheets, shop.press))
    except PressError as error:
        return Outcome(None, (_refusal(error, shop.book),))
    unsure = list(islice(deviations(galley, printed, plan), 3))
    if unsure:
        return Outcome(None, (*missing, problem("PUB004", reason="; ".join(unsure))))
    artifact = Artifact("pdf/edition.pdf", shop.output.read_bytes(), "application/pdf")
    return Outcome(artifact, missing)


def _refusal(error: PressError, book: Book) -> Problem:
    sheet = re.search(r"(?:body|foot)-(\d+)\.typ", error.diagnostics)
    path = book.chapters[int(sheet[1])].path if sheet else ""
    return problem("PUB002", Location(path), reason=error)
