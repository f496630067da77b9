"""Registers, mentions, notes, dates."""

from __future__ import annotations

import pytest

from recensio.model.register import Mention, Note, RegisterEntry, RegisterKind
from recensio.tei.registers import edtf, mentions, notes, register_entries
from tests.support import NS, document_of, locator_of, tei, the, tree_of


def entries(body: str) -> dict[str, RegisterEntry]:
    return {entry.id: entry for entry in register_entries([tree_of(tei(body))])}


def entry(content: str, listing: str = "listPerson", name: str = "person") -> RegisterEntry:
    body = f"<{listing}><{name} xml:id='x'>{content}</{name}></{listing}>"
    return entries(body)["x"]


def mentioned(body: str) -> tuple[Mention, ...]:
    document = document_of(tei(body))
    return mentions(document, locator_of(document))


def noted(body: str) -> tuple[Note, ...]:
    document = document_of(tei(body))
    return notes(document, locator_of(document))


@pytest.mark.parametrize(
    ("listing", "name", "kind"),
    [
        ("listPerson", "person", RegisterKind.PERSONS),
        ("listPerson", "personGrp", RegisterKind.PERSONS),
        ("listPlace", "place", RegisterKind.PLACES),
        ("listOrg", "org", RegisterKind.ORGS),
        ("listBibl", "bibl", RegisterKind.WORKS),
        ("listBibl", "biblStruct", RegisterKind.WORKS),
        ("listEvent", "event", RegisterKind.EVENTS),
    ],
)
def test_every_list_is_a_register(listing: str, name: str, kind: RegisterKind) -> None:
    assert entry("", listing, name).kind is kind


@pytest.mark.parametrize(
    ("content", "label"),
    [
        ("<persName>M. N. Ryutin</persName>", "M. N. Ryutin"),
        ("<persName>A</persName><persName type='canonical'>B</persName>", "B"),
        (
            "<persName><forename>Martemyan</forename> <forename>N.</forename>"
            " <surname>Ryutin</surname></persName>",
            "Ryutin, Martemyan N.",
        ),
        ("<persName><surname>Ryutin</surname>, <forename>M.</forename></persName>", "Ryutin, M."),
        ("<label>Name</label>", "Name"),
        ("<note>nothing</note>", "x"),
        ("<p>Described</p>", "Described"),
    ],
)
def test_the_label_of_an_entry(content: str, label: str) -> None:
    assert entry(content).label == label


def test_entries_sort_by_their_key_else_by_their_label() -> None:
    body = "<listPerson><person xml:id='a' sortKey='zz'><persName>Á</persName></person>"
    found = entries(f"{body}<person xml:id='b'><persName>Straße</persName></person></listPerson>")
    assert (found["a"].sort, found["b"].sort) == ("zz", "strasse")


def test_authorities_are_addresses_where_their_scheme_is_known() -> None:
    content = (
        "<idno type='wikidata'>Q42</idno><idno type='GND'>118</idno>"
        "<idno>https://example.org/1</idno><idno type='local'>7</idno><idno type='viaf'/>"
    )
    assert entry(content).authority == (
        "https://www.wikidata.org/entity/Q42",
        "https://d-nb.info/gnd/118",
        "https://example.org/1",
        "local:7",
    )


def test_nested_lists_and_entries_without_a_name() -> None:
    body = "<listPerson><listPerson><person xml:id='a'/></listPerson><person/></listPerson>"
    assert list(entries(body)) == ["a"]


# --- mentions ------------------------------------------------------------------------------------


def test_names_and_dates_in_the_text_are_mentions() -> None:
    found = mentioned(
        "<p><persName xml:id='m1' ref='persons.xml#ry #other'>R.</persName>"
        "<placeName>Moscow</placeName><name key='Lenin'>L.</name><rs ref='#party'>they</rs>"
        "<date when='1930'>then</date></p>"
    )
    described = [(m.kind, m.text, m.ref, m.when) for m in found]
    assert described == [
        ("persName", "R.", "ry", None),
        ("placeName", "Moscow", None, None),
        ("name", "L.", "Lenin", None),
        ("rs", "they", "party", None),
        ("date", "then", None, "1930"),
    ]
    assert found[0].id == "m1"
    assert found[0].location.xpath == "/TEI[1]/text[1]/body[1]/p[1]/persName[1]"


def test_names_of_register_entries_and_bare_terms_are_no_mentions() -> None:
    body = (
        "<listPerson><person><persName>no</persName></person></listPerson>"
        "<p><title>no</title><term>no</term><bibl><author><persName>yes</persName></author></bibl>"
        "</p>"
    )
    assert [m.text for m in mentioned(body)] == ["yes"]


def test_names_in_the_prose_of_a_list_are_mentions() -> None:
    body = "<listPerson><person{}><p><persName ref='#a'>Ann</persName></p></person></listPerson>"
    assert [mention.ref for mention in mentioned(body.format(""))] == ["a"]
    assert mentioned(body.format(" xml:id='x'")) == ()


def test_a_name_that_is_open_between_entries_mentions_none_for_sure() -> None:
    name = "<persName ref='#a #b'{}>Ann</persName>"
    body = "<p>" + name.format(" cert='low'") + name.format("") + "</p>"
    assert [mention.ref for mention in mentioned(body)] == [None, "a"]


def test_names_of_the_header_are_no_mentions() -> None:
    header = "<profileDesc><creation><persName>no</persName></creation></profileDesc>"
    document = document_of(tei("<p/>", header=header))
    assert not mentions(document, locator_of(document))


@pytest.mark.parametrize(
    ("attributes", "date"),
    [
        ("when='1930-10-05'", "1930-10-05"),
        ("from='1930' to='1932'", "1930/1932"),
        ("from='1930'", "1930/.."),
        ("to='1932'", "../1932"),
        ("notBefore='1930' notAfter='1931'", "[1930..1931]"),
        ("notAfter='1931'", "[..1931]"),
        ("", None),
    ],
)
def test_dates_in_extended_form(attributes: str, date: str | None) -> None:
    assert edtf(the(tree_of(tei(f"<date {attributes}/>")).find(".//t:date", NS))) == date


# --- notes ---------------------------------------------------------------------------------------


def test_notes_of_the_text_without_those_of_the_apparatus() -> None:
    found = noted(
        "<p>a<note xml:id='n1' place='foot' resp='names.xml#ed'>one <note>two</note></note>"
        "<app><lem>x</lem><note>no</note><rdgGrp><rdg/><note>no</note></rdgGrp></app>"
        "<note type='authorial'>three</note></p>"
    )
    assert [(n.id, n.kind, n.resp, n.text) for n in found] == [
        ("n1", "foot", "ed", "one"),
        ("", None, None, "two"),
        ("", "authorial", None, "three"),
    ]
