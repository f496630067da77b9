"""Who is named together with whom, as an arc diagram: names in a row, an arc for each pair.

A cloud of nodes shows a crowd; in a row every name can be read, on a telephone too, and a broad arc
is a pair that stands together often. The order brings together those who do: it begins as that of
frequency and is made better in a bounded number of rounds, so the same edition gives the same
figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.model.register import RegisterKind
from recensio.publish.insight.markup import node
from recensio.publish.pages import NETWORK, from_page
from recensio.publish.prepare import Edition
from recensio.publish.registers.mentioned import has_company
from recensio.publish.registers.registers import Registers

KINDS: Final = (RegisterKind.PERSONS, RegisterKind.ORGS)
"""Whose company is shown."""

NODES: Final = 36
EDGES: Final = 60
ENOUGH: Final = 12
"""Pairs that stand together more than once from which those that do so once are left out."""

ROUNDS: Final = 24
"""How often the order is made better."""

ROW: Final = 26
LETTER: Final = 7
REACH: Final = 104
"""Units from the names to the widest arc."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two entries, and how many passages name both."""

    first: str
    second: str
    weight: int


@dataclass(frozen=True, slots=True)
class Company:
    """The entries of a network in the order of its figure, and the pairs that it draws.

    `entries` and `pairs` count what there is in all.
    """

    order: tuple[str, ...]
    edges: tuple[Edge, ...]
    entries: int
    pairs: int


def network(registers: Registers) -> etree._Element:
    """The figure and the table of those who are named together."""
    shown = company(registers.index.company, _allowed(registers))
    at = {name: number for number, name in enumerate(shown.order)}
    heaviest = max((edge.weight for edge in shown.edges), default=1)
    tree = node(
        "network",
        title=registers.edition.corpus.interface.say("network"),
        entries=shown.entries,
        pairs=shown.pairs,
        width=REACH + 60 + LETTER * max((len(registers.entries[n].label) for n in at), default=0),
        height=ROW * len(shown.order) + ROW // 2,
        names=REACH + 14,
        axis=REACH,
    )
    for name in shown.order:
        tree.append(_name(name, (at[name] + 0.5) * ROW + ROW // 4, registers))
    for edge in shown.edges:
        ends = sorted((at[edge.first] + 0.5, at[edge.second] + 0.5))
        top, bottom = (round(end * ROW + ROW // 4, 1) for end in ends)
        width = round(1 + 5 * (edge.weight - 1) / max(1, heaviest - 1), 2) if heaviest > 1 else 1
        reach = round(
            REACH * 4 / 3 * min(0.96, 0.12 + 1.2 * (ends[1] - ends[0]) / max(1, len(at) - 1)), 1
        )
        tree.append(_edge(edge, registers, top=top, bottom=bottom, width=width, reach=reach))
    return tree


def has_network(edition: Edition) -> bool:
    """Whether any two persons or organisations stand together."""
    return has_company(edition, {e.id for e in edition.corpus.registers if e.kind in KINDS})


def company(index: Mapping[str, Mapping[str, int]], allowed: Sequence[str]) -> Company:
    """The strongest part of a network: at most `NODES` entries and `EDGES` pairs.

    Pairs are taken by their weight as long as their entries still have room; of pairs that weigh
    the same, those of entries that have more company come first.
    """
    within = set(allowed)
    every = [
        Edge(first, second, weight)
        for first in sorted(within & index.keys())
        for second, weight in index[first].items()
        if first < second and second in within
    ]
    degree = defaultdict[str, int](int)
    for edge in every:
        degree[edge.first] += edge.weight
        degree[edge.second] += edge.weight
    often = [edge for edge in every if edge.weight > 1]
    found = len(every)
    every = often if len(often) >= ENOUGH else every
    every.sort(
        key=lambda e: (-e.weight, -min(degree[e.first], degree[e.second]), e.first, e.second)
    )
    chosen: dict[str, None] = {}
    edges: list[Edge] = []
    for edge in every:
        new = {edge.first: None, edge.second: None}.keys() - chosen.keys()
        if len(edges) < EDGES and len(chosen) + len(new) <= NODES:
            edges.append(edge)
            chosen |= dict.fromkeys((edge.first, edge.second))
    ordered = ordering(sorted(chosen, key=lambda name: (-degree[name], name)), edges)
    return Company(tuple(ordered), tuple(edges), len(degree), found)


def ordering(names: Sequence[str], edges: Sequence[Edge]) -> list[str]:
    """Names in an order that keeps those together who stand together (barycentres).

    Each name moves to the mean place of its company, again and again; the order with the shortest
    arcs is kept.
    """
    beside = defaultdict[str, list[tuple[str, int]]](list)
    for edge in edges:
        beside[edge.first].append((edge.second, edge.weight))
        beside[edge.second].append((edge.first, edge.weight))
    best = order = list(names)
    for _round in range(ROUNDS):
        at = {name: place for place, name in enumerate(order)}
        means = {
            name: (at[name] + sum(at[other] * weight for other, weight in beside[name]))
            / (1 + sum(weight for _other, weight in beside[name]))
            for name in order
        }
        order = sorted(order, key=lambda name: (means[name], name))
        best = min(best, order, key=lambda each: length(each, edges))
    return list(best)


def length(order: Sequence[str], edges: Sequence[Edge]) -> int:
    """The lengths of all arcs in an order, each as often as it weighs."""
    at = {name: place for place, name in enumerate(order)}
    return sum(edge.weight * abs(at[edge.first] - at[edge.second]) for edge in edges)


def _allowed(registers: Registers) -> list[str]:
    return [entry.id for kind in KINDS for entry in registers.kinds.get(kind, ())]


def _name(name: str, y: float, registers: Registers) -> etree._Element:
    href = from_page(NETWORK, registers.pages[name])
    entry = registers.entries[name]
    return node("name", label=entry.label, href=href, y=y, mentions=registers.count(name))


def _edge(edge: Edge, registers: Registers, **drawn: float) -> etree._Element:
    labels = [registers.entries[name].label for name in (edge.first, edge.second)]
    hrefs = [from_page(NETWORK, registers.pages[name]) for name in (edge.first, edge.second)]
    return node(
        "edge",
        weight=edge.weight,
        first=labels[0],
        second=labels[1],
        to=hrefs[0],
        and_to=hrefs[1],
        **drawn,
    )
