"""Entries: glossaries, dates and biographical notes, where each paragraph is an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.lists import DATED
from recensio.importers.profile import Profile
from recensio.importers.source import Source

SURNAME: Final = re.compile(r"[\w’'ʹ-]{2,}")


NAME: Final = re.compile(r"([^,(\[.]{1,80})(?:\[[^\]]{0,80}\]|\([^)]{0,80}\))?(,[^(\[.]{1,80})?")


def name_of(text: str) -> str:
    """Surname and forename with which an entry begins, without what stands in brackets."""
    found = NAME.match(text)
    return " ".join(f"{found[1].strip()}{found[2] or ''}".split()) if found else ""


def _opens_term(text: str) -> bool:
    return text.startswith(("**", "__"))


def _opens_person(text: str) -> bool:
    surname = SURNAME.match(text)
    return surname is not None and surname[0].isupper()


def _opens_date(text: str) -> bool:
    return DATED.fullmatch(text) is not None


FORM_OF_ENTRY: Final[Mapping[str, tuple[Kind, Callable[[str], bool]]]] = {
    "glossary": (Kind.ITEM, _opens_term),
    "biographies": (Kind.PERSON, _opens_person),
    "dates": (Kind.ITEM, _opens_date),
}
"""The type of a division: what its entries are, and how one begins: in bold, in capitals, with a
name and its dates."""


def mark_entries(source: Source, blocks: tuple[Block, ...], profile: Profile) -> tuple[Block, ...]:
    """The paragraphs of glossaries and the like as entries; the others continue the one before.

    These are divisions which the profile names as such, with the divisions below them.
    """
    return tuple(_entries(source, blocks)) if profile.division else blocks


def _entries(source: Source, blocks: tuple[Block, ...]) -> Iterator[Block]:
    form = None
    begun = False
    level = 0
    for block in blocks:
        if block.division or (block.kind is Kind.HEADING and block.level <= level):
            form = FORM_OF_ENTRY.get(block.division.type) if block.division else None
            level = block.level
        if block.division or block.kind is Kind.HEADING:
            begun = False
        elif form and block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            kind, opens = form
            begins = opens(source.text[block.start : block.end])
            begun = begun or begins
            if begun:
                yield replace(block, kind=kind, level=0, continues=not begins, doubtful=False)
                continue
        yield block
