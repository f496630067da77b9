"""A collation as TEI by parallel segmentation (TEI Guidelines, 12.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.builder import ElementMaker

from recensio.collate.table import Cell, Segment, Table, segments, states, written_form
from recensio.tei.io import serialise
from recensio.tei.names import TEI_NS, XML_ID, XML_LANG

E = ElementMaker(namespace=TEI_NS, nsmap={None: TEI_NS})


def parallel(table: Table) -> bytes:
    """A TEI document with the text that the witnesses share, and an app wherever they differ.

    No reading is preferred, so there are rdg and no lem; every witness stands in every app.
    """
    identifiers = _identifiers(table.sigla)
    paragraph = E.p()
    for segment in segments(table, written_form):
        _append(paragraph, segment, identifiers, table.sigla)
    paragraph.text = (paragraph.text or "").removeprefix(" ") or None
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


def _append(
    paragraph: etree._Element,
    segment: Segment,
    identifiers: Mapping[str, str],
    sigla: tuple[str, ...],
) -> None:
    readings: dict[int, list[str]] = {}
    cells: dict[int, Cell] = {}
    found = zip(sigla, segment.cells, states(segment, written_form), strict=True)
    for siglum, cell, state in found:
        readings.setdefault(state, []).append(f"#{identifiers[siglum]}")
        cells[state] = cell
    texts = {state: "".join(token.written for token in cell) for state, cell in cells.items()}
    shared = " " if all(text.startswith(" ") for text in texts.values()) else ""
    if len(readings) == 1:
        _append_text(paragraph, texts[0])
        return
    _append_text(paragraph, shared)
    paragraph.append(
        E.app(
            *(_rdg(texts[state].removeprefix(shared), wit) for state, wit in readings.items()),
        )
    )


def _rdg(text: str, witnesses: list[str]) -> etree._Element:
    if not text:
        return E.rdg(type="omission", wit=" ".join(witnesses))
    return E.rdg(text, wit=" ".join(witnesses))


def _append_text(paragraph: etree._Element, text: str) -> None:
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + text
    else:
        paragraph.text = (paragraph.text or "") + text
