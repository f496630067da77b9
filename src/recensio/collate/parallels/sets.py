"""The sets of passages of an edition, each with its synopsis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recensio.collate.parallels import synopsis
from recensio.collate.parallels.rarity import rarity_in
from recensio.model.document import Corpus, DocumentKind
from recensio.tei.names import tei


def collated(corpus: Corpus) -> Corpus:
    """The corpus with its parallel passages aligned; what is rare in its transcripts tells most."""
    rarity = rarity_in(_transcribed(corpus))
    return replace(
        corpus,
        parallels=tuple(
            replace(each, synopsis=synopsis(each.passages, rarity)) for each in corpus.parallels
        ),
    )


def _transcribed(corpus: Corpus) -> Iterator[str]:
    for document in corpus.of_kind(DocumentKind.TRANSCRIPT):
        for text in document.tree.getroot().iterchildren(tei("text")):
            yield from map(str, text.itertext())
