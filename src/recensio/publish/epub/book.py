"""What a reading system is told of a book, as a tree of ours that xslt/epub/book.xsl reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from lxml import etree

from recensio.model.document import Metadata
from recensio.publish.epub.access import access
from recensio.publish.epub.addresses import Addresses
from recensio.publish.epub.identity import Identity
from recensio.publish.epub.leaves import Chapter, Leaf
from recensio.publish.gathered import EDITION_NS
from recensio.publish.images import Image

DATE: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""The dates that a package document may give (W3C Date and Time Formats)."""

XHTML: Final = "application/xhtml+xml"


def book_of(
    metadata: Metadata,
    identity: Identity,
    leaves: Sequence[Leaf],
    images: Sequence[Image],
    addresses: Addresses,
) -> str:
    """The ed:book: what is said of it, its files, headings, pages of the source, landmarks."""
    root = _element("book", **_told(metadata, identity))
    root.extend(_element("editor", text=name) for name in metadata.editors)
    root.extend(
        _element("access", text=text, property=name) for name, text in access(leaves, images)
    )
    kind = {"media-type": XHTML}
    for number, leaf in enumerate(leaves, start=1):
        root.append(_element("leaf", id=f"leaf-{number}", href=leaf.name, **kind))
    for number, image in enumerate(images, start=1):
        kind = {"media-type": image.media_type}
        root.append(_element("image", id=f"image-{number}", href=image.name, **kind))
    root.extend(_headings(leaves, addresses))
    root.extend(_pages(leaves))
    root.extend(_landmarks(leaves))
    return etree.tostring(root, encoding="unicode")


def _told(metadata: Metadata, identity: Identity) -> dict[str, str]:
    return {
        "title": metadata.title or "Untitled",
        "identifier": identity.identifier,
        "language": identity.language,
        "modified": identity.modified,
        "date": metadata.date if DATE.fullmatch(metadata.date) else "",
        "publisher": metadata.publisher,
        "description": metadata.description,
        "licence": metadata.licence,
        "licence-url": metadata.licence_url,
    }


def _headings(leaves: Sequence[Leaf], addresses: Addresses) -> Iterator[etree._Element]:
    """Every chapter with its headings inside one another."""
    numbers = count(1)
    for chapter in dict.fromkeys(leaf.chapter for leaf in leaves):
        first = addresses.address(chapter.page.rpartition("/")[2], chapter.page)
        top = _element("heading", id=f"heading-{next(numbers)}", label=chapter.title, href=first)
        around = [(1, top)]
        for level, label, address in _listed(chapter, addresses):
            heading = _element("heading", id=f"heading-{next(numbers)}", label=label, href=address)
            while around[-1][0] >= level:
                around.pop()
            around[-1][1].append(heading)
            around.append((level, heading))
        yield top


def _listed(chapter: Chapter, addresses: Addresses) -> Iterator[tuple[int, str, str]]:
    """The level, words and address of each heading that the site lists for a chapter."""
    for item in chapter.contents.iter("li") if chapter.contents is not None else ():
        link = item.find("a")
        label = " ".join("".join(_words(item)).split())
        address = addresses.address(link.get("href", ""), chapter.page) if link is not None else ""
        if label and address:
            yield int(item.get("class", "").removeprefix("level-")), label, address


def _words(heading: etree._Element) -> Iterator[str]:
    """The words of a heading, less the numbers of pages that begin in it."""
    if heading.get("class") != "pb":
        yield heading.text or ""
        for child in heading:
            yield from _words(child)
            yield child.tail or ""


def _pages(leaves: Sequence[Leaf]) -> Iterator[etree._Element]:
    for leaf in leaves:
        for span in leaf.article.iter("span"):
            if "data-page" in span.attrib:
                href = f"{leaf.name}#{span.get('id')}"
                yield _element("page", label=span.get("data-page", ""), href=href)


def _landmarks(leaves: Sequence[Leaf]) -> Iterator[etree._Element]:
    """Title page, beginning of the text, first index."""
    wanted = {"titlepage": "Title page", "chapter": "Text", "index": "Index"}
    types = {"chapter": "bodymatter"}
    for part, label in wanted.items():
        leaf = next((leaf for leaf in leaves if leaf.chapter.part == part), None)
        if leaf is not None:
            yield _element("landmark", type=types.get(part, part), label=label, href=leaf.name)


def _element(name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.Element(f"{{{EDITION_NS}}}{name}", attributes, nsmap={"in": EDITION_NS})
    element.text = text or None
    return element
