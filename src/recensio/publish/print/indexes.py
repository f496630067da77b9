"""The indexes of names: for each register entry the page and line of every mention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish.print.book import Book
from recensio.publish.print.galley import Galley
from recensio.publish.print.marks import Point
from recensio.publish.print.plan import Plan

FRONT: Final = "front "
"""What stands for a page with a Roman numeral, before its place among these."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One place: `text` as printed, "12.7" or in a note "12.7n"; `target` is the mark to go to.

    One in front is on a page with a Roman numeral, known when the book is set; `text` follows that.
    """

    text: str
    target: str
    front: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of an index with its references in the order of the book."""

    label: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The index of one register."""

    kind: str
    headings: tuple[Heading, ...]


def indexes(book: Book, galley: Galley, plan: Plan) -> tuple[Index, ...]:
    """An index of each register with a mention in the book."""
    found = _references(book, galley, plan)
    listed = (_index(kind, book.registers, found) for kind in RegisterKind)
    return tuple(index for index in listed if index.headings)


def _index(
    kind: RegisterKind, entries: tuple[RegisterEntry, ...], found: dict[str, dict[str, str]]
) -> Index:
    own = sorted((e for e in entries if e.kind is kind and e.id in found), key=lambda e: e.sort)
    return Index(
        kind.value,
        tuple(Heading(e.label, tuple(_sorted(found[e.id]))) for e in own),
    )


def _sorted(places: Mapping[str, str]) -> Iterator[Reference]:
    """The references in the order of the pages; what stands in a note comes after the line."""
    for text in sorted(places, key=_page_and_line):
        front = text.startswith(FRONT)
        shown = "n" * text.endswith("n") if front else text
        yield Reference(shown, places[text], front)


def _references(book: Book, galley: Galley, plan: Plan) -> dict[str, dict[str, str]]:
    """For each register entry its printed places, each once, with the mark to go to."""
    numbers = {chapter.id: number for number, chapter in enumerate(book.chapters)}
    places = {mark: (text, target) for mark, text, target in _places(galley, plan)}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for mention in book.mentions:
        mark = f"{numbers.get(mention.document, '')}:{mention.id}"
        if mention.ref and mark in places:
            text, target = places[mark]
            found[mention.ref].setdefault(text, target)
    return found


def _places(galley: Galley, plan: Plan) -> Iterator[tuple[str, str, str]]:
    """For each marked name its mark, its place as printed, and the mark to go to."""
    for mark in galley.of_kind("mention"):
        yield mark.id, _printed(mark.point, galley, plan), mark.id
    hosts = {entry.id: _printed(entry.point, galley, plan) for entry in galley.entries}
    for mark in galley.of_kind("within"):
        host = mark.facts[1]
        if host in hosts:
            yield mark.id, hosts[host] + "n", host


def _printed(point: Point, galley: Galley, plan: Plan) -> str:
    """Page and line of a point; in a heading or where lines have no numbers the page alone."""
    line = galley.ending(point)
    page = plan.page_at(point) if line is None else plan.page_of_line[line]
    printed = plan.printed(page)
    if printed is None:
        return f"{FRONT}{page.number}"
    number = "" if line is None else plan.place(line)[1]
    return f"{printed}.{number}" if number else str(printed)


def _page_and_line(place: str) -> tuple[bool, list[int], str]:
    numbers = [int(number) for number in re.findall(r"\d+", place)]
    return not place.startswith(FRONT), numbers, place
