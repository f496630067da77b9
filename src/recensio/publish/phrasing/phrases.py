"""Entries as plain text, for data/ and for readers who do not read sigla."""

from __future__ import annotations

from collections.abc import Mapping

from recensio import saxon
from recensio.model.document import Corpus
from recensio.model.phrasing import Phrasing
from recensio.publish.phrasing.parameters import parameters
from recensio.publish.prepare import Prepared

STYLESHEET = "plain/document.xsl"


def phrases(each: Prepared, corpus: Corpus, asked: Phrasing | None = None) -> Mapping[str, str]:
    """The phrase of every entry of a document by its id, in the edition's phrasing or another.

    None of a document that the stylesheet refuses: site and book, which have the same grammar,
    refuse it too and report it.
    """
    if not each.entries:
        return {}
    told = parameters(each, corpus, asked)
    try:
        output = saxon.transform(STYLESHEET, "phrases", each.text, told).output
    except saxon.StylesheetError:
        return {}
    return dict(line.split("\t", 1) for line in output.splitlines())
