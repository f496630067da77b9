"""The word forms of the reading text, each with the places where it stands.

Of a word that stands often only the first places in each document are told, and only the first
documents; the rest is counted, so an index stays in proportion to the vocabulary.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from recensio.publish.site.finding.blocks import Block
from recensio.publish.site.finding.sifting import common, fewest, function_words
from recensio.publish.site.finding.spelling import folded, words_in

PLACES: Final = 8
"""Places of a word that are told in one document."""

DOCUMENTS: Final = 12
"""Documents of a word that are told."""

Texts = Sequence[tuple[str, Sequence[Block]]]
"""The blocks of each document by its id."""


@dataclass(slots=True)
class Found:
    """Where a word stands in a document: the first of its blocks, and in how many it does."""

    document: str
    blocks: list[Block] = field(default_factory=list)
    count: int = 0


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its commonest form, how often it occurs, and where; `documents` counts all."""

    key: str
    form: str
    count: int
    documents: int
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the edition, those left out as common, and how rare the rest may be."""

    words: tuple[Word, ...]
    left_out: Set[str]
    fewest: int


def vocabulary(texts: Texts) -> Vocabulary:
    """The words of these texts in the order of their folded forms."""
    read = _Read(texts)
    everywhere = common(read.spread, len(read.keys))
    left_out = (everywhere | function_words()) & read.counts.keys()
    kept = Counter({key: count for key, count in read.counts.items() if key not in left_out})
    least = fewest(kept)
    wanted = {key for key, count in kept.items() if count >= least}
    places = read.places(wanted)
    words = tuple(
        Word(
            key,
            _commonest(read.forms[key]),
            read.counts[key],
            len(places[key]),
            tuple(places[key].values())[:DOCUMENTS],
        )
        for key in sorted(wanted)
    )
    return Vocabulary(words, left_out, least)


class _Read:
    """The texts read once: how often each word occurs, in how many blocks, in which forms.

    `keys` are the words of each block in the order of the text.
    """

    def __init__(self, texts: Texts) -> None:
        self.counts: Counter[str] = Counter()
        self.spread: Counter[str] = Counter()
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        self.keys: list[tuple[str, ...]] = []
        self._blocks = [(document, block) for document, blocks in texts for block in blocks]
        for _, block in self._blocks:
            self._read(block)

    def _read(self, block: Block) -> None:
        keys: dict[str, None] = {}
        for form, count in Counter(words_in(block.text)).items():
            key = folded(form)
            keys[key] = None
            self.counts[key] += count
            self.forms[key][form] += count
        self.keys.append(tuple(keys))
        self.spread.update(self.keys[-1])

    def places(self, wanted: Set[str]) -> Mapping[str, dict[str, Found]]:
        """For each word the documents it stands in; blocks only of those that are told."""
        places: dict[str, dict[str, Found]] = defaultdict(dict)
        for (document, block), keys in zip(self._blocks, self.keys, strict=True):
            for key in filter(wanted.__contains__, keys):
                found = places[key].setdefault(document, Found(document))
                found.count += 1
                if found.count <= PLACES:
                    found.blocks.append(block)
        return places


def _commonest(forms: Counter[str]) -> str:
    """The form that occurs most; of several the first in the order of the alphabet."""
    return min(forms, key=lambda form: (-forms[form], form.swapcase()))
