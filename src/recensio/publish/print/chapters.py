"""Chapters: prepared TEI to the sheets of its running text and of its foot (xslt/print)."""

from __future__ import annotations

from dataclasses import dataclass

from recensio import saxon
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.model.witness import WitnessList
from recensio.publish.print.book import Book, Chapter
from recensio.publish.sigla import declared_sigla, lines

STYLESHEET = "print/document.xsl"


@dataclass(frozen=True, slots=True)
class Sheets:
    """A chapter in Typst: its running text, and a dictionary of what goes to the foot."""

    body: str
    foot: str


def compose(book: Book) -> Outcome[tuple[tuple[Chapter, Sheets], ...]]:
    """The chapters with their sheets; one that the stylesheet refuses is left out, and reported."""
    composed: list[tuple[Chapter, Sheets]] = []
    problems: list[Problem] = []
    for chapter in book.chapters:
        try:
            composed.append((chapter, _sheets(chapter, len(composed), book.witnesses)))
        except saxon.StylesheetError as error:
            place = Location(chapter.path)
            problems.append(problem("PUB005", place, output="PDF", reason=error))
    return Outcome(tuple(composed), tuple(problems))


def _sheets(chapter: Chapter, number: int, witnesses: WitnessList) -> Sheets:
    parameters = {
        "sigla": lines(declared_sigla(witnesses)),
        **chapter.phrasing,
        "chapter": str(number),
        "title": chapter.title,
    }
    body, foot = (
        saxon.transform(STYLESHEET, mode, chapter.text, parameters).output
        for mode in ("body", "foot")
    )
    return Sheets(body, foot)
