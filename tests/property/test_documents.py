"""Documents of any shape: what is written can be read, what is prepared is what was given."""

from __future__ import annotations

from collections import Counter
from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from recensio.model.document import Corpus
from recensio.publish.prepare import prepare
from recensio.tei.io import parse, serialise
from recensio.tei.names import TEI_NS, tei, tei_names
from tests.support import XML_ID, Element, Tree, document_of, the

NAMES: Final = sorted(
    tei_names(
        "p div ab l lg head app lem rdg rdgGrp note quote list item hi seg persName date choice"
        " sic corr gap pb table row cell figure floatingText body"
    )
)
# Identifiers that the program itself would give, that are no names, and that stand twice.
IDENTIFIERS: Final = ("p1", "p1-", "p1--", "p2", "div1", "app1", "_1", "1", "a b", "a:b", "é", "")
characters = st.characters(
    codec="utf-8",
    exclude_characters="".join(map(chr, {*range(32), 0xFFFE, 0xFFFF} - {9, 10, 13})),
)
texts = st.text(characters, max_size=8) | st.sampled_from([" ", "\n", "\t\n ", "a ", " b"])
attributes = st.dictionaries(
    st.sampled_from([XML_ID, "n", "ref", "wit", "rend", "target", "type"]),
    st.sampled_from([*IDENTIFIERS, "#p1", "#1 #a", "x.xml#p1"]) | texts,
    max_size=3,
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 3) -> Element:
    """An element with mixed content: text, elements, comments, instructions."""
    element = etree.Element(draw(st.sampled_from(NAMES)), draw(attributes))
    element.text = draw(texts)
    for _ in range(draw(st.integers(0, 4 if depth else 0))):
        child = draw(st.integers(0, 9))
        if child == 0:
            element.append(etree.Comment(draw(st.text("abc -", max_size=4)).replace("-", "")))
        elif child == 1:
            element.append(etree.ProcessingInstruction("target", "text"))
        else:
            element.append(draw(elements(depth - 1)))
        element[-1].tail = draw(texts)
    return element


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A TEI document with such elements in its body and beside its text."""
    root = etree.Element(tei("TEI"), nsmap={None: TEI_NS})
    etree.SubElement(root, tei("teiHeader"))
    body = etree.SubElement(etree.SubElement(root, tei("text")), tei("body"))
    body.extend(draw(st.lists(elements(), max_size=4)))
    if draw(st.booleans()):
        etree.SubElement(root, tei("standOff")).append(draw(elements(1)))
    return root.getroottree()


def c14n(tree: Tree) -> bytes:
    return etree.tostring(tree, method="c14n")


@given(trees())
def test_what_is_written_can_be_read(tree: Tree) -> None:
    outcome = parse(serialise(tree), "again.xml")
    assert not outcome.problems
    assert outcome.value is not None
    assert c14n(outcome.value) == c14n(tree)


@given(trees())
def test_preparing_adds_attributes_and_changes_no_character(tree: Tree) -> None:
    document = document_of(serialise(tree).decode())
    outcome = prepare(Corpus(metadata=None, documents=(document,)))  # type: ignore[arg-type]
    assert not outcome.problems
    (prepared,) = outcome.value.prepared
    after = prepared.document.tree
    for one, other in zip(document.tree.iter(), after.iter(), strict=True):
        assert (one.tag, one.text, one.tail) == (other.tag, other.text, other.tail)
        assert set(one.attrib) - {XML_ID} <= set(other.attrib)
    check_addresses(after)
    entries = {entry.id: entry.number for entry in prepared.entries}
    apps = [(app.get(XML_ID), app.get("n")) for app in after.iter(tei("app"))]
    assert list(entries.items()) == apps


def check_addresses(tree: Tree) -> None:
    """Every identifier is a name and unique; every app has one, and a number."""
    names = [name for element in tree.iter("*") if (name := element.get(XML_ID)) is not None]
    assert not [name for name, times in Counter(names).items() if times > 1]
    for name in names:
        etree.fromstring(f"<{name}/>")
        assert ":" not in name
    for app in tree.iter(tei("app")):
        assert app.get(XML_ID)
        assert app.get("n") is not None
    the(tree.find(f".//{tei('body')}"))
