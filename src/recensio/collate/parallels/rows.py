"""Columns of words become rows of phrases, as a reader goes through passages side by side.

A row goes on as long as a phrase does, and ends with a clause. What stands between the rows of a
passage goes with the row that it is part of, if it is a word or two; else it stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from recensio.collate.parallels.likeness import Pair
from recensio.collate.parallels.matching import Match, Matching
from recensio.collate.parallels.phrases import REACH
from recensio.collate.parallels.words import PassageWord

Passages = Sequence[Sequence[PassageWord]]
Column = dict[int, int]
PhrasesOf = Mapping[tuple[int, int], set[int]]
"""For each word the numbers of the clauses that it shares with other passages."""

Bounds = dict[int, tuple[int, int]]
"""For each passage of a row its first word and the one after its last."""

FEW: Final = 2
"""So many content words of one witness alone still go with the phrase beside them."""

SHORT: Final = 4
"""A row with fewer words is not ended by a comma."""


def rows_of(passages: Passages, matching: Matching) -> list[Bounds]:
    """The rows of a synopsis: every word in one of them, each passage in its own order."""
    phrases = _by_word(matching.matches, passages)
    linked = _linked(passages, matching.columns.columns(), phrases)
    rows = list(_grown(passages, linked, phrases))
    alone: dict[int, list[Bounds]] = defaultdict(list)
    for passage, words in enumerate(passages):
        places = [at for at, row in enumerate(rows) if passage in row]
        for before, after in pairwise([None, *places, None]):
            rest = _settled(passage, words, rows, before, after)
            if rest:
                alone[_slot(before, after, len(rows))].append({passage: rest})
    ordered: list[Bounds] = []
    for at in range(len(rows) + 2):
        ordered += alone[at]
        ordered += rows[at : at + 1]
    return ordered


def _slot(before: int | None, after: int | None, count: int) -> int:
    """Before which row a stretch of one passage alone stands; a whole passage comes last."""
    if before is not None:
        return before + 1
    return count + 1 if after is None else after


def _linked(passages: Passages, columns: Sequence[Column], phrases: PhrasesOf) -> Iterator[Column]:
    """The columns in an order that keeps that of every passage.

    Where several may come next, one that goes on with a phrase comes first, else the one that
    stands less far along in its passages.
    """
    follows: dict[int, set[int]] = defaultdict(set)
    for passage in range(len(passages)):
        here = sorted((c[passage], at) for at, c in enumerate(columns) if passage in c)
        for (_, first), (_, second) in pairwise(here):
            follows[first].add(second)
    waits = Counter(at for after in follows.values() for at in after)
    ready = [at for at in range(len(columns)) if not waits[at]]
    last: set[int] = set()
    while ready:
        at = min(ready, key=lambda at: _turn(columns[at], last, phrases, passages))
        ready.remove(at)
        yield columns[at]
        last = _phrases(columns[at], phrases)
        waits.subtract(follows[at])
        ready += sorted(after for after in follows[at] if not waits[after])


def _turn(
    column: Column, last: set[int], phrases: PhrasesOf, passages: Passages
) -> tuple[bool, float, list[tuple[int, int]]]:
    along = sum(word / len(passages[passage]) for passage, word in column.items()) / len(column)
    return not last & _phrases(column, phrases), along, sorted(column.items())


def _grown(passages: Passages, columns: Iterable[Column], phrases: PhrasesOf) -> Iterator[Bounds]:
    """The rows as far as words are linked: each as long as a phrase goes on."""
    row: Bounds = {}
    going: set[int] = set()
    for column in columns:
        here = _phrases(column, phrases)
        if row and not (
            (here & going or _adjoins(row, column)) and _goes_on(row, column, passages)
        ):
            yield row
            row, going = {}, set()
        going |= here
        for passage, word in column.items():
            row[passage] = (row.get(passage, (word, word))[0], word + 1)
    if row:
        yield row


def _by_word(matches: Sequence[Match], passages: Passages) -> PhrasesOf:
    """For each word the clauses that go through it; clauses that meet in a word are one."""
    clause_of: dict[tuple[int, int], set[int]] = defaultdict(set)
    for number, (one, other, pair) in _in_clauses(matches, passages):
        clause_of[one, pair.one].add(number)
        clause_of[other, pair.other].add(number)
    first: dict[int, int] = {}
    for numbers in clause_of.values():
        roots = {_root(first, number) for number in numbers}
        first.update(dict.fromkeys(roots, min(roots)))
    return {place: {_root(first, n) for n in numbers} for place, numbers in clause_of.items()}


def _root(first: dict[int, int], number: int) -> int:
    while first.get(number, number) != number:
        number = first[number]
    return number


def _in_clauses(
    matches: Sequence[Match], passages: Passages
) -> Iterator[tuple[int, tuple[int, int, Pair]]]:
    """The pairs of words that stand in one row, each with the number of its clause."""
    chains: dict[tuple[int, int, int], list[Pair]] = defaultdict(list)
    for match in matches:
        chains[match.one, match.other, match.chain] += match.kept
    number = 0
    for (one, other, _), chain in chains.items():
        start = last = None
        for pair in sorted(chain):
            here = start and last and (one, start.one, last.one, pair.one)
            there = start and last and (other, start.other, last.other, pair.other)
            if not here or not there or _parted(passages, here) or _parted(passages, there):
                number, start = number + 1, pair
            last = pair
            yield number, (one, other, pair)


def _parted(passages: Passages, places: tuple[int, int, int, int]) -> bool:
    """Whether a clause that began with one word ends between two others of a passage."""
    passage, start, last, word = places
    words = passages[passage]
    between = words[last:word]
    if any(each.ends_sentence for each in between):
        return True
    ended = last + 1 - start >= SHORT and any(each.ends_clause for each in between)
    return ended and _opens_clause(words, word)


def _phrases(column: Column, phrases: PhrasesOf) -> set[int]:
    """The phrases that go through a column."""
    return {phrase for place in column.items() for phrase in phrases.get(place, ())}


def _adjoins(row: Bounds, column: Column) -> bool:
    """Whether a column follows a row, but for a word, in every passage, and these are the same."""
    return row.keys() == column.keys() and all(column[at] - row[at][1] <= 1 for at in row)


def _goes_on(row: Bounds, column: Column, passages: Passages) -> bool:
    """Whether a column still belongs to the row before it."""
    for passage in row.keys() & column.keys():
        start, end = row[passage]
        word = column[passage]
        if word - end > REACH or _parted(passages, (passage, start, end - 1, word)):
            return False
    return True


def _opens_clause(words: Sequence[PassageWord], at: int) -> bool:
    """Whether more than a member of a list stands up to the next sign of punctuation."""
    end = next(
        (place for place in range(at, len(words)) if words[place].ends_clause), len(words) - 1
    )
    return _content(words[at : end + 1]) > FEW


def _settled(
    passage: int,
    words: Sequence[PassageWord],
    rows: list[Bounds],
    before: int | None,
    after: int | None,
) -> tuple[int, int] | None:
    """Give what stands between two rows of a passage to them; what is left stands alone."""
    low = rows[before][passage][1] if before is not None else 0
    high = rows[after][passage][0] if after is not None else len(words)
    end = high if after is None else _lead(words, low, high)
    start = low if before is None or words[low - 1].ends_clause else _rest(words, low, end)
    if not _content(words[start:end]):
        if before is not None and (after is None or not words[start - 1].ends_sentence):
            start = end
        elif after is not None:
            end = start
    if before is not None:
        rows[before][passage] = (rows[before][passage][0], start)
    if after is not None:
        rows[after][passage] = (end, rows[after][passage][1])
    return (start, end) if start < end else None


def _lead(words: Sequence[PassageWord], low: int, high: int) -> int:
    """Where what leads to the next row begins: its clause if that is short, else its grammar."""
    clause = next((at for at in range(high, low, -1) if words[at - 1].ends_clause), low)
    if _content(words[clause:high]) <= FEW:
        return clause
    starts = (at for at in range(clause + 1, high) if words[at - 1].content > words[at].content)
    return next((at for at in starts if _content(words[at:high]) < FEW), high)


def _rest(words: Sequence[PassageWord], low: int, high: int) -> int:
    """Where the rest of the clause of the row before ends, if it is short."""
    clause = next((at + 1 for at in range(low, high) if words[at].ends_clause), high)
    return clause if _content(words[low:clause]) <= FEW else low


def _content(words: Sequence[PassageWord]) -> int:
    return sum(word.content for word in words)
