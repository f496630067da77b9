"""The text that a witness has, rebuilt from the apparatus (TEI Guidelines, 12.1 and 12.2)."""

from __future__ import annotations

from functools import cache

from lxml import etree

from recensio.model.witness import Siglum, WitnessList
from recensio.tei.names import tei
from recensio.tei.text import GAP, Chooser, lines_of, readings_of

LACKING = frozenset({"lacuna", "not-in-excerpt"})


def witness_lines(
    body: etree._Element, siglum: Siglum, witnesses: WitnessList, positive: bool
) -> list[str]:
    """The text that the witness has, one block a line; a lacuna is "[...]".

    `positive` says that a witness which an entry does not name has nothing there; otherwise it
    has the lemma. A reading that names the witness goes before one that names its group.
    """
    return lines_of(body, _rule(siglum, witnesses, positive))


def _rule(siglum: Siglum, witnesses: WitnessList, positive: bool) -> Chooser:
    @cache
    def names(pointers: str) -> bool:
        return siglum in witnesses.resolve(pointers)

    @cache
    def covers(pointers: str) -> bool:
        return siglum in witnesses.covered(pointers)

    def choose(app: etree._Element) -> etree._Element | str | None:
        readings = list(readings_of(app))
        for answers in (names, covers):
            for reading in readings:
                if answers(reading.get("wit", "")):
                    return GAP if reading.get("type") in LACKING else reading
        return None if positive else next((r for r in readings if r.tag == tei("lem")), None)

    return choose
