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


def deeper(token: Token) -> int:
    """By how many levels the tokens behind one stand deeper than those before it."""
    return (token.sort is Sort.OPEN) - (token.sort is Sort.CLOSE)


def extent(tokens: Sequence[Token]) -> tuple[int, int]:
    """The span of the source in which tokens stand, of which there is at least one."""
    return tokens[0].start, max(token.end for token in tokens)


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
