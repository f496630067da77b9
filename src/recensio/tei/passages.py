"""A text as a program: pieces that all witnesses share, and the places where they part.

One walk through a tree makes a `Passage`; each witness then only chooses (`rebuilding.py`), so a
hundred witnesses cost hardly more than their texts are long.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final, TypeAlias

from lxml import etree

from recensio.model.witness import Siglum
from recensio.tei.attestation import Attestation, Attestations, kinds_of
from recensio.tei.linkage import is_apart
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import APP, BREAK, GAP, Edge, is_copy, pieces, readings_of

LOST: Final = "\x01"
FOUND: Final = "\x02"
BEGINS: Final = "\x03"
ENDS: Final = "\x04"
SIGNS: Final[Mapping[str, str]] = {
    tei("lacunaStart"): LOST,
    tei("lacunaEnd"): FOUND,
    tei("witStart"): BEGINS,
    tei("witEnd"): ENDS,
}
"""What stands for a mark of a witness while its text is gathered, as BREAK does for a block."""

RETURNS: Final = frozenset({FOUND, BEGINS})
LACKING: Final = frozenset({"lacuna", "not-in-excerpt"})
"""The types of readings that say the witness has no text here."""


class Told(Enum):
    """What a text tells of where its pieces come from: nothing, their lines or their elements.

    Lines are those of the file; elements are numbered by `Compiler.elements`, from 1.
    """

    NOTHING = auto()
    LINES = auto()
    ELEMENTS = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where witnesses break off or go on; `names` says whether it has a @wit of its own."""

    sign: str
    sigla: frozenset[Siglum]
    names: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark of a witness in the reading at a position of an entry."""

    position: int
    sign: str
    names: bool


@dataclass(frozen=True, slots=True)
class Branch:
    """One reading: what it holds, its xml:id and those of readings that exclude it and it them."""

    passage: Passage
    is_lemma: bool
    identifier: str = ""
    excludes: frozenset[str] = frozenset()
    origin: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry: its readings, who has which, and the marks in each, for the witnesses of each."""

    origin: int
    branches: tuple[Branch, ...]
    attestation: Attestation
    marks: Mapping[Siglum, Sequence[Seen]]


@dataclass(frozen=True, slots=True)
class Replacement:
    """An entry whose readings stand for the parts of a passage from its place to `end`.

    `leads` and `trails` say whether white space has to stand before and behind a reading,
    `is_complete` whether witnesses that the entry does not name have nothing there, `origin` where
    the words come from that it replaces.
    """

    end: int
    choice: Choice
    leads: bool = False
    trails: bool = False
    is_complete: bool = False
    origin: int = 0


Part: TypeAlias = str | Choice | Mark


@dataclass(slots=True, eq=False)
class Passage:
    """What stands one after the other; `origins` tell where the parts come from (`Told`).

    `replaced` holds the entries that begin before each part, the widest first. `is_short` says that
    its pieces are put together (`settling.py`).
    """

    parts: list[Part] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    replaced: dict[int, list[Replacement]] = field(default_factory=dict)
    is_short: bool = False


Point: TypeAlias = tuple[Passage, int]
Copied: TypeAlias = Callable[[etree._Element], etree._Element | None]


