"""The edition as DataCite describes resources (DataCite Metadata Schema 4.5), as JSON and XML.

Properties that the edition does not state are left out, but for those that DataCite demands: what
is not known is ":unav" then, and the DOI, which the archive gives, ":tba" (appendix 3). There is no
such word for the year; without one the record is not complete, which PKG011 says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from lxml import etree

from recensio import __version__
from recensio.model.citation import Agent
from recensio.package.description import Description
from recensio.package.published import Keyword

KERNEL: Final = "http://datacite.org/schema/kernel-4"
LOCATION: Final = f"{KERNEL} https://schema.datacite.org/meta/kernel-4.5/metadata.xsd"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
UNKNOWN: Final = ":unav"
UNASSIGNED: Final = ":tba"
ORCID: Final = "https://orcid.org/"
SPDX: Final = "https://spdx.org/licenses/"
KIND: Final = "Digital scholarly edition"
AUTHORITIES: Final = (
    ("d-nb.info/gnd", "GND"),
    ("viaf.org", "VIAF"),
    ("isni.org", "ISNI"),
    ("wikidata.org", "Wikidata"),
    ("ror.org", "ROR"),
)
"""Files of authority records by what their addresses contain."""


def datacite(edition: Description, formats: Sequence[str], size: str = "") -> dict[str, Any]:
    """The edition as DataCite's JSON; `formats` are media types, `size` is in words."""
    return {
        "schemaVersion": KERNEL,
        **({"doi": edition.doi} if edition.doi else {}),
        "creators": [_creator(agent) for agent in edition.creators] or [{"name": UNKNOWN}],
        "titles": [{"title": edition.title, "lang": edition.language}],
        "publisher": {"name": edition.publisher or UNKNOWN},
        **({"publicationYear": edition.year} if edition.year else {}),
        "subjects": [_subject(keyword) for keyword in edition.keywords],
        "contributors": [
            {**_creator(agent), "contributorType": "Other"} for agent in edition.contributors
        ],
        "dates": [{"date": edition.day, "dateType": "Issued"}] if edition.day else [],
        "language": edition.language,
        "types": {"resourceTypeGeneral": "Text", "resourceType": KIND},
        "alternateIdentifiers": list(_alternates(edition)),
        "relatedIdentifiers": [_related(source) for source in edition.sources],
        "sizes": [size] if size else [],
        "formats": list(formats),
        **({"version": edition.version} if edition.version else {}),
        "rightsList": [_rights(edition)] if edition.licence else [],
        "descriptions": [
            *_description("Abstract", edition.abstract, edition.language),
            *_description("TechnicalInfo", f"Built with recensio {__version__}.", "en"),
        ],
    }


def _creator(agent: Agent) -> dict[str, Any]:
    parts = {"givenName": agent.given, "familyName": agent.family}
    is_known = bool(agent.family or agent.uri.startswith(ORCID))
    kind = "Organizational" if agent.is_body else "Personal" if is_known else ""
    return {
        "name": agent.inverted,
        **({"nameType": kind} if kind else {}),
        **{key: value for key, value in parts.items() if value},
        **({"nameIdentifiers": [_name_identifier(agent.uri)]} if agent.uri else {}),
    }


def _name_identifier(uri: str) -> dict[str, str]:
    if uri.startswith(ORCID):
        return {
            "nameIdentifier": uri,
            "nameIdentifierScheme": "ORCID",
            "schemeUri": "https://orcid.org",
        }
    scheme = next((name for part, name in AUTHORITIES if part in uri), "URL")
    return {"nameIdentifier": uri, "nameIdentifierScheme": scheme}


def _subject(keyword: Keyword) -> dict[str, str]:
    return {"subject": keyword.term, **({"schemeUri": keyword.scheme} if keyword.scheme else {})}


def _alternates(edition: Description) -> Iterator[dict[str, str]]:
    addresses = () if edition.doi else (edition.identifier,)
    for address in dict.fromkeys((*addresses, edition.address)):
        if address:
            yield {"alternateIdentifier": address, "alternateIdentifierType": "URL"}


