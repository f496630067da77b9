"""Chapters: prepared TEI to the sheets of its running text and of its foot (xslt/print)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from recensio import saxon
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.publish.print.book import Book, Chapter
from recensio.publish.print.images import Image, images_of
from recensio.publish.print.placed import Placed, places_of
from recensio.publish.sigla import declared_sigla, lines

T = TypeVar("T")

STYLESHEET: Final = "print/document.xsl"

_FOOT: Final = re.compile(r'^"([^"]+)": ', re.MULTILINE)
_SAID: Final = re.compile(r'#(?:said|raised)\[#"([^"]*)"\]')
_WITHIN: Final = re.compile(r'#within\("[^"]+", "[^"]+"\)')
_END: Final = re.compile(r'#end\("(\d+:[^"]+)"')


@dataclass(frozen=True, slots=True)
class Sheets:
    """A chapter in Typst: its running text, a dictionary of what goes to the foot, its images.

    `bibliography` are the lists of literature in it, if it has any. If all that the document has
    are such lists and entries of other chapters, its running text is nothing but the marks of the
    names in them.
    """

    body: str
    foot: str
    images: tuple[Image, ...] = ()
    bibliography: str = ""

    @property
    def whole(self) -> str:
        """All that is set of the chapter."""
        return self.body + self.foot + self.bibliography


class Refused(Exception):
    """The stylesheet does not take a chapter."""

    def __init__(self, chapter: Chapter, reason: Exception) -> None:
        super().__init__(str(reason))
        self.chapter = chapter


def compose(book: Book) -> Outcome[tuple[tuple[Chapter, Sheets], ...]]:
    """The chapters with their sheets; one that the stylesheet refuses is left out, and reported.

    Reported too are the images that cannot be printed.
    """
    outcome = without_refused(book, _composed, "PDF")
    composed, missing = outcome.value
    return Outcome(tuple(composed), (*outcome.problems, *missing))


def without_refused(book: Book, work: Callable[[Book], T], output: str) -> Outcome[T]:
    """What `work` makes of the book less the chapters that it refuses, each a problem (PUB005)."""
    problems: list[Problem] = []
    while True:
        try:
            return Outcome(work(book), tuple(problems))
        except Refused as refused:
            place = Location(refused.chapter.path)
            problems.append(problem("PUB005", place, output=output, reason=refused))
            kept = (each for each in book.chapters if each is not refused.chapter)
            book = replace(book, chapters=tuple(kept))


def abbreviations_in(sheets: Iterable[Sheets], known: Mapping[str, str]) -> Mapping[str, str]:
    """Those of the known abbreviations that the apparatus of the sheets has."""
    said = "\n".join({word for sheet in sheets for word in _SAID.findall(sheet.foot)})
    return {
        short: full
        for short, full in known.items()
        if re.search(rf"(?<![^\W_]){re.escape(short)}", said)
    }


def _composed(book: Book) -> tuple[list[tuple[Chapter, Sheets]], list[Problem]]:
    """All chapters; raises Refused."""
    missing: list[Problem] = []
    composed: list[tuple[Chapter, Sheets]] = []
    placed = _placed(book)
    for number, chapter in enumerate(book.chapters):
        images, unseen = images_of(chapter, number, book)
        missing += unseen
        parameters = parameters_of(book, number, placed, images)
        sheets = Sheets(
            transformed(STYLESHEET, "body", chapter, parameters),
            transformed(STYLESHEET, "foot", chapter, parameters),
            images,
            transformed(STYLESHEET, "bibliography", chapter, parameters)
            if "<listBibl" in chapter.text
            else "",
        )
        composed.append((chapter, sheets))
    return _paged(composed, placed), missing


def _paged(composed: list[tuple[Chapter, Sheets]], placed: Placed) -> list[tuple[Chapter, Sheets]]:
    """The same, documents without a page where all they have stands elsewhere in the book.

    A book has one page of text at the least.
    """
    bare = {
        number
        for number, (_chapter, sheets) in enumerate(composed)
        if "#empty-text" in sheets.body and (sheets.bibliography or placed.entries.get(number))
    }
    if len(bare) == len(composed):
        return composed
    return [
        (chapter, replace(sheets, body=_without_page(sheets.body)) if number in bare else sheets)
        for number, (chapter, sheets) in enumerate(composed)
    ]


def _without_page(body: str) -> str:
    """What remains of a running text without text: it opens no page, the names are indexed."""
    return body[: body.index("#leaf(")] + "".join(_WITHIN.findall(body))


def _placed(book: Book) -> Placed:
    """The entries that stand apart and whose places are in the running text of the book.

    An entry whose place is not printed, or which cannot stand at a foot, stays in its list.
    """
    wanted = places_of(book)
    if not wanted:
        return wanted
    marked: set[str] = set()
    footed: set[str] = set()
    for number, chapter in enumerate(book.chapters):
        parameters = parameters_of(book, number, wanted)
        marked.update(_END.findall(transformed(STYLESHEET, "body", chapter, parameters)))
        found = _FOOT.findall(transformed(STYLESHEET, "foot", chapter, parameters))
        footed.update(f"{number}:{entry}" for entry in found)
    return wanted.only(marked & footed)


def parameters_of(
    book: Book, number: int, placed: Placed, images: tuple[Image, ...] = ()
) -> Mapping[str, str]:
    """What the stylesheets of a book are told of the chapter of that number."""
    chapter = book.chapters[number]
    return {
        "sigla": lines(declared_sigla(book.witnesses)),
        **chapter.phrasing,
        "chapter": str(number),
        "title": chapter.title,
        "images": lines({image.url: image.name for image in images}),
        "role": "introduction" if book.is_introduction(chapter) else "text",
        "places": "\n".join(placed.places.get(number, ())),
        "placed": " ".join(placed.entries.get(number, ())),
    }


def transformed(stylesheet: str, mode: str, chapter: Chapter, parameters: Mapping[str, str]) -> str:
    """The chapter by a mode of a stylesheet; raises Refused."""
    try:
        return saxon.transform(stylesheet, mode, chapter.text, parameters).output
    except saxon.StylesheetError as error:
        raise Refused(chapter, error) from error
