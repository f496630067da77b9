"""Rows: which blocks are those of a table, and the spans of their cells."""

from __future__ import annotations

from collections.abc import Iterator

from recensio.importers.blocks import Block, Mark


def is_row(block: Block) -> bool:
    """Whether a block was read as the row of a table, whatever its part in the text."""
    return any(span.mark is Mark.CELL for span in block.dropped)


def cells(text: str, row: Block) -> Iterator[tuple[int, int]]:
    """The spans of the cells of a row, without white space around them; at least one."""
    marks = [span for span in row.dropped if row.start <= span.start < row.end]
    ends = [*(mark.start for mark in marks), row.end]
    starts = [row.start, *(mark.end for mark in marks)]
    outer = {0} if marks and marks[0].start == row.start else set()
    outer |= {len(marks)} if marks and marks[-1].end == row.end else set()
    spans = [
        span for index, span in enumerate(zip(starts, ends, strict=True)) if index not in outer
    ]
    for start, end in spans or [(row.end, row.end)]:
        cell = text[start:end]
        left = start + len(cell) - len(cell.lstrip())
        yield left, max(left, start + len(cell.rstrip()))
