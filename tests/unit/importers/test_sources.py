"""The five sources of this edition, where the reader of the tests has them."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree

from recensio.importers.conservation import conservation
from recensio.importers.corrections import read_corrections
from recensio.importers.finding import find_sources
from recensio.importers.importer import Imported, import_source
from recensio.importers.readable import as_lines
from recensio.importers.transcripts import read_profiles
from recensio.model.problem import Problem
from recensio.resources import schema
from recensio.tei.io import parse, read, serialise
from tests.support import ROOT, SHARED

SOURCES = SHARED / "sources"
PROFILES = ROOT / "tei" / "sources"
NS = {"t": "http://www.tei-c.org/ns/1.0"}
XML = "http://www.w3.org/XML/1998/namespace"
SIGLA = "WCSRM"

pytestmark = pytest.mark.skipif(not SOURCES.is_dir(), reason="the sources are not distributed")


@cache
def transcript(siglum: str) -> tuple[str, Imported, tuple[Problem, ...]]:
    """The text, its import, and the problems met."""
    profiles = [profile for profile in read_profiles(PROFILES).value if profile.siglum == siglum]
    found = find_sources(SOURCES, profiles)
    assert not found.problems
    (file,) = found.value
    content = file.path.read_bytes()
    assert file.profile.header is not None
    header = read(file.profile.header).value
    assert header is not None
    corrections = file.profile.corrections
    given = read_corrections(corrections).value if corrections else ()
    outcome = import_source(content, file.profile, header.tree, file.path.name, given)
    assert outcome.value is not None
    return content.decode(), outcome.value, outcome.problems


def named(siglum: str, line: int) -> str:
    """The text of the element which begins in this line."""
    _, imported, _ = transcript(siglum)
    found = imported.tree.xpath("//*[@xml:id=$id]", id=f"{siglum}-{line}")
    assert isinstance(found, list)
    (element,) = found
    assert isinstance(element, etree._Element)
    return "".join(str(text) for text in element.itertext())


def count(siglum: str, path: str) -> int:
    _, imported, _ = transcript(siglum)
    return len(imported.tree.getroot().findall(path, NS))


def problems_of(siglum: str) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.location.line) for problem in transcript(siglum)[2]]


def test_the_profiles_are_understood() -> None:
    assert not read_profiles(PROFILES).problems
    assert len(read_profiles(PROFILES).value) == len(SIGLA)


@pytest.mark.parametrize("siglum", SIGLA)
def test_nothing_is_lost(siglum: str) -> None:
    text, imported, _ = transcript(siglum)
    assert not conservation(text, imported).problems


@pytest.mark.parametrize("siglum", SIGLA)
def test_valid_after_a_round_trip(siglum: str) -> None:
    tree = parse(serialise(transcript(siglum)[1].tree), f"{siglum}.xml").value
    assert tree is not None
    relaxng = etree.RelaxNG(etree.parse(schema()))
    assert relaxng.validate(tree), relaxng.error_log


@pytest.mark.parametrize("siglum", "WCSM")
def test_four_sources_have_no_problem(siglum: str) -> None:
    assert problems_of(siglum) == []


def test_the_notes_of_the_book() -> None:
    """902 references and 897 bodies; what does not meet is known, and nothing else is reported."""
    _, imported, _ = transcript("R")
    notes = imported.report.notes
    assert (notes.references, notes.bodies, notes.linked) == (902, 897, 897)
    assert problems_of("R") == [
        ("SRC020", 4214),
        ("SRC020", 4973),
        ("SRC020", 4979),
        ("SRC020", 4983),
        ("SRC022", 909),
        ("SRC022", 2887),
        ("SRC023", 3280),
    ]


def test_the_report_names_every_anomaly_of_the_notes() -> None:
    """Those that a reader of the book has found, and no others."""
    known = ("likely cut", "quotation not closed")
    doubted = transcript("R")[1].report.doubted
    assert [(doubt.line, doubt.kind) for doubt in doubted if doubt.kind not in known] == [
        (909, "note referred to again"),
        (2887, "note referred to again"),
        (3172, "two references in one mark"),
        (3280, "note number out of order"),
        (4214, "reference without a note"),
        (4242, "ibid. after a commentary that cites a work"),
        (4973, "reference in a picture without a note"),
        (4979, "footnote sign without a note"),
        (4983, "reference in a picture without a note"),
        (6762, "reference in a heading"),
    ]


def test_every_ibid_of_the_book_is_resolved() -> None:
    citations = transcript("R")[1].report.citations
    assert (citations.same, citations.resolved) == (392, 392)
    assert citations.named > 690
    assert count("R", ".//t:note//t:bibl") == citations.named + citations.same


@pytest.mark.parametrize(
    ("line", "means"),
    [
        # Across a commentary; through many others; in brackets; behind two works; in running words.
        (5159, "R-5150-b1"),
        (5180, "R-5168-b1"),
        (5286, "R-5282-b1 R-5284-b2"),
        (4242, "R-4226-b1 R-4226-b2"),
        (656, "R-655-b1"),
        (6409, "R-6407-b1"),
        (6998, "R-6998-b5"),
    ],
)
def test_ibid_means_the_work_cited_before(line: int, means: str) -> None:
    _, imported, _ = transcript("R")
    path = f".//t:note[@xml:id='R-{line}']//t:bibl[@corresp]"
    found = imported.tree.getroot().xpath(path, namespaces=NS)
    assert isinstance(found, list)
    assert " ".join(bibl.get("corresp", "")[1:] for bibl in found) == means


def test_the_joins_of_the_book() -> None:
    """Around every caption, within a heading and an item; no more than are known to be cuts."""
    report = transcript("R")[1].report
    joined = {(join.before, join.line) for join in report.joined}
    assert len(joined) == 199
    assert sum(doubt.kind == "likely cut" for doubt in report.doubted) == 28
    captions = [(264, 271), (877, 884), (2089, 2095), (3605, 3614)]
    captions += [(4067, 4074), (4727, 4735), (5384, 5391), (5459, 5466)]
    assert joined.issuperset([*captions, (1440, 1442), (4001, 4003), (2701, 2704)])


def test_the_readable_report_of_the_book() -> None:
    lines = list(as_lines(transcript("R")[1].report))
    assert "Joined: 199" in lines
    assert "  reference without a note: 1" in lines
    assert max(map(len, lines)) <= 110


def test_the_structure_of_the_book() -> None:
    assert count("R", ".//t:div[@type='chapter']") == 50
    assert count("R", ".//t:person") == 93
    assert count("R", ".//t:front/t:div") == 4
    assert count("R", ".//t:back/t:div") == 3
    assert count("R", ".//t:milestone[@unit='cut']") >= 185
    assert count("R", ".//t:p/t:figure") == 12
    assert named("R", 4896).split()[:3] == ["Soon", "after", "leaving"]


def test_the_structure_of_the_others() -> None:
    assert count("W", ".//t:list[@type='facts']/t:item/t:term") == 7
    assert count("C", ".//t:ref[@type='note']") == 13
    assert count("S", ".//t:head") == 17
    assert count("S", ".//t:gap") == 3
    assert count("M", ".//t:p/t:note[@place='foot']") == 1
    assert named("M", 65).startswith("The Situation")


def test_what_author_and_translator_put_into_the_book() -> None:
    """39 interpolations are signed by the author, two by the translator; one is cut by a page."""
    author, translator = (
        f".//t:note[@type='interpolation'][@resp='#R-{who}']" for who in ("author", "translator")
    )
    assert (count("R", author), count("R", translator)) == (39, 2)
    assert count("R", f"{author}/t:milestone") == 1
    for who in ("author", "respStmt"):
        assert count("R", f".//t:titleStmt/t:{who}[@{{{XML}}}id]") == 1


def test_the_captions_of_the_book() -> None:
    assert count("R", ".//t:figure/t:figDesc") == 159
    assert count("R", ".//t:figure/t:head") == 0
    assert count("R", ".//t:figDesc//t:date[@from][@to]") == 65


def test_the_lists_of_the_book() -> None:
    assert count("R", ".//t:list[@type='glossary']/t:item/t:term") == 55
    assert count("R", ".//t:list[@type='dates']/t:item/t:term") == 24
    assert count("R", ".//t:person[@n]") == 93
    assert count("R", f".//t:table[@{{{XML}}}lang='ru']") == 3


def test_the_title_pages() -> None:
    assert count("R", ".//t:front/t:titlePage/t:docTitle/t:titlePart") == 4
    assert count("R", ".//t:titlePage/t:docImprint/t:publisher") == 1
    assert count("M", ".//t:front/t:titlePage/*") == 4
    assert count("M", ".//t:front/t:div") == 1


@pytest.mark.parametrize(("siglum", "places"), [("C", 3), ("S", 15), ("R", 94), ("M", 11)])
def test_misreadings_are_kept_and_corrected(siglum: str, places: int) -> None:
    assert count(siglum, ".//t:text//t:choice[t:sic][t:corr]") == places
    assert len(transcript(siglum)[1].report.corrected) == places


def test_every_place_of_the_apparatus_has_an_address() -> None:
    """A place cited by line leads to an element of the transcript."""
    for siglum in SIGLA:
        text, imported, _ = transcript(siglum)
        left_out = {span.line for span in imported.report.boilerplate}
        for number, line in enumerate(text.split("\n"), 1):
            if len(line.split()) > 3 and number not in left_out:
                assert number in imported.report.places, (siglum, number)
