"""The apparatus of a document as values."""

from __future__ import annotations

import pytest

from recensio.model.apparatus import Entry, Method
from recensio.model.witness import WitnessList
from recensio.tei.apparatus import apparatus
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
