"""The page of all entries of the apparatus; of a large one a page for each document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from recensio import saxon
from recensio.model.document import Document
from recensio.model.problem import Location, Problem, problem
from recensio.publish.critical.addresses import entries_page
from recensio.publish.critical.entered import Chaptered, entered, is_parted
from recensio.publish.critical.filters import filters
from recensio.publish.listed import listed, register_lines
from recensio.publish.marks import marks
from recensio.publish.pages import ENTRIES, page_of, to_root
from recensio.publish.phrasing import parameters as phrasing_of
from recensio.publish.places import first_lines, places
from recensio.publish.prepare import Edition
from recensio.publish.site.page import Page, edition_page


def entries_pages(edition: Edition, jobs: int, room: str) -> Iterator[Page | Problem]:
    """The page of all entries, and if they are many those of the documents."""
    chapters = edition.once(entered)
    if not chapters:
        return
    title = edition.corpus.interface.say("entries")
    apart = is_parted(edition)
    pages = [entries_page(each.document) if apart else ENTRIES for each in chapters]
    sections = list(_sections(edition, chapters, pages, jobs))
    yield from (section for section in sections if isinstance(section, Problem))
    if apart:
        head = filters(edition, chapters, ENTRIES, chapters)
        yield edition_page(ENTRIES, title, "filters", head, edition, room)
        for each, page, section in zip(chapters, pages, sections, strict=True):
            named = f"{each.document.title} · {title}"
            yield from _page(edition, [each], page, named, [section], room)
    else:
        yield from _page(edition, chapters, ENTRIES, title, sections, room)


def _page(
    edition: Edition,
    chapters: Sequence[Chaptered],
    page: str,
    title: str,
    sections: Sequence[str | Problem],
    room: str,
) -> Iterator[Page | Problem]:
    head = edition_page(page, title, "filters", filters(edition, chapters, page), edition, room)
    if isinstance(head, Page):
        main = "\n".join([head.main, *(each for each in sections if isinstance(each, str))])
        yield replace(head, main=main, scripts=("critical.js",))
    else:
        yield head


def _sections(
    edition: Edition, chapters: Sequence[Chaptered], pages: Sequence[str], jobs: int
) -> Iterator[str | Problem]:
    parameters = [_parameters(edition, *each) for each in zip(chapters, pages, strict=True)]
    sources = [each.prepared.text for each in chapters]
    made = saxon.transform_each("html/document.xsl", "entries", sources, parameters, jobs)
    for each, result in zip(chapters, made, strict=True):
        if isinstance(result, saxon.StylesheetError):
            yield problem("PUB005", Location(each.document.path), output="HTML", reason=result)
        else:
            yield result.output


def _parameters(edition: Edition, each: Chaptered, page: str) -> Mapping[str, str]:
    root, begins = to_root(page), edition.once(first_lines)
    cited = sorted(set(places(each.document, edition, begins)))
    return {
        **phrasing_of(each.prepared, edition.corpus),
        "interface": edition.corpus.interface.lines,
        "registers": register_lines(each.prepared, edition.once(listed), root),
        "places": "\n".join(f"{place}\t{root}{address}" for place, address in cited),
        "fetched": "\n".join(_fetched(edition, each.document, root)),
        "entered": "\n".join(entry.line for entry in each.entries),
        "named": f"{each.anchor}\t{' '.join(each.document.title.split())}",
        "own": page_of(each.document),
        "to-site": root,
    }


def _fetched(edition: Edition, document: Document, root: str) -> Iterator[str]:
    """The texts that readings fetch, told as on the document's own page, but for their address."""
    own = page_of(document)
    for line in edition.once(marks).get(document.id, {}).get("fetched", "").splitlines():
        pointer, address, *text = line.split("\t")
        if address:
            address = root + (own + address if address[0] == "#" else address[len(to_root(own)) :])
        yield "\t".join((pointer, address, *text))
