"""The files for stemmatology: CollateX, NEXUS, a TEI collation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from recensio.publish.insight import collatex
from recensio.publish.insight.files import insight_files
from tests.insight import edition_with, listed, read_nexus
from tests.support import NS

AB = listed("A", "B")


def made(folder: Path, body: str, kind: str | None = "positive") -> dict[str, str]:
    found = insight_files(edition_with(folder, body, kind))
    return {artifact.path: artifact.content.decode() for artifact in found}


def cells(folder: Path, body: str, kind: str = "positive") -> dict[str, list[str | None]]:
    """For each witness its cells, the words with spaces between."""
    table = json.loads(made(folder, body, kind)["data/collatex/a.json"])
    return {
        siglum: [cell and " ".join(token["t"] for token in cell) for cell in row]
        for siglum, row in zip(table["witnesses"], table["table"], strict=True)
    }


def test_common_text_and_entries_stand_in_turn(tmp_path: Path) -> None:
    body = (
        f"{AB}<p>one <app><lem wit='#A'>two</lem><rdg wit='#B'>2</rdg></app> three</p>"
        "<p>four <app><lem wit='#A'>five</lem><rdg wit='#B'/></app></p>"
    )
    assert cells(tmp_path, body) == {
        "A": ["one", "two", "three four", "five"],
        "B": ["one", "2", "three four", None],
    }


def test_a_word_is_never_cut(tmp_path: Path) -> None:
    body = (
        f"{AB}<p>a be<app><lem wit='#A'>gi</lem><rdg wit='#B'>ga</rdg></app>n<app>"
        "<lem wit='#A'>s</lem><rdg wit='#B'/></app>, b</p>"
    )
    assert cells(tmp_path, body) == {"A": ["a", "begins,", "b"], "B": ["a", "began,", "b"]}


def test_blocks_part_words(tmp_path: Path) -> None:
    body = (
        f"{AB}<div><p>one</p><app><lem wit='#A'><p>two</p></lem>"
        "<rdg wit='#B'><p>2</p><p>3</p></rdg></app><p>four</p></div>"
    )
    assert cells(tmp_path, body) == {"A": ["one", "two", "four"], "B": ["one", "2 3", "four"]}


def test_nested_entries_are_read_for_each_witness(tmp_path: Path) -> None:
    inner = "<app><lem wit='#A'>x</lem><rdg wit='#B'>y</rdg></app>"
    body = (
        f"{listed('A', 'B', 'C')}<p><app><lem wit='#A #B'>a {inner}</lem><rdg wit='#C'>c</rdg>"
        "</app></p>"
    )
    assert cells(tmp_path, body) == {"A": ["a x"], "B": ["a y"], "C": ["c"]}


def test_a_lacuna_has_no_words(tmp_path: Path) -> None:
    body = (
        f"{AB}<p>a <app><lem>b</lem><rdg wit='#B'><lacunaStart/></rdg></app> c "
        "<app><lem>d</lem><rdg wit='#B'><lacunaEnd/>D</rdg></app> e</p>"
    )
    assert cells(tmp_path, body, "negative") == {
        "A": ["a", "b", "c", "d", "e"],
        "B": ["a", None, None, "D", "e"],
    }


def test_no_table_where_the_words_stand_elsewhere_or_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = "<lem>a</lem><rdg wit='#B'>b</rdg></app>"
    apart = f"<p xml:id='p'>a</p><listApp><app from='#p'>{entry}</listApp>"
    assert "data/collatex/a.json" not in made(tmp_path / "1", AB + apart)
    inline = f"<p>a <app>{entry}</p>"
    assert "data/collatex/a.json" in made(tmp_path / "2", AB + inline)
    monkeypatch.setattr(collatex, "MOST", 3)
    assert "data/collatex/a.json" not in made(tmp_path / "3", AB + inline)


BODY = (
    f"{listed('A', 'B', 'C')}<p>"
    "<app xml:id='x'><lem wit='#A'>it's</lem><rdg wit='#B'/><rdg wit='#C' type='silent'/></app>"
    "<app xml:id='y'><lem wit='#A #C'>a</lem><rdg wit='#A'>b</rdg></app></p>"
)


def test_entries_are_characters(tmp_path: Path) -> None:
    matrix = read_nexus(made(tmp_path, BODY)["data/nexus/a.nex"])
    assert matrix.taxa == ["A", "B", "C"]
    assert matrix.characters == ["x", "y"]
    assert matrix.states == [["it's", "om."], ["a", "b"]]
    assert matrix.rows == {"A": [{"0"}, {"0", "1"}], "B": [{"1"}, set()], "C": [set(), {"0"}]}


def test_the_collation_names_each_witness_once(tmp_path: Path) -> None:
    tree = etree.fromstring(made(tmp_path, BODY)["data/collation/a.xml"].encode())
    found = [
        [(r.get("n"), r.get("wit"), r.get("target"), r.text) for r in app.iterchildren("*")]
        for app in tree.iterfind(".//t:app", NS)
    ]
    assert found == [
        [(None, None, None, "it's"), ("1", "A", None, "it's"), ("2", "B", None, None)],
        [
            (None, None, None, "a"),
            ("1", "C", None, "a"),
            ("2", None, None, "b"),
            ("W1/2", "A", "1 2", None),
        ],
    ]


def test_agreement_and_variance_are_data(tmp_path: Path) -> None:
    files = made(tmp_path, BODY)
    (group,) = json.loads(files["data/agreement.json"])["groups"]
    assert group["pairs"][1] == {
        "a": "A",
        "b": "C",
        "places": 1,
        "agree": 1,
        "share": 1.0,
        "substantive_agree": 1,
        "substantive_share": 1.0,
    }
    assert files["data/agreement.csv"].splitlines()[2] == "a,A,C,1,1,1.0,1,1.0"
    (block,) = json.loads(files["data/variance.json"])["blocks"]
    assert (block["document"], block["entries"], block["witnesses"]) == ("a", 2, 1)
    assert "a,,A text,2,silent,1" in files["data/classes.csv"].splitlines()
