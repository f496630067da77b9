"""Any apparatus, of any method and anywhere in a document: data and site hold all of it."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from recensio.model.document import Artifact
from recensio.publish import OUTPUTS, Conditions
from tests import books
from tests.counting import counted, differences, shown_wrongly, sigla_of
from tests.sites import faults, site_of
from tests.support import edition_of, tei

LIST: Final = (
    '<listWit><witness xml:id="A"/><witness xml:id="B" n="β"/><listWit xml:id="g">'
    '<witness xml:id="C"><abbr>Γ</abbr></witness></listWit></listWit>'
)
SIGLA: Final = st.sampled_from(
    ["#A", "#B", "#C", "#g", "A", "o.xml#B", "#X", "Vat.", "https://ex.org/w.xml?v=2#A", "#%41"]
)
WORDS: Final = st.sampled_from(["", "a", " b ", "c d", "<hi>e</hi>", "f<note>n</note>", "<gap/>"])
MORE: Final = st.sampled_from(
    ["", "", "<lacunaStart/>", "<del>x</del><add>y</add>", '<ptr target="#a1"/>', "<witEnd/>"]
)
ENDS: Final = st.sampled_from(["#a1", "#a2", "#a3", "#p1", "#p2", "#s", "#zz", "a1"])
WIT: Final = st.lists(SIGLA, max_size=3).map(lambda sigla: f' wit="{" ".join(sigla)}"')
HERE: Final = st.sampled_from(["", "", "", ' type="t"', ' exclude="#a1"', ' corresp="#s"'])


@st.composite
def linked(draw: st.DrawFn) -> str:
    """The attributes by which an entry is linked to the text."""
    kind = draw(st.sampled_from(["", "", "ends", "from", "to", "loc", "reference"]))
    if kind in ("ends", "from", "to"):
        begin, end = (f' {name}="{draw(ENDS)}"' for name in ("from", "to"))
        return {"ends": begin + end, "from": begin, "to": end}[kind]
    return {"loc": ' loc="#p2"', "reference": ' loc="1.2"'}.get(kind, "")


ENDED: Final = linked().filter(lambda attributes: "loc" not in attributes)
"""For an entry inside a reading: if one with @loc is part of it depends on what is around."""


def reading(name: str, inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.tuples(WIT | st.just(""), WORDS, MORE, inner)
    return parts.map(lambda p: f"<{name}{p[0]}>{p[1]}{p[2]}{p[3]}</{name}>")


def entry(
    inner: st.SearchStrategy[str], link: st.SearchStrategy[str] = ENDED
) -> st.SearchStrategy[str]:
    lemma = reading("lem", inner) | st.just("")
    readings = st.lists(reading("rdg", inner), max_size=2).map("".join)
    groups = st.tuples(lemma, readings, readings).map(
        lambda p: f"<rdgGrp type='g'>{p[0]}{p[1]}<rdgGrp>{p[2]}</rdgGrp></rdgGrp>"
    )
    rest = st.sampled_from(["", "", "<note>n</note>", '<witDetail wit="#A">d</witDetail>'])
    parts = st.tuples(link, HERE, lemma, readings, groups | st.just(""), rest)
    return parts.map(lambda p: f"<app{p[0]}{p[1]}>{p[2]}{p[3]}{p[4]}{p[5]}</app>")


EMPTY: Final = st.just("")
ENTRY: Final = entry(EMPTY | entry(EMPTY | entry(EMPTY)), linked())
ENTRIES: Final = st.lists(ENTRY, max_size=2).map(" ".join)
LISTED: Final = ENTRIES.map(lambda inside: f"<listApp>{inside}</listApp>" if inside else "")
PLACES: Final = st.fixed_dictionaries(
    {
        "line": ENTRIES,
        "note": ENTRIES,
        "inside": LISTED,
        "heading": ENTRIES,
        "verse": ENTRIES,
        "behind": LISTED,
        "apart": LISTED,
        "header": ENTRIES,
    }
)


def document(places: dict[str, str]) -> str:
    body = (
        '{behind}<div n="1"><head>H{heading}</head><p n="1" xml:id="p1">One <anchor xml:id="a1"/>'
        'two{line} <seg xml:id="s">three</seg><note>N{note}{inside}</note> four</p>'
        '<p n="2" xml:id="p2">Five <anchor xml:id="a2"/>six</p></div>'
        '<lg><l n="1">A{verse}<anchor xml:id="a3"/>B</l></lg>'
    ).format(**places)
    notes = f"<profileDesc><abstract><p>Of it{places['header']}</p></abstract></profileDesc>"
    rest = f"<standOff>{places['apart']}</standOff>" if places["apart"] else ""
    return tei(LIST + body, header=notes, rest=rest)


def check(texts: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        edition = edition_of(Path(folder), texts)
    made = [OUTPUTS[name](edition, Conditions()) for name in ("data", "site", "epub")]
    artifacts = [artifact for outcome in made for artifact in outcome.value]
    assert not [p for outcome in made for p in outcome.problems if p.code == "PUB005"]
    (content,) = (a.content for a in artifacts if a.path == "data/apparatus.json")
    assert unrelated(artifacts) == []
    records, site = json.loads(content)["entries"], site_of(artifacts)
    book = books.book_of(artifacts)
    assert list(faults(site)) == []
    assert list(books.faults(book)) == []
    for file, text in texts.items():
        name, root = file.removesuffix(".xml"), etree.fromstring(text)
        expected = counted(root, sigla_of([root]))
        own = [record for record in records if record["document"] == name]
        assert list(differences(expected, own)) == []
        names = [record["id"] for record in own]
        for page in (site.pages[f"texts/{name}.html"], book.whole(name)):
            assert list(shown_wrongly(expected, names, page)) == []


def unrelated(artifacts: list[Artifact]) -> list[object]:
    """The rows of the database whose foreign keys lead nowhere."""
    (content,) = (a.content for a in artifacts if a.path == "data/edition.sqlite")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        return connection.execute("PRAGMA foreign_key_check").fetchall()


@settings(max_examples=12)
@given(PLACES, PLACES)
def test_data_site_and_book_hold_any_apparatus(one: dict[str, str], other: dict[str, str]) -> None:
    check({"a.xml": document(one), "o.xml": document(other)})


@pytest.mark.long
@settings(max_examples=int(os.environ.get("RECENSIO_EXAMPLES", "400")), derandomize=False)
@given(PLACES, PLACES)
def test_data_site_and_book_hold_any_apparatus_at_length(
    one: dict[str, str], other: dict[str, str]
) -> None:
    check({"a.xml": document(one), "o.xml": document(other)})
