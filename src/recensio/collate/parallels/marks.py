"""What is marked in a synopsis: shared words, links, letters of links that cross, and cruces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_lowercase
from typing import Final

from recensio.collate.parallels.columns import Place
from recensio.collate.parallels.judgement import PHRASE, even
from recensio.collate.parallels.likeness import Pair
from recensio.collate.parallels.matching import Match, pairs_of
from recensio.collate.parallels.rows import Bounds
from recensio.model.synopsis import Link, Span

LETTERS: Final = ascii_lowercase


def letters(matches: Sequence[Match], rows: Sequence[Bounds]) -> dict[int, str]:
    """A letter for each match with words out of order, in the order in which rows show them.

    Matches that cross with a word in common have one letter.
    """
    row_of = rows_by_word(rows)
    groups: list[tuple[set[int], set[Place]]] = []
    for number, match in enumerate(matches):
        places = {place for ends in _apart(match, row_of) for place in ends}
        if places:
            met = [group for group in groups if group[1] & places]
            groups = [group for group in groups if group not in met]
            numbers = {number}.union(*(group[0] for group in met))
            groups.append((numbers, places.union(*(group[1] for group in met))))
    groups.sort(key=lambda group: min((row_of[place], place) for place in group[1]))
    return {number: _letter(at) for at, group in enumerate(groups) for number in group[0]}


def rows_by_word(rows: Sequence[Bounds]) -> dict[Place, int]:
    """The row of every word."""
    return {
        Place(passage, word): number
        for number, row in enumerate(rows)
        for passage, (start, end) in row.items()
        for word in range(start, end)
    }


def crossings(
    matches: Sequence[Match], letters: Mapping[int, str], rows: Sequence[Bounds]
) -> dict[Place, str]:
    """The letters of each word that answers words in another row."""
    row_of = rows_by_word(rows)
    found: dict[Place, set[str]] = defaultdict(set)
    for number, match in enumerate(matches):
        for ends in _apart(match, row_of):
            for place in ends:
                found[place].add(letters[number])
    return {place: " ".join(sorted(known, key=_rank)) for place, known in found.items()}


def shared(matches: Sequence[Match]) -> set[Place]:
    """Every word that another passage has too."""
    return {place for match, pair in pairs_of(matches) for place in _ends(match, pair)}


def links(matches: Sequence[Match], letters: Mapping[int, str]) -> Iterator[Link]:
    """Each match as the stretches that it joins, first those in one row, then those that cross."""
    for number, match in enumerate(matches):
        strength = round(even(match.strength, PHRASE), 3)
        if match.kept:
            yield Link(*_spans(match, match.kept), strength)
        if match.crossing:
            yield Link(*_spans(match, match.crossing), strength, letters.get(number, ""))


def _spans(match: Match, pairs: Sequence[Pair]) -> tuple[Span, Span]:
    ones, others = [pair.one for pair in pairs], [pair.other for pair in pairs]
    return (
        Span(match.one, min(ones), max(ones) + 1),
        Span(match.other, min(others), max(others) + 1),
    )


def _apart(match: Match, row_of: Mapping[Place, int]) -> Iterator[tuple[Place, Place]]:
    """The words of a match that stand in different rows."""
    for pair in (*match.crossing, *match.kept):
        one, other = _ends(match, pair)
        if row_of[one] != row_of[other]:
            yield one, other


def _ends(match: Match, pair: Pair) -> tuple[Place, Place]:
    return Place(match.one, pair.one), Place(match.other, pair.other)


def _letter(at: int) -> str:
    """The letters from a to z, then aa, ab and so on."""
    more, last = divmod(at, len(LETTERS))
    return (_letter(more - 1) if more else "") + LETTERS[last]


def _rank(letter: str) -> tuple[int, str]:
    return len(letter), letter
