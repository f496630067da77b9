"""Tokens: what the text of a block is made of, each a span of the source."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from recensio.importers.blocks import Dropped, Mark

Attributes = tuple[tuple[str, str], ...]


class Sort(StrEnum):
    """What a token is."""

    TEXT = "text"
    CHARACTER = "character reference"
    DROP = "drop"
    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"
    REFERENCE = "reference"
    GIVEN = "given"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Token:
    """A span of text, a mark to drop, an element that opens, closes or is empty.

    A character reference is text, of which the TEI has what it names. `name` is the kind of mark,
    the element, the number of the note referred to, the words that an editor gives, or the number
    of the cut.
    """

    sort: Sort
    start: int
    end: int
    name: str = ""
    attributes: Attributes = ()


def shown(source: str, token: Token) -> str:
    """The text for which a token stands, if it stands for any."""
    span = source[token.start : token.end] if token.sort in (Sort.TEXT, Sort.CHARACTER) else ""
    return html.unescape(span) if token.sort is Sort.CHARACTER else span


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
    """The tokens with one more at an offset, its text divided there; behind code, not in it."""
    in_code = waiting = False
    for other in tokens:
        in_code = other.name == "code" or (in_code and other.sort is not Sort.CLOSE)
        here = other.sort is Sort.TEXT and other.start < at <= other.end
        if here and not in_code:
            yield from (*text(other.start, at), token, *text(at, other.end))
            continue
        yield other
        waiting = waiting or here
        if waiting and not in_code:
            yield token
            waiting = False


@dataclass(frozen=True, slots=True)
class Wrap:
    """What is to stand around the text from `start` to `end`; `plain` if no markup may be in it."""

    start: int
    end: int
    before: tuple[Token, ...]
    behind: tuple[Token, ...]
    plain: bool = False


def element(start: int, end: int, name: str, **attributes: str) -> Wrap:
    """An element around a span."""
    return Wrap(start, end, (opened(start, name, **attributes),), (closed(end),))


def wrapped(tokens: Iterable[Token], wraps: Sequence[Wrap]) -> tuple[list[Token], list[Wrap]]:
    """The tokens with each wrap around its span, and the wraps that were made.

    The wraps are in order and do not overlap. One is not made if its span does not begin and end
    in these tokens, if elements begin within it and end outside, or within code, which is text
    alone.
    """
    divided = list(_divided(tokens, wraps))
    found: list[Token] = []
    made: list[Wrap] = []
    rest = list(reversed(wraps))
    in_code = False
    index = 0
    while index < len(divided):
        token = divided[index]
        while rest and rest[-1].start < token.start:
            rest.pop()
        in_code = token.name == "code" or (in_code and token.sort is not Sort.CLOSE)
        if rest and token.start == rest[-1].start and token.start < token.end:
            wrap = rest.pop()
            inside = divided[index : _stop(divided, index, wrap.end)]
            if inside[-1].end == wrap.end and not in_code and _may_wrap(wrap, inside):
                made.append(wrap)
                found += [*wrap.before, *inside, *wrap.behind]
                index += len(inside)
                continue
        found.append(token)
        index += 1
    return found, made


def _divided(tokens: Iterable[Token], wraps: Iterable[Wrap]) -> Iterator[Token]:
    """The tokens with their text divided where a wrap begins or ends."""
    places = sorted({place for wrap in wraps for place in (wrap.start, wrap.end)}, reverse=True)
    for token in tokens:
        start = token.start
        while places and places[-1] < token.end:
            place = places.pop()
            if token.sort is Sort.TEXT and place > start:
                yield replace(token, start=start, end=place)
                start = place
        yield replace(token, start=start) if start > token.start else token


def _stop(tokens: Sequence[Token], index: int, end: int) -> int:
    """The index behind the last token with characters up to `end`."""
    stop = after = index + 1
    while after < len(tokens) and tokens[after].end <= end:
        after += 1
        stop = after if tokens[after - 1].start < tokens[after - 1].end else stop
    return stop


def _may_wrap(wrap: Wrap, tokens: Sequence[Token]) -> bool:
    """Whether every element that opens closes here, and none closes that opened before."""
    if wrap.plain:
        return all(token.sort is Sort.TEXT for token in tokens)
    depth = 0
    for token in tokens:
        depth += (token.sort is Sort.OPEN) - (token.sort is Sort.CLOSE)
        if depth < 0:
            return False
    return depth == 0
