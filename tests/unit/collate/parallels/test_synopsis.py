"""Passages that say the same are aligned as a scholar would, and those that do not are left."""

from __future__ import annotations

import json
from itertools import combinations

import pytest

from recensio.collate.parallels import synopsis
from recensio.collate.parallels.formats import FORMATS
from recensio.collate.parallels.rarity import Rarity, rarity_in
from recensio.model.synopsis import Passage, Synopsis
from tests.parallel_passages import ALIKE, UNLIKE, passages


def rows(found: Synopsis) -> list[list[str | None]]:
    return [[cell.text.strip() if cell else None for cell in row] for row in found.rows]


def shared(found: Synopsis, place: int) -> list[str]:
    words = [word for stretch in found.column(place) for word in stretch.words]
    return [word.text for word in words if word.shared]


@pytest.mark.parametrize("name", ALIKE)
def test_what_says_the_same_is_aligned(name: str) -> None:
    found = synopsis(passages(*ALIKE[name]))
    assert all(found.aligned)
    assert found.confidence >= 0.5
    assert any(sum(cell is not None for cell in row) > 1 for row in found.rows)


@pytest.mark.parametrize("name", UNLIKE)
def test_what_only_uses_the_same_words_is_not(name: str) -> None:
    found = synopsis(passages(*UNLIKE[name]))
    assert not any(found.aligned)
    assert (found.links, found.cruces) == ((), ())
    assert [sum(cell is not None for cell in row) for row in found.rows] == [1] * len(found.rows)


def test_passages_on_different_things_are_not_aligned() -> None:
    texts = [(name, text) for name, group in ALIKE.items() for text in group]
    for (one, first), (other, second) in combinations(texts, 2):
        if one != other:
            assert not any(synopsis(passages(first, second)).aligned), (first, second)


def test_rows_end_with_clauses_and_what_one_has_alone_stands_alone() -> None:
    found = synopsis(
        passages(
            "The keeper lit the great lamp, as his father had done, and rang the bell twice.",
            "The keeper kindled the great lamp and, nobody having asked him for any such service,"
            " rang the bell two times.",
        )
    )
    assert rows(found) == [
        ["The keeper lit the great lamp,", "The keeper kindled the great lamp and,"],
        [None, "nobody having asked him for any such service,"],
        ["as his father had done,", None],
        ["and rang the bell twice.", "rang the bell two times."],
    ]
    assert shared(found, 0) == ["The", "keeper", "the", "great", "lamp", "rang", "the", "bell"]


def test_another_order_is_told_by_letters() -> None:
    found = synopsis(passages(*ALIKE["letter"]))
    crossing = [
        [word.text for stretch in found.column(place) for word in stretch.words if word.crossing]
        for place in (0, 1)
    ]
    assert crossing == [["burned", "letters"], ["burned", "letters"]]
    assert {link.crossing for link in found.links} == {"", "a"}


def test_cruces_name_who_lacks_a_word_only_where_it_could_stand() -> None:
    found = synopsis(
        passages(
            "he founded a secret brotherhood of smiths under a false flag",
            "he founded a brotherhood of smiths under a false banner, and was hanged for it",
            "founded a secret brotherhood of smiths",
        )
    )
    assert [crux.wordings for crux in found.cruces] == [
        ("secret", "", "secret"),
        ("flag", "banner", None),
    ]


def test_spellings_of_names_and_numbers_agree() -> None:
    found = synopsis(
        passages("Kossior told Riutin of fifty graves.", "Kosior spoke to Ryutin about 50 graves.")
    )
    assert shared(found, 0) == ["Kossior", "Riutin", "fifty", "graves"]


def test_compounds_agree_with_and_without_hyphen() -> None:
    found = synopsis(passages("a grave-digger of hopes", "the gravedigger of hopes"))
    assert shared(found, 0) == ["grave-digger", "of", "hopes"]


def test_a_witness_may_be_left_out_of_an_alignment() -> None:
    texts = (*ALIKE["ferry"], UNLIKE["nothing"][0])
    found = synopsis(passages(*texts))
    assert found.aligned == (True, True, False)
    assert rows(found)[-1] == [None, None, texts[2]]


def test_names_that_stand_everywhere_tell_little() -> None:
    one = "Hollin council met and the miller of Hollin slept."
    other = "Hollin council fined a baker."
    everywhere = rarity_in(["Hollin council " * 3000])
    assert any(synopsis(passages(one, other)).aligned) >= any(
        synopsis(passages(one, other), everywhere).aligned
    )
    assert everywhere.weight("kouncil") == 1.0
    assert everywhere.weight("kounkil") == pytest.approx(0.2)
    assert Rarity().weight("kounkil") == 1.0


def test_nothing_is_aligned_with_nothing() -> None:
    found = synopsis(passages("", "...", "One word."))
    assert found.aligned == (False, False, False)
    assert rows(found) == [[None, "...", None], [None, None, "One word."]]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_every_word_and_no_variant(form: str) -> None:
    written = FORMATS[form](synopsis(passages(*ALIKE["harvest"])))
    assert "<app" not in written
    assert "<rdg" not in written
    for text in ALIKE["harvest"]:
        assert all(word.strip(",.") in written for word in text.split())


def test_the_record_for_programs() -> None:
    found = synopsis([Passage("A 1", "A", ALIKE["price"][0], line=1), *passages(ALIKE["price"][1])])
    record = json.loads(FORMATS["json"](found))
    assert (record["mode"], record["aligned"]) == ("parallel", True)
    assert record["passages"][0] == {"id": "A 1", "siglum": "A", "line": 1}
    cells = [cell for row in record["rows"] for cell in row]
    assert {len(row) for row in record["rows"]} == {2}
    for cell in filter(None, cells):
        assert cell["t"] == "".join(word["t"] for word in cell["words"])
    assert {"A 1": "40", "A": "45"} in record["cruces"]


def test_rows_to_read() -> None:
    assert FORMATS["table"](synopsis(passages(*UNLIKE["nothing"]))).startswith(
        "A, B: not aligned, too little in common\n"
    )
