"""What the texts say of each register entry: every mention in its words, and who stands beside it.

Gathered once for all pages of the registers, at a cost that grows with the texts and their names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from recensio.model.document import Document
from recensio.model.witness import Siglum, WitnessList
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition
from recensio.publish.registers.passages import ENTRY, Named, Passage, Where, around, passages
from recensio.tei.dating import document_date

CROWD: Final = 30
"""Names in one passage above which it is a list, which brings nobody together."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A mention in its context: the words before it, its own, and those after.

    `when` is the date of the passage in EDTF, None if none is known; `sigla` are the witnesses of
    the reading that holds it, if it stands in one that the text does not have.
    """

    id: str
    document: Document
    where: Where
    before: str
    name: str
    after: str
    when: str | None
    sigla: tuple[Siglum, ...] = ()

    @property
    def address(self) -> str:
        """Where it is read, relative to site/."""
        return f"{page_of(self.document)}#{self.id}"


@dataclass(frozen=True, slots=True)
class Index:
    """The mentions of each entry in the order of the texts, and the entries named beside it.

    `company` counts the passages that two entries share; `dates` are the dates that are mentioned.
    `entries` are those of the apparatus that hold a date, by document and xml:id, in the words
    around them, with the register entries that the same passage names, the nearest first.
    `written` are the dates of the documents themselves in EDTF.
    """

    mentions: Mapping[str, Sequence[Mentioned]] = field(default_factory=dict)
    company: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    dates: Sequence[Mentioned] = ()
    entries: Mapping[tuple[str, str], tuple[Mentioned, Sequence[str]]] = field(default_factory=dict)
    written: Mapping[str, str | None] = field(default_factory=dict)


def index_of(edition: Edition) -> Index:
    """The index of an edition: entries by their xml:id, of all registers."""
    known = {entry.id for entry in edition.corpus.registers}
    mentions = defaultdict[str, list[Mentioned]](list)
    company = defaultdict[str, Counter[str]](Counter)
    written: dict[str, str | None] = {}
    dates: list[Mentioned] = []
    entries: dict[tuple[str, str], tuple[Mentioned, Sequence[str]]] = {}
    for each in edition.readable:
        witnesses = edition.corpus.witnesses_of(each.document)
        date = written[each.document.id] = document_date(each.document.tree)
        for passage in passages(each):
            for named, found in _mentioned(each.document, passage, witnesses, date):
                if named.mention.kind == "date" and named.mention.when:
                    dates.append(found)
                if named.mention.kind == ENTRY:
                    entries[each.document.id, found.id] = found, _nearby(named, passage, known)
                if named.mention.ref in known:
                    mentions[named.mention.ref].append(found)
            for one, other in _pairs(passage, known):
                company[one][other] += 1
                company[other][one] += 1
    return Index(mentions, company, dates, entries, written)


def has_company(edition: Edition, among: set[str]) -> bool:
    """Whether any two of these entries stand together; looks no further than the first two."""
    read = (passage for each in edition.readable for passage in passages(each))
    return any(True for passage in read for _pair in _pairs(passage, among))


def _pairs(passage: Passage, known: set[str]) -> Iterator[tuple[str, str]]:
    """The entries that a passage brings together; what is read elsewhere only does not count."""
    named = {each.mention.ref for each in passage.named if each.mention.ref in known}
    refs = sorted(ref for ref in named if ref)
    if passage.where in (Where.TEXT, Where.NOTE) and len(refs) <= CROWD:
        yield from combinations(refs, 2)


def _mentioned(
    document: Document, passage: Passage, witnesses: WitnessList, date: str | None
) -> Iterator[tuple[Named, Mentioned]]:
    dated = [each for each in passage.named if each.mention.kind == "date" and each.mention.when]
    sigla = witnesses.resolve(passage.wit)
    for named in passage.named:
        before, name, after = around(passage, named)
        yield (
            named,
            Mentioned(
                id=named.mention.id,
                document=document,
                where=passage.where,
                before=before,
                name=name,
                after=after,
                when=_nearest(named, dated) or date,
                sigla=sigla,
            ),
        )


def _nearby(named: Named, passage: Passage, known: set[str]) -> list[str]:
    """The register entries that a passage names, the nearest first; none of a long list."""
    others = [(abs(each.begin - named.begin), each.mention.ref) for each in passage.named]
    found = sorted((far, ref) for far, ref in others if ref in known and ref)
    return list(dict.fromkeys(ref for _far, ref in found)) if len(others) <= CROWD else []


def _nearest(named: Named, dated: Sequence[Named]) -> str | None:
    """The date in the same passage that stands nearest to a mention."""
    if not dated:
        return None
    if len(dated) > CROWD:  # A list of dates; the nearest of all would make the cost quadratic.
        return named.mention.when
    nearest = min(dated, key=lambda each: (abs(each.begin - named.begin), each.begin))
    return nearest.mention.when
