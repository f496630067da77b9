"""The registers: who and what the edition names, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from recensio.model.problem import Problem
from recensio.model.register import RegisterKind
from recensio.publish.pages import REGISTERS_INDEX, register_page
from recensio.publish.prepare import Edition
from recensio.publish.registers import (
    Registers,
    entry_tree,
    filled_kinds,
    listing,
    overview,
    registers_of,
)
from recensio.publish.site.page import Link, Page, edition_page
from recensio.publish.site.rooms import Room

FILTER: Final = "registers.js"


def _pages(edition: Edition, _jobs: int) -> Iterator[Page | Problem]:
    registers = registers_of(edition)
    if registers.kinds:
        title = edition.corpus.interface.say("room.registers")
        yield _drawn(REGISTERS_INDEX, title, "overview", overview(registers, []), edition)
    for kind in registers.kinds:
        tree = listing(registers, kind)
        page = _drawn(register_page(kind), tree.get("title", ""), "listing", tree, edition)
        yield replace(page, scripts=(FILTER,)) if isinstance(page, Page) else page
        yield from _entries(registers, kind)


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
    kinds = filled_kinds(edition)
    if kinds:
        yield Link(REGISTERS_INDEX, say("registers.overview"))
    for kind in kinds:
        yield Link(register_page(kind), say(f"register.{kind.value}"))


ROOM: Final = Room("registers", _pages, _links)
