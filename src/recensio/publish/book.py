"""pdf/: the texts of the edition as a printed book; transcripts are read on the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from recensio.model.document import Artifact, DocumentKind
from recensio.model.problem import Outcome
from recensio.publish.prepare import Edition, Prepared, published_name
from recensio.publish.print import Attachment, Book, Chapter, Placement, typeset
from recensio.publish.sigla import sigla_of
from recensio.tei.io import serialise

FONTS: Final = "fonts"
"""The folder of an edition whose faces are used beside those that are installed."""


def pdf(edition: Edition, timestamp: int) -> Outcome[tuple[Artifact, ...]]:
    """The book, dated with `timestamp` (Unix seconds): alone, and with the TEI files inside.

    No artifact if it cannot be set.
    """
    return typeset(_book(edition, timestamp))


def _book(edition: Edition, timestamp: int) -> Book:
    texts = [each for each in edition.readable if each.document.kind is DocumentKind.TEXT]
    folder = Path(edition.corpus.root) / FONTS
    return Book(
        metadata=edition.corpus.metadata,
        chapters=tuple(
            Chapter(
                id=each.document.id,
                title=each.document.title,
                text=each.text,
                path=each.document.path,
                tree=each.document.tree,
                sigla=sigla_of(each.document, edition.corpus.witnesses_of(each.document)),
                placements=tuple(_placements(each)),
            )
            for each in texts
        ),
        date=datetime.fromtimestamp(timestamp, UTC).date(),
        witnesses=edition.corpus.witnesses,
        registers=edition.corpus.registers,
        mentions=tuple(mention for each in texts for mention in each.mentions),
        fonts=(folder,) if folder.is_dir() else (),
        attachments=tuple(_attachments(edition)),
        printing=edition.corpus.printing,
        root=Path(edition.corpus.root),
    )


def _attachments(edition: Edition) -> Iterator[Attachment]:
    """The documents as published in tei/."""
    for each in edition.prepared:
        document = each.document
        yield Attachment(published_name(document), document.title, serialise(document.tree))


def _placements(prepared: Prepared) -> Iterator[Placement]:
    """Where the entries of a document belong that stand apart from the text."""
    for entry in prepared.entries:
        place = entry.place
        if place is not None and place.begins and place.ends:
            yield Placement(entry.id, place.document, place.begins, place.ends, entry.layer or "")
