"""A page of the site before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from recensio import saxon
from recensio.model.document import Document
from recensio.model.problem import Location, Problem, problem
from recensio.publish.prepare import Edition
from recensio.publish.sigla import declared_sigla, lines


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation: an address relative to site/ and its words."""

    page: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site; `main` is HTML made by XSLT, the only place where text becomes HTML.

    `room` is the room of the navigation that it belongs to. `document` is the one that it shows, if
    it shows one, `witness` the siglum whose text it shows. `scripts` are names of files in scripts/
    that improve it beside those that every page has.
    """

    path: str
    title: str
    main: str
    room: str
    previous: Link | None = None
    following: Link | None = None
    document: Document | None = None
    witness: str = ""
    tei: str | None = None
    scripts: tuple[str, ...] = ()


def edition_page(
    path: str, title: str, mode: str, source: str, edition: Edition, room: str
) -> Page | Problem:
    """A page about the edition as a whole: `source` drawn by a mode of xslt/html/edition.xsl."""
    parameters = {
        "sigla": lines(declared_sigla(edition.corpus.witnesses)),
        "interface": edition.corpus.interface.lines,
    }
    try:
        main = saxon.transform("html/edition.xsl", mode, source, parameters).output
    except saxon.StylesheetError as error:
        return problem("PUB005", Location(path), output="HTML", reason=error)
    return Page(path, title, main, room)
