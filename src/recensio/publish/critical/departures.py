"""Where a witness departs from the text of the edition, and what the edition has there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from recensio.model.apparatus import Entry
from recensio.model.document import Document
from recensio.publish.insight.kinds import WRITTEN_OUT
from recensio.publish.insight.readings import NO_TEXT
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition
from recensio.tei.attestation import kinds_of
from recensio.tei.linkage import is_apart
from recensio.tei.names import XML_ID
from recensio.tei.text import APP, lemma_of, text_of

LONGEST: Final = 120
"""Characters of the edition's words that a mark quotes."""


@dataclass(frozen=True, slots=True)
class Departure:
    """An entry at which a witness is not with the edition: where it is read, what the text has.

    `why` says of a reading without words what it means: "silent", "illegible" and the like, else
    "omits".
    """

    entry: str
    number: str
    address: str
    text: str
    why: str = ""

    @property
    def attributes(self) -> Mapping[str, str]:
        """As the tree of a witness's text has them; the address is relative to site/."""
        text = self.text if len(self.text) <= LONGEST else f"{self.text[: LONGEST - 1].rstrip()}…"
        known = {"entry": self.entry, "n": self.number, "href": self.address, "edition": text}
        return known | ({"why": self.why} if self.why else {})


class Departures:
    """The entries of an edition by the elements that they are made of."""

    def __init__(self, edition: Edition) -> None:
        self._documents = {e.document.tree.getroot(): e.document for e in edition.prepared}
        self._readable = {each.document.id for each in edition.readable}
        self._entries: Mapping[tuple[str, str], Entry] = {
            (each.document.id, entry.id): entry
            for each in edition.prepared
            for entry in each.entries
        }

    def of(self, reading: etree._Element) -> Departure | None:
        """The entry of a reading; None if the reading says what the edition's text says."""
        app = next(reading.iterancestors(APP))
        departure = self.at(app)
        if departure is None or (reading is lemma_of(app) and not is_apart(app)):
            return None
        text = text_of(reading)
        is_nested = next(reading.iterdescendants(APP), None) is not None
        if text == departure.text and text and not is_nested:
            return None
        return departure if text or is_nested else replace(departure, why=_why(reading))

    def at(self, app: etree._Element) -> Departure | None:
        """An entry with what the edition's text has there; None if it is unknown."""
        document = self._documents.get(app.getroottree().getroot())
        identifier = app.get(XML_ID, "")
        entry = self._entries.get((document.id, identifier)) if document else None
        if document is None or entry is None:
            return None
        return Departure(
            identifier, entry.number, self._address(document, identifier), _text(entry)
        )

    def _address(self, document: Document, identifier: str) -> str:
        return f"{page_of(document)}#{identifier}" if document.id in self._readable else ""


def _why(reading: etree._Element) -> str:
    """What a reading without words means."""
    said = (*kinds_of(reading), reading.get("cause", ""))
    kinds = (WRITTEN_OUT.get(kind, kind) for kind in said if kind in NO_TEXT)
    return next(kinds, "omits")


def _text(entry: Entry) -> str:
    """The words of the edition's text that an entry is about."""
    if entry.lemma is not None:
        return entry.lemma.text
    if entry.place is not None:
        return entry.place.text
    return next((reading.text for reading in entry.readings), "")
