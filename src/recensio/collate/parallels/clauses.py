"""Clauses: the words that passages share, clause by clause, so that rows end where a reader pauses.

A phrase that goes on over a full stop, or over a comma after some words, is more than one clause.
Clauses of different pairs of passages that meet in a word are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from recensio.collate.parallels.likeness import Pair
from recensio.collate.parallels.matching import Match
from recensio.collate.parallels.words import PassageWord

Passages = Sequence[Sequence[PassageWord]]
ClausesOf = Mapping[tuple[int, int], set[int]]
"""For each word, as passage and place, the numbers of the clauses that it shares with others."""

FEW: Final = 2
"""So many content words are no clause by themselves."""

SHORT: Final = 4
"""A clause with fewer words is not ended by a comma."""


class Step(NamedTuple):
    """From the word `last` of a clause that begins with `start` to another word of a passage."""

    passage: int
    start: int
    last: int
    word: int


def clauses(matches: Sequence[Match], passages: Passages) -> ClausesOf:
    """The clauses of all words that have a column."""
    clauses_of: dict[tuple[int, int], set[int]] = defaultdict(set)
    for number, match, pair in _numbered(matches, passages):
        clauses_of[match.one, pair.one].add(number)
        clauses_of[match.other, pair.other].add(number)
    first: dict[int, int] = {}
    for numbers in clauses_of.values():
        roots = {_root(first, number) for number in numbers}
        first.update(dict.fromkeys(roots, min(roots)))
    return {place: {_root(first, n) for n in numbers} for place, numbers in clauses_of.items()}


def _root(first: dict[int, int], number: int) -> int:
    while first.get(number, number) != number:
        number = first[number]
    return number


def _numbered(matches: Sequence[Match], passages: Passages) -> Iterator[tuple[int, Match, Pair]]:
    """The pairs of words that stand in one row, each with the number of its clause."""
    chains: dict[tuple[int, int, int], list[tuple[Pair, Match]]] = defaultdict(list)
    for match in matches:
        chain = chains[match.one, match.other, match.chain]
        chain += ((pair, match) for pair in match.kept)
    number = 0
    for chain in chains.values():
        chain.sort(key=lambda each: each[0])
        start = last = chain[0][0] if chain else None
        for pair, match in chain:
            if start is None or last is None or _apart(passages, match, (start, last, pair)):
                number, start = number + 1, pair
            last = pair
            yield number, match, pair
        number += 1


def _apart(passages: Passages, match: Match, pairs: tuple[Pair, Pair, Pair]) -> bool:
    start, last, pair = pairs
    return parted(passages, Step(match.one, start.one, last.one, pair.one)) or parted(
        passages, Step(match.other, start.other, last.other, pair.other)
    )


def parted(passages: Passages, step: Step) -> bool:
    """Whether a clause ends in between."""
    words = passages[step.passage]
    between = words[step.last : step.word]
    if any(word.ends_sentence for word in between):
        return True
    ended = step.last + 1 - step.start >= SHORT and any(word.ends_clause for word in between)
    return ended and _opens_clause(words, step.word)


def _opens_clause(words: Sequence[PassageWord], at: int) -> bool:
    """Whether more than a member of a list stands up to the next sign of punctuation."""
    places = range(at, len(words))
    end = next((place for place in places if words[place].ends_clause), len(words) - 1)
    return said(words[at : end + 1]) > FEW


def said(words: Sequence[PassageWord]) -> int:
    """How many words of content there are."""
    return sum(word.content for word in words)
