"""Entries as plain text, for data/ and for readers who do not read sigla."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recensio import saxon
from recensio.model.document import Corpus
from recensio.model.phrasing import Phrasing, phrasing, spoken
from recensio.publish.phrasing.parameters import parameters, phrasing_of
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


def plainly(
    documents: Sequence[Prepared],
    told: Sequence[Mapping[str, str]],
    corpus: Corpus,
    jobs: int = 1,
) -> list[str]:
    """For each document the lines "entry TAB words" of its entries in plain words.

    The language of the words, that of the site, stands first under the key ":". `told` is what the
    grammar is told of each document (`parameters`). Nothing where there is no entry, where the
    stylesheet refuses the document, or where the edition itself phrases its apparatus plainly.
    """
    asked = phrasing(spoken(corpus.interface.language), "plain")
    if phrasing_of(corpus) == asked:
        return [""] * len(documents)
    texts = [each.text if each.entries else "<none/>" for each in documents]
    changed = [{**each, "phrasing": asked.lines} for each in told]
    found = saxon.transform_each(STYLESHEET, "phrases", texts, changed, jobs)
    return [
        f":\t{asked.language}\n{each.output}" if isinstance(each, saxon.Transformation) else ""
        for each in found
    ]
