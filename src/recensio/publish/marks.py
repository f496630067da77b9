"""Marks of entries that stand apart from the text: in it where they belong, in them the way back.

An entry may belong to a place of another document; the page of that document then bears the mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from recensio.model.apparatus import Entry, Place
from recensio.model.document import Document
from recensio.publish.pages import page_of, to_root
from recensio.publish.prepare import Edition, Prepared
from recensio.tei.fetched import fetching, text_at
from recensio.tei.linkage import is_apart
from recensio.tei.names import XML_ID, tei, tei_names
from recensio.tei.pointers import Pointers, Target
from recensio.tei.text import READINGS

ADDRESSED: Final = tei_names("ab anchor cl div l lg p phr s seg w")
HIDING: Final = tuple(tei_names("app note choice teiHeader standOff figure gap head table listWit"))

Parameters = Mapping[str, str]


@dataclass(slots=True)
class _Lines:
    """What one page is told, in lines of columns with tabs between them."""

    marks: list[str] = field(default_factory=list)
    returns: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    neighbours: dict[str, str] = field(default_factory=dict)
    standing: list[str] = field(default_factory=list)


def marks(edition: Edition) -> Mapping[str, Parameters]:
    """For each readable document, by its id, the parameters of html/marks.xsl."""
    readable = {each.document.id: each.document for each in edition.readable}
    pointers = Pointers([each.document for each in edition.prepared])
    lines: dict[str, _Lines] = defaultdict(_Lines)
    for each in edition.readable:
        standing = set(_standing(each.document))
        lines[each.document.id].standing += sorted(standing)
        for entry in each.entries:
            if (
                entry.id not in standing
                and entry.place is not None
                and entry.place.document in readable
            ):
                _place(entry, entry.place, readable, lines)
        lines[each.document.id].fetched += _fetched(each, pointers, readable)
    return {name: _parameters(found) for name, found in lines.items()}


def _standing(document: Document) -> Iterator[str]:
    """The entries with @loc that are the text where they stand: their mark is there."""
    for app in document.tree.getroot().iter(tei("app")):
        if app.get("loc") and not is_apart(app):
            yield app.get(XML_ID, "")


def _place(
    entry: Entry, place: Place, readable: Mapping[str, Document], lines: Mapping[str, _Lines]
) -> None:
    own, other = readable[entry.document], readable[place.document]
    here = own is other
    mark = f"{entry.id}:lemma" if here else f"{own.id}:{entry.id}:lemma"
    address = f"#{entry.id}" if here else f"{_way(other, own)}#{entry.id}"
    columns = (entry.id if here else "", entry.number, address, own.title, mark)
    if place.is_long:
        lines[other.id].marks.append(_line(place.begins, "begin", *columns))
    lines[other.id].marks.append(_line(place.ends, "end", *columns))
    if not here:
        lines[own.id].returns.append(_line(f"{entry.id}:lemma", f"{_way(own, other)}#{mark}"))
        lines[own.id].neighbours[_way(own, other)] = other.title
        lines[other.id].neighbours[_way(other, own)] = own.title


def _fetched(each: Prepared, pointers: Pointers, readable: Mapping[str, Document]) -> Iterator[str]:
    """The texts that readings of a document fetch, by the pointer as it is written."""
    found: dict[str, str] = {}
    for reading in each.document.tree.getroot().iter(*READINGS) if each.entries else ():
        for _, pointer in fetching(reading):
            if pointer not in found:
                targets = [pointers.target(part, each.document) for part in pointer.split()]
                known = [target for target in targets if target is not None]
                if known:
                    address = _address(each.document, known[0], readable)
                    found[pointer] = _line(pointer, address, " ".join(map(text_at, known)))
    yield from found.values()


def _address(own: Document, target: Target, readable: Mapping[str, Document]) -> str:
    """The way from a page to what is fetched; its very place if that is surely on its page."""
    if target.document.id not in readable:
        return ""
    name = target.element.get(XML_ID)
    hidden = next(target.element.iterancestors(*HIDING), None) is not None
    place = f"#{name}" if name and target.element.tag in ADDRESSED and not hidden else ""
    return _way(own, readable[target.document.id]) + place


def _parameters(lines: _Lines) -> Parameters:
    neighbours = [_line(address, title) for address, title in lines.neighbours.items()]
    return {
        "marks": "\n".join(lines.marks),
        "returns": "\n".join(lines.returns),
        "fetched": "\n".join(lines.fetched),
        "neighbours": "\n".join(neighbours),
        "standing": "\n".join(_line(name, "1") for name in lines.standing),
    }


def _way(page: Document, other: Document) -> str:
    """The way from the page of one document to that of another."""
    return to_root(page_of(page)) + page_of(other)


def _line(*columns: str) -> str:
    return "\t".join(" ".join(column.split()) for column in columns)
