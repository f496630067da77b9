"""Words that were moved are taken out of the columns of others, and their neighbours put right.

A witness that has a phrase elsewhere fits the others badly there: the phrase takes the places of
words that they have. So the phrase gets columns of its own with all who have it there, and
what stands around it is aligned anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from recensio.collate.alignment import main_word
from recensio.collate.columns import Column, merged
from recensio.collate.pairing import paired
from recensio.collate.transpositions import Transposition
from recensio.collate.vocabulary import Vocabulary

REACH: Final = 12
"""How many columns on either side of a phrase may be aligned anew."""

LIMIT: Final = 4000
"""The largest stretch, columns times columns, that is aligned anew."""

Texts = Sequence[Sequence[int]]


class Halves(NamedTuple):
    """A column in two: what those have who moved the words, and what the others have."""

    mine: Column | None
    theirs: Column | None

    @property
    def is_firm(self) -> bool:
        """Whether both have the same word."""
        if self.mine is None or self.theirs is None:
            return False
        return main_word(self.mine) == main_word(self.theirs)


def freed(
    columns: Sequence[Column], texts: Texts, found: Sequence[Transposition], words: Vocabulary
) -> list[Column]:
    """The columns with each phrase that was moved in columns of its own."""
    result: list[Column] = []
    done = 0
    for each in sorted(found, key=lambda each: each.pairs):
        top, bottom = _stretch(columns, each, texts)
        if top >= done and (bottom - top) ** 2 <= LIMIT:
            result += columns[done:top]
            result += _apart(columns, each, range(top, bottom), texts, words)
            done = bottom
    return [*result, *columns[done:]]


def _stretch(columns: Sequence[Column], each: Transposition, texts: Texts) -> tuple[int, int]:
    """The columns around a phrase up to those in which all are at one."""
    first, last = each.pairs[0][0], each.pairs[-1][0] + 1
    top, bottom = first, last

    def is_firm(index: int) -> bool:
        return _halves(columns[index], each.movers, texts).is_firm

    while top > 0 and first - top < REACH and not is_firm(top - 1):
        top -= 1
    while bottom < len(columns) and bottom - last < REACH and not is_firm(bottom):
        bottom += 1
    return top, bottom


def _apart(
    columns: Sequence[Column],
    each: Transposition,
    stretch: range,
    texts: Texts,
    words: Vocabulary,
) -> Iterator[Column]:
    """A stretch with the phrase in columns of its own, and all else aligned anew."""
    phrase = range(each.pairs[0][0], each.pairs[-1][0] + 1)
    halves = {index: _halves(columns[index], each.movers, texts) for index in stretch}
    moved = [mine for index in phrase if (mine := halves[index].mine)]
    before = [mine for i, (mine, _) in halves.items() if i < phrase.start and mine]
    after = [mine for i, (mine, _) in halves.items() if i >= phrase.stop and mine]
    rest = [theirs for _, theirs in halves.values() if theirs]
    own = [*before, *after]
    sizes = (len(texts) - len(each.movers), len(each.movers))
    pairs = sorted(paired(rest, own, sizes, words))
    last = before[-1] if before else None
    for column, token in pairs:
        if before and token == len(before) - 1:
            last = rest[column]
    together = merged(rest, own, pairs)
    cut = next((n + 1 for n, column in enumerate(together) if column is last), 0)
    return iter((*together[:cut], *moved, *together[cut:]))


def _halves(column: Column, movers: frozenset[int], texts: Texts) -> Halves:
    mine, theirs = (
        {witness: token for witness, token in column.tokens.items() if (witness in movers) == here}
        for here in (True, False)
    )
    return Halves(_column(mine, texts), _column(theirs, texts))


def _column(tokens: dict[int, int], texts: Texts) -> Column | None:
    words: dict[int, int] = {}
    for witness, token in tokens.items():
        word = texts[witness][token]
        words[word] = words.get(word, 0) + 1
    return Column(tokens, words) if tokens else None
