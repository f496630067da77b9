"""The edition in `tei/` is valid, closed in its pointers and true in the places it cites."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
TEI_DIR = ROOT / "tei"
SHARED = Path(os.environ.get("RECENSIO_SHARED", ROOT.parent / "shared"))
SOURCES = {
    "W": "W-encyclopedia-article.txt",
    "C": "C-conquest-excerpt.txt",
    "S": "S-spartacus-biography.txt",
    "R": "R-rogovin-book.md",
    "M": "M-militant-1933.txt",
}
FILES = sorted(TEI_DIR.rglob("*.xml"))
CHAPTERS = sorted((TEI_DIR / "texts").glob("*.xml"))
NS = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SILENT = ("silent", "not-in-excerpt")
POINTERS = ("ref", "wit", "resp", "source", "target", "who", "corresp", "sameAs")
LONGEST_QUOTATION = 7
LONGEST_LEMMA = 11
BREAK = "\n"
BLOCKS = [
    *("{*}p", "{*}note", "{*}desc", "{*}occupation"),
    *("{*}head", "{*}label", "{*}item", "{*}cell"),
]

Tree: TypeAlias = etree._ElementTree
Element: TypeAlias = etree._Element


def parse(path: Path) -> Tree:
    return etree.parse(path, etree.XMLParser(collect_ids=False, resolve_entities=False))


TREES = {path: parse(path) for path in FILES}
APPS = [(path, app) for path in CHAPTERS for app in TREES[path].iterfind(".//t:app", NS)]
needs_sources = pytest.mark.skipif(
    not (SHARED / "sources").is_dir(), reason="the five sources are not distributed"
)


def local(element: Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def body(path: Path) -> Element:
    (found,) = TREES[path].iterfind(".//t:body", NS)
    return found


def app_id(case: object) -> str:
    return str(case.get(XML_ID)) if isinstance(case, etree._Element) else ""


def relax_ng(path: Path) -> etree.RelaxNG:
    if not path.is_file():
        pytest.skip(f"{path.name} is not here")
    return etree.RelaxNG(etree.parse(path))


@pytest.mark.parametrize(
    "schema",
    [ROOT / "schema/recensio.rng", SHARED / "corpora/schema/tei_all.rng"],
    ids=["recensio", "tei_all"],
)
def test_every_file_is_valid(schema: Path) -> None:
    grammar = relax_ng(schema)
    faults = []
    for path, tree in TREES.items():
        if not grammar.validate(tree):
            faults += [f"{path.name}:{fault.line}: {fault.message}" for fault in grammar.error_log]
    assert faults == []


def test_identifiers_are_unique_in_the_whole_edition() -> None:
    found = Counter(
        element.get(XML_ID)
        for tree in TREES.values()
        for element in tree.iter()
        if element.get(XML_ID)
    )
    assert [name for name, count in found.items() if count > 1] == []


def test_every_pointer_resolves() -> None:
    known = {element.get(XML_ID) for tree in TREES.values() for element in tree.iter()}
    dangling = [
        f"{path.name}:{element.sourceline}: @{name}={pointer}"
        for path, tree in TREES.items()
        for element in tree.iter()
        for name in POINTERS
        for pointer in (element.get(name) or "").split()
        if not pointer.startswith("https://") and pointer.removeprefix("#") not in known
    ]
    assert dangling == []


@pytest.mark.parametrize(
    ("register", "tag"),
    [
        ("people", "person"),
        ("orgs", "org"),
        ("places", "place"),
        ("works", "bibl"),
        ("events", "event"),
    ],
)
def test_registers_hold_the_whole_authority_list(register: str, tag: str) -> None:
    table = SHARED / "registers" / f"{register}.tsv"
    if not table.is_file():
        pytest.skip("the authority lists are not distributed")
    with table.open(encoding="utf-8") as lines:
        wanted = {row["id"] for row in csv.DictReader(lines, delimiter="\t")}
    entries = {e.get(XML_ID) for tree in TREES.values() for e in tree.iterfind(f".//t:{tag}", NS)}
    assert wanted <= entries


def test_there_are_enough_entries_with_numbers_of_their_own() -> None:
    numbers = [app.get("n") or "" for _, app in APPS]
    assert len(numbers) >= 20
    assert len(set(numbers)) == len(numbers)
    assert [app.get(XML_ID) for _, app in APPS] == [f"d{int(n):03d}" for n in numbers]


@pytest.mark.parametrize(("_path", "app"), APPS, ids=app_id)
def test_entry_is_positive_and_placed(_path: Path, app: Element) -> None:
    """All five witnesses stand in it; each reading is followed by the place of each witness."""
    readings = app.xpath("t:lem | t:rdg", namespaces=NS)
    named = {w for reading in readings for w in reading.get("wit", "").split()}
    assert named == {f"#{siglum}" for siglum in SOURCES}
    for reading in readings:
        placed = [d.get("wit") for d in details_after(reading)]
        silent = reading.get("type") in SILENT
        assert placed == ([] if silent else reading.get("wit").split())
        assert silent == (not "".join(reading.itertext()).strip())


@pytest.mark.parametrize(("_path", "app"), APPS, ids=app_id)
def test_entry_is_answered_for(_path: Path, app: Element) -> None:
    (lemma,) = app.iterfind("t:lem", NS)
    assert lemma.get("resp") == "#ed"
    assert lemma.get("cert") in ("high", "medium", "low")
    differing = [r for r in app.iterfind("t:rdg", NS) if r.get("type") not in SILENT]
    notes = app.findall("t:note[@type='editorial']", NS)
    assert not differing or len(notes) == 1
    assert all(note is app[-1] for note in notes)


def test_lemmata_are_short_enough_to_be_printed_whole() -> None:
    lemmata = ["".join(lemma.itertext()) for _, app in APPS for lemma in app.iterfind("t:lem", NS)]
    assert [lemma for lemma in lemmata if len(lemma.split()) > LONGEST_LEMMA] == []


def test_examples_of_the_guidelines_stand_in_the_edition() -> None:
    text = (TEI_DIR / "README.md").read_text(encoding="utf-8")
    examples = re.findall(r"```xml\n(.*?)```", text, re.DOTALL) + re.findall("`(<[^`]*>)`", text)
    edition = " ".join(" ".join(path.read_text(encoding="utf-8").split()) for path in FILES)
    assert examples
    assert [each for each in examples if " ".join(each.split()) not in edition] == []


def details_after(reading: Element) -> Iterator[Element]:
    for sibling in reading.itersiblings():
        if local(sibling) != "witDetail":
            return
        yield sibling


def test_names_and_dates_are_resolved() -> None:
    for path in CHAPTERS:
        for element in body(path).iter():
            if local(element) in ("persName", "orgName", "placeName", "name", "title"):
                assert element.get("ref"), f"{path.name}:{element.sourceline}: no @ref"
            if local(element) == "date":
                keys = {"when", "notBefore", "notAfter", "from", "to"}
                assert keys & set(element.attrib), f"{path.name}:{element.sourceline}: no date"


def test_quotations_are_short() -> None:
    for path in CHAPTERS:
        for quotation in re.findall("“([^”]*)”", "".join(TREES[path].getroot().itertext())):
            assert len(words(quotation)) <= LONGEST_QUOTATION, quotation


def source_lines(siglum: str) -> list[str]:
    return (SHARED / "sources" / SOURCES[siglum]).read_text(encoding="utf-8").split("\n")


@needs_sources
def test_every_cited_line_exists_and_is_not_blank() -> None:
    lines = {siglum: source_lines(siglum) for siglum in SOURCES}
    for path, app in APPS:
        for detail in app.iterfind("t:witDetail", NS):
            siglum = (detail.get("wit") or "").removeprefix("#")
            cited = cited_lines(detail.text or "")
            assert cited, f"{path.name}: {app.get(XML_ID)}: no line in “{detail.text}”"
            for number in cited:
                assert lines[siglum][number - 1].strip(), f"{app.get(XML_ID)}: {siglum} {number}"


def cited_lines(place: str) -> list[int]:
    lists = re.findall(r"\b(?:l|cf)\. (\d+(?:[–, ]+\d+)*)", place)
    return [int(number) for numbers in lists for number in re.findall(r"\d+", numbers)]


@needs_sources
def test_no_eight_words_in_a_row_are_those_of_a_source() -> None:
    size = LONGEST_QUOTATION + 1
    theirs = {gram for siglum in SOURCES for gram in grams("\n".join(source_lines(siglum)), size)}
    shared = [
        f"{path.name}: {' '.join(gram)}"
        for path, tree in TREES.items()
        for text in prose(tree)
        for gram in grams(text, size)
        if gram in theirs
    ]
    assert sorted(set(shared)) == []


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:['’]\w+)*", re.sub(r"<[^>]*>|[*_]", " ", text).casefold())


def grams(text: str, size: int) -> Iterator[tuple[str, ...]]:
    for passage in text.split(BREAK):
        row = words(passage.replace("'", "’"))
        yield from zip(*(row[start:] for start in range(size)), strict=False)


def prose(tree: Tree) -> Iterator[str]:
    """What the edition says: each block with its lemmata, then with each reading in turn."""
    for block in tree.iter(*BLOCKS):
        yield wording(block, {})
        for app in block.iterfind(".//t:app", NS):
            for reading in app.iterfind("t:rdg", NS):
                yield wording(block, {app: reading})


def wording(element: Element, chosen: dict[Element, Element]) -> str:
    """The words of an element; a title, being a name, and a note inside it break the row."""
    parts = [element.text or ""]
    for child in element:
        kind = local(child)
        if kind == "app":
            kept = chosen.get(child, child.find("t:lem", NS))
            parts.append(wording(kept, chosen) if kept is not None else "")
        elif kind in ("title", "note"):
            parts.append(BREAK)
        elif kind:
            parts.append(wording(child, chosen))
        parts.append(child.tail or "")
    return re.sub(r"[^\S\n]+", " ", "".join(parts))


def test_paragraphs_are_numbered_as_they_stand() -> None:
    for path in CHAPTERS:
        for part in body(path).iterchildren("{*}div"):
            names = [e.get(XML_ID) for e in part.iter("{*}p")]
            prefix = part.get(XML_ID)
            if part.get("type") != "appendix":
                assert names == [f"{prefix}-p{place}" for place in range(1, len(names) + 1)]


def test_chapters_are_numbered_in_their_order() -> None:
    parts = [part for path in CHAPTERS for part in body(path).iterchildren("{*}div")]
    chapters = [part for part in parts if part.get("type") == "chapter"]
    assert [part.get("n") for part in chapters] == [str(n + 1) for n in range(len(chapters))]
    assert [part.get(XML_ID) for part in chapters] == [f"ch{part.get('n')}" for part in chapters]
