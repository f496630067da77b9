"""A package describes itself in the formats of archives, which their own tools accept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from recensio import __version__
from recensio.model.citation import Agent
from recensio.model.document import Metadata
from recensio.package import Wishes
from recensio.package.bag import Packed
from recensio.package.datacite import datacite, datacite_xml
from recensio.package.description import Description, description
from recensio.package.kinds import kind_of
from recensio.package.published import Keyword, published_documents
from recensio.package.readme import Facts, readme
from tests.support import laid_out
from tests.unit.package.test_package import BUILT, METADATA, packed

PREMIS = {"p": "http://www.loc.gov/premis/v3"}
DATACITE = {"d": "http://datacite.org/schema/kernel-4"}
DC = {"dc": "http://purl.org/dc/elements/1.1/"}
FULL = Description(
    title="Letters",
    creators=(
        Agent("Jane Doe", "Doe", "Jane", "https://orcid.org/0000-0002-1825-0097"),
        Agent("Academy of Letters", uri="https://ror.org/03yrm5c26", is_body=True),
        Agent("A. Nonym"),
    ),
    contributors=(Agent("Ann Lee"),),
    publisher="Press",
    date="2026-11",
    language="de",
    languages=("de", "la"),
    licence="CC BY-SA 4.0",
    licence_url="https://creativecommons.org/licenses/by-sa/4.0/",
    abstract="Letters of one year.",
    keywords=(Keyword("Correspondence", "https://vocab.example.org/"), Keyword("Baroque")),
    version="2",
    identifier="https://doi.org/10.5281/zenodo.1234567",
    address="https://letters.example.org/",
    sources=("https://doi.org/10.1000/182", "https://archive.example.org/ms/1"),
)
HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de"><teiHeader><fileDesc><titleStmt>
<title>A letter</title>
<editor><persName ref="https://orcid.org/0000-0002-1825-0097"><forename>Jane</forename>
<surname>Doe</surname></persName></editor>
<respStmt><resp>Encoding</resp><name>Ann Lee</name><name>Jane Doe</name></respStmt>
<respStmt><resp>Hosting</resp><orgName>Academy</orgName></respStmt></titleStmt>
<editionStmt><edition n="1.2">Second edition</edition></editionStmt>
<publicationStmt><publisher>Press</publisher><date>2026</date>
<idno type="DOI">10.5281/zenodo.1234567</idno>
<availability><licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence>
</availability></publicationStmt>
<sourceDesc><bibl>Manuscript <idno type="DOI">10.1000/182</idno></bibl></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="de">German</language><language ident="la">Latin</language>
</langUsage><textClass><keywords scheme="https://vocab.example.org/"><term>Letters</term></keywords>
</textClass></profileDesc></teiHeader><text><body><p>Text.</p></body></text></TEI>
"""


def payload(folder: Path, files: dict[str, str] = BUILT) -> Path:
    return packed(folder, files, wishes=Wishes("folder")) / "data"


def json_of(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_headers_tell_what_the_settings_do_not(tmp_path: Path) -> None:
    files = {"tei/a.xml": laid_out(tmp_path, {"a.xml": HEADER}) / "a.xml"}
    documents = tuple(published_documents(files))
    told = description(Metadata("Letters", editors=("Jane Doe",)), documents)
    assert told.creators == (
        Agent("Jane Doe", "Doe", "Jane", "https://orcid.org/0000-0002-1825-0097"),
    )
    assert told.contributors == (Agent("Ann Lee"), Agent("Academy", is_body=True))
    assert told.keywords == (Keyword("Letters", "https://vocab.example.org/"),)
    assert told.languages == ("de", "la")
    assert (told.version, told.doi) == ("1.2", "10.5281/zenodo.1234567")
    assert told.sources == ("https://doi.org/10.1000/182",)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://creativecommons.org/licenses/by-nc-sa/3.0/", "CC-BY-NC-SA-3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
        ("https://example.org/terms", ""),
    ],
)
def test_a_licence_is_known_by_its_address(url: str, name: str) -> None:
    assert Description("T", licence_url=url).spdx == name


