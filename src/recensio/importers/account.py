"""The account: which characters of the source do not stand in the text, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from recensio.importers.blocks import Block, Dropped, Kind, Mark
from recensio.importers.report import Omission
from recensio.importers.source import Source


def omissions(
    source: Source,
    kept: Iterable[tuple[int, int]],
    dropped: Iterable[Dropped],
    blocks: Sequence[Block],
) -> tuple[Omission, ...]:
    """Every span that was not kept, in the order of the source.

    `kept` and `dropped` are what the scribe says. Boilerplate and the marks around blocks come
    from the blocks; what is left over is called white space, whether it is or not: the
    conservation check finds it if it is not.
    """
    spans = [*dropped, *_boilerplate(blocks)]
    taken = sorted([*kept, *((span.start, span.end) for span in spans)])
    spans += _free((mark for block in blocks for mark in block.dropped), taken)
    taken = sorted([*taken, *((span.start, span.end) for span in spans)])
    spans += _between(len(source.text), taken)
    return tuple(_omission(source, span) for span in sorted(spans, key=lambda span: span.start))


def _boilerplate(blocks: Iterable[Block]) -> Iterator[Dropped]:
    for block in blocks:
        if block.kind is Kind.BOILERPLATE:
            spans = [(block.start, block.end), *((mark.start, mark.end) for mark in block.dropped)]
            start, end = min(start for start, _ in spans), max(end for _, end in spans)
            yield Dropped(start, end, Mark.BOILERPLATE)


def _free(marks: Iterable[Dropped], taken: Sequence[tuple[int, int]]) -> Iterator[Dropped]:
    """The marks that lie in no span that is taken; both are in the order of the source."""
    at = end = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        while at < len(taken) and taken[at][0] <= mark.start:
            end = max(end, taken[at][1])
            at += 1
        if mark.start >= end and mark.start < mark.end:
            yield mark


def _between(length: int, taken: Iterable[tuple[int, int]]) -> Iterator[Dropped]:
    at = 0
    for start, end in taken:
        if at < start:
            yield Dropped(at, start, Mark.WHITE_SPACE)
        at = max(at, end)
    if at < length:
        yield Dropped(at, length, Mark.WHITE_SPACE)


def _omission(source: Source, span: Dropped) -> Omission:
    text = source.text[span.start : span.end]
    return Omission(source.line_at(span.start), span.start, span.end, span.mark, text)
