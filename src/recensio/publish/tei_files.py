"""tei/: the documents as published, normalised, numbered and self-contained."""

from __future__ import annotations

from collections.abc import Iterator

from recensio.model.document import Artifact
from recensio.publish.prepare import Edition, published_name
from recensio.tei.io import serialise


def tei_files(edition: Edition) -> Iterator[Artifact]:
    """Every prepared document as a file of tei/."""
    for each in edition.prepared:
        name = published_name(each.document)
        content = serialise(each.document.tree)
        yield Artifact(f"tei/{name}", content, "application/tei+xml", each.document.path)
