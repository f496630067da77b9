"""The schema from its one source: ODD to RELAX NG, Schematron and a reference to read.

TEI Guidelines, chapter 22. What can be expressed is what `xslt/schema/` reads: pure ODD content
models, attribute classes, value lists, Schematron constraints, examples.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from recensio import saxon
from recensio.model.document import Artifact

GRAMMAR: Final = "schema/recensio.rng"
RULES: Final = "schema/recensio.sch"
REFERENCE: Final = "docs/schema.md"


def schema_files(odd: bytes) -> tuple[Artifact, ...]:
    """Make the grammar, the Schematron rules and the reference from the content of an ODD.

    Raises etree.XMLSyntaxError if it is not well-formed, saxon.StylesheetError if it says
    something that the stylesheets do not know.
    """
    source = _source(odd)
    return (
        Artifact(GRAMMAR, _indented(_made("rng", source)), "application/xml"),
        Artifact(RULES, _indented(_made("sch", source)), "application/xml"),
        Artifact(REFERENCE, _made("reference", source).encode() + b"\n", "text/markdown"),
    )


def _source(content: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
    return etree.tostring(etree.fromstring(content, parser), encoding="unicode")


def _made(mode: str, source: str) -> str:
    return saxon.transform(f"schema/{mode}.xsl", mode, source).output


def _indented(xml: str) -> bytes:
    """One element a line. These files are made for machines and hold no text but messages."""
    root = etree.fromstring(xml.encode())
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
