"""The apparatus of a document as values."""

from __future__ import annotations

import pytest

from recensio.model.apparatus import Detail, Entry, Mark, Method, Place, Reading
from recensio.model.witness import Siglum, WitnessList
from recensio.tei.apparatus import apparatus
from recensio.tei.spans import Spans
from recensio.tei.witnesses import witness_list
from tests.support import document_of, locator_of, tei, tree_of

WITNESSES = (
    "<listWit><witness xml:id='A'/><witness xml:id='B' n='β'/><witness xml:id='C'/></listWit>"
)


def witnesses() -> WitnessList:
    return witness_list([tree_of(tei(WITNESSES))])


def entries(body: str, rest: str = "") -> tuple[Entry, ...]:
    document = document_of(tei(body, rest=rest))
    return apparatus(document, witnesses(), locator_of(document)).entries


def entry(content: str, attributes: str = "") -> Entry:
    (found,) = entries(f"<p><app xml:id='a1' n='1' {attributes}>{content}</app></p>")
    return found


def test_an_entry_has_lemma_readings_and_notes() -> None:
    found = entry(
        '<lem wit="#A #B" resp="#ed" cert="high">word</lem>'
        '<rdg wit="#C" type="error" cause="haste" hand="#h" source="#s">  wo\nrd </rdg>'
        "<note>Why <hi>so</hi></note><note>Again</note>"
    )
    assert (found.id, found.number, found.document) == ("a1", "1", "text")
    assert found.lemma is not None
    assert found.lemma.text == "word"
    assert found.lemma.witnesses == ("A", "β")
    assert (found.lemma.resp, found.lemma.cert) == ("#ed", "high")
    (reading,) = found.readings
    assert (reading.text, reading.kind, reading.cause) == ("wo rd", "error", "haste")
    assert (reading.hand, reading.source) == ("#h", "#s")
    assert found.notes == ("Why so", "Again")
    assert found.location.xpath == "/TEI[1]/text[1]/body[1]/p[1]/app[1]"


def test_details_belong_to_the_reading_before_them() -> None:
    found = entry(
        '<lem wit="#A #B">x</lem><witDetail wit="#A">l. 1</witDetail>'
        '<witDetail wit="#B">l. 2</witDetail><rdg wit="#C">y</rdg><witDetail wit="#C">l. 3'
        "</witDetail>"
    )
    assert found.lemma is not None
    assert found.lemma.detail == "A l. 1; β l. 2"
    assert found.readings[0].detail == "l. 3"


def test_details_after_a_group_belong_to_the_reading_that_they_point_at() -> None:
    found = entry(
        '<rdgGrp><rdg xml:id="r1" wit="#A">x</rdg><rdg xml:id="r2" wit="#B">y</rdg></rdgGrp>'
        '<witDetail wit="#A" target="#r1">l. 1</witDetail><rdg xml:id="r3">z</rdg>'
    )
    assert [reading.detail for reading in found.readings] == ["l. 1", "", ""]


def test_a_detail_speaks_of_the_reading_that_it_names_wherever_it_stands() -> None:
    (found,) = entries(
        "<p><app xml:id='a1'><witDetail>of all</witDetail><rdg xml:id='r1' wit='#A'>x"
        "<witDetail>inside</witDetail></rdg><rdg xml:id='r2'>y</rdg>"
        "<witDetail target='#r1'>named</witDetail></app></p>"
        "<p><witDetail target='#r2'>far</witDetail></p>"
    )
    said = [[detail.text for detail in each.details] for each in found.readings]
    assert said == [["inside", "named"], ["far"]]
    assert found.readings[0].detail == "inside; named"
    assert [detail.text for detail in found.details] == ["of all"]


def test_a_reading_of_a_group_names_it() -> None:
    found = entry("<rdgGrp type='orthographic'><rdg wit='#A'>x</rdg></rdgGrp><rdg wit='#B'>y</rdg>")
    assert found.lemma is None
    assert [reading.group for reading in found.readings] == ["orthographic", None]


