"""A synoptic page in a browser: what was written is seen, and nothing else is asked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import html

from recensio.publish import OUTPUTS, Conditions
from recensio.publish.write import write
from tests.browser.test_browser import hooks, visit, words
from tests.support import edition_of, tei
from tests.unit.publish.test_synoptic import SETS


def test_the_browser_sees_the_rows(chromium: str, tmp_path: Path) -> None:
    edition = edition_of(tmp_path / "edition", {"a.xml": tei()})
    edition = replace(edition, corpus=replace(edition.corpus, parallels=SETS))
    write(OUTPUTS["site"](edition, Conditions()).value, tmp_path / "out")
    page = tmp_path / "out/site/synopses/harvest.html"
    seen = visit(chromium, tmp_path, page)
    written = html.document_fromstring(page.read_text(encoding="utf-8"))
    assert hooks(seen.page) == hooks(written)
    assert words(seen.page) == words(written)
    assert not seen.hosts
