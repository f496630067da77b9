"""data/registers.jsonld: the registers as linked data in the words of schema.org.

JSON-LD 1.1 with its context inside, so that nothing need be fetched to read it. What authority
files say of the same thing is named as owl:sameAs and as schema:sameAs.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from lxml import etree

from recensio.model.document import Artifact
from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish.gathered import described_entries
from recensio.publish.listed import entry_addresses
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition
from recensio.publish.references import References, base_of
from recensio.publish.registers.authorities import authority_of
from recensio.publish.registers.coordinates import point_of
from recensio.publish.site.cited.linked_data import TYPES
from recensio.tei.names import NS, tei
from recensio.tei.registers import NAMES, edtf
from recensio.tei.text import text_of

SCHEMA: Final = "https://schema.org/"
CONTEXT: Final = {
    "@vocab": SCHEMA,
    "owl": "http://www.w3.org/2002/07/owl#",
    "sameAs": {"@id": f"{SCHEMA}sameAs", "@type": "@id"},
    "owl:sameAs": {"@type": "@id"},
    "subjectOf": {"@id": f"{SCHEMA}subjectOf", "@type": "@id"},
    "url": {"@id": f"{SCHEMA}url", "@type": "@id"},
}
WEB: Final = ("https://", "http://")

Thing = dict[str, Any]


def register_graph(edition: Edition) -> Iterator[Artifact]:
    """The entries of all registers as things; no file if there are none.

    A thing is named by the address of its page where edition.toml says where the site stands, else
    by its xml:id as a fragment of the file.
    """
    if edition.corpus.registers:
        graph = [*_things(edition)]
        content = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
        yield Artifact("data/registers.jsonld", f"{content}\n".encode(), "application/ld+json")


def _things(edition: Edition) -> Iterator[Thing]:
    described, references = described_entries(edition), References(edition)
    addresses, mentioned = entry_addresses(edition), _mentioning(edition, references)
    is_known = bool(base_of(edition))
    for entry in edition.corpus.registers:
        page, _, anchor = addresses[entry.id].partition("#")
        address = references.address(page, anchor)
        element = described.get(entry.id)
        thing = {
            "@id": address if is_known else f"#{entry.id}",
            "@type": TYPES[entry.kind],
            "name": entry.label,
            **_authorities(entry),
            **(_described(element, entry) if element is not None else {}),
            "url": address if is_known else "",
            "subjectOf": mentioned.get(entry.id, []) if is_known else [],
        }
        yield _filled(thing)


def _mentioning(edition: Edition, references: References) -> Mapping[str, list[str]]:
    """The pages of the texts that mention each entry."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for each in edition.readable:
        address = references.address(page_of(each.document))
        for mention in each.mentions:
            if mention.ref:
                found[mention.ref][address] = None
    return {name: list(pages) for name, pages in found.items()}


def _authorities(entry: RegisterEntry) -> Thing:
    """What authorities call it: addresses as things that are the same, numbers as identifiers."""
    same = [identifier for identifier in entry.authority if identifier.startswith(WEB)]
    others = [authority_of(each) for each in entry.authority if not each.startswith(WEB)]
    named = [
        _filled({"@type": "PropertyValue", "propertyID": each.name, "value": each.number})
        for each in others
    ]
    return {"owl:sameAs": same, "sameAs": same, "identifier": named}


def _described(element: etree._Element, entry: RegisterEntry) -> Thing:
    names = [_name(name) for name in element.iterchildren(*NAMES)]
    told = {
        "alternateName": [n for n in dict.fromkeys(names) if n and n != entry.label],
        "description": _description(element),
    }
    return told | SAID[entry.kind](element)


def _name(name: etree._Element) -> str:
    """A name in the order in which it is spoken, where its parts are told apart."""
    parts = (name.iterfind(f"tei:{part}", NS) for part in ("forename", "surname"))
    spoken = [" ".join(map(text_of, found)) for found in parts]
    return " ".join(spoken) if all(spoken) else text_of(name)


def _description(element: etree._Element) -> str:
    """What the register says first of an entry."""
    paths = ("tei:desc", "tei:occupation", "tei:note")
    found = (element.find(path, NS) for path in paths)
    return next((text_of(each) for each in found if each is not None), "")


def _person(element: etree._Element) -> Thing:
    if element.tag != tei("person"):
        return {}
    parts = (("familyName", "surname"), ("givenName", "forename"))
    named = {
        key: " ".join(text_of(e) for e in element.iterfind(f"tei:persName[1]/tei:{name}", NS))
        for key, name in parts
    }
    return {**named, "birthDate": _date(element, "birth"), "deathDate": _date(element, "death")}


def _place(element: etree._Element) -> Thing:
    point = point_of(element)
    if point is None:
        return {}
    at = {"latitude": point.latitude, "longitude": point.longitude}
    return {"geo": {"@type": "GeoCoordinates", **at}}


def _event(element: etree._Element) -> Thing:
    date = edtf(element) or _date(element, "date")
    first, slash, last = date.partition("/")
    return {"startDate": first, "endDate": last if slash else ""}


def _work(element: etree._Element) -> Thing:
    authors = [text_of(author) for author in element.iterfind(".//tei:author", NS)]
    date = element.find(".//tei:date", NS)
    return {
        "author": [{"@type": "Person", "name": name} for name in authors if name],
        "datePublished": (edtf(date) or "") if date is not None else "",
    }


def _date(element: etree._Element, name: str) -> str:
    """A date in EDTF, of an element or of the date inside it."""
    found = element.find(f"tei:{name}", NS)
    if found is None:
        return ""
    return edtf(found) or next(filter(None, map(edtf, found.iterfind("tei:date", NS))), "")


SAID: Final[Mapping[RegisterKind, Callable[[etree._Element], Thing]]] = {
    RegisterKind.PERSONS: _person,
    RegisterKind.PLACES: _place,
    RegisterKind.ORGS: lambda _element: {},
    RegisterKind.WORKS: _work,
    RegisterKind.EVENTS: _event,
}


def _filled(thing: Thing) -> Thing:
    """What is known: nothing empty is said."""
    return {key: value for key, value in thing.items() if value not in ("", [], None)}
