"""What the print room is given: an edition as values."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from recensio.model.document import Metadata
from recensio.model.printing import Printing
from recensio.model.register import Mention, RegisterEntry
from recensio.model.revision import Revision
from recensio.model.witness import WitnessList


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an entry belongs that stands apart from the text (TEI Guidelines, 12.2.1 and 12.2.2).

    `entry` is its xml:id; `begins` and `ends` are the xml:id of the elements of the chapter
    `chapter` (its id) with which the place begins and ends; `layer` is the type of its apparatus.
    """

    entry: str
    chapter: str
    begins: str
    ends: str
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document of the book: `text` is prepared TEI (xslt/prepare), `path` its file.

    `tree` is the same text, its elements with their lines in the file.
    `phrasing` are the parameters by which its apparatus is phrased (publish/phrasing), the sigla
    among them; without them those of the book are known. `placements` are those of the entries of
    this document, wherever they belong.
    """

    id: str
    title: str
    text: str
    path: str = ""
    tree: etree._ElementTree | None = None
    phrasing: Mapping[str, str] = field(default_factory=dict)
    placements: tuple[Placement, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A TEI file that goes into the PDF: its name there, which no other has, and its title."""

    name: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Book:
    """An edition to be printed: chapters and mentions in its order.

    `date` is the day of the build, the only time that enters the file; `fonts` are folders with
    faces for scripts that no installed face covers; `printing` is what edition.toml asks for, and
    `root` the folder of the edition, where its images lie. `abbreviations` are those that the
    apparatus may have, each with what it stands for. `revision` is the commit that the files of
    the edition are of, `sources` the digest of its TEI files.
    """

    metadata: Metadata
    chapters: tuple[Chapter, ...]
    date: datetime.date
    witnesses: WitnessList = field(default_factory=WitnessList)
    registers: tuple[RegisterEntry, ...] = ()
    mentions: tuple[Mention, ...] = ()
    fonts: tuple[Path, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    printing: Printing = field(default_factory=Printing)
    root: Path | None = None
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    revision: Revision | None = None
    sources: str = ""

    def is_introduction(self, chapter: Chapter) -> bool:
        """Whether the edition says so of the chapter's file."""
        patterns = self.printing.introduction
        return any(Path(chapter.path).match(pattern) for pattern in patterns)

    @property
    def introductions(self) -> int:
        """How many chapters stand before the first that is a text; none if no text follows."""
        kinds = [self.is_introduction(chapter) for chapter in self.chapters]
        return kinds.index(False) if False in kinds else 0

    @property
    def digest(self) -> str:
        """The sha256 of the chapters as they are printed."""
        texts = "\0".join(chapter.text for chapter in self.chapters)
        return hashlib.sha256(texts.encode()).hexdigest()

    @property
    def timestamp(self) -> int:
        """The first second of the day of the build, UTC."""
        day = datetime.datetime.combine(self.date, datetime.time(), datetime.UTC)
        return int(day.timestamp())
