"""Every kind of page, in light and dark, wide and narrow, with scripts and without.

The kinds are found by walking the sites, so that a new kind of page is held to this at once:
nothing wrong for axe, no error of the console, no failed request, nothing wider than the window,
and a text that can be read without scripts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from recensio.publish.write import write
from tests.browser.kinds import kinds
from tests.browser.rig import Scheme, Visitor, visiting
from tests.conftest import Recensio
from tests.golden.test_golden import EDITION, artifacts
from tests.support import ROOT, SHARED, needs_corpora

VIEWS: Final[tuple[tuple[int, Scheme], ...]] = ((1280, "light"), (360, "dark"))
"""Contrast depends on the scheme alone, the sizes of targets on the width alone."""

WIDER: Final = "document.documentElement.scrollWidth - innerWidth"
SHORTEST: Final = 20
"""The fewest characters in the main part of a page that says something."""

EXPECTED: Final = {
    *("title-page", "witness", "parallel", "all-entries", "statistics", "overview", "register"),
    *("record", "search", "words", "how-to-cite"),
}
"""Kinds that both editions have, beside their texts."""


STRANGERS: Final = (
    "calpurnius-location-referenced",
    "dharma",
    "pta-parallel-segmentation",
    "rusdracor",
    "sarit-double-end-point",
    "schnitzler-briefe",
)
"""Editions of others: verse, an inscription, homilies, drama, a commentary, letters."""


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an edition on the disk."""
    out = tmp_path_factory.mktemp("every")
    write(artifacts(request.param), out)
    return out / "site"


def faults(visitor: Visitor) -> Iterator[str]:
    """What is wrong with the page that is open, in several views of it."""
    for width, scheme in VIEWS:
        visitor.page.set_viewport_size({"width": width, "height": 900})
        visitor.page.emulate_media(color_scheme=scheme)
        over = visitor.page.evaluate(WIDER)
        if over > 0:
            yield f"{width}: {over} pixels too wide"
        yield from (
            f"{width} {scheme}: {each}" for each in visitor.violations((width, scheme) != VIEWS[0])
        )


def found(browser: Browser, pages: Mapping[str, Path]) -> list[str]:
    """What is wrong with one page of each kind."""
    told: list[str] = []
    with visiting(browser) as visitor, visiting(browser, width=360, scripts=False) as plain:
        for name, path in pages.items():
            visitor.page.set_viewport_size({"width": VIEWS[0][0], "height": 900})
            visitor.open(path)
            here = list(faults(visitor))
            plain.open(path)
            if len(plain.page.locator("main").inner_text()) < SHORTEST:
                here.append("says nothing without scripts")
            here += visitor.errors + plain.errors
            visitor.errors.clear()
            plain.errors.clear()
            told += (f"{name}, {path.name}: {each}" for each in here)
    return told


@pytest.mark.parametrize("site", [EDITION], ids=["golden"], indirect=True)
def test_every_kind_of_page(browser: Browser, site: Path) -> None:
    assert kinds(site).keys() >= EXPECTED
    assert found(browser, kinds(site)) == []


@pytest.mark.parametrize("site", [ROOT], ids=["own"], indirect=True)
def test_every_kind_of_page_that_only_our_edition_has(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    write(artifacts(EDITION), tmp_path)
    others = kinds(tmp_path / "site")
    own = {name: path for name, path in kinds(site).items() if name not in others}
    assert "chronology" in own
    assert found(browser, own) == []


@pytest.mark.long
@pytest.mark.parametrize("site", [ROOT], ids=["own"], indirect=True)
def test_every_kind_of_page_of_our_edition(browser: Browser, site: Path) -> None:
    assert kinds(site).keys() >= EXPECTED
    assert found(browser, kinds(site)) == []


@pytest.mark.long
@needs_corpora
@pytest.mark.parametrize("name", STRANGERS)
def test_every_kind_of_page_of_strangers(
    browser: Browser, recensio: Recensio, tmp_path: Path, name: str
) -> None:
    recensio("build", SHARED / "corpora" / name, "--out", tmp_path, "--only", "site")
    assert found(browser, kinds(tmp_path / "site")) == []
