"""The transcript: front, body and back, their divisions, and the passages in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from recensio.importers.blocks import Kind
from recensio.importers.entries import name_of
from recensio.importers.lists import write_list
from recensio.importers.nested import write_nested
from recensio.importers.passages import Part, Passage, units
from recensio.importers.profile import Place
from recensio.importers.titlepage import write_title_page
from recensio.importers.writing import Writer

EMPTYING: Final = (Kind.FACSIMILE, Kind.CAPTION, Kind.RULE, Kind.NOTE)
"""Kinds that leave a body without the paragraph or division that TEI asks for."""


def write_text(writer: Writer, root: Part) -> None:
    """The element text with all divisions.

    Leading divisions of the front and all from the first of the back stand there; what is between
    them is the body.
    """
    places = [part.rule.place if part.rule else Place.BODY for part in root.parts]
    count = len(places)
    start = next((i for i, place in enumerate(places) if place is not Place.FRONT), count)
    end = next((i for i in range(start, count) if places[i] is Place.BACK), count)
    opening = [Part(level=1, passages=root.passages)] if start and root.passages else []
    with writer.scribe.element("text"):
        _matter(writer, "front", [*opening, *root.parts[:start]])
        with writer.scribe.element("body"):
            _content(writer, Part(0, passages=[] if start else root.passages))
            if start == end and (start or all(p.kind in EMPTYING for p in root.passages)):
                writer.scribe.empty("p")
            _divisions(writer, root.parts[start:end])
        _matter(writer, "back", root.parts[end:])


def _matter(writer: Writer, name: str, parts: Sequence[Part]) -> None:
    if parts:
        with writer.scribe.element(name):
            for part in parts:
                titled = part.rule is not None and part.rule.is_title_page
                rest = write_title_page(writer, part) if titled else part
                _divisions(writer, [rest] if rest else [])


def _divisions(writer: Writer, parts: Sequence[Part]) -> None:
    for part in parts:
        with writer.scribe.element("div", **_attributes(part)):
            if part.heading:
                writer.unit("head", part.heading.blocks)
            _content(writer, part)
            _divisions(writer, part.parts)


def _attributes(part: Part) -> dict[str, str]:
    number = part.heading.first.number if part.heading else ""
    if part.rule:
        return {"type": part.rule.type, "part": part.rule.part, "n": number}
    return {"type": "chapter" if number else "section", "n": number}


def _content(writer: Writer, part: Part) -> None:
    following: Sequence[Passage | None] = [*part.passages, None]
    for passage, after in pairwise(following):
        if passage is None or (passage.kind is Kind.RULE and after and after.kind is Kind.NOTE):
            # A rule above the notes goes with them.
            continue
        write = write_nested if passage.first.within else WRITERS[passage.kind]
        write(writer, passage)


def _paragraph(writer: Writer, passage: Passage) -> None:
    writer.unit("p", passage.blocks)


def _verbatim(writer: Writer, passage: Passage) -> None:
    writer.unit("ab", passage.blocks, type="verbatim", xml_space="preserve")


def _quotation(writer: Writer, passage: Passage) -> None:
    with writer.scribe.element("quote"):
        for unit in units(passage.blocks):
            writer.unit("p", unit)


def _persons(writer: Writer, passage: Passage) -> None:
    with writer.scribe.element("listPerson"):
        for unit in units(passage.blocks):
            with writer.scribe.element("person", n=name_of(writer.text_of(unit[0]))):
                writer.unit("p", unit)


def _table(writer: Writer, passage: Passage) -> None:
    writer.table(passage.blocks)


def _figure(writer: Writer, passage: Passage) -> None:
    writer.figure(passage.blocks)


def _rule(writer: Writer, _passage: Passage) -> None:
    writer.scribe.empty("milestone", unit="section", rend="rule")


def _note(writer: Writer, passage: Passage) -> None:
    """A note stands at its reference; one that has none stays where it is."""
    writer.unreferenced(passage.first)


WRITERS: Final[Mapping[Kind, Callable[[Writer, Passage], None]]] = MappingProxyType(
    {
        Kind.PARAGRAPH: _paragraph,
        Kind.VERBATIM: _verbatim,
        Kind.EXTRACT: _quotation,
        Kind.ITEM: write_list,
        Kind.PERSON: _persons,
        Kind.ROW: _table,
        Kind.FACSIMILE: _figure,
        Kind.CAPTION: _figure,
        Kind.RULE: _rule,
        Kind.NOTE: _note,
    }
)
"""How a passage of each kind is written."""
