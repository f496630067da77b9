"""How many readings of each class a document and each of its divisions has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from recensio.model.document import Document
from recensio.publish.insight.blocks import division_of, spots
from recensio.publish.insight.kinds import WITHOUT_TEXT, class_of
from recensio.publish.prepare import Edition
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import text_of


@dataclass(slots=True)
class Count:
    """The entries of a document or a division, and its readings, lemmata apart, by class.

    `division` is the xml:id of the division, "" for the document as a whole.
    """

    document: Document
    division: str
    title: str
    entries: int = 0
    readings: Counter[str] = field(default_factory=Counter)


def counts(edition: Edition) -> list[Count]:
    """Each document with entries, and after it its divisions with a heading that have some.

    An entry counts in the nearest division around it.
    """
    where = spots(edition)
    found: dict[str, dict[str, Count]] = {}
    for each in edition.readable:
        for entry in each.entries:
            spot = where.get((each.document.id, entry.id), (each.document, None))
            for count in _counted(spot, found):
                count.entries += 1
                count.readings.update(class_of(r, entry.lemma) for r in entry.readings)
    order = (each.document.id for each in edition.readable if each.document.id in found)
    return [count for document in order for count in found[document].values()]


def classes(found: Iterable[Count]) -> list[str]:
    """The classes, the most frequent first; after them those that say a witness has no text."""
    total: Counter[str] = Counter()
    for count in found:
        if not count.division:
            total.update(count.readings)
    return sorted(total, key=lambda name: (name in WITHOUT_TEXT, -total[name], name))


def _counted(
    spot: tuple[Document, etree._Element | None], found: dict[str, dict[str, Count]]
) -> Iterator[Count]:
    """The counts that an entry belongs to, made when they are first needed."""
    document, element = spot
    held = found.setdefault(document.id, {"": Count(document, "", document.title)})
    yield held[""]
    division = division_of(element) if element is not None else None
    if division is not None:
        identifier = division.get(XML_ID, "")
        if identifier not in held:
            title = text_of(next(division.iterchildren(tei("head"))))
            held[identifier] = Count(document, identifier, title)
        yield held[identifier]
