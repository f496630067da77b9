"""How soon something is seen on a slow line, from a server that compresses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from recensio.publish.write import write
from tests.browser.rig import served, visiting
from tests.golden.test_golden import EDITION, artifacts

SLOW: Final = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
"""Slow 3G: 400 ms to an answer, 400 kbit/s."""

SOON: Final = 1000
"""Milliseconds to the first words."""

TRIES: Final = 3
"""One of them has to be quick: other work on the machine slows a page, nothing makes it quicker."""

PAINTED: Final = """() => new Promise(told => new PerformanceObserver(found => {
  const first = found.getEntriesByName("first-contentful-paint")[0];
  if (first) told(first.startTime);
}).observe({type: "paint", buffered: true}))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the golden edition on the disk."""
    out = tmp_path_factory.mktemp("paint")
    write(artifacts(EDITION), out)
    return out / "site"


def first_paint(browser: Browser, address: str) -> float:
    """Milliseconds until the first words of a page are seen by somebody who was never here."""
    with visiting(browser) as visitor:
        line = visitor.page.context.new_cdp_session(visitor.page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", SLOW)
        visitor.page.goto(address, wait_until="commit")
        return float(visitor.page.evaluate(PAINTED))


@pytest.mark.parametrize("page", ["index.html", "texts/lamp.html", "apparatus.html"])
def test_a_page_is_seen_within_a_second(browser: Browser, site: Path, page: str) -> None:
    with served(site) as address:
        tries = (first_paint(browser, f"{address}/{page}") for _ in range(TRIES))
        assert any(found < SOON for found in tries)
