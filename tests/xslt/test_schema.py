"""The schema: one source, current products, complete documentation, and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from recensio.validate.odd import schema_files
from tests.support import ROOT, Element

ODD = ROOT / "schema" / "recensio.odd"
GOOD = Path(__file__).parent / "schema" / "good.xml"
NS = {
    "t": "http://www.tei-c.org/ns/1.0",
    "eg": "http://www.tei-c.org/ns/Examples",
    "r": "http://relaxng.org/ns/structure/1.0",
}
TREE = etree.parse(ODD)
SPECIFICATIONS = {str(e.get("ident")): e for e in TREE.iterfind(".//t:elementSpec", NS)}
CLASSES = {str(e.get("ident")): e for e in TREE.iterfind(".//t:classSpec", NS)}
MACROS = {str(e.get("ident")): e for e in TREE.iterfind(".//t:macroSpec", NS)}


@cache
def grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(ROOT / "schema" / "recensio.rng"))


@cache
def fragments() -> etree.RelaxNG:
    """The same grammar with any element as its root."""
    tree = etree.parse(ROOT / "schema" / "recensio.rng")
    (choice,) = tree.iterfind("r:start/r:choice", NS)
    for name in SPECIFICATIONS:
        etree.SubElement(choice, f"{{{NS['r']}}}ref", name=name)
    return etree.RelaxNG(tree)


def fragment(xml: str) -> Element:
    (element,) = etree.fromstring(f'<_ xmlns="{NS["t"]}">{xml}</_>')
    return element


@pytest.mark.parametrize("artifact", schema_files(ODD.read_bytes()), ids=lambda a: a.path)
def test_what_is_made_from_the_odd_is_current(artifact) -> None:  # type: ignore[no-untyped-def]
    made = (ROOT / artifact.path).read_bytes()
    assert made == artifact.content, f"run `recensio schema`: {artifact.path} is not current"


def test_a_good_document_is_valid() -> None:
    assert grammar().validate(etree.parse(GOOD)), grammar().error_log


REFUSED = {
    "a reading of a kind that is not listed": (
        '<app><rdg type="better" wit="#A">x</rdg></app>',
        '<app><rdg type="variant" wit="#A">x</rdg></app>',
    ),
    "a lemma after a reading": (
        '<app><rdg wit="#A">x</rdg><lem wit="#B">y</lem></app>',
        '<app><lem wit="#B">y</lem><rdg wit="#A">x</rdg></app>',
    ),
    "a reading outside an entry": (
        '<p><rdg wit="#A">x</rdg></p>',
        '<p><app><rdg wit="#A">x</rdg></app></p>',
    ),
    "text in an entry": (
        '<app><lem wit="#A">x</lem> or </app>',
        '<app><lem wit="#A">x</lem> </app>',
    ),
    "a pointer with no value": (
        '<app><lem wit="">x</lem></app>',
        '<app><lem wit="#A">x</lem></app>',
    ),
    "a place without its witness": (
        "<app><lem>x</lem><witDetail>l. 4</witDetail></app>",
        '<app><lem>x</lem><witDetail wit="#A">l. 4</witDetail></app>',
    ),
    "a date that is no date": (
        '<date when="September 1932">x</date>',
        '<date when="1932-09">x</date>',
    ),
    "a month that does not exist": (
        '<date when="1932-13">x</date>',
        '<date when="1932-12">x</date>',
    ),
    "a certainty in other words": (
        '<persName cert="sure">R.</persName>',
        '<persName cert="high">R.</persName>',
    ),
    "a note in no known place": (
        '<note place="footnote">x</note>',
        '<note place="foot">x</note>',
    ),
    "a gap without a reason": (
        "<gap/>",
        '<gap reason="lost"/>',
    ),
    "a gap for another reason": (
        '<gap reason="tired"/>',
        '<gap reason="omitted"/>',
    ),
    "a choice of one": (
        "<choice><sic>x</sic></choice>",
        "<choice><sic>x</sic><corr>y</corr></choice>",
    ),
    "a choice of what does not belong together": (
        "<choice><sic>x</sic><reg>y</reg></choice>",
        "<choice><orig>x</orig><reg>y</reg></choice>",
    ),
    "a title on no level": (
        '<title level="x">x</title>',
        '<title level="m">x</title>',
    ),
    "a paragraph in a paragraph": (
        "<p><p>x</p></p>",
        "<p><quote><p>x</p></quote></p>",
    ),
    "a paragraph after the last division": (
        "<body><div><p>x</p></div><p>y</p></body>",
        "<body><p>y</p><div><p>x</p></div></body>",
    ),
    "text between blocks": (
        "<div>x<p>y</p></div>",
        "<div><p>x</p><p>y</p></div>",
    ),
    "a row outside a table": (
        "<div><row><cell>x</cell></row></div>",
        "<div><table><row><cell>x</cell></row></table></div>",
    ),
    "a picture without a file": (
        "<graphic/>",
        '<graphic url="a.png"/>',
    ),
    "a pointer without a target": (
        "<ptr/>",
        '<ptr target="#a"/>',
    ),
    "a witness without a siglum": (
        "<listWit><witness>x</witness></listWit>",
        '<listWit><witness xml:id="A">x</witness></listWit>',
    ),
    "a milestone of no kind": (
        "<milestone/>",
        '<milestone unit="cut"/>',
    ),
    "an empty register": (
        "<listPerson/>",
        "<listPerson><person/></listPerson>",
    ),
    "a label without its item": (
        "<list><label>x</label></list>",
        "<list><label>x</label><item>y</item></list>",
    ),
    "a record in no order": (
        "<biblStruct><monogr><imprint><date/></imprint><title>x</title></monogr></biblStruct>",
        "<biblStruct><monogr><title>x</title><imprint><date/></imprint></monogr></biblStruct>",
    ),
    "an element we do not know": (
        "<p><blink>x</blink></p>",
        "<p><hi>x</hi></p>",
    ),
    "an attribute we do not know": (
        '<p colour="red">x</p>',
        '<p rend="red">x</p>',
    ),
    "an element of no namespace": (
        '<p><b xmlns="">x</b></p>',
        "<p><hi>x</hi></p>",
    ),
}


@pytest.mark.parametrize(("faulty", "mended"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(faulty: str, mended: str) -> None:
    assert not fragments().validate(fragment(faulty))
    assert fragments().validate(fragment(mended)), fragments().error_log


def test_a_root_of_its_own_is_not_every_element() -> None:
    assert not grammar().validate(fragment("<p>x</p>"))


def test_every_element_is_documented() -> None:
    for name, specification in SPECIFICATIONS.items():
        for part in ("t:gloss", "t:desc", "t:remarks/t:p"):
            assert "".join(specification.xpath(f"{part}//text()", namespaces=NS)).strip(), name
        for part in ("t:content/*", "t:exemplum/eg:egXML/*"):
            assert len(specification.findall(part, NS)) == 1, name


def test_every_example_is_valid_and_shows_its_element() -> None:
    for name, specification in SPECIFICATIONS.items():
        (example,) = specification.iterfind("t:exemplum/eg:egXML/*", NS)
        source = etree.tostring(example, encoding="unicode", with_tail=False)
        element = etree.fromstring(source.replace(NS["eg"], NS["t"]))
        assert fragments().validate(element), (name, fragments().error_log)
        assert name in {etree.QName(part).localname for part in element.iter(etree.Element)}


def test_attributes_and_values_are_explained() -> None:
    for part in TREE.iterfind(".//t:attDef", NS):
        assert part.findtext("t:desc", "", NS).strip(), part.get("ident")
    for value in TREE.iterfind(".//t:valItem", NS):
        assert value.findtext("t:desc", "", NS).strip(), value.get("ident")


def test_names_in_the_prose_are_names_of_the_schema() -> None:
    attributes = {str(a.get("ident")) for a in TREE.iterfind(".//t:attDef", NS)}
    for name in TREE.iterfind(".//t:remarks//t:gi", NS):
        assert name.text in SPECIFICATIONS
    for name in TREE.iterfind(".//t:remarks//t:att", NS):
        assert name.text in attributes


def test_every_class_has_members_and_is_used() -> None:
    memberships = {str(m.get("key")) for m in TREE.iterfind(".//t:memberOf", NS)}
    references = {str(r.get("key")) for r in TREE.iterfind(".//t:content//*[@key]", NS)}
    assert memberships == set(CLASSES)
    models = {name for name in CLASSES if name.startswith("model.")}
    above = {name for name in models if CLASSES[name].find("t:classes", NS) is not None}
    assert models - above <= references
    assert set(MACROS) <= references


def test_every_element_can_be_reached_from_the_root() -> None:
    reached: set[str] = set()
    waiting = ["TEI", "teiCorpus"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += references_of(name)
    assert set(SPECIFICATIONS) <= reached


def references_of(name: str) -> Iterator[str]:
    """What the content of an element or macro names, or the members of a class."""
    specification = {**SPECIFICATIONS, **MACROS}.get(name)
    if specification is not None:
        for reference in specification.iterfind("t:content//*[@key]", NS):
            yield str(reference.get("key"))
    for candidate, other in {**SPECIFICATIONS, **CLASSES}.items():
        if (
            name.startswith("model.")
            and other.find(f".//t:memberOf[@key='{name}']", NS) is not None
        ):
            yield candidate


def test_links_of_the_reference_lead_to_its_sections() -> None:
    page = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    titles = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    anchors = [re.sub(r"[^\w -]", "", t.lower()).replace(" ", "-") for t in titles]
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(anchors)
    sections = [a for a, t in zip(anchors, titles, strict=True) if t in SPECIFICATIONS]
    assert len(set(sections)) == len(sections) == len(SPECIFICATIONS)


def test_the_reference_tells_all_of_an_element() -> None:
    page = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
    section = page.split("\n### rdgGrp\n")[1].split("\n### ")[0]
    assert "`macro.entries`" in section
    assert "[att.critical](#attcritical)" in section
    assert "**Rule** `rdgGrp-has-readings` (warning)" in section
    assert '```xml\n<app>\n  <lem wit="#W #C #S">Ryutin</lem>\n' in section
    assert "- `not-in-excerpt` – " in page.split("\n### att.critical\n")[1].split("\n### ")[0]


def test_what_the_stylesheets_do_not_know_stops_them() -> None:
    """An occurrence that RELAX NG has no sign for is not silently read as another."""
    from recensio.saxon import StylesheetError

    tree = deepcopy(TREE)
    (content,) = tree.iterfind(".//t:elementSpec[@ident='subst']/t:content/*", NS)
    content.set("minOccurs", "2")
    with pytest.raises(StylesheetError, match="as often as it may stand"):
        schema_files(etree.tostring(tree))
