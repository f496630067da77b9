"""The page of all entries: each stands there once, with what it can be chosen by."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from recensio.publish.critical.entered import LARGEST, entered
from recensio.publish.prepare import Edition
from recensio.publish.site import site
from tests.sites import Site, faults, misplaced, site_of
from tests.support import edition_of, tei

WITNESSES: Final = (
    "<listWit><witness xml:id='A'/><witness xml:id='B'/><witness xml:id='C'/></listWit>"
)
LAMP: Final = "<app><lem wit='#A'>lamp</lem><rdg wit='#B'>light</rdg><rdg wit='#C'/></app>"
SPELT: Final = (
    "<app><lem wit='#A #C'>boats</lem><rdg wit='#B' type='orthographic'>botes</rdg></app>"
)
DIVISIONS: Final = (
    f"<div><head>One</head><p>A {LAMP} burns.</p></div><div><head>Two</head><p>{SPELT}</p></div>"
)


def built(edition: Edition) -> Site:
    found = site_of(site(edition).value)
    assert [*faults(found), *misplaced(found)] == []
    return found


def test_each_entry_says_who_has_a_reading_of_which_kind(tmp_path: Path) -> None:
    page = built(edition_of(tmp_path, {"a.xml": tei(WITNESSES + DIVISIONS)})).pages[
        "apparatus.html"
    ]
    kinds = page.xpath("//*[@data-entry]/@data-kinds")
    assert kinds == ["other words=B|omission=C", "orthographic=B"]
    assert page.xpath("//*[@data-entry]/@data-chapter") == ["a:div1", "a:div2"]
    assert page.xpath("//h3/text()") == ["One", "Two"]


def test_the_number_of_an_entry_leads_to_its_place(tmp_path: Path) -> None:
    page = built(edition_of(tmp_path, {"a.xml": tei(WITNESSES + DIVISIONS)})).pages[
        "apparatus.html"
    ]
    numbers = page.xpath("//*[@data-entry]/a[@class='number']/@href")
    assert numbers == ["texts/a.html#app1:lemma", "texts/a.html#app2:lemma"]


def test_without_scripts_entries_are_listed_by_witness_and_kind(tmp_path: Path) -> None:
    page = built(edition_of(tmp_path, {"a.xml": tei(WITNESSES + DIVISIONS)})).pages[
        "apparatus.html"
    ]
    listed = [
        (" ".join(each.xpath("string(summary)").split()), each.xpath(".//a/@href"))
        for each in page.xpath("//nav[@class='entry-index']//details")
    ]
    assert listed == [
        ("B 2 entries", ["#a:app1", "#a:app2"]),
        ("C 1 entry", ["#a:app1"]),
        ("omission 1 entry", ["#a:app1"]),
        ("orthographic 1 entry", ["#a:app2"]),
        ("other words 1 entry", ["#a:app1"]),
    ]
    assert page.xpath("//form[@hidden]//select[@name='kind']/option/@value") == [
        "",
        "omission",
        "orthographic",
        "other words",
    ]


def test_many_entries_stand_on_the_pages_of_their_documents(tmp_path: Path) -> None:
    many = f"<p>{' '.join([SPELT] * (LARGEST + 1))}</p>"
    files = {"a.xml": tei(WITNESSES + many), "b.xml": tei(WITNESSES + DIVISIONS)}
    pages = built(edition_of(tmp_path, files)).pages
    assert len(pages["apparatus/a.html"].xpath("//*[@data-entry]")) == LARGEST + 1
    assert not pages["apparatus.html"].xpath("//*[@data-entry]")
    links = pages["apparatus.html"].xpath("//ul[@class='parts']//a/@href")
    assert links == ["apparatus/a.html", "apparatus/b.html"]


def test_a_witness_departs_where_it_has_other_words_or_none(tmp_path: Path) -> None:
    silent = "<app><lem wit='#A'>lamp</lem><rdg wit='#B' type='silent'/><rdg wit='#C'/></app>"
    edition = edition_of(tmp_path, {"a.xml": tei(f"{WITNESSES}<p>{silent}</p>")})
    ((entry,),) = (chapter.entries for chapter in edition.once(entered))
    assert entry.departing == ("C",)
    assert entry.kinds == {"silent": ("B",), "omission": ("C",)}


def test_an_edition_without_entries_has_no_such_page(tmp_path: Path) -> None:
    assert "apparatus.html" not in built(edition_of(tmp_path, {"a.xml": tei()})).pages
