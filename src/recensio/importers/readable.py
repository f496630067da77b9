"""The report of an import as text for a reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Final

from recensio.importers.blocks import Mark
from recensio.importers.report import Finding, Omission, Report

WORDS: Final = 60
"""How many characters of a block are shown."""

WIDTH: Final = 90


def as_lines(report: Report) -> Iterator[str]:
    """The report: what was recognised, joined, left out, doubted, each with its lines."""
    yield f"Import of {report.file or 'a source'}"
    yield f"sha256 {report.digest}"
    yield f"{report.lines} lines, {report.characters} characters"
    notes, citations = report.notes, report.citations
    yield f"notes: {notes.references} references, {notes.bodies} bodies, {notes.linked} linked"
    yield (
        f"citations: {citations.named} name a work, {citations.same} ibid., "
        f"{citations.resolved} of these resolved"
    )
    yield from _section("Recognised", len(report.recognised), _findings(report.recognised))
    joined = (f"{join.before:>6} + {join.line}  {_cut(join.text)}" for join in report.joined)
    yield from _section("Joined", len(report.joined), joined)
    left_out = report.boilerplate
    yield from _section("Dropped as boilerplate", len(left_out), map(_omission, left_out))
    yield from _section("Dropped marks", len(_marks(report)), _counted(_marks(report)))
    yield from _section("Doubted", len(report.doubted), _findings(report.doubted))


def _section(title: str, count: int, lines: Iterable[str]) -> Iterator[str]:
    yield from ("", f"{title}: {count or 'nothing'}")
    yield from lines


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    """The findings by kind, each kind with its count, in the order of the lines."""
    kinds: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.kind].append(finding)
    for kind, found in kinds.items():
        yield f"  {kind}: {len(found)}"
        yield from (f"{finding.line:>6}  {_cut(finding.text)}".rstrip() for finding in found)


def _omission(span: Omission) -> str:
    lines = span.text.count("\n")
    place = f"{span.line}-{span.line + lines}" if lines else f"{span.line}"
    return f"{place:>6}  {_cut(span.text)}".rstrip()


def _marks(report: Report) -> list[Omission]:
    """The marks that do not stand in the text: neither white space nor boilerplate."""
    silent = (Mark.WHITE_SPACE, Mark.BOILERPLATE)
    return [span for span in report.dropped if span.mark not in silent]


def _counted(spans: Iterable[Omission]) -> Iterator[str]:
    lines: dict[Mark, list[int]] = defaultdict(list)
    for span in spans:
        lines[span.mark].append(span.line)
    for mark, found in lines.items():
        yield f"  {mark.value}: {len(found)}"
        yield from (f"        {line}" for line in wrap(f"in lines {_ranges(found)}", WIDTH))


def _ranges(lines: Iterable[int]) -> str:
    """Lines in their order, those in a row as a range."""
    ranges: list[list[int]] = []
    for line in sorted(set(lines)):
        if ranges and line == ranges[-1][-1] + 1:
            ranges[-1][1:] = [line]
        else:
            ranges.append([line])
    return ", ".join("-".join(map(str, each)) for each in ranges)


def _cut(text: str) -> str:
    """The first words of a text, at most 60 characters."""
    words = " ".join(text[: 2 * WORDS].split())
    return words if len(words) <= WORDS else words[: WORDS - 1].rstrip() + "…"
