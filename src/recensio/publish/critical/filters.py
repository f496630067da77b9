"""The head of the page of all entries: by what they can be chosen, with how many there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from recensio.model.witness import Siglum
from recensio.publish.critical.addresses import entries_page
from recensio.publish.critical.colours import colour, colours
from recensio.publish.critical.entered import Chaptered, Entered, tallied
from recensio.publish.insight.kinds import WITHOUT_TEXT
from recensio.publish.insight.markup import node
from recensio.publish.pages import to_root
from recensio.publish.prepare import Edition

LINKS: Final = 4000
"""Links from witnesses and kinds to entries that a page may hold."""


def filters(
    edition: Edition, chapters: Sequence[Chaptered], page: str, parts: Sequence[Chaptered] = ()
) -> str:
    """The source of xslt/html/filters.xsl for a page with the entries of some documents.

    `parts` are documents whose entries stand on pages of their own, which it then leads to.
    """
    counts = tallied(chapters)
    shown = [] if parts else list(_indices(edition, chapters, counts))
    root = node(
        "apparatus",
        *(_part(each, page) for each in parts),
        *([] if parts else _choices(edition, chapters, counts)),
        *shown,
        title=chapters[0].document.title if page == entries_page(chapters[0].document) else None,
        entries=sum(len(each.entries) for each in chapters),
        filtered=str(not parts).lower(),
        without="|".join(sorted(WITHOUT_TEXT)),
    )
    return etree.tostring(root, encoding="unicode")


def _part(each: Chaptered, page: str) -> etree._Element:
    address = to_root(page) + entries_page(each.document)
    return node("document", title=each.document.title, href=address, entries=len(each.entries))


def _choices(
    edition: Edition, chapters: Sequence[Chaptered], counts: Mapping[str, Mapping[str, int]]
) -> Iterator[etree._Element]:
    titles = dict(_titles(chapters))
    for name in ("witness", "kind", "chapter"):
        values = _ordered(name, counts[name], edition)
        if len(values) > 1:
            options = (
                node("option", value=v, label=titles.get(v, v), count=counts[name][v])
                for v in values
            )
            yield node("choice", *options, name=name)


def _titles(chapters: Sequence[Chaptered]) -> Iterator[tuple[str, str]]:
    """What chapters are called; with the title of their document if there are several."""
    for each in chapters:
        for entry in each.entries:
            document = each.document.title
            own = [entry.title] if entry.title and entry.title != document else []
            yield entry.chapter, ": ".join([document, *own] if len(chapters) > 1 else own) or "–"


def _ordered(name: str, counts: Mapping[str, int], edition: Edition) -> list[str]:
    """Kinds by how many there are, those without text last; witnesses as the edition has them."""
    if name == "kind":
        return sorted(counts, key=lambda kind: (kind in WITHOUT_TEXT, -counts[kind], kind))
    declared: list[str] = list(edition.once(colours)) if name == "witness" else []
    ranks = {siglum: rank for rank, siglum in enumerate(declared)}
    return sorted(counts, key=lambda value: ranks.get(value, len(ranks)))


def _indices(
    edition: Edition, chapters: Sequence[Chaptered], counts: Mapping[str, Mapping[str, int]]
) -> Iterator[etree._Element]:
    """The entries of each witness and kind, as far as a page can bear so many links."""
    for name in ("witness", "kind"):
        if 0 < sum(counts[name].values()) <= LINKS:
            headings: dict[str, etree._Element] = {}
            for value in _ordered(name, counts[name], edition):
                hue = colour(edition, Siglum(value)) if name == "witness" else None
                headings[value] = node(
                    "heading", label=value, count=counts[name][value], colour=hue
                )
            for each in chapters:
                for entry in each.entries:
                    for value in _values(name, entry):
                        headings[value].append(_at(each, entry))
            yield node("index", *headings.values(), name=name)


def _values(name: str, entry: Entered) -> tuple[str, ...]:
    return tuple(entry.departing if name == "witness" else entry.kinds)


def _at(each: Chaptered, entry: Entered) -> etree._Element:
    return node("at", href=f"#{each.anchor}:{entry.entry.id}", n=entry.entry.number)
