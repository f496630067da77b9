"""What each witness of a document has at its entries, and between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from recensio.model.apparatus import ApparatusKind
from recensio.publish.insight.absence import PRESENT, Absence, absences
from recensio.publish.insight.attestation import Attestation
from recensio.publish.insight.readings import is_gap, ordered, readings
from recensio.publish.prepare import Edition
from recensio.tei import attestation as tei_attestation
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import BREAK, readings_of, written

MARK: Final = "\x01"
"""Around the number of an entry, while the text is read; XML cannot hold it."""


Choice = tuple[Sequence[etree._Element], tei_attestation.Attestation]
"""The readings of an entry, and who has which."""


class Texts:
    """What the witnesses of a document have at each entry, and between them."""

    def __init__(self, each: Attestation, edition: Edition) -> None:
        self._each = each
        witnesses = edition.corpus.witnesses_of(each.document)
        positive = edition.corpus.apparatus is ApparatusKind.POSITIVE
        self._attestations = tei_attestation.Attestations(witnesses, positive)
        self._choices: dict[etree._Element, Choice] = {}
        self._fetched = _fetched(each)
        self._absences: Mapping[str, Absence] = absences(each.document, witnesses)
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
        text = written(reading, lambda app: self._reading(app, column)).replace(BREAK, " ")
        text = text if text.strip() else self._fetched.get(reading, text)
        return "" if is_gap(text) else text

    def _reading(self, app: etree._Element, column: int) -> etree._Element | None:
        """The reading that a witness has in the end."""
        found, attestation = self._choice(app)
        siglum = self._each.sigla[column]
        named = attestation.named.get(siglum)
        if not named and siglum in self.away(app).either:
            return None
        return next((found[position] for position in named or attestation.rest), None)

    def _choice(self, app: etree._Element) -> Choice:
        if app not in self._choices:
            found = list(readings_of(app))
            self._choices[app] = found, self._attestations.of(found)
        return self._choices[app]


def _fetched(each: Attestation) -> Mapping[etree._Element, str]:
    """What the readings say that only point elsewhere."""
    apps = {app.get(XML_ID): app for app in each.document.tree.getroot().iter(tei("app"))}
    return {
        element: reading.resolved
        for place in each.places
        if any(reading.resolved is not None for reading in readings(place.entry))
        for element, reading in zip(
            ordered(apps[place.entry.id]), readings(place.entry), strict=True
        )
        if reading.resolved is not None
    }
