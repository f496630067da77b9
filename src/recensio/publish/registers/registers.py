"""The registers of an edition with all that their pages are made from, gathered once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish.gathered import described_entries
from recensio.publish.pages import REGISTERS, entry_pages
from recensio.publish.prepare import Edition
from recensio.publish.registers.collation import order
from recensio.publish.registers.mentioned import Index, index_of


@dataclass(frozen=True, slots=True)
class Registers:
    """Entries by register in their order; their TEI, their pages, and the index of the texts."""

    edition: Edition
    kinds: Mapping[RegisterKind, Sequence[RegisterEntry]]
    entries: Mapping[str, RegisterEntry]
    described: Mapping[str, etree._Element]
    pages: Mapping[str, str]
    index: Index

    def count(self, identifier: str) -> int:
        """How often the texts mention an entry."""
        return len(self.index.mentions.get(identifier, ()))

    def by_company(self, identifier: str) -> list[tuple[RegisterEntry, int]]:
        """The entries that stand beside an entry, the most frequent first, with how often."""
        beside = self.index.company.get(identifier, {})
        found = [(self.entries[name], number) for name, number in beside.items()]
        return sorted(found, key=lambda each: (-each[1], *order(each[0].sort), each[0].id))


def filled_kinds(edition: Edition) -> list[RegisterKind]:
    """The registers that have entries, in the order in which they are read."""
    filled = {entry.kind for entry in edition.corpus.registers}
    return [kind for kind in REGISTERS if kind in filled]


def registers_of(edition: Edition) -> Registers:
    """The registers of an edition; the cost is that of its texts and registers."""
    kinds = defaultdict[RegisterKind, list[RegisterEntry]](list)
    for entry in sorted(edition.corpus.registers, key=lambda each: (*order(each.sort), each.id)):
        kinds[entry.kind].append(entry)
    return Registers(
        edition=edition,
        kinds={kind: kinds[kind] for kind in filled_kinds(edition)},
        entries={entry.id: entry for entry in edition.corpus.registers},
        described=described_entries(edition),
        pages=entry_pages(edition.corpus.registers),
        index=index_of(edition),
    )