def test_datacite_has_what_it_demands() -> None:
    record = datacite(Description("T"), [])
    assert record["creators"] == [{"name": ":unav"}]
    assert record["publisher"] == {"name": ":unav"}
    assert "publicationYear" not in record
    assert datacite(description(METADATA, ()), [])["publicationYear"] == "2026"


def test_datacite_keeps_the_rules_of_its_schema() -> None:
    """The JSON schema of version 4.5, which the library `datacite` carries."""
    schema45 = pytest.importorskip("datacite.schema45")
    record = datacite(FULL, ["application/tei+xml", "text/html"], "1.2 MB")
    schema45.validator.validate(record)
    assert record["doi"] == "10.5281/zenodo.1234567"
    assert record["creators"][0] == {
        "name": "Doe, Jane",
        "nameType": "Personal",
        "givenName": "Jane",
        "familyName": "Doe",
        "nameIdentifiers": [
            {
                "nameIdentifier": "https://orcid.org/0000-0002-1825-0097",
                "nameIdentifierScheme": "ORCID",
                "schemeUri": "https://orcid.org",
            }
        ],
    }
    assert record["creators"][1]["nameIdentifiers"][0]["nameIdentifierScheme"] == "ROR"
    assert record["rightsList"][0]["rightsIdentifier"] == "CC-BY-SA-4.0"
    assert [each["relatedIdentifierType"] for each in record["relatedIdentifiers"]] == [
        "DOI",
        "URL",
    ]


def test_the_xml_of_datacite_says_the_same_as_its_json() -> None:
    record = datacite(FULL, ["text/html"], "1.2 MB")
    root = etree.fromstring(datacite_xml(record))

    def texts(path: str) -> list[str]:
        return [str(text) for text in root.xpath(f"{path}/text()", namespaces=DATACITE)]

    assert texts("d:identifier[@identifierType='DOI']") == ["10.5281/zenodo.1234567"]
    assert texts("d:creators/d:creator/d:creatorName") == [
        "Doe, Jane",
        "Academy of Letters",
        "A. Nonym",
    ]
    assert texts("//d:nameIdentifier[@nameIdentifierScheme='ORCID']") == [FULL.creators[0].uri]
    assert texts("//d:contributor[@contributorType='Other']/d:contributorName") == ["Ann Lee"]
    assert texts("d:titles/d:title[@xml:lang='de']") == ["Letters"]
    assert texts("d:resourceType[@resourceTypeGeneral='Text']") == ["Digital scholarly edition"]
    assert texts("d:rightsList/d:rights[@rightsURI and @schemeURI]") == ["CC BY-SA 4.0"]
    assert texts("//d:relatedIdentifier[@relationType='IsDerivedFrom']") == [
        "10.1000/182",
        "https://archive.example.org/ms/1",
    ]
    assert texts("d:subjects/d:subject") == ["Correspondence", "Baroque"]
    unknown = etree.fromstring(datacite_xml(datacite(Description("T"), [])))
    assert unknown.findtext("d:identifier", namespaces=DATACITE) == ":tba"


def test_dublin_core_states_what_is_known(tmp_path: Path) -> None:
    root = etree.parse(payload(tmp_path) / "dublincore.xml").getroot()
    assert root.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
    assert root.findtext("dc:title", namespaces=DC) == METADATA.title
    assert [each.text for each in root.findall("dc:creator", DC)] == ["A. Editor", "B. Editor"]
    assert root.findtext("dc:date", namespaces=DC) == "2026-11"
    assert [each.text for each in root.findall("dc:rights", DC)] == [
        METADATA.licence,
        METADATA.licence_url,
    ]
    assert all(element.text for element in root)


