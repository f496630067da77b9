"""Tokens: what the text of a block is made of, each a span of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from recensio.importers.blocks import Dropped, Mark

Attributes = tuple[tuple[str, str], ...]


class Sort(StrEnum):
    """What a token is."""

    TEXT = "text"
    DROP = "drop"
    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Token:
    """A span of text, a mark to drop, an element that opens, closes or is empty.

    `name` is the kind of mark, the element, or the number of the note referred to.
    """

    sort: Sort
    start: int
    end: int
    name: str = ""
    attributes: Attributes = ()


def text(start: int, end: int) -> list[Token]:
    """Text, if there is any."""
    return [Token(Sort.TEXT, start, end)] if start < end else []


def drop(start: int, end: int, mark: Mark) -> list[Token]:
    """A mark, if there is any."""
    return [Token(Sort.DROP, start, end, mark)] if start < end else []


def opened(at: int, name: str, **attributes: str) -> Token:
    """An element that opens."""
    return Token(Sort.OPEN, at, at, name, tuple(attributes.items()))


def closed(at: int) -> Token:
    """The end of the element opened last."""
    return Token(Sort.CLOSE, at, at)


def empty(at: int, name: str, **attributes: str) -> Token:
    """An element without content."""
    return Token(Sort.EMPTY, at, at, name, tuple(attributes.items()))


def punched(tokens: Iterable[Token], holes: tuple[Dropped, ...]) -> Iterator[Token]:
    """The tokens with their text divided around holes, which are dropped in their place.

    The holes are in order; those that lie in no text are left to the block.
    """
    rest = list(reversed(holes))
    for token in tokens:
        start = token.start
        while rest and rest[-1].start < token.end:
            hole = rest.pop()
            if token.sort is not Sort.TEXT or hole.start < start:
                continue
            yield from text(start, hole.start)
            yield from drop(hole.start, hole.end, hole.mark)
            start = hole.end
        moved = token.sort is Sort.TEXT and start > token.start
        yield replace(token, start=start) if moved else token


def inserted(tokens: Iterable[Token], at: int, token: Token) -> Iterator[Token]:
    """The tokens with one more at an offset, its text divided there."""
    for other in tokens:
        if other.sort is Sort.TEXT and other.start < at <= other.end:
            yield from (*text(other.start, at), token, *text(at, other.end))
        else:
            yield other


def wrapped(
    tokens: Iterable[Token], start: int, end: int, name: str, attributes: Mapping[str, str]
) -> list[Token]:
    """The tokens with an element around the text from `start` to `end`.

    Where it would divide another element it takes in the whole of that, and emphasis of which it
    holds all.
    """
    divided = [part for token in tokens for part in _divided(token, start, end)]
    inside = [i for i, t in enumerate(divided) if start <= t.start < t.end <= end]
    if not inside:
        return divided
    first, last = _whole(divided, inside[0], inside[-1])
    while first and last + 1 < len(divided) and _are_pair(divided[first - 1], divided[last + 1]):
        first, last = first - 1, last + 1
    opening = Token(Sort.OPEN, start, start, name, tuple(attributes.items()))
    within = divided[first : last + 1]
    return [*divided[:first], opening, *within, closed(end), *divided[last + 1 :]]


def _divided(token: Token, *offsets: int) -> Iterator[Token]:
    for at in offsets:
        if token.sort is Sort.TEXT and token.start < at < token.end:
            yield replace(token, end=at)
            token = replace(token, start=at)
    yield token


def _whole(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The least range around this one that holds whole elements."""
    depth = lowest = 0
    for token in tokens[first : last + 1]:
        depth += _step(token)
        lowest = min(lowest, depth)
    left, right = -lowest, depth - lowest
    while left:
        first -= 1
        left -= _step(tokens[first])
    while right:
        last += 1
        right += _step(tokens[last])
    return first, last


def _step(token: Token) -> int:
    return (token.sort is Sort.OPEN) - (token.sort is Sort.CLOSE)


def _are_pair(before: Token, after: Token) -> bool:
    return before.sort is Sort.OPEN and before.name == "hi" and after.sort is Sort.CLOSE
