"""What an archive is told of the edition: one account, which each format of metadata words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from recensio.model.citation import Agent
from recensio.model.document import COMMONS, Metadata
from recensio.package.published import Keyword, PublishedDocument

T = TypeVar("T")
DAY: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
YEAR: Final = re.compile(r"\b\d{4}\b")
SPDX: Final = {
    "creativecommons.org/publicdomain/zero/1.0": "CC0-1.0",
    "apache.org/licenses/license-2.0": "Apache-2.0",
    "opensource.org/licenses/mit": "MIT",
    "opendatacommons.org/licenses/by/1-0": "ODC-By-1.0",
    "opendatacommons.org/licenses/odbl/1-0": "ODbL-1.0",
}
"""Licences by their addresses, as the SPDX list calls them."""


@dataclass(frozen=True, slots=True)
class Description:
    """The edition for an archive; what it does not state is empty.

    `date` is as the edition writes it, `year` its year; `spdx` the licence in the SPDX list;
    `identifier` a DOI or another address of the work, `address` where its site stands. `sources`
    are identifiers of what the documents were made from; `restricted` are documents of the package
    that may not be passed on.
    """

    title: str
    creators: tuple[Agent, ...] = ()
    contributors: tuple[Agent, ...] = ()
    publisher: str = ""
    date: str = ""
    language: str = ""
    languages: tuple[str, ...] = ()
    licence: str = ""
    licence_url: str = ""
    abstract: str = ""
    keywords: tuple[Keyword, ...] = ()
    version: str = ""
    identifier: str = ""
    address: str = ""
    sources: tuple[str, ...] = ()
    restricted: tuple[str, ...] = ()

    @property
    def year(self) -> str:
        """The year of the date, or nothing."""
        found = YEAR.search(self.date)
        return found[0] if found else ""

    @property
    def day(self) -> str:
        """The date as far as ISO 8601 can say it, or nothing."""
        exact = DAY.fullmatch(self.date.strip())
        return exact[0] if exact else self.year

    @property
    def spdx(self) -> str:
        """The licence's identifier in the SPDX list, or nothing."""
        commons = COMMONS.search(self.licence_url)
        if commons:
            return f"CC-{commons[1].upper()}-{commons[2]}"
        plain = self.licence_url.lower()
        return next((name for part, name in SPDX.items() if part in plain), "")

    @property
    def doi(self) -> str:
        """The DOI without its address, or nothing."""
        _before, found, doi = self.identifier.partition("doi.org/")
        return doi if found else ""


def description(
    metadata: Metadata, documents: Sequence[PublishedDocument], address: str = ""
) -> Description:
    """What edition.toml and the headers say together; edition.toml has the first word."""
    agents = {agent.name: agent for document in documents for agent in document.agents}
    named = tuple(agents.get(name, Agent(name)) for name in metadata.editors)
    creators = named or tuple(agents.values())
    made_it = {agent.name for agent in creators}
    others = _each(document.contributors for document in documents)
    return Description(
        title=metadata.title,
        creators=creators,
        contributors=tuple(agent for agent in others if agent.name not in made_it),
        publisher=metadata.publisher,
        date=metadata.date,
        language=metadata.language,
        languages=_each(document.languages for document in documents) or (metadata.language,),
        licence=metadata.licence_name,
        licence_url=metadata.licence_url,
        abstract=" ".join(metadata.description.split()),
        keywords=_each(document.keywords for document in documents),
        version=next((document.version for document in documents if document.version), ""),
        identifier=_common(documents),
        address=address,
        sources=_each(document.sources for document in documents),
        restricted=tuple(document.name for document in documents if document.restricted),
    )


def _common(documents: Sequence[PublishedDocument]) -> str:
    """The identifier that all documents with one share; those of single letters are their own."""
    found = {document.identifier for document in documents if document.identifier}
    return found.pop() if len(found) == 1 else ""


def _each(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(member for group in groups for member in group))
