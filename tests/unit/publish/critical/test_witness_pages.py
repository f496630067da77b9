"""The page of a witness shows its text, and where it departs, is silent or lacks text."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.publish.critical.witnessed import witnessed
from recensio.publish.prepare import Edition, prepare
from recensio.publish.site import site
from recensio.tei.witness_texts import WitnessTexts
from tests.sites import Site, site_of
from tests.support import ROOT, Element, edition_of, laid_out, tei
from tests.witnessed import blocks_on

WITNESSES: Final = (
    "<listWit><witness xml:id='A'/><witness xml:id='B'/><witness xml:id='C'/></listWit>"
)
POSITIVE: Final = "[files]\ntexts = ['a.xml']\n[apparatus]\nkind = 'positive'\n"


def edition_at(folder: Path) -> Edition:
    return prepare(read_corpus(open_project([folder])).value).value


def built(edition: Edition) -> Site:
    outcome = site(edition)
    assert {problem.code for problem in outcome.problems} <= {"PUB001"}
    return site_of(outcome.value)


def page_of(folder: Path, body: str, siglum: str, settings: str = "") -> Element:
    files = {"a.xml": tei(WITNESSES + body)} | ({"edition.toml": settings} if settings else {})
    edition = edition_at(laid_out(folder, files)) if settings else edition_of(folder, files)
    return built(edition).pages[f"texts/a/{siglum}.html"]


def texts(page: Element, name: str) -> list[str]:
    found = page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")
    assert isinstance(found, list)
    return [" ".join(each.text_content().split()) for each in found]


FOLDERS: Final = [
    *sorted((ROOT / "tests/apparatus").iterdir()),
    ROOT,
    ROOT / "tests/golden/edition",
]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_pages_have_the_texts_of_the_data(folder: Path) -> None:
    edition = edition_at(folder)
    pages, plain = built(edition).pages, WitnessTexts(edition.corpus)
    for each in edition.once(witnessed):
        lines = plain.of(each.document)
        for witness in each.witnesses:
            assert blocks_on(pages[witness.page]) == lines.lines(witness.siglum), witness.page


def test_a_reading_leads_to_its_entry_and_says_what_the_edition_reads(tmp_path: Path) -> None:
    body = "<p>One <app><lem wit='#A'>lamp</lem><rdg wit='#B'>light</rdg></app> burns.</p>"
    page = page_of(tmp_path, body, "B")
    assert blocks_on(page) == ["One light burns."]
    (mark,) = page.xpath("//a[@class='mark']")
    assert mark.get("href") == "../../texts/a.html#app1"
    assert mark.get("aria-label") == "Entry 1: the edition reads “lamp”"
    assert page.xpath("//*[@data-witness='B'][self::article]")


def test_what_agrees_with_the_edition_is_not_marked(tmp_path: Path) -> None:
    body = "<p><app><lem wit='#A'>lamp</lem><rdg wit='#B'>lamp</rdg></app></p>"
    assert texts(page_of(tmp_path, body, "B"), "departs") == []


def test_an_omission_is_said(tmp_path: Path) -> None:
    body = "<p>One <app><lem wit='#A'>big </lem><rdg wit='#B'/></app>lamp.</p>"
    page = page_of(tmp_path, body, "B")
    assert blocks_on(page) == ["One lamp."]
    assert texts(page, "omits") == ["om.1"]


def test_silence_is_no_omission(tmp_path: Path) -> None:
    body = "<p>One <app><lem wit='#A'>lamp</lem><rdg wit='#B' type='silent'/></app>.</p>"
    page = page_of(tmp_path, body, "B", POSITIVE)
    assert texts(page, "omits") == ["silent1"]
    assert texts(page_of(tmp_path, body, "C", POSITIVE), "omits") == ["silent1"]
    assert texts(page, "scent") == ["departs nowhere from the edition · silent in 1"]


def test_a_lacuna_is_shown_in_words(tmp_path: Path) -> None:
    start = "<app><rdg wit='#B'><lacunaStart/></rdg></app>"
    end = "<app><rdg wit='#B'><lacunaEnd/></rdg></app>"
    page = page_of(tmp_path, f"<p>One {start}lamp.</p><p>Two.</p><p>Three {end}lamps.</p>", "B")
    assert blocks_on(page) == ["One [...]", "lamps."]
    assert texts(page, "remark") == ["lacuna"]


def test_names_and_italics_of_the_text_are_kept(tmp_path: Path) -> None:
    lemma = (
        "<app><lem wit='#A'>the <hi rend='italic'>old</hi> lamp</lem><rdg wit='#B'>it</rdg></app>"
    )
    body = f"<p><persName>Ann</persName> lit {lemma} for <emph>him</emph>.</p>"
    assert [e.tag for e in page_of(tmp_path, body, "B").xpath("//div[@class='text']//em")] == ["em"]
    assert page_of(tmp_path, body, "A").xpath("//div[@class='text']//i[. = 'old']")


def test_a_reading_with_blocks_stands_between_blocks(tmp_path: Path) -> None:
    body = "<app><lem wit='#A'><p>One.</p></lem><rdg wit='#B'><p>Two.</p><p>Three.</p></rdg></app>"
    page = page_of(tmp_path, f"<div>{body}</div>", "B")
    assert blocks_on(page) == ["Two.", "Three."]
    assert [e.tag for e in page.xpath("//*[@class='departs']")] == ["div"]


def test_sigla_that_name_other_pages_get_their_own(tmp_path: Path) -> None:
    listed = "<listWit><witness xml:id='parallel'/><witness xml:id='B'/></listWit>"
    body = "<p><app><lem wit='#B'>lamp</lem><rdg wit='#parallel'>light</rdg></app></p>"
    pages = built(edition_of(tmp_path, {"a.xml": tei(listed + body)})).pages
    assert pages["texts/a/parallel.html"].xpath("//table")
    assert blocks_on(pages["texts/a/parallel-2.html"]) == ["light"]


def test_witnesses_stand_side_by_side_by_block(tmp_path: Path) -> None:
    added = "<app><lem wit='#A'/><rdg wit='#B'><p>More.</p></rdg></app>"
    lamp = "<app><lem wit='#A'>lamp</lem><rdg wit='#B'>light</rdg></app>"
    body = f"<p>One {lamp}.</p>{added}<p>Two.</p>"
    pages = built(edition_of(tmp_path, {"a.xml": tei(f"{WITNESSES}<div>{body}</div>")})).pages
    rows = pages["texts/a/parallel.html"].xpath("//tbody/tr")
    shown = [[_words(cell) for cell in row.iterchildren()] for row in rows]
    assert shown == [
        ["One lamp.", "One lamp.", "One light.More.", "One lamp."],
        ["Two.", "Two.", "Two.", "Two."],
    ]


def _words(cell: Element) -> str:
    marks = "descendant::text()[not(ancestor::a or ancestor::b or ancestor::i)]"
    return " ".join("".join(cell.xpath(marks)).split())


def test_of_many_witnesses_few_stand_on_the_parallel_page(tmp_path: Path) -> None:
    names = [f"W{number}" for number in range(1, 14)]
    listed = "".join(f"<witness xml:id='{name}'/>" for name in names)
    readings = "".join(f"<rdg wit='#{name}'>{name} light</rdg>" for name in names[1:])
    body = f"<p><app><lem wit='#W1'>lamp</lem>{readings}</app></p>"
    pages = built(edition_of(tmp_path, {"a.xml": tei(f"<listWit>{listed}</listWit>{body}")})).pages
    page = pages["texts/a/parallel.html"]
    assert len(page.xpath("//thead//th")) == 4
    assert len(page.xpath("//*[@data-chooser]//a[@data-witness]")) == 13
    assert pages["texts/a.html"].xpath("//nav[@class='witness-row']/details")


def test_the_reading_page_leads_to_the_texts(tmp_path: Path) -> None:
    body = "<p>One <app><lem wit='#A'>lamp</lem><rdg wit='#B'>light</rdg></app>.</p>"
    edition = edition_of(tmp_path, {"a.xml": tei(WITNESSES + body)})
    page = built(edition).pages["texts/a.html"]
    row = page.xpath("//nav[@class='witness-row']//a[@data-witness]/@href")
    assert row == ["../texts/a/A.html", "../texts/a/B.html", "../texts/a/C.html"]
    assert len(page.xpath("//figure[@class='chart']")) == 1
