"""What the head of a page tells, also if an edition's own words look like markup."""

from __future__ import annotations

import json
from pathlib import Path

from recensio.publish import OUTPUTS, Conditions
from tests.sites import Site, faults, site_of
from tests.support import Element, edition_of, tei

SETTINGS = """[edition]
title = {title}
editors = ["Jane Doe", "House of Lamps"]
date = "2026-03-01"
publisher = "Press"
licence = "CC BY 4.0"
licence_url = "https://creativecommons.org/licenses/by/4.0/"
description = "About lamps"
[files]
texts = ["a.xml"]
registers = ["r.xml"]
"""
TITLE = "<title>A text</title>"
RESPONSIBLE = (
    f"{TITLE}<author><persName><forename>Anna</forename> <surname>Lux</surname></persName></author>"
    "<editor ref='https://orcid.org/0000-0002-1825-0097'>Jane Doe</editor>"
)
REGISTER = tei("<p/>", title="R").replace(
    "<p/>",
    "<listPerson><person xml:id='lux'><persName>Lux</persName><idno type='gnd'>118540238</idno>"
    "</person><person xml:id='nox'><persName>Nox</persName></person></listPerson>",
)


def built(folder: Path, title: str = "Lamps", url: str = "") -> Site:
    settings = SETTINGS.format(title=json.dumps(title))
    settings += f'[site]\nurl = "{url}"\n' if url else ""
    text = tei("<p xml:id='p'>A <persName ref='#lux'>Lux</persName> burns.</p>")
    files = {"a.xml": text.replace(TITLE, RESPONSIBLE), "r.xml": REGISTER, "edition.toml": settings}
    outcome = OUTPUTS["site"](edition_of(folder, files), Conditions())
    assert not outcome.problems
    site = site_of(outcome.value)
    assert not list(faults(site))
    return site


def told(page: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = meta.get("name") or meta.get("property") or ""
        found.setdefault(name, []).append(meta.get("content", ""))
    return found


def links(page: Element) -> dict[str, str]:
    return {link.get("rel", ""): link.get("href", "") for link in page.iter("link")}


def thing(page: Element) -> dict[str, object]:
    (script,) = (e for e in page.iter("script") if e.get("type") == "application/ld+json")
    found: dict[str, object] = json.loads(script.text or "")
    return found


def test_a_document_tells_how_it_is_cited(tmp_path: Path) -> None:
    page = built(tmp_path, url="https://lamps.example/ed").pages["texts/a.html"]
    tags = told(page)
    assert tags["description"] == ["A Lux burns."]
    assert tags["citation_title"] == ["A text"]
    assert tags["citation_author"] == ["Lux, Anna"]
    assert tags["citation_editor"] == ["Jane Doe"]
    assert tags["citation_inbook_title"] == ["Lamps"]
    assert tags["citation_publication_date"] == ["2026/03/01"]
    assert tags["citation_public_url"] == ["https://lamps.example/ed/texts/a.html"]
    assert tags["DC.rights"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert tags["og:url"] == links(page)["canonical"].split() == tags["DC.identifier"]
    assert links(page)["alternate"] == "../tei/a.xml"


def test_without_an_address_nothing_pretends_to_have_one(tmp_path: Path) -> None:
    site = built(tmp_path)
    for page in site.pages.values():
        assert "canonical" not in links(page)
        assert not {"og:url", "citation_public_url", "DC.identifier"} & told(page).keys()
    assert "sitemap.xml" not in site.files


def test_the_first_page_is_the_edition_in_the_words_of_schema_org(tmp_path: Path) -> None:
    found = thing(built(tmp_path, url="https://lamps.example/").pages["index.html"])
    assert (found["@type"], found["@id"]) == ("Book", "https://lamps.example/")
    editors = found["editor"]
    assert isinstance(editors, list)
    doe, house = editors
    assert doe["@id"] == "https://orcid.org/0000-0002-1825-0097"
    assert house == {"@type": "Person", "name": "House of Lamps"}
    assert found["hasPart"] == [
        {"@type": "Chapter", "name": "A text", "url": "https://lamps.example/texts/a.html"}
    ]


def test_an_entry_of_a_register_says_who_it_is(tmp_path: Path) -> None:
    found = thing(built(tmp_path).pages["registers/persons/lux.html"])
    assert found["@graph"] == [
        {
            "@type": "Person",
            "@id": "../../registers/persons/lux.html",
            "name": "Lux",
            "sameAs": "https://d-nb.info/gnd/118540238",
        }
    ]


def test_a_title_that_looks_like_markup_stays_a_title(tmp_path: Path) -> None:
    title = '</script><script>alert("1")</script><!-- "\' &amp; \u2028'
    site = built(tmp_path, title)
    page = site.pages["index.html"]
    assert thing(page)["name"] == title
    assert told(page)["citation_title"] == [title]
    assert not [e for e in page.iter("script") if "alert" in (e.text or "") and "src" in e.attrib]
