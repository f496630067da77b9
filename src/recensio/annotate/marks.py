"""Marks: what is a name or a date in a text, and which of them a file can take.

What is recognised depends on the words of a block alone, not on its markup. So a second run
recognises the same, finds it marked, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from recensio.annotate.dates import dates
from recensio.annotate.lexicon import Candidate, Lexicon, Token, tokens_of
from recensio.model.register import RegisterKind
from recensio.tei.blocks import Run
from recensio.tei.names import tei, tei_names

ELEMENTS: Final[Mapping[RegisterKind, str]] = {
    RegisterKind.PERSONS: "persName",
    RegisterKind.ORGS: "orgName",
    RegisterKind.PLACES: "placeName",
    RegisterKind.WORKS: "title",
    RegisterKind.EVENTS: "name",
}
HOLDING: Final = tei_names(
    "ab add bibl byline cell closer corr damage dateline del emph figDesc head hi item l label"
    " lem note opener orig p q quote rdg ref reg s said salute seg sic signed stage supplied"
    " titlePart trailer unclear"
)
"""Elements whose text may hold names and dates."""

CLOSED: Final = tei_names(
    "teiHeader standOff persName orgName placeName geogName name rs title date time"
    " biblStruct settlement region country witDetail wit listWit listOrg listPlace"
    " listBibl listEvent foreign idno num measure"
)
"""Elements inside which nothing is marked: names already, or words about the file."""

HYPHENS: Final = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Mark:
    """A name or a date: its characters in the text, the element for it, whom it may mean."""

    start: int
    end: int
    element: str
    attributes: tuple[tuple[str, str], ...]
    candidates: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether several entries bear the name, so that it is left alone."""
        return len(self.candidates) > 1


def marks(text: str, lexicon: Lexicon, siglum: str) -> tuple[Mark, ...]:
    """The names and dates of a text: the leftmost first, the longest of those.

    `siglum` is that of the witness whose text it is, or empty.
    """
    found = [*_names(text, lexicon, siglum)]
    found += [Mark(each.start, each.end, "date", each.attributes) for each in dates(text)]
    taken: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not taken or mark.start >= taken[-1].end:
            taken.append(mark)
    return tuple(taken)


def takes_marks(run: Run) -> bool:
    """Whether tags for names can and should stand in this run of text."""
    within = frozenset(run.within)
    inside_text = tei("text") in within and within.isdisjoint(CLOSED)
    return not run.sealed and inside_text and run.within[-1] in HOLDING


def _names(text: str, lexicon: Lexicon, siglum: str) -> Iterator[Mark]:
    tokens = tokens_of(text)
    position = 0
    while position < len(tokens):
        length, candidates = lexicon.longest(tokens, position, siglum)
        if length and not _is_part_of_word(tokens, position, length, candidates):
            yield _mark(tokens[position].start, tokens[position + length - 1].end, candidates)
        position += length or 1


def _mark(start: int, end: int, candidates: tuple[Candidate, ...]) -> Mark:
    first = candidates[0]
    element, attributes = ELEMENTS[first.kind], [("ref", f"#{first.id}")]
    if element == "name":
        attributes.insert(0, ("type", "event"))
    if element == "title" and first.level:
        attributes.insert(0, ("level", first.level))
    ids = tuple(candidate.id for candidate in candidates)
    return Mark(start, end, element, tuple(attributes), ids)


def _is_part_of_word(
    tokens: list[Token], position: int, length: int, candidates: tuple[Candidate, ...]
) -> bool:
    """Whether a hyphen ties the name to another word; only a surname stays one (anti-Stalin)."""
    if all(candidate.kind == RegisterKind.PERSONS for candidate in candidates):
        return False
    first, last = tokens[position], tokens[position + length - 1]
    before = tokens[position - 1] if position else None
    after = tokens[position + length] if position + length < len(tokens) else None
    return _ties(before, first.start, None) or _ties(after, None, last.end)


def _ties(token: Token | None, end: int | None, start: int | None) -> bool:
    return (
        token is not None and token.folded in "-‐‑" and (token.end == end or token.start == start)
    )
