"""Misreadings: where the corrections of an editor have their places, and what is written there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from recensio.importers.corrections import Correction
from recensio.importers.report import Finding
from recensio.importers.source import Source
from recensio.importers.tokens import Sort, Token, closed, opened
from recensio.importers.wrapping import Fit, Wrap, apart
from recensio.model.problem import Problem, problem

REFERENCE: Final = r"&#?\w{1,32};"
"""What names a character in HTML."""


@dataclass(frozen=True, slots=True)
class Misreading:
    """A place in the source that is corrected."""

    start: int
    end: int
    correction: Correction


def misreadings(
    source: Source, corrections: Iterable[Correction], naming: bool
) -> tuple[Misreading, ...]:
    """Where the corrections have their places, in order; of two that overlap the first.

    `naming` says that the source may name characters by references, as HTML does.
    """
    found = (place for correction in corrections for place in _places(source, correction, naming))
    return tuple(apart(found))


def _places(source: Source, correction: Correction, naming: bool) -> Iterator[Misreading]:
    start, end = 0, len(source.text)
    if correction.line > len(source.starts):
        return
    if correction.line:
        start = source.starts[correction.line - 1]
        end = source.starts[correction.line] if correction.line < len(source.starts) else end
    found = _word(correction.sic, naming).finditer(source.text, start, end)
    spans = [m.span() for m in found if not naming or unescape(m[0]) == correction.sic]
    nth = correction.occurrence
    for left, right in spans[nth - 1 : nth] if nth else spans:
        yield Misreading(left, right, correction)


def _word(sic: str, naming: bool) -> re.Pattern[str]:
    """The words of sic where they are no parts of longer ones.

    Where characters may be named a reference may stand for each; it need not be the right one.
    """
    before = r"(?<!\w)" if sic[0].isalnum() else ""
    behind = r"(?!\w)" if sic[-1].isalnum() else ""
    characters = (rf"(?:{re.escape(c)}|{REFERENCE})" for c in sic)
    return re.compile(before + ("".join(characters) if naming else re.escape(sic)) + behind)


def choice(place: Misreading) -> Wrap:
    """The misreading as sic, with its correction as corr (TEI Guidelines, 3.5.1)."""
    correction = place.correction
    attributes = {
        "type": correction.reason,
        "resp": f"#{correction.resp}" if correction.resp else "",
        "cert": correction.cert,
    }
    before = (opened(place.start, "choice"), opened(place.start, "sic"))
    given = Token(Sort.GIVEN, place.end, place.end, correction.corr)
    end = closed(place.end)
    corr = opened(place.end, "corr", **attributes)
    return Wrap(place.start, place.end, before, (end, corr, given, end, end), Fit.PLAIN)


def not_made(
    source: Source, corrections: Iterable[Correction], made: Sequence[Misreading], naming: bool
) -> Iterator[Problem]:
    """A problem SRC029 for each correction that was made nowhere."""
    done = {place.correction for place in made}
    for correction in corrections:
        if correction in done:
            continue
        stands = any(_places(source, correction, naming))
        where = "in this line" if correction.line else "in the text"
        left = "it is no text, crosses markup, or is part of another correction"
        line = correction.line if 0 < correction.line <= source.count else None
        reason = left if stands else f"it does not stand {where}"
        yield problem("SRC029", source.location(line), sic=correction.sic, reason=reason)


def as_findings(source: Source, made: Iterable[Misreading]) -> Iterator[Finding]:
    """What the report says of each correction."""
    for place in sorted(made, key=lambda place: place.start):
        correction = place.correction
        words = f"{correction.sic} → {correction.corr}"
        yield Finding(source.line_at(place.start), correction.reason or "correction", words)
