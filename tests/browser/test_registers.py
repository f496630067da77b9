"""The registers in a browser: links lead to the words, figures fit, the filter finds names."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from recensio.publish.write import write
from tests.browser.rig import Scheme, Visitor, visiting
from tests.golden.test_golden import artifacts
from tests.support import ROOT

PAGES: Final = [
    (360, "light", "index"),
    (360, "light", "places"),
    (360, "light", "events"),
    (360, "light", "persons/ryutin_mn"),
    (360, "light", "chronology"),
    (768, "dark", "dates"),
    (768, "dark", "orgs"),
    (768, "dark", "network"),
    (1600, "dark", "persons/ryutin_mn"),
    (1600, "dark", "chronology"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of our own edition on the disk."""
    out = tmp_path_factory.mktemp("out")
    write(artifacts(ROOT), out)
    return out / "site"


@pytest.mark.parametrize(("width", "scheme", "name"), PAGES)
def test_every_page_is_accessible_and_fits(
    browser: Browser, site: Path, width: int, scheme: Scheme, name: str
) -> None:
    with visiting(browser, width=width, scheme=scheme) as visitor:
        page = visitor.open(site / f"registers/{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not visitor.errors
        assert visitor.violations() == []


def test_a_mention_leads_to_its_words(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "registers/persons.html")
    page.locator("#ryutin_mn a.name").click()
    assert page.url.endswith("/registers/persons/ryutin_mn.html")
    page.locator("details.document > summary").first.click()
    mention = page.locator(".passage a.mention").first
    words = mention.inner_text()
    mention.click()
    assert page.locator(":target").inner_text().startswith(words)


def test_a_name_in_the_text_leads_to_its_entry(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "texts/before-1930.html")
    page.locator(".text [data-ref='stalin'] a").first.click()
    assert page.locator("h1").inner_text().startswith("Stalin")


def test_the_filter_finds_a_name_without_its_accents(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "registers/persons.html")
    every = page.locator(".row:visible").count()
    page.get_by_role("searchbox").fill("nikítich RYUTIN")
    assert page.locator(".row:visible .name").all_inner_texts() == ["Ryutin, Martemyan Nikitich"]
    assert page.locator("section.letter:visible").count() == 1
    assert page.locator(".filter output").inner_text() == f"1 of {every} shown"
    page.get_by_role("searchbox").fill("")
    assert page.locator(".row:visible").count() == every


def test_without_scripts_all_is_there(browser: Browser, site: Path) -> None:
    with visiting(browser, scripts=False) as visitor:
        page = visitor.open(site / "registers/persons.html")
        assert page.locator(".filter").is_hidden()
        assert page.locator(".row:visible").count() == page.locator(".row").count() > 100
        page.goto((site / "registers/chronology.html").as_uri())
        assert page.locator(".lane svg:visible").count() > 20


def test_no_words_of_the_timeline_leave_a_telephone(browser: Browser, site: Path) -> None:
    with visiting(browser, width=360) as visitor:
        page = visitor.open(site / "registers/chronology.html")
        boxes = page.locator(".lane text").evaluate_all(
            "all => all.map(each => [each.getBoundingClientRect().left,"
            " each.getBoundingClientRect().right])"
        )
        assert boxes
        assert [box for box in boxes if box[0] < 0 or box[1] > 360] == []


def test_no_words_of_a_lane_stand_upon_others(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "registers/chronology.html")
    lanes = page.locator(".lane svg").evaluate_all(
        "all => all.map(svg => Array.from(svg.querySelectorAll('text'), each => {"
        " const box = each.getBBox(), way = each.getCTM();"
        " return [box.y + way.f, box.y + box.height + way.f]; }))"
    )
    for lane in lanes:
        ends = sorted(lane)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(ends))


def test_the_names_of_the_network_lead_to_entries(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "registers/network.html")
    names = page.locator(".arcs svg a")
    assert names.count() > 5
    names.first.click()
    assert "/registers/" in page.url
    assert page.locator(".where").count() == 1
