"""A tree grown from the pieces of a witness's text, each put where it comes from.

An element is opened when the first piece comes from it and closed when a piece comes from
elsewhere; one that comes a second time has no identifier then. What is one block in the text is
never parted, and two blocks never run together: where no element of the page is sure to part them,
an ed:break stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.publish.critical.places import TIGHT, Step, Ways
from recensio.publish.gathered import EDITION_NS
from recensio.tei.attestation import kinds_of
from recensio.tei.gaps import LACKING, PLACE, without_places
from recensio.tei.names import TEI_NS, XML_ID, tei
from recensio.tei.passages import LACKING as LACKING_KINDS
from recensio.tei.text import APP, BREAK, GAP, READINGS

NAMESPACES: Final = {None: TEI_NS, "in": EDITION_NS}
LINE: Final = tei("lb")
OF: Final = f"{{{EDITION_NS}}}of"
"""Says which element of the document one of the tree is: those of all witnesses compare so."""
_GAPS: Final = re.compile(rf"(?:{re.escape(GAP)}\s*)+")


def tree(
    root: etree._Element, text: str, elements: Sequence[etree._Element], ways: Ways
) -> etree._Element:
    """The root, filled with a text that tells of the `elements` that its pieces come from."""
    growing = _Growing(root, elements, ways)
    for block in _blocks(text):
        rest, *told = block.split(PLACE)
        growing.go_on(rest)
        for number, piece in zip(told[::2], told[1::2], strict=True):
            growing.add(int(number), piece)
        growing.end_block()
    return root


def _blocks(text: str) -> Iterator[str]:
    """The blocks of a text; of several that are nothing but "[...]" only the first."""
    is_gap = False
    for block in text.split(BREAK):
        words = without_places(block).strip()
        lacks = words[:1] == GAP[:1] and _GAPS.fullmatch(words) is not None
        if lacks and not is_gap:
            yield block[: block.index(GAP) + len(GAP)]
        elif not lacks:
            yield block
        is_gap = lacks or (is_gap and not words)


class _Growing:
    """The tree as far as it has grown: the elements that are open, each with its step.

    `_is_new` says that no word of the block stands there yet, `_is_apart` that an element begins or
    ends between it and the words before.
    """

    def __init__(
        self, root: etree._Element, elements: Sequence[etree._Element], ways: Ways
    ) -> None:
        self._root = root
        self._elements = elements
        self._ways = ways
        self._open: list[tuple[Step, etree._Element]] = []
        self._base: tuple[Step, ...] = ()
        self._seen: set[str] = set()
        self._last = 0
        self._is_new = True
        self._is_apart = True
        self._lacks = False

    def end_block(self) -> None:
        """What follows is another block."""
        if self._lacks:
            self._lacking_block()
        self._is_new = True

    def go_on(self, text: str) -> None:
        """More of what the last piece came from."""
        if text and self._last:
            self.add(self._last, text)

    def add(self, number: int, text: str) -> None:
        """A piece and the number of the element that it comes from."""
        if number == LACKING:
            self._lacking(text)
            return
        self._last = number
        element = self._elements[number - 1]
        way = self._ways.to(element)
        if not way.is_apart:
            self._base = way.steps
        steps = (*self._base, *way.steps) if way.is_apart else way.steps
        is_reading = bool(steps) and steps[-1].source is element and steps[-1].is_reading
        if element.tag == APP and not text:
            self._silent(steps, element)
        elif text.strip() or is_reading:
            self._go(steps)
            self._write(element, text)
        elif text and not self._is_new:
            self._go(steps)
            self._space(element, text)

    @property
    def _top(self) -> etree._Element:
        return self._open[-1][1] if self._open else self._root

    def _go(self, steps: Sequence[Step]) -> None:
        """Close what a piece is not in, open what it is in."""
        if self._lacks:
            self._write_gap(steps)
        shared = 0
        for (step, _), wanted in zip(self._open, steps, strict=False):
            if step is not wanted:
                break
            shared += 1
        closing = [step for step, _ in self._open[shared:]]
        if not self._is_new and any(step.is_block for step in closing):
            self._close(max(n for n, (step, _) in enumerate(self._open, 1) if step.is_block))
            return
        self._close(shared)
        for step in steps[shared:]:
            self._enter(step)

    def _close(self, kept: int) -> None:
        """Close all but the outermost elements."""
        self._is_apart |= any(step.parts for step, _ in self._open[kept:])
        del self._open[kept:]

    def _enter(self, step: Step) -> None:
        top = self._top
        if step.is_reading and top.tag in TIGHT:
            self._open.append((step, top))
            return
        made = etree.SubElement(top, _name(step.name), dict(step.attributes))
        if step.identifier and step.identifier not in self._seen:
            self._seen.add(step.identifier)
            made.set(XML_ID, step.identifier)
        if step.number:
            made.set(OF, step.number)
        self._open.append((step, made))
        self._is_apart |= step.parts

    def _write(self, element: etree._Element, text: str) -> None:
        if text.strip():
            self._begin()
        if text == GAP and (element.tag == tei("gap") or _lacks(element)):
            self._gap(_lacks(element))
        elif not self._is_new:
            _append(self._top, text)

    def _begin(self) -> None:
        """Words of the block come: let them not run on from those of the block before."""
        if self._is_new and not self._is_apart:
            etree.SubElement(self._top, _name("break"))
        self._is_new = self._is_apart = False

    def _space(self, element: etree._Element, text: str) -> None:
        if element.tag == LINE:
            etree.SubElement(self._top, _name("line"))
        else:
            _append(self._top, text)

    def _silent(self, steps: Sequence[Step], app: etree._Element) -> None:
        departure = self._ways.departures.at(app)
        self._go(steps)
        if departure is not None and self._top.tag not in TIGHT:
            etree.SubElement(self._top, _name("silent"), dict(departure.attributes))

    def _lacking(self, text: str) -> None:
        """Text is lacking here; at the beginning of a block it is not known yet, of which."""
        if self._is_new:
            self._lacks = True
        else:
            self._close_phrases()
            self._gap("lacuna")
            _append(self._top, text.removeprefix(GAP))

    def _write_gap(self, steps: Sequence[Step]) -> None:
        """What lacks is the beginning of the block that is entered now."""
        self._lacks = False
        self._go(steps[: max((n for n, s in enumerate(steps, 1) if s.is_block), default=0)])
        self._begin()
        self._gap("lacuna")
        _append(self._top, " ")

    def _lacking_block(self) -> None:
        """What lacks is a block of its own, or several."""
        self._lacks = False
        while self._open and (not self._open[-1][0].is_frame or self._top.tag in TIGHT):
            self._close(len(self._open) - 1)
        block = etree.SubElement(self._top, _name("lacking"))
        etree.SubElement(block, _name("gap"), {"kind": "lacuna"}).text = GAP
        self._is_apart = True

    def _close_phrases(self) -> None:
        while self._open and not (self._open[-1][0].is_block or self._open[-1][0].is_frame):
            self._close(len(self._open) - 1)

    def _gap(self, kind: str) -> None:
        etree.SubElement(self._top, _name("gap"), {"kind": kind}).text = GAP


def _lacks(element: etree._Element) -> str:
    """Why a reading that says so has no text: "lacuna" or "not-in-excerpt"; else ""."""
    kinds = kinds_of(element) if element.tag in READINGS else ()
    return next((kind for kind in kinds if kind in LACKING_KINDS), "")


def _name(name: str) -> str:
    """The name of an element: ours, unless it is one of TEI."""
    return name if name.startswith("{") else f"{{{EDITION_NS}}}{name}"


def _append(element: etree._Element, text: str) -> None:
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text
