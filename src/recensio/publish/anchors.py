"""Anchors around words of a text: in a copy of its tree, so that the text itself is not touched."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.tei.lemmata import Place
from recensio.tei.linkage import is_apart
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import APP, LEFT_OUT, is_block, lemma_of

NAME: Final = "placed-"
"""How the xml:id of an anchor begins, before its number."""

LINE_BEGINNING: Final = tei("lb")


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A piece of text: what an element begins with, or what follows it as its tail."""

    element: etree._Element
    is_tail: bool
    text: str


class Passage:
    """The reading text from an element to one that follows it beside it, as words are looked for.

    It is empty if the second is not beside the first.
    """

    def __init__(self, first: etree._Element, last: etree._Element) -> None:
        self._slots = list(_between(first, last))
        self._place = Place([_composed(slot.text) if slot else " " for slot in self._slots], 0)

    def find(self, lemma: str) -> tuple[tuple[Slot, int], tuple[Slot, int]] | None:
        """Where the words of a lemma begin and end; None if they are not there once."""
        found = self._place.find(lemma) if self._slots else None
        ends = [(self._slots[part], offset) for part, offset in found or ()]
        match ends:
            case [(Slot() as first, begin), (Slot() as last, end)]:
                return (first, begin), (last, end)
        return None


class Anchored:
    """A copy of a tree in which anchors are wanted."""

    def __init__(self, tree: etree._ElementTree) -> None:
        self._root = deepcopy(tree.getroot())
        self._wanted: dict[Slot, list[tuple[int, str]]] = defaultdict(list)
        self._count = 0
        self.named = {
            name: element for element in self._root.iter("*") if (name := element.get(XML_ID))
        }

    def want(self, slot: Slot, offset: int) -> str:
        """The name of an anchor that is wanted before a character of a piece of text."""
        self._count += 1
        name = f"{NAME}{self._count}"
        self._wanted[slot].append((offset, name))
        return name

    def written(self) -> str:
        """The text with its anchors; to be asked for once."""
        for slot, anchors in self._wanted.items():
            _set(slot, sorted(anchors))
        return etree.tostring(self._root, encoding="unicode")


def _between(first: etree._Element, last: etree._Element) -> list[Slot | None]:
    """The pieces of text; None is a space, where a line or block ends."""
    slots: list[Slot | None] = []
    node: etree._Element | None = first
    while node is not None:
        slots.extend(_inside(node))
        if node is last:
            return slots
        slots.extend(_piece(node, is_tail=True))
        node = node.getnext()
    return []


def _inside(node: etree._Element) -> Iterator[Slot | None]:
    if not isinstance(node.tag, str) or node.tag in LEFT_OUT:
        return
    if node.tag == APP:
        shown = None if is_apart(node) else lemma_of(node)
        if isinstance(shown, etree._Element):
            yield from _inside(shown)
        return
    parted = is_block(node) or (node.tag == LINE_BEGINNING and node.get("break") != "no")
    if parted:
        yield None
    yield from _piece(node, is_tail=False)
    for child in node:
        yield from _inside(child)
        yield from _piece(child, is_tail=True)
    if parted:
        yield None


def _piece(node: etree._Element, is_tail: bool) -> Iterator[Slot]:
    text = node.tail if is_tail else node.text
    if text:
        yield Slot(node, is_tail, text)


def _composed(text: str) -> str:
    """The text in NFC, as lemmata are, if its characters then are as many."""
    composed = unicodedata.normalize("NFC", text)
    return composed if len(composed) == len(text) else text


def _set(slot: Slot, anchors: Sequence[tuple[int, str]]) -> None:
    """Put anchors into a piece of text, in their order."""
    made = [etree.Element(tei("anchor"), {XML_ID: name}) for _offset, name in anchors]
    ends = [*(offset for offset, _name in anchors[1:]), len(slot.text)]
    before = slot.text[: anchors[0][0]]
    if slot.is_tail:
        slot.element.tail = None
        for anchor in reversed(made):
            slot.element.addnext(anchor)
        slot.element.tail = before
    else:
        slot.element.text = before
        slot.element[:0] = made
    for anchor, (begin, _name), end in zip(made, anchors, ends, strict=True):
        anchor.tail = slot.text[begin:end]
