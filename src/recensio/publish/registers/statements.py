"""What witnesses date: each dated event with the date that every witness gives.

An event is an entry of the apparatus whose readings hold dates, or a dated event of a register. An
entry belongs to an event of the register if it points at it or names it, or if its passage names
it and the dates meet; then both are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from recensio.model.dating import Span, span_of
from recensio.model.document import Document, DocumentKind
from recensio.model.register import RegisterKind
from recensio.model.witness import Siglum
from recensio.publish.gathered import described_entries
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition
from recensio.publish.registers.registers import Registers
from recensio.tei.names import XML_ID, tei
from recensio.tei.registers import edtf
from recensio.tei.text import APP, LEFT_OUT, READINGS, readings_of, text_of

POINTING: Final = ("corresp", "ana", "sameAs", "ref")
"""Attributes by which an entry of the apparatus may say which event it tells of."""

EXACT: Final = 62
"""Days within which a date is exact enough to say that it is that of an event."""

EVENTS: Final = RegisterKind.EVENTS
LARGE: Final = 300
REGISTER: Final = "register"
DATED: Final = re.compile(r"/app\[.*/(?:lem|rdg)\[(?!.*/note\[)")
"""The path of what stands in a reading, not in a note."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A date as it is given: by witnesses in reading `reading` of an entry, or by the register.

    `sigla` are empty for the register and for a text whose lemma names no witness. `gap` are the
    days between this reading and the first.
    """

    when: str
    span: Span
    text: str
    sigla: tuple[Siglum, ...] = ()
    reading: str = ""
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """What witnesses say instead of a date; empty if they are silent."""

    text: str
    sigla: tuple[Siglum, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event: what it is called and where it is read (address relative to site/).

    `words` are the words around an entry: before, its lemma, after. `gap` is by how many days its
    readings differ at most.
    """

    title: str
    address: str
    statements: tuple[Statement, ...]
    accounts: tuple[Account, ...] = ()
    words: tuple[str, str, str] = ("", "", "")
    entry: tuple[str, str, str] = ("", "", "")
    gap: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether every statement gives a day, so that days can be counted between them."""
        return all(each.span.first == each.span.last for each in self.statements)

    @property
    def span(self) -> Span:
        """From the earliest to the latest day that any statement means."""
        days = [
            day
            for each in self.statements
            for day in (each.span.first, each.span.last)
            if day is not None
        ]
        return Span(min(days), max(days))


def happenings(registers: Registers) -> list[Happening]:
    """The dated events of an edition in the order of time.

    Of a register that has more than `LARGE` events only those that the texts mention.
    """
    told = defaultdict[str, list[Happening]](list)
    alone: list[Happening] = []
    for each in registers.edition.readable:
        if each.document.kind is DocumentKind.TEXT:
            for app in each.document.tree.getroot().iter(APP):
                found = _of_entry(app, each.document, registers)
                if found:
                    event = _event(app, each.document, found, registers)
                    (told[event] if event else alone).append(found)
    is_large = len(registers.kinds.get(EVENTS, ())) > LARGE
    for entry in registers.kinds.get(EVENTS, ()):
        dated = _of_register(registers.described[entry.id])
        parts = told.get(entry.id, [])
        is_named = not is_large or registers.count(entry.id)
        if parts or (dated and is_named):
            alone.append(_together(registers, entry.id, parts, dated))
    return sorted(alone, key=lambda each: (each.span.first or 0, each.span.last or 0, each.title))


def has_happenings(edition: Edition) -> bool:
    """Whether an edition has a dated event of either kind; looks no further than the first."""
    in_readings = (
        span_of(mention.when)
        for each in edition.readable
        for mention in each.mentions
        if mention.when and DATED.search(mention.location.xpath or "")
    )
    if any(in_readings):
        return True
    events = {entry.id for entry in edition.corpus.registers if entry.kind is EVENTS}
    if len(events) > LARGE:
        events &= {mention.ref or "" for each in edition.readable for mention in each.mentions}
    described = described_entries(edition) if events else {}
    return any(_of_register(described[event]) for event in events)


def _of_entry(app: etree._Element, document: Document, registers: Registers) -> Happening | None:
    """An entry of the apparatus as an event; None if its readings hold no date that can be read."""
    witnesses = registers.edition.corpus.witnesses_of(document)
    statements: list[Statement] = []
    accounts: list[Account] = []
    for number, reading in enumerate(readings_of(app)):
        sigla = witnesses.resolve(reading.get("wit", ""))
        dated = [
            Statement(when, span, text_of(date), sigla, f"{app.get(XML_ID, '')} {number}")
            for date in _dates(reading)
            if (when := edtf(date)) and (span := span_of(when))
        ]
        statements += dated
        if sigla and not dated:
            accounts.append(Account(text_of(reading), sigla))
    if not statements:
        return None
    compared, gap = _compared(statements)
    words, title = _words(app, document, registers)
    name = app.get(XML_ID, "")
    address = f"{page_of(document)}#{name}"
    entry = (app.get("n", ""), document.title, address)
    return Happening(title, address, compared, tuple(accounts), words, entry, gap)


def _dates(reading: etree._Element) -> Iterator[etree._Element]:
    """The dates of a reading itself, not those of notes or of readings inside it."""
    for date in reading.iter(tei("date")):
        around = (p for p in date.iterancestors() if p.tag in READINGS or p.tag in LEFT_OUT)
        if next(around, None) is reading:
            yield date


def _words(
    app: etree._Element, document: Document, registers: Registers
) -> tuple[tuple[str, str, str], str]:
    found = registers.index.entries.get((document.id, app.get(XML_ID, "")))
    lemma = next(readings_of(app), None)
    text = text_of(lemma) if lemma is not None else ""
    if found is None:
        return ("", text, ""), text
    mention = found[0]
    return (mention.before, mention.name or text, mention.after), mention.name or text


def _event(
    app: etree._Element, document: Document, found: Happening, registers: Registers
) -> str | None:
    """The event of the register that an entry of the apparatus tells of, if that is known."""
    pointed = (
        pointer.rpartition("#")[2]
        for element in (app, *app.iter(tei("name"), tei("rs")))
        for name in POINTING
        for pointer in (element.get(name) or "").split()
    )
    for identifier in pointed:
        if identifier in registers.entries and registers.entries[identifier].kind is EVENTS:
            return identifier
    nearby = registers.index.entries.get((document.id, app.get(XML_ID, "")))
    exact = [each.span for each in found.statements if _is_exact(each.span)]
    for identifier in nearby[1] if nearby and exact else ():
        entry = registers.entries[identifier]
        dated = _of_register(registers.described[identifier]) if entry.kind is EVENTS else None
        if dated and _is_exact(dated.span) and any(not dated.span.gap(span) for span in exact):
            return identifier
    return None


def _is_exact(span: Span) -> bool:
    return span.first is not None and span.last is not None and span.last - span.first < EXACT


def _of_register(event: etree._Element) -> Statement | None:
    when = edtf(event) or next(filter(None, map(edtf, event.iterchildren(tei("date")))), None)
    span = span_of(when)
    return Statement(when, span, "", (), REGISTER) if when and span else None


def _together(
    registers: Registers, identifier: str, parts: Sequence[Happening], dated: Statement | None
) -> Happening:
    """An event of the register with what the entries of the apparatus say of it."""
    statements = (*(t for part in parts for t in part.statements), *((dated,) if dated else ()))
    entry = registers.entries[identifier]
    found = Happening(entry.label, registers.pages[identifier], statements)
    if not parts:
        return found
    return replace(
        found,
        accounts=tuple(account for part in parts for account in part.accounts),
        words=parts[0].words,
        entry=parts[0].entry,
        gap=max(part.gap for part in parts),
    )


def _compared(statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], int]:
    """The statements with their distance from the first reading, and the largest of all."""
    readings: Mapping[str, list[Statement]] = defaultdict(list)
    for each in statements:
        readings[each.reading].append(each)
    spans = [[each.span for each in reading] for reading in readings.values()]
    gaps = {name: _gap(spans[0], own) for name, own in zip(readings, spans, strict=True)}
    largest = max((_gap(one, other) for one in spans for other in spans), default=0)
    return tuple(replace(each, gap=gaps[each.reading]) for each in statements), largest


def _gap(one: Sequence[Span], other: Sequence[Span]) -> int:
    """How far the dates of two readings lie apart: of each the nearest of the other (Hausdorff)."""
    there = (min(a.gap(b) for b in other) for a in one)
    back = (min(a.gap(b) for b in one) for a in other)
    return max(*there, *back)
