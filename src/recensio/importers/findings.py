"""Findings: what the report says of the blocks, and what is a problem for the editor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from recensio.importers.blocks import Block, Kind, Mark
from recensio.importers.notes import Links
from recensio.importers.profile import Notes, Profile, Rule
from recensio.importers.report import Finding, Join, Naming, NoteCount, Omission, Report
from recensio.importers.source import Source
from recensio.importers.writing import gap_offsets
from recensio.model.problem import Problem, problem

WORDS: Final = 60
"""How many characters of a block a finding shows."""

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
        notes=NoteCount(links.references, bodies, len(links.bodies)),
        recognised=tuple(_recognised(source, blocks)),
        joined=tuple(_joined(source, blocks)),
        doubted=tuple(_doubted(source, profile, blocks, links)),
        dropped=dropped,
        places=dict(_places(source, profile, blocks, kept)),
        named=tuple(_named(source, written)),
    )


def _named(source: Source, written: Iterable[tuple[int, int, str]]) -> Iterator[Naming]:
    for start, end, named in sorted(written):
        yield Naming(source.line_at(start), start, end, source.text[start:end], named)


def _finding(source: Source, block: Block, kind: str) -> Finding:
    return Finding(block.line, kind, _words(source, block))


def _words(source: Source, block: Block) -> str:
    return " ".join(source.text[block.start : min(block.end, block.start + WORDS)].split())


def _recognised(source: Source, blocks: Iterable[Block]) -> Iterator[Finding]:
    for block in blocks:
        if block.kind not in RUNNING and not block.continues:
            yield _finding(source, block, block.kind.value)


def _joined(source: Source, blocks: Iterable[Block]) -> Iterator[Join]:
    last: dict[Kind, Block] = {}
    for block in blocks:
        before = last.get(block.kind)
        if block.continues and before:
            yield Join(before.line, block.line, _words(source, block))
        last[block.kind] = block


def _doubted(
    source: Source, profile: Profile, blocks: Iterable[Block], links: Links
) -> Iterator[Finding]:
    doubts = [
        _finding(source, block, DOUBTS[block.kind] if not block.continues else "likely cut")
        for block in blocks
        if block.doubtful and (block.continues or block.kind in DOUBTS)
    ]
    if profile.notes is Notes.ELSEWHERE:
        doubts += [
            Finding(source.line_at(lost.start), "reference without a note", lost.number)
            for lost in links.lost
        ]
    yield from sorted(doubts, key=lambda finding: finding.line)


DOUBTS: Final = {
    Kind.EXTRACT: "quotation not closed",
    Kind.NOTE: "note number out of order",
}


def _places(
    source: Source, profile: Profile, blocks: Iterable[Block], kept: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, str]]:
    """Each line with text in the transcript and the xml:id of the block it stands in."""
    starts = sorted(block.line for block in blocks if block.kind not in SILENT)
    for start, end in kept:
        for line in range(source.line_at(start), source.line_at(end - 1) + 1):
            at = bisect_right(starts, line)
            if at:
                yield line, f"{profile.siglum}-{starts[at - 1]}"


SILENT: Final = (Kind.EMPTY, Kind.BOILERPLATE, Kind.RULE)


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
        for lost in links.lost:
            line = source.line_at(lost.start)
            yield problem("SRC020", source.location(line), number=lost.number)
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
        name = profile.path.name if profile.path else profile.siglum
        yield problem("SRC026", source.location(), rule=rule, profile=name)


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
