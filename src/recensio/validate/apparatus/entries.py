"""The apparatus: entries that say nothing, and witnesses that a positive one leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from recensio.model.apparatus import ApparatusKind
from recensio.model.document import Corpus, DocumentKind
from recensio.model.problem import Problem, problem
from recensio.model.witness import WitnessList
from recensio.tei.locate import Locator
from recensio.tei.names import NS, tei
from recensio.tei.text import readings_of
from recensio.validate.apparatus.sigla import sigla


def apparatus(corpus: Corpus) -> Iterator[Problem]:
    """Problems of the entries of every text of the corpus (TEI Guidelines, chapter 12)."""
    for document in corpus.of_kind(DocumentKind.TEXT):
        locator = Locator(document.tree, document.path)
        witnesses = corpus.witnesses_of(document)
        yield from sigla(document, witnesses, locator)
        for app in document.tree.getroot().iter(tei("app")):
            yield from _empty(app, locator)
            if corpus.apparatus is ApparatusKind.POSITIVE:
                yield from _missing(app, witnesses, locator)


def _empty(app: etree._Element, locator: Locator) -> Iterator[Problem]:
    if next(readings_of(app), None) is None and app.find("tei:note", NS) is None:
        yield problem("APP001", locator.location(app, column=True))


def _missing(app: etree._Element, witnesses: WitnessList, locator: Locator) -> Iterator[Problem]:
    named = {
        siglum
        for reading in readings_of(app)
        for siglum in witnesses.covered(reading.get("wit", ""))
    }
    missing = [w.siglum for w in witnesses if not w.members and w.siglum not in named]
    if missing:
        yield problem("APP002", locator.location(app, column=True), sigla=", ".join(missing))
