"""The search in a browser, over http and from the disk; the word index and what is beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from recensio.publish import OUTPUTS, Conditions
from recensio.publish.site import documents
from recensio.publish.site.finding.search import search_files
from recensio.publish.site.page import Page as SitePage
from recensio.publish.write import write
from tests.browser.rig import Scheme, Visitor, served, visiting
from tests.support import edition_of, tei

FILES: Final = {
    "edition.toml": (
        '[edition]\ntitle = "Lamps"\n[files]\ntexts = ["one.xml", "two.xml"]\n'
        'registers = ["r.xml"]\n'
    ),
    "one.xml": tei(
        "<div><head>A house with lamps</head>"
        "<p xml:id='p1'>In <date when='1932-09-23'>1932</date> the lamp of"
        " <persName ref='#lux'>Lux</persName> burned in the naïve house.</p></div>"
        "<div><head>Poets</head><lg><l xml:id='l1'>Μῆνιν ἄειδε θεὰ</l>"
        "<l xml:id='l2'>Πηληϊάδεω Ἀχιλῆος</l></lg><p xml:id='p2'>И в Москве Рютин и ёлка.</p></div>"
        "<div><head>More</head><p xml:id='p3'>A lamp, burned out: the house<note xml:id='n1'>Of the"
        " lamplighter.</note> is cold.</p></div>",
        title="One",
    ),
    "two.xml": tei(
        "<p xml:id='q1'>Nobody lit the lamp in <date when='1940'/>1940.</p>", title="Two"
    ),
    "r.xml": tei(
        "<listPerson><person xml:id='lux'><persName>Lux</persName><note>who lit lamps</note>"
        "</person></listPerson>",
        title="Persons",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lamps")
    outcome = OUTPUTS["site"](edition_of(folder / "in", FILES), Conditions())
    assert not outcome.problems
    # Browsers ask every server for this one.
    (folder / "out/site").mkdir(parents=True)
    write(outcome.value, folder / "out")
    (folder / "out/site/favicon.ico").touch()
    return folder / "out/site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


def searched(visitor: Visitor, address: str, words: str, more: str = "") -> Page:
    """The page of a search, when it has come to an end."""
    page = visitor.open(f"{address}/search.html?q={quote(words)}{more}")
    expect(page.get_by_role("status").first).to_contain_text(("passage"), timeout=5000)
    return page


def places(page: Page) -> list[str]:
    links = page.locator(".results a").all()
    return sorted(link.get_attribute("href") or "" for link in links)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lamp burned", ["texts/one.html#p1", "texts/one.html#p3"]),
        ('"lamp of lux"', ["texts/one.html#p1"]),
        ("„lamp burned“", ["texts/one.html#p3"]),
        ("naive", ["texts/one.html#p1"]),
        ("αειδε", ["texts/one.html#l1"]),
        ("Ἀχιλῆος", ["texts/one.html#l2"]),
        ("рютин", ["texts/one.html#p2"]),
        ("елка", ["texts/one.html#p2"]),
        ("lamplighter", ["texts/one.html#n1"]),
        ("lit", ["registers/persons/lux.html", "texts/two.html#q1"]),
    ],
)
def test_words_are_found_at_their_very_place(
    words: str, found: list[str], visitor: Visitor, address: str
) -> None:
    page = searched(visitor, address, words)
    expect(page.locator(".results li")).to_have_count(len(found))
    assert places(page) == found


def test_the_words_are_marked_and_the_link_leads_to_them(visitor: Visitor, address: str) -> None:
    page = searched(visitor, address, "Ἀχιλῆος")
    assert page.locator(".results mark").all_inner_texts() == ["Ἀχιλῆος"]
    page.locator(".results a").click()
    page.wait_for_url("**/texts/one.html#l2")
    assert page.locator("#l2").count() == 1


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ("&document=texts/two.html", ["texts/two.html#q1"]),
        ("&entry=lux&kind=text", ["texts/one.html#head1"]),
        ("&from=1935", ["texts/two.html#q1"]),
        ("&from=1930&to=1935", ["texts/one.html#head1"]),
        ("&kind=register", ["registers/persons/lux.html"]),
        ("&kind=note", ["texts/one.html#n1"]),
    ],
)
def test_a_search_is_narrowed(
    narrowed: str, found: list[str], visitor: Visitor, address: str
) -> None:
    page = searched(visitor, address, "lamp", narrowed)
    expect(page.locator(".results li")).to_have_count(len(found))
    assert places(page) == found
    assert page.locator("details.narrow").get_attribute("open") is not None


def test_all_passages_of_a_choice_are_found_without_words(visitor: Visitor, address: str) -> None:
    page = searched(visitor, address, "", "&document=texts/two.html")
    assert places(page) == ["texts/two.html#q1"]


def test_the_keyboard_is_enough_and_the_address_keeps_the_search(
    visitor: Visitor, address: str
) -> None:
    page = visitor.open(f"{address}/search.html")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("lamp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("5 passages")
    page.get_by_text("Narrow the search").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Document").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("status")).to_have_text("1 passage")
    assert page.url.endswith("?q=lamp&document=texts%2Ftwo.html")
    page.reload()
    expect(page.get_by_role("status")).to_have_text("1 passage")
    page.get_by_label("Document").select_option("texts/one.html")
    expect(page.locator(".results li")).to_have_count(3)


def test_going_back_brings_the_last_search_back(visitor: Visitor, address: str) -> None:
    page = searched(visitor, address, "lux")
    page.get_by_role("searchbox").fill("рютин")
    page.keyboard.press("Enter")
    expect(page.locator(".results a")).to_have_attribute("href", "texts/one.html#p2")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("lux")


def test_nothing_found_is_said(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/search.html?q=candle")
    expect(page.get_by_role("status")).to_have_text("Nothing was found.")


def test_from_the_disk_the_page_offers_the_index(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "search.html")
    expect(page.get_by_text("opened from the disk")).to_be_visible()
    expect(page.get_by_role("searchbox")).not_to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Word index").click()
    page.wait_for_url("**/words/index.html")
    page.locator("dt", has_text="ἄειδε").locator("+ dd a").first.click()
    page.wait_for_url("**/texts/one.html#l1")


def test_without_scripts_the_page_offers_the_index(browser: Browser, address: str) -> None:
    with visiting(browser, scripts=False) as visitor:
        page = visitor.open(f"{address}/search.html")
        expect(page.get_by_role("main").get_by_role("link", name="Word index")).to_be_visible()
        expect(page.get_by_role("searchbox")).not_to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
def test_everybody_can_use_it(width: int, scheme: Scheme, browser: Browser, address: str) -> None:
    with visiting(browser, width=width, scheme=scheme) as visitor:
        searched(visitor, address, "lamp", "&from=1900")
        assert not visitor.violations()
        for page in ("words/index.html", "cite.html"):
            visitor.open(f"{address}/{page}")
            assert not visitor.violations()
            assert fits(visitor.page)
        assert not visitor.errors
        assert {request.split("/")[2] for request in visitor.requests} == {address.split("/")[2]}


def fits(page: Page) -> bool:
    """Whether nothing reaches beyond the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.fixture(scope="module")
