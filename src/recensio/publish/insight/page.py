"""The page of statistics as a small XML tree, for xslt/html/statistics.xsl to draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from lxml import etree

from recensio.model.witness import Siglum
from recensio.publish.insight.agreement import Agreement, Pair
from recensio.publish.insight.classes import Count, classes
from recensio.publish.insight.clusters import clusters
from recensio.publish.insight.dendrogram import dendrogram
from recensio.publish.insight.heat import heat
from recensio.publish.insight.kinds import WITHOUT_TEXT
from recensio.publish.insight.markup import node
from recensio.publish.insight.tally import Tally, Tradition, tally
from recensio.publish.pages import page_of
from recensio.publish.prepare import Edition

FEW: Final = 5
"""Places in common below which the agreement of two witnesses says nothing."""

LARGE: Final = 12
"""Witnesses above which the matrix gives shares only, not the places that they rest on."""

COLUMNS: Final = 8
"""Classes with a column of their own; the others are counted together."""

OTHERS: Final = "others"


def statistics(edition: Edition) -> str:
    """What the apparatus of an edition shows as a whole: agreement, classes, variance."""
    found = edition.once(tally)
    entries = sum(count.entries for count in found.counts if not count.division)
    root = node("statistics", entries=entries, few=FEW)
    root.extend(_tradition(each) for each in found.traditions if len(each.agreement.sigla) > 1)
    root.append(_classes(found.counts))
    root.extend(_heats(found, edition))
    return etree.tostring(root, encoding="unicode")


def _tradition(tradition: Tradition) -> etree._Element:
    agreement = _of_known(tradition.agreement)
    telling = [pair for pair in agreement.pairs if pair.places >= FEW]
    trees = [tree for tree in clusters(agreement, FEW) if len(tree.sigla) > 1]
    drawn = {siglum for tree in trees for siglum in tree.sigla}
    known = dict(zip(agreement.sigla, agreement.known, strict=True))
    return node(
        "tradition",
        *(node("document", title=d.title, page=page_of(d)) for d in tradition.documents),
        *_extremes(telling),
        _matrix(agreement),
        *(dendrogram(tree, known) for tree in trees if len(tree.sigla) > 2),
        *(node("apart", siglum=s) for s in tradition.agreement.sigla if s not in drawn),
        pairs=len(agreement.pairs),
        telling=len(telling),
    )


def _of_known(agreement: Agreement) -> Agreement:
    """The agreement of those witnesses of which anything is known."""
    kept = {siglum: n for siglum, n in zip(agreement.sigla, agreement.known, strict=True) if n}
    pairs = (pair for pair in agreement.pairs if pair.first in kept and pair.second in kept)
    return Agreement(tuple(kept), tuple(kept.values()), tuple(pairs))


def _extremes(pairs: Sequence[Pair]) -> Iterator[etree._Element]:
    """The pairs that agree most and least often."""
    ranked = sorted(pairs, key=lambda pair: (pair.share or 0, pair.places))
    for name, pair in zip(("least", "most"), (ranked[:1], ranked[-1:]), strict=True):
        yield from (_pair(name, each) for each in pair)


def _pair(name: str, pair: Pair) -> etree._Element:
    return node(
        name,
        first=pair.first,
        second=pair.second,
        places=pair.places,
        agreeing=pair.agreeing,
        percent=_percent(pair),
    )


def _percent(pair: Pair) -> int | None:
    """The share in whole per cent, rounded, but 100 and 0 only if it is all or nothing."""
    if pair.share is None:
        return None
    return round(100 * pair.share) if pair.share in (0, 1) else _inside(round(100 * pair.share))


def _inside(percent: int) -> int:
    return min(99, max(1, percent))


def _matrix(agreement: Agreement) -> etree._Element:
    """A row for each witness with a cell for each other, and none in the diagonal."""
    cells: dict[Siglum, dict[Siglum, Pair]] = {siglum: {} for siglum in agreement.sigla}
    for pair in agreement.pairs:
        cells[pair.first][pair.second] = cells[pair.second][pair.first] = pair
    matrix = node("matrix", counted=str(len(agreement.sigla) <= LARGE).lower())
    for siglum, known in zip(agreement.sigla, agreement.known, strict=True):
        row = node("row", siglum=siglum, known=known)
        for other in agreement.sigla:
            row.append(_pair("cell", cells[siglum][other]) if other != siglum else node("self"))
        matrix.append(row)
    return matrix


def _classes(counts: Sequence[Count]) -> etree._Element:
    """The classes with their totals, and how often each stands in each document and division."""
    names = classes(counts)
    shown = names if len(names) <= COLUMNS else names[: COLUMNS - 1]
    rest = names[len(shown) :]
    total = {name: sum(_of(c, [name]) for c in counts if not c.division) for name in names}
    element = node("classes", *(_class(name, total[name]) for name in shown))
    if rest:
        element.append(_class(OTHERS, sum(total[name] for name in rest), ", ".join(rest)))
    for count in _telling(counts):
        row = node(
            "count",
            *(node("number", value=_of(count, [name])) for name in shown),
            *(node("number", value=_of(count, rest)) for _ in rest[:1]),
            title=count.title,
            href=page_of(count.document) + (f"#{count.division}" if count.division else ""),
            level=2 if count.division else 1,
            entries=count.entries,
        )
        element.append(row)
    return element


def _telling(counts: Sequence[Count]) -> Iterator[Count]:
    """The counts but for those of a document's one division, which are those of the document."""
    divisions = Counter(count.document.id for count in counts if count.division)
    return (c for c in counts if not c.division or divisions[c.document.id] > 1)


def _class(name: str, total: int, among: str | None = None) -> etree._Element:
    silent = str(name in WITHOUT_TEXT).lower()
    return node("class", name=name, total=total, among=among, without=silent)


def _of(count: Count, names: Sequence[str]) -> int:
    return sum(count.readings[name] for name in names)


def _heats(found: Tally, edition: Edition) -> Iterator[etree._Element]:
    documents = {each.document.id: each.document for each in edition.readable}
    highest = max((block.variance for block in found.variances), default=0.0)
    for identifier, group in groupby(found.variances, key=lambda block: block.document):
        document = documents[identifier]
        yield heat(list(group), page_of(document), document.title, highest)
