"""Files: names and dates are marked in one TEI file, and every other byte of it stays as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Final

from recensio.annotate.company import Basis
from recensio.annotate.decisions import Decision, Rulings
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.marks import Mark, marks_of
from recensio.annotate.passages import passages_of
from recensio.annotate.places import Room, is_settled, room_for
from recensio.annotate.proposals import Unknown, unknown_names
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.tei.block_reader import blocks
from recensio.tei.blocks import joined

AROUND: Final = 48
"""How many characters of context a mark carries on either side."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A name or date that was marked, or would be if tags did not cut it (`is_cut`).

    The words, the tag's element and attributes, the place, the text around; the entries that may
    be meant, the likeliest first, and why (`basis`).
    """

    text: str
    element: str
    attributes: tuple[tuple[str, str], ...]
    location: Location
    context: str = ""
    entries: tuple[str, ...] = ()
    basis: Basis = Basis.ONLY
    is_misread: bool = False
    is_cut: bool = False

    @property
    def doubts(self) -> Iterator[Problem]:
        """What an editor should look at: candidates, misreadings, a name that tags cut."""
        if len(self.entries) > 1:
            candidates = ", ".join(self.entries)
            yield problem("REG002", self.location, name=self.text, candidates=candidates)
        elif self.is_misread:
            yield problem("REG007", self.location, name=self.text, entry=self.entries[0])
        if self.is_cut:
            yield problem("REG008", self.location, name=self.text)


@dataclass(frozen=True, slots=True)
class Annotated:
    """A file with its new marks.

    `doubtful` are the recognised names that an editor should look at, whether they were marked now
    or before, `unknown` the names that no register has, `met` how often each decision applied.
    """

    content: bytes
    marked: tuple[Marked, ...] = ()
    doubtful: tuple[Marked, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    met: Counter[Decision] = field(default_factory=Counter)


def annotate_file(
    content: bytes,
    path: str,
    lexicon: Lexicon,
    siglum: str = "",
    rulings: Rulings | None = None,
) -> Outcome[Annotated]:
    """Mark names and dates in a TEI file; every byte but the new tags stays as it was.

    `siglum` is that of the witness whose text the file holds, if it does: short forms that the
    register gives to this witness then need no longer name beside them. `rulings` are the editor's
    decisions for this document. A file that cannot be read so is returned as it is, with the reason
    (SRC004). Doubts are problems: REG002, REG007, REG008.
    """
    try:
        found = blocks(content)
    except ValueError as error:
        unreadable = problem("SRC004", Location(path), reason=error)
        return Outcome(Annotated(content), (unreadable,))
    rulings = rulings or Rulings(lexicon=lexicon)
    passages = passages_of(found)
    marks = tuple(marks_of(passages, lexicon, siglum, rulings))
    insertions: list[tuple[int, int, int, bytes]] = []
    marked: list[Marked] = []
    doubtful: list[Marked] = []
    for mark in marks:
        room = room_for(mark)
        seen = _marked(path, mark, is_cut=room is None)
        if isinstance(room, Room):
            insertions += _tags(mark, room)
            marked.append(seen)
        doubtful += [seen] if any(seen.doubts) and not is_settled(mark) else []
    ordered = ((at, tag) for at, _, _, tag in sorted(insertions))
    annotated = Annotated(
        joined(content, ordered),
        tuple(sorted(marked, key=_order)),
        tuple(sorted(doubtful, key=_order)),
        tuple(unknown_names(passages, marks, lexicon, path)),
        rulings.met,
    )
    return Outcome(annotated, tuple(each for one in annotated.doubtful for each in one.doubts))


def _order(marked: Marked) -> tuple[int, int]:
    return marked.location.line or 0, marked.location.column or 0


def _tags(mark: Mark, room: Room) -> Iterator[tuple[int, int, int, bytes]]:
    """The two tags with their places, and what comes first where several stand at one place.

    Ends come before beginnings, inner ends before outer ones, outer beginnings before inner ones.
    """
    encoding = mark.passage.block.encoding
    name = f"{room.prefix}:{mark.element}" if room.prefix else mark.element
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in mark.attributes)
    length = room.last - room.first
    for place, order, size, tag in (
        (room.first, 1, -length, f"<{name}{attributes}>"),
        (room.last, 0, length, f"</{name}>"),
    ):
        yield place, order, size, tag.encode(encoding, "xmlcharrefreplace")


def _marked(path: str, mark: Mark, is_cut: bool) -> Marked:
    return Marked(
        mark.text,
        mark.element,
        mark.attributes,
        mark.passage.location(path, mark.start),
        context_of(mark.passage.text, mark.start, mark.end),
        mark.entries,
        mark.basis,
        mark.is_misread,
        is_cut,
    )


def context_of(text: str, start: int, end: int) -> str:
    """The words around some characters on one line, these in square brackets."""
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return " ".join(f"{before}[{text[start:end]}]{behind}".split())
