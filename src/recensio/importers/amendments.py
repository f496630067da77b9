"""Amendments: what an editor adds to the text of a source that its own markup does not say.

Signed interpolations become notes in their place, misreadings get their corrections beside them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recensio.importers.corrections import Correction
from recensio.importers.misreadings import Misreading, as_findings, choice, misreadings, not_made
from recensio.importers.profile import HTML, Profile
from recensio.importers.report import Finding, Report, met
from recensio.importers.source import Source
from recensio.importers.tokens import Token, extent
from recensio.importers.voices import interpolations
from recensio.importers.words import words_of
from recensio.importers.wrapping import wrapped
from recensio.model.problem import Problem


class Amendments:
    """Makes the amendments of a source, and knows which were made."""

    def __init__(self, source: Source, profile: Profile, corrections: Sequence[Correction]) -> None:
        self._source, self._voices, self._corrections = source, profile.voice, corrections
        self._naming = profile.markup == HTML
        self._misreadings = misreadings(source, corrections, self._naming)
        self._corrected: set[int] = set()
        self._interpolated: list[tuple[int, int]] = []

    def of(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens of a paragraph or the like with the amendments of their text."""
        if not tokens:
            return []
        start, end = extent(tokens)
        words = words_of(self._source.text, tokens)
        notes = list(interpolations(words, self._voices))
        noted, made = wrapped(tokens, notes)
        self._interpolated += [(wrap.start, wrap.end) for wrap in made]
        first = bisect_left(self._misreadings, start, key=lambda place: place.start)
        last = bisect_left(self._misreadings, end, key=lambda place: place.start)
        corrected, made = wrapped(noted, [choice(p) for p in self._misreadings[first:last]])
        self._corrected.update(wrap.start for wrap in made)
        return corrected

    def reported(self, report: Report) -> Report:
        """The report with what was found and corrected."""
        found = sorted((*report.recognised, *self._notes()), key=lambda finding: finding.line)
        corrected = tuple(as_findings(self._source, self._made))
        return replace(report, recognised=tuple(found), corrected=corrected)

    def problems(self) -> Iterator[Problem]:
        """A problem for each correction that could not be made."""
        return not_made(self._source, self._corrections, self._made, self._naming)

    @property
    def _made(self) -> tuple[Misreading, ...]:
        return tuple(place for place in self._misreadings if place.start in self._corrected)

    def _notes(self) -> Iterator[Finding]:
        for start, end in self._interpolated:
            yield met(self._source, start, end, "interpolation")