def _related(source: str) -> dict[str, str]:
    _before, is_doi, doi = source.partition("doi.org/")
    return {
        "relatedIdentifier": doi if is_doi else source,
        "relatedIdentifierType": "DOI" if is_doi else "URL",
        "relationType": "IsDerivedFrom",
    }


def _rights(edition: Description) -> dict[str, str]:
    listed = {
        "rightsIdentifier": edition.spdx,
        "rightsIdentifierScheme": "SPDX",
        "schemeUri": SPDX,
    }
    return {
        "rights": edition.licence,
        **({"rightsUri": edition.licence_url} if edition.licence_url else {}),
        **(listed if edition.spdx else {}),
    }


def _description(kind: str, text: str, language: str) -> list[dict[str, str]]:
    return [{"description": text, "descriptionType": kind, "lang": language}] if text else []


def datacite_xml(record: dict[str, Any]) -> bytes:
    """DataCite's XML of a record that `datacite` made."""
    root = etree.Element(f"{{{KERNEL}}}resource", nsmap={None: KERNEL, "xsi": XSI})
    root.set(f"{{{XSI}}}schemaLocation", LOCATION)
    _leaf(root, "identifier", record.get("doi", UNASSIGNED), identifierType="DOI")
    _agents(root, "creator", record["creators"])
    _agents(root, "contributor", record["contributors"])
    _list(root, "titles", "title", record["titles"], "title")
    _leaf(root, "publisher", record["publisher"]["name"])
    if "publicationYear" in record:
        _leaf(root, "publicationYear", record["publicationYear"])
    types = record["types"]
    general = types["resourceTypeGeneral"]
    _leaf(root, "resourceType", types["resourceType"], resourceTypeGeneral=general)
    _list(root, "subjects", "subject", record["subjects"], "subject")
    _list(root, "dates", "date", record["dates"], "date")
    _leaf(root, "language", record["language"])
    for plural, name in (
        ("alternateIdentifiers", "alternateIdentifier"),
        ("relatedIdentifiers", "relatedIdentifier"),
    ):
        _list(root, plural, name, record[plural], name)
    _list(root, "sizes", "size", [{"text": size} for size in record["sizes"]], "text")
    _list(root, "formats", "format", [{"text": form} for form in record["formats"]], "text")
    if "version" in record:
        _leaf(root, "version", record["version"])
    renamed = [_in_xml(right) for right in record["rightsList"]]
    _list(root, "rightsList", "rights", renamed, "rights")
    _list(root, "descriptions", "description", record["descriptions"], "description")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _agents(root: etree._Element, role: str, agents: Sequence[dict[str, Any]]) -> None:
    """Those who made the edition, or had another part in it."""
    parent = _leaf(root, f"{role}s") if agents else root
    for agent in agents:
        part = {key: agent[key] for key in ("contributorType",) if key in agent}
        element = _leaf(parent, role, **part)
        kind = {"nameType": agent["nameType"]} if "nameType" in agent else {}
        _leaf(element, f"{role}Name", agent["name"], **kind)
        for key in ("givenName", "familyName"):
            if key in agent:
                _leaf(element, key, agent[key])
        for known in agent.get("nameIdentifiers", ()):
            renamed = _in_xml(known)
            _leaf(element, "nameIdentifier", renamed.pop("nameIdentifier"), **renamed)


def _in_xml(record: dict[str, str]) -> dict[str, str]:
    """The keys of a record as XML spells them: it writes URI where JSON writes Uri."""
    names = {"schemeUri": "schemeURI", "rightsUri": "rightsURI"}
    return {names.get(key, key): value for key, value in record.items()}


def _list(
    root: etree._Element, plural: str, name: str, records: Sequence[dict[str, str]], text: str
) -> None:
    """A list of elements whose text is one property of a record and whose attributes the others."""
    if not records:
        return
    parent = _leaf(root, plural)
    for record in map(_in_xml, records):
        attributes = {XML_LANG if key == "lang" else key: value for key, value in record.items()}
        _leaf(parent, name, attributes.pop(text), **attributes)


def _leaf(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{KERNEL}}}{name}", attributes)
    element.text = text or None
    return element
