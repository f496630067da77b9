"""Prepared documents: attributes are added, characters are not; every address is unique."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from recensio.publish.prepare import Edition
from recensio.publish.sigla import sigla_of
from tests.support import NS, XML_ID, Element, Tree, corpus_at, edition_of, tei, the

NAMES = "div p ab l lg head app note figure table quote list item date"


def prepared(folder: Path, body: str, rest: str = "") -> Tree:
    return edition_of(folder, {"a.xml": tei(body, rest=rest)}).prepared[0].document.tree


def identifiers(tree: Tree) -> list[str]:
    return [value for e in tree.iter("*") if (value := e.get(XML_ID)) is not None]


def body(tree: Tree) -> list[Element]:
    return list(the(tree.find(".//t:body", NS)))


MIXED = (
    "<p>&#13;<hi/>&#13;a</p><p> a <hi>b</hi>\n<!-- c --><app> <lem>d </lem> <rdg/></app><?e f?>"
    "\t<note>g</note></p>"
)


def test_only_attributes_are_added(tmp_path: Path) -> None:
    source = corpus_at(tmp_path, {"a.xml": tei(MIXED)}).documents[0].tree
    after = prepared(tmp_path, MIXED)
    for one, other in zip(source.iter(), after.iter(), strict=True):
        assert (one.tag, one.text, one.tail) == (other.tag, other.text, other.tail)
        assert dict(one.attrib).items() <= dict(other.attrib).items()


def test_what_is_cited_numbered_or_pointed_at_has_an_identifier(tmp_path: Path) -> None:
    names = NAMES.split()
    content = "".join(f"<{name}/>" for name in names) + "<persName ref='#x'/><hi/><seg/>"
    tree = prepared(tmp_path, content)
    found = {etree.QName(e).localname: e.get(XML_ID) for e in body(tree)}
    assert found == {
        **{n: f"{n}1" for n in names},
        "persName": "persName1",
        "hi": None,
        "seg": None,
    }


def test_the_editor_s_identifiers_and_numbers_are_kept(tmp_path: Path) -> None:
    tree = prepared(tmp_path, "<p xml:id='mine'/><app n='7'/><app/><p/>")
    assert [e.get(XML_ID) for e in body(tree)] == ["mine", "app1", "app2", "p2"]
    assert [e.get("n") for e in tree.iterfind(".//t:app", NS)] == ["7", "2"]


@pytest.mark.parametrize(
    "content",
    [
        "<p xml:id='a'/><p xml:id='a'/>",
        "<p xml:id='p2'/><p/><p/>",
        "<p xml:id='p1-'/><p xml:id='p1'/><p xml:id='p1'/><p/>",
        "<p xml:id='p2-'/><p/><p xml:id='p1'/><p xml:id='p2'/>",
        "<p xml:id='p1'/><p xml:id='p1'/><p xml:id='p1-'/><p xml:id='p1--'/>",
        "<p xml:id='1'/><p xml:id='_1'/><p xml:id='a b'/><p xml:id='a:b'/>",
        "<div1/><div1/><floatingText><body>" + "<div/>" * 11 + "</body></floatingText>",
        "<app xml:id='app2'/><floatingText><body><app/><app/></body></floatingText>",
    ],
)
def test_identifiers_are_unique_whatever_the_editor_wrote(tmp_path: Path, content: str) -> None:
    counts = Counter(identifiers(prepared(tmp_path, content)))
    assert max(counts.values()) == 1
    assert "" not in counts


@pytest.mark.parametrize("identifier", ["1 2", "a:b", "a+b", "$", "", " a ", "😀", "a/b#c", "-x"])
def test_identifiers_are_names_whatever_the_editor_wrote(tmp_path: Path, identifier: str) -> None:
    content = f"<p xml:id='{identifier}'/><hi corresp='#{identifier.strip() or 'x'}'/>"
    tree = prepared(tmp_path, content)
    (name,) = identifiers(tree)
    etree.fromstring(f"<a xmlns:x='u'><x:{name}/></a>")
    assert ":" not in name


def test_a_pointer_follows_an_identifier_that_was_made_a_name(tmp_path: Path) -> None:
    first, second = body(prepared(tmp_path, "<p xml:id='1.2'/><p corresp='#1.2'/>"))
    assert second.get("corresp") == f"#{first.get(XML_ID)}"


def test_entries_outside_of_text_are_addressed_too(tmp_path: Path) -> None:
    standoff = "<standOff><listApp><app><lem>x</lem></app></listApp></standOff>"
    tree = prepared(tmp_path, "<p><app/></p>", rest=standoff)
    apps = tree.findall(".//t:app", NS)
    assert all(app.get(XML_ID) and app.get("n") for app in apps)
    assert len(set(identifiers(tree))) == len(identifiers(tree))


def test_pointers_that_leave_the_document_name_the_file(tmp_path: Path) -> None:
    files = {
        "a.xml": tei(
            "<p corresp='#here #there #nowhere http://x.y/#z' ref='#there'/><p xml:id='here'/>"
        ),
        "b.xml": tei("<p xml:id='there'/>"),
    }
    edition = edition_of(tmp_path, files)
    first = body(edition.prepared[0].document.tree)[0]
    assert first.get("corresp") == "#here b.xml#there #nowhere http://x.y/#z"
    assert first.get("ref") == "b.xml#there"


def test_lines_are_those_of_the_source(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {"a.xml": tei("\n<p>\n\n<app><lem>x</lem></app></p>")})
    (entry,) = edition.prepared[0].entries
    assert entry.location.line == 4


def test_registers_and_witness_lists_have_no_page(tmp_path: Path) -> None:
    settings = '[files]\ntexts = ["a.xml"]\nregisters = ["b.xml"]\nwitnesses = ["c.xml"]\n'
    files = {"edition.toml": settings, "a.xml": tei(), "b.xml": tei(), "c.xml": tei()}
    edition: Edition = edition_of(tmp_path, files)
    assert [each.document.id for each in edition.prepared] == ["a", "b", "c"]
    assert [each.document.id for each in edition.readable] == ["a"]


def test_sigla_are_those_of_the_pointers_as_they_were_written(tmp_path: Path) -> None:
    listed = "<listWit><witness xml:id='1a' n='α'/><witness xml:id='B'/></listWit>"
    app = "<p><app><lem wit='#1a #B #X'>x</lem><rdg wit='#person'>y</rdg></app></p>"
    people = "<listPerson><person xml:id='person'><persName>P</persName></person></listPerson>"
    edition = edition_of(tmp_path, {"a.xml": tei(app), "w.xml": tei(listed + people)})
    (entry,) = edition.prepared[0].entries
    assert entry.lemma is not None
    assert entry.lemma.witnesses == ("α", "B", "X")
    assert entry.readings[0].witnesses == ("person",)
    document = edition.prepared[0].document
    assert sigla_of(document, edition.corpus.witnesses_of(document)) == {
        "#_1a": "α",
        "w.xml#B": "B",
        "#X": "X",
        "w.xml#person": "person",
    }
