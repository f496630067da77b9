"""The report of an import: what was recognised, joined, dropped and doubted, with lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from recensio.importers.blocks import Mark
from recensio.importers.source import Source, file_name

WORDS: Final = 60
"""How many characters of what is met a finding shows."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something met in the source: the line, what it is, its first words."""

    line: int
    kind: str
    text: str


def met(source: Source, start: int, end: int, kind: str, line: int = 0) -> Finding:
    """A finding with the first words of a span, in the line in which it begins if none is told."""
    words = " ".join(source.text[start : min(end, start + WORDS)].split())
    return Finding(line or source.line_at(start), kind, words)


@dataclass(frozen=True, slots=True)
class Join:
    """Two parts of a paragraph or heading that a cut had divided: their lines, the first words."""

    before: int
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Omission:
    """A span of the source, in characters from 0, that does not stand in the text."""

    line: int
    start: int
    end: int
    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A character reference: a span of the source, in characters from 0, and what it names."""

    line: int
    start: int
    end: int
    text: str
    named: str


@dataclass(frozen=True, slots=True)
class NoteCount:
    """How many references and bodies of notes there are, and how many of them meet."""

    references: int
    bodies: int
    linked: int


@dataclass(frozen=True, slots=True)
class CitationCount:
    """How many citations name a work, how many say ibid., and of how many of these it is known."""

    named: int
    same: int
    resolved: int


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a source.

    `lines` and `characters` are its size; `recognised`, `joined`, `doubted` and `corrected` are
    in the order of its lines, `dropped` in that of its characters, white space included. `places`
    has the xml:id of the element in which each line of text stands. `named` are the character
    references of HTML, for which the text has the character.
    """

    source: str
    digest: str
    lines: int
    characters: int
    notes: NoteCount
    citations: CitationCount
    recognised: tuple[Finding, ...]
    joined: tuple[Join, ...]
    doubted: tuple[Finding, ...]
    dropped: tuple[Omission, ...]
    places: Mapping[int, str]
    corrected: tuple[Finding, ...] = ()
    named: tuple[Naming, ...] = ()

    @property
    def file(self) -> str:
        """The name of the source's file, without the folders of whoever imported it."""
        return file_name(self.source)

    @property
    def boilerplate(self) -> tuple[Omission, ...]:
        """The text that was left out as no part of the source."""
        return tuple(span for span in self.dropped if span.mark is Mark.BOILERPLATE)

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each thing was recognised."""
        return Counter(finding.kind for finding in self.recognised)


def as_json(report: Report) -> dict[str, Any]:
    """The report as JSON can hold it; of white space only the amount is told."""
    dropped = [span for span in report.dropped if span.mark is not Mark.WHITE_SPACE]
    return {
        "source": report.file,
        "sha256": report.digest,
        "lines": report.lines,
        "characters": report.characters,
        "notes": asdict(report.notes),
        "citations": asdict(report.citations),
        "counts": dict(report.counts),
        "recognised": [asdict(finding) for finding in report.recognised],
        "joined": [asdict(join) for join in report.joined],
        "doubted": [asdict(finding) for finding in report.doubted],
        "corrected": [asdict(finding) for finding in report.corrected],
        "character_references": [asdict(naming) for naming in report.named],
        "dropped": [asdict(span) for span in dropped],
        "white_space": sum(span.end - span.start for span in report.dropped)
        - sum(span.end - span.start for span in dropped),
    }
