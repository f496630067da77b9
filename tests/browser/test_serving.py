"""An edition that is served while it is edited, in a browser: pages follow, problems show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from recensio.cli.building import request_of
from recensio.pipeline import Listener
from recensio.serving.server import Server
from recensio.serving.workshop import Workshop
from tests.browser.rig import Scheme, Visitor, visiting
from tests.support import laid_out, tei

SETTINGS = '[edition]\ntitle = "Letters"\nlanguage = "en"\n[files]\ntexts = ["*.xml"]\n'
LONG = "".join(f"<p>Paragraph {number}.</p>" for number in range(200))


class Silent(Listener):
    """Says nothing."""

    def started(self, stage: str, position: int, total: int) -> None: ...

    def finished(self, stage: str, seconds: float) -> None: ...


class Desk:
    """An edition at which an editor works, and its server."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder = folder
        self.server = server
        self._workshop = Workshop(
            lambda: request_of([folder], folder / "output", only="site"), Silent()
        )
        self.build()

    def build(self) -> None:
        self.server.publish(self._workshop.build().published)

    def write(self, name: str, content: str) -> None:
        (self.folder / name).write_text(content, encoding="utf-8")
        self.build()


@contextmanager
def desk_of(folder: Path) -> Iterator[Desk]:
    laid_out(folder, {"edition.toml": SETTINGS, "letter.xml": tei(LONG), "other.xml": tei()})
    server = Server(0)
    server.start()
    try:
        yield Desk(folder, server)
    finally:
        server.close()


def own(visitor: Visitor) -> list[str]:
    """The errors of a visitor, but that streams of events end when a page is left."""
    return [error for error in visitor.errors if "/.recensio/" not in error]


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    with visiting(browser) as visitor:
        visitor.page.set_default_timeout(10_000)
        yield visitor
    assert not own(visitor)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(tmp_path) as desk:
        yield desk


def test_a_page_follows_its_text_and_stays_where_it_is(desk: Desk, visitor: Visitor) -> None:
    page = visitor.open(f"{desk.server.address}texts/letter.html")
    page.evaluate("window.scrollTo(0, 2000)")
    desk.write("letter.xml", tei(LONG + "<p>The last words.</p>"))
    expect(page.get_by_text("The last words.")).to_be_attached()
    page.wait_for_function("window.scrollY === 2000")


def test_a_page_whose_text_is_the_same_is_left_alone(desk: Desk, visitor: Visitor) -> None:
    page = visitor.open(f"{desk.server.address}texts/letter.html")
    page.evaluate("window.untouched = true")
    desk.write("other.xml", tei('<p>Something <ref target="#nowhere">else</ref>.</p>'))
    expect(page.locator("[id=':recensio'] .bar")).to_be_visible()
    assert page.evaluate("window.untouched")


def test_a_style_comes_without_loading_the_page_again(desk: Desk, visitor: Visitor) -> None:
    page = visitor.open(f"{desk.server.address}texts/letter.html")
    (desk.folder / "own.css").write_text("p { color: red }")
    page.evaluate("window.untouched = true")
    desk.write("edition.toml", SETTINGS + '[site]\nstyle = "own.css"\n')
    page.wait_for_function("!window.untouched")
    page.evaluate("window.untouched = true")
    desk.write("own.css", "p { color: rgb(1, 2, 3) }")
    first = page.locator("main p").first
    expect(first).to_have_css("color", "rgb(1, 2, 3)")
    assert page.evaluate("window.untouched")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_bar_comes_with_a_problem_and_goes_with_it(
    desk: Desk, browser: Browser, scheme: Scheme
) -> None:
    with visiting(browser, scheme=scheme) as visitor:
        page = visitor.open(f"{desk.server.address}texts/letter.html")
        bar = page.locator("[id=':recensio'] .bar")
        desk.write("other.xml", tei("<p>No end."))
        expect(bar).to_contain_text("SRC001")
        expect(bar).to_contain_text("other.xml:1:")
        assert visitor.violations() == []
        bar.get_by_role("button", name="Dismiss").click()
        expect(bar).not_to_be_attached()
        page.reload()
        page.wait_for_timeout(200)
        expect(bar).not_to_be_attached()
        desk.write("other.xml", tei("<p>No end at all."))
        desk.write("edition.toml", "no settings")
        expect(bar).to_contain_text("SRC010")
        expect(bar).to_contain_text("as it was before")
        desk.write("edition.toml", SETTINGS)
        desk.write("other.xml", tei())
        expect(bar).not_to_be_attached()
        assert not own(visitor)


def test_an_edition_that_cannot_be_built_comes_when_it_is_mended(
    tmp_path: Path, visitor: Visitor
) -> None:
    laid_out(tmp_path, {"edition.toml": "no settings", "letter.xml": tei()})
    server = Server(0)
    server.start()
    broken = Desk(tmp_path, server)
    page = visitor.open(f"{server.address}index.html")
    expect(page.get_by_role("heading")).to_have_text("No site yet")
    expect(page.locator("[id=':recensio'] .bar")).to_contain_text("SRC010")
    broken.write("edition.toml", SETTINGS)
    expect(page.get_by_role("heading", level=1)).to_have_text("Letters")
    server.close()
    visitor.errors.clear()


def test_an_address_where_nothing_stands(desk: Desk, visitor: Visitor) -> None:
    page = visitor.open(f"{desk.server.address}texts/nothing.html")
    assert visitor.errors.pop().startswith("Failed to load resource")
    assert visitor.violations() == []
    page.get_by_role("main").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Letters")
    page.go_back()
    visitor.errors.clear()
    desk.write("nothing.xml", tei("<p>Now it does.</p>"))
    expect(page.get_by_text("Now it does.")).to_be_visible()
