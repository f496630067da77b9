"""Documents and the corpus that the stages pass on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from recensio.model.apparatus import ApparatusKind
from recensio.model.interface import Interface, interface
from recensio.model.phrasing import Phrasing
from recensio.model.printing import Printing
from recensio.model.register import RegisterEntry
from recensio.model.revision import Revision
from recensio.model.synopsis import ParallelSet
from recensio.model.web import Web
from recensio.model.witness import WitnessList

if TYPE_CHECKING:
    from lxml import etree


COMMONS: Final = re.compile(r"creativecommons\.org/licenses/([a-z-]+)/(\d[\d.]*)")
BRIEF: Final = 80
"""Characters of a licence that is called by its name; a longer one is its text."""


class DocumentKind(StrEnum):
    """What a document is for: a text is read, a register or witness list is looked up."""

    TEXT = "text"
    TRANSCRIPT = "transcript"
    REGISTER = "register"
    WITNESSES = "witnesses"


@dataclass(frozen=True, slots=True)
class Document:
    """One TEI file: `tree` is the truth, the other fields say where it comes from.

    `id` is a name fit for files and unique in the corpus, `digest` the sha256 of the file,
    `witnesses` those that the document itself declares.
    """

    id: str
    path: str
    title: str
    kind: DocumentKind
    tree: etree._ElementTree
    digest: str
    witnesses: WitnessList = field(default_factory=WitnessList)


@dataclass(frozen=True, slots=True)
class Transcription:
    """What a witness has, transcribed apart from the apparatus: `blocks` are its lines of text.

    `witness` is its siglum or xml:id, or the name of its file; `document` the id of the text that
    is transcribed, empty if that is not said. `digest` is the sha256 of the file.
    """

    path: str
    witness: str
    document: str
    blocks: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the edition says of itself (edition.toml, else the first header)."""

    title: str
    editors: tuple[str, ...] = ()
    language: str = "en"
    licence: str = ""
    licence_url: str = ""
    date: str = ""
    publisher: str = ""
    description: str = ""
    authored: bool = False
    """Whether no editor is named and authors stand in their place."""

    @property
    def credit(self) -> str:
        """The editors in one line, parted by semicolons where a name holds a comma."""
        return ("; " if any("," in each for each in self.editors) else ", ").join(self.editors)

    @property
    def licence_name(self) -> str:
        """The licence in few words: of one that is given in full its name, else its address."""
        if len(self.licence) <= BRIEF:
            return self.licence
        known = COMMONS.search(self.licence_url)
        name = f"CC {known[1].upper()} {known[2]}" if known else self.licence_url
        return name or f"{self.licence[:BRIEF].rpartition(' ')[0]} …"


@dataclass(frozen=True, slots=True)
class Corpus:
    """An edition in memory: what every stage takes and returns.

    `root` is the folder of the edition, which paths in the output are relative to; `phrasing` is
    how its apparatus is put into words, where edition.toml says. `transcriptions` are compared
    with the texts of witnesses that are rebuilt from the apparatus, `parallels` are the passages of
    its sources that are shown side by side. `web` is how its site is to be, `revision` the commit
    that the files are of.
    """

    metadata: Metadata
    documents: tuple[Document, ...] = ()
    witnesses: WitnessList = field(default_factory=WitnessList)
    registers: tuple[RegisterEntry, ...] = ()
    apparatus: ApparatusKind = ApparatusKind.UNDECLARED
    phrasing: Phrasing | None = None
    root: str = ""
    transcriptions: tuple[Transcription, ...] = ()
    printing: Printing = field(default_factory=Printing)
    parallels: tuple[ParallelSet, ...] = ()
    web: Web = field(default_factory=Web)
    revision: Revision | None = None

    @property
    def digest(self) -> str:
        """The sha256 of the digests of the documents, sorted and each on a line."""
        lines = "".join(f"{digest}\n" for digest in sorted(d.digest for d in self.documents))
        return sha256(lines.encode()).hexdigest()

    @property
    def interface(self) -> Interface:
        """The words of the site in the language that edition.toml asks for."""
        return interface(self.web.language or self.metadata.language, self.web.strings)

    def of_kind(self, *kinds: DocumentKind) -> tuple[Document, ...]:
        """The documents of these kinds, in the order of the edition."""
        return tuple(document for document in self.documents if document.kind in kinds)

    def witnesses_of(self, document: Document) -> WitnessList:
        """The witnesses that a document may name: its own, then those of the edition."""
        return document.witnesses.before(self.witnesses)

    def relative(self, document: Document | Transcription) -> str:
        """The path of a file below the edition's folder, with forward slashes."""
        path = PurePath(document.path)
        inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if inside else PurePath(path.name)).as_posix()

    @property
    def readable(self) -> tuple[Document, ...]:
        """The documents that have a page of their own."""
        return self.of_kind(DocumentKind.TEXT, DocumentKind.TRANSCRIPT)


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be written below the output folder; `source` is the document it was made from."""

    path: str
    content: bytes
    media_type: str
    source: str | None = None
