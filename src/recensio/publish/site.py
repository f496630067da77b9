"""site/: a page for every document, the conspectus of sigla and the registers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recensio import saxon
from recensio.model.document import Artifact
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.model.register import RegisterKind
from recensio.publish.gathered import contents, register, witnesses
from recensio.publish.insight import is_telling, statistics
from recensio.publish.listed import listed, register_lines
from recensio.publish.marks import marks
from recensio.publish.pages import (
    CONSPECTUS,
    INDEX,
    REGISTER_TITLES,
    STATISTICS,
    SYNOPSES,
    page_of,
    register_page,
    to_root,
)
from recensio.publish.phrasing import parameters as phrasing_of
from recensio.publish.places import Beginnings, first_lines, places
from recensio.publish.prepare import Edition, Prepared, published_name
from recensio.publish.shell import Link, Page, drawn, stylesheet
from recensio.publish.sigla import declared_sigla, lines
from recensio.publish.synoptic import TITLE, has_synopses, synoptic_pages
from recensio.tei.io import serialise
from recensio.tei.names import XML_LANG


def site(edition: Edition, jobs: int = 1) -> Outcome[tuple[Artifact, ...]]:
    """All pages; a document that the stylesheet refuses is left out and reported."""
    documents = _document_pages(edition, jobs)
    navigation = tuple(_navigation(edition))
    others = list(_edition_pages(edition))
    pages = [*documents.value, *(page for page in others if isinstance(page, Page))]
    artifacts = [drawn(page, edition.corpus.metadata, navigation) for page in pages]
    problems = (*documents.problems, *(found for found in others if isinstance(found, Problem)))
    return Outcome((*artifacts, stylesheet(), *_sources(edition)), problems)


def _document_pages(edition: Edition, jobs: int) -> Outcome[list[Page]]:
    readable = edition.readable
    addresses = listed(edition)
    begins = first_lines(edition)
    marked = marks(edition)
    results = saxon.transform_each(
        "html/document.xsl",
        "page",
        [each.text for each in readable],
        [
            {**_parameters(each, edition, addresses, begins), **marked.get(each.document.id, {})}
            for each in readable
        ],
        jobs,
    )
    links = [Link(page_of(each.document), each.document.title) for each in readable]
    pages: list[Page] = []
    problems: list[Problem] = []
    for position, (each, result) in enumerate(zip(readable, results, strict=True)):
        if isinstance(result, saxon.StylesheetError):
            place = Location(each.document.path)
            problems.append(problem("PUB005", place, output="HTML", reason=result))
            continue
        problems += _reported(each, result.reports)
        pages.append(_page(each, result.output, links, position))
    return Outcome(pages, tuple(problems))


def _page(each: Prepared, main: str, links: Sequence[Link], position: int) -> Page:
    return Page(
        path=links[position].page,
        title=each.document.title,
        main=main,
        language=each.document.tree.getroot().get(XML_LANG) or "en",
        previous=links[position - 1] if position else None,
        following=links[position + 1] if position + 1 < len(links) else None,
        source=each.document.path,
        tei=f"tei/{published_name(each.document)}",
    )


def _parameters(
    each: Prepared, edition: Edition, addresses: Mapping[str, str], begins: Beginnings
) -> Mapping[str, str]:
    root = to_root(page_of(each.document))
    cited = sorted(set(places(each.document, edition, begins)))
    return {
        **phrasing_of(each, edition.corpus),
        "registers": register_lines(each, addresses, root),
        "places": "\n".join(f"{place}\t{root}{address}" for place, address in cited),
    }


def _reported(each: Prepared, reports: Sequence[saxon.Report]) -> Iterator[Problem]:
    for report in reports:
        place = Location(each.document.path, xpath=report.xpath or None)
        facts: dict[str, Any] = dict(report.facts)
        yield problem(report.code, place, **facts)


def _edition_pages(edition: Edition) -> Iterator[Page | Problem]:
    yield _edition_page(
        INDEX, edition.corpus.metadata.title, "contents", contents(edition), edition
    )
    if len(edition.corpus.witnesses):
        yield _edition_page(
            CONSPECTUS, "Conspectus of sigla", "conspectus", witnesses(edition), edition
        )
    if is_telling(edition):
        yield _edition_page(STATISTICS, "Statistics", "statistics", statistics(edition), edition)
    for kind in _kinds(edition):
        source = register(edition, kind)
        yield _edition_page(register_page(kind), REGISTER_TITLES[kind], "register", source, edition)
    for page in synoptic_pages(edition):
        yield _edition_page(page.page, page.title, page.mode, page.source, edition)


def _edition_page(
    path: str, title: str, mode: str, source: str, edition: Edition
) -> Page | Problem:
    parameters = {"sigla": lines(declared_sigla(edition.corpus.witnesses))}
    try:
        main = saxon.transform("html/edition.xsl", mode, source, parameters).output
    except saxon.StylesheetError as error:
        return problem("PUB005", Location(path), output="HTML", reason=error)
    return Page(path, title, main, edition.corpus.metadata.language)


def _navigation(edition: Edition) -> Iterator[Link]:
    yield Link(INDEX, "Contents")
    if len(edition.corpus.witnesses):
        yield Link(CONSPECTUS, "Sigla")
    if is_telling(edition):
        yield Link(STATISTICS, "Statistics")
    for kind in _kinds(edition):
        yield Link(register_page(kind), REGISTER_TITLES[kind])
    if has_synopses(edition):
        yield Link(SYNOPSES, TITLE)


def _kinds(edition: Edition) -> list[RegisterKind]:
    filled = Counter(entry.kind for entry in edition.corpus.registers)
    return [kind for kind in REGISTER_TITLES if filled[kind]]


def _sources(edition: Edition) -> Iterator[Artifact]:
    """The TEI beside the pages, so that a reader without the rest of output/ has it too."""
    for each in edition.prepared:
        name = published_name(each.document)
        content = serialise(each.document.tree)
        yield Artifact(f"site/tei/{name}", content, "application/tei+xml", each.document.path)
