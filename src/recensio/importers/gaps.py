"""Gaps: where words are lost in a source, which its profile knows of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recensio.importers.blocks import Block
from recensio.importers.profile import Profile
from recensio.importers.source import Source
from recensio.importers.tokens import Token, empty, inserted


def with_gaps(
    tokens: Iterable[Token], block: Block, gaps: Iterable[tuple[int, str]]
) -> list[Token]:
    """The tokens of a block with those of the gaps that are in it."""
    found = list(tokens)
    for at, reason in gaps:
        if block.start < at <= block.end:
            found = list(inserted(found, at, empty(at, "gap", reason=reason)))
    return found


def gap_offsets(source: Source, profile: Profile) -> Iterator[tuple[int, str]]:
    """The offset and reason of each gap of the profile whose words stand in its line."""
    for gap in profile.gap:
        if gap.line <= len(source.starts):
            start = source.starts[gap.line - 1]
            end = source.text.find("\n", start)
            at = source.text.find(gap.after, start, end if end >= 0 else None)
            if at >= 0:
                yield at + len(gap.after), gap.reason
