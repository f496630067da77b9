"""Every two passages of a set compared, and the words of those that say the same put in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

from recensio.collate.parallels.columns import Columns, Place
from recensio.collate.parallels.frames import framed
from recensio.collate.parallels.judgement import confidence, latin
from recensio.collate.parallels.likeness import DERIVED, Pair
from recensio.collate.parallels.phrases import Phrase, heaviest, parted, phrases
from recensio.collate.parallels.words import PassageWord
from recensio.model.synopsis import ALIGNED, Comparison

Words = Sequence[PassageWord]

LONE: Final = 0.45
"""What a word must tell to be linked without a phrase around it, or to answer out of order."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words of two passages that hang together: pairs with a column each, and those that cross.

    Parts of one phrase have the same number as their `chain`.
    """

    one: int
    other: int
    strength: float
    chain: int
    kept: tuple[Pair, ...]
    crossing: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """The comparisons of all pairs of passages, and the matches of those that say the same."""

    comparisons: tuple[Comparison, ...]
    matches: tuple[Match, ...]
    columns: Columns


def matching(passages: Sequence[Words]) -> Matching:
    """Compare every two passages; the stronger a phrase, the sooner its words get their columns."""
    comparisons: list[Comparison] = []
    found: list[_Part] = []
    for one, other in combinations(range(len(passages)), 2):
        pair = passages[one], passages[other]
        shared = phrases(*pair)
        sure = confidence(shared, *pair)
        comparisons.append(Comparison(one, other, sure))
        if sure >= ALIGNED:
            names = latin(pair[0]) != latin(pair[1])
            telling = [phrase for phrase in shared if names or _tells(phrase)]
            found += _parts(one, other, telling, *pair)
    columns = Columns(len(passages))
    matches = [
        _match(part, framed(part.phrase, passages[part.one], passages[part.other]), columns)
        for part in sorted(found, key=_turn)
    ]
    return Matching(tuple(comparisons), tuple(matches), columns)


class _Part(NamedTuple):
    """A part of a phrase of two passages, `aside` if it stands out of the order of the others."""

    aside: bool
    one: int
    other: int
    chain: int
    phrase: Phrase


def _parts(
    one: int, other: int, telling: Sequence[Phrase], ones: Words, others: Words
) -> Iterator[_Part]:
    """The parts of phrases, those first that keep the order of most of what the passages share."""
    parts = [(n, part) for n, phrase in enumerate(telling) for part in parted(phrase, ones, others)]
    main = heaviest([part for _, part in parts])
    for at, (number, part) in enumerate(parts):
        yield _Part(at not in main, one, other, number, part)


def _turn(part: _Part) -> tuple[bool, float, int, int, tuple[Pair, ...]]:
    """When the words of a part get their columns."""
    return part.aside, -part.phrase.strength, part.one, part.other, part.phrase.pairs


def _tells(phrase: Phrase) -> bool:
    """Whether a phrase is more than a chance; a word alone must be the same or of one root."""
    first = phrase.pairs[0]
    return len(phrase.pairs) > 1 or (first.weight >= LONE and first.likeness >= DERIVED)


def _match(part: _Part, phrase: Phrase, columns: Columns) -> Match:
    one, other = part.one, part.other
    # Words of content first, so that no word of grammar stands in their way.
    order = sorted(phrase.pairs, key=lambda pair: (not pair.weight, pair))
    kept = {p for p in order if columns.join(Place(one, p.one), Place(other, p.other))}
    crossing = [pair for pair in phrase.pairs if pair not in kept]
    if sum(pair.weight for pair in crossing) < LONE:
        crossing = []
    kept_in_order = tuple(sorted(kept))
    return Match(one, other, phrase.strength, part.chain, kept_in_order, tuple(crossing))


def pairs_of(matches: Sequence[Match]) -> Iterator[tuple[Match, Pair]]:
    """Every pair of words that answer each other, in one row or not."""
    for match in matches:
        yield from ((match, pair) for pair in (*match.kept, *match.crossing))
