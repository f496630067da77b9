"""The first page: what the edition is and which texts it holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from recensio.model.problem import Problem
from recensio.publish.gathered import contents
from recensio.publish.pages import INDEX
from recensio.publish.prepare import Edition
from recensio.publish.site.page import Link, Page, edition_page
from recensio.publish.site.rooms import Room


def _pages(edition: Edition, _jobs: int) -> Iterator[Page | Problem]:
    title = edition.corpus.metadata.title
    yield edition_page(INDEX, title, "contents", contents(edition), edition, ROOM.name)


def _links(edition: Edition) -> Iterator[Link]:
    yield Link(INDEX, edition.corpus.interface.say("contents"))


ROOM: Final = Room("contents", _pages, _links)
