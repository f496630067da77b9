"""How much the witnesses differ in each block: a figure between 0 and 1 for a heat map.

The dissent of an entry is the share of its known witnesses that do not have the commonest reading:
0 where all agree. The variance of a block is that of its words: each word of a lemma counts with
the dissent of its entry, each word outside an entry with 0, an addition as one word. So it says how
likely a word of the block is to be another in a witness that is opened at random.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from recensio.model.document import Document
from recensio.model.witness import Siglum
from recensio.publish.insight.attestation import Attestation, Place
from recensio.publish.insight.blocks import block_of, blocks_of, spots
from recensio.publish.prepare import Edition
from recensio.tei.names import XML_ID
from recensio.tei.text import text_of


@dataclass(frozen=True, slots=True)
class Variance:
    """A block of a document: its words, its entries, the witnesses that differ, its variance.

    `dissent` is the mean of the entries at which two witnesses or more are known.
    """

    document: str
    block: str
    element: str
    number: str | None
    words: int
    entries: int = 0
    witnesses: int = 0
    dissent: float = 0.0
    variance: float = 0.0


def variances(edition: Edition, attestations: Iterable[Attestation]) -> list[Variance]:
    """Every block of the documents in which an entry stands, in the order of the edition."""
    standing = _standing(edition, attestations)
    concerned = {document for document, _ in standing}
    return [
        _variance(document, block, standing.get((document.id, block.get(XML_ID, "")), ()))
        for document in (each.document for each in edition.readable)
        if document.id in concerned
        for block in blocks_of(document)
    ]


def dissent(place: Place) -> float | None:
    """The share of known witnesses without the commonest reading; none if fewer than two."""
    if place.known < 2:
        return None
    return len(list(departing(place))) / place.known


def departing(place: Place) -> Iterator[int]:
    """The columns of the witnesses that are known and do not have the commonest reading.

    Of two that are equally common the one that comes first counts, the lemma before others.
    """
    counts = [sum(has >> state & 1 for has in place.has) for state in range(len(place.states))]
    common = counts.index(max(counts)) if counts else 0
    return (column for column, has in enumerate(place.has) if has and not has >> common & 1)


Standing = dict[tuple[str, str], list[tuple[Place, Sequence[Siglum]]]]


def _standing(edition: Edition, attestations: Iterable[Attestation]) -> Standing:
    """The places in each block, by the ids of its document and itself."""
    where = spots(edition)
    found: Standing = defaultdict(list)
    for each in attestations:
        for place in each.places:
            spot = where.get((each.document.id, place.entry.id))
            block = block_of(spot[1]) if spot else None
            if spot and block is not None:
                found[spot[0].id, block.get(XML_ID, "")].append((place, each.sigla))
    return found


def _variance(
    document: Document, block: etree._Element, standing: Sequence[tuple[Place, Sequence[Siglum]]]
) -> Variance:
    words = len(text_of(block).split())
    weighed = [(dissent(place), _words(place)) for place, _ in standing]
    known = [(share, weight) for share, weight in weighed if share is not None]
    differing = sum(share * weight for share, weight in known)
    return Variance(
        document=document.id,
        block=block.get(XML_ID, ""),
        element=etree.QName(block).localname,
        number=block.get("n"),
        words=words,
        entries=len(standing),
        witnesses=len({sigla[column] for place, sigla in standing for column in departing(place)}),
        dissent=sum(share for share, _ in known) / len(known) if known else 0.0,
        variance=min(1.0, differing / max(words, 1)),
    )


def _words(place: Place) -> int:
    lemma = place.entry.lemma
    return max(1, len(lemma.text.split())) if lemma else 1
