"""What the head of a page tells to those who cite, index and collect it.

Highwire Press tags as Google Scholar and Zotero read them, Dublin Core as DC-HTML writes it
(https://www.dublincore.org/specifications/dublin-core/dc-html/), Open Graph, and schema.org.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from recensio.model.citation import Citation
from recensio.model.document import Document
from recensio.model.register import RegisterEntry
from recensio.publish.listed import entry_addresses
from recensio.publish.pages import INDEX, to_root
from recensio.publish.prepare import Edition
from recensio.publish.references import References
from recensio.publish.site.cited.linked_data import (
    document_thing,
    edition_thing,
    entry_things,
    written,
)
from recensio.publish.site.page import Page
from recensio.tei.names import tei
from recensio.tei.text import text_of

LONGEST: Final = 200
"""Characters of a description; whoever shows one cuts it about there."""

WEB: Final = ("https://", "http://")
DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/"


@dataclass(frozen=True, slots=True)
class HeadLink:
    """A link element: how the other thing is related, where it is, what it is."""

    rel: str
    href: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page tells: names and properties with their values, links, JSON-LD."""

    names: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, str], ...]
    links: tuple[HeadLink, ...]
    told: str = ""


class Heads:
    """The heads of the pages of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._references = References(edition)
        self._addresses = entry_addresses(edition)
        self._entries = _by_page(edition, self._addresses)

    def of(self, page: Page) -> Head:
        """What a page tells; the text of a witness is cited as the document that it belongs to."""
        citation = self._citation(page)
        description = self._description(page)
        names = (("description", description), *_highwire(citation), *_dublin_core(citation))
        is_text = page.document is not None or page.path == INDEX
        return Head(
            tuple((n, v) for n, v in (names if is_text else names[:1]) if v),
            tuple((n, v) for n, v in self._open_graph(page, description) if v),
            tuple(self._links(page, citation)),
            self._told(page, citation),
        )

    def _citation(self, page: Page) -> Citation:
        whole = self._references.edition
        return self._references.of(page.document) if page.document else whole

    def _description(self, page: Page) -> str:
        own = _beginning(page.document) if page.document else ""
        return _cut(own or self._edition.corpus.metadata.description)

    def _open_graph(self, page: Page, description: str) -> Iterator[tuple[str, str]]:
        yield "og:type", "article" if page.document else "website"
        yield "og:title", page.title
        yield "og:site_name", self._references.edition.title
        yield "og:description", description
        address = self._references.address(page.path)
        yield "og:url", address if address.startswith(WEB) else ""

    def _links(self, page: Page, citation: Citation) -> Iterator[HeadLink]:
        root, address = to_root(page.path), self._references.address(page.path)
        if address.startswith(WEB):
            yield HeadLink("canonical", address)
        if page.tei:
            yield HeadLink("alternate", root + page.tei, "application/tei+xml")
        if citation.licence_url.startswith(WEB):
            yield HeadLink("license", citation.licence_url)
        if page.previous:
            yield HeadLink("prev", root + page.previous.page)
        if page.following:
            yield HeadLink("next", root + page.following.page)
        if page.document or page.path == INDEX:
            yield HeadLink("schema.DC", DUBLIN_CORE)

    def _told(self, page: Page, citation: Citation) -> str:
        base = self._references.address("")
        root = base or to_root(page.path)
        if page.path == INDEX:
            return written(edition_thing(self._edition, citation, root))
        if page.document and not page.witness:
            return written(document_thing(page.document, citation, root, page.tei or ""))
        things = list(entry_things(self._entries.get(page.path, ()), self._addresses, root))
        return written(things) if things else ""


def _by_page(edition: Edition, addresses: Mapping[str, str]) -> Mapping[str, list[RegisterEntry]]:
    """The register entries that each page shows."""
    shown: dict[str, list[RegisterEntry]] = defaultdict(list)
    for entry in edition.corpus.registers:
        shown[addresses[entry.id].partition("#")[0]].append(entry)
    return shown


def _highwire(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "citation_title", citation.title
    for agent in citation.authors or citation.editors:
        yield "citation_author", agent.inverted
    for agent in citation.editors if citation.authors else ():
        yield "citation_editor", agent.inverted
    yield "citation_publication_date", "/".join(citation.day)
    yield "citation_inbook_title", citation.container
    yield "citation_publisher", citation.publisher
    yield "citation_language", citation.language
    yield "citation_public_url", citation.address
    if citation.identifier.startswith("https://doi.org/"):
        yield "citation_doi", citation.identifier.removeprefix("https://doi.org/")


def _dublin_core(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "DC.title", citation.title
    for agent in citation.authors or citation.editors:
        yield "DC.creator", agent.inverted
    for agent in citation.editors if citation.authors else ():
        yield "DC.contributor", agent.inverted
    yield "DC.date", "-".join(citation.day)
    yield "DC.language", citation.language
    yield "DC.publisher", citation.publisher
    yield "DC.rights", citation.licence_url or citation.licence
    yield "DC.identifier", citation.identifier or citation.address
    yield "DC.type", "Text"
    yield "DC.format", "text/html"
    yield "DC.relation", citation.container


def _beginning(document: Document) -> str:
    """What a document begins with: its first paragraphs or verse lines."""
    found = ""
    for text in document.tree.getroot().iter(tei("text")):
        for block in text.iter(tei("p"), tei("l"), tei("ab")):
            found = f"{found} {text_of(block)}".strip()
            if len(found) > LONGEST:
                return found
    return found


def _cut(text: str) -> str:
    """The text as far as a description goes, cut between words."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rpartition(" ")[0].rstrip(" ,;:–—-") + " …"
