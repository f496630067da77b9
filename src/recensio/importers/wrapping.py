"""Wrapping: elements around spans of text that may cross the marks of emphasis.

An element that would divide another takes in the whole of that, and emphasis of which it holds
all; where two would then cross, the second takes in the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from recensio.importers.tokens import Attributes, Sort, Token, closed


@dataclass(frozen=True, slots=True)
class Wrap:
    """An element to be put around the text from `start` to `end`."""

    start: int
    end: int
    name: str
    attributes: Attributes


@dataclass(slots=True)
class _Range:
    first: int
    last: int


def wrapped(tokens: Iterable[Token], wraps: Sequence[Wrap]) -> list[Token]:
    """The tokens with an element for each wrap; these are in order and lie apart."""
    divided = list(_divided(tokens, [at for wrap in wraps for at in (wrap.start, wrap.end)]))
    opening: dict[int, list[tuple[int, Token]]] = defaultdict(list)
    closing: dict[int, list[Token]] = defaultdict(list)
    for wrap, found in _nested(divided, wraps):
        opened = Token(Sort.OPEN, wrap.start, wrap.start, wrap.name, wrap.attributes)
        opening[found.first].append((-found.last, opened))
        closing[found.last].append(closed(wrap.end))
    return list(_with(divided, opening, closing))


def _with(
    tokens: Sequence[Token],
    opening: dict[int, list[tuple[int, Token]]],
    closing: dict[int, list[Token]],
) -> Iterator[Token]:
    for index, token in enumerate(tokens):
        # What closes last opens first.
        yield from (opened for _, opened in sorted(opening.get(index, ()), key=lambda o: o[0]))
        yield token
        yield from closing.get(index, ())


def _divided(tokens: Iterable[Token], offsets: Sequence[int]) -> Iterator[Token]:
    """The tokens with the text divided at the offsets, which are in order."""
    at = 0
    for token in tokens:
        rest = token
        while at < len(offsets) and offsets[at] <= rest.start:
            at += 1
        while rest.sort is Sort.TEXT and at < len(offsets) and offsets[at] < rest.end:
            if rest.start < offsets[at]:
                yield replace(rest, end=offsets[at])
                rest = replace(rest, start=offsets[at])
            at += 1
        yield rest


def _nested(tokens: Sequence[Token], wraps: Iterable[Wrap]) -> Iterator[tuple[Wrap, _Range]]:
    """The tokens that each wrap holds; no two ranges cross."""
    around: list[_Range] = []
    for wrap, found in list(_ranges(tokens, wraps)):
        while around and around[-1].last < found.first:
            around.pop()
        while around and not around[-1].last >= found.last:
            other = around.pop()
            found.first = min(found.first, other.first)
        if around:
            found.first = max(found.first, around[-1].first)
        around.append(found)
        yield wrap, found


def _ranges(tokens: Sequence[Token], wraps: Iterable[Wrap]) -> Iterator[tuple[Wrap, _Range]]:
    at = 0
    for wrap in wraps:
        while at < len(tokens) and not (wrap.start <= tokens[at].start < tokens[at].end):
            at += 1
        first = last = at
        while at < len(tokens) and tokens[at].end <= wrap.end:
            last = at if tokens[at].start < tokens[at].end else last
            at += 1
        if first < at:
            yield wrap, _whole(tokens, first, last)


def _whole(tokens: Sequence[Token], first: int, last: int) -> _Range:
    """The least range around this one that holds whole elements, with the emphasis around it."""
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
    while first and last + 1 < len(tokens) and _are_pair(tokens[first - 1], tokens[last + 1]):
        first, last = first - 1, last + 1
    return _Range(first, last)


def _step(token: Token) -> int:
    return (token.sort is Sort.OPEN) - (token.sort is Sort.CLOSE)


def _are_pair(before: Token, after: Token) -> bool:
    return before.sort is Sort.OPEN and before.name == "hi" and after.sort is Sort.CLOSE