def test_a_nested_entry_names_its_parent() -> None:
    outer, inner = entries(
        "<p><app xml:id='a1'><lem>x<app xml:id='a2'><lem>y</lem><rdg>z</rdg></app></lem>"
        "<rdg>w</rdg></app></p>"
    )
    assert (outer.parent, inner.parent) == (None, "a1")
    assert outer.lemma is not None
    assert outer.lemma.text == "xy"
    assert len(outer.readings) == 1
    assert [reading.text for reading in inner.readings] == ["z"]


def test_sigla_that_resolve_to_nothing_stay_as_they_are_written() -> None:
    found = entry('<rdg wit="#A other.xml#B #D Vat. A">x</rdg>')
    assert found.readings[0].witnesses == ("A", "β", "D", "Vat.")


@pytest.mark.parametrize(
    ("attributes", "method"),
    [
        ("", Method.PARALLEL_SEGMENTATION),
        ('from="#x" to="#y"', Method.DOUBLE_END_POINT),
        ('to="#y"', Method.DOUBLE_END_POINT),
        ('loc="1.2"', Method.LOCATION_REFERENCED),
    ],
)
def test_how_an_entry_is_linked(attributes: str, method: Method) -> None:
    assert entry("<lem>x</lem>", attributes).method is method


def test_entries_of_a_standoff_apparatus() -> None:
    standoff = "<standOff><listApp><app><lem>x</lem></app><app><rdg><ptr target='o.xml#p'/></rdg>"
    located, external = entries("<p/>", rest=f"{standoff}</app></listApp></standOff>")
    assert located.method is Method.LOCATION_REFERENCED
    assert external.method is Method.EXTERNAL


def test_an_entry_may_be_empty() -> None:
    found = entry("")
    assert (found.lemma, found.readings, found.notes) == (None, (), ())


def reading(content: str) -> Reading:
    return entry(content).readings[0]


def test_a_reading_inherits_what_its_groups_say_and_names_their_path() -> None:
    found = reading(
        "<rdgGrp type='late' cause='haste'><rdgGrp n='2' hand='#h' cause='sleep'>"
        "<rdg wit='#A' hand='#own' varSeq='2' exclude='#r1 o.xml#r2' xml:id='r'>x</rdg>"
        "</rdgGrp></rdgGrp>"
    )
    assert (found.id, found.groups, found.group) == ("r", ("late", "2"), None)
    assert found.inherited == (("type", "late"), ("cause", "sleep"))
    assert (found.kind, found.cause, found.hand) == (None, None, "#own")
    assert (found.sequence, found.exclude) == ("2", ("r1", "o.xml#r2"))


def test_several_lemmata_are_all_held() -> None:
    found = entry("<rdgGrp><lem>x</lem><rdg>y</rdg></rdgGrp><rdgGrp><lem>z</lem></rdgGrp>")
    assert found.lemma is not None
    assert found.lemma.text == "x"
    assert [(each.text, each.is_lemma) for each in found.readings] == [("y", False), ("z", True)]


@pytest.mark.parametrize(
    ("content", "before", "after"),
    [
        ("plain", None, "plain"),
        ("all<add>en</add>", "all", "allen"),
        ("<subst><del>that</del><add>this</add></subst> day", "that day", "this day"),
        ("<del>gone</del>", "gone", ""),
        ("<choice><sic>teh</sic><corr>the</corr></choice> man", "teh man", "the man"),
        ("a<note>not <del>this</del></note>", None, "a"),
        ("x<del>a<add>b</add></del>", "xa", "x"),
    ],
)
def test_a_reading_has_a_form_before_and_after_correction(
    content: str, before: str | None, after: str
) -> None:
    found = reading(f"<rdg wit='#A'>{content}</rdg>")
    assert (found.before_correction, found.text) == (before, after)


def test_corrections_of_a_nested_entry_are_its_own() -> None:
    outer, _ = entries("<app><lem>x <app><lem><add>y</add></lem></app></lem></app>")
    assert outer.lemma is not None
    assert (outer.lemma.before_correction, outer.lemma.text) == (None, "x y")


