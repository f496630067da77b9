"""Columns of words become rows of phrases, as a reader goes through passages side by side.

A row goes on as long as a clause does. What stands between the rows of a
passage goes with the row that it is part of, if it is a word or two; else it stands alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from recensio.collate.parallels.clauses import FEW, ClausesOf, Passages, Step, clauses, parted, said
from recensio.collate.parallels.matching import Matching
from recensio.collate.parallels.phrases import REACH
from recensio.collate.parallels.words import PassageWord

Column = dict[int, int]
Bounds = dict[int, tuple[int, int]]
"""For each passage of a row its first word and the one after its last."""


def rows_of(passages: Passages, matching: Matching) -> list[Bounds]:
    """The rows of a synopsis: every word in one of them, each passage in its own order."""
    clauses_of = clauses(matching.matches, passages)
    linked = _linked(passages, matching.columns.columns(), clauses_of)
    rows = list(_grown(passages, linked, clauses_of))
    for row, following in pairwise(rows):
        _lean(row, following, passages)
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


def _linked(
    passages: Passages, columns: Sequence[Column], clauses_of: ClausesOf
) -> Iterator[Column]:
    """The columns in an order that keeps that of every passage.

    Where several may come next, one that goes on with a clause comes first, else the one that
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
        at = min(ready, key=lambda at: _turn(columns[at], last, clauses_of, passages))
        ready.remove(at)
        yield columns[at]
        last = _through(columns[at], clauses_of)
        waits.subtract(follows[at])
        ready += sorted(after for after in follows[at] if not waits[after])


def _turn(
    column: Column, last: set[int], clauses_of: ClausesOf, passages: Passages
) -> tuple[bool, float, list[tuple[int, int]]]:
    along = sum(word / len(passages[passage]) for passage, word in column.items()) / len(column)
    return not last & _through(column, clauses_of), along, sorted(column.items())


def _grown(
    passages: Passages, columns: Iterable[Column], clauses_of: ClausesOf
) -> Iterator[Bounds]:
    """The rows as far as words are linked: each as long as a clause goes on."""
    row: Bounds = {}
    going: set[int] = set()
    for column in columns:
        here = _through(column, clauses_of)
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


def _lean(row: Bounds, following: Bounds, passages: Passages) -> None:
    """Give the words of grammar that end a row to the next, if no passage stops with them."""
    ends = {passage: _grammar(passages[passage], *bounds) for passage, bounds in row.items()}
    moved = {passage: end for passage, end in ends.items() if end < row[passage][1]}
    if all(following.get(passage, (-1,))[0] == row[passage][1] for passage in moved):
        for passage, end in moved.items():
            row[passage] = (row[passage][0], end)
            following[passage] = (end, following[passage][1])


def _grammar(words: Sequence[PassageWord], start: int, end: int) -> int:
    """Where the words of grammar begin that end a stretch and its clause does not; else its end."""
    last = next((at + 1 for at in range(end - 1, start - 1, -1) if words[at].content), end)
    return end if any(word.ends_clause for word in words[last - 1 : end]) else last


def _through(column: Column, clauses_of: ClausesOf) -> set[int]:
    """The clauses that go through a column."""
    return {clause for place in column.items() for clause in clauses_of.get(place, ())}


def _adjoins(row: Bounds, column: Column) -> bool:
    """Whether a column follows a row, but for a word, in every passage, and these are the same."""
    return row.keys() == column.keys() and all(column[at] - row[at][1] <= 1 for at in row)


def _goes_on(row: Bounds, column: Column, passages: Passages) -> bool:
    """Whether a column still belongs to the row before it."""
    for passage in row.keys() & column.keys():
        start, end = row[passage]
        word = column[passage]
        if word - end > REACH or parted(passages, Step(passage, start, end - 1, word)):
            return False
    return True


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
    if not said(words[start:end]):
        if before is not None and (after is None or not words[start - 1].ends_clause):
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
    if said(words[clause:high]) <= FEW:
        return clause
    starts = (at for at in range(clause + 1, high) if words[at - 1].content > words[at].content)
    return next((at for at in starts if said(words[at:high]) < FEW), high)


def _rest(words: Sequence[PassageWord], low: int, high: int) -> int:
    """Where the rest of the clause of the row before ends, if it is short."""
    clause = next((at + 1 for at in range(low, high) if words[at].ends_clause), high)
    return clause if said(words[low:clause]) <= FEW else low
