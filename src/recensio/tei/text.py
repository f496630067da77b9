"""The text of TEI as a reader or a witness has it: no notes, one reading at each place.

Text is returned in Unicode NFC with white space collapsed, as data/ and the views need it; the
documents themselves are never changed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final, Protocol

from lxml import etree

from recensio.tei.names import TEI_NS, tei

BREAK: Final = "\x00"
"""Between blocks, while text is gathered."""

GAP: Final = "[...]"


def _names(names: str) -> frozenset[str]:
    return frozenset(map(tei, names.split()))


BLOCKS: Final = _names(
    "ab argument byline cell closer dateline docAuthor docDate docImprint docTitle epigraph event"
    " figDesc figure head item l label lg list listBibl listEvent listOrg listPerson listPlace"
    " opener org p person place postscript quote row salute signed sp speaker stage table"
    " titlePart trailer"
)
INLINE_BLOCKS: Final = _names("quote label figure stage")
LEFT_OUT: Final = _names(
    "note noteGrp witDetail wit fw figDesc del listApp listWit teiHeader standOff index certainty"
    " respons lacunaStart lacunaEnd witStart witEnd"
)
READINGS: Final = (tei("lem"), tei("rdg"))
ENTRIES: Final = _names("app lem rdg rdgGrp")
OF_PICTURES: Final = (tei("head"), tei("graphic"), tei("media"))
CHOSEN: Final = (tei("corr"), tei("reg"), tei("expan"))


class Chooser(Protocol):
    """Which content stands at an app; a rule of one witness or of the reading text."""

    def __call__(self, app: etree._Element) -> etree._Element | str | None:
        """The lem or rdg whose content is the text here, a literal text, or nothing."""


def lemma_of(app: etree._Element) -> etree._Element | str | None:
    """The rule of the reading text: the lemma, or where there is none the first reading."""
    return next(readings_of(app), None)


def readings_of(app: etree._Element) -> Iterator[etree._Element]:
    """The lem and rdg of an app in their order, those in rdgGrp among them, nested apps' not."""
    for child in app.iterchildren(*READINGS, tei("rdgGrp")):
        if child.tag in READINGS:
            yield child
        else:
            yield from readings_of(child)


def normalise(text: str) -> str:
    """The text in NFC with white space collapsed (INTERFACE, ENTRY)."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def text_of(element: etree._Element, choose: Chooser = lemma_of) -> str:
    """The text inside an element on one line."""
    return normalise("".join(_inside(element, choose)).replace(BREAK, " "))


def lines_of(element: etree._Element, choose: Chooser = lemma_of) -> list[str]:
    """The text inside an element, one block a line; empty blocks are left out."""
    blocks = "".join(_inside(element, choose)).split(BREAK)
    return [line for line in map(normalise, blocks) if line]


def _inside(element: etree._Element, choose: Chooser) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from _piece(child, choose)
        yield child.tail or ""


def _piece(node: etree._Element, choose: Chooser) -> Iterator[str]:
    if not isinstance(node.tag, str) or (node.tag in LEFT_OUT and not _is_printed(node)):
        return
    special = _SPECIAL.get(etree.QName(node).localname) if _is_tei(node) else None
    if node.tag == tei("app"):
        chosen = choose(node)
        yield from (chosen,) if isinstance(chosen, str) else _chosen(chosen, choose)
    elif special is not None:
        yield special if node.get("break") != "no" else ""
    elif node.tag == tei("choice"):
        yield from _chosen(_preferred(node), choose)
    elif node.tag in BLOCKS and not _is_inline(node):
        yield BREAK
        yield from _inside(node, choose)
        yield BREAK
    else:
        yield from _inside(node, choose)


_SPECIAL: Final = {"lb": " ", "pb": " ", "cb": " ", "space": " ", "gap": GAP, "milestone": ""}


def _chosen(element: etree._Element | None, choose: Chooser) -> Iterator[str]:
    return iter(()) if element is None else _inside(element, choose)


def _preferred(choice: etree._Element) -> etree._Element | None:
    preferred = next(choice.iterchildren(*CHOSEN), None)
    return preferred if preferred is not None else next(choice.iterchildren("*"), None)


def _is_inline(node: etree._Element) -> bool:
    """Whether a quote, label or the like stands in running text rather than between blocks."""
    parent = node.getparent()
    while parent is not None and parent.tag in ENTRIES:
        parent = parent.getparent()
    if node.tag not in INLINE_BLOCKS or parent is None:
        return False
    holds_blocks = any(child.tag in BLOCKS for child in node)
    return not holds_blocks and parent.tag in (tei("p"), tei("l"), tei("item"), tei("head"))


def _is_printed(node: etree._Element) -> bool:
    """Whether a note or description is text of the source rather than about it.

    Author or translator may have put words into a text in their own name; and where there is
    neither picture nor heading, a description is the caption of a picture that was left out.
    """
    if node.tag == tei("note"):
        return node.get("type") == "interpolation" and node.get("place") == "inline"
    figure = node.getparent() if node.tag == tei("figDesc") else None
    return figure is not None and next(figure.iterchildren(*OF_PICTURES), None) is None


def _is_tei(node: etree._Element) -> bool:
    return etree.QName(node).namespace == TEI_NS
