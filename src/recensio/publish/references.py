"""The edition and its documents as what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from urllib.parse import quote

from recensio.model.citation import Agent, Citation
from recensio.model.document import Document
from recensio.publish.pages import INDEX, page_of
from recensio.publish.prepare import Edition
from recensio.tei import header
from recensio.tei.names import XML_LANG


class References:
    """What is cited of an edition; what a document's header leaves out is said by the edition."""

    def __init__(self, edition: Edition) -> None:
        self._metadata = edition.corpus.metadata
        self._base = base_of(edition)
        self._documents = tuple(each.document for each in edition.readable)

    @cached_property
    def edition(self) -> Citation:
        """The edition as a whole."""
        metadata = self._metadata
        named = tuple(self._known.get(name, Agent(name)) for name in metadata.editors)
        return Citation(
            key=self._key("", metadata.date),
            title=metadata.title,
            authors=named if metadata.authored else (),
            editors=() if metadata.authored else named,
            date=metadata.date,
            publisher=metadata.publisher,
            language=metadata.language,
            licence=metadata.licence,
            licence_url=metadata.licence_url,
            address=self.address(INDEX) if self._base else "",
        )

    def of(self, document: Document) -> Citation:
        """A document as a part of the edition."""
        whole, said = self.edition, header.metadata(document.tree)
        authors = header.agents(document.tree, "author")
        editors = header.agents(document.tree, "editor")
        return Citation(
            key=self._key(document.id, said.date or whole.date),
            title=document.title,
            container=whole.title,
            authors=authors,
            editors=editors or whole.editors,
            date=said.date or whole.date,
            publisher=said.publisher or whole.publisher,
            language=document.tree.getroot().get(XML_LANG) or whole.language,
            licence=said.licence or whole.licence,
            licence_url=said.licence_url or whole.licence_url,
            address=self.address(page_of(document)) if self._base else "",
            identifier=header.identifier(document.tree),
        )

    def address(self, page: str, anchor: str = "") -> str:
        """The address of a page, or of a place on it, where the edition stands on the web.

        If that is unknown, it is the path from the first page. The first page itself is the folder,
        as readers type it.
        """
        path = "" if self._base and page == INDEX else quote(page)
        return f"{self._base}{path}#{quote(anchor)}" if anchor else self._base + path

    @cached_property
    def _known(self) -> dict[str, Agent]:
        """Those whom headers name, by their names: headers may say who they are."""
        named: Iterable[Agent] = (
            agent
            for document in self._documents
            for role in ("editor", "author")
            for agent in header.agents(document.tree, role)
        )
        found: dict[str, Agent] = {}
        for agent in named:
            for name in (agent.name, agent.inverted):
                if not found.get(name, Agent("")).uri:
                    found[name] = agent
        return found

    def _key(self, document: str, date: str) -> str:
        """A key such as ryutin-2026 or ryutin-2026-union, in letters that every program takes."""
        title = next(iter(re.findall(r"[^\W\d_]{5,}", self._metadata.title)), "edition")
        parts = (title.lower(), *re.findall(r"\d{4}", date)[:1], document)
        return re.sub(r"[^a-z0-9-]+", "-", "-".join(filter(None, parts)).lower()).strip("-")


def base_of(edition: Edition) -> str:
    """Where the edition stands on the web, with a slash at its end; "" if that is not said."""
    url = edition.corpus.web.url.strip()
    if not url.startswith(("https://", "http://")):
        return ""
    return url if url.endswith("/") else f"{url}/"
