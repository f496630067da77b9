"""Whatever TEI nests in whatever: the page is HTML, as any parser reads it."""

from __future__ import annotations

from typing import Final

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from recensio import saxon
from recensio.model.document import Artifact
from tests.sites import faults, misplaced, site_of
from tests.support import tei

NAMES: Final = (
    *("p", "ab", "hi", "hi rend='bold'", "q", "quote", "cit", "title", "foreign xml:lang='he'"),
    *("list", "list type='inline'", "item", "label", "table", "row", "row role='label'", "cell"),
    *("head", "lg", "l", "l part='F' n='5'", "sp", "speaker", "stage", "castList", "castItem"),
    *("figure", "figDesc", "note", "choice", "sic", "corr", "del", "add", "unclear", "div"),
    *("ref target='#here'", "persName ref='#x'", "date when='1901'", "opener", "salute", "eg"),
    *("floatingText", "body", "listPerson", "person", "address", "addrLine", "epigraph", "code"),
    *("app xml:id='a'", "lem", "rdg", "unheard", "bibl", "listBibl", "titlePage", "emph", "seg"),
)
EMPTY: Final = st.sampled_from(["<lb/>", "<pb n='2'/>", "<gap/>", "<graphic url='x.png'/>"])
WORDS: Final = st.sampled_from(["", "a", " b ", "\n"]) | EMPTY


def inside(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(st.sampled_from(NAMES), st.lists(content, max_size=3).map("".join)).map(
        lambda found: f"<{found[0]}>{found[1]}</{found[0].split()[0]}>"
    )


CONTENT: Final = st.lists(st.recursive(WORDS, inside, max_leaves=12), max_size=4).map("".join)


def page_of(body: str) -> str:
    prepared = saxon.transform("prepare/document.xsl", "prepared", tei(body)).output
    return saxon.transform("html/document.xsl", "page", prepared).output


@settings(deadline=None, max_examples=60)
@given(CONTENT)
def test_every_tree_of_tei_becomes_html(body: str) -> None:
    page = f"<!DOCTYPE html><html lang='en'><title>a</title><main>{page_of(body)}</main></html>"
    parser = html5lib.HTMLParser()
    parser.parse(page)
    assert parser.errors == []
    site = site_of([Artifact("site/a.html", page.encode(), "text/html")])
    assert list(misplaced(site)) == []
    assert [fault for fault in faults(site) if "no place" in fault or "times" in fault] == []
