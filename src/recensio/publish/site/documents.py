"""The texts: a page for every document that is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from recensio import saxon
from recensio.model.problem import Location, Problem, problem
from recensio.publish.critical.warmth import warmth_of
from recensio.publish.critical.witnessed import row_on
from recensio.publish.crossings import Texts
from recensio.publish.listed import listed, register_lines
from recensio.publish.marks import marks
from recensio.publish.pages import page_of, to_root
from recensio.publish.phrasing import parameters as phrasing_of
from recensio.publish.phrasing import plainly
from recensio.publish.places import Beginnings, first_lines, places
from recensio.publish.prepare import Edition, Prepared, published_name
from recensio.publish.site.images import held, image_lines
from recensio.publish.site.page import Link, Page
from recensio.publish.site.rooms import Room

SCRIPTS: Final = ("panel.js", "evidence.js", "citing.js", "margin.js")
"""What improves a text; without them entries and notes stand at the foot of their section."""

IMPROVED: Final = (' data-switch="forms"', '<div class="table"')
"""Marks of what scripts/elements.js improves."""


def _pages(edition: Edition, jobs: int) -> Iterator[Page | Problem]:
    readable = edition.readable
    addresses = edition.once(listed)
    begins = edition.once(first_lines)
    marked = edition.once(marks)
    told = [phrasing_of(each, edition.corpus) for each in readable]
    plain = plainly(readable, told, edition.corpus, jobs)
    texts, images = Texts(edition), held(edition)
    results = saxon.transform_each(
        "html/document.xsl",
        "page",
        [each.text for each in readable],
        [
            {
                **phrased,
                **_parameters(each, edition, addresses, begins),
                **marked.get(each.document.id, {}),
                "plain": worded,
                "pages": texts.pages(each, to_root(page_of(each.document))),
                "images": image_lines(each, images, to_root(page_of(each.document))),
            }
            for each, phrased, worded in zip(readable, told, plain, strict=True)
        ],
        jobs,
    )
    links = [Link(page_of(each.document), each.document.title) for each in readable]
    for position, (each, result) in enumerate(zip(readable, results, strict=True)):
        if isinstance(result, saxon.StylesheetError):
            place = Location(each.document.path)
            yield problem("PUB005", place, output="HTML", reason=result)
        else:
            yield from _reported(each, result.reports)
            yield _page(each, result.output, links, position)


def _page(each: Prepared, main: str, links: Sequence[Link], position: int) -> Page:
    return Page(
        path=links[position].page,
        title=each.document.title,
        main=main,
        room=ROOM.name,
        previous=links[position - 1] if position else None,
        following=links[position + 1] if position + 1 < len(links) else None,
        document=each.document,
        tei=f"tei/{published_name(each.document)}",
        scripts=(*SCRIPTS, *(("elements.js",) if any(mark in main for mark in IMPROVED) else ())),
    )


def _parameters(
    each: Prepared, edition: Edition, addresses: Mapping[str, str], begins: Beginnings
) -> Mapping[str, str]:
    root = to_root(page_of(each.document))
    cited = sorted(set(places(each.document, edition, begins)))
    return {
        **warmth_of(edition, each.document.id),
        **row_on(page_of(each.document), edition, each.document),
        "interface": edition.corpus.interface.lines,
        "registers": register_lines(each, addresses, root),
        "places": "\n".join(f"{place}\t{root}{address}" for place, address in cited),
    }


def _reported(each: Prepared, reports: Sequence[saxon.Report]) -> Iterator[Problem]:
    for report in reports:
        place = Location(each.document.path, xpath=report.xpath or None)
        facts: dict[str, Any] = dict(report.facts)
        yield problem(report.code, place, **facts)


ROOM: Final = Room("documents", _pages, lambda _edition: ())
