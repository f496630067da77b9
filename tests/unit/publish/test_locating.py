"""Where in its line or paragraph the words of an entry are found that stands apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from recensio.publish.anchors import NAME
from recensio.publish.locating import located
from recensio.tei.names import XML_ID
from tests.support import edition_of, tei

PROSE = (
    '<p xml:id="p1" n="1">Gallia est <hi>omnis di</hi>visa<note>Gallia est!</note> in partes'
    " <app><lem>tres</lem><rdg>duas</rdg></app>,<lb/>quarum unam in sua colunt Belgae.</p>"
    '<p xml:id="p2" n="2">Hi omnes.</p>'
)
SPEECH = '<sp><speaker>Damon</speaker><l xml:id="l1" n="1">incipe, Nyse.</l></sp>'


def found(folder: Path, text: str, lemma: str, loc: str = "1", speakers: bool = True) -> str:
    """The text between the ends of the place of an entry with this lemma."""
    app = f'<listApp><app loc="{loc}"><lem>{lemma}</lem><rdg>x</rdg></app></listApp>'
    prepared = edition_of(folder, {"text.xml": tei(text + app)}).prepared
    (each,) = located(prepared, speakers)
    (placement,) = each.placements
    assert without_anchors(each.text) == without_anchors(prepared[0].text)
    if not placement.begins.startswith(NAME):
        return f"all from {placement.begins} to {placement.ends}"
    return between(each.text, placement.begins, placement.ends)


def without_anchors(text: str) -> bytes:
    root = etree.fromstring(text.encode())
    etree.strip_tags(root, "{*}anchor")
    return etree.tostring(root, method="c14n")


def between(text: str, first: str, last: str) -> str:
    """The text between two elements, by their xml:id."""
    pieces: list[str] = []
    begun = False
    for event, node in etree.iterwalk(etree.fromstring(text.encode()), events=("start", "end")):
        if event == "start" and node.get(XML_ID) == last:
            return "".join(pieces)
        begun = begun or node.get(XML_ID) == first
        if begun:
            pieces.append((node.text if event == "start" else node.tail) or "")
    raise AssertionError(f"{last} comes before {first}")


@pytest.mark.parametrize(
    ("lemma", "stretch"),
    [
        ("omnis divisa", "omnis divisa"),
        ("Belgae", "Belgae"),
        ("est ... divisa", "est omnis divisa"),
        ("tres quarum", "tresduas,quarum"),
        ("in", "all from p1 to p1"),
        ("Germani", "all from p1 to p1"),
        ("", "all from p1 to p1"),
    ],
)
def test_words_are_found_that_stand_in_the_place_once(
    tmp_path: Path, lemma: str, stretch: str
) -> None:
    assert found(tmp_path, PROSE, lemma) == stretch


def test_letters_are_compared_in_one_form(tmp_path: Path) -> None:
    assert found(tmp_path, '<p n="1" xml:id="p1">τὸ τ\u1f79 τε</p>', "τ\u03cc") == "τ\u1f79"


def test_a_speaker_is_found_before_the_verse(tmp_path: Path) -> None:
    assert found(tmp_path, SPEECH, "Damon") == "Damon"
    assert found(tmp_path, SPEECH, "Nyse") == "Nyse"


def test_a_speaker_is_left_where_verses_are_numbered(tmp_path: Path) -> None:
    assert found(tmp_path, SPEECH, "Damon", speakers=False) == "all from l1 to l1"
