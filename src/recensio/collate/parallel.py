"""A collation as TEI by parallel segmentation (TEI Guidelines, 12.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.builder import ElementMaker

from recensio.collate.table import Table, segments, states, written_form
from recensio.tei.io import serialise
from recensio.tei.names import TEI_NS, XML_ID, XML_LANG

E = ElementMaker(namespace=TEI_NS, nsmap={None: TEI_NS})


def parallel(table: Table) -> bytes:
    """A TEI document with the text that the witnesses share, and an app wherever they differ.

    No reading is preferred, so there are rdg and no lem; every witness stands in every app.
    """
    identifiers = _identifiers(table.sigla)
    paragraph = E.p()
    last: etree._Element | None = None
    for piece in _pieces(table, identifiers):
        if isinstance(piece, etree._Element):
            paragraph.append(piece)
            last = piece
        elif last is not None:
            last.tail = (last.tail or "") + piece
        else:
            paragraph.text = (paragraph.text or "") + piece
    paragraph.text = (paragraph.text or "").removeprefix(" ")
    root = E.TEI(_header(table.sigla, identifiers), E.text(E.body(paragraph)))
    root.set(XML_LANG, "und")
    return serialise(etree.ElementTree(root))


def _header(sigla: tuple[str, ...], identifiers: Mapping[str, str]) -> etree._Element:
    title = f"Collation of {', '.join(sigla)}"
    return E.teiHeader(
        E.fileDesc(
            E.titleStmt(E.title(title)),
            E.publicationStmt(E.p("Not published.")),
            E.sourceDesc(E.listWit(*_witnesses(identifiers))),
        ),
        E.encodingDesc(E.variantEncoding(method="parallel-segmentation", location="internal")),
    )


def _witnesses(identifiers: Mapping[str, str]) -> Iterator[etree._Element]:
    for siglum, identifier in identifiers.items():
        yield E.witness(E.abbr(siglum, type="siglum"), {XML_ID: identifier})


def _identifiers(sigla: tuple[str, ...]) -> dict[str, str]:
    """An xml:id for each siglum: the siglum itself if it is a name."""
    identifiers: dict[str, str] = {}
    for place, siglum in enumerate(sigla, start=1):
        is_name = re.fullmatch(r"[A-Za-z_][\w.-]*", siglum, re.ASCII)
        candidate = siglum if is_name else f"witness-{place}"
        while not is_name and candidate in sigla:
            candidate += "_"
        identifiers[siglum] = candidate
    return identifiers


def _pieces(table: Table, identifiers: Mapping[str, str]) -> Iterator[str | etree._Element]:
    """Text that all witnesses share, and an app for each segment where they differ."""
    for segment in segments(table, written_form):
        readings: dict[int, list[str]] = {}
        texts: dict[int, str] = {}
        found = zip(table.sigla, segment.cells, states(segment, written_form), strict=True)
        for siglum, cell, state in found:
            readings.setdefault(state, []).append(f"#{identifiers[siglum]}")
            texts[state] = "".join(token.written for token in cell)
        if len(readings) == 1:
            yield texts[0]
            continue
        shared = " " if all(text.startswith(" ") for text in texts.values()) else ""
        yield shared
        rdgs = (_rdg(texts[state].removeprefix(shared), wit) for state, wit in readings.items())
        yield E.app(*rdgs)


def _rdg(text: str, witnesses: list[str]) -> etree._Element:
    if not text:
        return E.rdg(type="omission", wit=" ".join(witnesses))
    return E.rdg(text, wit=" ".join(witnesses))
