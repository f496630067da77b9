"""What kind of variation a reading is, beside the reading that it is held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from recensio.collate.table import Cell, Form, Segment, Table, segments, written_form


class Kind(StrEnum):
    """The kinds of variation, as rdg/@type has them."""

    ORTHOGRAPHIC = "orthographic"
    SUBSTANTIVE = "substantive"
    OMISSION = "omission"
    ADDITION = "addition"
    TRANSPOSITION = "transposition"
    MARKUP = "variant"
    """The words are the same: only their markup differs."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What some witnesses have in a segment; `kind` is nothing for the one others are held to.

    `moved` says that it is theirs because words were moved from here or to here.
    """

    places: tuple[int, ...]
    cell: Cell
    kind: Kind | None
    moved: bool = False


def places_of_variation(
    table: Table, base: int | None = None, form: Form = written_form
) -> Iterator[tuple[Segment, tuple[Variant, ...]]]:
    """The segments where witnesses differ, with their variants; `base` is the place of a witness.

    Variants are held against the base, or else against what most witnesses have, of equals the
    first.
    """
    for segment in segments(table, form):
        found = variants(segment, base, form)
        if len(found) > 1:
            yield segment, found


def variants(segment: Segment, base: int | None, form: Form) -> tuple[Variant, ...]:
    """The variants of a segment in the order of witnesses."""
    groups: dict[tuple[bool, tuple[str, ...]], list[int]] = {}
    for place, cell in enumerate(segment.cells):
        reading = tuple(form(token) for token in cell)
        groups.setdefault((_is_moved(segment, place), reading), []).append(place)
    main = _main(list(groups.values()), base)
    against = segment.cells[main[0]]
    return tuple(
        Variant(
            tuple(places),
            cell := segment.cells[places[0]],
            None if places is main else kind_of(cell, against, moved),
            moved,
        )
        for (moved, _), places in groups.items()
    )


def kind_of(cell: Cell, against: Cell, moved: bool) -> Kind:
    """How a reading differs from another one."""
    if moved:
        return Kind.TRANSPOSITION
    if cell and _written(cell) == _written(against):
        return Kind.MARKUP
    if _words(cell) == _words(against):
        return Kind.ORTHOGRAPHIC
    if not _words(cell):
        return Kind.OMISSION
    return Kind.SUBSTANTIVE if _words(against) else Kind.ADDITION


def _is_moved(segment: Segment, place: int) -> bool:
    """Whether a witness has words here that others have elsewhere, or lacks them as it has there.

    `movers` are marked in both places; the others only where they lack the words.
    """
    cell = segment.cells[place]
    for move in segment.moves:
        here = segment.first in move.here
        if place in move.movers and (bool(cell) == here):
            return True
        if place in move.others and here and not cell:
            return True
    return False


def _main(groups: list[list[int]], base: int | None) -> list[int]:
    if base is not None:
        return next(places for places in groups if base in places)
    most = Counter({index: len(places) for index, places in enumerate(groups)})
    return groups[max(most, key=lambda index: (most[index], -index))]


def _words(cell: Cell) -> str:
    """The words without signs and without the spaces between them."""
    return "".join(token.normal for token in cell if not token.is_sign)


def _written(cell: Cell) -> list[str]:
    return [token.written for token in cell]
