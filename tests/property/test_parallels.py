"""Whatever the passages: every word once, each in its order, and no order of witnesses matters."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from recensio.collate.parallels import synopsis
from recensio.collate.parallels.tei_synopsis import tei_synopsis
from recensio.model.synopsis import Passage, Synopsis
from recensio.tei.io import parse
from recensio.tei.names import NS
from tests.parallel_passages import ALIKE, UNLIKE

POOL = [text for group in (*ALIKE.values(), *UNLIKE.values()) for text in group]
VOCABULARY = sorted({word for text in POOL for word in text.split()})
PIECES = st.one_of(
    st.sampled_from(VOCABULARY),
    st.sampled_from(["the", "of", "и", "1,5", "“", "”", "—", "...", "\n", "don’t", "e\u0301"]),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=4),
)
TEXTS = st.one_of(
    st.sampled_from(POOL),
    st.lists(PIECES, max_size=30).map(" ".join),
    st.tuples(st.sampled_from(POOL), st.sampled_from(POOL)).map(" ".join),
)


@st.composite
def sets(draw: st.DrawFn) -> list[Passage]:
    texts = draw(st.lists(TEXTS, min_size=2, max_size=5))
    return [Passage(f"w{place}", "w", text) for place, text in enumerate(texts)]


@given(sets())
def test_every_character_stands_in_its_column_once(passages: list[Passage]) -> None:
    found = synopsis(passages)
    for place, passage in enumerate(passages):
        assert "".join(stretch.text for stretch in found.column(place)) == passage.text
    assert all(len(row) == len(passages) and any(row) for row in found.rows)
    assert all(stretch is None or stretch.words for row in found.rows for stretch in row)


@given(sets())
def test_links_join_words_that_are_marked(passages: list[Passage]) -> None:
    found = synopsis(passages)
    words = [
        [word for stretch in found.column(place) for word in stretch.words]
        for place in range(len(passages))
    ]
    for link in found.links:
        assert 0 < link.strength <= 1
        assert link.one.passage < link.other.passage
        for span in (link.one, link.other):
            assert words[span.passage][span.start].shared
            assert words[span.passage][span.end - 1].shared
    unaligned = [place for place, aligned in enumerate(found.aligned) if not aligned]
    assert not any(word.shared for place in unaligned for word in words[place])
    letters = {letter for column in words for word in column for letter in word.crossing.split()}
    assert letters == {link.crossing for link in found.links if link.crossing}


def by_name(found: Synopsis) -> dict[str, object]:
    """A synopsis with its columns told by name."""
    names = [passage.id for passage in found.passages]
    return {
        "rows": [dict(zip(names, row, strict=True)) for row in found.rows],
        "cruces": [dict(zip(names, crux.wordings, strict=True)) for crux in found.cruces],
        "pairs": {
            frozenset((names[pair.one], names[pair.other])): pair.confidence
            for pair in found.comparisons
        },
    }


@given(sets().filter(lambda passages: len(passages) <= 4))
def test_the_order_of_witnesses_makes_no_difference(passages: list[Passage]) -> None:
    expected = by_name(synopsis(passages))
    for order in list(permutations(passages))[1::5]:
        assert by_name(synopsis(order)) == expected


@given(sets())
def test_the_tei_holds_each_passage_and_links_to_what_is_there(passages: list[Passage]) -> None:
    tree = parse(tei_synopsis(synopsis(passages)), "synopsis.xml").value
    assert tree is not None
    root = tree.getroot()
    divisions = root.findall(".//tei:div/tei:p", NS)
    written = ["".join(map(str, paragraph.itertext())) for paragraph in divisions]
    assert written == [passage.text.replace("\r", "\n") for passage in passages]
    identifiers = [
        element.get("{http://www.w3.org/XML/1998/namespace}id") for element in root.iter()
    ]
    known = [each for each in identifiers if each]
    assert len(known) == len(set(known))
    targets = [link.get("target", "") for link in root.iter(f"{{{NS['tei']}}}link")]
    assert all(pointer[1:] in known for target in targets for pointer in target.split())


@pytest.mark.long
@given(st.lists(st.sampled_from(POOL), min_size=40, max_size=80).map(" ".join))
def test_long_passages_too(text: str) -> None:
    passages = [Passage("a", "a", text), Passage("b", "b", text[: len(text) // 2])]
    found = synopsis(passages)
    assert isinstance(etree.fromstring(tei_synopsis(found)), etree._Element)
    assert "".join(stretch.text for stretch in found.column(0)) == text
