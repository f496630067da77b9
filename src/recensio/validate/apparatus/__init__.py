"""The apparatus: sigla, entries, readings, lacunae and links (TEI Guidelines, chapter 12).

Each module holds the rules of one subject; `apparatus` runs them over the texts of a corpus. What
an edition does throughout is its habit and said once (see `habits`).
"""

from __future__ import annotations

from collections.abc import Iterator

from recensio.model.document import Corpus
from recensio.model.problem import Problem
from recensio.validate.apparatus import entries, readings, witnesses
from recensio.validate.apparatus.anchors import Places, anchors
from recensio.validate.apparatus.external import external
from recensio.validate.apparatus.habits import settled
from recensio.validate.apparatus.lacunae import lacunae
from recensio.validate.apparatus.methods import declarations
from recensio.validate.apparatus.overlaps import circles, overlaps
from recensio.validate.apparatus.references import references
from recensio.validate.apparatus.sigla import sigla
from recensio.validate.apparatus.silence import silent
from recensio.validate.apparatus.survey import Survey

__all__ = ["apparatus"]

HABITS = (
    entries.LEMMA_ALONE,
    entries.GROUPS_OF_ONE,
    readings.LEMMA_ATTESTED,
    readings.EMPTY_READINGS,
    readings.LEMMA_LEFT_OUT,
)


def apparatus(corpus: Corpus) -> Iterator[Problem]:
    """Problems of the witnesses and entries of every document of the corpus."""
    survey = Survey(corpus)
    yield from sigla(survey)
    for text in survey.texts:
        yield from witnesses.twice(text, survey)
        yield from witnesses.details(text, survey)
        yield from entries.empty(text)
        yield from entries.lemmata(text)
        yield from readings.equal_to_lemma(text)
        yield from readings.bare_lemma(text)
    for rule in HABITS:
        yield from settled(rule, survey.texts)
    yield from silent(survey)
    yield from lacunae(survey.texts)
    yield from declarations(survey)
    places = Places(survey)
    yield from anchors(survey, places)
    yield from references(survey)
    yield from overlaps(survey, places)
    yield from circles(survey, places)
    yield from external(survey)
