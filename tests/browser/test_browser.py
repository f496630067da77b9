"""The site in a browser: opened from the disk, without a server and without the network.

Chromium is used if it is there; on the project's own machines (RECENSIO_CI=1) it must be.
"""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from lxml import html

from recensio.publish.write import write
from tests.browser.rig import FLAGS, Visitor
from tests.golden.test_golden import EDITION, artifacts
from tests.support import Element

OWN: Final = ("google.com", "googleapis.com", "gvt1.com", "gstatic.com")
"""Where Chromium itself calls, or would if it were let, whatever page it shows."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the golden edition on the disk."""
    out = tmp_path_factory.mktemp("out")
    write(artifacts(EDITION), out)
    return out / "site"


def run(chromium: str, folder: Path, arguments: Sequence[str]) -> str:
    command = [chromium, "--headless", *FLAGS, f"--user-data-dir={folder / 'profile'}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


@dataclass(frozen=True)
class Visit:
    """A page as the browser has it after reading it, and the hosts that it asked for."""

    page: Element
    hosts: frozenset[str]


def visit(chromium: str, folder: Path, page: Path) -> Visit:
    log = folder / "net.json"
    dom = run(chromium, folder, [f"--log-net-log={log}", "--dump-dom", page.as_uri()])
    return Visit(html.document_fromstring(dom), frozenset(hosts(log.read_text(encoding="utf-8"))))


def hosts(log: str) -> Iterator[str]:
    """The hosts in a log of the network, which may have been cut off when the browser ended."""
    whole = log.rstrip()
    events = json.loads(whole if whole.endswith("}") else whole.rstrip(",") + "]}")["events"]
    urls = (event.get("params", {}).get("url", "") for event in events)
    named = (urlsplit(url).hostname or "" for url in urls)
    yield from (host for host in named if host and not host.endswith(OWN))


PAGES: Final = ("index.html", "texts/lamp.html", "texts/letter.html")


@pytest.fixture(scope="module")
def visits(chromium: str, site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Visit]:
    folder = tmp_path_factory.mktemp("browser")
    return {name: visit(chromium, folder, site / name) for name in PAGES}


def hooks(page: Element) -> Counter[tuple[str, str]]:
    """Every id and hook of a page, with how often it stands."""
    names = ("id", "href", "data-entry", "data-lemma", "data-note", "data-ref", "data-wit")
    return Counter((n, e.attrib[n]) for e in page.iter("*") for n in names if n in e.attrib)


def words(page: Element) -> list[str]:
    return str(page.text_content()).split()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", PAGES)
def test_the_browser_sees_what_was_written(visits: dict[str, Visit], site: Path, name: str) -> None:
    written = html.document_fromstring((site / name).read_text(encoding="utf-8"))
    assert hooks(visits[name].page) == hooks(written)
    assert words(visits[name].page) == words(written)


def test_every_entry_can_be_reached_and_left(visits: dict[str, Visit]) -> None:
    page = visits["texts/lamp.html"].page
    ids = {e.get("id"): e for e in page.iter("*") if "id" in e.attrib}
    marks = [e for e in page.iter("a") if e.get("class") == "mark"]
    assert len(marks) == 7
    for mark in marks:
        entry = ids[(mark.get("href") or "")[1:]]
        number = next(entry.iter("a"))
        assert (entry.tag, number.text) == ("li", mark.text)
        assert ids[(number.get("href") or "")[1:]].get("data-lemma") == entry.get("data-entry")


def test_nothing_outside_is_asked_for(visits: dict[str, Visit]) -> None:
    assert [name for name, found in visits.items() if found.hosts] == []


def test_the_log_would_show_it(chromium: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!DOCTYPE html><title>x</title><img src="http://tracker.invalid/x.png">')
    assert visit(chromium, tmp_path, page).hosts == {"tracker.invalid"}


def test_a_visitor_sees_the_text(visitor: Visitor, site: Path) -> None:
    page = visitor.open(site / "texts/lamp.html")
    assert page.locator("[data-lemma]").count() > 0
