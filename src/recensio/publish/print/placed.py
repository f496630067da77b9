"""Entries that stand apart from the text: the marks that bring them to the foot of their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from recensio.publish.print.book import Book


@dataclass(frozen=True, slots=True)
class Placed:
    """What the chapters are told of them, by the number of a chapter.

    `places` are lines that say where in it entries begin and end, as
    xslt/common/flow/places.xsl takes them; `entries` those of its own entries that have a place in
    the book.
    """

    places: Mapping[int, Sequence[str]] = field(default_factory=dict)
    entries: Mapping[int, Sequence[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.places)

    def only(self, names: Set[str]) -> Placed:
        """The same for these entries alone, each named "chapter:identifier"."""
        return Placed(
            {
                chapter: [line for line in lines if line.split("\t")[2] in names]
                for chapter, lines in self.places.items()
            },
            {
                chapter: [entry for entry in entries if f"{chapter}:{entry}" in names]
                for chapter, entries in self.entries.items()
            },
        )


def places_of(book: Book) -> Placed:
    """What the placements of all chapters ask of all chapters."""
    numbers = {chapter.id: number for number, chapter in enumerate(book.chapters)}
    places: dict[int, list[str]] = defaultdict(list)
    entries: dict[int, list[str]] = defaultdict(list)
    for number, chapter in enumerate(book.chapters):
        for each in chapter.placements:
            if each.chapter in numbers:
                name = f"{number}:{each.entry}"
                lines = places[numbers[each.chapter]]
                lines.append(f"{each.begins}\tbegin\t{name}\t{each.layer}")
                lines.append(f"{each.ends}\tend\t{name}\t{each.layer}")
                entries[number].append(each.entry)
    return Placed(places, entries)
