"""pdf/: the texts of the edition as a printed book; transcripts are read on the site."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from recensio.model.document import Artifact, Corpus, DocumentKind
from recensio.model.problem import Outcome
from recensio.publish.phrasing import abbreviations, parameters
from recensio.publish.placements import placements
from recensio.publish.prepare import Edition, Prepared
from recensio.publish.print import Book, Chapter, typeset


def pdf(edition: Edition, timestamp: int) -> Outcome[tuple[Artifact, ...]]:
    """The book, dated with `timestamp` (Unix seconds); no artifact if it cannot be set."""
    outcome = typeset(_book(edition, timestamp))
    return Outcome((outcome.value,) if outcome.value else (), outcome.problems)


def _book(edition: Edition, timestamp: int) -> Book:
    texts = [each for each in edition.readable if each.document.kind is DocumentKind.TEXT]
    return Book(
        metadata=edition.corpus.metadata,
        chapters=tuple(_chapter(each, edition.corpus) for each in texts),
        date=datetime.fromtimestamp(timestamp, UTC).date(),
        witnesses=edition.corpus.witnesses,
        registers=edition.corpus.registers,
        mentions=tuple(mention for each in texts for mention in each.mentions),
        printing=edition.corpus.printing,
        root=Path(edition.corpus.root),
        abbreviations=abbreviations(edition.corpus),
    )


def _chapter(each: Prepared, corpus: Corpus) -> Chapter:
    return Chapter(
        id=each.document.id,
        title=each.document.title,
        text=each.text,
        path=each.document.path,
        phrasing=parameters(each, corpus, in_print=True),
        placements=tuple(placements(each)),
    )
