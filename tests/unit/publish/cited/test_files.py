"""Citations for reference managers, the sitemap and the BEACON file."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from recensio.model.citation import Agent, Citation
from recensio.publish.site.cited import sitemap
from recensio.publish.site.cited.bibliography import bibtex, csl, ris
from recensio.publish.site.cited.sitemap import NAMESPACE, sitemaps

DOE = Agent("Jane Doe", "Doe", "Jane")
HOUSE = Agent("House & Sons")
PART = Citation(
    key="lamps-2026-a",
    title="100 % {braces} \\ back_slash",
    container="Lamps",
    authors=(DOE, HOUSE),
    date="2026-03",
    address="https://lamps.example/a.html#p_1",
)


def test_bibtex_escapes_what_tex_would_read() -> None:
    assert bibtex([PART]).splitlines() == [
        "@incollection{lamps-2026-a,",
        "  author = {Doe, Jane and {House \\& Sons}},",
        "  title = {{100 \\% \\{braces\\} \\textbackslash{} back\\_slash}},",
        "  booktitle = {{Lamps}},",
        "  year = {2026},",
        "  url = {https://lamps.example/a.html#p_1},",
        "}",
    ]


def test_ris_keeps_each_value_on_its_line() -> None:
    written = ris([Citation("k", "One\nER  - \nTY  - BOOK", editors=(DOE,))])
    assert (
        written
        == "TY  - BOOK\r\nID  - k\r\nED  - Doe, Jane\r\nTI  - One ER - TY - BOOK\r\nER  - \r\n"
    )


def test_csl_is_json_with_names_and_dates() -> None:
    (found,) = json.loads(csl([PART]))
    assert found["author"] == [{"family": "Doe", "given": "Jane"}, {"literal": "House & Sons"}]
    assert found["issued"] == {"date-parts": [[2026, 3]]}
    assert found["type"] == "chapter"


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2026", ("2026",)),
        ("2026-03-01", ("2026", "03", "01")),
        ("March 2026", ("2026",)),
        ("", ()),
    ],
)
def test_the_day_of_a_citation(date: str, day: tuple[str, ...]) -> None:
    assert Citation("k", "T", date=date).day == day


def test_a_large_sitemap_is_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MOST", 2)
    base = "https://lamps.example/"
    files = {each.path: each.content for each in sitemaps([f"{base}{n}&" for n in range(3)], base)}
    assert list(files) == ["site/sitemap.xml", "site/sitemap-1.xml", "site/sitemap-2.xml"]
    locations = [
        element.text
        for content in files.values()
        for element in etree.fromstring(content).iter(f"{{{NAMESPACE}}}loc")
    ]
    assert locations == [
        *(f"{base}sitemap-1.xml", f"{base}sitemap-2.xml"),
        *(f"{base}{number}&" for number in range(3)),
    ]


def test_without_an_address_there_is_no_sitemap() -> None:
    assert not list(sitemaps(["index.html"], ""))
