"""What is reckoned from the whole apparatus of an edition, once for its pages and its files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from recensio.model.document import Document
from recensio.model.witness import Siglum
from recensio.publish.insight.agreement import Agreement, agreement
from recensio.publish.insight.attestation import Attestation, attestation
from recensio.publish.insight.classes import Count, counts
from recensio.publish.insight.readings import is_orthographic, named_in
from recensio.publish.insight.roll import Roll, lists_of
from recensio.publish.insight.variance import Variance, variances
from recensio.publish.prepare import Edition


@dataclass(frozen=True, slots=True)
class Tradition:
    """Documents that share their witnesses, and how often these agree.

    `substantive` is the agreement when readings classed as orthographic are not told apart; it is
    the same if there are none.
    """

    documents: tuple[Document, ...]
    agreement: Agreement
    substantive: Agreement


@dataclass(frozen=True, slots=True)
class Tally:
    """The entries as places, the agreement by tradition, the counts and the variances."""

    attestations: tuple[Attestation, ...]
    traditions: tuple[Tradition, ...]
    counts: tuple[Count, ...]
    variances: tuple[Variance, ...]


def is_telling(edition: Edition) -> bool:
    """Whether the apparatus tells of two witnesses or more."""
    named: set[Siglum] = set()
    for each in edition.readable:
        for entry in each.entries:
            named.update(named_in(entry))
            if len(named) > 1:
                return True
    return False


def tally(edition: Edition) -> Tally:
    """Everything that the statistics show; cost in proportion to entries times witnesses."""
    roll = Roll(edition)
    found = [attestation(each, roll) for each in edition.readable if each.entries]
    return Tally(
        attestations=tuple(found),
        traditions=tuple(_tradition(shared, roll) for shared in _sharing(found)),
        counts=tuple(counts(edition)),
        variances=tuple(variances(edition, found)),
    )


def _sharing(found: Sequence[Attestation]) -> list[list[Attestation]]:
    """Documents that declare the same witnesses; those that declare none have the edition's."""
    groups: dict[frozenset[str], list[Attestation]] = defaultdict(list)
    for each in found:
        groups[lists_of(each.document)].append(each)
    return list(groups.values())


def _tradition(shared: Sequence[Attestation], roll: Roll) -> Tradition:
    full = agreement(shared)
    documents = tuple(each.document for each in shared)
    spelling = any(
        is_orthographic(reading)
        for each in shared
        for place in each.places
        for reading in place.entry.readings
    )
    if not spelling:
        return Tradition(documents, full, full)
    rolled = [attestation(roll.prepared[d.id], roll, orthographic=False) for d in documents]
    return Tradition(documents, full, agreement(rolled))
