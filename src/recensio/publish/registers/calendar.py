"""Texts and dates in the order of time: a calendar of the documents, a list of all their dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lxml import etree

from recensio.model.dating import date_of, span_of
from recensio.model.document import DocumentKind
from recensio.publish.insight.markup import node
from recensio.publish.pages import CALENDAR, DATES, dates_page, from_page, page_of
from recensio.publish.prepare import Edition
from recensio.publish.registers.registers import Registers
from recensio.tei.dating import document_date

FEWEST: Final = 2
"""Dated documents from which there is a calendar."""

QUOTED: Final = 600
"""Dates up to which they all stand on one page."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date: when it begins, as it is written, what the page shows of it."""

    day: int
    date: str
    shown: etree._Element

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return date_of(self.day)[0]

    @property
    def month(self) -> str:
        """The month in which it begins, in EDTF; empty if it is longer than a month."""
        span = span_of(self.date)
        is_long = span is None or span.first is None or span.last is None
        if is_long or (span and (span.last or 0) - (span.first or 0) > 31):
            return ""
        year, month, _day = date_of(self.day)
        return f"{year:04}-{month:02}"


def has_calendar(edition: Edition) -> bool:
    """Whether so many texts are dated that they can be found by their dates."""
    return len(list(_documents(edition))) >= FEWEST


def has_dates(edition: Edition) -> bool:
    """Whether the texts mention a date that can be read."""
    return any(
        span_of(mention.when)
        for each in edition.readable
        for mention in each.mentions
        if mention.kind == "date"
    )


def calendar(registers: Registers) -> etree._Element:
    """The dated texts by year and month."""
    edition = registers.edition
    documents = list(_documents(edition))
    title = edition.corpus.interface.say("calendar")
    tree = node("calendar", title=title, total=len(documents))
    tree.extend(_years(documents))
    return tree


def dates(registers: Registers) -> etree._Element:
    """All dates that the texts mention by year and month, with the words around each.

    If they are many, the years lead to pages of their own (`dates_by_year`).
    """
    found = list(_dates(registers, DATES))
    tree = _of_dates(registers)
    for year in _years(found):
        if len(found) > QUOTED:
            del year[:]
            year.set("href", from_page(DATES, dates_page(year.get("date", ""))))
        tree.append(year)
    return tree


def dates_by_year(registers: Registers) -> Iterator[tuple[str, etree._Element]]:
    """The page of each year, with its address; none if all dates stand on one page."""
    if len(registers.index.dates) > QUOTED:
        for year in _years(list(_dates(registers, dates_page("")))):
            tree = _of_dates(registers)
            tree.append(year)
            yield dates_page(year.get("date", "")), tree


def _of_dates(registers: Registers) -> etree._Element:
    return node("dates", title=registers.edition.corpus.interface.say("dates"))


def _years(found: Sequence[Dated]) -> Iterator[etree._Element]:
    """The years of what is dated; in each what names no month first, then month by month."""
    ordered = sorted(found, key=lambda each: (each.year, each.month, each.day))
    for year, of_year in groupby(ordered, key=lambda each: each.year):
        in_year = list(of_year)
        tree = node("year", date=f"{year:04}" if year >= 0 else f"-{-year:04}", total=len(in_year))
        for month, of_month in groupby(in_year, key=lambda each: each.month):
            tree.append(node("month", *(each.shown for each in of_month), date=month or None))
        yield tree


def _documents(edition: Edition) -> Iterator[Dated]:
    for each in edition.readable:
        date = document_date(each.document.tree)
        span = span_of(date)
        day = (span.first if span.first is not None else span.last) if span else None
        if each.document.kind is DocumentKind.TEXT and date and day is not None:
            href = from_page(CALENDAR, page_of(each.document))
            shown = node("document", date=date, href=href, title=each.document.title)
            yield Dated(day, date, shown)


def _dates(registers: Registers, page: str) -> Iterator[Dated]:
    """The dates that the texts mention, as they are shown on a page of the folder of `page`."""
    for mention in registers.index.dates:
        span = span_of(mention.when)
        day = (span.first if span.first is not None else span.last) if span else None
        if day is not None and mention.when:
            shown = node(
                "mention",
                date=mention.when,
                href=from_page(page, mention.address),
                where=mention.where.value,
                sigla=", ".join(mention.sigla) or None,
                before=mention.before,
                name=mention.name or "…",
                after=mention.after,
                document=mention.document.title,
            )
            yield Dated(day, mention.when, shown)
