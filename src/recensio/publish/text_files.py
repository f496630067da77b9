"""data/text and data/witnesses: the reading text and each witness's text, one block a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from recensio.model.document import Artifact, DocumentKind
from recensio.model.witness import Siglum
from recensio.publish.prepare import Edition, Prepared
from recensio.tei.text import lines_of
from recensio.tei.witness_texts import DocumentTexts, WitnessTexts

LONGEST: Final = 100
"""Bytes of a file name; file systems allow 255 with the ending."""


def text_files(edition: Edition) -> Iterator[Artifact]:
    """The reading text of every document, and where it has entries the text of every witness."""
    texts = WitnessTexts(edition.corpus)
    for each in edition.readable:
        lines = lines_of(each.document.tree.getroot())
        yield _artifact(f"data/text/{each.document.id}.txt", lines, each)
        if each.entries or texts.concerns(each.document):
            yield from _of_witnesses(each, texts.of(each.document), edition)


def _of_witnesses(each: Prepared, texts: DocumentTexts, edition: Edition) -> Iterator[Artifact]:
    for siglum, name in _named(_sigla(each, texts, edition)):
        path = f"data/witnesses/{each.document.id}/{name}.txt"
        yield _artifact(path, texts.lines(siglum), each)


def file_name(siglum: Siglum) -> str:
    """The siglum as a file name: what file systems refuse is written as _, the rest cut off."""
    name = re.sub(r'[\x00-\x1f/\\:*?"<>|]|^\.+$', "_", siglum)
    return name.encode()[:LONGEST].decode(errors="ignore")


def _named(sigla: Sequence[Siglum]) -> Iterator[tuple[Siglum, str]]:
    """Each siglum with a file name of its own; only the first of two that look alike keeps it."""
    taken = set[str]()
    for siglum in sigla:
        name, count = file_name(siglum), 1
        while name.casefold() in taken:
            count += 1
            name = f"{file_name(siglum)}-{count}"
        taken.add(name.casefold())
        yield siglum, name


def _sigla(each: Prepared, texts: DocumentTexts, edition: Edition) -> list[Siglum]:
    """The witnesses that document and edition declare, then those that only entries name."""
    listed = (*edition.corpus.of_kind(DocumentKind.WITNESSES), each.document)
    witnesses = [witness for document in listed for witness in document.witnesses]
    groups = {witness.siglum for witness in witnesses if witness.members}
    declared = [witness.siglum for witness in witnesses]
    named = [
        siglum
        for entry in each.entries
        for reading in (entry.lemma, *entry.readings)
        if reading is not None
        for siglum in reading.witnesses
    ]
    return [siglum for siglum in dict.fromkeys([*declared, *named, *texts.named]) if siglum not in groups]


def _artifact(path: str, lines: list[str], each: Prepared) -> Artifact:
    content = "".join(f"{line}\n" for line in lines).encode()
    return Artifact(path, content, "text/plain", each.document.path)
