"""pdf/: the texts of the edition as a printed book; transcripts are read on the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from recensio.model.document import Artifact, Corpus, DocumentKind
from recensio.model.printing import Lines
from recensio.model.problem import Outcome
from recensio.publish.locating import Located, located
from recensio.publish.phrasing import abbreviations, parameters
from recensio.publish.prepare import Edition, published_name
from recensio.publish.print import Attachment, Book, Chapter, typeset
from recensio.tei.io import serialise

FONTS: Final = "fonts"
"""The folder of an edition whose faces are used beside those that are installed."""


def pdf(edition: Edition, timestamp: int) -> Outcome[tuple[Artifact, ...]]:
    """The book, dated with `timestamp` (Unix seconds): alone, and with the TEI files inside.

    No artifact if it cannot be set.
    """
    book = book_of(edition, timestamp)
    return typeset(replace(book, attachments=tuple(_attachments(edition))))


def book_of(edition: Edition, timestamp: int) -> Book:
    """The texts of the edition as a book, dated with `timestamp`; nothing is attached to it."""
    texts = [each for each in edition.readable if each.document.kind is DocumentKind.TEXT]
    # A speaker has no number of his own where lines are numbered by verses.
    speakers = edition.corpus.printing.lines is not Lines.VERSE
    folder = Path(edition.corpus.root) / FONTS
    return Book(
        metadata=edition.corpus.metadata,
        chapters=tuple(_chapter(each, edition.corpus) for each in located(texts, speakers)),
        date=datetime.fromtimestamp(timestamp, UTC).date(),
        witnesses=edition.corpus.witnesses,
        registers=edition.corpus.registers,
        mentions=tuple(mention for each in texts for mention in each.mentions),
        fonts=(folder,) if folder.is_dir() else (),
        printing=edition.corpus.printing,
        root=Path(edition.corpus.root),
        abbreviations=abbreviations(edition.corpus),
        revision=edition.corpus.revision,
        sources=edition.corpus.digest,
    )


def _attachments(edition: Edition) -> Iterator[Attachment]:
    """The documents as published in tei/."""
    for each in edition.prepared:
        document = each.document
        yield Attachment(published_name(document), document.title, serialise(document.tree))


def _chapter(each: Located, corpus: Corpus) -> Chapter:
    document = each.prepared.document
    return Chapter(
        id=document.id,
        title=document.title,
        text=each.text,
        path=document.path,
        tree=document.tree,
        phrasing=parameters(each.prepared, corpus, in_print=True),
        placements=each.placements,
    )
