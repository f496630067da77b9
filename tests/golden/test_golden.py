"""A small edition of our own whose pages and data stand in built/ as they were read and approved.

`pytest tests/golden --golden-update` writes built/ anew; read the difference before you commit it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import html5lib
import pytest

from recensio.corpus import read_corpus
from recensio.model.document import Artifact
from recensio.project import open_project
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.prepare import prepare
from recensio.validate import validate
from tests.sites import faults, misplaced, site_of
from tests.support import ROOT

EDITION: Final = Path(__file__).parent / "edition"
BUILT: Final = Path(__file__).parent / "built"
MAIN: Final = re.compile(rb'<main id=":main">\n(.*)\n</main>', re.DOTALL)
KEPT: Final = (".html", ".json", ".txt")
LEFT: Final = ("site/pagefind/", "site/search.json", "site/words/latin")
"""What another program has made or numbered, and what follows from the texts."""


@cache
def artifacts(folder: Path) -> tuple[Artifact, ...]:
    """Site, data and TEI of an edition."""
    edition = prepare(read_corpus(open_project([folder])).value).value
    made = [OUTPUTS[name](edition, Conditions()) for name in ("tei", "data", "site")]
    assert not [found for outcome in made for found in outcome.problems]
    return tuple(artifact for outcome in made for artifact in outcome.value)


@cache
def approved() -> dict[str, bytes]:
    """What stands in built/: the main part of each page, the JSON and the texts."""
    found = {
        a.path: a.content
        for a in artifacts(EDITION)
        if a.path.endswith(KEPT) and not a.path.startswith(LEFT)
    }
    return {
        path: main_of(content) if path.endswith(".html") else content
        for path, content in found.items()
    }


def main_of(page: bytes) -> bytes:
    """The content of the main element: what the stylesheets made, without the shell."""
    found = MAIN.search(page)
    assert found
    return found[1] + b"\n"


def test_the_edition_is_valid() -> None:
    project = open_project([EDITION])
    assert not list(validate(read_corpus(project).value, project.schema))


def test_every_golden_file_is_built_and_no_other(golden_update: bool) -> None:
    if golden_update:
        for path in BUILT.rglob("*.*"):
            path.unlink()
        for name, content in approved().items():
            (BUILT / name).parent.mkdir(parents=True, exist_ok=True)
            (BUILT / name).write_bytes(content)
    golden = {p.relative_to(BUILT).as_posix() for p in BUILT.rglob("*") if p.is_file()}
    assert golden == approved().keys()


@pytest.mark.parametrize(
    "name", sorted(p.relative_to(BUILT).as_posix() for p in BUILT.rglob("*.*"))
)
def test_what_is_built_is_what_was_read(name: str) -> None:
    assert approved()[name].decode() == (BUILT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", [EDITION, ROOT], ids=["the lamp", "our edition"])
def test_every_page_is_sound(folder: Path) -> None:
    site = site_of(artifacts(folder))
    assert not list(faults(site))
    assert not list(misplaced(site))


@pytest.mark.parametrize("folder", [EDITION, ROOT], ids=["the lamp", "our edition"])
def test_every_page_is_html(folder: Path) -> None:
    pages = [a for a in artifacts(folder) if a.media_type == "text/html"]
    assert pages
    for page in pages:
        parser = html5lib.HTMLParser()
        parser.parse(page.content)
        assert not parser.errors, page.path
