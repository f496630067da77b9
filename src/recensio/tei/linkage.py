"""How entries are linked to the text (TEI Guidelines, 12.2)."""

from __future__ import annotations

from typing import Final

from lxml import etree

from recensio.model.apparatus import Method
from recensio.tei.names import NS, tei

APART: Final = (tei("listApp"), tei("standOff"))
"""Where entries stand that no words of the text surround."""

_ENCODINGS: Final = "tei:teiHeader/tei:encodingDesc/tei:variantEncoding"


def method_of(app: etree._Element) -> Method:
    """How the entry is linked to the text: its attributes say so, else where it stands.

    An entry in the line without any is parallel segmentation, unless the header declares that all
    entries are located by where they stand (variantEncoding, 12.2.1).
    """
    if app.get("from") or app.get("to"):
        return Method.DOUBLE_END_POINT
    if app.get("loc"):
        return Method.LOCATION_REFERENCED
    if next(app.iterancestors(*APART), None) is not None:
        points_out = app.find(".//tei:rdg/tei:ptr", NS) is not None
        return Method.EXTERNAL if points_out else Method.LOCATION_REFERENCED
    return Method.LOCATION_REFERENCED if _is_located(app) else Method.PARALLEL_SEGMENTATION


def is_apart(app: etree._Element) -> bool:
    """Whether the base text stands beside the entry, so that its lemma only repeats words of it.

    Text that is read or rebuilt has to leave such an entry out where it stands. An entry inside a
    reading of another that says nothing of its place is a part of that reading.
    """
    if app.get("from") or app.get("to") or app.get("loc"):
        return True
    around = next(app.iterancestors(tei("app"), *APART), None)
    return around.tag != tei("app") if around is not None else _is_located(app)


def _is_located(app: etree._Element) -> bool:
    """Whether the only method that the document declares is the location-referenced one."""
    outermost = [app, *app.iterancestors(tei("app"))][-1]
    encodings = outermost.getroottree().getroot().findall(_ENCODINGS, NS)
    declared = [encoding.get("method") for encoding in encodings]
    return outermost is app and declared == [Method.LOCATION_REFERENCED.value]
