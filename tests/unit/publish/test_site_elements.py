"""site/: how the elements of a text are shown, a few lines of TEI for each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.publish.measures import measures
from recensio.publish.site.images import held
from tests.sites import faults, misplaced
from tests.support import Element, edition_of, tei
from tests.unit.publish.test_epub import PNG
from tests.unit.publish.test_site import built, one, text_of


def shown(folder: Path, body: str, rest: str = "") -> Element:
    """The text of a page that is sound."""
    site = built(folder, {"a.xml": tei(body, rest=rest)})
    assert [*faults(site), *misplaced(site)] == []
    return one(site.pages["texts/a.html"], "//div[@class='text']")


def classes(page: Element, xpath: str) -> list[str]:
    found = page.xpath(xpath)
    assert isinstance(found, list)
    return [str(each.get("class")) for each in found if not isinstance(each, str)]


@pytest.mark.parametrize(
    ("attributes", "name", "looks"),
    [
        ("", "i", "None"),
        ("rend='bold'", "b", "hi bold"),
        ("rend='sc italics'", "i", "hi small-caps italic"),
        ("rend='Gesperrt'", "span", "hi spaced"),
        ("rend='smallcaps; overline'", "span", "hi small-caps overline"),
        ("rend='superscript'", "sup", "hi raised"),
        ("style='font-weight: 700; color: red'", "b", "hi bold"),
        ("style='text-decoration:underline line-through'", "u", "hi underline struck"),
        ("rendition='#wide'", "span", "hi spaced"),
        ("rendition='simple:italic'", "i", "hi italic"),
        ("rend='mark'", "span", "hi"),
    ],
)
def test_what_the_source_looks_like(tmp_path: Path, attributes: str, name: str, looks: str) -> None:
    header = (
        "<encodingDesc><tagsDecl><rendition xml:id='wide'>letter-spacing: 2pt</rendition>"
        "</tagsDecl></encodingDesc>"
    )
    site = built(tmp_path, {"a.xml": tei(f"<p><hi {attributes}>WORD</hi></p>", header=header)})
    found = one(site.pages["texts/a.html"], "//*[text()='WORD']")
    assert (found.tag, str(found.get("class"))) == (name, looks)


def test_a_divided_line_goes_on_where_it_stopped(tmp_path: Path) -> None:
    body = (
        "<sp><l n='1' part='I'>twelve chars</l></sp><sp><l n='1' part='M'>four</l></sp>"
        "<sp><stage>x</stage><l n='1' part='F'>end</l><l n='2'>whole</l></sp>"
    )
    page = shown(tmp_path, body)
    assert classes(page, ".//div[starts-with(@class, 'l')]") == ["l", "l after-3", "l after-4", "l"]
    assert page.xpath(".//*[@class='line-number']/text()") == ["1", "2"]


def test_every_fifth_line_has_its_number(tmp_path: Path) -> None:
    lines = "".join(f"<l n='{n}'>a</l>" for n in (4, 5, 6, "6a", 10))
    page = shown(tmp_path, f"<lg>{lines}</lg>")
    assert page.xpath(".//*[@class='line-number fifth']/text()") == ["5", "6a", "10"]


def test_the_persons_of_a_play_are_a_list(tmp_path: Path) -> None:
    body = (
        "<div><castList><head>Persons</head><castItem><role>Lear</role></castItem><castGroup>"
        "<head>Daughters</head><castItem>Regan</castItem></castGroup></castList></div>"
    )
    page = shown(tmp_path, body)
    assert text_of(one(page, ".//ul/li/ul/li")) == "Regan"
    assert text_of(one(page, ".//div[@class='castList']/div")) == "Persons"


def test_a_letter_begins_with_who_wrote_to_whom(tmp_path: Path) -> None:
    header = (
        "<profileDesc><correspDesc><correspAction type='sent'><persName>Ada</persName>"
        "<date when='1901-02-03'>3 February</date></correspAction><correspAction type='received'>"
        "<persName>Bo</persName></correspAction><correspContext><ref type='next' target='b.xml'>Bo"
        " to Ada</ref><ref type='prev' target='gone.xml'>lost</ref></correspContext></correspDesc>"
        "</profileDesc>"
    )
    site = built(tmp_path, {"a.xml": tei(header=header), "b.xml": tei()})
    head = one(site.pages["texts/a.html"], "//div[@class='letter-head']")
    assert text_of(one(head, "dl")) == "SentAda, 3 FebruaryReceivedBo"
    assert one(head, ".//a").items() == [("href", "../texts/b.html"), ("rel", "next")]


def test_a_pointer_at_another_text_leads_there(tmp_path: Path) -> None:
    files = {
        "a.xml": tei("<p><ref target='b.xml#x'>x</ref><ref target='#y'>y</ref>"
                     "<ref target='b.xml#gone'>z</ref><ref target='http://c.d/b.xml'>w</ref></p>"),
        "b.xml": tei("<p xml:id='x'>b</p><p>c<note><p xml:id='y'>n</p></note></p>"),
    }  # fmt: skip
    site = built(tmp_path, files)
    assert not list(faults(site))
    page = site.pages["texts/a.html"]
    assert page.xpath("//p[@class='p']/a[not(@class)]/@href") == [
        "../texts/b.html#x",
        "../texts/b.html",
        "../texts/b.html",
        "http://c.d/b.xml",
    ]


def test_lists_of_every_kind(tmp_path: Path) -> None:
    body = (
        "<list type='ordered'><item n='3.'>a</item><item n='x'>b</item></list>"
        "<list><label>c</label><item>d</item><pb n='2'/></list>"
        "<list><head>H</head>e<item>f</item></list><p><list type='inline'><item>g</item></list></p>"
    )
    page = shown(tmp_path, body)
    assert page.xpath(".//ol/li/@value") == ["3"]
    assert [text_of(e) for e in page.iter("dt", "dd")] == ["c", "d", "2"]
    assert classes(page, ".//ul/li") == ["bare", "item"]
    assert text_of(one(page, ".//p/span[@class='list-in-line']/span")) == "g"


def test_a_table_has_its_caption_and_its_heads(tmp_path: Path) -> None:
    body = (
        "<table><head>Copies</head><row role='label'><cell>Year</cell><cell>N</cell></row>"
        "<row><cell role='label' rows='9'>1901</cell><cell cols='1'>7</cell></row></table>"
    )
    page = shown(tmp_path, body)
    assert one(page, ".//div[@class='table']").get("aria-label") == "Copies"
    assert text_of(one(page, ".//caption")) == "Copies"
    assert page.xpath(".//th/@scope") == ["col", "col", "row"]
    assert page.xpath(".//@rowspan") == ["1"]


def test_both_forms_of_a_word_are_there_and_can_be_switched(tmp_path: Path) -> None:
    body = "<p><choice><sic>teh</sic><corr>the</corr></choice></p>"
    site = built(tmp_path, {"a.xml": tei(body), "b.xml": tei()})
    page = site.pages["texts/a.html"]
    assert text_of(one(page, "//*[@class='choice']")) == "teh [the]"
    assert page.xpath("//*[@data-switch]/button/@value") == ["both", "source", "edited"]
    assert "../scripts/elements.js" in page.xpath("//script/@src")
    other = site.pages["texts/b.html"]
    assert other.xpath("//*[@data-switch='forms'] | //script[contains(@src, 'elements')]") == []


def test_what_is_missing_or_added_says_so_in_words(tmp_path: Path) -> None:
    body = (
        "<p>a<gap unit='chars' quantity='1' reason='illegible'/><gap extent='some' unit='mm'/>"
        "<gap reason='fenestra'/><add place='above'>b</add><supplied reason='lost'>c</supplied></p>"
    )
    page = shown(tmp_path, body)
    assert page.xpath(".//@title") == [
        "1 letter missing, illegible",
        "some mm",
        "fenestra",
        "added above the line",
        "lost",
    ]


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("when='1901-02-03'", "1901-02-03"),
        ("when='1901-02'", "1901-02"),
        ("when='1901'", "1901"),
        ("when='--02-03'", "02-03"),
        ("when='1901-02-03T10:20:30Z'", "1901-02-03T10:20:30Z"),
        ("when='-0043-03-15'", None),
        ("when='1901-02-03Z'", None),
        ("when='1901-02-30'", None),
        ("from='1901' to='1902'", None),
        ("notBefore='1901'", None),
    ],
)
def test_a_date_is_told_as_far_as_html_can(tmp_path: Path, date: str, told: str | None) -> None:
    page = shown(tmp_path, f"<p>on <date {date}>WORD</date></p>")
    found = one(page, ".//*[text()='WORD']")
    assert (found.tag, found.get("datetime")) == ("time" if told else "span", told)


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("lat", "la"),
        ("fra-CA", "fr-CA"),
        ("el-grc-x-perseus", "grc-x-perseus"),
        ("sr-Cyrl-RS", "sr-Cyrl-RS"),
        ("sr-Cryl", "sr"),
        ("zz", None),
        ("wibble", None),
        ("", None),
    ],
)
def test_a_language_is_named_as_browsers_know_it(
    tmp_path: Path, language: str, tag: str | None
) -> None:
    page = shown(tmp_path, f"<p xml:lang='{language}'>WORD</p>")
    assert one(page, ".//p").get("lang") == tag


def test_what_runs_leftward_says_so_everywhere(tmp_path: Path) -> None:
    body = (
        "<p xml:id='p' xml:lang='ara'>a <foreign xml:lang='en'>b</foreign><app xml:id='x'><lem>c"
        "</lem><rdg><foreign xml:lang='he'>d</foreign></rdg></app></p>"
    )
    page = shown(tmp_path, body)
    assert page.xpath(".//@dir") == ["rtl", "ltr", "rtl"]


def test_quotations_have_the_marks_that_they_need(tmp_path: Path) -> None:
    page = shown(tmp_path, "<p><q>a</q> <q>“b”</q> ‘<quote>c</quote>’ <soCalled>d</soCalled></p>")
    assert [text_of(e) for e in page.iter("q")] == ["a", "d"]


def test_markup_that_is_spoken_of_can_be_read(tmp_path: Path) -> None:
    body = "<egXML xmlns='http://www.tei-c.org/ns/Examples'><p n='1'>a <lb/></p></egXML>"
    assert text_of(one(shown(tmp_path, body), ".//pre")) == '<p n="1">a <lb/></p>'


@pytest.mark.parametrize(
    "body",
    [
        "<p>a <hi><list><item>b</item></list></hi></p>",
        "<p>a <hi>b <p>c</p></hi></p>",
        "<div><head>a <list><item>b</item></list></head><p/></div>",
        "<div><head>a <figure><head>b</head><p>c</p></figure></head><p/></div>",
        "<div><head/><p>a</p></div>",
        "<p><app><lem><l>a</l></lem><rdg><table><row><cell>b</cell></row></table></rdg></app></p>",
        "<list><item><cell>a</cell></item><row><cell>b</cell></row></list>",
        "<table><p>a</p><row><p>b</p><cell>c</cell></row><pb n='2'/></table>",
        "<table><row role='label'><cell rows='3'>a</cell></row></table>",
        "<p><ref target='#p'>a <ref target='#p'>b</ref></ref></p>",
        "<p><title><q><lg><l>a</l></lg></q></title></p>",
        "<castItem>a</castItem><item>b</item><label>c</label>",
    ],
)
def test_what_tei_nests_html_may_not(tmp_path: Path, body: str) -> None:
    shown(tmp_path, body)


def test_images_of_the_folder_are_beside_the_page(tmp_path: Path) -> None:
    (tmp_path / "edition" / "my pics").mkdir(parents=True)
    (tmp_path / "edition" / "my pics" / "a.png").write_bytes(PNG)
    (tmp_path / "outside.png").write_bytes(PNG)
    drawing = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"
    (tmp_path / "edition" / "b.svg").write_text(drawing)
    body = (
        "<pb n='7' facs='#s'/><pb facs='https://example.org/8.jpg'/><pb facs='9.tif'/>"
        "<figure><graphic url='my%20pics/a.png'/><figDesc>A dot</figDesc></figure>"
        "<figure><graphic url='../outside.png'/></figure><figure><graphic url='b.svg'/></figure>"
        "<figure><graphic url='https://example.org/c.png'/></figure>"
    )
    graphic = "<graphic url='my%20pics/a.png'/>"
    surface = f"<facsimile><surface xml:id='s'>{graphic}</surface></facsimile>"
    text = tei(body).replace("<text>", surface + "<text>")
    site = built(tmp_path / "edition", {"a.xml": text})
    assert [*faults(site), *misplaced(site)] == []
    assert [name for name in site.files if name.startswith("images/")] == ["images/my pics/a.png"]
    page = site.pages["texts/a.html"]
    image = one(page, "//img")
    wanted = {"src": "../images/my%20pics/a.png", "alt": "A dot", "width": "1", "height": "1"}
    assert {name: image.get(name) for name in wanted} == wanted
    assert image.get("loading") == "lazy"
    assert page.xpath("//a[@class='page-image']/@href") == [
        "../images/my%20pics/a.png",
        "https://example.org/8.jpg",
    ]
    assert page.xpath("//span[@class='graphic']/a/@href") == ["https://example.org/c.png"]
    named = [text_of(each) for each in page.iter("span") if each.get("class") == "graphic"]
    assert named == ["[outside.png]", "[b.svg]", "[c.png]"]


def test_an_image_that_is_missing_is_named(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, {"a.xml": tei("<figure><graphic url='gone.png'/></figure>")})
    assert held(edition).files == ()


JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00\xff\xd9"
WEBP = b"RIFF....WEBP"


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (PNG, (1, 1)),
        (b"GIF89a\x02\x00\x03\x00", (2, 3)),
        (JPEG, (32, 16)),
        (JPEG[:12], None),
        (WEBP + b"VP8X" + bytes(8) + b"\x0f\x00\x00\x07\x00\x00", (16, 8)),
        (WEBP + b"VP8L" + bytes(5) + b"\x0f\xc0\x01\x00" + bytes(5), (16, 8)),
        (WEBP + b"VP8 " + bytes(10) + b"\x10\x00\x08\x00", (16, 8)),
        (b'<svg xmlns="x" viewBox="0 0 9.4 20">', (9, 20)),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_the_size_of_an_image(content: bytes, size: tuple[int, int] | None) -> None:
    assert measures(content) == size
