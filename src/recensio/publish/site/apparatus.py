"""The apparatus as a whole: all its entries, and what it shows in figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recensio.model.problem import Problem
from recensio.publish.critical.entered import entered
from recensio.publish.insight import is_telling, statistics
from recensio.publish.pages import ENTRIES, STATISTICS
from recensio.publish.prepare import Edition
from recensio.publish.site.all_entries import entries_pages
from recensio.publish.site.page import Link, Page, edition_page
from recensio.publish.site.rooms import Room


def _pages(edition: Edition, jobs: int) -> Iterator[Page | Problem]:
    yield from entries_pages(edition, jobs, ROOM.name)
    if is_telling(edition):
        title = edition.corpus.interface.say("statistics")
        source = statistics(edition)
        yield edition_page(STATISTICS, title, "statistics", source, edition, ROOM.name)


def _links(edition: Edition) -> Iterator[Link]:
    if edition.once(entered):
        yield Link(ENTRIES, edition.corpus.interface.say("entries"))
    if is_telling(edition):
        yield Link(STATISTICS, edition.corpus.interface.say("statistics"))


ROOM: Final = Room("apparatus", _pages, _links)
