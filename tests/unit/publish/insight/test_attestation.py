"""Which reading each witness has in each entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.insight import attested, listed, texts_of

ABC = listed("A", "B", "C")
NAMED = "<p><app><lem wit='#A'>a</lem><rdg wit='#B'>b</rdg></app></p>"
UNNAMED = (
    "<p><app><lem>a</lem><rdg wit='#B'>b</rdg></app>"
    "<app><lem wit='#A #C'>c</lem><rdg wit='#B'>d</rdg></app></p>"
)


@pytest.mark.parametrize(
    ("kind", "body", "expected"),
    [
        ("positive", NAMED, {"A": "a", "B": "b"}),
        ("negative", NAMED, {"A": "a", "B": "b", "C": "a"}),
        (None, NAMED, {"A": "a", "B": "b"}),
        ("positive", UNNAMED, {"B": "b"}),
        ("negative", UNNAMED, {"A": "a", "B": "b", "C": "a"}),
        (None, UNNAMED, {"A": "a", "B": "b", "C": "a"}),
    ],
)
def test_who_is_not_named(
    tmp_path: Path, kind: str | None, body: str, expected: dict[str, str]
) -> None:
    assert texts_of(attested(tmp_path, ABC + body, kind))[0] == expected


def test_who_is_never_named_is_not_taken_to_have_the_lemma_unless_it_is_declared_so(
    tmp_path: Path,
) -> None:
    body = ABC + "<p><app><lem>a</lem><rdg wit='#B'>b</rdg></app></p>"
    assert texts_of(attested(tmp_path / "1", body)) == [{"B": "b"}]
    assert texts_of(attested(tmp_path / "2", body, "negative")) == [{"A": "a", "B": "b", "C": "a"}]


@pytest.mark.parametrize(
    "lemma", ["<lem source='#Bentley'>a</lem>", "<lem type='conjecture'>a</lem>"]
)
def test_a_conjecture_is_no_reading_of_who_is_not_named(tmp_path: Path, lemma: str) -> None:
    body = f"{ABC}<p><app>{lemma}<rdg wit='#B'>b</rdg></app></p>"
    assert texts_of(attested(tmp_path, body, "negative")) == [{"B": "b"}]


def test_a_lemma_alone_says_nothing_of_who_is_not_named(tmp_path: Path) -> None:
    body = ABC + "<p><app><lem wit='#A'>a</lem></app></p>"
    assert texts_of(attested(tmp_path, body, "negative")) == [{"A": "a"}]


def test_several_readings_of_a_witness_are_all_its_own(tmp_path: Path) -> None:
    body = (
        f"{ABC}<p><app><lem wit='#A #B'>a</lem><rdg wit='#A' hand='#A2'>b</rdg>"
        "<rdg wit='#C'>a</rdg></app></p>"
    )
    assert texts_of(attested(tmp_path, body)) == [{"A": "a/b", "B": "a", "C": "a"}]


@pytest.mark.parametrize(
    "reading",
    [
        "<rdg wit='#B' type='silent'/>",
        "<rdg wit='#B' type='lac.'/>",
        "<rdg wit='#B' cause='illegible'/>",
        "<rdg wit='#B'><gap reason='damage'/></rdg>",
        "<rdgGrp type='lacuna'><rdg wit='#B'/></rdgGrp>",
    ],
)
def test_a_witness_without_text_is_unknown(tmp_path: Path, reading: str) -> None:
    body = f"{ABC}<p><app><lem wit='#A'>a</lem>{reading}</app></p>"
    assert texts_of(attested(tmp_path, body, "negative")) == [{"A": "a", "C": "a"}]


def test_an_omission_is_a_reading(tmp_path: Path) -> None:
    body = f"{ABC}<p><app><lem wit='#A'>a</lem><rdg wit='#B' cause='eye-skip'/></app></p>"
    assert texts_of(attested(tmp_path, body)) == [{"A": "a", "B": ""}]


def test_a_nested_entry_is_about_those_that_have_the_reading_around_it(tmp_path: Path) -> None:
    body = (
        f"{ABC}<p><app><lem>a <app><lem>x</lem><rdg wit='#A'>y</rdg></app></lem>"
        "<rdg wit='#C'>b</rdg></app></p>"
    )
    assert texts_of(attested(tmp_path, body, "negative")) == [
        {"A": "a x", "B": "a x", "C": "b"},
        {"A": "y", "B": "x"},
    ]


def test_a_group_is_its_members(tmp_path: Path) -> None:
    body = (
        "<listWit><witness xml:id='A'/><listWit xml:id='g'><witness xml:id='B'/>"
        "<witness xml:id='C'/></listWit></listWit>"
        "<p><app><lem wit='#A'>a</lem><rdg wit='#g'>b</rdg></app></p>"
    )
    found = attested(tmp_path, body)
    assert found.sigla == ("A", "B", "C")
    assert texts_of(found) == [{"A": "a", "B": "b", "C": "b"}]


def test_a_lacuna_reaches_from_its_beginning_to_its_end(tmp_path: Path) -> None:
    entry = "<app><lem>a</lem><rdg wit='#B'>b</rdg></app>"
    body = (
        f"{ABC}<p>{entry}<app><lem>c</lem><rdg wit='#C'><lacunaStart/></rdg></app>{entry}"
        f"<app><lem>d</lem><rdg wit='#C'>e<lacunaEnd/></rdg></app>{entry}</p>"
    )
    has = [place.get("C") for place in texts_of(attested(tmp_path, body, "negative"))]
    assert has == ["a", None, None, "e", "a"]


def test_a_fragment_begins_and_ends(tmp_path: Path) -> None:
    entry = "<app><lem>a</lem><rdg wit='#B'>b</rdg></app>"
    body = f"{ABC}<p>{entry}<witStart wit='#C'/>{entry}<witEnd wit='#C'/>{entry}</p>"
    has = [place.get("C") for place in texts_of(attested(tmp_path, body, "negative"))]
    assert has == [None, "a", None]


def test_spelling_can_be_left_out(tmp_path: Path) -> None:
    body = (
        f"{ABC}<p><app><lem wit='#A'>boats</lem><rdg wit='#B' type='orthographic'>boates</rdg>"
        "<rdg wit='#C'>ships</rdg></app></p>"
    )
    assert texts_of(attested(tmp_path / "1", body, spelling=False)) == [
        {"A": "boats", "B": "boats", "C": "ships"}
    ]
    assert texts_of(attested(tmp_path / "2", body))[0]["B"] == "boates"


def test_readings_in_other_files_agree_within_their_group(tmp_path: Path) -> None:
    body = "".join(
        (
            listed("A", "B", "C"),
            "<p/></body></text><standOff><listApp><app>",
            "<rdgGrp><rdg wit='#A'><ptr target='a.xml#x'/></rdg>",
            "<rdg wit='#B'><ptr target='b.xml#x'/></rdg></rdgGrp>",
            "<rdg wit='#C'><ptr target='c.xml#x'/></rdg></app></listApp></standOff>",
            "<text><body><p/>",
        )
    )
    (place,) = attested(tmp_path, body).places
    assert place.has == (1, 1, 2)


def test_a_siglum_that_no_list_declares_counts_if_it_is_frequent(tmp_path: Path) -> None:
    often = "<app><lem wit='#A'>a</lem><rdg wit='#Q'>b</rdg></app>"
    once = "<app><lem wit='#A'>a</lem><rdg wit='edd.'>b</rdg></app>"
    body = f"{listed('A', 'B')}<p>{often * 6}{once}</p>"
    assert attested(tmp_path, body).sigla == ("A", "B", "Q")
