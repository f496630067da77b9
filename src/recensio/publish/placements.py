"""Where the entries of a document belong in the book that stand apart from the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from recensio.model.apparatus import Entry, Place
from recensio.publish.prepare import Prepared
from recensio.publish.print import Placement

BELIEVED: Final = 0.5
"""The share of lemmata that must be found in a document before it is thought to be meant."""


def placements(prepared: Prepared) -> Iterator[Placement]:
    """The places of a document's entries, wherever they are.

    A reference such as @loc="7" may fit several documents: those in whose places most of the
    lemmata are not found are not meant, and the entries stay in their list.
    """
    by_document: dict[str, list[tuple[Entry, Place]]] = defaultdict(list)
    for entry in prepared.entries:
        if entry.place is not None and entry.place.begins and entry.place.ends:
            by_document[entry.place.document].append((entry, entry.place))
    for document, placed in by_document.items():
        if document == prepared.document.id or _is_meant(placed):
            for entry, place in placed:
                layer = entry.layer or ""
                yield Placement(entry.id, document, place.begins, place.ends, layer)


def _is_meant(placed: Sequence[tuple[Entry, Place]]) -> bool:
    told = [_words(place.text) for entry, place in placed if _lemma(entry) and place.text]
    sought = [_words(_lemma(entry)) for entry, place in placed if _lemma(entry) and place.text]
    found = sum(not words.isdisjoint(text) for words, text in zip(sought, told, strict=True))
    return not told or found >= BELIEVED * len(told)


def _lemma(entry: Entry) -> str:
    return entry.lemma.text if entry.lemma else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:!?·’'()[]⟨⟩") for word in text.casefold().split())
