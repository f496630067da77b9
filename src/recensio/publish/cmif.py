"""data/cmif.xml: an index of the letters of an edition, for correspSearch and its like.

Correspondence Metadata Interchange Format, a small part of TEI:
https://github.com/TEI-Correspondence-SIG/CMIF. Each letter says who sent it to whom, whence,
whither and when; persons and places are named by authority files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from recensio.model.document import Artifact
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition, Prepared
from recensio.publish.references import References, base_of
from recensio.publish.registers.authorities import authority_of
from recensio.tei.names import NS, TEI_NS, XML_ID, tei
from recensio.tei.registers import register_entries
from recensio.tei.text import text_of

FILE: Final = "cmif.xml"
DESCRIBED: Final = "tei:teiHeader/tei:profileDesc/tei:correspDesc"
DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
DATING: Final = ("when", "from", "to", "notBefore", "notAfter")
OF_PERSONS: Final = ("GND", "VIAF", "Library of Congress", "BnF", "Wikidata")
OF_PLACES: Final = ("GeoNames", "GND", "Wikidata")
"""Authority files in the order in which they are preferred."""

PARTIES: Final = (tei("persName"), tei("orgName"))
TAKEN: Final = "https://creativecommons.org/licenses/by/4.0/"
"""The licence that correspSearch asks of an index."""


def letter_index(edition: Edition) -> Iterator[Artifact]:
    """The index, in data/ and, if it is known where the site stands, on the site too.

    There is none if no document has a correspDesc with what can be told.
    """
    letters = [(each, told) for each in edition.readable for told in _described(each)]
    if letters:
        content = etree.tostring(
            _index(edition, letters), encoding="UTF-8", xml_declaration=True, pretty_print=True
        )
        for folder in ("data", "site") if base_of(edition) else ("data",):
            yield Artifact(f"{folder}/{FILE}", content, "application/tei+xml")


def _described(each: Prepared) -> Iterator[etree._Element]:
    """The correspDesc of a document that say who, where or when."""
    for told in each.document.tree.getroot().iterfind(DESCRIBED, NS):
        if next(told.iterchildren(tei("correspAction")), None) is not None:
            yield told


def _index(edition: Edition, letters: Sequence[tuple[Prepared, etree._Element]]) -> etree._Element:
    references = References(edition)
    cited = references.edition
    identifier = f"{uuid5(NAMESPACE_URL, cited.address or cited.title)}"
    # An xml:id begins with a letter, which a UUID need not.
    name = identifier if identifier[0].isalpha() else f"uuid-{identifier}"
    bibl = _node("bibl", _text(edition), {"type": "online", XML_ID: name})
    known = _authorities(edition)
    described = (_letter(each, told, known, references, name) for each, told in letters)
    header = _node(
        "teiHeader",
        _node("fileDesc", _title(edition), _publication(edition), _node("sourceDesc", bibl)),
        _node("profileDesc", *described),
    )
    root = etree.Element(tei("TEI"), nsmap={None: TEI_NS})
    root.extend([header, _node("text", _node("body", _node("p")))])
    return root


def _authorities(edition: Edition) -> Mapping[str, Sequence[str]]:
    """What authority files call each register entry, in whichever document that is said."""
    found = defaultdict[str, list[str]](list)
    for document in edition.corpus.documents:
        for entry in register_entries([document.tree]):
            found[entry.id] += entry.authority
    return found


def _title(edition: Edition) -> etree._Element:
    metadata = edition.corpus.metadata
    editors = (_node("editor", name) for name in metadata.editors or (metadata.publisher,))
    return _node("titleStmt", _node("title", metadata.title), *editors)


def _publication(edition: Edition) -> etree._Element:
    metadata, references = edition.corpus.metadata, References(edition)
    licence = metadata.licence_url or TAKEN
    wording = f"This file is licensed under {metadata.licence_name or 'the licence named'}."
    if licence.startswith(TAKEN):
        wording = "This file is licensed under the terms of the Creative Commons License CC-BY 4.0"
    parts = [_node("publisher", metadata.publisher or metadata.credit or metadata.title)]
    if base_of(edition):
        parts.append(_node("idno", references.address(FILE), {"type": "url"}))
    day = "-".join(references.edition.day)
    parts.append(_node("date", {"when": day} if day else metadata.date))
    named = {"target": licence} if metadata.licence_url else {}
    if metadata.licence_url:
        parts.append(_node("availability", _node("licence", wording, named)))
    return _node("publicationStmt", *parts)


def _text(edition: Edition) -> str:
    metadata, cited = edition.corpus.metadata, References(edition).edition
    told = (metadata.title, metadata.credit, metadata.publisher, metadata.date, cited.address)
    return ". ".join(part.rstrip(".") for part in told if part)


def _letter(
    each: Prepared,
    told: etree._Element,
    known: Mapping[str, Sequence[str]],
    references: References,
    source: str,
) -> etree._Element:
    attributes = {"key": each.document.id, "source": f"#{source}"}
    if references.edition.address:
        attributes["ref"] = references.address(page_of(each.document))
    actions = {action.get("type"): action for action in told.iterchildren(tei("correspAction"))}
    made = (_action(kind, actions.get(kind), known) for kind in ("sent", "received"))
    return _node("correspDesc", *made, attributes)


def _action(
    kind: str, action: etree._Element | None, known: Mapping[str, Sequence[str]]
) -> etree._Element:
    """Sending or receiving; who did it is unknown if that is not said."""
    children = list(action) if action is not None else []
    parties = [_named(child, known, OF_PERSONS) for child in children if child.tag in PARTIES] or [
        _node("persName", "Unknown")
    ]
    places = [_named(c, known, OF_PLACES) for c in children if c.tag == tei("placeName")]
    dates = [d for c in children if c.tag == tei("date") and (d := _dating(c))]
    dated = [_node("date", dates[0])] if dates else []
    return _node("correspAction", *parties, *places[:1], *dated, {"type": kind})


def _named(
    element: etree._Element, known: Mapping[str, Sequence[str]], preferred: Sequence[str]
) -> etree._Element:
    """A name with what the preferred authority file calls it."""
    pointers = (element.get("ref") or element.get("key") or "").split()
    named = [each for p in pointers for each in known.get(p.rpartition("#")[2], ())]
    found = [authority_of(each) for each in (*pointers, *named)]
    usable = [each for each in found if each.name in preferred and each.href]
    usable.sort(key=lambda each: preferred.index(each.name))
    name = etree.QName(element).localname
    return _node(
        name, text_of(element) or "Unknown", {"ref": usable[0].href.rstrip("/")} if usable else {}
    )


def _dating(date: etree._Element) -> dict[str, str]:
    """The attributes of a date in the forms that the format knows."""
    found = {name: date.get(name) or date.get(f"{name}-iso") or "" for name in DATING}
    return {name: value for name, value in found.items() if DATE.fullmatch(value)}


def _node(name: str, *parts: etree._Element | str | dict[str, str]) -> etree._Element:
    """A TEI element with its text, children and attributes."""
    element = etree.Element(tei(name))
    for part in parts:
        if isinstance(part, str):
            element.text = part
        elif isinstance(part, dict):
            element.attrib.update(part)
        else:
            element.append(part)
    return element
