"""site/oai.xml: the edition and its documents for harvesters of OAI-PMH, as a static repository.

A file that a gateway answers from (https://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm):
Dublin Core of each document and of the edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from recensio.model.citation import Citation
from recensio.model.document import Artifact, Document
from recensio.publish.prepare import Edition
from recensio.publish.references import References, base_of
from recensio.tei.names import NS

FILE: Final = "oai.xml"
PROTOCOL: Final = "http://www.openarchives.org/OAI/2.0/"
STATIC: Final = f"{PROTOCOL}static-repository"
OAI_DC: Final = f"{PROTOCOL}oai_dc/"
DC: Final = "http://purl.org/dc/elements/1.1/"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
LOCATION: Final = f"{{{XSI}}}schemaLocation"
PREFIXES: Final = {None: STATIC, "oai": PROTOCOL, "xsi": XSI}
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
CHANGES: Final = "tei:teiHeader/tei:revisionDesc//tei:change[@when]"
WHOLE: Final = "edition"


def repository(edition: Edition) -> Iterator[Artifact]:
    """The repository; none if edition.toml names neither the address of the site nor a contact."""
    if base_of(edition) and edition.corpus.web.contact:
        root = _repository(edition, list(_records(edition)))
        content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
        yield Artifact(f"site/{FILE}", content, "application/xml")


def _repository(edition: Edition, records: list[etree._Element]) -> etree._Element:
    root = etree.Element(f"{{{STATIC}}}Repository", nsmap=PREFIXES)
    root.set(LOCATION, f"{STATIC} {STATIC}.xsd")
    stamps = [stamp.text or "" for each in records for stamp in each.iter(_oai("datestamp"))]
    identify = _static("Identify", root)
    for name, text in (
        ("repositoryName", edition.corpus.metadata.title),
        ("baseURL", _base_url(edition)),
        ("protocolVersion", "2.0"),
        ("adminEmail", edition.corpus.web.contact),
        ("earliestDatestamp", min(stamps)),
        ("deletedRecord", "no"),
        ("granularity", "YYYY-MM-DD"),
    ):
        etree.SubElement(identify, _oai(name)).text = text
    known = etree.SubElement(_static("ListMetadataFormats", root), _oai("metadataFormat"))
    for name, text in (
        ("metadataPrefix", "oai_dc"),
        ("schema", f"{PROTOCOL}oai_dc.xsd"),
        ("metadataNamespace", OAI_DC),
    ):
        etree.SubElement(known, _oai(name)).text = text
    listed = _static("ListRecords", root)
    listed.set("metadataPrefix", "oai_dc")
    listed.extend(records)
    return root


def _base_url(edition: Edition) -> str:
    """The address by which the gateway answers for the file; that of the file without a gateway."""
    address, gateway = References(edition).address(FILE), edition.corpus.web.gateway
    return f"{gateway.rstrip('/')}/{address.partition('://')[2]}" if gateway else address


def _records(edition: Edition) -> Iterator[etree._Element]:
    references, host = References(edition), urlsplit(base_of(edition)).hostname or ""
    days = {each.document.id: _changed(each.document, edition) for each in edition.readable}
    whole = WHOLE
    while whole in days:
        whole += "-as-a-whole"
    latest = max(days.values(), default=_day(edition))
    yield _record(f"oai:{host}:{whole}", latest, references.edition, "Collection")
    for each in edition.readable:
        name = f"oai:{host}:{each.document.id}"
        yield _record(name, days[each.document.id], references.of(each.document), "Text")


def _record(name: str, day: str, cited: Citation, kind: str) -> etree._Element:
    record = etree.Element(_oai("record"), nsmap={"oai": PROTOCOL})
    header = etree.SubElement(record, _oai("header"))
    etree.SubElement(header, _oai("identifier")).text = name
    etree.SubElement(header, _oai("datestamp")).text = day
    core = etree.SubElement(
        etree.SubElement(record, _oai("metadata")),
        f"{{{OAI_DC}}}dc",
        nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": XSI},
    )
    core.set(LOCATION, f"{OAI_DC} {PROTOCOL}oai_dc.xsd")
    for element, text in _core(cited, kind):
        if text:
            etree.SubElement(core, f"{{{DC}}}{element}").text = text
    return record


def _core(cited: Citation, kind: str) -> Iterator[tuple[str, str]]:
    """Dublin Core of what is cited."""
    yield "title", cited.title
    yield from (("creator", agent.inverted) for agent in cited.authors)
    yield from (("contributor", agent.inverted) for agent in cited.editors)
    yield "publisher", cited.publisher
    yield "date", "-".join(cited.day) or cited.date
    yield "type", kind
    yield "format", "application/tei+xml" if kind == "Text" else "text/html"
    yield "identifier", cited.address
    yield "identifier", cited.identifier
    yield "language", cited.language
    yield "relation", cited.container
    yield "rights", cited.licence_url or cited.licence


def _changed(document: Document, edition: Edition) -> str:
    """The day of the last change that a document records, else that of the edition."""
    changes = document.tree.getroot().iterfind(CHANGES, NS)
    days = [change.get("when", "")[:10] for change in changes]
    return max(filter(DAY.fullmatch, days), default=_day(edition))


def _day(edition: Edition) -> str:
    """The first day of the date of the edition; the first of all if it has none."""
    parts = References(edition).edition.day
    year, month, day = (*parts, *("1970", "01", "01")[len(parts) :])
    return f"{year}-{month}-{day}"


def _static(name: str, parent: etree._Element) -> etree._Element:
    return etree.SubElement(parent, f"{{{STATIC}}}{name}")


def _oai(name: str) -> str:
    return f"{{{PROTOCOL}}}{name}"
