"""The passages that a search finds: some blocks of a text that stand together, a note, an entry.

Where witnesses have the same words in a passage, that is one passage of them all: so an edition of
a hundred witnesses is hardly larger to search than its variants make it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from recensio.model.document import DocumentKind
from recensio.publish.prepare import Edition, Prepared
from recensio.publish.site.finding.blocks import Block, blocks_of
from recensio.publish.site.finding.dates import years_of, years_of_header
from recensio.publish.site.finding.shown import places_of, texts_of
from recensio.publish.site.page import Page

READING: Final = ""
"""Stands for the reading text where sigla stand for witnesses."""

ENOUGH: Final = 60
"""Words after which a passage ends with its block: verse lines are found together."""

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a passage: the word it begins with, counted from 0, and its id on the page."""

    word: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What is found as one: `text` with the places in it, and who has it.

    `document` is its id, `kind` "text" or "note"; `sigla` are the witnesses with these words,
    READING among them if it has them too. Passages of a document with the same `number` are one
    place as several witnesses have it. `refs` are ids of register entries that are named, `years`
    those of dates.
    """

    document: str
    kind: str
    number: int
    section: str
    text: str
    places: tuple[Place, ...]
    sigla: tuple[str, ...]
    refs: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


def passages_of(prepared: Prepared, edition: Edition, pages: Sequence[Page]) -> Iterator[Passage]:
    """The passages of a document; `pages` are its own and those of witnesses."""
    own = pages[0]
    ids = places_of(own.main)
    blocks = tuple(blocks_of(prepared, ids))
    anchors = frozenset(block.anchor for block in blocks)
    witnesses = {page.witness: texts_of(page.main, anchors) for page in pages if page.witness}
    whose = _whose(prepared, edition)
    named = _Named(prepared)
    groups = list(_grouped(blocks))
    for number, group in enumerate(groups):
        for sigla, parts in _versions(group, whose, witnesses).items():
            yield _passage(prepared, number, group, parts, sigla, named)
    notes = (note for note in prepared.notes if note.id in ids and note.text)
    for number, note in enumerate(notes, start=len(groups)):
        yield Passage(
            document=prepared.document.id,
            kind="note",
            number=number,
            section="",
            text=note.text,
            places=(Place(0, note.id),),
            sigla=(whose,),
            years=named.document,
        )


class _Named:
    """The register entries and years that mentions of a document name."""

    def __init__(self, prepared: Prepared) -> None:
        self._mentions = {mention.id: mention for mention in prepared.mentions}
        self.document = tuple(years_of_header(prepared.document.tree))

    def refs(self, blocks: Sequence[Block]) -> tuple[str, ...]:
        found = (self._mentions[name].ref for block in blocks for name in block.mentions)
        return tuple(dict.fromkeys(ref for ref in found if ref))

    def years(self, blocks: Sequence[Block]) -> tuple[int, ...]:
        dates = (self._mentions[name].when for block in blocks for name in block.mentions)
        found = (year for date in dates if date for year in years_of(date))
        return tuple(sorted({*self.document, *found}))


def _whose(prepared: Prepared, edition: Edition) -> str:
    """The siglum of the witness that a document transcribes, else READING."""
    document = prepared.document
    sigla = {witness.siglum for witness in edition.corpus.witnesses}
    is_witness = document.kind is DocumentKind.TRANSCRIPT and document.id in sigla
    return document.id if is_witness else READING


def _grouped(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Blocks under one heading, put together until they have words enough."""
    for _, under in groupby(blocks, key=lambda block: block.section):
        group: list[Block] = []
        for block in under:
            group.append(block)
            if sum(each.text.count(" ") + 1 for each in group) >= ENOUGH:
                yield group
                group = []
        if group:
            yield group


Parts = tuple[tuple[str, str], ...]
"""The texts at the places of a passage: id and text of each."""


def _versions(
    group: Sequence[Block], whose: str, witnesses: Mapping[str, Mapping[str, str]]
) -> Mapping[tuple[str, ...], Parts]:
    """The passage in each form that a text gives it, by who has it so."""
    parts: dict[str, str] = {}
    for block in group:
        before = parts.get(block.anchor)
        parts[block.anchor] = f"{before} {block.text}" if before else block.text
    forms = {_words(parts): tuple(parts.items())}
    sharing: dict[tuple[str, ...], list[str]] = defaultdict(list, {_words(parts): [whose]})
    for siglum, texts in witnesses.items():
        shown = {anchor: texts[anchor] for anchor in parts if texts.get(anchor)}
        words = _words(shown)
        if words:
            forms.setdefault(words, tuple(shown.items()))
            sharing[words].append(siglum)
    return {tuple(sigla): forms[words] for words, sigla in sharing.items()}


def _words(parts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_WORD.findall(" ".join(parts.values()).casefold()))


def _passage(
    prepared: Prepared,
    number: int,
    group: Sequence[Block],
    parts: Parts,
    sigla: tuple[str, ...],
    named: _Named,
) -> Passage:
    places: list[Place] = []
    count = 0
    for anchor, text in parts:
        places.append(Place(count, anchor))
        count += len(text.split())
    return Passage(
        document=prepared.document.id,
        kind="text",
        number=number,
        section=group[0].section,
        text=" ".join(text for _, text in parts),
        places=tuple(places),
        sigla=sigla,
        refs=named.refs(group),
        years=named.years(group),
    )
