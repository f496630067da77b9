"""Pages with the text of each witness, and of its witnesses side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from lxml import etree

from recensio import saxon
from recensio.model.problem import Location, Problem, problem
from recensio.publish.critical.addresses import parallel_page
from recensio.publish.critical.parallel import parallel
from recensio.publish.critical.witnessed import Witnessed, WitnessedTexts, row_on, witnessed
from recensio.publish.listed import listed, register_lines
from recensio.publish.pages import page_of, to_root
from recensio.publish.prepare import Edition, published_name
from recensio.publish.site.page import Page
from recensio.tei.names import XML_LANG

BATCH: Final = 64
"""Texts that are held at once: those of a hundred witnesses of a long text are large."""


def witness_pages(edition: Edition, jobs: int, room: str) -> Iterator[Page | Problem]:
    """The pages of all texts of all witnesses, and the parallel page of each document."""
    for each in edition.once(witnessed):
        for start in range(0, len(each.witnesses), BATCH):
            yield from _batch(each, each.witnesses[start : start + BATCH], edition, jobs, room)
        yield _parallel(each, edition, room)


def _batch(
    each: WitnessedTexts, witnesses: Sequence[Witnessed], edition: Edition, jobs: int, room: str
) -> Iterator[Page | Problem]:
    sources = [_source(each, witness) for witness in witnesses]
    parameters = _parameters(each, each.witnesses[0].page, edition)
    made = saxon.transform_each(
        "html/document.xsl", "witness", sources, [parameters] * len(sources), jobs
    )
    for witness, result in zip(witnesses, made, strict=True):
        if isinstance(result, saxon.StylesheetError):
            place = Location(each.document.path)
            yield problem("PUB005", place, output="HTML", reason=result)
        else:
            title = f"{each.document.title} · {witness.siglum}"
            yield _page(each, witness.page, title, result.output, room, witness.siglum)


def _parallel(each: WitnessedTexts, edition: Edition, room: str) -> Page | Problem:
    page = parallel_page(each.document)
    source = etree.tostring(parallel(each), encoding="unicode")
    parameters = _parameters(each, page, edition)
    try:
        made = saxon.transform("html/document.xsl", "parallel", source, parameters)
    except saxon.StylesheetError as error:
        return problem("PUB005", Location(each.document.path), output="HTML", reason=error)
    title = f"{each.document.title} · {edition.corpus.interface.say('parallel')}"
    return _page(each, page, title, made.output, room)


def _page(
    each: WitnessedTexts, page: str, title: str, main: str, room: str, siglum: str = ""
) -> Page:
    return Page(
        path=page,
        title=title,
        main=main,
        room=room,
        document=each.document,
        witness=siglum,
        tei=f"tei/{published_name(each.document)}",
        scripts=("critical.js",),
    )


def _source(each: WitnessedTexts, witness: Witnessed) -> str:
    tree = each.tree(witness)
    tree.set("siglum", witness.siglum)
    tree.set("label", witness.label)
    tree.set("colour", witness.colour)
    tree.set("title", each.document.title)
    language = each.document.tree.getroot().get(XML_LANG)
    if language:
        tree.set(XML_LANG, language)
    return etree.tostring(tree, encoding="unicode")


def _parameters(each: WitnessedTexts, page: str, edition: Edition) -> Mapping[str, str]:
    root = to_root(page)
    return {
        "interface": edition.corpus.interface.lines,
        "registers": register_lines(each.prepared, edition.once(listed), root),
        "own": page_of(each.document),
        **row_on(page, edition, each.document),
    }
