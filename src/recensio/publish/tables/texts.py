"""Rows of documents, divisions, mentions, dates and notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from lxml import etree

from recensio import __version__
from recensio.model.dating import Span, date_of, span_of
from recensio.model.register import Mention
from recensio.publish.insight.readings import ordered
from recensio.publish.json_files import Record, edition_record, mention_records, note_records
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition, Prepared
from recensio.tei.dating import document_date
from recensio.tei.locate import Locator
from recensio.tei.names import NS, XML_ID, XML_LANG, tei, tei_names
from recensio.tei.text import APP, text_of

DIVISIONS: Final = tei_names("div div1 div2 div3 div4 div5 div6 div7")
TOLD: Final = ("title", "language", "licence", "licence_url", "date", "publisher", "description")
STEP: Final = re.compile(r"/([\w.-]+)\[")
PLACES: Final = {"lem": "reading", "rdg": "reading", "note": "note", "witDetail": "note"}


class Places:
    """The divisions of a document, and the readings that its dates stand in, by their paths."""

    def __init__(self, each: Prepared) -> None:
        self.prepared = each
        self._locator = Locator(each.document.tree, each.document.path)

    @cached_property
    def divisions(self) -> Mapping[str, Record]:
        """The divisions by their paths in document order."""
        found: dict[str, Record] = {}
        texts = self.prepared.document.tree.getroot().iterchildren(tei("text"), tei("TEI"))
        for element in (e for text in texts for e in text.iter(*DIVISIONS)):
            xpath = self._locator.xpath(element)
            around = found.get(_up(xpath, found), {})
            found[xpath] = {
                "document": self.prepared.document.id,
                "id": element.get(XML_ID) or xpath,
                "parent": around.get("id"),
                "level": around.get("level", 0) + 1,
                "position": len(found) + 1,
                "type": element.get("type"),
                "n": element.get("n"),
                "head": _head(element),
                "xpath": xpath,
            }
        return found

    def division(self, xpath: str | None) -> str | None:
        """The id of the innermost division around a path."""
        around = _up(xpath or "", self.divisions)
        return self.divisions[around]["id"] if around else None

    @cached_property
    def readings(self) -> Mapping[str, tuple[str, int]]:
        """The entry and the position of each reading by its path."""
        lemmata = {entry.id: entry.lemma is not None for entry in self.prepared.entries}
        return {
            self._locator.xpath(reading): (name, position + (not lemmata[name]))
            for app in self.prepared.document.tree.getroot().iter(APP)
            if (name := app.get(XML_ID, "")) in lemmata
            for position, reading in enumerate(ordered(app))
        }


def about(edition: Edition) -> Iterator[Record]:
    """What the edition says of itself, one thing a row; nothing empty."""
    metadata = edition.corpus.metadata
    told = [(name, getattr(metadata, name)) for name in TOLD]
    told.insert(1, ("editors", metadata.credit))
    told += [("url", edition.corpus.web.url), ("sources", edition.corpus.digest)]
    if edition.corpus.revision:
        told.append(("commit", edition.corpus.revision.commit))
    told.append(("recensio", __version__))
    yield from ({"name": name, "value": value} for name, value in told if value)


def documents(edition: Edition) -> Iterator[Record]:
    """The documents that have a page, then others that hold entries."""
    named = {record["id"]: record for record in edition_record(edition)["documents"]}
    others = [each for each in edition.prepared if each.entries and each.document.id not in named]
    for each in (*edition.readable, *others):
        document = each.document
        date = document_date(document.tree)
        plain = {"id": document.id, "title": document.title}
        path = edition.corpus.relative(document)
        page = page_of(document) if document.id in named else None
        yield {
            **(plain | {"path": path, "page": page} | named.get(document.id, {})),
            "kind": document.kind.value,
            "language": document.tree.getroot().get(XML_LANG),
            "date": date,
            **days(span_of(date)),
        }


def divisions(places: Iterable[Places]) -> Iterator[Record]:
    """The divisions of all documents."""
    for each in places:
        yield from each.divisions.values()


def mentions(edition: Edition, places: Mapping[str, Places]) -> Iterator[Record]:
    """Names and dates, each with its register entry and its division."""
    known = {entry.id for entry in edition.corpus.registers}
    for record in mention_records(edition):
        division = places[record["document"]].division(record["xpath"])
        ref = record["ref"] if record["ref"] in known else None
        key = record["id"] or record["xpath"]
        yield record | {"id": key, "register": ref, "division": division}


def notes(edition: Edition, places: Mapping[str, Places]) -> Iterator[Record]:
    """The notes, each with its division."""
    for record in note_records(edition):
        division = places[record["document"]].division(record["xpath"])
        yield record | {"id": record["id"] or record["xpath"], "division": division}


def dates(edition: Edition, places: Mapping[str, Places]) -> Iterator[Record]:
    """The dates that can be placed in time, each with the reading that it stands in."""
    for each in edition.readable:
        for mention in each.mentions:
            span = span_of(mention.when)
            if mention.kind == "date" and span:
                yield {**_dated(mention, places[each.document.id]), **days(span)}


def days(span: Span | None) -> Record:
    """The first and the last day of a span, as ISO 8601 writes days."""
    return {
        "earliest": _day(span.first) if span else None,
        "latest": _day(span.last) if span else None,
    }


def _dated(mention: Mention, places: Places) -> Record:
    xpath = mention.location.xpath or ""
    steps = STEP.findall(xpath)
    place = next((PLACES[name] for name in reversed(steps) if name in PLACES), "text")
    reading = _up(xpath, places.readings) if place == "reading" else ""
    entry, position = places.readings[reading] if reading else (None, None)
    return {
        "document": mention.document,
        "id": mention.id or xpath,
        "text": mention.text,
        "edtf": mention.when,
        "place": place,
        "entry": entry,
        "position": position,
    }


def _up(xpath: str, known: Mapping[str, object]) -> str:
    """The longest path around a path that is known; "" if none is."""
    while (xpath := xpath.rpartition("/")[0]) and xpath not in known:
        pass
    return xpath


def _day(number: int | None) -> str | None:
    if number is None:
        return None
    year, month, day = date_of(number)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{day:02}"


def _head(division: etree._Element) -> str | None:
    head = division.find("tei:head", NS)
    return text_of(head) if head is not None else None
