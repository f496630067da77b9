"""What can be cited of a document that does not say how: its divisions, and what stands in them.

Whatever stands in a division is a unit, so nothing of the text is left out. A unit is named by the
xml:id that the site has as its anchor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.publish.dts.units import LONGEST, MILESTONES, Found
from recensio.tei.names import NS, XML_ID, tei, tei_names
from recensio.tei.text import LEFT_OUT, text_of

HOLDERS: Final = tei_names(
    "front body back group text div div1 div2 div3 div4 div5 div6 div7 lg sp"
)
"""Elements whose children are units."""

MARKS: Final = MILESTONES | LEFT_OUT - tei_names("note noteGrp figDesc del")
"""Elements that are no part of a text, or only mark a place in it."""

PASSED: Final = tei_names("text body group")
"""Elements that are no units themselves."""


def found(root: etree._Element) -> tuple[Found, ...]:
    """The units of a document in its order."""
    names = Names({e.get(XML_ID) for e in root.iter("*") if e.get(XML_ID)})
    return tuple(each for text in _texts(root) for each in _inside(text, names))


class Names:
    """The names of units: their xml:id; those that have none are counted by their elements."""

    def __init__(self, taken: set[str | None]) -> None:
        self._taken = taken
        self._counts = Counter[str]()

    def of(self, element: etree._Element) -> str:
        """The name of an element."""
        own = element.get(XML_ID)
        kind = etree.QName(element).localname
        while not own:
            self._counts[kind] += 1
            candidate = f"{kind}{self._counts[kind]}"
            own = None if candidate in self._taken else candidate
        return own


def _texts(root: etree._Element) -> Iterator[etree._Element]:
    """The texts of a document; one may hold others (TEI Guidelines, 15.1)."""
    for child in root.iterchildren(tei("text"), tei("TEI"), tei("teiCorpus")):
        yield from (child,) if child.tag == tei("text") else _texts(child)


def _inside(holder: etree._Element, names: Names) -> Iterator[Found]:
    for element in holder.iterchildren("*"):
        if element.tag in MARKS:
            continue
        if element.tag in PASSED and not _is_mixed(element):
            yield from _inside(element, names)
            continue
        name = names.of(element)
        parts = tuple(_inside(element, names)) if _is_holder(element) else ()
        kind = element.get("type") if element.tag == tei("div") else None
        yield Found(
            name,
            " ".join((kind or etree.QName(element).localname).split()),
            element,
            _title(element) if parts else "",
            parts,
        )


def _is_holder(element: etree._Element) -> bool:
    return element.tag in HOLDERS and not _is_mixed(element)


def _is_mixed(element: etree._Element) -> bool:
    """Whether text stands among its children, which would be lost if these alone were units."""
    tails = (child.tail for child in element)
    return any(text and text.strip() for text in (element.text, *tails))


def _title(element: etree._Element) -> str:
    head = element.find("tei:head", NS)
    if head is None:
        head = element.find("tei:speaker", NS)
    return (text_of(head) if head is not None else element.get("n", ""))[:LONGEST]
