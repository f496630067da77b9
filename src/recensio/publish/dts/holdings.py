"""What a service has: the edition as a collection, its documents as resources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from recensio.model.citation import Agent
from recensio.publish.dts.addresses import Addresses
from recensio.publish.dts.answer import PLAIN, TEI, Record, missing, wrong
from recensio.publish.dts.request import Request
from recensio.publish.dts.texts import Text
from recensio.publish.prepare import Edition, published_name
from recensio.publish.references import References
from recensio.tei.dating import document_date

MEDIA_TYPES: Final = (TEI, PLAIN)


class Holdings:
    """An edition as a service sees it."""

    def __init__(self, edition: Edition, addresses: Addresses) -> None:
        self.addresses = addresses
        self._edition = edition
        self._references = References(edition)
        self.texts: Mapping[str, Text] = {
            each.document.id: Text(each.document) for each in edition.readable
        }
        self.root = _name(edition.corpus.metadata.title, self.texts)

    def text(self, request: Request) -> Text:
        """The document that a request asks for. Raises Refused."""
        identifier = request["resource"]
        if not identifier:
            raise wrong("resource is not told")
        if identifier not in self.texts:
            raise missing(f"there is no resource {identifier!r}")
        return self.texts[identifier]

    def collection(self) -> Record:
        """The edition, without its members."""
        cited = self._references.edition
        metadata = self._edition.corpus.metadata
        core = {
            "title": said(metadata.title, metadata.language),
            "description": said(metadata.description, metadata.language),
            "contributor": _names(cited.editors),
            "publisher": [cited.publisher],
            "date": [cited.date],
            "language": [cited.language],
            "license": [cited.licence_url or cited.licence],
        }
        told = {
            "title": metadata.title,
            "description": metadata.description,
            "totalParents": 0,
            "totalChildren": len(self.texts),
            "dublinCore": _filled(core),
        }
        return _filled(told) | self.addresses.of_collection(self.root)

    def resource(self, text: Text, brief: bool = False) -> Record:
        """A document with its citation trees; `brief` leaves the rest of its metadata out."""
        told: Record = {"title": text.document.title, "totalParents": 1, "totalChildren": 0}
        if not brief:
            told["dublinCore"] = self._core(text)
        if self.addresses.site:
            name = published_name(text.document)
            told["download"] = f"{self.addresses.site}tei/{name}"
        return {
            **told,
            **self.addresses.of_resource(text.id),
            "citationTrees": [tree.record for tree in text.trees],
            "mediaTypes": list(MEDIA_TYPES),
        }

    def _core(self, text: Text) -> Record:
        cited = self._references.of(text.document)
        core = {
            "title": said(cited.title, cited.language),
            "creator": _names(cited.authors),
            "contributor": _names(cited.editors),
            "publisher": [cited.publisher],
            "date": [cited.date],
            "created": [document_date(text.document.tree) or ""],
            "language": [cited.language],
            "license": [cited.licence_url or cited.licence],
            "identifier": [cited.identifier],
            "isPartOf": [cited.container],
        }
        return _filled(core)


def said(text: str, language: str) -> list[Record]:
    """Words in their language, as metadata hold them; nothing if there are none."""
    return [{"lang": language or "und", "value": text}] if text else []


def _names(agents: tuple[Agent, ...]) -> list[str]:
    return [part for agent in agents for part in (agent.name, agent.uri) if part]


def _filled(record: Record) -> Record:
    """What is known: nothing empty is said."""
    return {name: value for name, value in record.items() if value not in ("", [], [""], {})}


def _name(title: str, taken: Mapping[str, object]) -> str:
    """The identifier of the edition, which is that of no document."""
    name = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:60].strip("-") or "edition"
    while name in taken:
        name += "-edition"
    return name
