"""Whatever is valid against our schema is valid against the schema of the whole TEI."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tests.support import ROOT, SHARED
from tests.xslt.inclusion import FOREIGN, TEXT, Element, Grammar, counterexample, matches

TEI_ALL = SHARED / "corpora" / "schema" / "tei_all.rng"
OURS = Grammar(ROOT / "schema" / "recensio.rng")
DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
EXAMPLES_NS = "http://www.tei-c.org/ns/Examples"
TEI_NS = "http://www.tei-c.org/ns/1.0"
DOCUMENTS = (ROOT / "schema" / "recensio.odd", Path(__file__).parent / "schema" / "good.xml")
RNG_NS = "http://relaxng.org/ns/structure/1.0"

pytestmark = pytest.mark.skipif(not TEI_ALL.is_file(), reason="tei_all.rng is not distributed")

# Values of every kind that an attribute may have, valid and not.
VALUES = (
    *("", "a", "a b", "#a", "#a #b", "https://example.org/a?b=c", "images/a.png", "a:b", "é", "Q1"),
    *("0", "1", "-1", "1.5", "1/2", "INF", "1.0.1", "12cm", "50%", "2em", "true", "false", "1 2"),
    *("1932", "1932-05", "1932-05-01", "--05", "--05-01", "---01", "12:00:00", "-0044-03-15"),
    *("1932-05-01T12:00:00", "1932-05-01T12:00:00Z", "1932-13", "P1Y", "PT2H", "1930/1932"),
    *("en", "ru-Latn", "x", "high", "unknown", "yes", "//body/div", "(\\d+)", "font-size: 1em"),
)


@cache
def tei_all() -> Grammar:
    return Grammar(TEI_ALL)


def test_every_element_is_an_element_of_the_tei() -> None:
    assert set(OURS.elements) <= set(tei_all().elements)


def test_content_is_content_of_the_tei() -> None:
    words = {
        name: counterexample(OURS.content(name), tei_all().content(name)) for name in OURS.elements
    }
    assert {name: word for name, word in words.items() if word is not None} == {}


def test_attributes_are_attributes_of_the_tei() -> None:
    for name in OURS.elements:
        ours, theirs = OURS.attributes(name), tei_all().attributes(name)
        assert set(ours) <= set(theirs), name
        needed = {attribute for attribute, a in theirs.items() if a.required}
        assert needed <= {attribute for attribute, a in ours.items() if a.required}, name


def test_values_are_values_of_the_tei() -> None:
    wrong = {
        f"{place}={value!r}"
        for (ours, theirs), place in pairs_of_attributes().items()
        for value in accepted(OURS, ours, ours) - accepted(tei_all(), theirs, ours)
    }
    assert not wrong


def pairs_of_attributes() -> dict[tuple[bytes, bytes], str]:
    """The different definitions of an attribute, ours and theirs, with an element that has it."""
    return {
        (
            etree.tostring(ours.value, with_tail=False),
            etree.tostring(tei_all().attributes(name)[attribute].value, with_tail=False),
        ): f"{name}/@{attribute}"
        for name in OURS.elements
        for attribute, ours in OURS.attributes(name).items()
    }


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_document_is_structured_as_the_tei_asks(path: Path) -> None:
    for element in etree.parse(path).iter(f"{{{TEI_NS}}}*"):
        name = etree.QName(element).localname
        assert matches(tei_all().content(name), word(element)), f"{path}:{element.sourceline}"
        assert set(map(attribute_name, element.attrib)) <= set(tei_all().attributes(name))


@pytest.mark.long
def test_documents_are_valid_tei() -> None:
    """The same by libxml2, which needs its time for the schema of the whole TEI."""
    schema = etree.RelaxNG(etree.parse(TEI_ALL))
    for path in DOCUMENTS:
        assert schema.validate(etree.parse(path)), schema.error_log


def word(element: Element) -> Iterator[str]:
    """The children of an element by name; text that is more than white space as TEXT."""
    for text, child in [(element.text, None), *((c.tail, c) for c in element)]:
        if child is not None and isinstance(child.tag, str):
            inside = etree.QName(child).namespace in {TEI_NS, EXAMPLES_NS}
            yield etree.QName(child).localname if inside else FOREIGN
        if text and text.strip():
            yield TEXT


def attribute_name(name: str) -> str:
    return name.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")


def accepted(grammar: Grammar, attribute: bytes, listing: bytes) -> frozenset[str]:
    """Those of VALUES, and of the values listed in a definition, that an attribute may have."""
    listed = (v.text or "" for v in etree.fromstring(listing).iter(f"{{{RNG_NS}}}value"))
    name = str(etree.fromstring(attribute).get("name"))
    schema = validator(grammar, attribute)
    bearer = etree.Element("bearer")
    found = set()
    for value in (*VALUES, *listed):
        bearer.set(name.replace("xml:", "{http://www.w3.org/XML/1998/namespace}"), value)
        if schema.validate(bearer):
            found.add(value)
    return frozenset(found)


@cache
def validator(grammar: Grammar, attribute: bytes) -> etree.RelaxNG:
    """A schema for one element that bears nothing but this attribute."""
    root = etree.Element(f"{{{RNG_NS}}}grammar", datatypeLibrary=DATATYPES)
    start = etree.SubElement(root, f"{{{RNG_NS}}}start")
    etree.SubElement(start, f"{{{RNG_NS}}}element", name="bearer").append(
        etree.fromstring(attribute)
    )
    for define in referred(grammar, start):
        root.append(deepcopy(define))
    return etree.RelaxNG(root)


def referred(grammar: Grammar, part: Element) -> list[Element]:
    names = {str(ref.get("name")) for ref in part.iter(f"{{{RNG_NS}}}ref")}
    return [grammar.defines[name] for name in sorted(names)]


def test_the_comparison_tells_grammars_apart() -> None:
    """It is no proof of anything if it cannot fail: the TEI is no subset of ours."""
    assert counterexample(tei_all().content("p"), OURS.content("p")) is not None
    assert counterexample(OURS.content("p"), OURS.content("l")) == ("l",)
    assert counterexample(OURS.content("choice"), OURS.content("choice")) is None
