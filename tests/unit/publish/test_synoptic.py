"""Synoptic pages: what they say of themselves, their hooks and links, their data."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest

from recensio.collate.parallels import synopsis
from recensio.model.synopsis import ParallelSet, Passage, PassageKind, SynopsisKind
from recensio.publish import OUTPUTS, Conditions
from tests.parallel_passages import ALIKE, UNLIKE
from tests.sites import Site, faults, site_of
from tests.support import Element, edition_of, tei


def language(text: str) -> str:
    return "ru" if text[0] > "z" else ""


def parallel_set(name: str, *texts: str) -> ParallelSet:
    passages = tuple(
        Passage(
            siglum,
            siglum,
            text,
            PassageKind.QUOTATION,
            7,
            "ru" if text[0] > "z" else "",
            "<b>she</b>",
        )
        for siglum, text in zip("ABC", texts, strict=False)
    )
    kind, note = SynopsisKind.TRANSLATIONS, "A <note> & more."
    return ParallelSet(name, f"The {name} & co", kind, passages, note, synopsis(passages))


SETS = (
    parallel_set("letter", *ALIKE["letter"]),
    parallel_set("harvest", *ALIKE["harvest"]),
    parallel_set("names", *ALIKE["names"]),
    parallel_set("list", *UNLIKE["list"]),
)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, dict[str, object]]:
    edition = edition_of(tmp_path_factory.mktemp("edition"), {"a.xml": tei()})
    edition = replace(edition, corpus=replace(edition.corpus, parallels=SETS))
    made = OUTPUTS["site"](edition, Conditions())
    assert not made.problems
    files = {each.path: each.content for each in OUTPUTS["data"](edition, Conditions()).value}
    return site_of(made.value), json.loads(files["data/parallels.json"])


def page(outputs: tuple[Site, dict[str, object]], name: str) -> Element:
    return outputs[0].pages[f"synopses/{name}.html"]


def words(element: Element) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


def found(element: Element, xpath: str) -> list[Element]:
    result = element.xpath(xpath)
    assert isinstance(result, list)
    return [each for each in result if not isinstance(each, str)]


def test_nothing_is_wrong_with_the_pages(outputs: tuple[Site, dict[str, object]]) -> None:
    assert list(faults(outputs[0])) == []


def test_the_list_names_every_set(outputs: tuple[Site, dict[str, object]]) -> None:
    index = page(outputs, "index")
    lines = [words(row) for row in found(index, "//tbody/tr")]
    assert lines[0].startswith("letter The letter & co A , B parallel translations aligned, 0.")
    assert lines[3] == "list The list & co A , B parallel translations not aligned"
    assert words(found(index, "//caption")[0]) == "4 sets, 3 of them aligned"
    (link,) = found(index, "//nav//a[@aria-current]")
    assert link.text == "Witnesses"


@pytest.mark.parametrize("each", SETS, ids=lambda each: each.id)
def test_a_page_holds_every_passage(
    outputs: tuple[Site, dict[str, object]], each: ParallelSet
) -> None:
    for place, passage in enumerate(each.passages, start=1):
        cells = found(deepcopy(page(outputs, each.id)), f"//tbody/tr/td[{place}]")
        for extra in (each for cell in cells for each in found(cell, "*[self::a or self::b]")):
            extra.drop_tree()  # type: ignore[attr-defined]
        text = "".join(str(cell.text_content()) for cell in cells)  # type: ignore[attr-defined]
        assert "".join(text.split()) == "".join(passage.text.split())


def test_a_page_says_what_it_is(outputs: tuple[Site, dict[str, object]]) -> None:
    said = words(found(page(outputs, "letter"), "//*[@class='label']")[0])
    assert said.startswith("Parallel translations , aligned by what they say; no passage is a read")
    said = words(found(page(outputs, "list"), "//*[@class='label']")[0])
    assert said.startswith("Not aligned : compared as parallel translations, the passages have")
    head = words(found(page(outputs, "letter"), "//thead//th")[0])
    assert head == "A l. 7 direct quotation <b>she</b>"
    assert "A <note> & more." in words(page(outputs, "letter"))
    assert found(page(outputs, "list"), "//mark") == []


def test_letters_lead_to_each_other(outputs: tuple[Site, dict[str, object]]) -> None:
    letters = found(page(outputs, "letter"), "//a[@class='crossing']")
    ids = [link.get("id") for link in letters]
    assert {(link.get("href") or "")[1:] for link in letters} == set(ids)
    assert all(link.get("href") != f"#{link.get('id')}" for link in letters)
    assert {link.text for link in letters} == {"a"}


def test_another_language_is_marked(outputs: tuple[Site, dict[str, object]]) -> None:
    cells = found(page(outputs, "names"), "//tbody//td[@lang]")
    assert {(cell.get("lang"), cell.get("dir")) for cell in cells} == {("ru", "auto")}


def test_the_data_hold_the_same(outputs: tuple[Site, dict[str, object]]) -> None:
    sets = outputs[1]["sets"]
    assert isinstance(sets, list)
    assert [(each["id"], each["mode"], each["aligned"]) for each in sets] == [
        ("letter", "parallel", True),
        ("harvest", "parallel", True),
        ("names", "parallel", True),
        ("list", "parallel", False),
    ]
    assert sets[0]["witnesses"] == ["A", "B"]


def test_without_sets_there_are_no_pages(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {"a.xml": tei()})
    site = site_of(OUTPUTS["site"](edition, Conditions()).value)
    assert not [path for path in site.pages if "synopses" in path]
    assert "Synopses" not in words(site.pages["index.html"])
    data = OUTPUTS["data"](edition, Conditions()).value
    assert "data/parallels.json" not in [each.path for each in data]
