"""What each witness of a document has at its entries, and between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from lxml import etree

from recensio.model.apparatus import ApparatusKind
from recensio.publish.insight.absence import PRESENT, Absence, absences
from recensio.publish.insight.attestation import Attestation
from recensio.publish.insight.readings import named_in, ordered, readings
from recensio.publish.prepare import Edition
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import BREAK, lemma_of, written

MARK: Final = "\x01"
"""Around the number of an entry, while the text is read; XML cannot hold it."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading: its element, the state it is, the witnesses that it names."""

    element: etree._Element
    state: int | None
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Choice:
    """The readings of an entry, what those have that it does not name, and all that it names."""

    readings: tuple[_Reading, ...]
    assumed: etree._Element | None
    named: frozenset[str] = frozenset()


class Texts:
    """What the witnesses of a document have at each entry, and between them."""

    def __init__(self, each: Attestation, edition: Edition) -> None:
        self._each = each
        self._positive = edition.corpus.apparatus is ApparatusKind.POSITIVE
        self._places = {place.entry.id: place for place in each.places}
        self._choices: dict[str, _Choice] = {}
        self._absences: Mapping[str, Absence] = absences(
            each.document, edition.corpus.witnesses_of(each.document)
        )
        first = next(each.document.tree.getroot().iter(tei("app")), None)
        self.at_first = self.away(first).before if first is not None else frozenset()

    def pieces(self) -> Iterator[str | etree._Element]:
        """The text between the entries, and the entries that stand in it."""
        apps: list[etree._Element] = []

        def choose(app: etree._Element) -> str:
            apps.append(app)
            return f"{MARK}{len(apps) - 1}{MARK}"

        text = written(self._each.document.tree.getroot(), choose).replace(BREAK, " ")
        for number, piece in enumerate(text.split(MARK)):
            yield apps[int(piece)] if number % 2 else piece

    def away(self, app: etree._Element) -> Absence:
        """Who has no text where an entry begins and ends."""
        return self._absences.get(app.get(XML_ID, ""), PRESENT)

    def of_all(self, text: str, away: frozenset[str]) -> tuple[str, ...]:
        """The same for each witness that has text here."""
        return tuple("" if siglum in away else text for siglum in self._each.sigla)

    def of_entry(self, app: etree._Element) -> tuple[str, ...]:
        """What each witness has at an entry; alike readings are read once."""
        nested = next(app.iterdescendants(tei("app")), None) is not None
        known: dict[etree._Element | None, str] = {None: ""}
        texts = []
        for column in range(len(self._each.sigla)):
            reading = self._reading(app, column)
            if nested or reading not in known:
                known[reading] = "" if reading is None else self._written(reading, column)
            texts.append(known[reading])
        return tuple(texts)

    def _written(self, reading: etree._Element, column: int) -> str:
        return written(reading, lambda app: self._reading(app, column)).replace(BREAK, " ")

    def _reading(self, app: etree._Element, column: int) -> etree._Element | None:
        """The first reading of the entry that a witness has."""
        identifier = app.get(XML_ID, "")
        if identifier not in self._choices:
            self._choices[identifier] = self._choice(app)
        choice = self._choices[identifier]
        place = self._places.get(identifier)
        if place is None:
            return choice.assumed
        siglum, has = self._each.sigla[column], place.has[column]
        having = [r for r in choice.readings if r.state is not None and has >> r.state & 1]
        named = (reading for reading in having if siglum in reading.named)
        found = next(chain(named, having), None)
        if found is not None:
            return found.element
        lost = siglum in choice.named or siglum in self.away(app).either
        return None if lost else choice.assumed

    def _choice(self, app: etree._Element) -> _Choice:
        place = self._places.get(app.get(XML_ID, ""))
        if place is None:
            reading = lemma_of(app)
            return _Choice((), reading if isinstance(reading, etree._Element) else None)
        found = tuple(
            _Reading(element, state, frozenset(reading.covered))
            for element, state, reading in zip(
                ordered(app), place.numbers, readings(place.entry), strict=True
            )
        )
        lemma = next((r.element for r in found if r.element.tag == tei("lem")), None)
        return _Choice(found, None if self._positive else lemma, frozenset(named_in(place.entry)))
