"""Places: where in a file a mark can stand, and whether it may.

Existing markup is never changed. Inside a name nothing is marked again, but that persons may stand
in titles and in names of groups and events; a mark may enclose names only if it is such a one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from recensio.annotate.marks import Mark
from recensio.tei.blocks import CHOICE, Node, Run
from recensio.tei.names import tei, tei_names

HOLDING: Final = tei_names(
    "ab add bibl byline cell closer corr damage dateline del docAuthor docDate docEdition"
    " docImprint emph figDesc gloss head hi item l label lem mentioned note opener orig p"
    " postscript pubPlace publisher q quote rdg ref reg s said salute seg sic signed soCalled stage"
    " supplied term titlePart trailer unclear"
)
"""Elements whose text may hold names and dates."""

CLOSED: Final = tei_names(
    "teiHeader standOff biblStruct biblFull settlement region country witDetail wit listWit listOrg"
    " listPlace listBibl listEvent foreign idno num measure time date rs"
)
"""Elements inside which nothing is marked: dates, or words about the file."""

NAMES: Final = tei_names("persName orgName placeName geogName name title")
OUTER: Final = {
    "title": tei_names("persName placeName"),
    "orgName": tei_names("persName placeName"),
    "name": tei_names("persName placeName"),
}
"""What a mark of each element may enclose."""

INNER: Final = {"persName": tei_names("title orgName name")}
"""Within which names a mark of each element may stand."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where the tags of a mark stand in the file, and the prefix for their names."""

    first: int
    last: int
    prefix: str


def room_for(mark: Mark) -> Room | bool | None:
    """Where a mark can stand; True if nothing is to be marked there, none if tags cut it."""
    block = mark.passage.block
    runs = block.runs_at(mark.start, mark.end)
    if not runs or not all(_is_open(mark, run) for run in runs):
        return True
    slot = block.slot(mark.start, mark.end)
    if slot is None:
        return None
    inside = (node for run in runs for node in _below(slot.node, run))
    allowed = OUTER.get(mark.element, frozenset())
    if slot.node.name not in HOLDING | _inner(mark) or not _are_held(inside, allowed):
        return True
    return Room(slot.first, slot.last, slot.node.prefix)


def is_settled(mark: Mark) -> bool:
    """Whether the name is marked already, with one entry and no doubt (@cert)."""
    runs = mark.passage.block.runs_at(mark.start, mark.end)
    nodes = runs[0].node.around() if runs else iter(())
    own = next((node for node in nodes if node.name == tei(mark.element)), None)
    if own is None:
        return False
    return len(own.attributes.get("ref", "").split()) == 1 and "cert" not in own.attributes


def _inner(mark: Mark) -> frozenset[str]:
    return INNER.get(mark.element, frozenset())


def _is_open(mark: Mark, run: Run) -> bool:
    """Whether the text is no part of a header, a date or a name in which the mark may not stand."""
    around = {node.name for node in run.node.around()}
    if tei("text") not in around or run.sealed or not around.isdisjoint(CLOSED):
        return False
    names = around & NAMES
    return names <= (_inner(mark) | OUTER.get(mark.element, frozenset()))


def _below(ancestor: Node, run: Run) -> Iterable[Node]:
    for node in run.node.around():
        if node is ancestor:
            return
        yield node


def _are_held(nodes: Iterable[Node], allowed: frozenset[str]) -> bool:
    """Whether all elements that a mark would enclose may stand in it."""
    held = HOLDING | {CHOICE}
    return all(node.name in held or node.name in allowed for node in nodes)
