"""What a page says in the words of schema.org, as JSON-LD that is safe inside HTML."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from recensio.model.citation import Agent, Citation
from recensio.model.document import Document
from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish.pages import INDEX, page_of
from recensio.publish.prepare import Edition

CONTEXT: Final = "https://schema.org"
TYPES: Final[Mapping[RegisterKind, str]] = {
    RegisterKind.PERSONS: "Person",
    RegisterKind.PLACES: "Place",
    RegisterKind.ORGS: "Organization",
    RegisterKind.WORKS: "CreativeWork",
    RegisterKind.EVENTS: "Event",
}
MANY: Final = 100
"""Parts and sources that the first page lists; above that each part says where it belongs."""

UNSAFE: Final = str.maketrans({each: f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"})
"""In a script element "</script", "<!--" and "]]>" must not occur; in JSON these are escapes."""

Thing = dict[str, Any]


def written(thing: Thing | Sequence[Thing]) -> str:
    """JSON-LD that can stand in a script element of HTML, whatever its strings hold."""
    told = thing if isinstance(thing, dict) else {"@graph": list(thing)}
    text = json.dumps({"@context": CONTEXT, **told}, ensure_ascii=False, separators=(",", ":"))
    return text.translate(UNSAFE)


def edition_thing(edition: Edition, citation: Citation, root: str) -> Thing:
    """The edition as a book; `root` is the address of its folder, as seen from the page."""
    documents = [each.document for each in edition.readable]
    witnesses = [w for w in edition.corpus.witnesses if not w.members]
    thing = {
        "@type": "Book",
        "description": edition.corpus.metadata.description,
        **_work(citation, root + INDEX),
        "hasPart": [_part(each, root) for each in documents] if len(documents) <= MANY else [],
        "isBasedOn": [
            {"@type": "CreativeWork", "name": witness.label or witness.siglum}
            for witness in (witnesses if len(witnesses) <= MANY else ())
        ],
    }
    return _filled(thing)


def document_thing(document: Document, citation: Citation, root: str, tei: str) -> Thing:
    """A document as a chapter of the edition, with its source in TEI."""
    thing = {
        "@type": "Chapter",
        **_work(citation, root + page_of(document)),
        "isPartOf": {"@type": "Book", "name": citation.container, "url": root + INDEX},
        "encoding": {
            "@type": "MediaObject",
            "contentUrl": root + tei,
            "encodingFormat": "application/tei+xml",
        }
        if tei
        else None,
    }
    return _filled(thing)


def entry_things(
    entries: Sequence[RegisterEntry], addresses: Mapping[str, str], root: str
) -> Iterator[Thing]:
    """The entries of registers that an authority knows."""
    for entry in entries:
        known = [each for each in entry.authority if each.startswith(("https://", "http://"))]
        if known:
            address = root + addresses[entry.id]
            named = {"@type": TYPES[entry.kind], "@id": address, "name": entry.label}
            yield {**named, "sameAs": known[0] if len(known) == 1 else known}


def _part(document: Document, root: str) -> Thing:
    return {"@type": "Chapter", "name": document.title, "url": root + page_of(document)}


def _work(citation: Citation, address: str) -> Thing:
    return {
        "@id": citation.address or address,
        "name": citation.title,
        "url": citation.address or address,
        "author": [_agent(agent) for agent in citation.authors],
        "editor": [_agent(agent) for agent in citation.editors],
        "datePublished": "-".join(citation.day),
        "publisher": _named("Organization", citation.publisher),
        "inLanguage": citation.language,
        "license": citation.licence_url or citation.licence,
        "sameAs": citation.identifier,
    }


def _agent(agent: Agent) -> Thing:
    kind = "Organization" if agent.is_body else "Person"
    thing = {"@type": kind, "name": agent.name, "@id": agent.uri}
    return _filled({**thing, "familyName": agent.family, "givenName": agent.given})


def _named(kind: str, name: str) -> Thing | None:
    return {"@type": kind, "name": name} if name else None


def _filled(thing: Thing) -> Thing:
    """What is known: nothing empty is said."""
    return {key: value for key, value in thing.items() if value}
