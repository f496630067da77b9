"""The conspectus of sigla: each witness with its colour, its texts, and how often it departs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from lxml import etree

from recensio.model.apparatus import ApparatusKind
from recensio.model.witness import Siglum
from recensio.publish.critical.addresses import entries_page, written
from recensio.publish.critical.colours import colours
from recensio.publish.critical.entered import Chaptered, entered, is_parted
from recensio.publish.critical.witnessed import witnessed
from recensio.publish.gathered import witness_lists
from recensio.publish.insight.markup import node
from recensio.publish.pages import ENTRIES
from recensio.publish.prepare import Edition


@dataclass(slots=True)
class Standing:
    """How often a witness departs from the edition, and how often it is said to agree."""

    departing: Counter[str] = field(default_factory=Counter)
    agreeing: int = 0


def conspectus(edition: Edition) -> str:
    """The source of xslt/html/conspectus.xsl: the lists, then what is known of each witness."""
    root = witness_lists(edition)
    found = standings(edition)
    for siglum, hue in edition.once(colours).items():
        known = found.get(siglum, Standing())
        view = None if is_parted(edition) else f"{ENTRIES}#witness={quote(siglum, safe='')}"
        root.append(
            node(
                "standing",
                siglum=siglum,
                colour=hue,
                departing=sum(known.departing.values()),
                agreeing=known.agreeing,
                view=view if known.departing else None,
            )
        )
    root.extend(_texts(edition, found))
    return etree.tostring(root, encoding="unicode")


def standings(edition: Edition) -> Mapping[Siglum, Standing]:
    """Each witness that entries name; where the apparatus is negative, silence is agreement."""
    found: dict[Siglum, Standing] = defaultdict(Standing)
    negative = edition.corpus.apparatus is ApparatusKind.NEGATIVE
    for chapter in edition.once(entered):
        for each in chapter.entries:
            named = {s for r in each.entry.readings for s in r.covered}
            for siglum in each.departing:
                found[siglum].departing[chapter.document.id] += 1
            lemma = each.entry.lemma
            agreeing = set(lemma.covered) if lemma is not None else set[Siglum]()
            for siglum in agreeing | (_declared(edition, chapter) - named if negative else set()):
                found[siglum].agreeing += 1
    return found


def _declared(edition: Edition, chapter: Chaptered) -> set[Siglum]:
    listed = edition.corpus.witnesses_of(chapter.document)
    return {witness.siglum for witness in listed if not witness.members}


def _texts(edition: Edition, found: Mapping[Siglum, Standing]) -> Iterator[etree._Element]:
    """The texts of each witness that the site has, with how often it departs there."""
    parted = is_parted(edition)
    for each in edition.once(witnessed):
        for witness in each.witnesses:
            standing = found.get(witness.siglum, Standing())
            count = standing.departing[each.document.id]
            page = entries_page(each.document) if parted else ENTRIES
            view = f"{written(page)}#witness={quote(witness.siglum, safe='')}"
            yield node(
                "text",
                siglum=witness.siglum,
                title=each.document.title,
                href=written(witness.page),
                departing=count,
                view=view if count and parted else None,
            )
