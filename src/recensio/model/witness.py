"""Witnesses and their sigla (TEI Guidelines, 12.1.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NewType

Siglum = NewType("Siglum", str)


@dataclass(frozen=True, slots=True)
class Witness:
    """One witness: `id` is its xml:id, `siglum` what the apparatus prints, `label` its name.

    `members` are the ids of the witnesses of a group (a named listWit), else empty.
    """

    id: str
    siglum: Siglum
    label: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WitnessList:
    """The declared witnesses in their order; resolves pointers to sigla."""

    witnesses: tuple[Witness, ...] = ()
    _by_id: Mapping[str, Witness] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_id = {witness.id: witness for witness in self.witnesses}
        object.__setattr__(self, "_by_id", MappingProxyType(by_id))

    def __iter__(self) -> Iterator[Witness]:
        return iter(self.witnesses)

    def __len__(self) -> int:
        return len(self.witnesses)

    def __contains__(self, pointer: str) -> bool:
        return self._id(pointer) in self._by_id

    def before(self, others: WitnessList) -> WitnessList:
        """These witnesses and, after them, the others whose ids they do not use."""
        return WitnessList((*self, *(witness for witness in others if witness.id not in self)))

    def resolve(self, pointers: str) -> tuple[Siglum, ...]:
        """The sigla that a value of @wit names, in its order, each once.

        `#A #B`, `wit.xml#A` and `A` resolve; what is not declared stays as it is written.
        """
        sigla = (self._siglum(pointer) for pointer in pointers.split())
        return tuple(dict.fromkeys(sigla))

    def covered(self, pointers: str) -> tuple[Siglum, ...]:
        """The sigla of the single witnesses that a value of @wit stands for: groups by members."""
        singles = (siglum for pointer in pointers.split() for siglum in self._single(pointer))
        return tuple(dict.fromkeys(singles))

    def undeclared(self, pointers: str) -> tuple[str, ...]:
        """The pointers of a value of @wit that no declared witness answers."""
        return tuple(pointer for pointer in pointers.split() if pointer not in self)

    def _siglum(self, pointer: str) -> Siglum:
        witness = self._by_id.get(self._id(pointer))
        return witness.siglum if witness else Siglum(pointer.removeprefix("#"))

    def _single(self, pointer: str) -> tuple[Siglum, ...]:
        witness = self._by_id.get(self._id(pointer))
        if witness is None or not witness.members:
            return (self._siglum(pointer),)
        return tuple(self._siglum(member) for member in witness.members)

    @staticmethod
    def _id(pointer: str) -> str:
        return pointer.rpartition("#")[2]
