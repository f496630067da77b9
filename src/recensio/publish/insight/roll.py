"""The witnesses that are counted in each document of an edition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from typing import Final

from recensio.model.document import Document, DocumentKind
from recensio.model.witness import Siglum, Witness
from recensio.publish.insight.readings import named_in
from recensio.publish.prepare import Edition, Prepared

OFTEN: Final = 0.2
"""The share of the entries in which a siglum that is not declared counts as a witness."""


class Roll:
    """Which single witnesses the documents of an edition have: the declared, then others.

    Declared for a document are those of its own lists, else of the edition's lists of witnesses,
    else those declared elsewhere that its entries name. A siglum that is not declared may be a
    witness, or an editor, or a word: it counts if it stands in OFTEN of the entries of all
    documents with the same lists. If no declared one is named, all that are named count.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.prepared = {each.document.id: each for each in edition.readable}
        lists = edition.corpus.of_kind(DocumentKind.WITNESSES)
        self._listed = [witness for document in lists for witness in document.witnesses]
        self._often = _often(edition)

    def of(self, each: Prepared) -> tuple[Siglum, ...]:
        """The witnesses of a document, in the order of their lists, others as they are named."""
        named = dict.fromkeys(siglum for entry in each.entries for siglum in named_in(entry))
        listed = list(each.document.witnesses) or self._listed
        single = _single(listed or self.edition.corpus.witnesses)
        declared = dict.fromkeys(siglum for siglum in single if listed or siglum in named)
        frequent: Set[Siglum] = self._often.get(lists_of(each.document), frozenset())
        often = frequent if named.keys() & declared.keys() else named.keys()
        others = (siglum for siglum in named if siglum not in declared and siglum in often)
        return (*declared, *others)


def lists_of(document: Document) -> frozenset[str]:
    """The ids of the witnesses that a document declares; those alike share their witnesses."""
    return frozenset(witness.id for witness in document.witnesses)


def _often(edition: Edition) -> dict[frozenset[str], frozenset[Siglum]]:
    """For documents with the same lists the sigla that stand in OFTEN of their entries."""
    counts: dict[frozenset[str], Counter[Siglum]] = defaultdict(Counter)
    entries: Counter[frozenset[str]] = Counter()
    for each in edition.readable:
        lists = lists_of(each.document)
        entries[lists] += len(each.entries)
        for entry in each.entries:
            counts[lists].update(set(named_in(entry)))
    return {
        lists: frozenset(s for s, times in count.items() if times >= OFTEN * entries[lists])
        for lists, count in counts.items()
    }


def _single(witnesses: Iterable[Witness]) -> Iterator[Siglum]:
    return (witness.siglum for witness in witnesses if not witness.members)
