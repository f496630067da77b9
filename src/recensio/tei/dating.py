"""When a document was written, as its header or its first heading says."""

from __future__ import annotations

from typing import Final

from lxml import etree

from recensio.model.dating import span_of
from recensio.tei.names import NS
from recensio.tei.registers import edtf
from recensio.tei.text import text_of

PLACES: Final = (
    "tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:correspAction[@type='sent']/tei:date",
    "tei:teiHeader/tei:profileDesc/tei:creation/tei:date",
    "tei:teiHeader/tei:profileDesc/tei:creation",
    "tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type='iso-date']",
    "tei:teiHeader/tei:fileDesc/tei:sourceDesc//tei:origDate",
    "tei:text/tei:body//tei:opener//tei:dateline/tei:date",
    "tei:text/tei:body//tei:head[1]/tei:date",
    "tei:text/tei:body//tei:head[1]",
)
"""Where the date is looked for, the surest first (TEI Guidelines, 2.4.1, 2.4.6 and 4.2.2)."""


def document_date(tree: etree._ElementTree) -> str | None:
    """The date of a document in Extended Date/Time Format; None if it does not say one."""
    root = tree.getroot()
    found = (_date(element) for path in PLACES for element in root.findall(path, NS)[:1])
    return next((date for date in found if span_of(date)), None)


def _date(element: etree._Element) -> str | None:
    return edtf(element) or (text_of(element) if element.get("type") == "iso-date" else None)
