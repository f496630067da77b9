"""Chapters: prepared TEI to the sheets of its running text and of its foot (xslt/print)."""

from __future__ import annotations

from dataclasses import dataclass

from recensio import saxon
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.publish.print.book import Book, Chapter
from recensio.publish.print.images import Image, images_of
from recensio.publish.sigla import declared_sigla, lines

STYLESHEET = "print/document.xsl"


@dataclass(frozen=True, slots=True)
class Sheets:
    """A chapter in Typst: its running text, a dictionary of what goes to the foot, its images."""

    body: str
    foot: str
    images: tuple[Image, ...] = ()


def compose(book: Book) -> Outcome[tuple[tuple[Chapter, Sheets], ...]]:
    """The chapters with their sheets; one that the stylesheet refuses is left out, and reported.

    Reported too are the images that cannot be printed.
    """
    composed: list[tuple[Chapter, Sheets]] = []
    problems: list[Problem] = []
    for chapter in book.chapters:
        images, missing = images_of(chapter, len(composed), book)
        problems += missing
        try:
            composed.append((chapter, _sheets(chapter, len(composed), book, images)))
        except saxon.StylesheetError as error:
            place = Location(chapter.path)
            problems.append(problem("PUB005", place, output="PDF", reason=error))
    return Outcome(tuple(composed), tuple(problems))


def _sheets(chapter: Chapter, number: int, book: Book, images: tuple[Image, ...]) -> Sheets:
    parameters = {
        "chapter": str(number),
        "title": chapter.title,
        "sigla": lines({**declared_sigla(book.witnesses), **chapter.sigla}),
        "images": lines({image.url: image.name for image in images}),
        "role": "introduction" if book.is_introduction(chapter) else "text",
    }
    body, foot = (
        saxon.transform(STYLESHEET, mode, chapter.text, parameters).output
        for mode in ("body", "foot")
    )
    return Sheets(body, foot, images)
