"""The reading page as a reader meets it: evidence beside the line, citations, switches, margin."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from recensio.publish import OUTPUTS, Conditions
from recensio.publish.write import write
from tests.browser.rig import Scheme, Visitor, served, visiting
from tests.golden.test_golden import EDITION, artifacts
from tests.support import edition_of, tei

LAMP, LETTER = "texts/lamp.html", "texts/letter.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("reading")
    write(artifacts(EDITION), out)
    return out / "site"


def mark(page: Page, entry: str) -> Any:
    return page.locator(f'.text .mark[href="#{entry}"]')


@dataclass(frozen=True)
class Box:
    """Where something stands in the window, in pixels."""

    top: float
    bottom: float
    left: float
    right: float


def box(locator: Any) -> Box:
    found = locator.bounding_box()
    right, bottom = found["x"] + found["width"], found["y"] + found["height"]
    return Box(found["y"], bottom, found["x"], right)


def panel(page: Page) -> Any:
    return page.get_by_role("dialog")


def test_a_click_opens_the_entry_in_both_wordings(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / LAMP)
    mark(page, "a2").click()
    expect(panel(page)).to_contain_text("above] beside prints", use_inner_text=True)
    expect(panel(page)).to_contain_text("Autograph: above; The printed texts: beside.")
    expect(panel(page)).to_contain_text("The prints agree against the autograph.")
    expect(panel(page)).to_have_accessible_name("Entry 2 of the apparatus")
    expect(mark(page, "a2")).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".lemma.shown")).to_have_text("above")
    assert visitor.violations() == []
    mark(page, "a2").click()
    expect(panel(page)).to_have_count(0)


def test_a_panel_says_nothing_twice_to_programs(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / LAMP)
    hooks = "[id], [data-entry], [data-reading], [data-wit], [data-lemma], [data-note]"
    before = page.locator(hooks).count()
    mark(page, "a3").click()
    expect(panel(page)).to_be_visible()
    assert page.locator(hooks).count() == before


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_turns_and_leaves(visitor: Visitor, site: Path, key: str) -> None:
    page = visitor.open(site / LAMP)
    mark(page, "a2").focus()
    page.keyboard.press(key)
    expect(panel(page)).to_be_focused()
    page.keyboard.press("n")
    expect(panel(page)).to_have_accessible_name("Entry 3 of the apparatus")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("p")
    expect(panel(page)).to_have_accessible_name("Entry 1 of the apparatus")
    page.keyboard.press("Escape")
    expect(panel(page)).to_have_count(0)
    expect(mark(page, "a1")).to_be_focused()


def test_the_tab_key_goes_through_a_panel_and_on(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / LAMP)
    mark(page, "a2").focus()
    page.keyboard.press("Enter")
    stops = panel(page).locator("a[href], button:enabled").count()
    for _ in range(stops + 1):
        page.keyboard.press("Tab")
    expect(panel(page)).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.text') !== null")


def test_a_click_elsewhere_closes_a_panel(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / LAMP)
    page.locator('[data-lemma="a2"]').click()
    expect(panel(page)).to_be_visible()
    page.locator("h1").click()
    expect(panel(page)).to_have_count(0)


def test_words_of_an_entry_apart_from_the_text_are_lit(visitor: Visitor, tmp_path: Path) -> None:
    body = (
        "<p>Arms <anchor xml:id='s'/>and the <hi>man</hi><anchor xml:id='e'/> I sing.</p><listApp>"
        "<app xml:id='x' from='#s' to='#e'><lem wit='#A'>and the man</lem><rdg wit='#B'>a man</rdg>"
        "</app></listApp>"
    )
    edition = edition_of(tmp_path / "edition", {"a.xml": tei(body)})
    write(OUTPUTS["site"](edition, Conditions()).value, tmp_path / "out")
    page = visitor.open(tmp_path / "out/site/texts/a.html")
    mark(page, "x").click()
    lit = "[...CSS.highlights.get('lemma')].map(range => range.toString())"
    assert page.evaluate(lit) == ["and the man"]
    page.keyboard.press("Escape")
    assert page.evaluate("CSS.highlights.size") == 0


def test_a_finger_opens_an_entry_under_its_line(browser: Browser, site: Path) -> None:
    with visiting(browser, width=360, has_touch=True, is_mobile=True) as visitor:
        page = visitor.open(site / LAMP)
        mark(page, "a2").tap()
        line, shown = box(mark(page, "a2")), box(panel(page))
        assert shown.top >= line.bottom
        assert shown.left >= 0
        assert shown.right <= 360
        assert not visitor.errors


def test_an_entry_opens_beside_its_line_where_there_is_room(browser: Browser, site: Path) -> None:
    with visiting(browser, width=1600) as visitor:
        page = visitor.open(site / LAMP)
        mark(page, "a2").click()
        line, shown = box(mark(page, "a2")), box(panel(page))
        assert shown.left >= box(page.locator("article > .text")).right
        assert abs(shown.top - line.top) < 24


def test_a_note_opens_in_the_same_way(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / LETTER)
    page.locator(".noteref").first.click()
    expect(panel(page)).to_contain_text("In the paper of that spring.")
    expect(panel(page)).to_have_accessible_name("Note a")
    expect(panel(page)).to_contain_text("Among the notes")
    page.keyboard.press("Escape")
    expect(page.locator(".noteref").first).to_be_focused()


def test_a_place_is_cited_with_link_and_words(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / LETTER)
    page.locator("#p3 > .cite").click()
    citation = (
        "The Lamp, edited by A. Editor, B. Editor, Recensio 2026, A letter about the lamp, "
        "paragraph 3. texts/letter.html#p3"
    )
    expect(panel(page).locator(".citation")).to_have_text(citation)
    expect(panel(page).get_by_role("link")).to_have_attribute("href", "#p3")
    panel(page).get_by_role("button", name="Copy citation").click()
    expect(panel(page).get_by_role("status")).to_have_text("Copied")
    page.keyboard.press("Escape")
    expect(page.locator("#p3 > .cite")).to_be_focused()


def test_an_entry_is_cited_from_its_panel(visitor: Visitor, site: Path) -> None:
    with served(site) as address:
        page = visitor.open(f"{address}/{LAMP}")
        mark(page, "a3").click()
        panel(page).get_by_role("link", name="Cite this").click()
        expect(panel(page)).to_contain_text("The Lamp, edited by A. Editor")
        expect(panel(page)).to_contain_text("apparatus, entry 3")
        expect(panel(page)).to_contain_text(f"{address}/{LAMP}#a3")


def test_choices_are_kept_from_page_to_page(visitor: Visitor, site: Path) -> None:
    with served(site) as address:
        page = visitor.open(f"{address}/{LETTER}")
        name = page.locator("#persName1")
        shown = "element => getComputedStyle(element).textDecorationLine"
        assert name.evaluate(shown) == "none"
        page.locator(".options summary").click()
        page.get_by_label("Show names").check()
        page.get_by_label("Dark").check()
        page.get_by_label("Very large").check()
        assert name.evaluate(shown) == "underline"
        assert visitor.violations() == []
        page.keyboard.press("Escape")
        expect(page.locator(".options summary")).to_be_focused()
        page = visitor.open(f"{address}/{LAMP}")
        root = page.locator("html")
        expect(root).to_have_attribute("data-scheme", "dark")
        expect(root).to_have_attribute("data-names", "shown")
        paper = "getComputedStyle(document.documentElement).backgroundColor"
        assert page.evaluate(paper) == "rgb(25, 24, 22)"


def test_entries_stand_in_the_margin_beside_their_places(browser: Browser, site: Path) -> None:
    with visiting(browser, width=1600) as visitor:
        page = visitor.open(site / LAMP)
        page.locator(".options summary").click()
        page.get_by_label("Apparatus in the margin").set_checked(True)
        entries = [box(each) for each in page.locator(".apparatus .entry").all()]
        in_order = sorted(entries, key=lambda entry: entry.top)
        assert all(lower.top >= upper.bottom for upper, lower in pairwise(in_order))
        lemma = box(page.locator("#head1"))
        assert lemma.top - 8 < box(page.locator("#a1")).top < lemma.bottom
        assert visitor.violations() == []
        page.get_by_label("Apparatus in the margin").set_checked(False)
        assert box(page.locator("#a1")).top > box(page.locator("#l4")).bottom


@pytest.mark.parametrize("name", ["index.html", LAMP, LETTER])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
def test_every_page_is_accessible_and_fits(
    browser: Browser, site: Path, name: str, scheme: Scheme, width: int
) -> None:
    with visiting(browser, width=width, scheme=scheme) as visitor:
        page = visitor.open(site / name)
        assert visitor.violations() == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert not visitor.errors
        assert all(request.startswith("file://") for request in visitor.requests)


def test_without_scripts_all_is_read_and_nothing_dead_is_shown(
    browser: Browser, site: Path
) -> None:
    with visiting(browser, scripts=False) as visitor:
        page = visitor.open(site / LAMP)
        expect(page.locator(".options")).to_be_hidden()
        expect(page.locator("#a2 .plain")).to_be_hidden()
        mark(page, "a2").click()
        expect(page).to_have_url((site / LAMP).as_uri() + "#a2")
        expect(page.locator("#a2")).to_be_in_viewport()
        # Whoever follows a mark to its entry finds there what it means.
        expect(page.locator("#a2 .plain")).to_be_visible()


def test_on_paper_there_is_the_text_and_its_apparatus(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / LAMP)
    page.emulate_media(media="print")
    for unprinted in (".masthead", ".options", ".sequence"):
        expect(page.locator(unprinted)).to_be_hidden()
    expect(page.locator("#a1")).to_be_visible()