class Compiler:
    """Makes passages of elements.

    The edges of `watched` elements are kept in `edges`, as the passage and the part before which
    they lie, and in `around` where the entry of each reading stands; `copied` returns the element
    that an empty one with @copyOf stands for. `elements` are those that pieces come from if that
    is told; for that all must be watched.
    """

    def __init__(
        self, watched: Collection[etree._Element], copied: Copied, told: Told = Told.NOTHING
    ) -> None:
        self.elements: list[etree._Element] = []
        self.edges: dict[Edge, Point] = {}
        self.around: dict[Passage, Point] = {}
        self.marked: set[Siglum] = set()
        self.excluding = False
        self._watched = watched
        self._copied = copied
        self._copying: list[etree._Element] = []
        self._line = 0
        self._told = told
        self._around: list[int] = []

    def whole(self, root: etree._Element, attestations: Attestations) -> Passage:
        """What stands in a document."""
        self._enter(root)
        made = self.passage(root, attestations)
        self._leave()
        return made

    def passage(self, element: etree._Element, attestations: Attestations) -> Passage:
        """What stands inside an element; entries that belong to words elsewhere are left out."""
        made = Passage()
        if is_copy(element):
            self._copy(element, made, attestations)
        else:
            self._fill(made, element, attestations)
        return made

    def choice(self, app: etree._Element, attestations: Attestations) -> Choice:
        """An entry with its readings."""
        self._enter(app)
        readings = list(readings_of(app))
        branches = tuple(self._branch(reading, attestations) for reading in readings)
        marks: dict[Siglum, list[Seen]] = {}
        for position, branch in enumerate(branches):
            for mark in marks_in(branch.passage.parts):
                for siglum in mark.sigla:
                    marks.setdefault(siglum, []).append(Seen(position, mark.sign, mark.names))
        origin = self._origin if self._told is Told.ELEMENTS else app.sourceline or 0
        self._leave()
        return Choice(origin, branches, attestations.of(readings), marks)

    def _branch(self, reading: etree._Element, attestations: Attestations) -> Branch:
        self._line = reading.sourceline or self._line
        self._enter(reading)
        passage = self.passage(reading, attestations)
        origin = self._origin
        if any(kind in LACKING for kind in kinds_of(reading)) and not any(marks_in(passage.parts)):
            passage = Passage([GAP], [origin])
        self._leave()
        if reading in self._watched:
            self.edges[Edge(reading, opens=True)] = (passage, 0)
            self.edges[Edge(reading, opens=False)] = (passage, len(passage.parts))
        excludes = frozenset(p.rpartition("#")[2] for p in reading.get("exclude", "").split())
        self.excluding |= bool(excludes)
        told = origin if self._told is Told.ELEMENTS else 0
        return Branch(passage, reading.tag == tei("lem"), reading.get(XML_ID, ""), excludes, told)

    def _fill(self, made: Passage, element: etree._Element, attestations: Attestations) -> None:
        for piece in pieces(element, self._watched):
            if isinstance(piece, str):
                if piece:
                    self._add(made, unicodedata.normalize("NFC", piece))
                    self._line += piece.count("\n")
            elif isinstance(piece, Edge):
                self.edges[piece] = (made, len(made.parts))
                if piece.opens:
                    self._line = piece.element.sourceline or self._line
                    self._enter(piece.element)
                else:
                    self._leave()
            elif piece.tag == APP:
                if not is_apart(piece):
                    choice = self.choice(piece, attestations)
                    around = (made, len(made.parts))
                    self.around |= {branch.passage: around for branch in choice.branches}
                    self._add(made, choice)
            elif piece.tag in SIGNS:
                sigla = attestations.of_mark(piece)
                self.marked |= sigla
                self._add(made, Mark(SIGNS[str(piece.tag)], sigla, bool(piece.get("wit"))))
            else:
                self._copy(piece, made, attestations)

    def _add(self, made: Passage, part: Part) -> None:
        made.parts.append(part)
        made.origins.append(part.origin if isinstance(part, Choice) else self._origin)

    @property
    def _origin(self) -> int:
        """Where what is read now comes from."""
        return self._around[-1] if self._told is Told.ELEMENTS else self._line

    def _enter(self, element: etree._Element) -> None:
        """Go into an element; what a copy fetches comes from where the copy stands."""
        if self._told is Told.ELEMENTS:
            if not self._copying:
                self.elements.append(element)
            self._around.append(self._around[-1] if self._copying else len(self.elements))

    def _leave(self) -> None:
        if self._told is Told.ELEMENTS:
            self._around.pop()

    def _copy(self, element: etree._Element, made: Passage, attestations: Attestations) -> None:
        """Put in what the element is a copy of, unless that leads in a circle."""
        source = self._copied(element)
        if source is not None and source not in self._copying:
            self._copying.append(source)
            inner = self.passage(source, attestations)
            made.parts += inner.parts
            made.origins += inner.origins
            self._copying.pop()


def marks_in(parts: Iterable[Part]) -> Iterator[Mark]:
    """The marks among parts and in the readings of entries among them."""
    for part in parts:
        if isinstance(part, Mark):
            yield part
        elif isinstance(part, Choice) and part.marks:
            for branch in part.branches:
                yield from marks_in(branch.passage.parts)


def base_text(passage: Passage) -> Iterator[str]:
    """The base text of a passage, with the blocks and places that its pieces tell of."""
    for part in passage.parts:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Choice) and part.branches:
            yield from base_text(part.branches[0].passage)


def plain(passage: Passage) -> str:
    """The base text of a passage, piece by piece, with the lemma or first reading at each entry."""
    return "".join(map(plain_part, passage.parts))


def plain_part(part: Part) -> str:
    """The base text of one part."""
    if isinstance(part, str):
        return part
    first = part.branches[0] if isinstance(part, Choice) and part.branches else None
    return plain(first.passage).replace(BREAK, " ") if first else ""