def witnessed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The search of a site on which the first text is also shown as a witness B has it."""
    folder = tmp_path_factory.mktemp("witnessed")
    edition = edition_of(folder / "in", FILES)
    pages = [page for page in documents.ROOM.pages(edition, 1) if isinstance(page, SitePage)]
    main = pages[0].main.replace("the lamp of", "the lantern of")
    other = replace(pages[0], path="texts/one/B.html", witness="B", room="witnesses", main=main)
    made = {each.path: each for each in OUTPUTS["site"](edition, Conditions()).value}
    made |= {each.path: each for each in search_files(edition, [*pages, other]).value}
    write(made.values(), folder / "out")
    (folder / "out/site/favicon.ico").touch()
    with served(folder / "out/site") as address:
        yield address


def test_a_place_is_one_result_with_all_who_have_the_words(
    visitor: Visitor, witnessed: str
) -> None:
    page = searched(visitor, witnessed, "Lux", "&kind=text")
    assert page.locator(".results h2 a").all_inner_texts() == ["One"]
    assert page.locator(".results .siglum").all_inner_texts() == ["the reading text", "B"]


def test_a_search_in_a_witness_leads_to_its_text(visitor: Visitor, witnessed: str) -> None:
    page = searched(visitor, witnessed, "lantern")
    assert page.locator(".results h2 a").get_attribute("href") == "texts/one/B.html#p1"
    page.get_by_text("Narrow the search").click()
    page.get_by_label("Text of").select_option(label="the reading text")
    expect(page.get_by_role("status")).to_have_text("Nothing was found.")
    page.get_by_role("searchbox").fill("cold")
    page.get_by_label("Text of").select_option("B")
    expect(page.locator(".results h2 a")).to_have_attribute("href", "texts/one/B.html#p3")
