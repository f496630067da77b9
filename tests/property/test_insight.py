"""Whatever the apparatus: agreement is a measure, and tables give back what they are made of."""

from __future__ import annotations

import json
import random
import unicodedata
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recensio.model.apparatus import ApparatusKind, Entry, Method, Reading
from recensio.model.document import Corpus, Metadata
from recensio.model.nexus import Character, nexus
from recensio.model.problem import Location
from recensio.model.witness import Siglum
from recensio.publish.insight.agreement import agreement
from recensio.publish.insight.attestation import Attestation, Place, attestation
from recensio.publish.insight.clusters import Cluster, clusters
from recensio.publish.insight.collatex import collatex_file
from recensio.publish.insight.roll import Roll
from recensio.publish.insight.variance import dissent
from recensio.publish.prepare import Edition, prepare
from recensio.tei.witnesses import witness_list
from tests.insight import read_nexus
from tests.property.test_witness_texts import DECLARED, SIGLA, Made, passages
from tests.support import document_of, tei

NAMES = ("A", "B", "C", "D", "E", "F")
STATES = 4
ENTRY = Entry("x", "d", "1", Method.PARALLEL_SEGMENTATION, None, Location(), Reading("a", ()), ())
DOCUMENT = document_of(tei())


@st.composite
def attestations(draw: st.DrawFn) -> Attestation:
    """Up to six witnesses at up to twelve places, each with any of four readings or with none."""
    size = draw(st.integers(2, len(NAMES)))
    row = st.tuples(*[st.integers(0, (1 << STATES) - 1)] * size)
    places = [Place(ENTRY, ("a", "b", "c", "d"), has) for has in draw(st.lists(row, max_size=12))]
    return Attestation(DOCUMENT, tuple(map(Siglum, NAMES[:size])), tuple(places))


def shuffled(found: Attestation, seed: int) -> Attestation:
    """The same with its witnesses in another order."""
    order = list(range(len(found.sigla)))
    random.Random(seed).shuffle(order)  # noqa: S311
    places = [replace(p, has=tuple(p.has[column] for column in order)) for p in found.places]
    return Attestation(found.document, tuple(found.sigla[c] for c in order), tuple(places))


@given(attestations(), st.integers(0, 9))
def test_agreement_does_not_depend_on_the_order_of_witnesses(found: Attestation, seed: int) -> None:
    one, other = (agreement([each]) for each in (found, shuffled(found, seed)))
    pairs = {frozenset((p.first, p.second)): (p.agreeing, p.places) for p in one.pairs}
    assert pairs == {frozenset((p.first, p.second)): (p.agreeing, p.places) for p in other.pairs}
    assert set(clusters(one)) == set(clusters(other))


@given(attestations())
def test_agreement_is_what_counting_place_by_place_gives(found: Attestation) -> None:
    columns = {siglum: column for column, siglum in enumerate(found.sigla)}
    for pair in agreement([found]).pairs:
        has = [
            (place.has[columns[pair.first]], place.has[columns[pair.second]])
            for place in found.places
        ]
        both = [(one, other) for one, other in has if one and other]
        assert (pair.places, pair.agreeing) == (len(both), sum(bool(a & b) for a, b in both))
        assert pair.share is None or 0 <= pair.share <= 1


@given(attestations())
def test_a_tree_holds_every_witness_once_and_grows_less_alike(found: Attestation) -> None:
    trees = clusters(agreement([found]))
    assert sorted(siglum for tree in trees for siglum in tree.sigla) == sorted(found.sigla)
    waiting: list[Cluster] = list(trees)
    while waiting:
        tree = waiting.pop()
        assert len(tree.parts) in (0, 2)
        assert all(part.share >= tree.share >= 0 for part in tree.parts)
        assert not tree.parts or tree.sigla == tree.parts[0].sigla + tree.parts[1].sigla
        waiting += tree.parts


@given(attestations())
def test_dissent_is_a_share_that_one_witness_never_has(found: Attestation) -> None:
    for place in found.places:
        share = dissent(place)
        assert (share is None) == (place.known < 2)
        assert share is None or 0 <= share < 1


LABELS = st.text("aB 'é[](),;/=_-1", min_size=1, max_size=6)
CHARACTERS = st.lists(
    st.tuples(LABELS, st.lists(LABELS, min_size=3, max_size=3)), min_size=1, max_size=4
)


@given(st.lists(LABELS, min_size=1, max_size=4, unique_by=str.casefold), CHARACTERS, st.data())
def test_nexus_gives_back_what_was_written(
    taxa: list[str], named: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    sets = st.sets(st.integers(0, 2))
    has = [[sorted(data.draw(sets)) for _ in taxa] for _ in named]
    characters = [Character(n, s, h) for (n, s), h in zip(named, has, strict=True)]
    matrix = read_nexus(nexus(taxa, characters, ["a remark"]))
    assert matrix.taxa == taxa
    assert matrix.characters == [label for label, _ in named]
    assert matrix.states == [states for _, states in named]
    assert [[sorted(map(int, states)) for states in row] for row in matrix.rows.values()] == [
        [each[taxon] for each in has] for taxon in range(len(taxa))
    ]


def edition_of(paragraphs: list[Made]) -> Edition:
    document = document_of(tei(DECLARED + "".join(f"<p>{p.xml}</p>" for p in paragraphs)))
    witnesses = witness_list([document.tree])
    document = replace(document, witnesses=witnesses)
    corpus = Corpus(
        Metadata("T"), (document,), witnesses, apparatus=ApparatusKind.POSITIVE, root="."
    )
    return prepare(corpus).value


@given(st.lists(passages(), min_size=1, max_size=2))
def test_the_table_holds_every_word_of_every_witness_in_its_order(paragraphs: list[Made]) -> None:
    edition = edition_of(paragraphs)
    found = attestation(edition.readable[0], Roll(edition))
    made = collatex_file(found, edition)
    assert made is not None
    table = json.loads(made.content)
    texts = {
        siglum: [token["t"] for cell in row for token in cell or ()]
        for siglum, row in zip(table["witnesses"], table["table"], strict=True)
    }
    assert all(len(one) == len(other) for one, other in pairwise(table["table"]))
    for siglum in SIGLA:
        text = " ".join(paragraph.has[siglum] for paragraph in paragraphs)
        assert texts[siglum] == unicodedata.normalize("NFC", text).split()
