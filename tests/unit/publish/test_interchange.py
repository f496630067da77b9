"""What the edition tells to others: registers as linked data, letters by CMIF, OAI-PMH."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
from lxml import etree

from recensio.corpus import read_corpus
from recensio.model.printing import UnusableSetting
from recensio.model.web import web
from recensio.project import open_project
from recensio.publish import OUTPUTS, Conditions
from recensio.publish.cmif import letter_index
from recensio.publish.prepare import prepare
from recensio.validate import validate
from tests.support import NS, SHARED, XML_ID, edition_of, tei

SITE: Final = '[site]\nurl = "https://ex.org/e"\ncontact = "ed@ex.org"\n'
SETTINGS: Final = """
[edition]
title = "Letters"
editors = ["Ada Editor"]
date = "2026-03"
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
publisher = "A House"
[files]
texts = ["letter*.xml"]
registers = ["registers.xml"]
"""
SENT: Final = (
    "<profileDesc><correspDesc><correspAction type='sent'>"
    "<persName ref='registers.xml#anna'>Anna B.</persName>"
    "<placeName ref='#riga'>Riga, <hi>old</hi></placeName>"
    "<date when='1930-05-01' cert='low'>May Day</date><note>in haste</note></correspAction>"
    "<correspAction type='forwarded'><persName>Nobody</persName></correspAction>"
    "<correspAction type='received'><date when='sometime'/>"
    "<date notBefore-iso='1930-05' to='1930-05-03T12:00:00'/></correspAction>"
    "</correspDesc></profileDesc><revisionDesc><change when='2026-01-02'>x</change>"
    "<change when='2026-02-03T10:00:00'>y</change><change when='2026'>z</change></revisionDesc>"
)
REGISTERS: Final = tei(
    "<listPerson><person xml:id='anna'><persName><surname>B.</surname><forename>Anna</forename>"
    "</persName><persName>A. B.</persName><birth when='1900-02-03'/><death><date from='1950'"
    " to='1951'/></death><idno type='viaf'>12</idno><idno type='gnd'>118/</idno>"
    "<idno type='isbn'>3</idno><note>She wrote.</note></person></listPerson><listPlace>"
    "<place xml:id='riga'><placeName>Riga</placeName><location><geo>56.9 24.1</geo></location>"
    "<idno type='geonames'>456172</idno></place></listPlace><listEvent><event xml:id='fair'"
    " from='1930-05-01' to='1930-05-08'><label>A fair</label></event></listEvent>"
)
FILES: Final = {
    "letter1.xml": tei("<p>Dear <persName ref='#anna'>A.</persName></p>", SENT, "A letter"),
    "letter2.xml": tei("<p>Not a letter.</p>", title="A list"),
    "registers.xml": REGISTERS,
}


def made(folder: Path, more: str = SITE) -> dict[str, bytes]:
    edition = edition_of(folder, {**FILES, "edition.toml": SETTINGS + more})
    outcomes = [OUTPUTS[name](edition, Conditions()) for name in ("data", "site")]
    return {each.path: each.content for outcome in outcomes for each in outcome.value}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("known"))


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made(tmp_path_factory.mktemp("unknown"), "")


def things(files: dict[str, bytes]) -> dict[str, Any]:
    record = json.loads(files["data/registers.jsonld"])
    assert record["@context"]["@vocab"] == "https://schema.org/"
    return {thing["name"]: thing for thing in record["@graph"]}


def test_registers_are_things_of_schema_org(files: dict[str, bytes]) -> None:
    found = things(files)
    assert found["B., Anna"] == {
        "@id": "https://ex.org/e/registers/persons/anna.html",
        "@type": "Person",
        "name": "B., Anna",
        "owl:sameAs": ["https://viaf.org/viaf/12", "https://d-nb.info/gnd/118/"],
        "sameAs": ["https://viaf.org/viaf/12", "https://d-nb.info/gnd/118/"],
        "identifier": [{"@type": "PropertyValue", "propertyID": "ISBN", "value": "3"}],
        "alternateName": ["Anna B.", "A. B."],
        "description": "She wrote.",
        "familyName": "B.",
        "givenName": "Anna",
        "birthDate": "1900-02-03",
        "deathDate": "1950/1951",
        "url": "https://ex.org/e/registers/persons/anna.html",
        "subjectOf": ["https://ex.org/e/texts/letter1.html"],
    }
    assert found["Riga"]["geo"] == {
        "@type": "GeoCoordinates", "latitude": 56.9, "longitude": 24.1,
    }  # fmt: skip
    assert (found["A fair"]["startDate"], found["A fair"]["endDate"]) == (
        "1930-05-01", "1930-05-08",
    )  # fmt: skip


def test_without_an_address_things_are_named_in_the_file(without: dict[str, bytes]) -> None:
    anna = things(without)["B., Anna"]
    assert anna["@id"] == "#anna"
    assert not {"url", "subjectOf"} & anna.keys()


def index_of(files: dict[str, bytes], path: str = "data/cmif.xml") -> etree._Element:
    return etree.fromstring(files[path])


def test_a_letter_in_the_index(files: dict[str, bytes]) -> None:
    (letter,) = index_of(files).iterfind(".//t:correspDesc", NS)
    assert letter.get("key") == "letter1"
    assert letter.get("ref") == "https://ex.org/e/texts/letter1.html"
    (bibl,) = index_of(files).iterfind(".//t:sourceDesc/t:bibl", NS)
    assert letter.get("source") == f"#{bibl.get(XML_ID)}"
    told = [(etree.QName(e).localname, e.text, dict(e.attrib)) for e in letter.iterfind("*/*")]
    assert told == [
        ("persName", "Anna B.", {"ref": "https://d-nb.info/gnd/118"}),
        ("placeName", "Riga, old", {"ref": "https://www.geonames.org/456172"}),
        ("date", None, {"when": "1930-05-01"}),
        ("persName", "Unknown", {}),
        ("date", None, {"notBefore": "1930-05"}),
    ]
    assert [action.get("type") for action in letter] == ["sent", "received"]


def test_the_index_says_what_it_is(files: dict[str, bytes], without: dict[str, bytes]) -> None:
    assert files["site/cmif.xml"] == files["data/cmif.xml"]
    root = index_of(files)
    assert root.findtext(".//t:idno", namespaces=NS) == "https://ex.org/e/cmif.xml"
    licence = root.find(".//t:licence", NS)
    assert licence is not None
    assert (licence.text or "").endswith("Creative Commons License CC-BY 4.0")
    date = root.find(".//t:publicationStmt/t:date", NS)
    assert date is not None
    assert date.get("when") == "2026-03"
    assert "site/cmif.xml" not in without
    assert index_of(without).find(".//t:idno", NS) is None


def test_no_letters_no_index(tmp_path: Path) -> None:
    assert not list(letter_index(edition_of(tmp_path, {"a.xml": tei()})))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the corpora are not here")
def test_the_index_of_an_edition_of_letters_is_valid_tei(tmp_path: Path) -> None:
    corpus = read_corpus(open_project([SHARED / "corpora" / "schnitzler-briefe"])).value
    (artifact,) = letter_index(prepare(corpus).value)
    (tmp_path / "cmif.xml").write_bytes(artifact.content)
    root = etree.fromstring(artifact.content)
    letters = root.findall(".//t:correspDesc", NS)
    assert len(letters) == 60
    for letter in letters:
        assert [action.get("type") for action in letter] == ["sent", "received"]
        for date in letter.iter(f"{{{NS['t']}}}date"):
            assert set(date.attrib) & {"when", "from", "to", "notBefore", "notAfter"}
    schema = SHARED / "corpora" / "schema" / "tei_all.rng"
    index = read_corpus(open_project([tmp_path / "cmif.xml"])).value
    assert not [p for p in validate(index, schema) if p.code.startswith("TEI")]


OAI: Final = {"o": "http://www.openarchives.org/OAI/2.0/", "d": "http://purl.org/dc/elements/1.1/"}


def test_the_static_repository(files: dict[str, bytes]) -> None:
    root = etree.fromstring(files["site/oai.xml"])
    assert [etree.QName(e).localname for e in root] == [
        "Identify", "ListMetadataFormats", "ListRecords",
    ]  # fmt: skip
    told = {etree.QName(e).localname: e.text for e in root[0]}
    assert told == {
        "repositoryName": "Letters",
        "baseURL": "https://ex.org/e/oai.xml",
        "protocolVersion": "2.0",
        "adminEmail": "ed@ex.org",
        "earliestDatestamp": "2026-02-03",
        "deletedRecord": "no",
        "granularity": "YYYY-MM-DD",
    }
    heads = [[e.text for e in head] for head in root.iterfind(".//o:header", OAI)]
    assert heads == [
        ["oai:ex.org:edition", "2026-03-01"],
        ["oai:ex.org:letter1", "2026-02-03"],
        ["oai:ex.org:letter2", "2026-03-01"],
    ]
    core = root.findall(".//o:metadata", OAI)[1][0]
    assert [(etree.QName(e).localname, e.text) for e in core] == [
        ("title", "A letter"),
        ("contributor", "Ada Editor"),
        ("publisher", "A House"),
        ("date", "2026-03"),
        ("type", "Text"),
        ("format", "application/tei+xml"),
        ("identifier", "https://ex.org/e/texts/letter1.html"),
        ("language", "en"),
        ("relation", "Letters"),
        ("rights", "https://creativecommons.org/licenses/by/4.0/"),
    ]


def test_a_gateway_answers_for_the_repository(tmp_path: Path) -> None:
    files = made(tmp_path, f'{SITE}gateway = "https://gate.org/oai/"\n')
    root = etree.fromstring(files["site/oai.xml"])
    assert root.findtext(".//o:baseURL", namespaces=OAI) == "https://gate.org/oai/ex.org/e/oai.xml"


def test_no_repository_without_a_contact(without: dict[str, bytes]) -> None:
    assert "site/oai.xml" not in without


@pytest.mark.parametrize(
    "settings", [{"contact": "nobody"}, {"contact": "a@b"}, {"gateway": "oai"}]
)
def test_settings_that_are_refused(settings: dict[str, str]) -> None:
    with pytest.raises(UnusableSetting):
        web(settings)
