"""The header of a transcript: the edition's own, or what the source states of itself."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from recensio.importers.profile import Profile
from recensio.importers.source import Source
from recensio.tei.names import TEI_NS, XML_ID, XML_LANG, tei

About = Mapping[str, tuple[str, ...]]
RESPONSIBLE: Final = {
    "editor": "Edited by",
    "translator": "Translated by",
    "transcriber": "Transcribed by",
}
BIBLIOGRAPHIC: Final = {
    "author": "author",
    "title": "title",
    "edition": "edition",
    "place": "pubPlace",
    "publisher": "publisher",
    "date": "date",
    "identifier": "idno",
}
"""The elements of the source's description, in their order."""

NOTES: Final = ("source", "rights")

PUBLISHED: Final = "First edition in TEI of the text in the file that the source names."
MADE: Final = (
    "Encoded by the program Recensio from that file. Its words stand here in their order; "
    "what was left out is listed in the report of the import."
)
"""What a reader must know of a transcript that nobody has described."""


def document(
    source: Source, profile: Profile, header: etree._ElementTree | None, about: About
) -> etree._Element:
    """The root of a transcript with its teiHeader and no text.

    A header of the edition is taken as it is, with the identifier and language of its document.
    Otherwise one is made of what the source states: `about` has the words for each key of
    [stated] in the profile.
    """
    found = header.getroot().find(tei("teiHeader")) if header is not None else None
    if header is None or found is None:
        root = _root({XML_ID: profile.siglum, XML_LANG: profile.language})
        root.append(_made(source, profile, about))
        return root
    root = _root({XML_LANG: profile.language, **dict(header.getroot().attrib)})
    copy = deepcopy(found)
    copy.tail = "\n"
    root.append(copy)
    return root


def _root(attributes: dict[str, str]) -> etree._Element:
    root = etree.Element(tei("TEI"), attributes, nsmap={None: TEI_NS})
    root.text = "\n"
    return root


def _made(source: Source, profile: Profile, about: About) -> etree._Element:
    """Title, publication and source (TEI Guidelines, 2.2.9 Minimal and recommended headers)."""
    header = etree.Element(tei("teiHeader"))
    header.tail = "\n"
    file = _child(header, "fileDesc")
    _title_statement(_child(file, "titleStmt"), profile, about)
    publication = _child(file, "publicationStmt")
    _child(publication, "p", PUBLISHED)
    bibl = _child(_child(file, "sourceDesc"), "bibl")
    _description(bibl, source, profile, about)
    _child(_child(_child(header, "encodingDesc"), "projectDesc"), "p", MADE)
    return header


def _title_statement(statement: etree._Element, profile: Profile, about: About) -> None:
    _child(statement, "title", profile.title)
    for subtitle in about.get("subtitle", ()):
        _child(statement, "title", subtitle).set("type", "sub")
    for author in about.get("author", ()):
        _child(statement, "author", author)
    for key, words in RESPONSIBLE.items():
        for name in about.get(key, ()):
            responsible = _child(statement, "respStmt")
            _child(responsible, "resp", words)
            _child(responsible, "name", name)


def _description(bibl: etree._Element, source: Source, profile: Profile, about: About) -> None:
    """The source as far as it is known: what it states, its file and the digest of that."""
    last: etree._Element | None = None
    for key, name in BIBLIOGRAPHIC.items():
        # A title page may repeat its title in other words; one names the source.
        for words in about.get(key, ())[: 1 if key == "title" else None]:
            if last is not None:
                last.tail = ", "
            last = _child(bibl, name, words)
    file = source.file_name or ("" if about else profile.title)
    if last is not None:
        last.tail = f". {file}" if file else None
    else:
        bibl.text = file
    if source.digest:
        _append(bibl, ", sha256 " if file else " ")
        _child(bibl, "idno", source.digest).set("type", "sha256")
    for key in NOTES:
        for words in about.get(key, ()):
            _child(bibl, "note", words).set("type", key)


def _append(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _child(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    child = etree.SubElement(parent, tei(name))
    child.text = text or None
    return child
