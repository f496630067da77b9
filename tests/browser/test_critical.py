"""The critical views in a browser: texts of witnesses, side by side, and all entries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.publish.prepare import prepare
from recensio.publish.site import site as site_of
from recensio.publish.write import write
from tests.browser.rig import Scheme, Visitor, served, visiting
from tests.support import ROOT, edition_of, tei

PAGES: Final = (
    "texts/before-1930.html",
    "texts/before-1930/S.html",
    "texts/before-1930/parallel.html",
    "apparatus.html",
    "witnesses.html",
    "witness-texts.html",
)
OURS: Final = ("texts/before-1930/S.html", *PAGES[2:])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of our own edition on the disk."""
    out = tmp_path_factory.mktemp("critical")
    write(site_of(prepare(read_corpus(open_project([ROOT])).value).value).value, out)
    return out / "site"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Its address over http."""
    with served(site) as found:
        yield found


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a text with thirteen witnesses, whose sigla are W1 to W13."""
    names = [f"W{number}" for number in range(1, 14)]
    listed = "".join(f"<witness xml:id='{name}'/>" for name in names)
    readings = "".join(f"<rdg wit='#{name}'>light {name}</rdg>" for name in names[1:])
    body = f"<p>One <app><lem wit='#W1'>lamp</lem>{readings}</app> burns.</p><p>Two.</p>"
    out = tmp_path_factory.mktemp("many")
    xml = tei(f"<listWit>{listed}</listWit>{body}")
    write(site_of(edition_of(out / "edition", {"a.xml": xml})).value, out)
    return out / "site"


def shown(page: Page) -> list[str]:
    return [
        str(each.get_attribute("data-entry"))
        for each in page.locator(".entries [data-entry]").all()
        if each.is_visible()
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", OURS)
def test_everyone_can_use_them(browser: Browser, address: str, name: str, scheme: Scheme) -> None:
    with visiting(browser, scheme=scheme) as visitor:
        visitor.open(f"{address}/{name}")
        assert visitor.violations() == []


@pytest.mark.parametrize("width", [360, 1600])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_runs_over_the_edge(browser: Browser, site: Path, name: str, width: int) -> None:
    with visiting(browser, width=width) as visitor:
        page = visitor.open(site / name)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert not visitor.errors


def test_entries_are_chosen_by_witness_kind_and_words(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "apparatus.html")
    total = page.locator(".entries [data-entry]").count()
    page.select_option("select[name=witness]", "C")
    page.wait_for_function("location.hash === '#witness=C'")
    of_witness = shown(page)
    assert 0 < len(of_witness) < total
    assert page.locator(".results").inner_text() == f"{len(of_witness)} of {total} entries"
    page.select_option("select[name=kind]", "silent")
    page.wait_for_function("location.hash === '#witness=C&kind=silent'")
    for entry in shown(page):
        kinds = page.locator(f".entries [data-entry='{entry}']").get_attribute("data-kinds") or ""
        sigla = dict(each.split("=") for each in kinds.split("|"))["silent"]
        assert "C" in sigla.split(";")
    page.fill("input[name=text]", "no such words")
    page.wait_for_function("location.hash.includes('text=')")
    assert shown(page) == []
    assert page.locator(".results").inner_text() == "No entry is like that."
    page.click("button[type=reset]")
    page.wait_for_function("!location.hash.includes('=')")
    assert len(shown(page)) == total


def test_a_view_can_be_cited(visitor: Visitor, site: Path) -> None:
    page = visitor.open(f"{(site / 'apparatus.html').as_uri()}#kind=orthographic&text=Martemian")
    assert shown(page) == ["d002"]
    assert page.input_value("select[name=kind]") == "orthographic"


def test_a_view_is_reached_from_the_conspectus(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "witnesses.html")
    page.locator(".conspectus .scent a").first.click()
    page.wait_for_url("**/apparatus.html#witness=W")
    assert 0 < len(shown(page)) < page.locator(".entries [data-entry]").count()


def test_without_scripts_every_entry_is_there_and_listed(browser: Browser, site: Path) -> None:
    with visiting(browser, scripts=False) as visitor:
        page = visitor.open(site / "apparatus.html")
        assert page.locator("form.filters").is_hidden()
        assert len(shown(page)) == page.locator(".entries [data-entry]").count()
        page.locator(".entry-index summary").first.click()
        page.locator(".entry-index .numbers a").first.click()
        assert page.locator(".entry:target").count() == 1


def test_a_departure_says_what_the_edition_reads(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "texts/before-1930/R.html")
    mark = page.locator(".departs > a.mark").first
    mark.focus()
    said = mark.evaluate("each => getComputedStyle(each, '::after').content")
    assert "the edition reads “Ryutin”" in said
    mark.press("Enter")
    page.wait_for_url("**/texts/before-1930.html#d001")


def test_columns_are_chosen(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "texts/before-1930/parallel.html")
    button = page.locator("[data-chooser] button[data-witness=C]")
    assert page.locator("th[data-of=C]").is_visible()
    button.press("Enter")
    assert not page.locator("th[data-of=C]").is_visible()
    assert button.get_attribute("aria-pressed") == "false"
    assert "show=W%7CS%7CR%7CM" in page.url


def test_without_scripts_all_stand_side_by_side(browser: Browser, site: Path) -> None:
    with visiting(browser, width=360, scripts=False) as visitor:
        page = visitor.open(site / "texts/before-1930/parallel.html")
        assert page.locator("td .of-cell").first.is_visible()
        assert page.locator("[data-chooser] a[data-witness]").count() == 5


def test_of_many_witnesses_any_is_put_beside_the_text(visitor: Visitor, many: Path) -> None:
    page = visitor.open(f"{(many / 'texts/a/parallel.html').as_uri()}#show=W2|W13")
    page.wait_for_selector("td[data-of=W13] .departs")
    heads = [each.inner_text() for each in page.locator("thead th").all() if each.is_visible()]
    assert heads == ["Edition", "W2", "W13"]
    assert "light W13" in page.locator("td[data-of=W13]").first.inner_text()
    assert page.locator("td[data-of=W13].same").count() == 1
    assert page.locator("iframe").count() == 0
