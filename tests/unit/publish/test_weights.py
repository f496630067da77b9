"""What a page weighs besides its text, compressed as servers send it."""

from __future__ import annotations

import gzip
import posixpath
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from tests.golden.test_golden import EDITION, artifacts
from tests.sites import Site, site_of
from tests.support import ROOT, Element

MOST: Final = 100_000
"""Bytes; the page of a large edition may hold half as much again."""

LONGEST: Final = 20
"""How many pages are weighed, the longest of a site."""

FRAME: Final = 5_120
"""Bytes of the style that stands in every page; it delays what is seen first."""


def weight(site: Site, files: Mapping[str, bytes], path: str) -> int:
    """The bytes of a page without its text, and of all that it loads."""
    page = site.pages[path]
    loaded = [each.get("src") for each in page.iter("script") if "src" in each.attrib]
    loaded += [each.get("href") for each in page.iter("link") if each.get("rel") == "stylesheet"]
    folder = posixpath.dirname(path)
    parts = [files[posixpath.normpath(posixpath.join(folder, each or ""))] for each in loaded]
    return sum(len(gzip.compress(each)) for each in (bare(page), *parts))


def bare(page: Element) -> bytes:
    """The markup of a page, without the words in it."""
    copy = deepcopy(page)
    for element in copy.iter("*"):
        if element.tag not in ("style", "script"):
            element.text = None
        element.tail = None
    return etree.tostring(copy, method="html", encoding="utf-8")


@pytest.mark.parametrize("edition", [EDITION, ROOT], ids=["golden", "own"])
def test_every_page_is_light(edition: Path) -> None:
    made = [each for each in artifacts(edition) if each.path.startswith("site/")]
    files = {each.path.removeprefix("site/"): each.content for each in made}
    site = site_of(made)
    longest = sorted(site.pages, key=lambda path: len(files[path]))[-LONGEST:]
    assert [path for path in longest if weight(site, files, path) > MOST] == []
    style = next(each.text or "" for each in site.pages["index.html"].iter("style"))
    assert len(style) < FRAME
