"""The texts of a book in TeX (xslt/tex), and what of them the rest of the file has to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from recensio.model.problem import Outcome
from recensio.publish.print.book import Book
from recensio.publish.print.chapters import (
    Refused,
    parameters_of,
    transformed,
    without_refused,
)
from recensio.publish.print.images import Image, images_of
from recensio.publish.print.placed import Placed, places_of

STYLESHEET: Final = "tex/document.xsl"
SHOWN: Final = (".png", ".jpg")
"""The kinds of image that LuaTeX shows."""

_XREF: Final = re.compile(r"\\xxref\{([^{}]+)-begin\}")
_LANGUAGE: Final = re.compile(r"\\tei(?:foreign|in)\{([a-z]+)\}")
_LABEL: Final = re.compile(r"\\tei(mention|within|named)\{([^{}]+)\}")

__all__ = ["Refused", "Texts", "texts_of"]


@dataclass(frozen=True, slots=True)
class Texts:
    """The chapters of a book in TeX, and the images that they show."""

    bodies: tuple[str, ...]
    images: tuple[Image, ...] = ()

    @property
    def languages(self) -> frozenset[str]:
        """The languages of phrases and paragraphs, by the letters that name them in the file."""
        return frozenset(code for body in self.bodies for code in _LANGUAGE.findall(body))

    @property
    def labels(self) -> Mapping[str, str]:
        """The labels of names, each with its kind: mention, within (a note), named (no line)."""
        return {label: kind for body in self.bodies for kind, label in _LABEL.findall(body)}


def texts_of(book: Book) -> Outcome[Texts]:
    """The chapters in TeX; one that the stylesheet refuses is left out, and reported (PUB005)."""
    return without_refused(book, _texts, "TeX")


def _texts(book: Book) -> Texts:
    """All chapters; raises Refused."""
    images = [tuple(_shown(book, number)) for number in range(len(book.chapters))]
    placed = places_of(book)
    bodies = tuple(_bodies(book, placed, images))
    printed = {name for body in bodies for name in _XREF.findall(body)}
    if placed and not _names(placed) <= printed:
        # An entry whose place is not printed stays in its list.
        bodies = tuple(_bodies(book, placed.only(printed), images))
    return Texts(bodies, tuple(image for each in images for image in each))


def _bodies(book: Book, placed: Placed, images: list[tuple[Image, ...]]) -> Iterator[str]:
    apart = dict(_apart(book, placed))
    for number, chapter in enumerate(book.chapters):
        wanted = (line.split("\t")[2] for line in placed.places.get(number, ()))
        entries = {name: apart[name] for name in wanted if name in apart}
        parameters = {
            **parameters_of(book, number, placed, images[number]),
            "apart": "\n".join(f"{name}\t{entry}" for name, entry in entries.items()),
        }
        yield transformed(STYLESHEET, "body", chapter, parameters)


def _apart(book: Book, placed: Placed) -> Iterator[tuple[str, str]]:
    """The entries that stand apart in TeX, each with its name; raises Refused."""
    for number in placed.entries:
        parameters = parameters_of(book, number, placed)
        lines = transformed(STYLESHEET, "foot", book.chapters[number], parameters)
        for line in lines.splitlines():
            name, _tab, entry = line.partition("\t")
            yield name, entry


def _names(placed: Placed) -> set[str]:
    return {f"{number}:{entry}" for number, own in placed.entries.items() for entry in own}


def _shown(book: Book, number: int) -> Iterator[Image]:
    """The images of a chapter that LuaTeX shows; what is wrong with others the PDF tells."""
    for image in images_of(book.chapters[number], number, book)[0]:
        if image.name.endswith(SHOWN):
            yield image
