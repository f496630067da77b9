"""A synopsis as TEI: passages in segments, and links between them (TEI Guidelines, 17.1, 17.5).

There is no apparatus in it: passages that say the same are no readings of each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from lxml import etree
from lxml.builder import ElementMaker

from recensio.model.synopsis import Stretch, Synopsis
from recensio.tei.io import serialise
from recensio.tei.names import TEI_NS, XML_ID, XML_LANG

E: Final = ElementMaker(namespace=TEI_NS, nsmap={None: TEI_NS})
NAME: Final = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
METHOD: Final = (
    "The passages are aligned by what they say, not as variants of one text: the segments of one "
    "link answer each other. Links of the type crossing join what stands in different rows."
)


def tei_synopsis(synopsis: Synopsis) -> bytes:
    """A TEI document with a division for each passage and the links between their segments."""
    identifiers = list(_identifiers([passage.id for passage in synopsis.passages]))
    crossing: dict[str, list[str]] = defaultdict(list)
    divisions = [
        _division(synopsis, place, identifier, crossing)
        for place, identifier in enumerate(identifiers)
    ]
    groups = [
        *_groups("row", _rows(synopsis, identifiers)),
        *_groups("crossing", list(crossing.values())),
    ]
    root = E.TEI(_header(synopsis, identifiers), E.text(E.body(*divisions, *groups)))
    root.set(XML_LANG, "und")
    return serialise(etree.ElementTree(root))


def _header(synopsis: Synopsis, identifiers: Sequence[str]) -> etree._Element:
    names = [passage.id for passage in synopsis.passages]
    aligned = "aligned" if any(synopsis.aligned) else "not aligned"
    bibls = (E.bibl(name, {"corresp": f"#{i}"}) for name, i in zip(names, identifiers, strict=True))
    return E.teiHeader(
        E.fileDesc(
            E.titleStmt(E.title(f"Synopsis of {', '.join(names)}")),
            E.publicationStmt(E.p("Not published.")),
            E.sourceDesc(E.listBibl(*bibls)),
        ),
        E.encodingDesc(
            E.editorialDecl(
                E.p(METHOD), E.p(f"Result: {aligned}; confidence {synopsis.confidence:.2f} of 1.")
            )
        ),
    )


def _identifiers(names: Sequence[str]) -> Iterator[str]:
    """An xml:id for each passage: its name if that is one and no other's, else a number."""
    for place, name in enumerate(names, start=1):
        yield name if NAME.fullmatch(name) and "." not in name else f"passage.{place}"


def _division(
    synopsis: Synopsis, place: int, identifier: str, crossing: dict[str, list[str]]
) -> etree._Element:
    paragraph = E.p()
    for number, row in enumerate(synopsis.rows, start=1):
        stretch = row[place]
        if stretch is not None:
            paragraph.append(_segment(stretch, f"{identifier}.{number}", crossing))
    division = E.div(E.head(synopsis.passages[place].id), paragraph, type="passage")
    division.set(XML_ID, identifier)
    if synopsis.passages[place].language:
        division.set(XML_LANG, synopsis.passages[place].language)
    return division


def _segment(stretch: Stretch, identifier: str, crossing: dict[str, list[str]]) -> etree._Element:
    segment = E.seg({XML_ID: identifier})
    last: etree._Element | None = None
    for letters, words in groupby(stretch.words, key=lambda word: word.crossing):
        text = "".join(word.written for word in words)
        if letters:
            last = E.seg(text, {XML_ID: f"{identifier}.{len(segment) + 1}"})
            segment.append(last)
            for letter in letters.split():
                crossing[letter].append(f"{identifier}.{len(segment)}")
        elif last is not None:
            last.tail = text
        else:
            segment.text = text
    return segment


def _rows(synopsis: Synopsis, identifiers: Sequence[str]) -> Iterator[list[str]]:
    for number, row in enumerate(synopsis.rows, start=1):
        yield [f"{i}.{number}" for i, cell in zip(identifiers, row, strict=True) if cell]


def _groups(
    kind: str, targets: Iterator[list[str]] | Sequence[list[str]]
) -> Iterator[etree._Element]:
    """A group of links, if there is one: a link joins two segments or more."""
    links = [
        E.link(target=" ".join(f"#{target}" for target in each))
        for each in targets
        if len(each) > 1
    ]
    if links:
        yield E.linkGrp(*links, type=kind)
