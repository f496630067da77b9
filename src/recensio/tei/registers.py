"""Registers (TEI Guidelines, 13.3 and 3.12) and the mentions that refer to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from recensio.model.document import Document
from recensio.model.register import Mention, Note, RegisterEntry, RegisterKind
from recensio.tei.locate import Locator
from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.text import text_of

KINDS: Final = {
    tei("person"): RegisterKind.PERSONS,
    tei("personGrp"): RegisterKind.PERSONS,
    tei("place"): RegisterKind.PLACES,
    tei("org"): RegisterKind.ORGS,
    tei("bibl"): RegisterKind.WORKS,
    tei("biblStruct"): RegisterKind.WORKS,
    tei("event"): RegisterKind.EVENTS,
}
NAMES: Final = tuple(
    map(tei, ("persName", "orgName", "placeName", "name", "title", "label", "eventName"))
)
MENTIONS: Final = tuple(
    map(tei, ("persName", "orgName", "placeName", "geogName", "settlement", "region", "country"))
)
REFERRING: Final = tuple(map(tei, ("name", "rs", "title", "term")))
ENTRIES: Final = KINDS.keys() - {tei("bibl"), tei("biblStruct")}
PROSE: Final = (tei("p"), tei("ab"))
LISTS: Final = tuple(map(tei, ("listPerson", "listOrg", "listPlace", "listBibl", "listEvent")))
EDTF: Final = "https://www.loc.gov/standards/datetime/"
"""The @datingMethod of dates in Extended Date/Time Format (ISO 8601-2)."""

AUTHORITIES: Final = {
    "wikidata": "https://www.wikidata.org/entity/",
    "viaf": "https://viaf.org/viaf/",
    "gnd": "https://d-nb.info/gnd/",
    "geonames": "https://sws.geonames.org/",
    "orcid": "https://orcid.org/",
    "lcnaf": "https://id.loc.gov/authorities/names/",
    "isni": "https://isni.org/isni/",
}


def register_entries(trees: Iterable[etree._ElementTree]) -> tuple[RegisterEntry, ...]:
    """The entries with an xml:id in every list of persons, places and so on; the first counts."""
    entries: dict[str, RegisterEntry] = {}
    for tree in trees:
        for listing in tree.getroot().iter(*LISTS):
            for element in listing.iterchildren(*KINDS):
                identifier = element.get(XML_ID)
                if identifier:
                    entries.setdefault(identifier, _entry(element, identifier))
    return tuple(entries.values())


def mentions(document: Document, locator: Locator) -> tuple[Mention, ...]:
    """The names and dates marked in the text of a prepared document, in its order."""
    texts = document.tree.getroot().iterchildren(tei("text"), tei("TEI"))
    found = (e for text in texts for e in text.iter(*MENTIONS, *REFERRING, tei("date")))
    return tuple(_mention(e, document, locator) for e in found if _is_mention(e))


def notes(document: Document, locator: Locator) -> tuple[Note, ...]:
    """The notes in the text of a prepared document, without those of apparatus entries."""
    texts = document.tree.getroot().iter(tei("text"))
    unique = dict.fromkeys(note for text in texts for note in text.iter(tei("note")))
    return tuple(_note(note, document, locator) for note in unique if not _of_entry(note))


def edtf(element: etree._Element) -> str | None:
    """The date of an element in Extended Date/Time Format: a day, a span or one day within.

    What is written in that format already (@when-custom by @datingMethod) is taken as it is.
    """
    if element.get("datingMethod") == EDTF and element.get("when-custom"):
        return element.get("when-custom")
    when = element.get("when") or element.get("when-iso")
    start, end = element.get("from"), element.get("to")
    earliest, latest = element.get("notBefore"), element.get("notAfter")
    if when:
        return when
    if start or end:
        return f"{start or '..'}/{end or '..'}"
    return f"[{earliest or ''}..{latest or ''}]" if earliest or latest else None


def _entry(element: etree._Element, identifier: str) -> RegisterEntry:
    label = _label(element) or identifier
    return RegisterEntry(
        id=identifier,
        kind=KINDS[etree.QName(element).text],
        label=label,
        sort=element.get("sortKey") or label.casefold(),
        authority=tuple(_authorities(element)),
    )


def _label(element: etree._Element) -> str:
    """The canonical name, else the first; surname and forename in the order of an index."""
    names = list(element.iterchildren(*NAMES))
    name = next((n for n in names if n.get("type") in ("canonical", "main", "full")), None)
    if name is None and names:
        name = names[0]
    if name is None:
        return text_of(element)[:160]
    surname, forename = name.find("tei:surname", NS), name.find("tei:forename", NS)
    if surname is None or forename is None or "," in (surname.tail or ""):
        return text_of(name)
    forenames = " ".join(text_of(part) for part in name.findall("tei:forename", NS))
    return f"{text_of(surname)}, {forenames}"


def _authorities(element: etree._Element) -> Iterator[str]:
    for idno in element.iterchildren(tei("idno")):
        value, scheme = (
            text_of(idno),
            (idno.get("type") or "").lower(),
        )
        if value and scheme not in ("sha256", "siglum"):
            yield value if "://" in value else AUTHORITIES.get(scheme, f"{scheme}:") + value


def _is_mention(element: etree._Element) -> bool:
    if element.tag in REFERRING and not (element.get("ref") or element.get("key")):
        return False
    return not _is_of_register(element)


def _is_of_register(element: etree._Element) -> bool:
    """Whether a name belongs to an entry of a list, rather than to the prose of a text's own.

    A book may describe persons in a list; such a list is text, its entries have no xml:id.
    """
    in_prose = False
    for parent in element.iterancestors():
        in_prose = in_prose or parent.tag in PROSE
        if parent.tag in ENTRIES and (parent.get(XML_ID) or not in_prose):
            return True
        if parent.tag in LISTS and not in_prose:
            return True
    return False


def _mention(element: etree._Element, document: Document, locator: Locator) -> Mention:
    pointer = (element.get("ref") or element.get("key") or "").split()
    if len(pointer) > 1 and element.get("cert") == "low":
        # The name may mean any of these: none of them is mentioned for sure.
        pointer = []
    return Mention(
        id=element.get(XML_ID, ""),
        document=document.id,
        kind=etree.QName(element).localname,
        text=text_of(element),
        ref=pointer[0].rpartition("#")[2] if pointer else None,
        when=edtf(element),
        location=locator.location(element),
    )


def _note(element: etree._Element, document: Document, locator: Locator) -> Note:
    resp = element.get("resp")
    return Note(
        id=element.get(XML_ID, ""),
        document=document.id,
        kind=element.get("type") or element.get("place"),
        resp=resp.rpartition("#")[2] if resp else None,
        text=text_of(element),
        location=locator.location(element),
    )


def _of_entry(note: etree._Element) -> bool:
    parent = note.getparent()
    return parent is not None and parent.tag in (tei("app"), tei("rdgGrp"))
