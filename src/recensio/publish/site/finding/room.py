"""The room of finding: search and word index. Its pages are made when all others are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from recensio.model.document import Artifact
from recensio.model.problem import Problem
from recensio.model.register import RegisterKind
from recensio.publish.insight.markup import node
from recensio.publish.pages import CITE, SEARCH, WORDS, register_page
from recensio.publish.prepare import Edition
from recensio.publish.site.finding.blocks import blocks_of
from recensio.publish.site.finding.search import search_files
from recensio.publish.site.finding.shown import places_of, showing
from recensio.publish.site.finding.word_pages import (
    fits_one_page,
    gathered,
    leaves,
    page_of_leaf,
    source,
)
from recensio.publish.site.finding.words import vocabulary
from recensio.publish.site.page import Link, Page, edition_page
from recensio.publish.site.rooms import Room

SCRIPT: Final = "search.js"


def found(edition: Edition, pages: Sequence[Page]) -> Iterator[Page | Artifact | Problem]:
    """The pages and files by which everything on `pages` is found."""
    files = search_files(edition, pages)
    yield from files.value
    yield from files.problems
    yield _search(edition, is_indexed=bool(files.value))
    yield from _words(edition, pages)


def _search(edition: Edition, is_indexed: bool) -> Page | Problem:
    root = node("search", index="yes" if is_indexed else "no")
    root.extend(node("way", href=link.page, title=link.title) for link in _ways(edition))
    title = edition.corpus.interface.say("search")
    text = etree.tostring(root, encoding="unicode")
    page = edition_page(SEARCH, title, "search", text, edition, ROOM.name)
    return replace(page, scripts=(SCRIPT,)) if isinstance(page, Page) and is_indexed else page


def _ways(edition: Edition) -> Iterator[Link]:
    """What leads to a word or name without a search."""
    say = edition.corpus.interface.say
    yield Link(WORDS, say("words"))
    filled = {entry.kind for entry in edition.corpus.registers}
    for kind in RegisterKind:
        if kind in filled:
            yield Link(register_page(kind), say(f"register.{kind.value}"))


def _words(edition: Edition, pages: Sequence[Page]) -> Iterator[Page | Problem]:
    shown = {document: own[0] for document, own in showing(pages).items()}
    texts = [
        (each.document.id, tuple(blocks_of(each, places_of(shown[each.document.id].main))))
        for each in edition.readable
        if each.document.id in shown
    ]
    book = vocabulary(texts)
    every = leaves(book.words)
    paths = {document: page.path for document, page in shown.items()}
    title = edition.corpus.interface.say("words")
    whole = every if fits_one_page(every) else []
    every = every if whole else gathered(every)
    yield _leaf(WORDS, title, source(whole, every, book, edition, paths), edition)
    for leaf in every if not whole else ():
        text = source([leaf], every, book, edition, paths)
        yield _leaf(page_of_leaf(leaf), f"{title}: {leaf.label}", text, edition)


def _leaf(path: str, title: str, text: str, edition: Edition) -> Page | Problem:
    return edition_page(path, title, "words", text, edition, ROOM.name)


def _links(edition: Edition) -> Iterator[Link]:
    say = edition.corpus.interface.say
    yield Link(SEARCH, say("search"))
    yield Link(WORDS, say("words"))
    yield Link(CITE, say("cite"))


ROOM: Final = Room("finding", lambda _edition, _jobs: (), _links)
"""Its pages are those of `found`, which takes the pages of the other rooms."""
