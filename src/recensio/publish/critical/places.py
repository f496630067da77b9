"""What the pieces of a witness's text stand in: the elements of the edition, and its readings.

A tree of a witness's text keeps what structures and marks a text; what only says how it was
established (an entry, a choice, a correction) is gone from it, and a reading in which the witness
departs from the edition is an element of ours that names its entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.publish.critical.departures import Departures
from recensio.tei.linkage import is_apart
from recensio.tei.names import XML_ID, XML_LANG, tei, tei_names
from recensio.tei.text import APP, BLOCKS, READINGS, is_block

FRAMES: Final = frozenset(
    tei_names(
        "text front body back group div div1 div2 div3 div4 div5 div6 div7 lg sp list table row"
        " listBibl floatingText castList titlePage docTitle"
    )
)
"""What holds blocks and no words."""

PHRASES: Final = frozenset(
    tei_names(
        "hi emph foreign persName orgName placeName geogName settlement region country name rs"
        " title term date soCalled mentioned q quote cit label said ref"
    )
)
SHOWN_AS_SEG: Final = frozenset(tei_names("supplied unclear add damage note"))
"""What is marked, but without the signs that an editor's text puts around it."""

TIGHT: Final = frozenset(tei_names("list table row"))
"""Where nothing may stand between the parts."""

IN_LINE: Final[Mapping[str, frozenset[str]]] = {
    tei("head"): frozenset(tei_names("figure")),
    tei("figure"): frozenset(tei_names("p head cell")),
    tei("l"): frozenset(tei_names("p hi")),
    **dict.fromkeys(tei_names("speaker stage"), frozenset(tei_names("p l ab hi"))),
}
"""Blocks of a witness's text that on the page stand in a line where these are around them."""

NEVER_SURE: Final = frozenset(tei_names("figDesc quote label cit q"))

KEPT: Final = frozenset(
    (XML_LANG, "n", "rend", "type", "ref", "key", "cert", "level", "when", "role", "cols", "rows")
) | {"target"}


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """An element on the way to a piece: its name and attributes in the tree that is made.

    `is_block` says that it begins and ends a block, `is_frame` that it holds no words itself,
    `parts` that on the page too it is surely parted from what stands around it. In the trees of all
    witnesses of a document it has the same `number`.
    """

    source: etree._Element
    name: str
    attributes: Mapping[str, str]
    identifier: str = ""
    is_block: bool = False
    is_frame: bool = False
    is_reading: bool = False
    parts: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """The steps to a piece; those of a reading that stands elsewhere begin with it (`is_apart`)."""

    steps: tuple[Step, ...] = ()
    is_apart: bool = False

    def to(self, step: Step | None) -> Way:
        """The way one step on."""
        return self if step is None else Way((*self.steps, step), self.is_apart)


class Ways:
    """The ways to the elements of one document and to the readings of entries that concern it."""

    def __init__(self, departures: Departures) -> None:
        self.departures = departures
        self._known: dict[etree._Element, Way] = {}

    def to(self, element: etree._Element) -> Way:
        """The way to an element."""
        if element not in self._known:
            self._known[element] = self._found(element)
        return self._known[element]

    def _found(self, element: etree._Element) -> Way:
        parent = element.getparent()
        if parent is None:
            return Way().to(self._step(element))
        if element.tag == APP and is_apart(element):
            return Way(is_apart=True)
        return self.to(parent).to(self._step(element))

    def _step(self, element: etree._Element) -> Step | None:
        if element.tag in READINGS:
            departure = self.departures.of(element)
            if departure is None:
                return None
            return Step(element, "rd", departure.attributes, is_reading=True)
        return _step(element, f"{len(self._known)}")


def _step(element: etree._Element, number: str) -> Step | None:
    name = str(element.tag)
    attributes = {str(key): str(v) for key, v in element.items() if key in KEPT}
    if name in FRAMES or name in BLOCKS:
        return Step(
            element,
            name,
            attributes,
            identifier=element.get(XML_ID, ""),
            is_block=name in BLOCKS and is_block(element),
            is_frame=name in FRAMES,
            parts=_parts(element),
            number=number,
        )
    if name in SHOWN_AS_SEG:
        kind = {"type": etree.QName(element).localname}
        return Step(element, tei("seg"), {**attributes, **kind})
    return Step(element, name, attributes) if name in PHRASES else None


def _parts(element: etree._Element) -> bool:
    """Whether the page is sure to part an element from what stands around it."""
    name = str(element.tag)
    around = IN_LINE.get(name, frozenset())
    in_line = any(parent.tag in around for parent in element.iterancestors()) if around else False
    return name not in NEVER_SURE and not in_line
