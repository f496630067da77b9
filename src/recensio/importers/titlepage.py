"""Title pages: what the source states of itself, encoded as the parts of its title page.

(TEI Guidelines, 4.6 Title pages.) What stands before and between these parts belongs to the page
too; what follows the last of them, such as a catalogue record, is text of a division.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from recensio.importers.blocks import Block, Kind
from recensio.importers.passages import PICTURES, Part, Passage
from recensio.importers.statements import Statement
from recensio.importers.tokens import Wrap, element, wrapped
from recensio.importers.writing import Writer

TYPE: Final = "titlepage"
IMPRINT: Final = ("publisher", "place", "date", "identifier", "rights", "source")
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
AROUND: Final = " \t\n*_()[]"
"""What may stand around a statement that fills its block."""


def write_title_page(writer: Writer, part: Part) -> Part | None:
    """The title page of a division of this type; what is left of the division.

    All is left where nothing of it is stated.
    """
    stated = part.heading, *part.passages
    units = [passage for passage in stated if passage is not None]
    roles = [_role(writer, passage) for passage in units]
    count = max((index + 1 for index, role in enumerate(roles) if role), default=0)
    plain = (Kind.HEADING, Kind.PARAGRAPH)
    if not count or any(_is_divided(p) or p.kind not in plain for p in units[:count]):
        return part
    found = [(role or OTHER, passage) for role, passage in zip(roles, units, strict=True)]
    with writer.scribe.element("titlePage"):
        _write(writer, found[:count])
    rest = replace(part, heading=None, passages=units[count:])
    return rest if rest.passages or rest.parts else None


def _is_divided(passage: Passage) -> bool:
    """Whether pictures or cuts stand in a passage, or several passages make it up."""
    return len(passage.blocks) > 1 or passage.kind in PICTURES


def _write(writer: Writer, found: Iterable[tuple[tuple[str, str], Passage]]) -> None:
    for is_title, run in groupby(found, key=lambda pair: pair[0][0] == "titlePart"):
        if is_title:
            with writer.scribe.element("docTitle"):
                for role, passage in run:
                    _element(writer, role, passage.first)
        else:
            for role, passage in run:
                _element(writer, role, passage.first)


def _element(writer: Writer, role: tuple[str, str], block: Block) -> None:
    name, kind = role
    parts = WITHIN.get(name, {})
    wraps = [
        _wrap(parts[statement.key], statement)
        for statement in _statements(writer.statements, block)
        if statement.key in parts
    ]
    tokens, _ = wrapped(writer.inline(block), _apart(wraps))
    with writer.scribe.element(name, type=kind, xml_id=writer.identifier(block)):
        writer.parts([block], tokens)


def _wrap(name: str, statement: Statement) -> Wrap:
    return element(statement.start, statement.end, name)


def _apart(wraps: Iterable[Wrap]) -> list[Wrap]:
    """The wraps that do not overlap one before."""
    apart: list[Wrap] = []
    for wrap in sorted(wraps, key=lambda wrap: wrap.start):
        if not apart or wrap.start >= apart[-1].end:
            apart.append(wrap)
    return apart


def _role(writer: Writer, passage: Passage) -> tuple[str, str] | None:
    """Element and type for a passage by what is stated in it."""
    block = passage.first
    found = _statements(writer.statements, block)
    if not found:
        return None
    first = found[0]
    before = writer.text_of(block)[: first.start - block.start]
    behind = writer.text_of(block)[first.end - block.start :]
    if first.key in ELEMENTS and not (before + behind).strip(AROUND):
        return ELEMENTS[first.key]
    if any(statement.key in ("title", "subtitle") for statement in found):
        return ELEMENTS[first.key] if first.key in ("title", "subtitle") else OTHER
    if any(statement.key in IMPRINT for statement in found):
        return "docImprint", ""
    return "byline", ""


def _statements(stated: Sequence[Statement], block: Block) -> list[Statement]:
    return [each for each in stated if each.start < block.end and block.start < each.end]
