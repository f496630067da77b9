"""Every way to encode an apparatus, in files of our own: data and site hold all of it."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree

from recensio.corpus import read_corpus
from recensio.model.document import Artifact
from recensio.project import open_project
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.prepare import prepare
from tests.counting import counted, differences, shown_wrongly, sigla_of
from tests.sites import Site, faults, misplaced, site_of
from tests.support import ROOT, Element, edition_of, tei

FOLDER: Final = ROOT / "tests" / "apparatus"
KINDS: Final = sorted(path.name for path in FOLDER.iterdir())


@cache
def artifacts(kind: str) -> tuple[Artifact, ...]:
    edition = prepare(read_corpus(open_project([FOLDER / kind])).value)
    assert not edition.problems
    made = [OUTPUTS[name](edition.value, Conditions()) for name in ("data", "site")]
    return tuple(artifact for outcome in made for artifact in outcome.value)


@cache
def site(kind: str) -> Site:
    return site_of(artifacts(kind))


def records(kind: str) -> dict[str, list[Any]]:
    """The entries by their document."""
    (content,) = (a.content for a in artifacts(kind) if a.path == "data/apparatus.json")
    found: dict[str, list[Any]] = defaultdict(list)
    for record in json.loads(content)["entries"]:
        found[record["document"]].append(record)
    return found


def record(kind: str, document: str, number: str) -> Any:
    (found,) = (each for each in records(kind)[document] if each["number"] == number)
    return found


def roots(kind: str) -> dict[str, Element]:
    return {path.stem: etree.parse(path).getroot() for path in sorted((FOLDER / kind).iterdir())}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "sigla"])
def test_data_and_site_hold_every_entry_reading_and_siglum_once(kind: str) -> None:
    documents = roots(kind)
    for name, root in documents.items():
        expected = counted(root, sigla_of([root, *documents.values()]))
        assert list(differences(expected, records(kind)[name])) == []
        names = [each["id"] for each in records(kind)[name]]
        assert list(shown_wrongly(expected, names, page(kind, name))) == []


def page(kind: str, document: str) -> Element:
    return site(kind).pages[f"texts/{document}.html"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_sound(kind: str) -> None:
    assert [*faults(site(kind)), *misplaced(site(kind))] == []


PLACES: Final = {
    "inline": "eleven",
    "closing": "thirteen fourteen",
    "opening": "one",
    "same block": "two three four five six",
    "overlapping": "five six",
    "nested span": "four five",
    "across blocks": ", seven eight. Nine",
    "across divs": "eleven twelve thirteen fourteen end. A line",
    "across lines": "of verse and another one.",
    "from only": "A line of verse",
    "to only": "One two three four five six, seven eight.",
    "empty span": "",
    "elements": "The first heading One two three four five six, seven eight.",
    "string range": "line",
    "lost": None,
    "reversed": None,
    "in a note": "Not of the",
    "with an entry inside": "two three four",
    "inner": None,
}


@pytest.mark.parametrize("number", PLACES)
def test_a_double_end_point_entry_has_the_words_between_its_ends(number: str) -> None:
    found = record("double-end-point", "text", number)
    assert found["place"] == PLACES[number]


def test_a_double_end_point_entry_may_belong_to_another_file() -> None:
    places = {each["number"]: each["place"] for each in records("double-end-point")["entries"]}
    assert places == {
        "another file": "two three four",
        "an address": "A line of verse and another one.",
        "a file that is not here": None,
    }


@pytest.mark.parametrize(
    ("document", "number", "place"),
    [
        ("apparatus", "pointer", "Of arms"),
        ("apparatus", "reference", "and the man"),
        ("apparatus", "with a page", "All fell silent"),
        ("apparatus", "range", "Of arms and the man"),
        ("apparatus", "parts", "so"),
        ("apparatus", "nowhere", None),
        ("apparatus", "no reference", None),
        ("text", "below", "Prose."),
        ("text", "here", None),
    ],
)
def test_a_located_entry_has_the_words_of_its_place(
    document: str, number: str, place: str | None
) -> None:
    assert record("location-referenced", document, number)["place"] == place


def test_the_text_of_the_base_is_not_said_twice() -> None:
    (text,) = (
        a.content.decode() for a in artifacts("double-end-point") if a.path == "data/text/text.txt"
    )
    assert "Nine ten, eleven twelve thirteen fourteen end.\n" in text
    paragraph = element(page("double-end-point", "text"), "p2")
    assert "".join("".join(map(str, paragraph.itertext())).split()).count("eleven") == 1


def element(of: Element, identifier: str) -> Element:
    (found,) = (e for e in of.iter("*") if e.get("id") == identifier)
    return found


def marks_in(kind: str, document: str, identifier: str) -> list[str]:
    """The entries whose marks stand in an element of a page, by the address of each mark."""
    inside = element(page(kind, document), identifier).iter("a")
    return [a.get("href", "") for a in inside if a.get("class") == "mark"]


def address(kind: str, document: str, number: str, start: str = "") -> str:
    return f"{start}#{record(kind, document, number)['id']}"


def test_the_place_of_an_entry_bears_a_mark_that_leads_to_it_and_back() -> None:
    kind = "double-end-point"
    first = marks_in(kind, "text", "p1")
    assert address(kind, "text", "same block") in first
    assert first.count(address(kind, "text", "across blocks")) == 1
    assert marks_in(kind, "text", "p2").count(address(kind, "text", "across blocks")) == 1
    for number, place in PLACES.items():
        if place is not None:
            entry = record(kind, "text", number)
            own = element(page(kind, "text"), f"{entry['id']}:lemma")
            assert own.get("data-lemma") == entry["id"]
            shown = element(page(kind, "text"), entry["id"])
            assert f"#{entry['id']}:lemma" in {a.get("href") for a in shown.iter("a")}


def test_a_mark_leads_to_an_entry_on_another_page_and_back() -> None:
    kind = "location-referenced"
    marks = marks_in(kind, "text", "v1")
    assert address(kind, "apparatus", "pointer", "../texts/apparatus.html") in marks
    name = record(kind, "apparatus", "pointer")["id"]
    shown = element(page(kind, "apparatus"), name)
    back = f"../texts/text.html#apparatus:{name}:lemma"
    assert back in {a.get("href") for a in shown.iter("a")}
    neighbours = [e for e in page(kind, "text").iter("nav") if e.get("class") == "neighbours"]
    assert [a.get("href") for e in neighbours for a in e.iter("a")] == ["../texts/apparatus.html"]


def test_an_entry_without_a_lemma_shows_the_words_of_its_place() -> None:
    shown = element(
        page("double-end-point", "text"), record("double-end-point", "text", "overlapping")["id"]
    )
    assert "five six]" in " ".join("".join(map(str, shown.itertext())).split())


def test_external_readings_have_the_text_that_they_point_at() -> None:
    first, second = records("external")["spine"]
    assert [each["resolved"] for each in first["readings"]] == ["so very dark", "dark", None]
    assert [each["resolved"] for each in second["readings"]] == ["that night", "dark", None]
    assert {each["method"] for each in (first, second)} == {"external"}
    shown = element(page("external", "spine"), first["id"])
    links = {a.get("href"): "".join(map(str, a.itertext())) for a in shown.iter("a")}
    assert links["../texts/a.html#a1"] == "so very dark"


def test_the_apparatuses_of_a_document_are_told_apart() -> None:
    layers = {each["number"]: each["layer"] for each in records("layers")["text"]}
    assert layers == {"1": "critical", "t1": "testimonia", "f1": "fontes"}


def test_what_readings_say_is_held() -> None:
    grouped = record("mixed", "text", "grouped")["readings"][1]
    assert grouped["groups"] == ["orthographic", "late"]
    assert grouped["inherited"] == {"type": "orthographic", "cause": "dialect"}
    corrected = record("mixed", "text", "corrected")
    assert corrected["lemma"]["before_correction"] == "thas"
    assert corrected["readings"][0]["before_correction"] == "those"
    assert corrected["readings"][1]["details"] == [
        {"type": None, "witnesses": [], "text": "a detail"},
        {"type": "place", "witnesses": ["C"], "text": "in marg."},
    ]
    fragmentary = record("mixed", "text", "fragmentary")
    assert fragmentary["readings"][1]["marks"] == [
        {"type": "lacunaEnd", "witnesses": ["D"]},
        {"type": "witEnd", "witnesses": ["D"]},
    ]
    assert fragmentary["readings"][1]["attested"] == "cett."
    assert record("mixed", "text", "stand-off")["exclude"] == ["ex"]
    moved, there = (record("mixed", "text", f"moved {way}") for way in ("from", "to"))
    assert (moved["transposed"], there["transposed"]) == ([there["id"]], [moved["id"]])
    assert record("mixed", "text", "blocks")["readings"][0]["resolved"] == "A verse"


@pytest.mark.parametrize(
    ("number", "witnesses", "covered"),
    [
        ("pointer", ["A", "β"], ["A", "β"]),
        ("bare", ["A", "β"], ["A", "β"]),
        ("file", ["A"], ["A"]),
        ("address", ["A"], ["A"]),
        ("prefix", ["A", "β"], ["A", "β"]),
        ("escaped", ["A"], ["A"]),
        ("group", ["g"], ["C", "D"]),
        ("same siglum", ["P"], ["P"]),
        ("undeclared", ["Z", "Vat.", "https://example.org/z#Z"], None),
        ("no name", ["α"], ["α"]),
        ("book", ["Smith"], ["Smith"]),
    ],
)
def test_sigla_are_resolved_alike_in_data_and_on_the_page(
    number: str, witnesses: list[str], covered: list[str] | None
) -> None:
    found = record("sigla", "text", number)
    assert found["lemma"]["witnesses"] == witnesses
    assert found["lemma"]["covered"] == (covered or witnesses)
    (shown,) = (
        e
        for e in element(page("sigla", "text"), found["id"]).iter("*")
        if e.get("data-wit") is not None
    )
    assert shown.get("data-wit") == " ".join(witnesses)


def test_a_witness_list_beside_a_document_that_is_built_alone_is_found(tmp_path: Path) -> None:
    for path in (FOLDER / "sigla").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    corpus = read_corpus(open_project([tmp_path / "text.xml"])).value
    assert corpus.witnesses_of(corpus.documents[0]).resolve("wit.xml#B w:B") == ("β",)


def test_an_entry_with_a_reference_that_is_the_text_is_read_where_it_stands(tmp_path: Path) -> None:
    encoding = '<variantEncoding method="parallel-segmentation" location="internal"/>'
    line = '<l n="1">All <app loc="1" xml:id="e"><lem>fell</lem><rdg wit="#A">felt</rdg></app></l>'
    text = tei(line, header=f"<encodingDesc>{encoding}</encodingDesc>")
    made = site_of(OUTPUTS["site"](edition_of(tmp_path, {"a.xml": text}), Conditions()).value)
    assert list(faults(made)) == []
    shown = element(made.pages["texts/a.html"], "e:lemma")
    assert (shown.get("data-lemma"), "".join(map(str, shown.itertext()))) == ("e", "fell")
