"""The words of a lemma, looked for in a passage (TEI Guidelines, 12.2.1).

An entry that is located by line or paragraph says with its lemma which words it means. They are
compared without the punctuation around them, then without case. A lemma may be shortened ("first
... last") and numbered where its words stand several times ("et²"); if it is not, they must stand
there once.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from recensio.tei.passages import Part, plain_part

Position: TypeAlias = tuple[int, int]
"""A part of a passage and the character of its text before which something lies."""

_WORD: Final = re.compile(r"[^\s\x00-\x05]+")
_ELLIPSIS: Final = re.compile(r"\s*(?:\[?\.\s?\.\s?\.\]?|…|\s[-–—]{1,3}\s)\s*")
_JOINED: Final = re.compile(r"(?<=[^\W\d_])[-–—](?=[^\W\d_])")
"""Stands for what is left out between the first and the last word."""

_NUMBER: Final = re.compile(r"(?<=[^\W\d])\s?([²³⁴-⁹]|[2-9])$")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without the punctuation around it, and where it begins and ends in the text."""

    text: str
    begin: int
    end: int


class Place:
    """The parts of a passage from `first` on, as a text in which words are looked for."""

    def __init__(self, parts: Sequence[Part], first: int) -> None:
        self._parts = parts
        self._first = first

    def find(self, lemma: str) -> tuple[Position, Position] | None:
        """Where the words of the lemma begin and end; None if they are not there, or not once."""
        found = self._occurrences(lemma) or self._occurrences(_JOINED.sub(" … ", lemma))
        number = _NUMBER.search(lemma)
        if not found and number:
            nth = int(unicodedata.digit(number[1]))
            found = self._occurrences(lemma[: number.start()])[nth - 1 : nth]
        return self._positions(*found[0]) if len(found) == 1 else None

    def find_nth(self, written: str, before: str) -> tuple[Position, Position] | None:
        """Where the characters stand that so many more like them precede as in `before`."""
        at, count = -1, before.count(written)
        for _ in range(count + 1 if written else 0):
            at = self._text.find(written, at + 1)
            if at < 0:
                return None
        return self._positions(at, at + len(written)) if written else None

    def _occurrences(self, lemma: str) -> list[tuple[int, int]]:
        parts = [_words_of(part) for part in _ELLIPSIS.split(lemma) if part.strip()]
        if not parts:
            return []  # A lemma that is nothing but a gap.
        begin, *ends = parts
        for fold in (str, str.casefold):
            found = self._sequences([fold(w.text) for w in begin], fold is not str)
            for end in ends:
                after = self._sequences([fold(w.text) for w in end], fold is not str)
                found = [(a, d) for a, b in found for c, d in after if c >= b]
            if found:
                return found
        return self._characters(lemma)

    def _sequences(self, sought: Sequence[str], folded: bool) -> list[tuple[int, int]]:
        index = self._folded if folded else self._exact
        found = []
        for at in index.get(sought[0], ()) if sought else ():
            run = self._words[at : at + len(sought)]
            if [w.text.casefold() if folded else w.text for w in run] == sought:
                found.append((run[0].begin, run[-1].end))
        return found

    def _characters(self, lemma: str) -> list[tuple[int, int]]:
        """In a script that has no spaces between words, the characters."""
        if not any(unicodedata.east_asian_width(each) == "W" for each in lemma):
            return []
        return [match.span() for match in re.finditer(re.escape(lemma.strip()), self._text)]

    def _positions(self, begin: int, end: int) -> tuple[Position, Position] | None:
        """The places in the parts; none inside the words of another entry."""
        first, last = bisect_right(self._starts, begin) - 1, bisect_left(self._starts, end) - 1
        before, after = begin - self._starts[first], end - self._starts[last]
        if not isinstance(self._parts[first], str) and before:
            return None
        if isinstance(self._parts[last], str):
            return (self._first + first, before), (self._first + last, after)
        if after != len(plain_part(self._parts[last])):
            return None
        return (self._first + first, before), (self._first + last + 1, 0)

    @cached_property
    def _text(self) -> str:
        return "".join(map(plain_part, self._parts))

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for part in self._parts:
            starts.append(at)
            at += len(plain_part(part))
        return starts

    @cached_property
    def _words(self) -> list[_Word]:
        return _words_of(self._text)

    @cached_property
    def _exact(self) -> dict[str, list[int]]:
        return _index(word.text for word in self._words)

    @cached_property
    def _folded(self) -> dict[str, list[int]]:
        return _index(word.text.casefold() for word in self._words)


def _index(words: Iterator[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for position, word in enumerate(words):
        found[word].append(position)
    return found


def _words_of(text: str) -> list[_Word]:
    return [word for match in _WORD.finditer(text) if (word := _stripped(match)) is not None]


def _stripped(match: re.Match[str]) -> _Word | None:
    begin, end, text = match.start(), match.end(), match.string
    while begin < end and unicodedata.category(text[begin])[0] in "PS":
        begin += 1
    while begin < end and unicodedata.category(text[end - 1])[0] in "PS":
        end -= 1
    return _Word(text[begin:end], begin, end) if begin < end else None
