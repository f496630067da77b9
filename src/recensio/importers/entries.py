"""Entries: glossaries and biographical notes, where each paragraph is an entry of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.profile import Profile
from recensio.importers.source import Source

FORM_OF_ENTRY: Final[Mapping[str, tuple[Kind, re.Pattern[str]]]] = {
    "glossary": (Kind.ITEM, re.compile(r"\*\*|__")),
    "biographies": (Kind.PERSON, re.compile(r"[^\W\d_a-z][^\W\d_a-z’'ʹ-]+\b")),
}
"""The type of a division: what its entries are, and how one begins."""


def mark_entries(source: Source, blocks: tuple[Block, ...], profile: Profile) -> tuple[Block, ...]:
    """The paragraphs of glossaries and biographies as entries; the others continue the one before.

    Glossaries and biographies are divisions which the profile names as such.
    """
    return tuple(_entries(source, blocks)) if profile.division else blocks


def _entries(source: Source, blocks: tuple[Block, ...]) -> Iterator[Block]:
    form = None
    begun = False
    for block in blocks:
        if block.division or block.kind is Kind.HEADING:
            form = FORM_OF_ENTRY.get(block.division.type) if block.division else None
            begun = False
        elif form and block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            kind, beginning = form
            begins = bool(beginning.match(source.text, block.start, block.end))
            begun = begun or begins
            if begun:
                yield replace(block, kind=kind, level=0, continues=not begins, doubtful=False)
                continue
        yield block
