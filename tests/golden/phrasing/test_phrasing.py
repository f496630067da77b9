"""A small text of our own invention whose entries have all that the grammar of phrasing knows.

What it prints in each language and style stands in printed/, as it was read and approved;
`pytest tests/golden --golden-update` writes it anew; read the difference before you commit it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from recensio.corpus import read_corpus
from recensio.model.apparatus import ApparatusKind
from recensio.model.phrasing import LANGUAGES, STYLES, Phrasing, phrasing
from recensio.project import open_project
from recensio.publish.phrasing import phrases
from recensio.publish.prepare import Edition, prepare
from recensio.validate import validate

HERE: Final = Path(__file__).parent
EDITION: Final = HERE / "edition"
PRINTED: Final = HERE / "printed"

EDITORS: Final[dict[str, dict[str, str | int]]] = {
    "groups-collapsed": {"groups": "collapsed", "order": "conspectus", "causes": "yes"},
    "groups-expanded": {"groups": "expanded", "order": "conspectus", "ranges-from": 3},
    "rest": {"rest": "word", "rest-from": 3, "orthographic": "hidden", "reading-limit": 4},
    "words": {"hands": "words", "orthographic": "marked", "corrections": "marked"},
}
"""Conventions that an editor changes, in Latin and otherwise in the style of the house."""

PAGES: Final[dict[str, tuple[Phrasing, ApparatusKind]]] = {
    **{name: (phrasing(name), ApparatusKind.UNDECLARED) for name in LANGUAGES},
    **{
        f"{style}-{kind}": (phrasing("la", style), kind)
        for style in STYLES
        for kind in (ApparatusKind.POSITIVE, ApparatusKind.NEGATIVE)
        if style != "plain"
    },
    **{f"plain-{name}": (phrasing(name, "plain"), ApparatusKind.UNDECLARED) for name in LANGUAGES},
    **{
        f"changed-{name}": (phrasing("la", changes=changes), ApparatusKind.POSITIVE)
        for name, changes in EDITORS.items()
    },
}


@cache
def edition() -> Edition:
    return prepare(read_corpus(open_project([EDITION])).value).value


def page(name: str) -> str:
    """Every entry of the text on a line of its own."""
    asked, kind = PAGES[name]
    corpus = replace(edition().corpus, apparatus=kind)
    (each,) = edition().prepared
    return "".join(f"{entry}\t{phrase}\n" for entry, phrase in phrases(each, corpus, asked).items())


def test_the_text_is_valid() -> None:
    project = open_project([EDITION])
    found = validate(read_corpus(project).value, project.schema)
    assert {problem.code for problem in found} <= {"WIT001", "APP001", "APP006", "APP007"}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_printed_is_what_was_read(name: str, golden_update: bool) -> None:
    path = PRINTED / f"{name}.txt"
    if golden_update:
        PRINTED.mkdir(exist_ok=True)
        path.write_text(page(name), encoding="utf-8")
    assert page(name) == path.read_text(encoding="utf-8")


def test_no_page_is_left_over() -> None:
    assert {path.stem for path in PRINTED.iterdir()} == PAGES.keys()
