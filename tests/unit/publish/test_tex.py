"""tex/edition.tex: a file that stands alone, with every character of the edition in it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from recensio.corpus import read_corpus
from recensio.model.document import Artifact
from recensio.model.printing import printing
from recensio.project import open_project
from recensio.publish.book import book_of
from recensio.publish.prepare import Edition, prepare
from recensio.publish.print import Book
from recensio.publish.tex import tex
from tests.print_edition import made_up
from tests.support import NS, ROOT, SHARED, codes, edition_of, needs_corpora, tei
from tests.tex_reader import misplaced, read

REGISTER = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>R</title>'
    "</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>"
    '</teiHeader><standOff><listPerson><person xml:id="zeno"><persName>Zeno</persName></person>'
    '<person xml:id="ada"><persName>Ada &amp; C.</persName></person></listPerson></standOff></TEI>'
)
PNG = b"\x89PNG\r\n\x1a\n" + 40 * b"\0" + b"IEND\xaeB`\x82"


@cache
def edition() -> Edition:
    return prepare(read_corpus(open_project([ROOT])).value).value


def file_of(book: Book) -> str:
    outcome = tex(book)
    assert not outcome.problems
    return outcome.value[0].content.decode()


def built(folder: Path, files: dict[str, str], **settings: object) -> str:
    book = book_of(edition_of(folder, files), 0)
    return file_of(replace(book, printing=printing(settings)))


def letters(text: str) -> Counter[str]:
    return Counter(unicodedata.normalize("NFC", "".join(text.split())))


def body_of(file: str) -> str:
    return file[file.index("\\mainmatter") : file.index("\\backmatter")]


def test_the_file_begins_with_how_to_print_it() -> None:
    file = file_of(made_up(chapters=1, sections=1, entries=2))
    head = file[: file.index("\\documentclass")]
    assert all(line.startswith("%") for line in head.splitlines())
    assert "lualatex four times" in head
    assert "texlive-humanities" in head


def test_equal_books_give_equal_bytes() -> None:
    assert file_of(made_up(chapters=2)) == file_of(made_up(chapters=2))


def test_braces_are_balanced_and_paragraphs_closed() -> None:
    body = body_of(file_of(book_of(edition(), 0)))
    plain = re.sub(r"\\[{}\\]", "", body)
    assert plain.count("{") == plain.count("}")
    assert misplaced(body) == []


def missing(text: Edition, file: str) -> Counter[str]:
    """The letters of the text that are not in the file; of an entry its lemma alone."""
    found = read(body_of(file))
    wanted: Counter[str] = Counter()
    for each in text.readable:
        query = (
            "//t:text//text()[not(ancestor::t:rdg or ancestor::t:rdgGrp or ancestor::t:fw"
            " or ancestor::t:witDetail)]"
        )
        texts = each.document.tree.xpath(query, namespaces=NS)
        wanted += letters("".join(map(str, texts)))
    return wanted - letters("".join((*found.text, *found.notes)))


def test_every_letter_of_our_edition_is_in_the_file() -> None:
    assert not missing(edition(), file_of(book_of(edition(), 0)))


@needs_corpora
@pytest.mark.parametrize("name", ["rusdracor/gogol-igroki", "dharma", "frankenstein-standoff"])
def test_every_letter_of_a_text_is_in_the_file(name: str) -> None:
    path = SHARED / "corpora" / name
    text = prepare(
        read_corpus(open_project([path.with_suffix(".xml"), path][path.is_dir() :][:1])).value
    )
    assert not missing(text.value, file_of(book_of(text.value, 0)))


def test_blocks_in_phrases_are_not_paragraphs_in_paragraphs(tmp_path: Path) -> None:
    blocks = "<p>a</p><list><label>long label</label><item><p>b</p></item></list>"
    body = (
        f"<p>x <supplied>{blocks}</supplied> <ref target='#y'>{blocks}</ref> "
        f"<table><row><cell>{blocks}</cell></row></table> <eg>c</eg></p>"
        f"<div><head>d <list><item>e</item></list></head><p xml:lang='he'>f {blocks}</p></div>"
    )
    assert misplaced(body_of(built(tmp_path, {"a.xml": tei(body)}))) == []


def test_an_index_has_a_label_for_each_place(tmp_path: Path) -> None:
    named = '<persName ref="r.xml#{0}" xml:id="{1}">{0}</persName>'
    body = (
        f"<p>{named.format('zeno', 'm1')} and {named.format('ada', 'm2')}, "
        f"<note>{named.format('ada', 'm3')}.</note></p>"
    )
    file = built(tmp_path, {"a.xml": tei(body), "r.xml": REGISTER})
    assert "\\teiindexed{Ada \\& C.}{\\teiplacemention{0:m2}\\teiplacewithin{0:m3}}" in file
    assert file.index("\\teiindexed{Ada") < file.index("\\teiindexed{Zeno")
    assert "\\teimention{0:m2}" in file
    assert "\\teiwithin{0:m3}" in file


def test_an_entry_that_stands_apart_is_set_at_its_place(tmp_path: Path) -> None:
    body = (
        '<p>One <anchor xml:id="s"/>two three<anchor xml:id="e"/> four.</p>'
        '<listApp><app from="#s" to="#e"><lem>two three</lem><rdg wit="#X">five</rdg></app>'
        "</listApp>"
    )
    file = built(tmp_path, {"a.xml": tei(body)})
    assert re.search(
        r"One \\edlabel\{(0:[\w.-]+)-begin\}two three\\edlabel\{\1-end\}\\edtext\{\}"
        r"\{\\xxref\{\1-begin\}\{\1-end\}\\lemma\{\}\\Afootnote\{two three\] five X\}\}",
        file.replace("\n", " "),
    )


def test_an_image_goes_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    body = '<figure><graphic url="a.png"/></figure>'
    outcome = tex(book_of(edition_of(tmp_path, {"a.xml": tei(body)}), 0))
    file, image = outcome.value
    assert image == Artifact("tex/image-0-0.png", PNG, "image/png")
    assert b"\\teipicture{image-0-0.png}" in file.content


def test_settings_of_the_page_are_those_of_the_book(tmp_path: Path) -> None:
    verse = {"a.xml": tei("<lg><l>One</l></lg>")}
    file = built(tmp_path, verse, lines="verse", series=["notes"], columns=3, notes="columns")
    assert "\\newcommand*\\teilines{verse}" in file
    assert "\\newcommand*\\teiseries{C,A,B,D}" in file
    assert "\\newcommand*\\teiarrangementC{threecol}" in file


def test_prose_is_not_numbered_by_verses(tmp_path: Path) -> None:
    file = built(tmp_path, {"a.xml": tei("<p>One</p>")}, lines="verse")
    assert "\\newcommand*\\teilines{page}" in file


def test_a_chapter_that_is_refused_is_left_out_and_reported() -> None:
    book = made_up(chapters=2)
    broken = replace(book.chapters[0], text="<not-well-formed")
    outcome = tex(replace(book, chapters=(broken, book.chapters[1])))
    assert codes(outcome.problems) == ["PUB005"]
    assert len(outcome.value) == 1
    assert tex(replace(book, chapters=(broken,))).value == ()


@pytest.mark.long
@needs_corpora
@pytest.mark.parametrize(
    "corpus", sorted((SHARED / "corpora").glob("*")), ids=lambda path: path.name
)
def test_every_corpus_is_written(corpus: Path) -> None:
    if not any(corpus.rglob("*.xml")):
        pytest.skip("no documents")
    text = prepare(read_corpus(open_project([corpus])).value).value
    outcome = tex(book_of(text, 0))
    assert "PUB005" not in codes(outcome.problems)
    for artifact in outcome.value[:1]:
        assert misplaced(body_of(artifact.content.decode())) == []
