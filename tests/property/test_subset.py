"""Random documents of our schema: all of them are valid against it and the schema of all TEI.

`python -m benchmarks.subset` does the same with thousands.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.grammars.documents import CannotBe, Documents
from tests.grammars.jing import verdict
from tests.grammars.patterns import Attribute, Choice, Element, Exactly, Name, NotAllowed
from tests.grammars.reading import read_schema
from tests.support import ROOT, SHARED, Tree, needs_program

OURS = ROOT / "schema" / "recensio.rng"
TEI_ALL = SHARED / "corpora" / "schema" / "tei_all.rng"
SAMPLE = 400


@pytest.fixture(scope="module")
def maker() -> Documents:
    return Documents(read_schema(OURS), seed=2024)


@pytest.fixture(scope="module")
def documents(maker: Documents) -> list[Tree]:
    return list(maker.trees(SAMPLE))


@pytest.fixture(scope="module")
def files(documents: list[Tree], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("documents")
    paths = [folder / f"{number:04}.xml" for number in range(len(documents))]
    for tree, path in zip(documents, paths, strict=True):
        tree.write(path, encoding="utf-8")
    return paths


def test_documents_have_every_element_and_attribute(
    maker: Documents, documents: list[Tree]
) -> None:
    places = {pattern for pattern in maker.patterns if isinstance(pattern, Element | Attribute)}
    assert documents
    assert places <= set(maker.taken)


@needs_program("jing")
def test_documents_are_valid(files: list[Path]) -> None:
    found = verdict(OURS, files)
    assert found.correct
    assert not found.documents


@needs_program("jing")
@pytest.mark.skipif(not TEI_ALL.is_file(), reason="tei_all.rng is not distributed")
def test_documents_are_valid_tei(files: list[Path]) -> None:
    found = verdict(TEI_ALL, files)
    assert found.correct
    assert not found.documents


def test_the_same_seed_makes_the_same_documents() -> None:
    once, again = (
        [etree.tostring(tree) for tree in Documents(read_schema(OURS), seed=5).trees(10)]
        for _ in range(2)
    )
    assert once == again


def test_a_schema_without_documents_is_told() -> None:
    endless = Choice((NotAllowed(),))
    with pytest.raises(CannotBe):
        next(Documents(Element(Exactly(Name("", "a")), endless)).trees(1))
