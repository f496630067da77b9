"""What a reading page says of itself: contents, numbers, citations, plain words, scents."""

from __future__ import annotations

from pathlib import Path

from recensio.publish import OUTPUTS, Conditions
from tests.sites import faults, site_of
from tests.support import Element, edition_of, tei

NUMBERED = (
    "<div><p>a<note><p>n</p></note></p><p n='2b'>b</p>"
    "<quote><lg><l>q</l></lg></quote><p>c</p></div>"
)
VERSE = "<lg>" + "<l>a</l>" * 4 + "<l part='I'>b</l><l part='F'>c</l><l>d</l></lg>"


def page_of(folder: Path, body: str) -> Element:
    edition = edition_of(folder, {"a.xml": tei(body)})
    site = site_of(OUTPUTS["site"](edition, Conditions()).value)
    assert not list(faults(site))
    return site.pages["texts/a.html"]


def found(page: Element, xpath: str) -> list[str]:
    values = page.xpath(xpath)
    assert isinstance(values, list)
    return [str(each) for each in values]


def test_paragraphs_are_counted_and_their_own_numbers_kept(tmp_path: Path) -> None:
    page = page_of(tmp_path, NUMBERED)
    assert found(page, "//p[@class='p']/a[@class='cite']/@data-n") == ["1", "2b", "3"]
    assert found(page, "//p/a[@class='cite']/@aria-label")[1] == "Cite paragraph 2b"
    # A verse that is quoted has an address, and no number that would belong to the quotation.
    assert found(page, "//div[@class='l']/a/@aria-label") == ["Cite this place"]


def test_every_fifth_line_is_numbered_and_a_broken_one_once(tmp_path: Path) -> None:
    page = page_of(tmp_path, VERSE)
    assert found(page, "//span[@class='line-number fifth']/text()") == ["5"]
    assert found(page, "//span[@class='line-number']/text()") == ["1", "2", "3", "4", "6"]


def test_lines_with_numbers_keep_them(tmp_path: Path) -> None:
    page = page_of(tmp_path, "<lg><l n='9'>a</l><l n='10'>b</l><l>c</l><l n='iv'>d</l></lg>")
    numbers = "//span[contains(@class, 'line-number')]"
    assert found(page, f"{numbers}/text()") == ["9", "10", "iv"]
    assert found(page, f"{numbers}[@class='line-number fifth']/text()") == ["10", "iv"]


def test_the_contents_list_words_only(tmp_path: Path) -> None:
    body = (
        "<div><head>One<pb n='7'/> <hi>two</hi><note>n</note> <app xml:id='x'>"
        "<lem wit='#A'>three</lem><rdg wit='#B'>3</rdg></app></head><p>a</p></div>"
        "<div><head>Last</head><p>b</p></div>"
    )
    page = page_of(tmp_path, body)
    (nav,) = (each for each in page.iter("nav") if each.get("role") == "doc-toc")
    words = ["".join(map(str, li.itertext())) for li in nav.iter("li")]
    assert words == ["One two three", "Last"]
    assert found(page, "//nav[@role='doc-toc']//li/@data-places") == ["1"]
    assert found(page, "//p[@class='scent']/text()") == ["1 variant place"] * 2


def test_an_entry_is_said_plainly_too(tmp_path: Path) -> None:
    entry = "<p><app xml:id='x'><lem wit='#A'>b</lem><rdg wit='#B'>c</rdg></app></p>"
    page = page_of(tmp_path, entry)
    assert found(page, "//li[@data-entry='x']/p[@class='plain']/text()") == ["A: b; B: c."]
    assert found(page, "//p[@class='plain']//@*[starts-with(name(), 'data-')]") == []
    assert len(found(page, "//@data-reading")) == 1


def test_texts_of_one_title_are_told_apart(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {"a.xml": tei("<p>a</p>"), "b.xml": tei("<p>b</p>")})
    site = site_of(OUTPUTS["site"](edition, Conditions()).value)
    items = site.pages["index.html"].xpath("//section[@class='documents']//li")
    assert [" ".join(str(each.text_content()).split()) for each in items] == [
        "A text (a)",
        "A text (b)",
    ]
