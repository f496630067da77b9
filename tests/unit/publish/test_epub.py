"""The electronic book: its files, its popups, its links; all of every apparatus."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from recensio.corpus import read_corpus
from recensio.model.document import Artifact
from recensio.model.problem import Problem
from recensio.project import open_project
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.json_files import entry_records
from recensio.publish.prepare import Edition, prepare
from tests.books import EPUB_TYPE, XHTML, Book, book_of, epubcheck, faults
from tests.counting import counted, shown_wrongly, sigla_of
from tests.support import ROOT, Element, codes, edition_of, laid_out, needs_program, tei, the

FOLDER: Final = ROOT / "tests" / "apparatus"
KINDS: Final = sorted(path.name for path in FOLDER.iterdir())
MOMENT: Final = 1_790_000_000
PNG: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'
)
WITNESSES: Final = '<listWit><witness xml:id="A">Codex A</witness><witness xml:id="B"/></listWit>'
APP: Final = '<app><lem wit="#A">lux</lem><rdg wit="#B">nox</rdg></app>'


def made(edition: Edition, timestamp: int = MOMENT) -> tuple[tuple[Artifact, ...], list[Problem]]:
    outcome = OUTPUTS["epub"](edition, Conditions(timestamp=timestamp))
    return outcome.value, list(outcome.problems)


def book(folder: Path, **texts: str) -> Book:
    """The book of texts by their name; it has no fault."""
    files = {f"{name}.xml": text for name, text in texts.items()}
    artifacts, problems = made(edition_of(folder, files))
    assert problems == []
    found = book_of(artifacts)
    assert list(faults(found)) == []
    return found


@cache
def edition_at(folder: Path) -> Edition:
    return prepare(read_corpus(open_project([folder])).value).value


def types(tree: Element, name: str) -> list[Element]:
    return [element for element in tree.iter(f"{XHTML}*") if element.get(EPUB_TYPE) == name]


def words(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "sigla"])
def test_a_book_holds_every_entry_reading_and_siglum_once(kind: str) -> None:
    edition = edition_at(FOLDER / kind)
    found = book_of(made(edition)[0])
    assert list(faults(found)) == []
    records = entry_records(edition)
    roots = {path.stem: etree.parse(path).getroot() for path in (FOLDER / kind).iterdir()}
    for name, root in roots.items():
        expected = counted(root, sigla_of([root, *roots.values()]))
        names = [str(each["id"]) for each in records if each["document"] == name]
        if names:
            assert list(shown_wrongly(expected, names, found.whole(name))) == []


def test_the_container_is_the_same_whenever_it_is_made() -> None:
    edition = edition_at(ROOT)
    (one,), _ = made(edition)
    (other,), _ = made(edition)
    assert one.content == other.content
    container = ZipFile(io.BytesIO(one.content))
    first, *rest = container.infolist()
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert one.content[30:58] == b"mimetypeapplication/epub+zip"
    assert [each.filename for each in rest] == sorted(each.filename for each in rest)
    assert {each.date_time for each in container.infolist()} == {(2026, 9, 21, 14, 13, 20)}


def test_a_book_dated_before_zip_files_can_be_is_made() -> None:
    (artifact,), _ = made(edition_at(ROOT), timestamp=0)
    assert ZipFile(io.BytesIO(artifact.content)).infolist()[0].date_time[0] == 1980
    assert "1970-01-01T00:00:00Z" in words(book_of([artifact]).opf)


def test_the_package_says_what_the_edition_says() -> None:
    opf = book_of(made(edition_at(ROOT))[0]).opf
    told = {str(e.tag).rpartition("}")[2]: e.text for e in opf[0] if "purl.org" in str(e.tag)}
    assert told["title"] == "The Ryutin Affair"
    assert told["creator"] == "The Recensio editors"
    assert (told["language"], told["date"], told["rights"]) == ("en", "2026", "CC BY 4.0")
    assert (told["identifier"] or "").startswith("urn:uuid:")
    properties = [(e.get("property"), e.text) for e in opf[0] if e.get("property")]
    assert ("dcterms:modified", "2026-09-21T14:13:20Z") in properties
    assert ("schema:accessMode", "textual") in properties
    assert ("schema:accessMode", "visual") not in properties
    assert ("schema:accessibilityFeature", "alternativeText") not in properties
    assert ("schema:accessibilityFeature", "printPageNumbers") not in properties


def test_an_identifier_outlives_a_correction(tmp_path: Path) -> None:
    def identifier(folder: Path, text: str) -> str:
        return words(the(book(folder, one=text).opf.find(".//{*}identifier")))

    before = identifier(tmp_path / "a", tei("<p>Speling.</p>"))
    assert identifier(tmp_path / "b", tei("<p>Spelling.</p>")) == before
    assert identifier(tmp_path / "c", tei(title="Another")) != before


def test_a_declared_identifier_is_kept(tmp_path: Path) -> None:
    text = tei().replace(
        "<p>Unpublished.</p>", "<idno>Box 7</idno><idno type='DOI'>10.1234/x</idno>"
    )
    found = book(tmp_path, one=text)
    assert words(the(found.opf.find(".//{*}identifier"))) == "10.1234/x"
    assert '"10.1234/x"' in etree.tostring(found.trees["toc.ncx"]).decode()


def test_entries_and_notes_are_popups_with_the_way_back(tmp_path: Path) -> None:
    found = book(tmp_path, one=tei(f"{WITNESSES}<p>Fiat {APP}<note>A note.</note>.</p>"))
    (leaf,) = found.leaves("one")
    opened = {f"#{note.get('id')}": note for note in types(leaf, "footnote")}
    marks = types(leaf, "noteref")
    assert [words(opened[mark.get("href", "")]) for mark in marks] == [
        "1 lux] A; nox B",
        "a A note.",
    ]
    assert {note.tag for note in opened.values()} == {f"{XHTML}aside"}
    assert {note.get("role") for note in opened.values()} == {"doc-footnote"}
    backlinks = [link for link in leaf.iter(f"{XHTML}a") if link.get("role") == "doc-backlink"]
    around = {f"#{element.get('id')}" for element in leaf.iter("*") if element.get("id")}
    assert len(backlinks) == 2
    assert all(link.get("href") in around for link in backlinks)


def test_what_no_mark_opens_is_not_hidden_as_a_note(tmp_path: Path) -> None:
    header = f"<profileDesc><abstract><p>Of it {APP}</p></abstract></profileDesc>"
    (leaf,) = book(tmp_path, one=tei(f"{WITNESSES}<p>Text.</p>", header)).leaves("one")
    (entry,) = (element for element in leaf.iter("*") if element.get("data-entry"))
    assert entry.tag == f"{XHTML}div"
    assert types(leaf, "footnote") == []


def test_a_large_text_is_parted_and_its_links_still_lead(tmp_path: Path) -> None:
    line = "<p>" + "Verba volant scripta manent. " * 60 + "</p>"
    divisions = "".join(
        f'<div xml:id="d{n}"><head>Part {n}</head>{line * 10}'
        f'<p>Here {APP}<note>Note {n}, <ref target="#d{59 - n}">there</ref>.</note></p></div>'
        for n in range(60)
    )
    found = book(tmp_path, one=tei(WITNESSES + divisions))
    leaves = found.leaves("one")
    assert 5 < len(leaves) < 20
    assert max(len(found.files[name]) for name in found.spine) < 400_000
    heads = [words(head) for leaf in leaves for head in leaf.iter(f"{XHTML}h2")]
    assert heads == [f"Part {n}" for n in range(60)]
    notes = [words(note) for leaf in leaves for note in types(leaf, "footnote")]
    assert len(notes) == 120
    listed = [words(link) for link in found.trees["nav.xhtml"].iter(f"{XHTML}a")]
    assert [each for each in listed if each.startswith("Part")] == heads


def test_one_long_section_is_parted_too(tmp_path: Path) -> None:
    lines = "".join(f"<p>{n} {'x ' * 900}</p>" for n in range(300))
    leaves = book(tmp_path, one=tei(f"<div xml:lang='la'>{lines}</div>")).leaves("one")
    paragraphs = [p for leaf in leaves for p in leaf.iter(f"{XHTML}p") if p.get("class") == "p"]
    assert [words(p).split()[0] for p in paragraphs] == [str(n) for n in range(300)]
    latin = [e for leaf in leaves for e in leaf.iter(f"{XHTML}section") if e.get("lang") == "la"]
    assert len(latin) == len(leaves) > 2
    assert sum("id" in each.attrib for each in latin) == 1


def test_headings_stand_inside_one_another(tmp_path: Path) -> None:
    body = (
        "<div><head>One</head><div><head>Inner <note>n</note></head><p>x</p></div></div>"
        "<div><head>Two</head><p>y</p></div>"
    )
    nav = book(tmp_path, one=tei(body, title="Title")).trees["nav.xhtml"]
    chapters = nav.findall(f"./*/{XHTML}nav/{XHTML}ol/{XHTML}li")
    assert [words(li) for li in chapters][1:3] == ["TitleOneInnerTwo", "Colophon"]
    assert [words(li) for li in chapters[1].findall(f"./*/{XHTML}li")] == ["OneInner", "Two"]


def test_the_contents_leave_out_where_pages_begin(tmp_path: Path) -> None:
    body = '<div><head>One <pb n="7"/>head</head></div><div><head>Two</head></div>'
    found = book(tmp_path, one=tei(body))
    listed = [words(link) for link in found.trees["nav.xhtml"].iter(f"{XHTML}a")]
    assert "One head" in listed


def test_pages_of_one_source_are_listed(tmp_path: Path) -> None:
    body = '<p><pb n="1" ed="X"/>a<pb n="ii" ed="Y"/>b<pb/>c<pb n="2" ed="X"/>d</p>'
    found = book(tmp_path, one=tei(body))
    (pages,) = types(found.trees["nav.xhtml"], "page-list")
    assert [words(link) for link in pages.iter(f"{XHTML}a")] == ["1", "2"]
    assert "printPageNumbers" in words(found.opf)


def test_foreign_passages_say_their_language_and_direction(tmp_path: Path) -> None:
    body = (
        '<p><foreign xml:lang="he">שלום <foreign xml:lang="en">in</foreign></foreign> '
        '<foreign xml:lang="he-Latn">shalom</foreign> <foreign xml:lang="syc">ܫ</foreign> '
        '<foreign xml:lang="az-Arab">x</foreign> <foreign xml:lang="no tag">y</foreign></p>'
    )
    (leaf,) = book(tmp_path, one=tei(body)).leaves("one")
    foreign = (e for e in leaf.iter(f"{XHTML}i", f"{XHTML}span") if e.get("class") == "foreign")
    passages = [(e.get("lang"), e.get("dir")) for e in foreign]
    assert passages == [
        ("he", "rtl"),
        ("en", "ltr"),
        ("he-Latn", None),
        ("syc", "rtl"),
        ("az-Arab", "rtl"),
        (None, None),
    ]


def test_only_a_day_is_a_day_in_the_book(tmp_path: Path) -> None:
    body = (
        "<p><date when='1901-02-03'>a <hi>b</hi></date> <date when='1901'>c <hi>d</hi></date></p>"
    )
    (leaf,) = book(tmp_path, one=tei(body)).leaves("one")
    assert [words(each) for each in leaf.iter(f"{XHTML}time")] == ["a b"]
    assert words(the(leaf.find(f".//{XHTML}p"))).endswith("a b c d")


def test_images_of_the_folder_are_in_the_book(tmp_path: Path) -> None:
    body = (
        '<figure><graphic url="seal%20one.png"/><figDesc>A seal</figDesc></figure>'
        '<p><graphic url="a.svg"/><graphic url="bad.svg"/><graphic url="https://x.org/y.png"/>'
        '<graphic url="../out.png"/></p>'
    )
    laid_out(tmp_path / "in", {"a.svg": SVG, "bad.svg": SVG.replace("<circle", "<script/><circle")})
    (tmp_path / "in" / "seal one.png").write_bytes(PNG)
    artifacts, problems = made(edition_of(tmp_path / "in", {"one.xml": tei(body)}))
    assert codes(problems) == ["PUB022", "PUB022"]
    found = book_of(artifacts)
    assert list(faults(found)) == []
    (leaf,) = found.leaves("one")
    images = [(image.get("src"), image.get("alt")) for image in leaf.iter(f"{XHTML}img")]
    assert images == [("images/0001.png", "A seal"), ("images/0002.svg", "a.svg")]
    assert found.files["images/0001.png"] == PNG
    assert "alternativeText" not in words(found.opf)
    assert "accessModeSufficient" in etree.tostring(found.opf).decode()


def test_only_who_is_mentioned_is_in_the_index(tmp_path: Path) -> None:
    persons = (
        '<listPerson><person xml:id="p1"><persName>Ada</persName></person>'
        '<person xml:id="p2"><persName>Bea</persName></person></listPerson>'
    )
    header = f"<profileDesc><particDesc>{persons}</particDesc></profileDesc>"
    text = tei('<p><persName ref="#p1">Ada</persName> and <ref target="#p2">her</ref>.</p>', header)
    found = book(tmp_path, one=text)
    (index,) = found.leaves("persons")
    assert [words(head) for head in index.iter(f"{XHTML}h2")] == ["Ada"]
    links = [a.get("href") for a in index.iter(f"{XHTML}a") if a.get("class") == "mention"]
    assert len(links) == 1


STRANGE: Final = tei(
    f"{WITNESSES}<pb n='1'/><head>H<lb/>ead<note>n <list><item>i</item></list></note></head>"
    f"<div xml:id='d.-1'><head>A {APP}</head><p xml:id='é1' xml:lang='ar'>x "
    "<ref target='#é1'>é</ref> <ref target='http://a b.org/ü?[1]'>bad</ref> "
    "<ref target='https://x.org/%zz'>y</ref> <ref target='javascript:x'>z</ref></p>"
    "<p>a <list><label>l</label><item>b <table><row><cell cols='2'><p>c</p></cell></row>"
    "<note>t</note></table></item></list> <hi>h <lg><l n='5'>v</l></lg></hi> "
    "<q>q <p>p</p></q> <date when='-0044-03-15'>Ides</date></p><table/><list/>"
    "<sp><speaker>S <list><item>x</item></list></speaker><l>v</l></sp><unknown><p>u</p></unknown>"
    "<floatingText><body><head>F</head><p>x</p></body></floatingText></div>"
    "<div><head><list><item>only</item></list></head><p/></div>"
)


@needs_program("epubcheck")
def test_epubcheck_finds_nothing_against_the_edition(tmp_path: Path) -> None:
    (artifact,), problems = made(edition_at(ROOT))
    assert problems == []
    assert epubcheck(artifact.content, tmp_path) == []


@needs_program("epubcheck")
def test_epubcheck_finds_nothing_against_what_is_strange(tmp_path: Path) -> None:
    laid_out(tmp_path / "in", {"a.svg": SVG})
    (tmp_path / "in" / "a.png").write_bytes(PNG)
    image = tei("<p><graphic url='a.svg'/></p><figure><graphic url='a.png'/></figure>")
    files = {"1-strange.xml": STRANGE, "image.xml": image}
    (artifact,), _ = made(edition_of(tmp_path / "in", files))
    assert list(faults(book_of([artifact]))) == []
    assert epubcheck(artifact.content, tmp_path) == []
