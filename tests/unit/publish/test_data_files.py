"""data/: JSON, tables, texts, as INTERFACE says."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from recensio.model.witness import Siglum
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.names import file_name
from tests.support import edition_of, tei

LETTER = tei(
    "<listWit><witness xml:id='A'/><witness xml:id='B'><abbr type='siglum'>β</abbr></witness>"
    "<listWit xml:id='g'><witness xml:id='C'/></listWit></listWit>"
    "<p>Dear <persName ref='#anna'>Anna</persName>, <app xml:id='a1' cert='low'>"
    "<lem wit='#A' resp='#ed' cert='high'>come</lem><witDetail wit='#A'>f. 1</witDetail>"
    "<rdg wit='#B' type='error' cause='c' hand='#h' source='#s'>go</rdg>"
    "<rdgGrp type='late'><rdg wit='#g'>stay"
    "<app><lem>!</lem><rdg wit='#A'>?</rdg></app></rdg></rdgGrp>"
    "<note>Odd.</note></app> on <date when='1930-05-01'>May Day</date>"
    "<note xml:id='n1' place='foot' resp='#ed'>A note.</note>.</p>",
    title="A letter",
)
PERSONS = tei(
    "<listPerson><person xml:id='anna'><persName>Anna</persName>"
    "<idno type='viaf'>1</idno></person></listPerson>",
    title="Persons",
)
SETTINGS = """
[edition]
title = "Letters"
[files]
texts = ["letter.xml"]
registers = ["persons.xml"]
"""
FILES = {"edition.toml": SETTINGS, "letter.xml": LETTER, "persons.xml": PERSONS}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    edition = edition_of(tmp_path_factory.mktemp("letters"), FILES)
    return {a.path: a.content for a in OUTPUTS["data"](edition, Conditions()).value}


def read_json(made: dict[str, bytes], name: str) -> Any:
    return json.loads(made[f"data/{name}.json"])


def rows(made: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made[f"data/{name}.csv"].decode())))


def test_the_edition(made: dict[str, bytes]) -> None:
    assert read_json(made, "edition") == {
        "title": "Letters",
        "documents": [
            {
                "id": "letter",
                "title": "A letter",
                "path": "letter.xml",
                "page": "texts/letter.html",
            }
        ],
        "witnesses": [
            {"siglum": "A", "id": "A", "label": ""},
            {"siglum": "β", "id": "B", "label": "β"},
            {"siglum": "C", "id": "C", "label": ""},
            {"siglum": "g", "id": "g", "label": ""},
        ],
    }


def test_the_apparatus(made: dict[str, bytes]) -> None:
    outer, inner = read_json(made, "apparatus")["entries"]
    assert {key: outer[key] for key in ("id", "document", "number", "method", "parent")} == {
        "id": "a1",
        "document": "letter",
        "number": "1",
        "method": "parallel-segmentation",
        "parent": None,
    }
    assert (
        outer["lemma"].items()
        >= {
            "text": "come",
            "witnesses": ["A"],
            "type": None,
            "cause": None,
            "resp": "#ed",
            "hand": None,
            "source": None,
            "group": None,
            "cert": "high",
            "detail": "f. 1",
            "lem": True,
            "resolved": None,
        }.items()
    )
    assert [(r["text"], r["witnesses"], r["group"]) for r in outer["readings"]] == [
        ("go", ["β"], None),
        ("stay!", ["g"], "late"),
    ]
    assert outer["notes"] == ["Odd."]
    assert outer["lemma"]["details"] == [{"type": None, "witnesses": ["A"], "text": "f. 1"}]
    assert outer["place"] is outer["span"] is outer["layer"] is None
    assert (inner["parent"], inner["lemma"]["text"]) == ("a1", "!")
    assert outer["xpath"] == "/TEI[1]/text[1]/body[1]/p[1]/app[1]"


def test_registers_and_mentions(made: dict[str, bytes]) -> None:
    registers = read_json(made, "registers")
    assert list(registers) == ["persons", "places", "orgs", "works", "events"]
    (anna,) = registers["persons"]
    assert (anna["id"], anna["label"], anna["authority"]) == (
        "anna",
        "Anna",
        ["https://viaf.org/viaf/1"],
    )
    person, date = read_json(made, "mentions")["mentions"]
    assert [mention["text"] for mention in anna["mentions"]] == [person["text"]]
    assert (person["type"], person["ref"], person["document"]) == ("persName", "anna", "letter")
    assert (date["type"], date["when"], date["ref"]) == ("date", "1930-05-01", None)


def test_notes(made: dict[str, bytes]) -> None:
    (note,) = read_json(made, "notes")["notes"]
    assert note == {
        "document": "letter",
        "id": "n1",
        "type": "foot",
        "resp": "ed",
        "text": "A note.",
        "xpath": "/TEI[1]/text[1]/body[1]/p[1]/note[1]",
    }


def test_texts(made: dict[str, bytes]) -> None:
    texts = {path: content.decode() for path, content in made.items() if path.endswith(".txt")}
    assert texts == {
        "data/text/letter.txt": "Dear Anna, come on May Day.\n",
        "data/witnesses/letter/A.txt": "Dear Anna, come on May Day.\n",
        "data/witnesses/letter/β.txt": "Dear Anna, go on May Day.\n",
        "data/witnesses/letter/C.txt": "Dear Anna, stay! on May Day.\n",
    }


def test_tables_hold_what_the_json_holds(made: dict[str, bytes]) -> None:
    entries = read_json(made, "apparatus")["entries"]
    assert [row["id"] for row in rows(made, "entries")] == [entry["id"] for entry in entries]
    assert [(r["entry"], r["position"], r["text"]) for r in rows(made, "readings")] == [
        ("a1", "0", "come"),
        ("a1", "1", "go"),
        ("a1", "2", "stay!"),
        ("app2", "0", "!"),
        ("app2", "1", "?"),
    ]
    assert [row["ref"] for row in rows(made, "mentions")] == ["anna", ""]
    assert rows(made, "notes")[0]["text"] == "A note."


def test_the_database_relates_the_tables(made: dict[str, bytes]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(made["data/edition.sqlite"])
    query = """
        SELECT d.title, e.number, r.text, w.label FROM attestations a
        JOIN readings r USING (document, entry, position)
        JOIN entries e ON e.document = r.document AND e.id = r.entry
        JOIN documents d ON d.id = r.document
        JOIN witnesses w ON w.siglum = a.siglum
        WHERE a.siglum = 'β'
    """
    assert connection.execute(query).fetchall() == [("A letter", "1", "go", "β")]
    for name in ("documents", "witnesses", "entries", "readings", "attestations", "registers"):
        (count,) = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()  # noqa: S608
        assert count == len(rows(made, name))
    connection.close()


def test_an_edition_without_anything_has_all_files(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {"a.xml": tei("")})
    made = {a.path: a.content for a in OUTPUTS["data"](edition, Conditions()).value}
    assert read_json(made, "apparatus") == {"entries": []}
    assert made["data/text/a.txt"] == b""
    assert not [path for path in made if path.startswith("data/witnesses/")]


@pytest.mark.parametrize(
    ("siglum", "name"),
    [
        ("Vat. gr. 1", "Vat. gr. 1"),
        ("A/B\\C", "A_B_C"),
        ("..", "_"),
        ('a:*?"<>|b', "a_______b"),
        ("𝔄", "𝔄"),
        ("x" * 300, "x" * 100),
        ("é" * 300, "é" * 50),
    ],
)
def test_sigla_are_names_of_files(siglum: str, name: str) -> None:
    assert file_name(Siglum(siglum)) == name


def test_sigla_that_look_alike_have_files_of_their_own(tmp_path: Path) -> None:
    readings = "".join(f"<rdg wit='{siglum}'>{siglum}</rdg>" for siglum in ("a/b", "a_b", "A", "a"))
    edition = edition_of(tmp_path, {"x.xml": tei(f"<p><app>{readings}</app></p>")})
    made = {a.path: a.content for a in OUTPUTS["data"](edition, Conditions()).value}
    texts = {path.rpartition("/")[2]: content for path, content in made.items() if "/x/" in path}
    assert texts == {
        "a_b.txt": b"a/b\n",
        "a_b-2.txt": b"a_b\n",
        "A.txt": b"A\n",
        "a-2.txt": b"a\n",
    }
