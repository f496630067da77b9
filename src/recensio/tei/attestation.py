"""Which reading of an entry a witness has (TEI Guidelines, 12.1.2, 12.1.4 and 12.2).

A reading that names the witness goes before one that names a group of it, and of the groups the
smaller one. Of several readings of one witness the last in the order of @varSeq counts, and one
that is marked as before correction only if there is no other: the text of a witness is what it
says in the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, TypeAlias

from lxml import etree

from recensio.model.witness import Siglum, WitnessList
from recensio.tei.names import tei
from recensio.tei.text import MARKS, READINGS

INSIDE: Final = 1 << 30
"""The rank of a reading that names nobody, for the witnesses that entries inside it name."""

BEFORE_CORRECTION: Final = re.compile(r"a\.?\s?c\.?$|ante", re.IGNORECASE)

Rank: TypeAlias = tuple[int, bool, int, int]


@dataclass(frozen=True, slots=True)
class Attestation:
    """Who has which of the readings of an entry, by their positions.

    `named` holds for each siglum its readings, the most likely one first, `rest` those of all
    others, likewise.
    """

    named: Mapping[Siglum, tuple[int, ...]]
    rest: tuple[int, ...]


class Attestations:
    """Attestations in one document, whose sigla are resolved once each.

    `positive` says that a witness which an entry does not name has nothing there; otherwise it has
    the lemma, or where there is none the reading that names nobody.
    """

    def __init__(self, witnesses: WitnessList, positive: bool) -> None:
        self._witnesses = witnesses
        self._positive = positive
        self._covered: dict[str, tuple[tuple[Siglum, int], ...]] = {}

    def of(self, readings: Sequence[etree._Element]) -> Attestation:
        """Who has which of the readings of one entry, given in their order."""
        ranked: dict[Siglum, dict[int, Rank]] = {}
        for position, reading in enumerate(readings):
            before, late = _is_before_correction(reading), -_sequence(reading)
            for siglum, size in self._sigla(reading):
                ranks = ranked.setdefault(siglum, {})
                rank = (size, before, late, position)
                ranks[position] = min(rank, ranks.get(position, rank))
        named = {siglum: _in_order(ranks) for siglum, ranks in ranked.items()}
        return Attestation(named, self._rest(readings))

    def covered(self, pointers: str) -> Iterator[tuple[Siglum, int]]:
        """The single witnesses of a value of @wit, each with the size of its group, 0 for none."""
        for token in pointers.split():
            yield from self._answering(token)

    def of_mark(self, mark: etree._Element) -> frozenset[Siglum]:
        """The witnesses that a mark speaks of: those of its own @wit or of a reading around it."""
        around = (element.get("wit") for element in (mark, *mark.iterancestors(*READINGS)))
        pointers = next((wit for wit in around if wit is not None), "")
        return frozenset(siglum for siglum, _ in self.covered(pointers))

    def _answering(self, token: str) -> tuple[tuple[Siglum, int], ...]:
        if token not in self._covered:
            singles = self._witnesses.covered(token)
            size = 0 if singles == self._witnesses.resolve(token) else len(singles)
            self._covered[token] = tuple((siglum, size) for siglum in singles)
        return self._covered[token]

    def _sigla(self, reading: etree._Element) -> Iterable[tuple[Siglum, int]]:
        pointers = reading.get("wit")
        if pointers is not None:
            return self.covered(pointers)
        inside = (each.get("wit", "") for each in reading.iterdescendants(*READINGS))
        return ((siglum, INSIDE) for wit in inside for siglum, _ in self.covered(wit))

    def _rest(self, readings: Sequence[etree._Element]) -> tuple[int, ...]:
        if len(readings) == 1 and next(readings[0].iter(*MARKS), None) is not None:
            return (0,)  # The entry is there for the mark; its words are those of all.
        if self._positive:
            return ()
        lemma = (i for i, reading in enumerate(readings) if reading.tag == tei("lem"))
        unnamed = (i for i, reading in enumerate(readings) if _is_anonymous(reading))
        return tuple(dict.fromkeys(chain(lemma, unnamed)))


def _in_order(ranks: Mapping[int, Rank]) -> tuple[int, ...]:
    return tuple(ranks) if len(ranks) == 1 else tuple(sorted(ranks, key=ranks.__getitem__))


def _is_anonymous(reading: etree._Element) -> bool:
    """Whether the reading is neither that of a witness nor somebody's conjecture."""
    return not any((reading.get(name) or "").strip() for name in ("wit", "source", "resp"))


def _is_before_correction(reading: etree._Element) -> bool:
    return any(BEFORE_CORRECTION.match(kind) for kind in kinds_of(reading))


def kinds_of(reading: etree._Element) -> Iterator[str]:
    """The @type of a reading and of the groups of readings that it stands in."""
    element: etree._Element | None = reading
    while element is not None and element.tag != tei("app"):
        yield element.get("type", "")
        element = element.getparent()


def _sequence(reading: etree._Element) -> int:
    number = reading.get("varSeq", "")
    return int(number) if number.isdecimal() else 0
