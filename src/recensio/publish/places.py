"""From the place of a reading ("l. 4896") to the paragraph of the transcript that holds the line.

The importer gives each block of a transcript the xml:id SIGLUM-LINE, with the line of the source
where it begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Final

from recensio.model.document import Document, DocumentKind
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import text_of

Beginnings = Mapping[str, tuple[list[int], Document]]
"""For each siglum with a transcript, the lines where its blocks begin, in ascending order."""

LINE: Final = re.compile(r"\bl\.\s*(\d+)")
"""The first line that a place names; the stylesheet looks for the same."""


def first_lines(edition: Edition) -> Beginnings:
    """For each siglum with a transcript, the lines where its blocks begin, in ascending order."""
    return {
        document.id: (sorted(_beginnings(document)), document)
        for document in edition.corpus.of_kind(DocumentKind.TRANSCRIPT)
    }


def places(document: Document, edition: Edition, begins: Beginnings) -> Iterator[tuple[str, str]]:
    """Each place that the document cites as "SIGLUM LINE", and its address below site/."""
    witnesses = edition.corpus.witnesses_of(document)
    for detail in document.tree.getroot().iter(tei("witDetail")) if begins else ():
        found = LINE.search(text_of(detail))
        for siglum in witnesses.resolve(detail.get("wit", "")) if found else ():
            address = address_of(siglum, int(found[1]), begins) if found else ""
            if found and address:
                yield f"{siglum} {found[1]}", address


def address_of(siglum: str, line: int, begins: Beginnings) -> str:
    """The address below site/ of the block that holds a line of a witness; empty if none does."""
    if siglum not in begins:
        return ""
    lines, transcript = begins[siglum]
    position = bisect_right(lines, line)
    return f"{page_of(transcript)}#{siglum}-{lines[position - 1]}" if position else ""


def _beginnings(document: Document) -> Iterator[int]:
    prefix = f"{document.id}-"
    for element in document.tree.getroot().iter("*"):
        begin = element.get(XML_ID, "").removeprefix(prefix)
        if begin.isdecimal():
            yield int(begin)
