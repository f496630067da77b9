"""Authorities, coordinates, the order of names, and the pages of entries."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from recensio.model.register import RegisterEntry, RegisterKind
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.pages import entry_pages, from_page
from recensio.publish.registers import entry_tree, registers_of
from recensio.publish.registers.authorities import authority_of
from recensio.publish.registers.collation import letter, order
from recensio.publish.registers.coordinates import Point, point_of
from tests.sites import Site, faults, site_of
from tests.support import edition_of, tei, tree_of


@pytest.mark.parametrize(
    ("identifier", "name", "number", "href"),
    [
        (
            "https://d-nb.info/gnd/118609807/",
            "GND",
            "118609807",
            "https://d-nb.info/gnd/118609807/",
        ),
        ("http://viaf.org/viaf/1", "VIAF", "1", "https://viaf.org/viaf/1"),
        (
            "http://www.wikidata.org/entity/Q1",
            "Wikidata",
            "Q1",
            "https://www.wikidata.org/entity/Q1",
        ),
        ("https://sws.geonames.org/99/", "GeoNames", "99", "https://www.geonames.org/99"),
        ("http://names.example/7", "names.example", "7", "http://names.example/7"),
        ("isbn:978-3", "ISBN", "978-3", ""),
        ("javascript:alert(1)", "JAVASCRIPT", "alert(1)", ""),
        ("ftp://a.b/c", "", "ftp://a.b/c", ""),
        ('https://a.b/" onclick="x', "", 'https://a.b/" onclick="x', ""),
    ],
)
def test_authorities_have_names_and_safe_links(
    identifier: str, name: str, number: str, href: str
) -> None:
    found = authority_of(identifier)
    assert (found.name, found.number, found.href) == (name, number, href)


@pytest.mark.parametrize(
    ("geo", "point"),
    [
        ("55.75 37.62", Point(55.75, 37.62)),
        ("55.75, 37.62", Point(55.75, 37.62)),
        ("55.75,37.62", Point(55.75, 37.62)),
        ("46,818888 -13,518333", Point(46.818888, -13.518333)),
        ("91 0", None),
        ("somewhere", None),
    ],
)
def test_coordinates(geo: str, point: Point | None) -> None:
    place = f"<place><location><geo>{geo}</geo></location></place>"
    root = tree_of(tei(f"<listPlace>{place}</listPlace>")).getroot()
    assert point_of(next(root.iter("{*}place"))) == point


def test_coordinates_of_a_country_are_not_those_of_its_town() -> None:
    place = "<place><location><placeName>X</placeName><geo>1 2</geo></location></place>"
    root = tree_of(tei(f"<listPlace>{place}</listPlace>")).getroot()
    assert point_of(next(root.iter("{*}place"))) is None


def test_names_stand_in_the_order_of_an_index() -> None:
    names = ["Zeller", "Ångström", "ab", "Éluard", "Ёлкин", "Йод", "Иван", "Ель", "«Правда»", "2nd"]
    ordered = sorted(names, key=order)
    assert ordered == [
        "2nd",
        "ab",
        "Ångström",
        "Éluard",
        "Zeller",
        "Ёлкин",
        "Ель",
        "Иван",
        "Йод",
        "«Правда»",
    ]
    assert [letter(name) for name in ordered] == [
        "0–9",
        "A",
        "A",
        "E",
        "Z",
        "Е",
        "Е",
        "И",
        "Й",
        "П",
    ]


def test_no_two_pages_differ_in_case_only() -> None:
    entries = [
        RegisterEntry(name, RegisterKind.PERSONS, name, name) for name in ("Anna", "anna", "a:b")
    ]
    assert list(entry_pages(entries).values()) == [
        "registers/persons/Anna.html",
        "registers/persons/anna-2.html",
        "registers/persons/a-b.html",
    ]


def test_the_way_between_pages() -> None:
    page = "registers/persons/anna.html"
    assert from_page(page, "registers/persons/emil.html") == "emil.html"
    assert from_page(page, "texts/a.html#p1") == "../../texts/a.html#p1"
    assert from_page("index.html", "texts/a.html") == "texts/a.html"


PERSON = (
    "<listPerson><person xml:id='anna'><persName><surname>Zeller</surname><forename>Anna</forename>"
    "</persName><persName>A. Z.</persName>"
    "<birth when='1880-02-01'><placeName>Graz</placeName></birth>"
    "<death notBefore='1951' cert='low'/>"
    "<occupation>poet</occupation><occupation>nurse</occupation>"
    "<idno type='gnd'>118</idno><note>Wrote.</note></person></listPerson>"
    "<listPlace><place xml:id='graz'><placeName>Graz</placeName><location><geo>47.07 15.44</geo>"
    "</location></place></listPlace>"
)


def built(folder: Path, body: str, settings: str = "") -> Site:
    files = {
        "edition.toml": f'[files]\ntexts = ["a.xml"]\nregisters = ["b.xml"]\n{settings}',
        "a.xml": tei(body),
        "b.xml": tei(PERSON),
    }
    outcome = OUTPUTS["site"](edition_of(folder, files), Conditions())
    site = site_of(outcome.value)
    assert not list(faults(site))
    return site


def said(site: Site, page: str) -> str:
    return " ".join(site.pages[page].text_content().split())  # type: ignore[attr-defined]


def test_an_entry_says_what_is_known(tmp_path: Path) -> None:
    page = said(built(tmp_path, "<p/>"), "registers/persons/anna.html")
    for words in (
        "Also calledA. Z.",
        "Born1 February 1880, Graz",
        "Diednot before 1951 (to be verified)",
        "Occupationpoetnurse",
        "GND 118",
        "Wrote.",
        "Not mentioned in the texts.",
    ):
        assert words in page


def test_it_says_so_in_other_languages(tmp_path: Path) -> None:
    site = built(tmp_path, "<p/>", '[site]\nlanguage = "de"\n')
    page = said(site, "registers/persons/anna.html")
    assert "Geboren1. Februar 1880, Graz" in page
    assert "Gestorbenfrühestens 1951 (zu prüfen)" in page
    assert "47.07° N, 15.44° O" in said(site, "registers/places/graz.html")


def test_a_long_list_of_mentions_is_folded_and_bounded(tmp_path: Path) -> None:
    body = "".join(f"<p>So <persName ref='#anna'>she</persName> said {n}.</p>" for n in range(700))
    page = built(tmp_path, body).pages["registers/persons/anna.html"]
    (details,) = page.xpath("//main//details")
    assert "open" not in details.attrib
    assert len(page.xpath("//li[@class='passage']")) == 300
    assert "and 400 others" in "".join(details.itertext())


def test_many_dates_have_a_page_for_each_year(tmp_path: Path) -> None:
    body = "".join(f"<p><date when='{1900 + n % 4}-05'>then</date></p>" for n in range(700))
    site = built(tmp_path, body)
    assert "1903 175" in said(site, "registers/dates.html")
    assert len(site.pages["registers/dates/1903.html"].xpath("//li")) > 175 - 1


def test_a_name_in_very_many_texts_is_quoted_from_the_first(tmp_path: Path) -> None:
    texts = {f"t{n}.xml": tei("<p>So <persName ref='#anna'>A.</persName></p>") for n in range(320)}
    toml = '[files]\ntexts = ["t*.xml"]\nregisters = ["b.xml"]\n'
    edition = edition_of(tmp_path, {**texts, "edition.toml": toml, "b.xml": tei(PERSON)})
    tree = entry_tree(edition.corpus.registers[0], registers_of(edition))
    quoting = [len(each) for each in tree if etree.QName(each).localname == "document"]
    assert quoting == [1] * 300 + [0] * 20
