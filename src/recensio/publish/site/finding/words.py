"""The word forms of the reading text, each with the places where it stands.

Of a word that stands often only the first places in each document are told, and only the first
documents; the rest is counted, so an index stays in proportion to the vocabulary.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
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
    counts, spread, forms = _counted(texts)
    everywhere = common(spread, sum(len(blocks) for _, blocks in texts))
    left_out = (everywhere | function_words()) & counts.keys()
    kept = Counter({key: count for key, count in counts.items() if key not in left_out})
    least = fewest(kept)
    wanted = {key for key, count in kept.items() if count >= least}
    places = _placed(texts, wanted)
    words = tuple(
        Word(
            key,
            _commonest(forms[key]),
            counts[key],
            len(places[key]),
            tuple(places[key].values())[:DOCUMENTS],
        )
        for key in sorted(wanted)
    )
    return Vocabulary(words, left_out, least)


def _counted(texts: Texts) -> tuple[Counter[str], Counter[str], Mapping[str, Counter[str]]]:
    """How often each word occurs, in how many blocks, and in which forms."""
    counts: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for _, blocks in texts:
        for block in blocks:
            written = Counter(words_in(block.text))
            keys: set[str] = set()
            for form, count in written.items():
                key = folded(form)
                keys.add(key)
                counts[key] += count
                forms[key][form] += count
            spread.update(keys)
    return counts, spread, forms


def _placed(texts: Texts, wanted: Set[str]) -> Mapping[str, dict[str, Found]]:
    """For each word the documents it stands in; blocks only of those that are told."""
    places: dict[str, dict[str, Found]] = defaultdict(dict)
    for document, blocks in texts:
        for block in blocks:
            for key in _keys(block, wanted):
                found = places[key].setdefault(document, Found(document))
                found.count += 1
                if found.count <= PLACES:
                    found.blocks.append(block)
    return places


def _keys(block: Block, wanted: Set[str]) -> Iterator[str]:
    keys = dict.fromkeys(folded(word) for word in words_in(block.text))
    return (key for key in keys if key in wanted)


def _commonest(forms: Counter[str]) -> str:
    """The form that occurs most; of several the first in the order of the alphabet."""
    return min(forms, key=lambda form: (-forms[form], form.swapcase()))
