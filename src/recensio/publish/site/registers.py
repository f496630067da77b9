"""The registers: who and what the edition names, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from recensio.model.problem import Problem
from recensio.model.register import RegisterKind
from recensio.publish.pages import (
    CALENDAR,
    CHRONOLOGY,
    DATES,
    NETWORK,
    REGISTERS_INDEX,
    register_page,
)
from recensio.publish.prepare import Edition
from recensio.publish.registers import (
    Registers,
    calendar,
    chronology,
    dates,
    dates_by_year,
    entry_tree,
    filled_kinds,
    has_calendar,
    has_dates,
    has_happenings,
    has_network,
    listing,
    network,
    overview,
    registers_of,
)
from recensio.publish.site.page import Link, Page, edition_page
from recensio.publish.site.rooms import Room

FILTER: Final = "registers.js"
MODES: Final = {"dates": "calendar"}
"""Modes that are not called as the words of their page."""


def _pages(edition: Edition, _jobs: int) -> Iterator[Page | Problem]:
    links = list(_links(edition))
    if not links:
        return
    registers = registers_of(edition)
    say = edition.corpus.interface.say
    made = list(_made(edition))
    others = [(page, say(mode)) for page, mode, _tree in made]
    yield _drawn(
        REGISTERS_INDEX, say("room.registers"), "overview", overview(registers, others), edition
    )
    for kind in registers.kinds:
        tree = listing(registers, kind)
        page = _drawn(register_page(kind), tree.get("title", ""), "listing", tree, edition)
        yield replace(page, scripts=(FILTER,)) if isinstance(page, Page) else page
        yield from _entries(registers, kind)
    for path, mode, tree_of in made:
        yield _drawn(path, say(mode), MODES.get(mode, mode), tree_of(registers), edition)
    for path, tree in dates_by_year(registers):
        yield _drawn(path, say("dates"), "calendar", tree, edition)


def _made(edition: Edition) -> Iterator[tuple[str, str, Callable[[Registers], etree._Element]]]:
    """The pages that are made from registers and texts together: path, mode and key, tree."""
    if has_happenings(edition):
        yield CHRONOLOGY, "chronology", chronology
    if has_calendar(edition):
        yield CALENDAR, "calendar", calendar
    if has_dates(edition):
        yield DATES, "dates", dates
    if has_network(edition):
        yield NETWORK, "network", network


def _entries(registers: Registers, kind: RegisterKind) -> Iterator[Page | Problem]:
    """The pages of the entries, each with its neighbours in the register."""
    entries = registers.kinds[kind]
    links = [Link(registers.pages[entry.id], entry.label) for entry in entries]
    for position, entry in enumerate(entries):
        tree = entry_tree(entry, registers)
        page = _drawn(links[position].page, entry.label, "record", tree, registers.edition)
        if isinstance(page, Page):
            previous = links[position - 1] if position else None
            following = links[position + 1] if position + 1 < len(links) else None
            page = replace(page, previous=previous, following=following)
        yield page


def _drawn(
    path: str, title: str, mode: str, tree: etree._Element, edition: Edition
) -> Page | Problem:
    source = etree.tostring(tree, encoding="unicode")
    return edition_page(path, title, mode, source, edition, ROOM.name)


def _links(edition: Edition) -> Iterator[Link]:
    say = edition.corpus.interface.say
    kinds, made = filled_kinds(edition), list(_made(edition))
    if kinds or made:
        yield Link(REGISTERS_INDEX, say("registers.overview"))
    for kind in kinds:
        yield Link(register_page(kind), say(f"register.{kind.value}"))
    for page, mode, _tree in made:
        yield Link(page, say(mode))


ROOM: Final = Room("registers", _pages, _links)
