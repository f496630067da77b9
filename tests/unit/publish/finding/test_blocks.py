"""The blocks of a document: its whole reading text, each with the place that a link leads to."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.corpus import read_corpus
from recensio.project import open_project
from recensio.publish.prepare import Edition, prepare
from recensio.publish.site.finding.blocks import Block, blocks_of
from recensio.tei.text import lines_of
from tests.support import ROOT, XML_ID, edition_of, tei


def blocks(folder: Path, body: str, places: str) -> list[Block]:
    (prepared,) = edition_of(folder, {"a.xml": tei(body)}).readable
    return list(blocks_of(prepared, places.split()))


@pytest.mark.parametrize(
    "folder", sorted(path.name for path in (ROOT / "tests/apparatus").iterdir())
)
def test_the_blocks_are_the_whole_text(folder: str) -> None:
    edition = prepare(read_corpus(open_project([ROOT / "tests/apparatus" / folder])).value).value
    assert all_text(edition) == [
        line for each in edition.readable for line in lines_of(each.document.tree.getroot())
    ]


def all_text(edition: Edition) -> list[str]:
    found = []
    for each in edition.readable:
        ids = {e.get(XML_ID, "") for e in each.document.tree.getroot().iter("*")}
        found += [block.text for block in blocks_of(each, ids)]
    return found


def test_a_block_is_found_at_the_innermost_place_of_the_page(tmp_path: Path) -> None:
    body = (
        "<div xml:id='d'><head>On lamps</head><lg xml:id='s'><l xml:id='l'>One</l><l n='20'>two</l>"
        "</lg><p xml:id='gone'>Three</p></div>"
    )
    found = blocks(tmp_path, body, "d s l")
    assert [(each.anchor, each.label, each.text) for each in found] == [
        ("d", "", "On lamps"),
        ("l", "1", "One"),
        ("s", "2", "two"),
        ("d", "3", "Three"),
    ]
    assert {each.section for each in found} == {"On lamps"}


def test_the_number_that_a_line_has_is_told(tmp_path: Path) -> None:
    found = blocks(tmp_path, "<lg><l xml:id='l' n='20'>Two</l></lg>", "l")
    assert [each.label for each in found] == ["20"]


def test_the_lemma_is_read_and_its_names_are_noted(tmp_path: Path) -> None:
    body = (
        "<p xml:id='p'>In <app><lem><placeName xml:id='m'>Moscow</placeName></lem><rdg>"
        "<placeName xml:id='g'>Gorky</placeName></rdg></app><note>a note</note>.</p>"
    )
    (found,) = blocks(tmp_path, body, "p m")
    assert (found.text, found.anchor, found.mentions) == ("In Moscow.", "p", ("m",))
