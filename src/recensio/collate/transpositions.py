"""Words that some witnesses have in another place than the others do.

A table keeps every witness in its own order, so that a moved phrase stands in it twice: once for
those who have it here, once for those who have it there. Both places are sought together: words
that few witnesses have in a column, and the same words elsewhere where these witnesses lack them.
A find is believed if chance would hardly bring the same words together so near.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final, NamedTuple

from recensio.collate.columns import Column
from recensio.collate.vocabulary import Vocabulary

CHANCE: Final = log(0.002)
"""How likely, at most, a find may be where nothing was moved, among all witnesses together."""

NEAR: Final = 2
NEAR_CHANCE: Final = log(0.008)
"""The same for places between which so few columns vary, as words are mostly exchanged there."""

NEAREST: Final = 6
"""So many places on either side are looked at for each word."""

STEP: Final = 3
"""How many words may stand between two that moved together."""


Pairs = tuple[tuple[int, int], ...]


class Step(NamedTuple):
    """One word of a chain: a token, its column, and the column where others have it."""

    token: int
    column: int
    twin: int


@dataclass(frozen=True, slots=True)
class Transposition:
    """Columns that hold the same words in two places, pair by pair: `(here, there)`.

    Fewer witnesses have the words here. Pairs rise on both sides.
    """

    pairs: Pairs
    movers: frozenset[int]
    """Those that have the words here."""
    others: frozenset[int]
    """Those that have them there."""


class Loose:
    """The readings that not all witnesses have in a column, by word."""

    def __init__(
        self, columns: Sequence[Column], texts: Sequence[Sequence[int]], words: Vocabulary
    ) -> None:
        self.columns, self.texts, self.words = columns, texts, words
        self.places = [[0] * len(text) for text in texts]
        self.varied: list[int] = []
        self.by_word: defaultdict[int, list[int]] = defaultdict(list)
        for index, column in enumerate(columns):
            for witness, token in column.tokens.items():
                self.places[witness][token] = index
            if len(column.words) > 1 or len(column.tokens) < len(texts):
                self.varied.append(index)
                for word in column.words:
                    self.by_word[word].append(index)

    def is_loose(self, witness: int, token: int) -> bool:
        """Whether at most half of the witnesses have this word in its column."""
        column = self.columns[self.places[witness][token]]
        return 2 * column.words[self.texts[witness][token]] <= len(self.texts)

    def lacks(self, witness: int, column: int, word: int) -> bool:
        """Whether a witness does not have the word in a column."""
        token = self.columns[column].tokens.get(witness)
        return token is None or self.texts[witness][token] != word

    def elsewhere(self, witness: int, token: int) -> Iterator[int]:
        """The columns near by in which others have the word of the token and the witness has not.

        Whoever has it there must not have it here.
        """
        here, word = self.places[witness][token], self.texts[witness][token]
        columns = self.by_word[word]
        at = bisect_left(columns, here)
        for index in columns[max(at - NEAREST, 0) : at + NEAREST + 1]:
            if (
                index != here
                and self.lacks(witness, index, word)
                and self._apart(here, index, word)
            ):
                yield index

    def _apart(self, here: int, there: int, word: int) -> bool:
        ours, theirs = self.columns[here].tokens, self.columns[there].tokens
        return not any(
            witness in theirs and self.texts[witness][theirs[witness]] == word
            for witness, token in ours.items()
            if self.texts[witness][token] == word
        )

    def alike(self, witness: int, token: int, column: int) -> bool:
        """Whether others have the word in a column, if spelt otherwise, and the witness not."""
        word = self.texts[witness][token]
        return self.lacks(witness, column, word) and any(
            self.words.score(word, other) > 0 for other in self.columns[column].words
        )

    def widened(self, witness: int, chain: Sequence[Step]) -> Iterator[tuple[int, int]]:
        """The columns of a chain with the words between and beside that moved along."""
        places = self.places[witness]
        yield from reversed([*self._beside(witness, chain[0], -1)])
        for step, after in pairwise([*chain, None]):
            if step is None:
                continue
            yield step.column, step.twin
            if after and after.token - step.token == after.twin - step.twin:
                for n in range(1, after.token - step.token):
                    if self.is_loose(witness, step.token + n):
                        yield places[step.token + n], step.twin + n
        yield from self._beside(witness, chain[-1], 1)

    def _beside(self, witness: int, step: Step, way: int) -> Iterator[tuple[int, int]]:
        token, twin = step.token + way, step.twin + way
        while 0 <= token < len(self.texts[witness]) and 0 <= twin < len(self.columns):
            if not (self.is_loose(witness, token) and self.alike(witness, token, twin)):
                return
            if self.places[witness][token] == twin:
                return
            yield self.places[witness][token], twin
            token, twin = token + way, twin + way

    def movers(self, pairs: Pairs) -> frozenset[int]:
        """The witnesses that have most of these words in the first of two columns."""
        counts = Counter(
            witness
            for here, there in pairs
            for witness, token in self.columns[here].tokens.items()
            if self.alike(witness, token, there)
        )
        return frozenset(witness for witness, count in counts.items() if 2 * count >= len(pairs))

    def distance(self, one: int, other: int) -> int:
        """How many columns vary between two."""
        return abs(bisect_left(self.varied, one) - bisect_left(self.varied, other))


def transpositions(
    columns: Sequence[Column], texts: Sequence[Sequence[int]], words: Vocabulary
) -> tuple[Transposition, ...]:
    """What was moved, in the order of the columns; no column stands here in two of them."""
    loose = Loose(columns, texts, words)
    found: dict[Pairs, float] = {}
    for witness in range(len(texts)):
        for chain, value in _chains(loose, witness):
            pairs = tuple(loose.widened(witness, chain))
            found[pairs] = max(value, found.get(pairs, value))
    return tuple(sorted(_compatible(found, loose), key=lambda each: each.pairs))


def _compatible(found: dict[Pairs, float], loose: Loose) -> Iterator[Transposition]:
    """The most certain ones first; a word that has moved once has not moved again.

    Where as few have the words here as there, both sides were found, and one is enough.
    """
    taken, turned_round = set[int](), set[tuple[int, int]]()
    for pairs in sorted(found, key=lambda pairs: (found[pairs], pairs)):
        if taken.isdisjoint(here for here, _ in pairs) and turned_round.isdisjoint(pairs):
            taken.update(here for here, _ in pairs)
            turned_round.update((there, here) for here, there in pairs)
            turned = tuple((there, here) for here, there in pairs)
            movers = loose.movers(pairs)
            yield Transposition(pairs, movers, loose.movers(turned) - movers)


def _chains(loose: Loose, witness: int) -> Iterator[tuple[list[Step], float]]:
    """The chains of words of one witness that stand elsewhere in others, and their chance."""
    ends: dict[Step, tuple[float, Step | None]] = {}
    recent: list[Step] = []
    for token in range(len(loose.texts[witness])):
        if not loose.is_loose(witness, token):
            continue
        recent = [step for step in recent if token - step.token <= STEP]
        rarity = loose.words.chance[loose.texts[witness][token]]
        for twin in loose.elsewhere(witness, token):
            step = Step(token, loose.places[witness][token], twin)
            before = [s for s in recent if 0 < twin - s.twin <= STEP and s.token < token]
            last = min(before, key=lambda s: (ends[s][0], s), default=None)
            ends[step] = (rarity + (ends[last][0] if last else 0.0), last)
            recent.append(step)
    yield from _best(ends, loose)


def _best(
    ends: dict[Step, tuple[float, Step | None]], loose: Loose
) -> Iterator[tuple[list[Step], float]]:
    used = set[Step]()
    tokens = set[int]()
    for step in sorted(ends, key=lambda step: (ends[step][0], step)):
        if ends[step][0] > NEAR_CHANCE:
            break
        chain: list[Step] = []
        at: Step | None = step
        while at is not None and at not in used and at.token not in tokens:
            chain.append(at)
            at = ends[at][1]
        if not chain or at is not None:
            continue
        distance = loose.distance(step.column, step.twin) or 1
        value = ends[step][0] + log(distance * len(loose.texts))
        if value <= (NEAR_CHANCE if distance <= NEAR else CHANCE):
            used.update(chain)
            tokens.update(s.token for s in chain)
            yield chain[::-1], value
