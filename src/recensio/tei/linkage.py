"""How entries are linked to the text (TEI Guidelines, 12.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from recensio.model.apparatus import Method
from recensio.tei.names import NS, tei

APART: Final = (tei("listApp"), tei("standOff"))
"""Where entries stand that no words of the text surround."""

NEAR: Final = 600
"""So many characters on either side of an entry are looked at for its lemma."""

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
    if app.get("from") or app.get("to"):
        return True
    if app.get("loc"):
        return not stands_in_its_place(app)
    around = next(app.iterancestors(tei("app"), *APART), None)
    return around.tag != tei("app") if around is not None else _is_located(app)


def stands_in_its_place(app: etree._Element) -> bool:
    """Whether an entry with @loc is the text where it stands, and @loc only says where that is.

    So it is in the line of a document that declares parallel segmentation; in another one if the
    words of its lemma do not stand beside it too.
    """
    if next(app.iterancestors(*APART), None) is not None:
        return False
    declared = _declared(app)
    if declared == [Method.PARALLEL_SEGMENTATION.value]:
        return True
    lemma = app.find(".//tei:lem", NS)
    words = " ".join("".join(map(str, lemma.itertext())).split()) if lemma is not None else ""
    if not words:
        return Method.LOCATION_REFERENCED.value not in declared
    return words not in _beside(app)


def _beside(app: etree._Element) -> str:
    """The text around an entry in its line, a few hundred characters on either side."""
    parent = app.getparent()
    begin = (parent.text or "") if parent is not None else ""
    before = _near(f"{_text(each)}{each.tail or ''}" for each in app.itersiblings(preceding=True))
    after = _near(f"{_text(each)}{each.tail or ''}" for each in app.itersiblings())
    pieces = (begin, *reversed(before), " ", app.tail or "", *after)
    return " ".join("".join(pieces).split())


def _near(texts: Iterator[str]) -> list[str]:
    """The first of the texts, until there are enough characters."""
    found: list[str] = []
    room = NEAR
    for text in islice(texts, NEAR):
        found.append(text)
        room -= len(text)
        if room < 0:
            break
    return found


def _text(node: etree._Element) -> str:
    """The text of a node beside an entry; other entries are not looked into."""
    read = isinstance(node.tag, str) and node.tag not in (tei("app"), tei("note"))
    return "".join(map(str, node.itertext())) if read else ""


def _declared(app: etree._Element) -> list[str | None]:
    encodings = app.getroottree().getroot().findall(_ENCODINGS, NS)
    return [encoding.get("method") for encoding in encodings]


def _is_located(app: etree._Element) -> bool:
    """Whether the only method that the document declares is the location-referenced one."""
    outermost = [app, *app.iterancestors(tei("app"))][-1]
    declared = _declared(outermost)
    return outermost is app and declared == [Method.LOCATION_REFERENCED.value]
