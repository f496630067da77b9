"""The citation trees of a document: those that it declares, else the default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from recensio.publish.dts import default
from recensio.publish.dts.answer import Record
from recensio.publish.dts.paths import UnusablePath
from recensio.publish.dts.structure import CiteStructure, Scheme, schemes
from recensio.publish.dts.units import Order, Unit, declared, placed


@dataclass(frozen=True)
class CitationTree:
    """A way of citing: `identifier` is empty for the default; the units in document order."""

    identifier: str
    description: str
    units: tuple[Unit, ...]
    structure: Sequence[Record]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each unit among all, by its identifier."""
        return {unit.identifier: place for place, unit in enumerate(self.units)}

    def after(self, place: int) -> int:
        """The place after a unit and all that is part of it."""
        level = self.units[place].level
        rest = range(place + 1, len(self.units))
        return next((n for n in rest if self.units[n].level <= level), len(self.units))

    @property
    def record(self) -> Record:
        """The tree as the answers describe it."""
        told: Record = {"@type": "CitationTree"}
        if self.identifier:
            told["identifier"] = self.identifier
        if self.description:
            told["description"] = self.description
        return told | {"citeStructure": list(self.structure)}


def trees_of(root: etree._Element, order: Order) -> tuple[CitationTree, ...]:
    """The citation trees of a document, the default first.

    A scheme whose paths cannot be evaluated, or that leads to nothing, is passed over.
    """
    usable = [each for scheme in schemes(root) for each in _declared(scheme, root, order)]
    if not usable:
        units = tuple(placed(default.found(root)))
        return (CitationTree("", "", units, _kinds(units)),)
    return tuple(
        CitationTree(name, scheme.description, units, [_told(each) for each in scheme.structures])
        for name, (scheme, units) in zip(_names(usable), usable, strict=True)
    )


def _declared(
    scheme: Scheme, root: etree._Element, order: Order
) -> Iterator[tuple[Scheme, tuple[Unit, ...]]]:
    try:
        units = tuple(placed(declared(scheme.structures, root, order)))
    except UnusablePath:
        return
    if units:
        yield scheme, units


def _names(usable: Sequence[tuple[Scheme, tuple[Unit, ...]]]) -> Iterator[str]:
    """The identifiers of the trees; the default must not have one."""
    taken = {""}
    for number, (scheme, _) in enumerate(usable, start=1):
        name = "" if number == 1 else scheme.name or f"tree-{number}"
        while number > 1 and name in taken:
            name = f"{name}-{number}"
        taken.add(name)
        yield name


def _told(structure: CiteStructure) -> Record:
    told: Record = {"@type": "CiteStructure", "citeType": structure.unit}
    parts = [_told(part) for part in structure.parts]
    return told | ({"citeStructure": parts} if parts else {})


def _kinds(units: Sequence[Unit]) -> list[Record]:
    """What kinds of units stand in which, each once at its place."""
    root: dict[str, dict[str, object]] = {}
    line: list[dict[str, dict[str, object]]] = [root]
    for unit in units:
        del line[unit.level :]
        inside = line[-1].setdefault(unit.kind, {})
        line.append(inside)  # type: ignore[arg-type]  # dictionaries of themselves
    return _nested(root)


def _nested(kinds: Mapping[str, object]) -> list[Record]:
    found = []
    for kind, parts in kinds.items():
        told: Record = {"@type": "CiteStructure", "citeType": kind}
        if isinstance(parts, dict) and parts:
            told["citeStructure"] = _nested(parts)
        found.append(told)
    return found
