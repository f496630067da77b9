"""Witnesses grouped by how often they agree: average linkage, known as UPGMA.

Sokal and Michener, A statistical method for evaluating systematic relationships (1958): the two
groups that agree most, on the average of their members, are joined, and so on until one is left.
The tree shows likeness. It is no stemma: it weighs no reading, knows no direction and no loan.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from recensio.model.witness import Siglum
from recensio.publish.insight.agreement import Agreement


@dataclass(frozen=True, slots=True)
class Cluster:
    """Witnesses that were joined at a share of agreement; a single witness agrees wholly."""

    sigla: tuple[Siglum, ...]
    share: float = 1.0
    parts: tuple[Cluster, ...] = ()


@dataclass(frozen=True, slots=True)
class _Link:
    """The sum of the shares of the pairs between two clusters that meet, and their number."""

    total: float
    pairs: int

    @property
    def share(self) -> float:
        return round(self.total / self.pairs, 12)


def clusters(agreement: Agreement, least: int = 1) -> tuple[Cluster, ...]:
    """The trees of the witnesses; there are several if some never meet others.

    Only pairs with at least `least` places in common count.

    The order of the witnesses makes no difference: of two pairs alike the first by the alphabet is
    joined. Cost: the square of the number of witnesses, times its logarithm.
    """
    singles = [Cluster((siglum,)) for siglum in sorted(agreement.sigla)]
    number = {cluster.sigla[0]: n for n, cluster in enumerate(singles)}
    links: list[dict[int, _Link]] = [{} for _ in singles]
    for pair in agreement.pairs:
        if pair.share is not None and pair.places >= least:
            first, second = number[pair.first], number[pair.second]
            links[first][second] = links[second][first] = _Link(pair.share, 1)
    found = _joined(singles, links)
    order = {siglum: n for n, siglum in enumerate(agreement.sigla)}
    return tuple(sorted(found, key=lambda cluster: min(order[s] for s in cluster.sigla)))


def _joined(known: list[Cluster], links: list[dict[int, _Link]]) -> list[Cluster]:
    """Join the nearest two until none have a link; `links` is used up."""
    waiting = [
        (-link.share, known[first].sigla[0], known[second].sigla[0], first, second)
        for first, row in enumerate(links)
        for second, link in row.items()
        if first < second
    ]
    heapq.heapify(waiting)
    alive = set(range(len(known)))
    while waiting:
        share, _, _, first, second = heapq.heappop(waiting)
        if first in alive and second in alive:
            alive -= {first, second}
            row = _row(links, first, second, alive)
            known.append(_cluster(known[first], known[second], -share))
            for other, link in row.items():
                names = sorted((known[-1].sigla[0], known[other].sigla[0]))
                heapq.heappush(waiting, (-link.share, names[0], names[1], other, len(links)))
                links[other][len(links)] = link
            alive.add(len(links))
            links.append(row)
    return [known[number] for number in alive]


def _row(
    links: list[dict[int, _Link]], first: int, second: int, alive: Iterable[int]
) -> dict[int, _Link]:
    """The links of a new cluster: those of its two parts taken together."""
    row: dict[int, _Link] = {}
    for other in alive:
        found = [links[part][other] for part in (first, second) if other in links[part]]
        if found:
            row[other] = _Link(sum(link.total for link in found), sum(link.pairs for link in found))
    return row


def _cluster(first: Cluster, second: Cluster, share: float) -> Cluster:
    """Two clusters as one, the first by the alphabet first; never above the parts it joins."""
    parts = sorted((first, second), key=lambda cluster: cluster.sigla[0])
    joined = min(share, first.share, second.share)
    return Cluster(parts[0].sigla + parts[1].sigla, joined, tuple(parts))