def test_marks_of_fragmentary_witnesses_name_whom_they_speak_of() -> None:
    found = reading("<rdg wit='#A #B'><lacunaEnd/>word<witEnd wit='#B'/></rdg>")
    first, second = Siglum("A"), Siglum("β")
    assert found.marks == (Mark("lacunaEnd", (first, second)), Mark("witEnd", (second,)))


def test_remarks_stay_with_what_they_are_made_on() -> None:
    found = entry(
        "<rdg>x<note>in the reading</note></rdg><wit>codd. <hi>plerique</hi></wit>"
        "<witDetail wit='#A' type='correction'>in ras.</witDetail>"
        "<rdgGrp><note>of the group</note><rdg>y</rdg></rdgGrp><note>of the entry</note>"
    )
    first = found.readings[0]
    assert (first.notes, first.attested) == (("in the reading",), "codd. plerique")
    assert first.details == (Detail("in ras.", (Siglum("A"),), "correction"),)
    assert found.notes == ("of the group", "of the entry")


def test_each_entry_says_which_apparatus_it_belongs_to() -> None:
    lists = (
        "<listApp type='fontes'><app type='quotation'><note>Il. 1.1</note></app>"
        "<listApp><app loc='1'/></listApp></listApp><listApp><app type='var'/></listApp>"
    )
    found = entries("<p><app/></p>", rest=f"<standOff>{lists}</standOff>")
    assert [each.layer for each in found] == [None, "fontes", "fontes", "var"]
    assert [each.kind for each in found] == [None, "quotation", None, "var"]


def test_an_entry_without_a_lemma_has_the_words_of_its_place() -> None:
    (found,) = entries(
        "<p>One <anchor xml:id='a'/>two three<anchor xml:id='b'/> four</p><listApp>"
        "<app from='#a' to='#b' exclude='#x'><rdg wit='#A'>2 3</rdg></app></listApp>"
    )
    paragraph = "/TEI[1]/text[1]/body[1]/p[1]"
    assert found.lemma is None
    assert found.place == Place(
        "text", "two three", f"{paragraph}/anchor[1]", f"{paragraph}/anchor[2]", "a", "b"
    )
    assert (found.begin, found.end, found.exclude) == ("#a", "#b", ("x",))


def test_the_text_of_an_external_reading_is_fetched() -> None:
    witness = document_of(
        tei("<p xml:id='p'>It was <seg xml:id='s'>so <hi>dark</hi></seg>.</p>"), "w"
    )
    base = "https://ex.org/e/w.xml"
    rest = (
        "<standOff><listApp><app><rdg>"
        f"<ptr target='{base}#s'/></rdg><rdg><ptr target='{base}#string-range(p,3,3)'/> night</rdg>"
        f"<rdg><ptr target='{base}#none'/></rdg><rdg>word</rdg></app></listApp></standOff>"
    )
    document = document_of(tei("<p/>", rest=rest))
    spans = Spans([document, witness])
    (found,) = apparatus(document, witnesses(), locator_of(document), spans).entries
    assert [each.resolved for each in found.readings] == ["so dark", "was night", None, None]
    assert [each.text for each in found.readings] == ["", "night", "", "word"]


def test_a_copied_line_is_fetched() -> None:
    first, second = entries(
        "<app><lem><l xml:id='l1'>One</l><l xml:id='l2'>two</l></lem></app>"
        "<app><rdg><l copyOf='#l1'/><l copyOf='#l2'/></rdg></app>"
    )
    assert first.lemma is not None
    assert first.lemma.resolved is None
    assert second.readings[0].resolved == "One two"


def test_entries_that_hold_transposed_words_know_of_each_other() -> None:
    body = (
        "<p><app xml:id='a'><lem xml:id='x'>x</lem></app><app xml:id='b'><rdg><seg xml:id='y'/>"
        "</rdg></app><app xml:id='c'><rdg corresp='#x'>x</rdg></app><app xml:id='d'/></p>"
        "<listTranspose><transpose><ptr target='#y'/><ptr target='#x'/></transpose></listTranspose>"
    )
    assert {each.id: each.transposed for each in entries(body)} == {
        "a": ("c", "b"),
        "b": ("a",),
        "c": ("a",),
        "d": (),
    }
