"""The elements of a text in a browser: the switch of forms, images, tables, all at once."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from recensio.publish import OUTPUTS, Conditions
from recensio.publish.write import write
from tests.browser.rig import Scheme, Visitor, visiting
from tests.support import edition_of, tei
from tests.unit.publish.test_epub import PNG

WIDE: Final = "".join(f"<cell>A long heading {n}</cell>" for n in range(12))
CELLS: Final = "".join(f"<cell>{n}</cell>" for n in range(12))
EVERYTHING: Final = (
    "<div><head>A play</head><castList><head>Persons</head><castItem><role>Lear</role></castItem>"
    "</castList><stage type='entrance'>Enter Lear.</stage><sp><speaker>Lear</speaker>"
    "<l n='5' part='I'>A line</l></sp><sp><speaker>Fool</speaker><stage>aside</stage>"
    "<l part='F'>divided.</l></sp></div><div><head>A letter</head><pb n='2' facs='a.png'/>"
    "<opener><dateline>Riga, <date when='1901'>1901</date></dateline><salute>Dear B,</salute>"
    "</opener><p>I saw <choice><sic>teh</sic><corr>the</corr></choice> <add place='above'>new</add>"
    " <del>old</del> <unclear>lamp</unclear><gap reason='illegible'/> <supplied>and</supplied>"
    " <foreign xml:lang='he'>שלום</foreign> <q>so</q> <hi rend='gesperrt'>wide</hi>"
    "<milestone unit='section' n='3'/> <ref target='https://example.org/'>there</ref>.</p>"
    "<closer><signed>A</signed></closer></div><div><head>More</head><list><label>a</label>"
    "<item>b</item></list><list rend='numbered'><item>c</item></list><table><head>Small</head>"
    "<row role='label'><cell>x</cell></row><row><cell>1</cell></row></table>"
    f"<table><head>Wide</head><row role='label'>{WIDE}</row><row>{CELLS}</row></table>"
    "<figure><graphic url='a.png'/><head>A dot</head><figDesc>One grey dot.</figDesc></figure>"
    "<quote><p>Set off.</p></quote><eg>code</eg><listBibl><bibl><title>T</title></bibl></listBibl>"
    "<p xml:lang='ar'>نص عربي</p></div>"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elements")
    (folder / "edition").mkdir()
    (folder / "edition" / "a.png").write_bytes(PNG)
    text = tei(EVERYTHING).replace("<TEI ", "<TEI xml:lang='en' ", 1)
    edition = edition_of(folder / "edition", {"a.xml": text})
    write(OUTPUTS["site"](edition, Conditions()).value, folder / "out")
    return folder / "out" / "site" / "texts" / "a.html"


def test_the_forms_of_a_word_are_switched(visitor: Visitor, page: Path) -> None:
    shown = visitor.open(page)
    choice, switch = shown.locator(".choice"), shown.locator("[data-switch] button")
    assert choice.inner_text() == "teh [the]"
    switch.nth(1).press("Enter")
    assert choice.inner_text() == "teh"
    switch.nth(2).press("Space")
    assert choice.inner_text() == "the"
    assert [each.get_attribute("aria-pressed") for each in switch.all()] == [
        "false",
        "false",
        "true",
    ]
    switch.nth(0).click()
    assert choice.inner_text() == "teh [the]"


def test_without_scripts_both_forms_are_read(browser: Browser, page: Path) -> None:
    with visiting(browser, scripts=False) as visitor:
        shown = visitor.open(page)
        assert shown.locator(".choice").inner_text() == "teh [the]"
        assert not shown.locator("[data-switch]").is_visible()


def test_an_image_is_seen(visitor: Visitor, page: Path) -> None:
    shown = visitor.open(page)
    shown.locator("img").scroll_into_view_if_needed()
    shown.wait_for_function("document.querySelector('img').naturalWidth === 1")
    assert not [each for each in visitor.requests if not each.startswith("file:")]


def test_only_a_table_that_moves_is_a_stop(browser: Browser, page: Path) -> None:
    with visiting(browser, width=360) as visitor:
        shown = visitor.open(page)
        stops = [each.get_attribute("tabindex") for each in shown.locator("div.table").all()]
        assert stops == [None, "0"]
        assert shown.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
def test_axe_finds_nothing(browser: Browser, page: Path, scheme: Scheme, width: int) -> None:
    with visiting(browser, width=width, scheme=scheme) as visitor:
        visitor.open(page)
        assert visitor.violations() == []
