"""Parallel segmentation made from texts of witnesses gives back those texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from recensio.model.witness import Siglum, WitnessList
from recensio.tei.text import lines_of, normalise
from recensio.tei.witness_texts import witness_lines
from recensio.tei.witnesses import witness_list
from tests.support import Element, tei, the, tree_of

SIGLA: Final = ("A", "B", "C", "D", "E")
GROUPED: Final = ("D", "E")
DECLARED: Final = (
    "<listWit><witness xml:id='A'/><witness xml:id='B'/><witness xml:id='C'/>"
    "<listWit xml:id='late'><witness xml:id='D'/><witness xml:id='E'/></listWit></listWit>"
)
words = st.text("abc déж&<>\u0301", max_size=6)


@dataclass(frozen=True)
class Made:
    """TEI, and what each witness and the reading text have in it."""

    xml: str
    has: dict[str, str]
    lemma: str


@st.composite
def common(draw: st.DrawFn) -> Made:
    """A passage in which all agree."""
    text = draw(words)
    return Made(escape(text), dict.fromkeys(SIGLA, text), text)


@st.composite
def entries(draw: st.DrawFn, depth: int = 1) -> Made:
    """An app in which each witness stands in one reading, in a group, or in none."""
    place = {siglum: draw(st.integers(0, 3)) for siglum in SIGLA}
    readings = [draw(passages(depth - 1) if depth else common()) for _ in range(3)]
    together = place["D"] == place["E"] and draw(st.booleans())
    pieces: list[str] = []
    has: dict[str, str] = {}
    for number, reading in enumerate(readings):
        named = [siglum for siglum in SIGLA if place[siglum] == number]
        has |= {siglum: reading.has[siglum] for siglum in named}
        pointers = [f"#{siglum}" for siglum in named if not (together and siglum in GROUPED)]
        if together and place["D"] == number:
            pointers.append("#late")
        name = "rdg" if number else "lem"
        pieces.append(f"<{name} wit='{' '.join(pointers)}'>{reading.xml}</{name}>")
    note = draw(st.sampled_from(["", "<note>no text</note>", "<witDetail>no text</witDetail>"]))
    return Made(f"<app>{''.join(pieces)}{note}</app>", has, readings[0].lemma)


@st.composite
def passages(draw: st.DrawFn, depth: int = 1) -> Made:
    """Passages one after the other; a witness that an entry does not name has nothing there."""
    made = draw(st.lists(common() | entries(depth), min_size=1, max_size=3))
    has = {siglum: "".join(each.has.get(siglum, "") for each in made) for siglum in SIGLA}
    return Made("".join(e.xml for e in made), has, "".join(each.lemma for each in made))


def body_of(paragraphs: list[Made]) -> tuple[Element, WitnessList]:
    xml = "".join(f"<p>{paragraph.xml}</p>" for paragraph in paragraphs)
    tree = tree_of(tei(DECLARED + xml))
    body = the(tree.getroot().find(".//{*}body"))
    return body, witness_list([tree])


def lines(texts: list[str]) -> list[str]:
    return [line for line in map(normalise, texts) if line]


@given(st.lists(passages(), min_size=1, max_size=2))
def test_every_witness_has_its_text(paragraphs: list[Made]) -> None:
    body, witnesses = body_of(paragraphs)
    for siglum in SIGLA:
        expected = lines([paragraph.has[siglum] for paragraph in paragraphs])
        assert witness_lines(body, Siglum(siglum), witnesses, positive=True) == expected


@given(st.lists(passages(), min_size=1, max_size=2))
def test_the_reading_text_is_that_of_the_lemmata(paragraphs: list[Made]) -> None:
    body, _witnesses = body_of(paragraphs)
    assert lines_of(body) == lines([paragraph.lemma for paragraph in paragraphs])
