"""The page that says how the edition is cited, and the files by which machines find it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from lxml import etree

from recensio import __version__
from recensio.model.citation import Citation
from recensio.model.document import Artifact
from recensio.model.problem import Problem
from recensio.publish.cmif import letter_index
from recensio.publish.insight.markup import node
from recensio.publish.oai import repository
from recensio.publish.pages import CITE, SEARCH, page_of
from recensio.publish.prepare import Edition
from recensio.publish.references import References, base_of
from recensio.publish.site.cited.beacon import beacon
from recensio.publish.site.cited.bibliography import bibtex, csl, ris
from recensio.publish.site.cited.sitemap import sitemaps
from recensio.publish.site.page import Page, edition_page
from recensio.tei.names import XML_ID, XML_LANG, tei

FORMATS: Final = (
    ("citation.bib", "BibTeX", "application/x-bibtex"),
    ("citation.ris", "RIS", "application/x-research-info-systems"),
    ("citation.json", "CSL-JSON", "application/vnd.citationstyles.csl+json"),
)


def cited(edition: Edition, room: str) -> Iterator[Page | Artifact | Problem]:
    """The page and the files of an edition; the page belongs to a room of the navigation."""
    references = References(edition)
    of_documents = [references.of(each.document) for each in edition.readable]
    every = [references.edition, *of_documents]
    written = (bibtex(every), ris(every), csl(every))
    for (name, _, media), content in zip(FORMATS, written, strict=True):
        yield Artifact(f"site/{name}", content.encode(), media)
    named = beacon(edition)
    if named:
        yield Artifact("site/beacon.txt", named.encode(), "text/plain")
    title = edition.corpus.interface.say("cite")
    yield edition_page(CITE, title, "cite", _source(edition, references), edition, room)


def mapped(edition: Edition, pages: Sequence[Page]) -> Iterator[Artifact]:
    """What collectors are told: the sitemap, for which the search is no page; OAI-PMH; letters."""
    references = References(edition)
    addresses = [references.address(page.path) for page in pages if page.path != SEARCH]
    yield from sitemaps(addresses, base_of(edition))
    yield from repository(edition)
    yield from (each for each in letter_index(edition) if each.path.startswith("site/"))


def _source(edition: Edition, references: References) -> str:
    root = node("cite", _citation("edition", references.edition, "index.html"))
    for each in edition.readable:
        root.append(_citation("document", references.of(each.document), page_of(each.document)))
    root.extend(_places(edition, references))
    root.append(_provenance(edition))
    root.extend(node("format", href=name, title=title) for name, title, _ in FORMATS)
    return etree.tostring(root, encoding="unicode")


def _provenance(edition: Edition) -> etree._Element:
    """From which state of the files the edition was made, and by what."""
    revision = edition.corpus.revision
    return node(
        "provenance",
        version=__version__,
        commit=revision.commit if revision else None,
        changed="yes" if revision and revision.is_changed else None,
        sources=edition.corpus.digest,
    )


def _citation(name: str, citation: Citation, page: str) -> etree._Element:
    separator = "; "
    element = node(
        name,
        title=citation.title,
        container=citation.container,
        authors=separator.join(agent.name for agent in citation.authors),
        editors=separator.join(agent.name for agent in citation.editors),
        imprint=" ".join(filter(None, (citation.publisher, *citation.day[:1]))),
        address=citation.address,
        identifier=citation.identifier,
        page=quote(page),
    )
    if citation.language:
        element.set(XML_LANG, citation.language)
    return element


def _places(edition: Edition, references: References) -> Iterator[etree._Element]:
    """A paragraph and an entry whose addresses serve as examples."""
    for each in edition.readable:
        page = page_of(each.document)
        body = each.document.tree.getroot().find(f".//{tei('body')}")
        blocks = body.iter(tei("p"), tei("l")) if body is not None else iter(())
        block = next((e for e in blocks if e.get(XML_ID) and not _is_apart(e)), None)
        entry = next((e for e in each.entries if e.id), None)
        if block is not None:
            yield _place("paragraph", page, block.get(XML_ID, ""), references)
            if entry is not None:
                yield _place("entry", page, entry.id, references)
            return


def _is_apart(element: etree._Element) -> bool:
    return next(element.iterancestors(tei("note"), tei("app"), tei("figure")), None) is not None


def _place(kind: str, page: str, anchor: str, references: References) -> etree._Element:
    address = references.address(page, anchor)
    return node("place", kind=kind, href=f"{quote(page)}#{quote(anchor)}", address=address)
