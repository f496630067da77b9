"""Distributed Text Services: requests and their answers, as the specification has them."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
from lxml import etree

from recensio.publish.dts import Addresses, Service
from recensio.publish.dts.collection import answered as collection
from recensio.publish.dts.navigation import answered as navigation
from recensio.publish.dts.request import Request
from recensio.publish.prepare import Edition
from tests.support import NS, edition_of, tei

SETTINGS: Final = """
[edition]
title = "Lamps and Letters"
editors = ["A. Editor"]
language = "la"
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
[files]
texts = ["*.xml"]
"""
DECLARED: Final = (
    '<encodingDesc><refsDecl><citeStructure unit="book" match="//body/div" use="@n">'
    '<citeData property="http://purl.org/dc/terms/title" use="head"/>'
    '<citeStructure unit="chapter" match="div" use="position()" delim=" ">'
    '<citeStructure unit="verse" match="ab" use="@n" delim=":"/></citeStructure></citeStructure>'
    '</refsDecl><refsDecl n="pages"><p>The pages of the first print.</p>'
    '<citeStructure unit="page" match="//pb" use="@n"/></refsDecl></encodingDesc>'
)
GOSPELS: Final = (
    '<div n="Matt"><head>Matthew</head><pb n="1"/>'
    '<div><ab n="1">One.</ab><ab n="2">T<pb n="2" break="no"/>wo.'
    '</ab></div><div><ab n="1">Three.</ab></div></div>'
    '<div n="Mark"><head>Mark</head><div><ab n="1">Four <note>n</note>four.</ab></div></div>'
)
FILES: Final = {
    "edition.toml": SETTINGS,
    "gospels.xml": tei(GOSPELS, DECLARED, "Gospels"),
    "lamp.xml": tei(
        "<div xml:id='d1' type='chapter'><head>On lamps</head><p xml:id='p1'>Light.</p>"
        "<lg xml:id='g1'><l xml:id='l1'>a</l><l xml:id='l2'>b</l></lg><pb/>"
        "<closer>End</closer></div>",
        title="The lamp",
    ),
}
BASE: Final = "https://ex.org/dts/"
VERSES: Final = ["Matt 1:1", "Matt 1:2", "Matt 2:1", "Mark 1:1"]
ALL: Final = [
    "Matt", "Matt 1", "Matt 1:1", "Matt 1:2", "Matt 2", "Matt 2:1", "Mark", "Mark 1", "Mark 1:1",
]  # fmt: skip


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(tmp_path_factory.mktemp("dts"), FILES)


@pytest.fixture(scope="module")
def service(edition: Edition) -> Service:
    return Service(edition, Addresses(BASE, "https://ex.org/"))


def told(service: Service, path: str, query: str = "") -> Any:
    answer = service.at(path, query)
    assert (answer.status, answer.media_type) == (200, "application/ld+json"), answer.body
    record = json.loads(answer.body)
    assert record["@context"] == "https://dtsapi.org/context/v1.0.json"
    assert record["dtsVersion"] == "1.0"
    return record


def units(record: Any) -> list[str]:
    return [unit["identifier"] for unit in record["member"]]


def test_the_entry(service: Service) -> None:
    entry = told(service, "")
    assert (entry["@id"], entry["@type"]) == (BASE, "EntryPoint")
    assert entry["collection"] == f"{BASE}collection/{{?id,page,nav}}"
    assert entry["navigation"].endswith("{?resource,ref,start,end,down,tree,page}")
    assert entry["document"].endswith("{?resource,ref,start,end,tree,mediaType}")


def test_the_edition_is_a_collection(service: Service) -> None:
    root = told(service, "collection/")
    assert (root["@id"], root["@type"]) == ("lamps-and-letters", "Collection")
    assert (root["totalParents"], root["totalChildren"]) == (0, 2)
    assert root["dublinCore"]["title"] == [{"lang": "la", "value": "Lamps and Letters"}]
    assert [(m["@id"], m["@type"]) for m in root["member"]] == [
        ("gospels", "Resource"), ("lamp", "Resource"),
    ]  # fmt: skip
    assert told(service, "collection/", "id=lamps-and-letters")["member"] == root["member"]
    assert told(service, "collection", "id=lamps-and-letters&nav=parents")["member"] == []
    assert "view" not in root


def test_a_resource(service: Service) -> None:
    resource = told(service, "collection/", "id=gospels")
    assert (resource["@type"], resource["totalParents"]) == ("Resource", 1)
    assert resource["download"] == "https://ex.org/tei/gospels.xml"
    assert resource["document"] == (
        f"{BASE}document/?resource=gospels{{&ref,start,end,tree,mediaType}}"
    )
    first, second = resource["citationTrees"]
    assert "identifier" not in first
    assert (second["identifier"], second["description"]) == (
        "pages", "The pages of the first print.",
    )  # fmt: skip
    (book,) = first["citeStructure"]
    assert (book["citeType"], book["citeStructure"][0]["citeType"]) == ("book", "chapter")
    (parent,) = told(service, "collection/", "id=gospels&nav=parents")["member"]
    assert (parent["@id"], parent["@type"]) == ("lamps-and-letters", "Collection")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("down=1", ["Matt", "Mark"]),
        ("down=2", ["Matt", "Matt 1", "Matt 2", "Mark", "Mark 1"]),
        ("down=3", ALL),
        ("down=-1", ALL),
        ("down=9", ALL),
        ("ref=Matt&down=1", ["Matt", "Matt 1", "Matt 2"]),
        ("ref=Matt&down=-1", ALL[:6]),
        ("ref=Matt%201&down=1", ["Matt 1", "Matt 1:1", "Matt 1:2"]),
        ("ref=Matt+1:2&down=0", ["Matt 1:1", "Matt 1:2"]),
        ("ref=Mark&down=0", ["Matt", "Mark"]),
        ("ref=Matt+1:2&down=1", ["Matt 1:2"]),
        ("start=Matt+1:2&end=Matt+2:1&down=-1", ["Matt 1:2", "Matt 2", "Matt 2:1"]),
        ("start=Matt&end=Mark&down=1", ["Matt", "Matt 1", "Matt 2", "Mark", "Mark 1"]),
        ("start=Matt+2&end=Mark&down=1", ALL[4:]),
        ("tree=pages&down=1", ["1", "2"]),
        ("ref=&down=1", ["Matt", "Mark"]),
        ("down=1&batch=5", ["Matt", "Mark"]),
    ],
)
def test_navigation(service: Service, query: str, expected: list[str]) -> None:
    assert units(told(service, "navigation/", f"resource=gospels&{query}")) == expected


def test_what_is_told_of_units(service: Service) -> None:
    record = told(service, "navigation/", "resource=gospels&ref=Matt+1:2")
    assert "member" not in record
    assert record["@id"] == f"{BASE}navigation/?resource=gospels&ref=Matt%201:2"
    assert record["resource"]["@id"] == "gospels"
    assert record["ref"] == {
        "identifier": "Matt 1:2",
        "@type": "CitableUnit",
        "level": 3,
        "parent": "Matt 1",
        "citeType": "verse",
    }
    titled = told(service, "navigation/", "resource=gospels&start=Matt&end=Mark")
    assert (titled["start"]["parent"], titled["end"]["level"]) == (None, 1)
    assert titled["start"]["dublinCore"]["title"][0]["value"] == "Matthew"


def test_the_default_tree_is_the_divisions_and_what_stands_in_them(service: Service) -> None:
    record = told(service, "navigation/", "resource=lamp&down=-1")
    assert [(u["identifier"], u["level"], u["citeType"]) for u in record["member"]] == [
        ("d1", 1, "chapter"), ("head1", 2, "head"), ("p1", 2, "p"), ("g1", 2, "lg"),
        ("l1", 3, "l"), ("l2", 3, "l"), ("closer1", 2, "closer"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ref=Matt+1:1", "One."),
        ("ref=Matt+1", "One. Two."),
        ("ref=Mark", "Mark Four four."),
        ("start=Matt+1:2&end=Matt+2:1", "Two. Three."),
        ("start=Matt+2&end=Mark+1", "Three. Mark Four four."),
        ("tree=pages&ref=1", "One. T"),
        ("tree=pages&ref=2", "wo. Three. Mark Four four."),
        ("tree=pages&start=1&end=2", "One. Two. Three. Mark Four four."),
        ("", "Matthew One. Two. Three. Mark Four four."),
    ],
)
def test_documents(service: Service, query: str, expected: str) -> None:
    plain = service.at("document/", f"resource=gospels&{query}&mediaType=text/plain")
    assert (plain.status, plain.media_type) == (200, "text/plain")
    assert " ".join(plain.body.decode().split()) == expected
    answer = service.at("document/", f"resource=gospels&{query}")
    assert (answer.status, answer.media_type) == (200, "application/tei+xml")
    assert answer.headers["Link"] == f'<{BASE}collection/?id=gospels>; rel="collection"'
    root = etree.fromstring(answer.body)
    assert root.tag == f"{{{NS['t']}}}TEI"
    assert len(root.findall(".//{https://w3id.org/api/dts#}wrapper")) == bool(query)


def test_a_passage_stands_in_the_elements_around_it(service: Service) -> None:
    answer = service.at("document/", "resource=gospels&ref=Mark+1:1")
    (wrapper,) = etree.fromstring(answer.body).iter("{https://w3id.org/api/dts#}wrapper")
    around = [etree.QName(e).localname for e in wrapper.iterancestors()]
    assert around == ["div", "div", "body", "text", "TEI"]
    assert [etree.QName(e).localname for e in wrapper] == ["ab"]
    assert not [e for e in wrapper.iterancestors() if (e.text or "").strip()]


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("collection/", "id=nothing", 404),
        ("collection/", "nav=sideways", 400),
        ("collection/", "page=0", 400),
        ("collection/", "page=2", 404),
        ("collection/", "page=one", 400),
        ("collection/", "page=%D9%A3", 400),
        ("collection/", "id=a&id=b", 400),
        ("navigation/", "", 400),
        ("navigation/", "down=1", 400),
        ("navigation/", "resource=nothing&down=1", 404),
        ("navigation/", "resource=gospels", 400),
        ("navigation/", "resource=gospels&down=0", 400),
        ("navigation/", "resource=gospels&down=-2", 400),
        ("navigation/", "resource=gospels&down=1.5", 400),
        ("navigation/", f"resource=gospels&down={'9' * 5000}", 400),
        ("navigation/", "resource=gospels&start=Matt&end=Mark&down=0", 400),
        ("navigation/", "resource=gospels&ref=Luke&down=1", 404),
        ("navigation/", "resource=gospels&ref=Matt&start=Matt&end=Mark", 400),
        ("navigation/", "resource=gospels&start=Matt", 400),
        ("navigation/", "resource=gospels&end=Matt", 400),
        ("navigation/", "resource=gospels&start=Mark&end=Matt", 400),
        ("navigation/", "resource=gospels&start=Matt&end=Luke", 404),
        ("navigation/", "resource=gospels&tree=leaves&down=1", 404),
        ("navigation/", "resource=gospels&down=1&page=2", 404),
        ("document/", "", 400),
        ("document/", "resource=nothing", 404),
        ("document/", "resource=gospels&ref=Luke", 404),
        ("document/", "resource=gospels&ref=Matt&tree=pages", 404),
        ("document/", "resource=gospels&ref=1&tree=leaves", 404),
        ("document/", "resource=gospels&ref=Matt&end=Mark", 400),
        ("document/", "resource=gospels&start=Matt", 400),
        ("document/", "resource=gospels&mediaType=image/png", 404),
        ("documents/", "", 404),
        ("collection/../document/", "", 404),
        ("document/", "resource=../../etc/passwd", 404),
        ("document/", "resource=gospels&ref=" + "x" * 100_000, 404),
        ("document/", "resource=gospels&ref=%27%5D%7C//*%5B%27", 404),
        ("document/", "resource=gospels&ref=%00", 404),
        ("document/", "resource=gospels&ref=%FF%FE", 404),
        ("document/", "&".join(f"x{n}=1" for n in range(1000)), 400),
    ],
)  # fmt: skip
def test_refusals(service: Service, path: str, query: str, status: int) -> None:
    answer = service.at(path, query)
    assert (answer.status, answer.media_type) == (status, "application/problem+json")
    record = json.loads(answer.body)
    assert record["status"] == status
    assert record["detail"]


def test_long_answers_come_in_pages(service: Service) -> None:
    holdings = service.holdings
    asked = Request("navigation", {"resource": "gospels", "down": "-1"})
    pages = [
        json.loads(navigation(asked.on_page(number), holdings, size=4).body) for number in (1, 2, 3)
    ]
    assert [unit for page in pages for unit in units(page)] == ALL
    first, second, third = (page["view"] for page in pages)
    assert second["@type"] == "Pagination"
    assert second["@id"] == f"{BASE}navigation/?resource=gospels&down=-1&page=2"
    assert (first["previous"], second["previous"], third["next"]) == (None, first["@id"], None)
    assert (second["first"], second["last"], second["next"]) == (
        first["@id"], third["@id"], third["@id"],
    )  # fmt: skip
    unasked = json.loads(navigation(asked, holdings, size=4).body)
    assert unasked["member"] == pages[0]["member"]
    root = json.loads(collection(Request("collection"), holdings, size=1).body)
    assert (len(root["member"]), root["totalChildren"], root["view"]["last"]) == (
        1, 2, f"{BASE}collection/?page=2",
    )  # fmt: skip
