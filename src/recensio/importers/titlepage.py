"""Title pages: what the source states of itself, encoded as the parts of its title page.

(TEI Guidelines, 4.6 Title pages.) What stands before and between these parts belongs to the page
too; what follows the last of them, such as a catalogue record, is text of a division.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from itertools import groupby
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.passages import Part, Passage
from recensio.importers.statements import Statement
from recensio.importers.wrapping import Wrap, apart, element, wrapped
from recensio.importers.writing import Writer

Role = tuple[str, str]
"""The element for a passage of a title page, and its type."""

IMPRINT: Final = ("publisher", "place", "date", "identifier", "rights", "source")
PROVENANCE: Final = ("source", "transcriber")
"""What is said of the copy at hand: at the end of a page it is no part of it."""

TITLES: Final = ("title", "subtitle")
ELEMENTS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("titlePart", "main"),
    "subtitle": ("titlePart", "sub"),
    "author": ("docAuthor", ""),
    "date": ("docDate", ""),
    "edition": ("docEdition", ""),
}
"""The element for a block that states one thing alone, and its type."""

WITHIN: Final[Mapping[str, Mapping[str, str]]] = {
    "docImprint": {"publisher": "publisher", "place": "pubPlace", "date": "docDate"},
    "byline": {"author": "docAuthor"},
}
"""The elements for what is stated within a block of several lines."""

OTHER: Final = ("titlePart", "desc")
PRINTED: Final = ("docImprint", "")
BYLINE: Final = ("byline", "")
AROUND: Final = " \t\n*_()[]"
"""What may stand around a statement that fills its block."""


def write_title_page(writer: Writer, part: Part) -> Part | None:
    """The title page of a division of this type; what is left of the division.

    All is left where nothing of it is stated.
    """
    units = [*([part.heading] if part.heading else []), *part.passages]
    roles = [_role(writer, passage) for passage in units]
    count = max((n for n, each in enumerate(units, 1) if _is_of_page(writer, each)), default=0)
    if not count or not all(map(_is_line, units[:count])):
        return part
    with writer.scribe.element("titlePage"):
        _write(writer, zip(roles[:count], units, strict=False))
    rest = replace(part, heading=None, passages=units[count:])
    return rest if rest.passages or rest.parts else None


def _is_of_page(writer: Writer, passage: Passage) -> bool:
    """Whether a passage states something of the page, not only where the text was taken from."""
    found = _statements(writer.statements, passage.first)
    return any(statement.key not in PROVENANCE for statement in found)


def _is_line(passage: Passage) -> bool:
    """Whether a passage is a heading or paragraph in one piece."""
    return passage.kind in (Kind.HEADING, Kind.PARAGRAPH) and len(passage.blocks) == 1


def _write(writer: Writer, found: Iterable[tuple[Role | None, Passage]]) -> None:
    parts = [(role or OTHER, passage.first) for role, passage in found]
    for is_title, run in groupby(parts, key=lambda part: part[0][0] == "titlePart"):
        with writer.scribe.element("docTitle") if is_title else nullcontext():
            for role, block in run:
                _element(writer, role, block)


def _element(writer: Writer, role: Role, block: Block) -> None:
    name, kind = role
    parts = WITHIN.get(name, {})
    wraps = [
        _wrap(parts[statement.key], statement)
        for statement in _statements(writer.statements, block)
        if statement.key in parts
    ]
    tokens, _ = wrapped(writer.inline(block), apart(wraps))
    with writer.scribe.element(name, type=kind, xml_id=writer.identifier(block)):
        writer.parts([block], tokens)


def _wrap(name: str, statement: Statement) -> Wrap:
    return element(statement.start, statement.end, name)


def _role(writer: Writer, passage: Passage) -> Role | None:
    """Element and type for a passage by what is stated in it, if anything is."""
    block = passage.first
    found = _statements(writer.statements, block)
    if not found:
        return None
    keys = {statement.key for statement in found}
    words = writer.text_of(block)
    before = words[: max(0, found[0].start - block.start)]
    behind = words[max(0, found[0].end - block.start) :]
    if found[0].key in TITLES or (found[0].key in ELEMENTS and not (before + behind).strip(AROUND)):
        return ELEMENTS[found[0].key]
    if keys.isdisjoint(TITLES):
        return BYLINE if keys.isdisjoint(IMPRINT) else PRINTED
    return OTHER


def _statements(stated: Sequence[Statement], block: Block) -> list[Statement]:
    return [each for each in stated if each.start < block.end and block.start < each.end]
