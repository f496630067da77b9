"""xslt/common/phrasing: what an entry becomes that the golden pages do not show."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import html

from recensio import saxon
from recensio.model.phrasing import phrasing
from tests.support import tei

SIGLA = "\n".join(f"{name}\t{name}\n#{name}\t{name}" for name in "ABCDE")
CONSPECTUS = "\n".join(f"{name}\t{rank}\tCodex {name}" for rank, name in enumerate("ABCDE"))


def phrase(entry: str, parameters: Mapping[str, str] | None = None, **changes: str | int) -> str:
    """The first entry in a paragraph as plain text, in Latin."""
    output = transformed("plain/document.xsl", "phrases", f"<p>{entry}</p>", parameters, **changes)
    return output.splitlines()[0].partition("\t")[2]


def transformed(
    stylesheet: str,
    mode: str,
    body: str,
    parameters: Mapping[str, str] | None = None,
    **changes: str | int,
) -> str:
    conventions = {name.replace("_", "-"): value for name, value in changes.items()}
    told = {
        "sigla": SIGLA,
        "conspectus": CONSPECTUS,
        "phrasing": phrasing("la", changes=conventions).lines,
    }
    return saxon.transform(stylesheet, mode, tei(body), told | dict(parameters or {})).output


def app(content: str, attributes: str = "") -> str:
    return f'<app xml:id="a1" n="1" {attributes}>{content}</app>'


def test_without_settings_the_house_speaks_english() -> None:
    entry = "<p>" + app("<lem>it</lem><rdg type='not-in-excerpt' wit='#A'/>") + "</p>"
    output = saxon.transform("plain/document.xsl", "phrases", tei(entry)).output
    assert output == "a1\tit] not in excerpt A\n"


def test_an_entry_without_lemma_takes_the_words_of_its_place() -> None:
    entry = app("<rdg wit='#A'>nox</rdg>", "from='#x' to='#y'")
    assert phrase(entry) == "nox A"
    assert phrase(entry, {"bases": "a1\tlux in horto"}) == "lux in horto] nox A"


def test_an_entry_opens_with_its_lemma_though_it_was_written_later() -> None:
    group = "<rdgGrp><rdg wit='#A' varSeq='2'>lux</rdg><lem wit='#B #C'>lux</lem></rdgGrp>"
    entry = app(f"<rdg wit='#A' varSeq='1'>nox</rdg>{group}")
    assert phrase(entry) == "lux] B C; lux A; nox A"


@pytest.mark.parametrize(
    ("kind", "printed"), [("positive", "lux] A; nox B"), ("negative", "lux] nox B")]
)
def test_the_witnesses_of_the_lemma_stand_in_a_positive_apparatus(kind: str, printed: str) -> None:
    entry = app("<lem wit='#A'>lux</lem><rdg wit='#B'>nox</rdg>")
    assert phrase(entry, {"apparatus": kind}) == printed


@pytest.mark.parametrize(
    ("kind", "printed"),
    [
        ("positive", "lux] cett.; nox B"),
        ("negative", "lux] nox B"),
        ("undeclared", "lux] nox B"),
    ],
)
def test_the_rest_is_said_where_it_is_known(kind: str, printed: str) -> None:
    entry = app("<lem>lux</lem><rdg wit='#B'>nox</rdg>")
    assert phrase(entry, {"apparatus": kind}, rest="word") == printed


def test_nothing_is_the_rest_where_all_are_named() -> None:
    entry = app("<lem>lux</lem><rdg wit='#A #B #C #D #E'>nox</rdg>")
    assert phrase(entry, {"apparatus": "positive"}, rest="word") == "lux] nox A B C D E"


def test_a_lemma_of_many_is_the_rest_only_if_it_is_all_of_the_rest() -> None:
    entry = app("<lem wit='#A #B #C {}'>lux</lem><rdg wit='#D'>nox</rdg>")
    assert phrase(entry.format("#E"), rest_from=4) == "lux] cett.; nox D"
    assert phrase(entry.format("#X"), rest_from=4) == "lux] A B C X; nox D"


def test_a_range_is_of_neighbours_without_places() -> None:
    entry = app("<rdg wit='#E #C #A #B #D'>nox</rdg>{}")
    assert phrase(entry.format(""), order="conspectus", ranges_from=3) == "nox A–E"
    place = "<witDetail wit='#C'>f. 3</witDetail>"
    printed = phrase(entry.format(place), order="conspectus", ranges_from=2)
    assert printed == "nox A–B C (f. 3) D–E"


def test_names_come_from_the_registers_the_header_or_the_pointer() -> None:
    entry = app("<lem>lux</lem><rdg resp='p.xml#klee #x'>nox</rdg><rdg resp='R. Heller'>vox</rdg>")
    printed = "lux] nox coni. Klee, x; vox coni. R. Heller"
    assert phrase(entry, {"names": "klee\tKlee"}) == printed


def test_a_group_says_of_its_readings_what_is_said_of_the_group() -> None:
    group = (
        "<lem wit='#A'>lux</lem><rdgGrp type='orthographic'><rdg xml:id='r1' wit='#B'>lvx</rdg>"
        "<rdg wit='#C'>luxs</rdg></rdgGrp><witDetail target='#r1' wit='#B'>f. 2</witDetail>"
        "<witDetail wit='#B #C'>saepe</witDetail>"
    )
    assert phrase(app(group)) == "lux] A; lvx B (f. 2); luxs C (saepe)"
    assert phrase(app(group), orthographic="hidden") == "lux] A"


def test_a_lemma_in_a_group_is_a_lemma() -> None:
    assert phrase(app("<rdgGrp><lem wit='#A'>lux</lem><rdg wit='#B'>lvx</rdg></rdgGrp>")) == (
        "lux] A; lvx B"
    )


@pytest.mark.parametrize(
    ("lemma", "reading", "printed"),
    [
        ("a b", "b a", "b a transp. A"),
        ("a b", "B A", "B A transp. A"),
        ("a b", "b a a", "b a a A"),
        ("a b", "A b", "A b A"),
        ("a", "a", "a A"),
        ("", "a", "add. a A"),
    ],
)
def test_words_in_another_order_are_transposed(lemma: str, reading: str, printed: str) -> None:
    entry = app(f"<lem>{lemma}</lem><rdg wit='#A'>{reading}</rdg>")
    assert phrase(entry).rpartition("] ")[2] == printed


@pytest.mark.parametrize(
    ("reading", "printed"),
    [
        ("<subst><del>x</del><add>y</add></subst>z", "yz A p.c.; xz A a.c."),
        ("x<add>y</add>", "xy A p.c.; x A a.c."),
        ("x<del>y</del>", "x A p.c.; xy A a.c."),
        ("<del>y</del>", "del. A; y A a.c."),
        ("<add>y</add>", "y A p.c."),
        ("<add place='top'>y</add>", "y A in marg."),
        ("<add place='below'>y</add>", "y A sub lin."),
        ("<add place='nowhere'>y</add>", "y A nowhere"),
        ("<add place='above' hand='#B12'>y</add>", "y A¹² sup. lin."),
        ("<subst><del>x</del><add hand='#h2'>y</add></subst>", "y A²; x A a.c."),
        ("x<persName><del>y</del></persName>", "x⟦y⟧ A"),
    ],
)
def test_what_was_corrected_is_told_in_both_layers(reading: str, printed: str) -> None:
    assert phrase(app(f"<rdg wit='#A'>{reading}</rdg>")) == printed


@pytest.mark.parametrize(
    ("reading", "printed"),
    [
        ("<rdg resp='Klee' type='dubious'>nox</rdg>", "nox dub. coni. Klee"),
        ("<rdg resp='Klee' type='deletion'>lux</rdg>", "del. Klee"),
        ("<rdg resp='Klee' type='deletion'>nox</rdg>", "nox del. Klee"),
        ("<rdg wit='#A'><unclear>nox</unclear></rdg>", "nox A ut vid."),
        ("<rdg wit='#A' cert='high'>nox</rdg>", "nox A"),
        ("<rdg wit='#A' type='pc' hand='#A1'>nox</rdg>", "nox A¹"),
        ("<rdg wit='#A'><gap/></rdg>", "lac. A"),
        ("<rdg wit='#A'>n<gap/>x</rdg>", "n[…]x A"),
        ("<rdg wit='#A'><lacunaStart/></rdg>", "hinc def. A"),
        ("<rdg/>", "om."),
    ],
)
def test_what_a_reading_is(reading: str, printed: str) -> None:
    assert phrase(app(f"<lem>lux</lem>{reading}")) == f"lux] {printed}"


def test_the_final_point_is_not_doubled() -> None:
    entry = app("<lem>lux</lem><rdg wit='#A'>{}</rdg>")
    assert phrase(entry.format("nox"), final=".") == "lux] nox A."
    assert phrase(app("<lem>lux</lem><rdg>ceteri codd.</rdg>"), final=".") == "lux] ceteri codd."
    assert phrase(app("<note>Quid?</note>"), final=".") == "Quid?"


def test_a_page_keeps_unseen_what_the_style_leaves_out() -> None:
    entry = (
        "<lem wit='#A'>one two three four five</lem><witDetail wit='#A'>f. 1</witDetail>"
        "<rdg wit='#B' type='orthographic'>onne</rdg><note>Why?</note>"
    )
    page = transformed(
        "html/document.xsl",
        "page",
        f"<p>{app(entry)}</p>",
        {"apparatus": "negative"},
        orthographic="hidden",
        lemma_limit=3,
        lemma_ends=1,
        notes="no",
    )
    (found,) = _entries(page)
    hidden = [span.text_content().strip() for span in found.xpath(".//span[@hidden]")]
    assert hidden == ["one two three four five", "A (f. 1)", "onne B", "Why?"]
    assert found.xpath("string(.//*[@class='lemma-reading']/@data-wit)") == "A"
    assert found.xpath("string(.//*[@data-reading]/@data-wit)") == "B"
    for unread in found.xpath(".//span[@hidden] | .//a[@class='cite']"):
        unread.drop_tree()
    assert found.text_content().split() == ["1", "one", "…", "five]"]


def _entries(page: str) -> list[html.HtmlElement]:
    return list(html.fromstring(page).xpath("//li[@class='entry']"))
