"""How often witnesses agree: for each pair the places where both are known, and share a reading.

A witness that has several readings at a place agrees there with whoever has one of them. Agreement
is no proof of descent: witnesses agree in what they keep as well as in what they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recensio.model.witness import Siglum
from recensio.publish.insight.attestation import Attestation


@dataclass(frozen=True, slots=True)
class Pair:
    """Two witnesses: at how many places both are known, and at how many they agree."""

    first: Siglum
    second: Siglum
    places: int
    agreeing: int

    @property
    def share(self) -> float | None:
        """Agreement between 0 and 1; none where they never meet."""
        return self.agreeing / self.places if self.places else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The witnesses, the places where each is known, and every pair of them, row by row."""

    sigla: tuple[Siglum, ...]
    known: tuple[int, ...]
    pairs: tuple[Pair, ...]


def agreement(attestations: Sequence[Attestation]) -> Agreement:
    """The agreement of witnesses over documents that share them.

    The places of a witness in a state are one long integer, so a pair costs a few operations on
    integers of as many bits as there are places.
    """
    sigla = tuple(dict.fromkeys(siglum for each in attestations for siglum in each.sigla))
    states = _states(attestations, sigla)
    known = {siglum: _union(states[siglum].values()) for siglum in sigla}
    pairs = (
        Pair(
            first,
            second,
            (known[first] & known[second]).bit_count(),
            _common(states[first], states[second]).bit_count(),
        )
        for number, first in enumerate(sigla)
        for second in sigla[number + 1 :]
    )
    return Agreement(sigla, tuple(known[siglum].bit_count() for siglum in sigla), tuple(pairs))


def _states(
    attestations: Sequence[Attestation], sigla: Iterable[Siglum]
) -> dict[Siglum, dict[int, int]]:
    """For each witness and state the places where it has it, as the bits of an integer."""
    size = sum(len(each.places) for each in attestations) // 8 + 1
    bits: dict[Siglum, dict[int, bytearray]] = {siglum: {} for siglum in sigla}
    number = 0
    for each in attestations:
        for place in each.places:
            for siglum, has in zip(each.sigla, place.has, strict=True):
                for state in numbers(has):
                    held = bits[siglum].setdefault(state, bytearray(size))
                    held[number >> 3] |= 1 << (number & 7)
            number += 1
    return {
        siglum: {state: int.from_bytes(held, "little") for state, held in by_state.items()}
        for siglum, by_state in bits.items()
    }


def numbers(states: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while states:
        lowest = states & -states
        yield lowest.bit_length() - 1
        states ^= lowest


def _union(held: Iterable[int]) -> int:
    found = 0
    for places in held:
        found |= places
    return found


def _common(first: dict[int, int], second: dict[int, int]) -> int:
    return _union(held & second[state] for state, held in first.items() if state in second)
