"""The registers: who and what the edition names, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from recensio.model.problem import Problem
from recensio.model.register import RegisterKind
from recensio.publish.gathered import register
from recensio.publish.pages import REGISTER_TITLES, register_page
from recensio.publish.prepare import Edition
from recensio.publish.site.page import Link, Page, edition_page
from recensio.publish.site.rooms import Room


def _pages(edition: Edition, _jobs: int) -> Iterator[Page | Problem]:
    for kind in _kinds(edition):
        page, title, source = register_page(kind), REGISTER_TITLES[kind], register(edition, kind)
        yield edition_page(page, title, "register", source, edition, ROOM.name)


def _links(edition: Edition) -> Iterator[Link]:
    say = edition.corpus.interface.say
    for kind in _kinds(edition):
        yield Link(register_page(kind), say(f"register.{kind.value}"))


def _kinds(edition: Edition) -> list[RegisterKind]:
    filled = Counter(entry.kind for entry in edition.corpus.registers)
    return [kind for kind in REGISTER_TITLES if filled[kind]]


ROOM: Final = Room("registers", _pages, _links)
