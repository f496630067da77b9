"""An edition as the chapters of a book, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recensio import saxon
from recensio.model.document import DocumentKind
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.publish.epub.identity import Identity, language_tag
from recensio.publish.epub.leaves import Chapter, chapter_of
from recensio.publish.epub.matter import colophon, title_page
from recensio.publish.gathered import register, witnesses
from recensio.publish.images import Images
from recensio.publish.listed import listed_in_book, register_lines
from recensio.publish.marks import marks
from recensio.publish.pages import (
    CONSPECTUS,
    REGISTERS,
    page_of,
    register_page,
    to_root,
)
from recensio.publish.phrasing import parameters
from recensio.publish.prepare import Edition
from recensio.publish.sigla import declared_sigla, lines
from recensio.tei.names import XML_LANG


def read_in_book(edition: Edition) -> Edition:
    """The edition without its transcripts, its registers without those whom no text mentions."""
    kept = [each for each in edition.prepared if each.document.kind is not DocumentKind.TRANSCRIPT]
    documents = tuple(each.document for each in kept)
    texts = (each for each in kept if each.document.kind is DocumentKind.TEXT)
    mentioned = {mention.ref for each in texts for mention in each.mentions}
    registers = tuple(entry for entry in edition.corpus.registers if entry.id in mentioned)
    corpus = replace(edition.corpus, documents=documents, registers=registers)
    return Edition(corpus, tuple(kept))


def chapters_of(
    edition: Edition, images: Images, identity: Identity, jobs: int
) -> Outcome[list[Chapter]]:
    """The chapters; what a stylesheet refuses is left out and reported (PUB005)."""
    found = [
        *_front(edition, identity),
        *_texts(edition, images, jobs),
        *_indexes(edition),
        _matter(edition, "colophon", colophon(edition, identity), "colophon", "backmatter"),
    ]
    problems = tuple(each for each in found if isinstance(each, Problem))
    own = edition.corpus.interface.language
    chapters = (each for each in found if isinstance(each, Chapter))
    # What the book says by itself is in the language of its interface.
    return Outcome([replace(each, language=each.language or own) for each in chapters], problems)


def _front(edition: Edition, identity: Identity) -> Iterator[Chapter | Problem]:
    yield _matter(edition, "title", title_page(edition), "titlepage", "frontmatter")
    if len(edition.corpus.witnesses):
        interface = edition.corpus.interface
        parameters = {
            "sigla": lines(declared_sigla(edition.corpus.witnesses)),
            "interface": interface.lines,
        }
        kind = ("appendix", "frontmatter")
        source, title = witnesses(edition), interface.say("conspectus")
        yield _about(CONSPECTUS, title, "index", source, parameters, *kind)


def _matter(edition: Edition, name: str, source: str, *kind: str) -> Chapter | Problem:
    interface = edition.corpus.interface
    title = interface.say("title-page" if name == "title" else name)
    return _about(f"{name}.html", title, "matter", source, {"interface": interface.lines}, *kind)


def _indexes(edition: Edition) -> Iterator[Chapter | Problem]:
    interface = edition.corpus.interface
    parameters = {
        "sigla": lines(declared_sigla(edition.corpus.witnesses)),
        "interface": interface.lines,
    }
    for kind in REGISTERS:
        if any(entry.kind is kind for entry in edition.corpus.registers):
            title = interface.say(f"register.{kind.value}")
            source = register(edition, kind)
            page = register_page(kind)
            yield _about(page, title, "index", source, parameters, "index", "backmatter")


def _about(
    page: str, title: str, mode: str, source: str, parameters: dict[str, str], *kind: str
) -> Chapter | Problem:
    try:
        output = saxon.transform("epub/edition.xsl", mode, source, parameters).output
    except saxon.StylesheetError as error:
        return problem("PUB005", Location(page), output="EPUB", reason=error)
    return chapter_of(output, page, title, "", *kind)


def _texts(edition: Edition, images: Images, jobs: int) -> Iterator[Chapter | Problem]:
    texts = edition.readable
    addresses = listed_in_book(edition)
    marked = marks(edition)
    results = saxon.transform_each(
        "epub/document.xsl",
        "chapter",
        [each.text for each in texts],
        [
            {
                **parameters(each, edition.corpus),
                "interface": edition.corpus.interface.lines,
                **marked.get(each.document.id, {}),
                "registers": register_lines(each, addresses, to_root(page_of(each.document))),
                "images": lines({u: i.name for u, i in images.named[each.document.id].items()}),
            }
            for each in texts
        ],
        jobs,
    )
    for each, result in zip(texts, results, strict=True):
        document = each.document
        if isinstance(result, saxon.StylesheetError):
            place = Location(document.path)
            yield problem("PUB005", place, output="EPUB", reason=result)
            continue
        language = language_tag(document.tree.getroot().get(XML_LANG) or "")
        fallback = language_tag(edition.corpus.metadata.language)
        yield chapter_of(
            result.output, page_of(document), document.title, language or fallback or "und"
        )
