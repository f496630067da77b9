"""The witnesses: their conspectus, their texts, and passages of them that say the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recensio.model.problem import Problem
from recensio.publish.critical.conspectus import conspectus
from recensio.publish.critical.witnessed import texts, witnessed
from recensio.publish.pages import CONSPECTUS, SYNOPSES, TEXTS
from recensio.publish.prepare import Edition
from recensio.publish.site.page import Link, Page, edition_page
from recensio.publish.site.rooms import Room
from recensio.publish.site.witness_texts import witness_pages
from recensio.publish.synoptic import has_synopses, synoptic_pages


def _pages(edition: Edition, jobs: int) -> Iterator[Page | Problem]:
    if len(edition.corpus.witnesses):
        title = edition.corpus.interface.say("conspectus")
        source = conspectus(edition)
        yield edition_page(CONSPECTUS, title, "conspectus", source, edition, ROOM.name)
    if edition.once(witnessed):
        title = edition.corpus.interface.say("witness-texts")
        yield edition_page(TEXTS, title, "texts", texts(edition), edition, ROOM.name)
    yield from witness_pages(edition, jobs, ROOM.name)
    for page in synoptic_pages(edition):
        yield edition_page(page.page, page.title, page.mode, page.source, edition, ROOM.name)


def _links(edition: Edition) -> Iterator[Link]:
    say = edition.corpus.interface.say
    if len(edition.corpus.witnesses):
        yield Link(CONSPECTUS, say("conspectus"))
    if edition.once(witnessed):
        yield Link(TEXTS, say("witness-texts"))
    if has_synopses(edition):
        yield Link(SYNOPSES, say("synopses"))


ROOM: Final = Room("witnesses", _pages, _links)