def test_premis_knows_every_file_with_its_fixity(tmp_path: Path) -> None:
    data = payload(tmp_path)
    root = etree.parse(data / "premis.xml").getroot()
    assert root.get("version") == "3.0"
    order = [etree.QName(child).localname for child in root]
    assert order == sorted(order, key=["object", "event", "agent"].index)
    named = {
        element.findtext(".//p:objectIdentifierValue", namespaces=PREMIS): element
        for element in root.findall("p:object", PREMIS)
    }
    manifest = (data.parent / "manifest-sha256.txt").read_text(encoding="utf-8")
    lines = (line.split("  ") for line in manifest.splitlines())
    listed = {name: digest for digest, name in lines}
    assert set(listed) - set(named) == {"data/premis.xml", "data/ro-crate-metadata.json"}
    for name, element in named.items():
        assert element.findtext(".//p:messageDigest", namespaces=PREMIS) == listed[str(name)]
        size = element.findtext(".//p:size", namespaces=PREMIS)
        assert size == str((data.parent / str(name)).stat().st_size)
    page = named["data/site/index.html"]
    assert page.findtext(".//p:formatRegistryKey", namespaces=PREMIS) == "fmt/471"
    events = [each.text for each in root.findall(".//p:eventType", PREMIS)]
    assert events == ["creation", "validation", "message digest calculation", "packaging"]


def test_premis_says_that_a_check_found_errors(tmp_path: Path) -> None:
    record = '{"problems": {"error": 2, "warning": 0}, "versions": {"lxml": "6"}, "commit": "abc1"}'
    root = etree.parse(payload(tmp_path, {**BUILT, "build.json": record}) / "premis.xml")
    outcomes = [each.text for each in root.iterfind(".//p:eventOutcome", PREMIS)]
    assert outcomes == ["success", "failure", "success", "success"]
    assert "abc1" in root.findtext(".//p:eventDetail", namespaces=PREMIS, default="")
    agents = [each.text for each in root.iterfind(".//p:agentName", PREMIS)]
    assert agents == ["A. Editor", "B. Editor", "lxml", "recensio"]


def test_the_crate_names_every_file(tmp_path: Path) -> None:
    listed = '{"documents": [{"id": "text", "path": "t.xml", "page": "index.html"}]}'
    data = payload(tmp_path, {**BUILT, "data/edition.json": listed})
    graph = {each["@id"]: each for each in json_of(data / "ro-crate-metadata.json")["@graph"]}
    files = {each for each in graph if graph[each]["@type"] == "File"}
    there = {path.relative_to(data).as_posix() for path in data.rglob("*") if path.is_file()}
    there.remove("ro-crate-metadata.json")
    assert len(files) == len(there)
    assert "site/%C3%A7a%20va/%C3%A9t%C3%A9%C2%A0x.html" in files
    assert graph["site/index.html"]["isBasedOn"] == {"@id": "tei/text.xml"}
    tei = graph["tei/text.xml"]
    assert tei["encodingFormat"][0] == "application/tei+xml"
    assert tei["encodingFormat"][1]["@id"] in graph
    assert graph["./"]["license"]["@id"] in graph
    assert graph["#build"]["result"] == [{"@id": "data/"}, {"@id": "site/"}, {"@id": "tei/"}]
    assert graph["#software-recensio"]["softwareVersion"] == __version__
    held = {part["@id"] for each in graph.values() for part in each.get("hasPart", ())}
    assert files <= held


def test_a_library_opens_the_crate(tmp_path: Path) -> None:
    rocrate = pytest.importorskip("rocrate.rocrate")
    crate = rocrate.ROCrate(str(payload(tmp_path)))
    assert crate.name == METADATA.title
    assert [person["name"] for person in crate.root_dataset["creator"]] == [
        "A. Editor",
        "B. Editor",
    ]
    assert crate.dereference("tei/text.xml")["contentSize"].isdigit()
    assert crate.dereference("#build")["instrument"][0].type == "SoftwareApplication"


def test_the_readme_reads_as_a_letter_to_the_archivist(tmp_path: Path) -> None:
    text = (payload(tmp_path) / "README.txt").read_text(encoding="utf-8")
    assert text.startswith(f"{METADATA.title}\n====")
    assert "edited by A. Editor, B. Editor, Press, 2026-11." in text
    assert "sha256sum --check --quiet manifest-sha256.txt" in text
    assert "recensio build data/tei" in text
    assert "{" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_the_readme_of_an_edition_that_says_nothing(tmp_path: Path) -> None:
    page = Packed("site/index.html", 5, {"sha256": ""})
    facts = Facts([page], {page.path: kind_of(page.path)}, {}, "2026-01-01")
    text = readme(Description("T"), facts).decode()
    assert "The edition states no licence." in text
    assert "The editors are not named." in text
    assert "holds no TEI" in text
