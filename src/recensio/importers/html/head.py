"""The head of a page: what it says of itself, for the teiHeader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from recensio.importers.html.page import page_of
from recensio.importers.html.reading import language_of
from recensio.importers.html.scan import Form, Piece, characters, pieces, shown, value
from recensio.importers.profile import Profile
from recensio.importers.scribe import CONTROL
from recensio.tei.names import tei

TITLES: Final = ("citation_title", "dc.title", "dcterms.title")
AUTHORS: Final = ("citation_author", "dc.creator", "dcterms.creator", "author")
DATES: Final = (
    "citation_publication_date", "citation_date", "dc.date", "dcterms.date", "dcterms.issued",
    "article:published_time", "date",
)  # fmt: skip
PUBLISHERS: Final = ("citation_publisher", "dc.publisher", "dcterms.publisher", "publisher")
LONGEST: Final = 1000
FARTHEST: Final = 200_000
"""In how many characters from the beginning a head is looked for."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    publisher: str = ""
    language: str = ""


def metadata_of(text: str) -> Metadata:
    """The metadata in the head of the page that a source holds."""
    start = text[:FARTHEST]
    known: dict[str, list[str]] = {}
    title = language = ""
    for piece in pieces(start):
        if piece.name == "body" or (piece.form is Form.END and piece.name == "head"):
            break
        if piece.form is Form.LEFT_OUT and piece.name == "title":
            title = title or _title(start, piece)
        elif piece.form is Form.START and piece.name == "html":
            language = language_of(start, piece)
        elif piece.form is Form.START and piece.name == "meta":
            name = value(start, piece, "name", "property").lower()
            content = _clean(value(start, piece, "content"))
            known.setdefault(name, []).extend([content] if content else [])
    return Metadata(
        next(_known(known, TITLES), "") or title,
        tuple(dict.fromkeys(next(_series(known, AUTHORS), ()))),
        next(_known(known, DATES), ""),
        next(_known(known, PUBLISHERS), ""),
        language or _language_of_body(text),
    )


def _title(text: str, piece: Piece) -> str:
    opening = next(pieces(text[piece.start : piece.end].replace("title", "x-title", 1)))
    start = piece.start + opening.end - len("x-")
    end = text.rindex("</", piece.start, piece.end)
    return _clean("".join(shown(text, part) for part in characters(text, start, end)))


def _language_of_body(text: str) -> str:
    for piece in page_of(text).pieces:
        if piece.form is Form.START and piece.name in ("html", "body"):
            language = language_of(text, piece)
            if language or piece.name == "body":
                return language
    return ""


def _clean(text: str) -> str:
    return " ".join(CONTROL.sub("", text).split())[:LONGEST]


def _series(known: dict[str, list[str]], names: Sequence[str]) -> Iterator[list[str]]:
    return (known[name] for name in names if known.get(name))


def _known(known: dict[str, list[str]], names: Sequence[str]) -> Iterator[str]:
    return (series[0] for series in _series(known, names))


def described(profile: Profile, metadata: Metadata) -> Profile:
    """The profile with the title of the page if it has none, and without a file its language."""
    language = metadata.language if profile.path is None else ""
    return replace(
        profile,
        title=profile.title or metadata.title,
        language=language or profile.language,
    )


def add_metadata(root: etree._Element, metadata: Metadata) -> None:
    """Put authors into the title statement, and authors, publisher and date into the source."""
    statement = root.find(f".//{tei('titleStmt')}")
    bibl = root.find(f".//{tei('sourceDesc')}/{tei('bibl')}")
    if statement is None or bibl is None:
        return
    for author in metadata.authors:
        etree.SubElement(statement, tei("author")).text = author
    known = [("author", author) for author in metadata.authors]
    known += [("publisher", metadata.publisher), ("date", metadata.date)]
    for name, text in reversed([pair for pair in known if pair[1]]):
        child = etree.Element(tei(name))
        child.text, child.tail = text, f", {bibl.text or ''}"
        bibl.text = None
        bibl.insert(0, child)
