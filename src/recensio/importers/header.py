"""The header of a transcript: the edition's own, or the least that TEI asks for."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from recensio.importers.profile import Profile
from recensio.importers.source import Source
from recensio.tei.names import TEI_NS, XML_ID, XML_LANG, tei


def document(source: Source, profile: Profile, header: etree._ElementTree | None) -> etree._Element:
    """The root of a transcript with its teiHeader and no text.

    A header of the edition is taken as it is, with the identifier and language of its document.
    """
    found = header.getroot().find(tei("teiHeader")) if header is not None else None
    if header is None or found is None:
        root = _root({XML_ID: profile.siglum, XML_LANG: profile.language})
        root.append(_least(source, profile))
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


def _least(source: Source, profile: Profile) -> etree._Element:
    """Title, publication and source (TEI Guidelines, 2.2.9 Minimal and recommended headers)."""
    header = etree.Element(tei("teiHeader"))
    header.tail = "\n"
    file = _child(header, "fileDesc")
    _child(_child(file, "titleStmt"), "title", profile.title)
    publication = _child(file, "publicationStmt")
    _child(publication, "p", "Transcript made by import; not published in this form.")
    bibl = _child(_child(file, "sourceDesc"), "bibl", source.file_name or profile.title)
    if source.digest:
        bibl.text = f"{bibl.text}, sha256 "
        _child(bibl, "idno", source.digest).set("type", "sha256")
    return header


def _child(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    child = etree.SubElement(parent, tei(name))
    child.text = text or None
    return child
