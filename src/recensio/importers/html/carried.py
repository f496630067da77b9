"""Carried: the emphasis that goes on from one block to the next, as in <b><p>One.<p>Two.</b>."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from recensio.importers.html.elements import BLOCKS, HI
from recensio.importers.html.page import page_of
from recensio.importers.html.scan import Form

DEEPEST = 4
"""How many kinds of emphasis are carried on at once."""


def carried(text: str, start: int) -> tuple[str, ...]:
    """The names of the elements of emphasis that are open where a block begins."""
    offsets, names = _changes(text)
    at = bisect_right(offsets, start) - 1
    return names[at] if at >= 0 else ()


@lru_cache(maxsize=2)
def _changes(text: str) -> tuple[list[int], list[tuple[str, ...]]]:
    """The offsets at which emphasis of several blocks begins or ends, and what is open behind."""
    page = page_of(text)
    boundaries = [index for index, piece in enumerate(page.pieces) if piece.name in BLOCKS]
    offsets: list[int] = []
    names: list[tuple[str, ...]] = []
    ends: set[int] = set()
    open_now: list[str] = []
    for index, piece in enumerate(page.pieces):
        if piece.form is Form.START and piece.name in HI and index in page.ends:
            within = bisect_right(boundaries, page.ends[index]) - bisect_right(boundaries, index)
            if not within or len(open_now) >= DEEPEST:
                continue
            open_now.append(piece.name)
            ends.add(page.ends[index])
        elif index in ends and piece.name in open_now:
            del open_now[len(open_now) - 1 - open_now[::-1].index(piece.name)]
        else:
            continue
        offsets.append(piece.end)
        names.append(tuple(open_now))
    return offsets, names
