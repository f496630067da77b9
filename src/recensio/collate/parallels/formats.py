"""A synopsis as JSON, as TEI, and as rows to read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from textwrap import fill
from types import MappingProxyType
from typing import Final

from recensio.collate.parallels.tei_synopsis import tei_synopsis
from recensio.model.synopsis import Stretch, Synopsis
from recensio.model.synopsis_record import synopsis_record

WIDTH: Final = 96
"""Characters in a line of the rows to read."""


def as_json(synopsis: Synopsis) -> str:
    """The record of INTERFACE, collate --parallel --format json."""
    return json.dumps(synopsis_record(synopsis), ensure_ascii=False) + "\n"


def as_rows(synopsis: Synopsis) -> str:
    """The rows below each other, in each the witnesses that have something there.

    A letter in brackets stands after words that answer others in another row.
    """
    blocks = [_heading(synopsis), *(block for block in _blocks(synopsis) if block)]
    return "\n\n".join(blocks) + "\n"


FORMATS: Final[Mapping[str, Callable[[Synopsis], str]]] = MappingProxyType(
    {
        "tei": lambda synopsis: tei_synopsis(synopsis).decode(),
        "json": as_json,
        "table": as_rows,
    }
)


def _heading(synopsis: Synopsis) -> str:
    names = ", ".join(passage.id for passage in synopsis.passages)
    if not any(synopsis.aligned):
        return f"{names}: not aligned, too little in common"
    return f"{names}: aligned by what they say, no variants; confidence {synopsis.confidence:.2f}"


def _blocks(synopsis: Synopsis) -> Iterator[str]:
    margin = max((len(passage.id) for passage in synopsis.passages), default=0)
    for row in synopsis.rows:
        lines = [
            fill(
                _marked(stretch),
                WIDTH,
                initial_indent=f"{passage.id:{margin}}  ",
                subsequent_indent=" " * (margin + 2),
                break_on_hyphens=False,
            )
            for passage, stretch in zip(synopsis.passages, row, strict=True)
            if stretch and stretch.text.strip()
        ]
        yield "\n".join(lines)


def _marked(stretch: Stretch) -> str:
    written = ""
    for word, following in zip(stretch.words, (*stretch.words[1:], None), strict=True):
        bare = word.written.rstrip()
        ends = word.crossing and (following is None or following.crossing != word.crossing)
        written += bare + (f" [{word.crossing}]" if ends else "") + word.written[len(bare) :]
    return written
