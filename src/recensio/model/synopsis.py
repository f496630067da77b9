"""Passages of several witnesses side by side, aligned by what they say and not as variants.

Translations of one original by several hands, a quotation beside a paraphrase, several reports of
one event: they answer each other in substance, and none is a reading of another. So a synopsis has
rows and links and never becomes an apparatus.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class PassageKind(StrEnum):
    """How a witness gives the words of somebody else, or its own."""

    UNKNOWN = ""
    QUOTATION = "direct quotation"
    PARAPHRASE = "paraphrase"
    REPORT = "reported"
    MIXED = "mixed"
    ORIGINAL = "original"


class SynopsisKind(StrEnum):
    """What the passages of a synopsis are to each other."""

    TRANSLATIONS = "parallel translations"
    QUOTATIONS = "quotation and paraphrase"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Passage:
    """What one witness has: the text as it stands there, and where.

    `id` differs within a set (a witness may be cited more than once), `line` counts from 1 and is
    0 where there is none; `attribution` says, in the editor's words, to whom the witness gives it.
    """

    id: str
    siglum: str
    text: str
    kind: PassageKind = PassageKind.UNKNOWN
    line: int = 0
    language: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class SynopsisWord:
    """A word with the signs and spaces around it, as it stands.

    `shared`: another witness has it too, in the same or other words. `crossing`: the letters of
    the links by which it answers words that stand in another row.
    """

    written: str
    text: str
    shared: bool = False
    crossing: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of one witness in one row."""

    words: tuple[SynopsisWord, ...]

    @property
    def text(self) -> str:
        """The stretch as it stands."""
        return "".join(word.written for word in self.words)


Row = tuple[Stretch | None, ...]
"""A stretch, or nothing, for each passage of a synopsis in their order."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a passage: the place of the passage, the first word and the one after the last."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two phrases that answer each other; `strength` from 0 to 1, .5 is what aligns two passages.

    `crossing` is a letter if they stand in different rows, since their order differs.
    """

    one: Span
    other: Span
    strength: float
    crossing: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How sure it is that two passages answer each other: from 0 to 1, aligned from .5."""

    one: int
    other: int
    confidence: float

    @property
    def aligned(self) -> bool:
        """Whether they have enough in common."""
        return self.confidence >= ALIGNED


@dataclass(frozen=True, slots=True)
class Crux:
    """A place where the witnesses part: for each passage the word it has there, or none.

    Where `wordings` differ the same is said in other words; an empty one means that the passage
    has a stretch there and not this word. None: it has nothing there at all.
    """

    wordings: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Synopsis:
    """The passages of a set in rows: every word once, each passage in its own order."""

    passages: tuple[Passage, ...]
    rows: tuple[Row, ...]
    links: tuple[Link, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    cruces: tuple[Crux, ...] = field(default=())

    @property
    def aligned(self) -> tuple[bool, ...]:
        """For each passage whether it is aligned with another."""
        joined = {
            end for pair in self.comparisons if pair.aligned for end in (pair.one, pair.other)
        }
        return tuple(place in joined for place in range(len(self.passages)))

    @property
    def confidence(self) -> float:
        """The least sure of the passages that are aligned; of none that are, the best guess."""
        best = [self._best(place) for place in range(len(self.passages))]
        return min((each for each in best if each >= ALIGNED), default=max(best, default=0.0))

    def column(self, place: int) -> Iterator[Stretch]:
        """The stretches of a passage in their order."""
        yield from (stretch for row in self.rows if (stretch := row[place]))

    def _best(self, place: int) -> float:
        pairs = (pair for pair in self.comparisons if place in (pair.one, pair.other))
        return max((pair.confidence for pair in pairs), default=0.0)


@dataclass(frozen=True, slots=True)
class ParallelSet:
    """Passages that an editor has put together; `note` says what they share and where they part.

    The synopsis is made when the passages are collated.
    """

    id: str
    title: str
    kind: SynopsisKind
    passages: tuple[Passage, ...]
    note: str = ""
    synopsis: Synopsis | None = None


ALIGNED: Final = 0.5
"""The confidence from which passages are taken to say the same."""
