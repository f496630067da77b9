"""An edition as its edition.toml describes it, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from recensio.model.apparatus import ApparatusKind
from recensio.model.document import DocumentKind, Metadata
from recensio.model.phrasing import Phrasing
from recensio.model.printing import Printing
from recensio.model.web import Web


@dataclass(frozen=True, slots=True)
class Project:
    """The files of an edition, in its order, each with what it is for.

    `metadata` is none for a stranger's files: their first header speaks. `sources` is the folder
    of import profiles, `schema` the RELAX NG schema that the documents are held to, `decisions` the
    file of what the editor has settled about names, `phrasing` how the apparatus is put into
    words, `ignored` the ignore list as edition.toml writes it. `transcriptions` are files that the
    texts of witnesses are compared with, `printing` is how the book is to look, `web` the site.
    """

    root: Path
    files: tuple[tuple[Path, DocumentKind], ...]
    metadata: Metadata | None = None
    sources: Path | None = None
    schema: Path | None = None
    decisions: Path | None = None
    apparatus: ApparatusKind = ApparatusKind.UNDECLARED
    phrasing: Phrasing | None = None
    ignored: tuple[Mapping[str, Any], ...] = ()
    transcriptions: tuple[Path, ...] = ()
    printing: Printing = field(default_factory=Printing)
    web: Web = field(default_factory=Web)


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where an edition keeps what is imported: its texts (if that can be told), its profiles."""

    texts: Path | None = None
    sources: Path | None = None
    language: str = ""
