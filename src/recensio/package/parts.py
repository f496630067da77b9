"""The parts of a package, and what an archivist is told of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Part:
    """A folder or file of the package: its name for people, a sentence or two on it.

    `derived` says that it is made from the documents and can be made again.
    """

    title: str
    about: str
    derived: bool = True


PARTS: Final[Mapping[str, Part]] = MappingProxyType(
    {
        "tei": Part(
            "Documents as published",
            "The edition itself: texts, registers and witness list in TEI P5, normalised and"
            " numbered, so that whatever is cited has an identifier. If only one folder can be"
            " kept for ever, keep this one.",
        ),
        "edition": Part(
            "Documents as the editors wrote them",
            "The working files from which everything else was made: edition.toml, the texts, the"
            " registers, the profiles by which the sources were read, the terms of the licences.",
            derived=False,
        ),
        "schema": Part(
            "Schema",
            "The rules that the TEI keeps to: recensio.odd is written by people, recensio.rng"
            " (RELAX NG) and recensio.sch (Schematron) are made from it, schema.md explains every"
            " element.",
            derived=False,
        ),
        "site": Part(
            "Web edition",
            "The edition to read in a browser. Open site/index.html from the disk; it needs no"
            " server and loads nothing from elsewhere.",
        ),
        "pdf": Part(
            "Printed edition",
            "The edition as a book. edition-with-tei.pdf is the same book with the TEI attached.",
        ),
        "epub": Part("Electronic book", "The edition as an electronic book (EPUB 3)."),
        "tex": Part("Typesetting source", "The book as LaTeX, for whoever wants to set it anew."),
        "data": Part(
            "Data",
            "What the edition holds, for programs: apparatus, registers, mentions and notes as"
            " JSON, CSV and one SQLite database, and the plain text of every document and witness.",
        ),
        "dts": Part(
            "Distributed Text Services",
            "The documents as the answers of a server of DTS 1.0 (Distributed Text Services), so"
            " that any server of files can give them.",
        ),
    }
)

TOP: Final[Mapping[str, str]] = MappingProxyType(
    {
        "licence.txt": "The licence of the edition in one place",
        "build.json": "Record of the build: inputs and outputs with their digests, versions",
        "datacite.json": "Description for DataCite (schema 4.5)",
        "datacite.xml": "The same as XML",
        "dublincore.xml": "Description in simple Dublin Core (oai_dc)",
        "premis.xml": "Provenance and fixity (PREMIS 3.0)",
        "ro-crate-metadata.json": "Description of every file (RO-Crate 1.1)",
        "README.txt": "What this package is, for the archivist",
    }
)
"""The files that describe the package, which stand above its folders."""
