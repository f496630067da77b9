"""The text of TEI as a reader or a witness has it: no notes, one reading at each place.

Text is returned in Unicode NFC with white space collapsed, as data/ and the views need it; the
documents themselves are never changed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

from lxml import etree

from recensio.tei.linkage import is_apart
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
APP: Final = tei("app")
READINGS: Final = (tei("lem"), tei("rdg"))
MARKS: Final = _names("lacunaStart lacunaEnd witStart witEnd")
"""Where a witness breaks off and goes on (TEI Guidelines, 12.1.5)."""

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


def written(element: etree._Element, choose: Chooser = lemma_of) -> str:
    """The text inside an element as it is written, with BREAK on both sides of a block."""
    return "".join(_inside(element, choose))


def lines_of(element: etree._Element, choose: Chooser = lemma_of) -> list[str]:
    """The text inside an element, one block a line; empty blocks are left out."""
    blocks = "".join(_inside(element, choose)).split(BREAK)
    return [line for line in map(normalise, blocks) if line]


@dataclass(frozen=True, slots=True)
class Edge:
    """Where an element that is watched begins or ends; a block begins after its BREAK."""

    element: etree._Element
    opens: bool


Piece: TypeAlias = str | etree._Element | Edge
"""Text, an app or a mark of a witness (`MARKS`) as the element, or an edge."""


def pieces(
    element: etree._Element, watched: Collection[etree._Element] = frozenset()
) -> Iterator[Piece]:
    """What stands inside an element, in its order: BREAK around each block, no notes.

    An empty element with @copyOf is handed out as it is: what it stands for is elsewhere.
    """
    yield element.text or ""
    for child in element:
        if child in watched and not is_block(child):
            yield Edge(child, opens=True)
            yield from _piece(child, watched)
            yield Edge(child, opens=False)
        else:
            yield from _piece(child, watched)
        yield child.tail or ""


def pieces_of(node: etree._Element, choose: Chooser = lemma_of) -> Iterator[str]:
    """The text of a node where it stands, piece by piece as it is written; BREAK between blocks.

    Nothing of what no reader or witness has; the tail is not part of it.
    """
    return _read(_piece(node, frozenset()), choose)


def _inside(element: etree._Element, choose: Chooser) -> Iterator[str]:
    return _read(pieces(element), choose)


def _read(written: Iterator[Piece], choose: Chooser) -> Iterator[str]:
    """The text of the pieces, with one reading at each entry that stands in its place."""
    for piece in written:
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, etree._Element) and piece.tag == APP and not is_apart(piece):
            chosen = choose(piece)
            if isinstance(chosen, str):
                yield chosen
            elif chosen is not None:
                yield from _inside(chosen, choose)


def _piece(node: etree._Element, watched: Collection[etree._Element]) -> Iterator[Piece]:
    if not isinstance(node.tag, str) or (node.tag in LEFT_OUT and not _is_printed(node)):
        yield from (node,) if node.tag in MARKS else ()
        return
    special = _SPECIAL.get(etree.QName(node).localname) if _is_tei(node) else None
    if node.tag == APP or is_copy(node):
        yield node
    elif special is not None:
        yield special if node.get("break") != "no" else ""
    elif node.tag == tei("choice"):
        preferred = _preferred(node)
        yield from pieces(preferred, watched) if preferred is not None else ()
    elif is_block(node):
        yield BREAK
        yield from _within(node, watched)
        yield BREAK
    else:
        yield from pieces(node, watched)


def _within(block: etree._Element, watched: Collection[etree._Element]) -> Iterator[Piece]:
    if block in watched:
        yield Edge(block, opens=True)
    yield from pieces(block, watched)
    if block in watched:
        yield Edge(block, opens=False)


def is_copy(element: etree._Element) -> bool:
    """Whether an element is empty and stands for another one (@copyOf)."""
    return bool(element.get("copyOf")) and not len(element) and not (element.text or "").strip()


_SPECIAL: Final = {"lb": " ", "pb": " ", "cb": " ", "space": " ", "gap": GAP, "milestone": ""}


def _preferred(choice: etree._Element) -> etree._Element | None:
    preferred = next(choice.iterchildren(*CHOSEN), None)
    return preferred if preferred is not None else next(choice.iterchildren("*"), None)


def is_block(node: etree._Element) -> bool:
    """Whether an element is a line or paragraph of its own, wherever it stands."""
    return node.tag in BLOCKS and not _is_inline(node)


def _is_inline(node: etree._Element) -> bool:
    """Whether a quote, label or the like stands in running text rather than between blocks."""
    parent = node.getparent()
    while parent is not None and (parent.tag in ENTRIES or parent.tag == tei("cit")):
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
