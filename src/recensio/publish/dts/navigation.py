"""The navigation endpoint: what can be cited of a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from recensio.publish.dts.answer import JSON_LD, Answer, Record, linked_data, written, wrong
from recensio.publish.dts.holdings import Holdings, said
from recensio.publish.dts.pagination import paged
from recensio.publish.dts.request import Request
from recensio.publish.dts.texts import Text, cited
from recensio.publish.dts.trees import CitationTree
from recensio.publish.dts.units import Unit, language_of

PAGE: Final = 1_000
"""Units on a page."""

ALL: Final = -1
"""The value of down that asks for all levels."""


def answered(request: Request, holdings: Holdings, size: int = PAGE) -> Answer:
    """The units of a document, or of a part of it, down to a level. Raises Refused."""
    text = holdings.text(request)
    down = request.number("down", lowest=ALL)
    tree = text.tree(request)
    span = cited(request, tree)
    _check(down, span, is_range=bool(request["start"]))
    told = dict(zip(("start", "end") if request["start"] else ("ref",), span or (), strict=False))
    named = {name: unit_record(unit, text, tree, holdings) for name, unit in told.items()}
    units = None if down is None else members(tree, span, down)
    shown, view = paged(units or (), request, holdings.addresses, size)
    record = linked_data(
        "Navigation",
        holdings.addresses.of_request(request),
        resource={"@id": text.id, "@type": "Resource", **holdings.resource(text, brief=True)},
        **named,
        member=None if units is None else [unit_record(u, text, tree, holdings) for u in shown],
        view=view,
    )
    return Answer(200, JSON_LD, written(record))


def members(tree: CitationTree, span: tuple[Unit, Unit] | None, down: int) -> Sequence[Unit]:
    """The units that a request asks for, in document order.

    Of a single unit with a `down` of 0 these are it and its siblings.
    """
    units = tree.units
    if span is None:
        return units if down == ALL else [unit for unit in units if unit.level <= down]
    first, last = span
    if down == 0:
        return [unit for unit in units if unit.parent == first.parent]
    begin, end = tree.places[first.identifier], tree.after(tree.places[last.identifier])
    deepest = max(first.level, last.level) + down
    return [unit for unit in units[begin:end] if down == ALL or unit.level <= deepest]


def unit_record(unit: Unit, text: Text, tree: CitationTree, holdings: Holdings) -> Record:
    """A unit as the answers describe it."""
    told: Record = {
        "identifier": unit.identifier,
        "@type": "CitableUnit",
        "level": unit.level,
        "parent": unit.parent,
        "citeType": unit.kind,
    }
    address = holdings.addresses.of_unit(text.id, unit.identifier, tree.identifier)
    if address:
        told["@id"] = address
    if unit.title:
        told["dublinCore"] = {"title": said(unit.title, language_of(unit.element))}
    return told


def _check(down: int | None, span: tuple[Unit, Unit] | None, is_range: bool) -> None:
    if down is None and span is None:
        raise wrong("one of down, ref, or start and end must be told")
    if down == 0 and span is None:
        raise wrong("a down of 0 asks for the siblings of a ref, which is not told")
    if down == 0 and is_range:
        raise wrong("a down of 0 cannot be told together with start and end")
