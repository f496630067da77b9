"""The critical apparatus of a document as values (TEI Guidelines, chapter 12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from recensio.model.apparatus import Apparatus, Entry, Place, Reading
from recensio.model.document import Document
from recensio.model.witness import WitnessList
from recensio.tei.details import assigned
from recensio.tei.fetched import fetched_text
from recensio.tei.linkage import method_of
from recensio.tei.locate import Locator
from recensio.tei.names import XML_ID, tei, tei_names
from recensio.tei.readings import (
    GROUP,
    LACUNA_END,
    LACUNA_START,
    NOTE,
    detail_of,
    fragments,
    reading_of,
    witnesses_of_mark,
)
from recensio.tei.span_text import words_of
from recensio.tei.spans import Span, Spans
from recensio.tei.text import APP, BLOCKS, MARKS, readings_of, text_of
from recensio.tei.transpositions import Linked, transpositions

DIVISIONS: Final = tei_names(
    "TEI text group front body back div div1 div2 div3 div4 div5 div6 div7"
)

__all__ = ["LACUNA_END", "LACUNA_START", "MARKS", "apparatus", "witnesses_of_mark"]


def apparatus(
    document: Document, witnesses: WitnessList, locator: Locator, spans: Spans | None = None
) -> Apparatus:
    """Every app of a prepared document, in its order, nested ones among them.

    `spans` knows the documents in which the places of entries and the texts of external readings
    may lie; without it only this one is looked at.
    """
    apps = list(document.tree.getroot().iter(APP))
    if not apps:
        return Apparatus()
    reader = _Reader(document, witnesses, locator, spans or Spans([document]))
    return Apparatus(tuple(map(reader.entry, apps)))


class _Reader:
    """Reads the entries of one document."""

    def __init__(
        self, document: Document, witnesses: WitnessList, locator: Locator, spans: Spans
    ) -> None:
        self._document = document
        self._witnesses = witnesses
        self._locator = locator
        self._spans = spans
        self._located: dict[tuple[etree._Element, etree._Element], str] = {}
        self._details = assigned(document.tree.getroot())
        self._transposed: Linked = transpositions(document, spans.pointers)

    def entry(self, app: etree._Element) -> Entry:
        """One app, without the entries nested in it."""
        readings = list(readings_of(app))
        lemma = next((r for r in readings if r.tag == tei("lem")), None)
        parent = next(app.iterancestors(APP), None)
        name = app.get(XML_ID, "")
        return Entry(
            id=name,
            document=self._document.id,
            number=app.get("n", ""),
            method=method_of(app),
            parent=parent.get(XML_ID) if parent is not None else None,
            location=self._locator.location(app),
            lemma=self._reading(lemma) if lemma is not None else None,
            readings=tuple(self._reading(r) for r in readings if r is not lemma),
            notes=tuple(map(text_of, _notes(app))),
            details=tuple(
                detail_of(each, self._witnesses) for each in self._details.of_entry.get(app, ())
            ),
            kind=app.get("type"),
            layer=_layer(app),
            loc=app.get("loc"),
            begin=app.get("from"),
            end=app.get("to"),
            place=self._place(app),
            exclude=fragments(app.get("exclude")),
            transposed=self._transposed.get(name, ()),
        )

    def _reading(self, element: etree._Element) -> Reading:
        details = self._details.of_reading.get(element, ())
        reading = reading_of(element, self._witnesses, details)
        resolved = fetched_text(element, self._document, self._spans.pointers)
        return replace(reading, resolved=resolved) if resolved is not None else reading

    def _place(self, app: etree._Element) -> Place | None:
        span = self._spans.of(app, self._document)
        if span is None:
            return None
        locator = self._spans.locator(span.document)
        return Place(
            document=span.document.id,
            text=self._words(app, span),
            first=locator.xpath(span.first),
            last=locator.xpath(span.last),
            begins=_identified(span.first),
            ends=_identified(span.last),
            is_long=_block(span.first) is not _block(span.last),
        )

    def _words(self, app: etree._Element, span: Span) -> str:
        """The words of a span; those of a paragraph or line are read once for all its entries.

        A reference to a whole division does not say which words are meant.
        """
        if app.get("from") or app.get("to"):
            return words_of(span)
        ends = (span.first, span.last)
        if ends not in self._located:
            self._located[ends] = "" if span.first.tag in DIVISIONS else words_of(span)
        return self._located[ends]


def _identified(element: etree._Element) -> str:
    """The xml:id of an element, else of the nearest around it that has one."""
    named = (each.get(XML_ID) for each in (element, *element.iterancestors()))
    return next(filter(None, named), "")


def _block(element: etree._Element) -> etree._Element | None:
    return next((e for e in (element, *element.iterancestors()) if e.tag in BLOCKS), None)


def _layer(app: etree._Element) -> str | None:
    """The apparatus of several that an entry belongs to: the listApp says so, else its type."""
    lists = (listing.get("type") for listing in app.iterancestors(tei("listApp")))
    return next(filter(None, lists), None) or app.get("type")


def _notes(app: etree._Element) -> Iterator[etree._Element]:
    """The notes of an entry: its own and those of its groups, but not those in a reading."""
    for child in app.iterchildren("*"):
        if child.tag == NOTE:
            yield child
        elif child.tag in (GROUP, tei("noteGrp")):
            yield from _notes(child)
