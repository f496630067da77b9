"""Which reading each witness has in each entry of a document.

- A witness that a reading names has it; one that several name (before and after correction, at two
  places of a source) has all of them.
- A witness that no reading names has the lemma in a negative apparatus; nothing is known of it in
  a positive one. Where the edition declares neither, it has the lemma if the lemma names no witness
  of its own, provided that some entry names it at all. A lemma that is a conjecture, or that has no
  reading beside it, says nothing of who is not named.
- Nothing is known of a witness that is silent, illegible or in a lacuna, nor, in an entry inside a
  reading, of one that does not have that reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.model.apparatus import ApparatusKind, Entry
from recensio.model.document import Document
from recensio.model.witness import Siglum
from recensio.publish.insight.absence import PRESENT, absences
from recensio.publish.insight.readings import (
    is_conjecture,
    named_in,
    numbered,
    ordered,
    readings,
    told_apart,
    words_of,
)
from recensio.publish.insight.roll import Roll
from recensio.publish.prepare import Prepared
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import READINGS

UNKNOWN: Final = 0


@dataclass(frozen=True, slots=True)
class Place:
    """An entry: the texts of its states, and the states of each witness as a set of bits.

    `has` follows the sigla of the document; bit n stands for state n, UNKNOWN for no reading.
    `numbers` are the states of the readings, the lemma first; one that tells nothing has none.
    """

    entry: Entry
    states: tuple[str, ...]
    has: tuple[int, ...]
    numbers: tuple[int | None, ...] = ()

    @property
    def known(self) -> int:
        """How many witnesses have a known reading."""
        return sum(1 for states in self.has if states)


@dataclass(frozen=True, slots=True)
class Attestation:
    """The entries of a document as places, the witnesses in their order."""

    document: Document
    sigla: tuple[Siglum, ...]
    places: tuple[Place, ...]


def attestation(each: Prepared, roll: Roll, orthographic: bool = True) -> Attestation:
    """Which reading each witness has in each entry of a document, in linear time.

    Without `orthographic` a reading classed as spelling counts as the reading before it.
    """
    sigla = roll.of(each)
    columns = {siglum: column for column, siglum in enumerate(sigla)}
    corpus = roll.edition.corpus
    apps = _apps(each.document)
    absent = absences(each.document, corpus.witnesses_of(each.document))
    named = {siglum for entry in each.entries for siglum in named_in(entry)}
    never = (
        [] if corpus.apparatus is ApparatusKind.NEGATIVE else [s for s in sigla if s not in named]
    )
    made: dict[str, Place] = {}
    for entry in each.entries:
        app = apps.get(entry.id)
        apart = told_apart(entry, app) if app is not None else ()
        numbers, texts = numbered(entry, apart, orthographic)
        has = [_assumed(entry, numbers, corpus.apparatus)] * len(sigla)
        _narrow(has, _around(entry, apps, made))
        away = absent.get(entry.id, PRESENT).either
        for siglum in (*never, *away):
            if siglum in columns:
                has[columns[siglum]] = UNKNOWN
        _name(has, entry, numbers, columns, away)
        made[entry.id] = Place(entry, tuple(texts), tuple(has), numbers)
    return Attestation(each.document, sigla, tuple(made.values()))


def _assumed(entry: Entry, numbers: tuple[int | None, ...], kind: ApparatusKind) -> int:
    """What a witness has that the entry does not name."""
    lemma = entry.lemma
    if lemma is None or not entry.readings or kind is ApparatusKind.POSITIVE:
        return UNKNOWN
    if is_conjecture(lemma) or numbers[0] is None:
        return UNKNOWN
    return UNKNOWN if kind is ApparatusKind.UNDECLARED and lemma.covered else 1 << numbers[0]


def _narrow(has: list[int], outer: tuple[Place, int] | None) -> None:
    """Leave the assumed reading to those witnesses that have the reading around the entry."""
    if outer is not None:
        place, state = outer
        for column, states in enumerate(place.has):
            if not states >> state & 1:
                has[column] = UNKNOWN


def _name(
    has: list[int],
    entry: Entry,
    numbers: tuple[int | None, ...],
    columns: Mapping[Siglum, int],
    absent: frozenset[Siglum],
) -> None:
    """Give each witness that readings name their states.

    A wordless reading of a witness in a lacuna is the lacuna, not an omission.
    """
    named: dict[int, int] = {}
    for reading, number in zip(readings(entry), numbers, strict=True):
        for siglum in reading.covered:
            column = columns.get(siglum)
            if column is not None:
                lost = number is None or (not words_of(reading) and siglum in absent)
                state = 0 if number is None or lost else 1 << number
                named[column] = named.get(column, 0) | state
    for column, states in named.items():
        has[column] = states


def _apps(document: Document) -> dict[str, etree._Element]:
    return {app.get(XML_ID, ""): app for app in document.tree.getroot().iter(tei("app"))}


def _around(
    entry: Entry,
    apps: Mapping[str, etree._Element],
    made: Mapping[str, Place],
) -> tuple[Place, int] | None:
    """The place of the reading around a nested entry, and the number of its state."""
    outer = entry.parent or ""
    app, parent = apps.get(entry.id), apps.get(outer)
    if app is None or parent is None or outer not in made:
        return None
    holder = next(app.iterancestors(*READINGS, tei("app")))
    place = made[outer]
    position = next((n for n, reading in enumerate(ordered(parent)) if reading is holder), None)
    number = place.numbers[position] if position is not None else None
    return None if number is None else (place, number)
