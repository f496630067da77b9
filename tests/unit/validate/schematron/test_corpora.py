"""The rules that real projects have written, on the documents they are written for.

Every finding that is counted here was looked up in the documents, or counted without Schematron.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.validate.schematron import rules
from tests.support import SHARED, needs_corpora

CORPORA = SHARED / "corpora"
TEI_ALL = "schema/tei_all.rng"
BRIEFE = "schnitzler-briefe-registers/schnitzler-briefe-schematron.sch"
CALPURNIUS = "calpurnius-schema/critical-editions.rng"


def counted(schema: str, documents: str) -> Counter[str]:
    corpus = read_corpus(open_project([CORPORA / documents]), any_xml=True).value
    return Counter(problem.code for problem in rules(corpus, CORPORA / schema))


@needs_corpora
@pytest.mark.parametrize(
    ("schema", "documents", "expected"),
    [
        # Each letter has a title of type iso-date without the @level that is asked for.
        (BRIEFE, "schnitzler-briefe", {"TEI050": 60}),
        # 1,931 @wit and 501 @source name something that their own file does not declare.
        (CALPURNIUS, "calpurnius-location-referenced", {"TEI050": 2_432}),
        ("frankenstein-standoff/FV_ODD.rng", "frankenstein-standoff", {}),
        ("sarit-double-end-point/sarit.rng", "sarit-double-end-point", {}),
        # An addSpan without @spanTo (said in two languages), dates with @when and @notBefore.
        (TEI_ALL, "schnitzler-briefe", {"TEI050": 2, "TEI052": 9}),
        (TEI_ALL, "dharma", {}),
        (TEI_ALL, "perseus-latin", {}),
        (TEI_ALL, "pta-parallel-segmentation", {}),
        (TEI_ALL, "rusdracor", {}),
        (TEI_ALL, "schnitzler-tagebuch", {}),
        ("tei-guidelines/tei_simplePrint.odd", "schnitzler-tagebuch", {}),
    ],
)
def test_rules_of_projects_run_on_their_documents(
    schema: str, documents: str, expected: dict[str, int]
) -> None:
    assert counted(schema, documents) == expected


@needs_corpora
def test_the_seeded_faults_of_the_tei_are_found() -> None:
    """The TEI keeps two files with one fault for each of its rules."""
    found = counted(TEI_ALL, "tei-p5-test")
    assert found == {"TEI050": 63, "TEI051": 2}


@needs_corpora
@pytest.mark.parametrize("path", ["tei-p5-test/detest.odd", "tei-p5-test/testmeta2010.odd"])
def test_the_rules_of_odds_can_be_run(path: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"/>')
    corpus = read_corpus(open_project([tmp_path])).value
    assert not [p for p in rules(corpus, CORPORA / path) if p.code == "TEI053"]
