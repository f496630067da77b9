"""Which reading each witness has in each entry of a document.

- A witness that a reading names has it; one that several name (before and after correction, at two
  places of a source) has all of them.
- A witness that no reading names has the lemma in a negative apparatus; nothing is known of it in
  a positive one. Where the edition declares neither, it has the lemma if the lemma names no witness
  of its own, provided that some entry names it at all. A lemma that is a conjecture, or has no reading beside it, says nothing of who is not
  named.
- Nothing is known of a witness that is silent, illegible or in a lacuna, nor, in an entry inside a
  reading, of one that does not have that reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.model.apparatus import ApparatusKind, Entry
from recensio.model.document import Document, DocumentKind
from recensio.model.witness import Siglum, Witness
from recensio.publish.insight.absence import PRESENT, absences
from recensio.publish.insight.readings import is_conjecture, numbered, ordered, readings
from recensio.publish.prepare import Edition, Prepared
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import READINGS

UNKNOWN: Final = 0

OFTEN: Final = 0.05
"""The share of the entries in which a siglum that is not declared counts as a witness."""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry: the texts of its states, and the states of each witness as a set of bits.

    `has` follows the sigla of the document; bit n stands for state n, UNKNOWN for no reading.
    """

    entry: Entry
    states: tuple[str, ...]
    has: tuple[int, ...]

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


def attestation(each: Prepared, edition: Edition, orthographic: bool = True) -> Attestation:
    """Which reading each witness has in each entry of a document, in linear time.

    Without `orthographic` a reading classed as spelling counts as the reading before it.
    """
    sigla = tuple(witnesses_counted(each, edition))
    columns = {siglum: column for column, siglum in enumerate(sigla)}
    kind = edition.corpus.apparatus
    apps = _apps(each.document)
    absent = absences(each.document, edition.corpus.witnesses_of(each.document))
    named = {siglum for entry in each.entries for siglum in _named(entry)}
    never = [] if kind is ApparatusKind.NEGATIVE else [s for s in sigla if s not in named]
    made: dict[str, tuple[Place, tuple[int | None, ...]]] = {}
    for entry in each.entries:
        numbers, texts = numbered(entry, orthographic)
        has = [_assumed(entry, numbers, kind)] * len(sigla)
        _narrow(has, _around(entry, apps, made))
        away = absent.get(entry.id, PRESENT).either
        for siglum in (*never, *away):
            if siglum in columns:
                has[columns[siglum]] = UNKNOWN
        _name(has, entry, numbers, columns, away)
        made[entry.id] = (Place(entry, tuple(texts), tuple(has)), numbers)
    return Attestation(each.document, sigla, tuple(place for place, _ in made.values()))


def witnesses_counted(each: Prepared, edition: Edition) -> Iterator[Siglum]:
    """The single witnesses of a document: those declared for it, then others named often.

    Declared are those of its own lists, else of the edition's lists of witnesses, else those
    declared elsewhere that its entries name. A siglum that is not declared counts if it stands in
    OFTEN of the entries: it may be an editor or a word; if none is declared, all of them count.
    """
    named = Counter(siglum for entry in each.entries for siglum in set(_named(entry)))
    lists = edition.corpus.of_kind(DocumentKind.WITNESSES)
    listed = [witness for document in lists for witness in document.witnesses]
    listed = list(each.document.witnesses) or listed
    elsewhere = [siglum for siglum in _single(edition.corpus.witnesses) if siglum in named]
    declared = dict.fromkeys(_single(listed) if listed else elsewhere)
    least = OFTEN * len(each.entries) if named.keys() & declared.keys() else 0
    yield from declared
    for siglum in dict.fromkeys(siglum for entry in each.entries for siglum in _named(entry)):
        if siglum not in declared and named[siglum] >= least:
            yield siglum


def _named(entry: Entry) -> Iterator[Siglum]:
    return (siglum for reading in readings(entry) for siglum in reading.covered)


def _single(witnesses: Iterable[Witness]) -> Iterator[Siglum]:
    return (witness.siglum for witness in witnesses if not witness.members)


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
                lost = number is None or (not reading.text and siglum in absent)
                state = 0 if number is None or lost else 1 << number
                named[column] = named.get(column, 0) | state
    for column, states in named.items():
        has[column] = states


def _apps(document: Document) -> dict[str, etree._Element]:
    return {app.get(XML_ID, ""): app for app in document.tree.getroot().iter(tei("app"))}


def _around(
    entry: Entry,
    apps: Mapping[str, etree._Element],
    made: Mapping[str, tuple[Place, tuple[int | None, ...]]],
) -> tuple[Place, int] | None:
    """The place of the reading around a nested entry, and the number of its state."""
    app, parent = apps.get(entry.id), apps.get(entry.parent or "")
    if app is None or parent is None or entry.parent not in made:
        return None
    holder = next(app.iterancestors(*READINGS, tei("app")))
    place, numbers = made[entry.parent]
    position = next((n for n, reading in enumerate(ordered(parent)) if reading is holder), None)
    number = numbers[position] if position is not None else None
    return None if number is None else (place, number)
