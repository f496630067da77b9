"""The edition in simple Dublin Core, as the records of OAI-PMH have it (oai_dc)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.package.description import Description

OAI_DC: Final = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC: Final = "http://purl.org/dc/elements/1.1/"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
LOCATION: Final = f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"


def dublin_core(edition: Description, formats: Sequence[str]) -> bytes:
    """The record; an element of Dublin Core for each thing that the edition states."""
    root = etree.Element(f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", LOCATION)
    for name, text in _elements(edition, formats):
        if text:
            etree.SubElement(root, f"{{{DC}}}{name}").text = text
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _elements(edition: Description, formats: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "title", edition.title
    yield from (("creator", agent.inverted) for agent in edition.creators)
    yield from (("subject", keyword.term) for keyword in edition.keywords)
    yield "description", edition.abstract
    yield "publisher", edition.publisher
    yield from (("contributor", agent.inverted) for agent in edition.contributors)
    yield "date", edition.day
    yield "type", "Text"
    yield from (("format", media_type) for media_type in formats)
    yield from (("identifier", each) for each in (edition.identifier, edition.address))
    yield from (("source", source) for source in edition.sources)
    yield from (("language", language) for language in edition.languages)
    yield "rights", edition.licence
    yield "rights", edition.licence_url
