"""site/: the edition on the web, as pages that need neither a server nor scripts.

Read it in this order: rooms.py says what a room is, `ROOMS` here lists them; each room is a module
that makes its pages from an `Edition`: contents, documents, witnesses, apparatus, registers,
finding. page.py is a page before it is drawn, shell.py draws it with the templates.

To add a kind of page: write it in the room it belongs to (its content made by a mode of xslt/html),
its words in model/interface/words, its look in styles/, what improves it in scripts/.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from recensio.model.document import Artifact
from recensio.model.problem import Outcome, Problem
from recensio.publish.gathered import lost
from recensio.publish.prepare import Edition, published_name
from recensio.publish.site import apparatus, contents, documents, registers, witnesses
from recensio.publish.site.images import copied, held
from recensio.publish.site.page import Page, edition_page
from recensio.publish.site.rooms import Room, navigation_of
from recensio.publish.site.shell import drawn, dress_of, served
from recensio.remembered import remembered
from recensio.tei.io import serialise

ROOMS: Final[Sequence[Room]] = (
    contents.ROOM,
    documents.ROOM,
    witnesses.ROOM,
    apparatus.ROOM,
    registers.ROOM,
)
"""In the order of the navigation."""


def site(edition: Edition, jobs: int = 1) -> Outcome[tuple[Artifact, ...]]:
    """All pages; a document that the stylesheet refuses is left out and reported."""
    made = [each for room in ROOMS for each in room.pages(edition, jobs)]
    pages = [each for each in made if isinstance(each, Page)]
    navigation = navigation_of(ROOMS, edition)
    dress = dress_of(edition)
    artifacts = [drawn(page, edition, navigation, dress) for page in pages]
    problems = (*(each for each in made if isinstance(each, Problem)), *dress.problems)
    pictures = copied(held(edition))
    files = (*served(edition), *dress.files, *pictures, *_sources(edition))
    return Outcome((*artifacts, *files), problems)


def lost_page(edition: Edition) -> Artifact | None:
    """The page for an address where nothing stands, for a server; it is no file of the site."""
    title = edition.corpus.interface.say("lost.title")
    page = edition_page("404.html", title, "lost", lost(), edition, "")
    if not isinstance(page, Page):
        return None
    return drawn(page, edition, navigation_of(ROOMS, edition), dress_of(edition), root="/")


def _sources(edition: Edition) -> Iterator[Artifact]:
    """The TEI beside the pages, so that a reader without the rest of output/ has it too."""
    for each in edition.prepared:
        name = published_name(each.document)
        content = _serialised(each.document.tree)
        yield Artifact(f"site/tei/{name}", content, "application/tei+xml", each.document.path)


_serialised: Final = remembered(serialise)
