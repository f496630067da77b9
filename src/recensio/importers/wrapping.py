"""Wrapping: elements around spans of text, as which all amendments, phrases and citations stand.

What is put around a span must not divide another element. A wrap says what becomes of it where it
would: most are not made; a citation takes in the whole of what it would divide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, Protocol, TypeVar

from recensio.importers.tokens import Sort, Token, closed, deeper, opened

REFUSED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "figDesc": frozenset(("bibl", "note", "seg")),
        **dict.fromkeys(("date", "foreign", "label", "term"), frozenset(("bibl", "q"))),
        "bibl": frozenset(("q",)),
    }
)
"""What an element cannot hold as its child (TEI Guidelines, content models); code holds none."""


WORDS: Final = (Sort.TEXT, Sort.CHARACTER)
MARKS: Final = (Sort.OPEN, Sort.CLOSE, Sort.DROP)
"""What is no text and no element of its own."""


class Fit(Enum):
    """What becomes of a wrap where elements begin or end within its span.

    One that is `PLAIN` is not made; one that is `WHOLE` only if each of them begins and ends there
    with its text; one that is `WIDE` grows to the whole of each, and around emphasis of which it
    holds all.
    """

    PLAIN = auto()
    WHOLE = auto()
    WIDE = auto()


@dataclass(frozen=True, slots=True)
class Wrap:
    """What is to stand before and behind the text from `start` to `end`."""

    start: int
    end: int
    before: tuple[Token, ...]
    behind: tuple[Token, ...]
    fit: Fit = Fit.WHOLE


class Span(Protocol):
    """What stands from `start` to `end`."""

    @property
    def start(self) -> int:
        """The offset of its first character in the source."""

    @property
    def end(self) -> int:
        """The offset behind its last character."""


S = TypeVar("S", bound=Span)


@dataclass(slots=True)
class _Range:
    """The indices of the first and the last token that a wrap holds."""

    first: int
    last: int


def element(start: int, end: int, name: str, fit: Fit = Fit.WHOLE, **attributes: str) -> Wrap:
    """An element around a span."""
    return Wrap(start, end, (opened(start, name, **attributes),), (closed(end),), fit)


def apart(spans: Iterable[S]) -> list[S]:
    """The spans in order without those that overlap one before; of two at one place the longer."""
    found: list[S] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found


def wrapped(tokens: Iterable[Token], wraps: Sequence[Wrap]) -> tuple[list[Token], list[Wrap]]:
    """The tokens with each wrap around its span, and the wraps that were made.

    The wraps are in order and do not overlap. One is not made if its span does not begin and end
    with a token, if it does not fit, or where its element cannot stand.
    """
    if not wraps:
        return list(tokens), []
    divided = list(_divided(tokens, [at for wrap in wraps for at in (wrap.start, wrap.end)]))
    placed = list(_placed(divided, wraps))
    _nest([found for _, found in placed])
    return list(_written(divided, placed)), [wrap for wrap, _ in placed]


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


def _placed(tokens: Sequence[Token], wraps: Iterable[Wrap]) -> Iterator[tuple[Wrap, _Range]]:
    """The wraps that are made, each with the tokens that it holds."""
    parents = list(_parents(tokens))
    at = 0
    for wrap in wraps:
        while at < len(tokens) and not wrap.start <= tokens[at].start < tokens[at].end:
            at += 1
        first = last = at
        while at < len(tokens) and tokens[at].end <= wrap.end:
            last = at if tokens[at].start < tokens[at].end else last
            at += 1
        if first == at or (tokens[first].start, tokens[last].end) != (wrap.start, wrap.end):
            continue
        found = _fitted(tokens, first, last, wrap.fit)
        if found and _may_stand(wrap, parents[found.first], _children(tokens, found)):
            yield wrap, found


def _parents(tokens: Iterable[Token]) -> Iterator[str]:
    """The name of the element in which each token stands, as far as tokens tell."""
    around = [""]
    for token in tokens:
        if token.sort is Sort.CLOSE:
            around.pop()
        yield around[-1]
        if token.sort is Sort.OPEN:
            around.append(token.name)


def _children(tokens: Sequence[Token], found: _Range) -> set[str]:
    """The names of the elements that a wrap has right below it."""
    depth = 0
    names: set[str] = set()
    for token in tokens[found.first : found.last + 1]:
        if token.sort is Sort.OPEN and depth == 0:
            names.add(token.name)
        depth += deeper(token)
    return names


def _may_stand(wrap: Wrap, parent: str, children: Iterable[str]) -> bool:
    outer, inner = wrap.before[0].name, wrap.before[-1].name
    held = parent != "code" and outer not in REFUSED.get(parent, ())
    return held and REFUSED.get(inner, frozenset()).isdisjoint(children)


def _fitted(tokens: Sequence[Token], first: int, last: int, fit: Fit) -> _Range | None:
    """The tokens that a wrap holds which begins and ends with these."""
    inside = tokens[first : last + 1]
    if fit is Fit.PLAIN:
        return _Range(first, last) if all(t.sort in WORDS for t in inside) else None
    depth = lowest = 0
    for token in inside:
        depth += deeper(token)
        lowest = min(lowest, depth)
    found = _widened(tokens, first, last, -lowest, depth - lowest)
    if fit is Fit.WIDE:
        return _around_emphasis(tokens, found)
    taken = (*tokens[found.first : first], *tokens[last + 1 : found.last + 1])
    return found if all(token.sort in MARKS for token in taken) else None


def _widened(tokens: Sequence[Token], first: int, last: int, left: int, right: int) -> _Range:
    """The range with so many elements that begin before it, or end behind it."""
    while left:
        first -= 1
        left -= deeper(tokens[first])
    while right:
        last += 1
        right += deeper(tokens[last])
    return _Range(first, last)


def _around_emphasis(tokens: Sequence[Token], found: _Range) -> _Range:
    """The range with the emphasis around it, of which it holds all."""
    first, last = found.first, found.last
    while first and last + 1 < len(tokens) and _are_pair(tokens[first - 1], tokens[last + 1]):
        first, last = first - 1, last + 1
    return _Range(first, last)


def _are_pair(before: Token, after: Token) -> bool:
    return before.sort is Sort.OPEN and before.name == "hi" and after.sort is Sort.CLOSE


def _nest(ranges: Iterable[_Range]) -> None:
    """Where two ranges cross that have grown, let the second take in the first."""
    around: list[_Range] = []
    for found in ranges:
        while around and around[-1].last < found.first:
            around.pop()
        while around and around[-1].last < found.last:
            found.first = min(found.first, around.pop().first)
        if around:
            found.first = max(found.first, around[-1].first)
        around.append(found)


def _written(tokens: Sequence[Token], placed: Iterable[tuple[Wrap, _Range]]) -> Iterator[Token]:
    """The tokens with the wraps: of several at one place what opens first closes last."""
    opening: dict[int, list[Wrap]] = defaultdict(list)
    closing: dict[int, list[Wrap]] = defaultdict(list)
    for wrap, found in sorted(placed, key=lambda each: (each[1].first, -each[1].last)):
        opening[found.first].append(wrap)
        closing[found.last].append(wrap)
    for index, token in enumerate(tokens):
        for wrap in opening.get(index, ()):
            yield from wrap.before
        yield token
        for wrap in reversed(closing.get(index, ())):
            yield from wrap.behind
