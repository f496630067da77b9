"""The columns of an alignment while it grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


class Column:
    """What stands in one column: of each witness one token or none.

    `tokens` has for a witness the index of its token, `words` for a word how often it occurs.
    """

    __slots__ = ("tokens", "words")

    def __init__(self, tokens: dict[int, int], words: dict[int, int]) -> None:
        self.tokens = tokens
        self.words = words

    def take(self, other: Column) -> None:
        """Put the tokens of another column, of other witnesses, into this one."""
        self.tokens.update(other.tokens)
        for word, count in other.words.items():
            self.words[word] = self.words.get(word, 0) + count


Pairs = Iterable[tuple[int, int]]


def columns_of(witness: int, words: Sequence[int]) -> list[Column]:
    """The columns of one witness alone."""
    return [Column({witness: index}, {word: 1}) for index, word in enumerate(words)]


def merged(one: list[Column], other: list[Column], pairs: Pairs) -> list[Column]:
    """Two lists of columns as one; `pairs` says which go together, rising on both sides."""
    return list(_merged(one, other, pairs))


def _merged(one: list[Column], other: list[Column], pairs: Pairs) -> Iterator[Column]:
    here = there = 0
    for mine, theirs in pairs:
        yield from one[here:mine]
        yield from other[there:theirs]
        one[mine].take(other[theirs])
        yield one[mine]
        here, there = mine + 1, theirs + 1
    yield from one[here:]
    yield from other[there:]
