"""A site in another language than English says nothing in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest
from lxml import etree

from recensio.model.document import Artifact
from recensio.model.interface import LANGUAGES
from recensio.model.interface.interface import words_of
from recensio.model.web import Web
from recensio.publish.epub import epub
from recensio.publish.prepare import Edition
from recensio.publish.site import lost_page, site
from tests.sites import site_of
from tests.support import Element, edition_of, tei
from tests.unit.publish.insight.test_statistics import ENTRIES
from tests.unit.publish.test_synoptic import SETS

WORD: Final = re.compile(r"[^\W\d_]{4,}")
ADDRESSES: Final = {"json", "agreement", "classes", "texts"}
HEADER: Final = {"born"}
"""Words of file names, and of the header that all documents of tests have."""

READ_OUT: Final = ("aria-label", "title", "alt")


def vocabulary(language: str) -> set[str]:
    """All words that the interface has in a language."""
    return {word.lower() for said in words_of(language).values() for word in WORD.findall(said)}


def shown(page: Element) -> Iterator[str]:
    """Every word that a reader of a page sees or hears, but for the title of the edition."""
    body = page.find("body")
    assert body is not None
    for element in body.iter("*"):
        yield from (element.text or "", element.tail or "")
        yield from (element.get(name, "") for name in READ_OUT)


def edition(folder: Path) -> Edition:
    """An edition whose own words are none of any language, but for those of the synopses."""
    sigla = "".join(f'<witness xml:id="{each}">Zzwit {each}</witness>' for each in "ABCD")
    body = f"<listWit>{sigla}</listWit><div><head>Zzhead</head><p>{ENTRIES * 3}</p></div>"
    return edition_of(folder, {"zza.xml": tei(body, title="Zztitle")})


def in_language(edition: Edition, language: str) -> Edition:
    corpus = replace(edition.corpus, web=Web(language=language), parallels=SETS)
    return replace(edition, corpus=corpus)


def pages(edition: Edition) -> Mapping[str, Element]:
    lost = lost_page(edition)
    assert lost is not None
    made: Iterable[Artifact] = (*site(edition).value, lost)
    return site_of(made).pages


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_nothing_is_said_in_english(tmp_path: Path, language: str) -> None:
    own = {word.lower() for word in WORD.findall(repr(SETS))} | ADDRESSES | HEADER
    english = vocabulary("en") - vocabulary(language) - own
    found = pages(in_language(edition(tmp_path), language))
    assert all(page.get("lang") == language for page in found.values())
    said = {
        path: {word.lower() for text in shown(page) for word in WORD.findall(text)} & english
        for path, page in found.items()
    }
    assert {path: words for path, words in said.items() if words} == {}


def test_an_electronic_book_speaks_the_language_too(tmp_path: Path) -> None:
    made = epub(in_language(edition(tmp_path), "ru"), 0)
    assert made.problems == ()
    with ZipFile(BytesIO(made.value[0].content)) as book:
        files = {name: book.read(name).decode() for name in book.namelist()}
    nav = etree.fromstring(files["EPUB/nav.xhtml"].encode())
    headings = [each.text for each in nav.iter("{*}h1", "{*}h2")]
    assert headings[0] == "Содержание"
    listed = [" ".join(each.itertext()) for each in nav.iter("{*}a")]
    assert listed[0] == "Титульный лист"
    assert "Перечень сиглов" in listed
    assert "Выходные сведения" in listed
    colophon = next(text for name, text in files.items() if name.endswith("colophon.xhtml"))
    assert 'xml:lang="ru"' in colophon
    assert "программой Recensio" in colophon
