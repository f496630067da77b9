"""The text of a witness as its page and its tree have it, block by block, without marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.witness import Siglum
from recensio.publish.critical.departures import Departure, Departures
from recensio.publish.critical.growing import tree
from recensio.publish.critical.places import Ways
from recensio.tei.names import tei
from recensio.tei.text import BREAK, normalise
from recensio.tei.witness_texts import DocumentTexts
from tests.sites import BLOCKS
from tests.support import Element

MARKS: Final = frozenset(("mark", "remark", "cite", "line-number", "break"))
"""Classes of what is no text of the witness."""

APART: Final = BLOCKS | {"p"}


def blocks_on(page: Element) -> list[str]:
    """The blocks of text on the page of a witness."""
    text = next(e for e in page.iter("div") if e.get("class") == "text")
    return [block for block in map(normalise, "".join(_read(text)).split(BREAK)) if block]


def _read(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        classes = set(child.get("class", "").split())
        apart = child.tag in APART or "break" in classes
        yield BREAK if apart else " " if child.tag == "br" else ""
        if isinstance(child.tag, str) and not classes & MARKS:
            yield from _read(child)
        yield BREAK if apart else ""
        yield child.tail or ""


OURS: Final = "{https://recensio.org/ns/edition}"


class EveryReading(Departures):
    """Takes every reading for one in which a witness departs."""

    def __init__(self) -> None:
        """It needs no edition."""

    def of(self, reading: Element) -> Departure | None:
        return self.at(reading) if reading.tag == tei("rdg") else None

    def at(self, app: Element) -> Departure | None:
        return Departure("entry", "1", "", "")


def blocks_in(texts: DocumentTexts, siglum: Siglum) -> list[str]:
    """The blocks of the tree that is grown for a witness; `texts` tell of elements."""
    root = etree.Element(f"{OURS}witness")
    grown = tree(root, texts.text(siglum), texts.elements, Ways(EveryReading()))
    return [block for block in map(normalise, "".join(_grown(grown)).split(BREAK)) if block]


def _grown(element: Element) -> Iterator[str]:
    apart = element.tag in (f"{OURS}break", f"{OURS}lacking", tei("p"), tei("l"), tei("div"))
    yield BREAK if apart else ""
    yield element.text or ""
    for child in element:
        yield from _grown(child)
        yield child.tail or ""
    yield BREAK if apart else ""
