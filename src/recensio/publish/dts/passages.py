"""A passage as TEI: what stands between two places, inside the elements around it, emptied."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import chain
from typing import Final

from lxml import etree

from recensio.publish.dts.trees import CitationTree
from recensio.publish.dts.units import Order, Unit
from recensio.tei.names import tei

DTS: Final = "https://w3id.org/api/dts#"
WRAPPER: Final = f"{{{DTS}}}wrapper"


class Passages:
    """The passages of one document."""

    def __init__(self, root: etree._Element, order: Order) -> None:
        self._root = root
        self._order = order

    def cut(self, tree: CitationTree, first: Unit, last: Unit) -> etree._Element:
        """From the beginning of a unit to the end of one: a TEI element with a dts:wrapper.

        The wrapper stands as deep as all of the passage fits into it.
        """
        begin, end = self._order.begins[first.element], self._end(tree, last)
        line = (first.element, *first.element.iterancestors())
        around = [e for e in line if self._is_around(e, begin, end)] or [self._root]
        inside = whole = _emptied(around[-1])
        for element in reversed(around[:-1]):
            inside = _appended(inside, _emptied(element))
        wrapper = etree.SubElement(inside, WRAPPER, nsmap={"dts": DTS})
        self._fill(wrapper, around[0], (begin, end), line)
        return whole

    def _end(self, tree: CitationTree, unit: Unit) -> int:
        """The place after all that belongs to a unit."""
        if not unit.is_milestone:
            return self._order.ends[unit.element] + 1
        if unit.until is not None:
            return self._order.begins[unit.until]
        if unit.parent is not None:
            return self._end(tree, tree.units[tree.places[unit.parent]])
        text = next(unit.element.iterancestors(tei("text")), self._root)
        return self._order.ends[text]

    def _is_around(self, element: etree._Element, begin: int, end: int) -> bool:
        return self._order.begins[element] < begin and end <= self._order.ends[element]

    def _fill(
        self,
        copy: etree._Element,
        source: etree._Element,
        span: tuple[int, int],
        line: Sequence[etree._Element],
    ) -> None:
        """Put into the copy what lies in the span; text stands one place after its tag.

        `line` are the elements around the beginning: what stands before them is passed over.
        """
        begins, ends = self._order.begins, self._order.ends
        begin, end = span
        if begin <= begins[source] + 1 < end:
            copy.text = source.text
        opened = next((e for e in line if e.getparent() is source), None)
        following = opened.itersiblings() if opened is not None else source.iterchildren()
        for child in chain([opened] if opened is not None else [], following):
            if begins[child] >= end:
                break
            if begin <= begins[child] and ends[child] < end:
                part = _appended(copy, deepcopy(child))
            else:
                part = _appended(copy, _emptied(child))
                self._fill(part, child, span, line)
            part.tail = child.tail if ends[child] + 1 < end else None


def _emptied(element: etree._Element) -> etree._Element:
    """An element with its attributes and without what is in it."""
    return etree.Element(element.tag, element.attrib, nsmap=element.nsmap)


def _appended(parent: etree._Element, child: etree._Element) -> etree._Element:
    parent.append(child)
    return child
