"""Transcriptions of witnesses, with which the texts rebuilt from the apparatus are compared.

An edition names their files in edition.toml (`[files] transcriptions`): SIGLUM.ext, or
DOCUMENT/SIGLUM.ext where it has several texts. A witness points to its own with a ref or ptr of
type "transcription". A file that ends in .xml, .tei or .odd is TEI, any other plain text in UTF-8.
"""

from __future__ import annotations

import hashlib
import os.path
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from recensio.model.document import Document, DocumentKind, Transcription
from recensio.model.problem import Location, Outcome, Problem, problem
from recensio.tei.content import content_of
from recensio.tei.io import read
from recensio.tei.names import NS, XML_ID, tei
from recensio.tei.text import lines_of, normalise

TEI_ENDINGS: Final = frozenset({".xml", ".tei", ".odd"})
UNREADABLE: Final = "it is neither TEI nor text in UTF-8"
_POINTERS: Final = ".//tei:ref[@type='transcription'] | .//tei:ptr[@type='transcription']"


def read_transcriptions(
    documents: Sequence[Document], files: Sequence[Path], root: Path
) -> Outcome[tuple[Transcription, ...]]:
    """The transcriptions in `files` and those that witnesses of the documents point to.

    Only files below `root` are read. One that cannot be read is a problem (WIT014), but for one
    that a witness points to and that does not exist: validation says so (LNK005).
    """
    found: list[Transcription] = []
    problems: list[Problem] = []
    known = {document.id for document in documents}
    named = [
        *((path, path.stem, _document_of(path, known), Location(str(path))) for path in files),
        *_pointed(documents),
    ]
    for path, witness, document, place in named:
        is_inside = path.resolve().is_relative_to(root.resolve())
        blocks = _blocks(path, root) if is_inside else None
        if blocks is None:
            reason = UNREADABLE if is_inside else "it lies outside the edition's folder"
            problems.append(problem("WIT014", place, path=path.name, reason=reason))
        else:
            digest = hashlib.sha256(content_of(path)).hexdigest()
            found.append(Transcription(str(path), witness, document, tuple(blocks), digest))
    return Outcome(tuple(found), tuple(problems))


def _document_of(path: Path, known: set[str]) -> str:
    """The document that the folder of a file names, if it does."""
    return path.parent.name if path.parent.name in known else ""


def _pointed(documents: Sequence[Document]) -> Iterator[tuple[Path, str, str, Location]]:
    for document in documents:
        for witness in document.tree.getroot().iter(tei("witness")):
            own = document.id if document.kind is DocumentKind.TEXT else ""
            for pointer in witness.xpath(_POINTERS, namespaces=NS):
                target = pointer.get("target", "").partition("#")[0]
                if target and ":" not in target:
                    path = Path(os.path.normpath(Path(document.path).parent / unquote(target)))
                    place = Location(document.path, pointer.sourceline)
                    if os.path.isfile(path):  # noqa: PTH113 - never raises
                        yield path, witness.get(XML_ID, witness.get("n", "")), own, place


def _blocks(path: Path, root: Path) -> list[str] | None:
    """The text of a file, one block a line."""
    if path.suffix.lower() in TEI_ENDINGS:
        parsed = read(path, root).value
        return lines_of(parsed.tree.getroot()) if parsed else None
    try:
        written = content_of(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    return [line for line in map(normalise, written.splitlines()) if line]
