"""Reading and writing: nothing is fetched, nothing is lost, what is ill-formed is named."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from lxml import etree

from recensio.model.problem import Outcome, Problem
from recensio.tei.io import Parsed, parse, read, serialise
from tests.support import NS, XML_ID, Element, Tree, codes, tei, the, tree_of


def read_text(folder: Path, content: str | bytes, name: str = "text.xml") -> Outcome[Parsed | None]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)


def body(outcome: Outcome[Parsed | None]) -> Element:
    assert outcome.value is not None
    return the(outcome.value.tree.find(".//t:body", NS))


def only(outcome: Outcome[object]) -> Problem:
    (problem,) = outcome.problems
    return problem


def doctype(subset: str, body: str) -> str:
    return f"<!DOCTYPE TEI {subset}>\n{tei(body)}"


# --- what is a document --------------------------------------------------------------------------


def test_a_document_is_read_with_the_digest_of_its_file(tmp_path: Path) -> None:
    content = tei("<p>Text.</p>").encode()
    outcome = read_text(tmp_path, content)
    assert not outcome.problems
    assert outcome.value is not None
    assert outcome.value.digest == hashlib.sha256(content).hexdigest()


def test_a_corpus_is_a_document(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, f'<teiCorpus xmlns="{NS["t"]}">{tei()}</teiCorpus>')
    assert outcome.value is not None
    assert not outcome.problems


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "SRC003", "empty"),
        (b" \n\t\n", "SRC003", "empty"),
        (b"PK\x03\x04\0\0\0\0", "SRC004", "not text"),
        (b"<TEI>\0</TEI>", "SRC004", "zero bytes"),
        (b"<html/>", "SRC005", "html"),
        (b"Once upon a time", "SRC001", "Start tag expected"),
        (b"<TEI><p></TEI>", "SRC001", "mismatch"),
        ("<p>caf\xe9</p>".encode("latin-1"), "SRC001", "encoding"),
        (b'<?xml version="1.0" encoding="klingon"?><TEI/>', "SRC001", "klingon"),
    ],
)
def test_what_is_no_document_is_named(
    tmp_path: Path, content: bytes, code: str, words: str
) -> None:
    outcome = read_text(tmp_path, content)
    assert outcome.value is None
    assert only(outcome).code == code
    assert words in only(outcome).message
    assert only(outcome).location.path == str(tmp_path / "text.xml")


def test_a_missing_file_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    assert codes(read(tmp_path / "nothing.xml").problems) == ["SRC002"]


def test_ill_formed_xml_is_named_with_line_and_column(tmp_path: Path) -> None:
    problem = only(read_text(tmp_path, tei("<p>one</p>\n<p>two</q>")))
    assert (problem.location.line, problem.location.column) == (2, 11)


def test_any_root_is_read_when_any_xml_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "grammar.rng"
    path.write_text("<grammar/>")
    assert codes(read(path).problems) == ["SRC005"]
    assert not read(path, any_xml=True).problems


# --- identifiers and TEI P4 ----------------------------------------------------------------------


def test_bad_and_repeated_identifiers_do_not_stop_reading(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, tei('<p xml:id="1 2">a</p><p xml:id="x">b</p><p xml:id="x"/>'))
    assert not outcome.problems
    assert [p.get(XML_ID) for p in body(outcome)] == ["1 2", "x", "x"]


def test_p4_is_read_as_p5(tmp_path: Path) -> None:
    content = "<TEI.2><text lang='la'><body id='b'>Arma <emph>virum</emph></body></text></TEI.2>"
    outcome = read_text(tmp_path, content)
    assert codes(outcome.problems) == ["TEI060"]
    assert body(outcome).get(XML_ID) == "b"
    assert "".join(body(outcome).itertext()) == "Arma virum"
    text = the(body(outcome).getparent())
    assert dict(text.attrib) == {"{http://www.w3.org/XML/1998/namespace}lang": "la"}


# --- encodings -----------------------------------------------------------------------------------

WORDS = "Καλημέρα, мир, déjà"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    content = (mark + tei(f"<p>{WORDS}</p>")).encode(encoding)
    assert "".join(body(read_text(tmp_path, content)).itertext()) == WORDS


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("ISO-8859-1", "déjà"),
        ("windows-1251", "мир"),
        ("KOI8-R", "мир"),
        ("Shift_JIS", "日本"),
        ("UTF-16", WORDS),
    ],
)
def test_declared_encodings_are_read(tmp_path: Path, encoding: str, words: str) -> None:
    content = f'<?xml version="1.0" encoding="{encoding}"?>{tei(f"<p>{words}</p>")}'
    outcome = read_text(tmp_path, content.encode(encoding))
    assert "".join(body(outcome).itertext()) == words


# --- entities and DTDs: nothing is opened or fetched ---------------------------------------------


@pytest.fixture
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that no document may pull in, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "secret.txt"
    path.write_text("SECRET")
    (tmp_path / "secret.dtd").write_text(
        '<!ENTITY stolen "SECRET"><!ATTLIST p rend CDATA "SECRET">'
        '<!ENTITY % file SYSTEM "secret.txt"><!ENTITY all "%file;">'
    )
    return path


@pytest.mark.parametrize(
    "subset",
    [
        'SYSTEM "secret.dtd"',
        'SYSTEM "file://{folder}/secret.dtd"',
        'SYSTEM "{folder}/secret.dtd"',
        '[<!ENTITY % dtd SYSTEM "secret.dtd"> %dtd;]',
        '[<!ENTITY stolen SYSTEM "secret.txt"> <!ENTITY all SYSTEM "file://{folder}/secret.txt">]',
    ],
)
def test_no_file_is_opened_for_a_dtd_or_an_entity(secret: Path, subset: str) -> None:
    content = doctype(subset.format(folder=secret.parent), "<p>A &stolen; and &all;.</p>")
    outcome = read_text(secret.parent, content)
    assert etree.tostring(body(outcome), encoding="unicode").count("SECRET") == 0
    assert "".join(body(outcome).itertext()) == "A &stolen; and &all;."
    assert codes(outcome.problems) == ["SRC011", "SRC011"]


def test_a_dtd_of_the_network_is_neither_fetched_nor_missed(tmp_path: Path) -> None:
    content = doctype('PUBLIC "-//TEI//DTD" "http://www.tei-c.org/tei.dtd"', "<p>Text.</p>")
    outcome = read_text(tmp_path, content)
    assert not outcome.problems
    assert "".join(body(outcome).itertext()) == "Text."


def test_internal_entities_are_put_in(tmp_path: Path) -> None:
    subset = '[<!ENTITY ed "the <hi>editor</hi>"><!ENTITY who "&ed; &#38;amp; co">]'
    outcome = read_text(tmp_path, doctype(subset, '<p n="&lt;">&who;</p>'))
    assert not outcome.problems
    assert "".join(body(outcome).itertext()) == "the editor & co"
    assert body(outcome).find("t:p/t:hi", NS) is not None


def test_entities_of_an_external_dtd_are_read_by_their_name_in_html(tmp_path: Path) -> None:
    content = doctype('SYSTEM "tei.dtd"', '<p n="&Eacute;t&eacute;">\n&AElig;neid &amp; &odd;</p>')
    outcome = read_text(tmp_path, content)
    assert "".join(body(outcome).itertext()) == "\nÆneid & &odd;"
    assert the(body(outcome).find("t:p", NS)).get("n") == "Été"
    assert [problem.message for problem in outcome.problems] == [
        "the entity &AElig; is not defined in the file; read as Æ",
        "the entity &odd; is not defined in the file; kept as it is written",
    ]
    assert outcome.problems[0].location.line == 3


def test_an_unknown_entity_in_an_attribute_is_reported(tmp_path: Path) -> None:
    outcome = read_text(tmp_path, doctype('SYSTEM "tei.dtd"', '<p>\n<hi n="a&odd;b">c</hi></p>'))
    assert only(outcome).message.endswith(
        "&odd; is not defined in the file; left out of an attribute"
    )
    assert only(outcome).location.line == 3


def test_internal_entities_of_attributes_survive_an_undefined_entity(tmp_path: Path) -> None:
    subset = 'SYSTEM "tei.dtd" [<!ENTITY ed "editor">]'
    outcome = read_text(tmp_path, doctype(subset, '<p resp="&ed;">&eacute;</p>'))
    assert b'resp="editor"' in etree.tostring(body(outcome))


def test_without_a_dtd_an_undefined_entity_is_ill_formed(tmp_path: Path) -> None:
    assert codes(read_text(tmp_path, tei("<p>&eacute;</p>")).problems) == ["SRC001"]


@pytest.mark.parametrize("body", ["<p>&e9;</p>", '<p n="&e9;"/>', "<p>&e9;&undefined;</p>"])
def test_a_billion_laughs_are_no_laughing_matter(tmp_path: Path, body: str) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    content = doctype(f'[<!ENTITY e0 "{"lol" * 10}">{entities}]', body)
    outcome = read_text(tmp_path, content)
    assert outcome.value is None
    assert codes(outcome.problems) == ["SRC001"]


def test_an_entity_that_names_itself_is_ill_formed(tmp_path: Path) -> None:
    content = doctype('[<!ENTITY a "&b;"><!ENTITY b "&a;">]', "<p>&a;</p>")
    assert codes(read_text(tmp_path, content).problems) == ["SRC001"]


# --- writing -------------------------------------------------------------------------------------


def c14n(tree: Tree) -> bytes:
    return etree.tostring(tree, method="c14n")


@pytest.mark.parametrize(
    "body",
    [
        "<p>  two  <hi> spaces </hi>\n\n and\ta tab </p>",
        "<p>a<!-- comment -->b<?pi data?>c</p>",
        "<p>&lt;p&gt; &amp; &#xA0;&#x2028;&#13;</p>",
        "<p><![CDATA[<not> & markup]]></p>",
        '<p n="&#10;&#9;&quot;\'">\u0301</p>',
        "<p>𝔘𝔫𝔦𝔠𝔬𝔡𝔢</p>",
    ],
)
def test_what_is_read_is_written(body: str) -> None:
    tree = tree_of(tei(body))
    again = parse(serialise(tree), "again.xml").value
    assert again is not None
    assert c14n(again) == c14n(tree)


def test_the_file_says_its_encoding_and_ends_with_a_newline() -> None:
    content = serialise(tree_of(tei("<p>é</p>")))
    assert content.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n")
    assert content.endswith(b"</TEI>\n")
    assert "é".encode() in content
