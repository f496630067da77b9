"""Findings: what the report says of the blocks, and what is a problem for the editor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recensio.importers.blocks import Block, Kind, Mark
from recensio.importers.doubts import doubts, finding, signs
from recensio.importers.gaps import gap_offsets
from recensio.importers.ibid import Bibliography
from recensio.importers.notes import Links
from recensio.importers.profile import Notes, Profile, Rule
from recensio.importers.report import (
    CitationCount,
    Finding,
    Join,
    Naming,
    NoteCount,
    Omission,
    Report,
)
from recensio.importers.source import Source
from recensio.model.problem import Problem, problem

RUNNING: Final = (Kind.PARAGRAPH, Kind.EMPTY, Kind.BOILERPLATE)
"""Kinds that are not worth a finding."""


def report_of(
    source: Source,
    profile: Profile,
    blocks: Sequence[Block],
    links: Links,
    kept: Iterable[tuple[int, int]],
    dropped: tuple[Omission, ...],
    written: Iterable[tuple[int, int, str]] = (),
) -> Report:
    """The report on an import."""
    bodies = sum(bool(block.kind is Kind.NOTE and block.number) for block in blocks)
    return Report(
        source=source.name,
        digest=source.digest,
        lines=source.count,
        characters=len(source.text),
        notes=NoteCount(len(links.all), bodies, len(links.bodies)),
        citations=_citations(links.bibliography),
        recognised=tuple(_recognised(source, blocks)),
        joined=tuple(_joined(source, blocks)),
        doubted=doubts(source, profile, blocks, links),
        dropped=dropped,
        places=dict(_places(source, profile, blocks, kept)),
        named=tuple(_named(source, written)),
    )


def _citations(bibliography: Bibliography) -> CitationCount:
    every = [bibl for bibls in bibliography.bibls.values() for bibl in bibls]
    named = sum(bool(bibl.identifier) for bibl in every)
    resolved = sum(bool(bibl.same_as) for bibl in every)
    return CitationCount(named, len(every) - named, resolved)


def _named(source: Source, written: Iterable[tuple[int, int, str]]) -> Iterator[Naming]:
    for start, end, named in sorted(written):
        yield Naming(source.line_at(start), start, end, source.text[start:end], named)


def _recognised(source: Source, blocks: Iterable[Block]) -> Iterator[Finding]:
    for block in blocks:
        if block.kind not in RUNNING and not block.continues:
            yield finding(source, block, block.kind.value)


def _joined(source: Source, blocks: Iterable[Block]) -> Iterator[Join]:
    last: dict[Kind, Block] = {}
    for block in blocks:
        before = last.get(block.kind)
        if block.continues and before:
            yield Join(before.line, block.line, finding(source, block, "").text)
        last[block.kind] = block


def _places(
    source: Source, profile: Profile, blocks: Iterable[Block], kept: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, str]]:
    """Each line with text in the transcript and the xml:id of the block it stands in."""
    starts = sorted(block.line for block in blocks if not block.silent)
    for start, end in kept:
        for line in range(source.line_at(start), source.line_at(end - 1) + 1):
            at = bisect_right(starts, line)
            if at:
                yield line, f"{profile.siglum}-{starts[at - 1]}"


def problems_of(
    source: Source,
    profile: Profile,
    blocks: Sequence[Block],
    links: Links,
    dropped: Iterable[Omission],
    named: Iterable[Naming] = (),
) -> Iterator[Problem]:
    """What an editor has to look at, by kind and in the order of the lines."""
    if profile.notes is Notes.HERE:
        lost = [(source.line_at(reference.start), reference.number) for reference in links.lost]
        for line, number in sorted([*lost, *signs(source, blocks, profile)]):
            yield problem("SRC020", source.location(line), number=number)
    for index in links.unreferenced:
        body = blocks[index]
        yield problem("SRC021", source.location(body.line), number=body.number)
    yield from _repeated(source, blocks, links)
    yield from _misnumbered(source, blocks)
    for span in dropped:
        if span.mark is Mark.CONTROL and span.text != "\r":
            character = f"U+{ord(span.text[0]):04X}"
            yield problem("SRC025", source.location(span.line), character=character)
    for naming in named:
        if not naming.named:
            yield problem("SRC025", source.location(naming.line), character=naming.text)
    for rule in _idle(source, profile, blocks):
        yield idle_rule(source, profile, rule)


def idle_rule(source: Source, profile: Profile, rule: str) -> Problem:
    """The problem SRC026 of a rule that matches nothing."""
    name = profile.path.name if profile.path else profile.siglum
    return problem("SRC026", source.location(), rule=rule, profile=name)


def _repeated(source: Source, blocks: Sequence[Block], links: Links) -> Iterator[Problem]:
    first = {index: source.line_at(start) for start, index in links.bodies.items()}
    for start, index in sorted(links.repeated.items()):
        body = blocks[index]
        place = source.location(source.line_at(start))
        line = first.get(index, body.line)
        yield problem("SRC022", place, number=body.number, line=line)


def _misnumbered(source: Source, blocks: Iterable[Block]) -> Iterator[Problem]:
    for block in blocks:
        if block.kind is Kind.NOTE and block.doubtful:
            mark = block.dropped[-1]
            found = source.text[mark.start : mark.end]
            place = source.location(block.line)
            yield problem("SRC023", place, found=found, number=block.number)


def _idle(source: Source, profile: Profile, blocks: Sequence[Block]) -> Iterator[str]:
    """The rules of the profile that match nothing."""
    met = {block.division for block in blocks}
    for division in profile.division:
        if division not in met:
            yield f"the division {division.heading or f'in line {division.line}'!r}"
    for name, rule in (("boilerplate", profile.boilerplate), ("caption", profile.caption)):
        for part in _idle_parts(source, rule, blocks):
            yield f"{name} {part}"
    if len(tuple(gap_offsets(source, profile))) < len(profile.gap):
        yield "a gap"


def _idle_parts(source: Source, rule: Rule, blocks: Sequence[Block]) -> Iterator[str]:
    for lines in rule.lines:
        if not any(block.line in lines for block in blocks):
            yield f"{lines.start}-{lines.stop - 1}"
    for pattern in rule.patterns:
        if not any(pattern.search(source.text[block.start : block.end]) for block in blocks):
            yield pattern.pattern
