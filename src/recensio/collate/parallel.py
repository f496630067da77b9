"""A collation as TEI by parallel segmentation (TEI Guidelines, 12.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree
from lxml.builder import ElementMaker

from recensio.collate.body import body
from recensio.collate.frame import language, leader
from recensio.collate.layout import PLAIN, Layout
from recensio.collate.table import Table
from recensio.tei.io import serialise
from recensio.tei.names import TEI_NS, XML_ID, XML_LANG

E = ElementMaker(namespace=TEI_NS, nsmap={None: TEI_NS})


def parallel(table: Table, layout: Layout = PLAIN) -> bytes:
    """A TEI document with the text that the witnesses share, and an app wherever they differ.

    With a base, its text is the lemma. Without one no reading is preferred, so there are rdg and
    no lem, and every witness stands in every app.
    """
    identifiers = _identifiers(table.sigla)
    root = E.TEI(
        _header(table.sigla, identifiers), body(table, tuple(identifiers.values()), layout)
    )
    root.set(XML_LANG, language(table, leader(table, layout.base)))
    etree.cleanup_namespaces(root)
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
