"""Title page and colophon, as what their stylesheet (xslt/epub/matter.xsl) is given."""

from __future__ import annotations

from lxml import etree

from recensio import __version__
from recensio.publish.epub.identity import Identity
from recensio.publish.gathered import EDITION_NS
from recensio.publish.prepare import Edition


def title_page(edition: Edition) -> str:
    """What the edition says of itself."""
    return etree.tostring(_told("title-page", edition), encoding="unicode")


def colophon(edition: Edition, identity: Identity) -> str:
    """From what the book was made, when and by what."""
    root = _told("colophon", edition)
    root.set("version", __version__)
    root.set("identifier", identity.identifier)
    root.set("modified", identity.modified)
    for document in edition.corpus.documents:
        path = edition.corpus.relative(document)
        etree.SubElement(root, f"{{{EDITION_NS}}}document", path=path, digest=document.digest)
    return etree.tostring(root, encoding="unicode")


def _told(name: str, edition: Edition) -> etree._Element:
    metadata = edition.corpus.metadata
    told = {
        "title": metadata.title,
        "editors": ", ".join(metadata.editors),
        "description": metadata.description,
        "publisher": metadata.publisher,
        "date": metadata.date,
        "licence": metadata.licence,
        "licence-url": metadata.licence_url,
    }
    return etree.Element(
        f"{{{EDITION_NS}}}{name}", {key: value for key, value in told.items() if value}
    )
