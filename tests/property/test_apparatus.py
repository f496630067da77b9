"""The apparatus rules over any apparatus: they never fail, and their fixes leave sound files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from recensio.model.problem import Problem
from tests.support import tei
from tests.unit.validate.apparatus.documents import LIST, checked, header

SIGLA = st.sampled_from(
    ["#Ad", "#Be", "#Gr", "#Co", "Ad", "#Xy", "##Ad", "#Ad#Be", "#", "a.xml#Du"]
)
WIT = st.lists(SIGLA, max_size=3).map(lambda sigla: f' wit="{" ".join(sigla)}"' if sigla else "")
MORE = st.sampled_from(["", "", ' type="om"', ' hand="#h"', ' varSeq="1"', ' xml:id="r"'])
TEXT = st.sampled_from(
    ["", "x", "x", " x ", "<gap/>", "y<lacunaStart/>", "<lacunaEnd/>z", "<!--c-->"]
)
ENDS = ["", "", ' from="#a1"', ' from="#a2" to="#a1"', ' from="#zz"', ' from="a1"']
LINK = st.sampled_from([*ENDS, ' loc="1"', ' next="#r"'])
METHOD = st.sampled_from([None, "parallel-segmentation", "double-end-point", "location-referenced"])


def reading(name: str, content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    parts = st.tuples(WIT, MORE, content)
    return parts.map(lambda p: f"<{name}{p[0]}{p[1]}>{p[2]}</{name}>")


def entry(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    readings = st.lists(reading("rdg", content), max_size=3).map("".join)
    grouped = readings.map(lambda inside: f"<rdgGrp>{inside}</rdgGrp>")
    rest = st.sampled_from(["", "", "<note>n</note>", '<witDetail wit="#Be">d</witDetail>'])
    lemma = reading("lem", content) | st.just("")
    parts = st.tuples(LINK, lemma, readings | grouped, rest)
    return parts.map(lambda p: f"<app{p[0]}>{p[1]}{p[2]}{p[3]}</app>")


ENTRIES = st.lists(entry(TEXT | entry(TEXT)), max_size=6).map("\n".join)


def mended(text: str, found: Problem) -> str:
    edits = found.fix.edits if found.fix else ()
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@settings(deadline=None)
@given(ENTRIES, METHOD)
def test_every_fix_leaves_a_sound_file_and_every_word(entries: str, method: str | None) -> None:
    body = f'{LIST}<p n="1"><anchor xml:id="a1"/>w<anchor xml:id="a2"/>\n{entries}</p>'
    text = tei(body, header=header(method))
    with tempfile.TemporaryDirectory() as folder:
        problems = checked(Path(folder), {"a.xml": text})
    for found in problems:
        assert found.location.line
        if found.fix:
            assert words(mended(text, found)) == words(text), found


def words(text: str) -> set[str]:
    """The words of a document; a reading merged with its equal takes none away."""
    root = etree.fromstring(text, etree.XMLParser(collect_ids=False))
    return {word for piece in root.itertext("*") for word in piece.split()}
