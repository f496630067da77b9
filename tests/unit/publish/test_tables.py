"""edition.sqlite, the CSV files and what describes them; the queries of docs/data.md."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.insight.tally import tally
from recensio.publish.json_files import entry_records
from recensio.publish.prepare import Edition, prepare
from recensio.publish.tables import database, tables
from recensio.publish.tables.schema import schemas
from tests.support import ROOT, edition_of, tei

PAGE: Final = ROOT / "docs" / "data.md"
QUESTION: Final = re.compile(r"```sql\n(.*?)```\n\n((?:\|[^\n]*\n)+)", re.DOTALL)
FOLDERS: Final = sorted((ROOT / "tests" / "apparatus").iterdir())


def edition_at(folder: Path) -> Edition:
    return prepare(read_corpus(open_project([folder])).value).value


@pytest.fixture(scope="module")
def ours() -> Edition:
    return edition_at(ROOT)


@contextmanager
def opened(edition: Edition) -> Iterator[sqlite3.Connection]:
    content = database(tables(edition, entry_records(edition))).content
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        yield connection


def as_table(names: list[str], rows: list[tuple[Any, ...]]) -> str:
    """A table as Markdown writes it; what would end a cell is escaped."""
    lines = [
        names,
        ["---"] * len(names),
        *(["" if cell is None else str(cell) for cell in row] for row in rows),
    ]
    cells = ([cell.replace("|", "\\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def test_the_queries_of_the_documentation(ours: Edition, golden_update: bool) -> None:
    page = PAGE.read_text(encoding="utf-8")
    asked = 0
    with opened(ours) as connection:
        for query, shown in QUESTION.findall(page):
            found = connection.execute(query)
            answer = as_table([name for name, *_ in found.description], found.fetchall())
            if golden_update:
                page = page.replace(query + "```\n\n" + shown, query + "```\n\n" + answer)
            else:
                assert shown == answer
            asked += 1
    assert asked == 5
    if golden_update:
        PAGE.write_text(page, encoding="utf-8")


def test_the_documentation_names_every_table_and_view(ours: Edition) -> None:
    page = PAGE.read_text(encoding="utf-8")
    with opened(ours) as connection:
        listed = connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        )
        assert not [name for (name,) in listed if f"`{name}`" not in page]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_foreign_keys_are_satisfied_and_views_answer(folder: Path) -> None:
    edition = edition_at(folder)
    with opened(edition) as connection:
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'"):
            connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - ours


def test_foreign_keys_of_our_edition(ours: Edition) -> None:
    with opened(ours) as connection:
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        declared = connection.execute("PRAGMA foreign_key_list(readings)").fetchall()
        assert {row[2] for row in declared} == {"entries"}


def test_agreement_is_that_of_the_statistics(ours: Edition) -> None:
    (tradition,) = ours.once(tally).traditions
    expected = {
        frozenset((pair.first, pair.second)): (pair.places, pair.agreeing)
        for pair in tradition.agreement.pairs
        if pair.places
    }
    with opened(ours) as connection:
        found = connection.execute("SELECT first, second, places, agreeing FROM agreement")
        assert {frozenset((a, b)): (n, m) for a, b, n, m in found} == expected


def test_the_same_edition_gives_the_same_bytes(ours: Edition) -> None:
    again = edition_at(ROOT)
    first, second = (database(tables(e, entry_records(e))).content for e in (ours, again))
    assert first == second


NEGATIVE: Final = {
    "edition.toml": '[edition]\ntitle = "T"\n[files]\ntexts = ["*.xml"]\n'
    '[apparatus]\nkind = "negative"\n',
    "a.xml": tei(
        "<listWit><witness xml:id='A'/><witness xml:id='B'/><listWit xml:id='g'>"
        "<witness xml:id='C'/><witness xml:id='D'/></listWit></listWit>"
        "<div xml:id='d1' n='1'><head>One</head><div><p>"
        "<app xml:id='a1'><lem>x</lem><rdg wit='#B'>y</rdg><rdg wit='#B'>z</rdg></app>"
        "<app xml:id='a2'><lem>on <date when='-0043-03-15'>the Ides</date></lem>"
        "<rdg wit='#g'>in <date when='-0043-03'>March</date></rdg>"
        "<note>or in <date when='2001'>x</date></note></app>"
        "<app xml:id='a3'><lem>q</lem><rdg type='lacuna' wit='#A'/></app></p></div></div>"
    ),
}


def test_who_has_what_in_a_negative_apparatus(tmp_path: Path) -> None:
    with opened(edition_of(tmp_path, NEGATIVE)) as connection:
        having = connection.execute(
            "SELECT siglum, position, state, named FROM reading_witnesses WHERE entry = 'a1'"
        ).fetchall()
        assert sorted(having) == [
            ("A", 0, 0, 0), ("B", 1, 1, 1), ("B", 2, 2, 1), ("C", 0, 0, 0), ("D", 0, 0, 0),
        ]  # fmt: skip
        groups = connection.execute("SELECT siglum, member FROM group_members").fetchall()
        assert groups == [("g", "C"), ("g", "D")]
        silent = connection.execute("SELECT entry, siglum, said FROM silent_witnesses").fetchall()
        assert silent == [("a3", "A", "lacuna")]
        several = connection.execute("SELECT entry, siglum FROM self_contradictions").fetchall()
        assert several == [("a1", "B")]


def test_dates_know_their_place_and_their_days(tmp_path: Path) -> None:
    with opened(edition_of(tmp_path, NEGATIVE)) as connection:
        found = connection.execute(
            "SELECT text, place, entry, position, earliest, latest FROM dates"
        ).fetchall()
        assert found == [
            ("the Ides", "reading", "a2", 0, "-0043-03-15", "-0043-03-15"),
            ("March", "reading", "a2", 1, "-0043-03-01", "-0043-03-31"),
            ("x", "note", None, None, "2001-01-01", "2001-12-31"),
        ]
        divisions = connection.execute(
            "SELECT id, parent, level, n, head FROM divisions"
        ).fetchall()
        assert divisions == [("d1", None, 1, "1", "One"), ("div2", "d1", 2, None, None)]
        assert connection.execute("SELECT DISTINCT division FROM entries").fetchall() == [("div2",)]


def test_the_data_package_describes_the_files(ours: Edition) -> None:
    made = {a.path: a.content for a in OUTPUTS["data"](ours, Conditions()).value}
    package = json.loads(made["data/datapackage.json"])
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    described = {resource["name"]: resource for resource in package["resources"]}
    assert len(described) == len(schemas())
    for resource in described.values():
        rows = list(csv.reader(io.StringIO(made[f"data/{resource['path']}"].decode())))
        fields = resource["schema"]["fields"]
        assert rows[0] == [field["name"] for field in fields]
        for link in resource["schema"].get("foreignKeys", ()):
            target = described[link["reference"]["resource"] or resource["name"]]
            names = {field["name"] for field in target["schema"]["fields"]}
            assert names.issuperset(link["reference"]["fields"])
        for field, *cells in zip(fields, *rows[1:], strict=True):
            limits = field.get("constraints", {})
            assert not (limits.get("required") and "" in cells)
            pattern = limits.get("pattern", ".*")
            assert all(re.fullmatch(pattern, cell, re.DOTALL) for cell in cells if cell)
            if field["type"] == "integer":
                assert all(re.fullmatch(r"-?\d+", cell) for cell in cells if cell)
