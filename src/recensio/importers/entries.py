"""Entries: glossaries and biographical notes, where each paragraph is an entry of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.profile import Profile
from recensio.importers.source import Source

SURNAME: Final = re.compile(r"[\w’'ʹ-]{2,}")


def _opens_term(text: str) -> bool:
    return text.startswith(("**", "__"))


def _opens_person(text: str) -> bool:
    surname = SURNAME.match(text)
    return surname is not None and surname[0].isupper()


FORM_OF_ENTRY: Final[Mapping[str, tuple[Kind, Callable[[str], bool]]]] = {
    "glossary": (Kind.ITEM, _opens_term),
    "biographies": (Kind.PERSON, _opens_person),
}
"""The type of a division: what its entries are, and how one begins: in bold, in capitals."""


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
            kind, opens = form
            begins = opens(source.text[block.start : block.end])
            begun = begun or begins
            if begun:
                yield replace(block, kind=kind, level=0, continues=not begins, doubtful=False)
                continue
        yield block
