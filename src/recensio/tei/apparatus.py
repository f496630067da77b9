"""The critical apparatus of a document as values (TEI Guidelines, chapter 12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.apparatus import Apparatus, Entry, Reading
from recensio.model.document import Document
from recensio.model.witness import WitnessList
from recensio.tei.linkage import method_of
from recensio.tei.locate import Locator
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import READINGS, readings_of, text_of

LACUNA_START: Final = tei("lacunaStart")
LACUNA_END: Final = tei("lacunaEnd")
MARKS: Final = (LACUNA_START, LACUNA_END, tei("witStart"), tei("witEnd"))
"""Where a witness breaks off and goes on (TEI Guidelines, 12.1.5)."""


def witnesses_of_mark(mark: etree._Element) -> str:
    """The sigla that a mark speaks of: its own @wit, else that of the reading around it."""
    own = mark.get("wit")
    if own is not None:
        return own
    reading = next(mark.iterancestors(*READINGS), None)
    return (reading.get("wit") or "") if reading is not None else ""


def apparatus(document: Document, witnesses: WitnessList, locator: Locator) -> Apparatus:
    """Every app of a prepared document, in its order, nested ones among them."""
    apps = document.tree.getroot().iter(tei("app"))
    return Apparatus(tuple(_entry(app, document, witnesses, locator) for app in apps))


def _entry(
    app: etree._Element, document: Document, witnesses: WitnessList, locator: Locator
) -> Entry:
    readings = list(readings_of(app))
    lemma = next((r for r in readings if r.tag == tei("lem")), None)
    parent = next(app.iterancestors(tei("app")), None)
    return Entry(
        id=app.get(XML_ID, ""),
        document=document.id,
        number=app.get("n", ""),
        method=method_of(app),
        parent=parent.get(XML_ID) if parent is not None else None,
        location=locator.location(app),
        lemma=_reading(lemma, witnesses) if lemma is not None else None,
        readings=tuple(_reading(r, witnesses) for r in readings if r is not lemma),
        notes=tuple(text_of(note) for note in app.iterchildren(tei("note"))),
    )


def _reading(element: etree._Element, witnesses: WitnessList) -> Reading:
    group = next(element.iterancestors(tei("rdgGrp"), tei("app")))
    return Reading(
        text=text_of(element),
        witnesses=witnesses.resolve(element.get("wit", "")),
        kind=element.get("type"),
        cause=element.get("cause"),
        resp=element.get("resp"),
        hand=element.get("hand"),
        source=element.get("source"),
        group=group.get("type") if group.tag == tei("rdgGrp") else None,
        cert=element.get("cert"),
        detail="; ".join(_details(element, witnesses)),
        covered=witnesses.covered(element.get("wit", "")),
    )


def _details(reading: etree._Element, witnesses: WitnessList) -> Iterator[str]:
    """The witDetail that follow the reading; each names its witness where there are several."""
    several = len(witnesses.resolve(reading.get("wit", ""))) > 1
    for detail in _own_details(reading):
        sigla = " ".join(witnesses.resolve(detail.get("wit", "")))
        yield f"{sigla} {text_of(detail)}" if several else text_of(detail)


def _own_details(reading: etree._Element) -> Iterator[etree._Element]:
    """Those that follow it, and of those that follow its group the ones that point at it."""
    yield from _following_details(reading)
    group = reading.getparent()
    if group is not None and group.tag == tei("rdgGrp") and reading.get(XML_ID):
        pointer = f"#{reading.get(XML_ID)}"
        yield from (d for d in _following_details(group) if pointer in d.get("target", "").split())


def _following_details(element: etree._Element) -> Iterator[etree._Element]:
    for sibling in element.itersiblings("*"):
        if sibling.tag in (*READINGS, tei("rdgGrp")):
            return
        if sibling.tag == tei("witDetail"):
            yield sibling
