"""What the print room is given: an edition as values."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from recensio.model.document import Metadata
from recensio.model.register import Mention, RegisterEntry
from recensio.model.witness import WitnessList


@dataclass(frozen=True, slots=True)
class Chapter:
    """A document of the book: `text` is prepared TEI (xslt/prepare), `path` its file.

    `tree` is the same text, its elements with their lines in the file.
    """

    id: str
    title: str
    text: str
    path: str = ""
    tree: etree._ElementTree | None = None


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
    faces for scripts that no installed face covers.
    """

    metadata: Metadata
    chapters: tuple[Chapter, ...]
    date: datetime.date
    witnesses: WitnessList = field(default_factory=WitnessList)
    registers: tuple[RegisterEntry, ...] = ()
    mentions: tuple[Mention, ...] = ()
    fonts: tuple[Path, ...] = ()
    attachments: tuple[Attachment, ...] = ()

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
