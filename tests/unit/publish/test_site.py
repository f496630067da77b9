"""site/: hooks, links, and nothing of a document that could run in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from recensio.publish import OUTPUTS, Conditions
from tests.sites import Site, faults, site_of
from tests.support import Element, edition_of, tei


def built(folder: Path, files: dict[str, str]) -> Site:
    outcome = OUTPUTS["site"](edition_of(folder, files), Conditions())
    assert not [found for found in outcome.problems if found.code != "PUB001"]
    return site_of(outcome.value)


def page_of(folder: Path, body: str, rest: str = "") -> Element:
    site = built(folder, {"a.xml": tei(body, rest=rest)})
    assert not list(faults(site))
    return site.pages["texts/a.html"]


def text_of(element: Element) -> str:
    return " ".join(element.text_content().split())  # type: ignore[attr-defined]


def one(page: Element, xpath: str) -> Element:
    found = page.xpath(xpath)
    assert isinstance(found, list)
    (element,) = (each for each in found if isinstance(each, etree._Element))
    return element


ENTRY = (
    "<p xml:id='p'>a <app xml:id='x' n='7'><lem wit='#A'>b</lem><rdg wit='#B #C'>c</rdg>"
    "<rdg wit='#D' type='silent'/></app> d<note xml:id='n'>e</note></p>"
)


def test_an_entry_and_its_mark_point_at_each_other(tmp_path: Path) -> None:
    page = page_of(tmp_path, ENTRY)
    entry, lemma = one(page, "//*[@data-entry='x']"), one(page, "//*[@data-lemma='x']")
    assert text_of(lemma) == "b"
    assert one(page, "//a[@class='mark']").get("href") == f"#{entry.get('id')}"
    assert one(entry, "a[@class='number']").get("href") == f"#{lemma.get('id')}"
    readings = [
        (e.get("data-reading"), e.get("data-wit"))
        for e in entry.iter("span")
        if "data-reading" in e.attrib
    ]
    assert readings == [("text", "B C"), ("silent", "D")]


def test_a_note_and_its_mark_point_at_each_other(tmp_path: Path) -> None:
    page = page_of(tmp_path, ENTRY)
    note, mark = one(page, "//*[@data-note='n']"), one(page, "//a[@class='noteref']")
    assert mark.get("href") == f"#{note.get('id')}"
    assert one(note, "a[@class='number']").get("href") == f"#{mark.get('id')}"


def test_a_note_in_the_line_stays_there(tmp_path: Path) -> None:
    body = (
        "<p>a <note type='interpolation' place='inline' xml:id='i'>(b – N.)</note> c"
        "<note place='inline' xml:id='j'>d</note> e<note xml:id='n'>f</note></p>"
    )
    page = page_of(tmp_path, body)
    assert text_of(one(page, "(//p[@class='p'])[1]")) == "¶a (b – N.) c (d) ea"
    assert one(page, "//*[@data-note='i']").get("class") == "inline-note interpolation"
    assert len(page.xpath("//li[@class='footnote']")) == 1


def test_the_caption_of_a_picture_can_be_cited(tmp_path: Path) -> None:
    page = page_of(tmp_path, "<figure><figDesc xml:id='c'>The sea</figDesc></figure>")
    assert text_of(one(page, "//*[@id='c']")) == "The sea"


def test_a_paragraph_can_be_cited(tmp_path: Path) -> None:
    assert one(page_of(tmp_path, ENTRY), "//*[@id='p']/a[@class='cite']").get("href") == "#p"


@pytest.mark.parametrize(
    "body",
    [
        "<p xml:id='main'>a</p>",
        "<p xml:id='app1-lemma'>a<app><lem>b</lem></app><note xml:id='x'>c</note></p>",
        "<p xml:id='x-ref'>a<note xml:id='x'>c</note></p>",
        "<p xml:id='x'>a<app xml:id='x'><lem xml:id='x'>b</lem></app></p>",
        "<div><head xml:id='h'>A<note>n</note></head><div><head xml:id='k'>B</head></div></div>",
        "<app><lem><p xml:id='a'>b<app><lem>c</lem></app></p></lem><rdg><p/></rdg></app>",
        "<p><app><rdg xml:id='r1'>a<note>n</note></rdg><rdg xml:id='r2'>b</rdg></app></p>",
        "<listApp><app><lem>a</lem><rdg>b<app><lem>c</lem></app></rdg></app></listApp>",
    ],
)
def test_no_identifier_stands_twice(tmp_path: Path, body: str) -> None:
    page_of(tmp_path, body)


@pytest.mark.parametrize(
    "body",
    [
        "<p><ref target='#nowhere'>a</ref><ptr target='#gone'/></p>",
        "<p><ref target='#'>a</ref><ref target=''>b</ref><ref>c</ref></p>",
        "<p><ref target='other.xml#p'>a</ref><ref target='../up.xml'>b</ref></p>",
        "<p><persName ref='#nobody'>a</persName><persName ref='persons.xml#x'>b</persName></p>",
        "<p><ref target='#g'>a</ref><gap xml:id='g'/><pb xml:id='h'/><ref target='#h'>b</ref></p>",
    ],
)
def test_no_link_leads_nowhere(tmp_path: Path, body: str) -> None:
    page_of(tmp_path, body)


def test_the_text_of_a_link_that_leads_nowhere_stays(tmp_path: Path) -> None:
    page = page_of(tmp_path, "<p>see <ref target='#nowhere'>below</ref> there</p>")
    assert "see below there" in text_of(page)


SHOWN = {
    "an unknown element": "<p>a <blink>WORD</blink></p>",
    "details of a group": "<app><rdgGrp><rdg>a</rdg></rdgGrp><witDetail>WORD</witDetail></app>",
    "details of an entry": "<app><witDetail>WORD</witDetail></app>",
    "a reading": "<app><lem>a</lem><rdg>WORD</rdg></app>",
    "a note of an entry": "<app><lem>a</lem><note>WORD</note></app>",
    "a note": "<p>a<note>WORD</note></p>",
    "a note in a note": "<p>a<note>b<note>WORD</note></note></p>",
    "a label": "<list><label>WORD</label><item>a</item></list>",
    "text in a list": "<list>WORD<item>a</item></list>",
    "a head of a list": "<list><head>WORD</head><item>a</item></list>",
    "a description": "<figure><figDesc>WORD</figDesc></figure>",
    "a correction": "<p><choice><sic>a</sic><corr>WORD</corr></choice></p>",
    "a deletion": "<p><del>WORD</del></p>",
    "a foreign element": "<p><x:y xmlns:x='urn:x'>WORD</x:y></p>",
    "an early division": "<div6><p>WORD</p></div6>",
}


@pytest.mark.parametrize("body", SHOWN.values(), ids=SHOWN)
def test_no_word_is_lost(tmp_path: Path, body: str) -> None:
    assert "WORD" in text_of(page_of(tmp_path, body))


@pytest.mark.parametrize(
    "rest",
    [
        "<sourceDoc><surface><zone><line>WORD</line></zone></surface></sourceDoc>",
        "<standOff><listPerson><person><persName>WORD</persName></person></listPerson></standOff>",
        "<TEI><teiHeader/><text><body><p>WORD</p></body></text></TEI>",
        "<facsimile><surface><desc>WORD</desc></surface></facsimile>",
    ],
)
def test_no_word_beside_the_text_is_lost(tmp_path: Path, rest: str) -> None:
    assert "WORD" in text_of(page_of(tmp_path, "<p>a</p>", rest))


def test_names_link_to_registers_and_registers_to_names(tmp_path: Path) -> None:
    person = "<listPerson><person xml:id='anna'><persName>Anna</persName></person></listPerson>"
    site = built(
        tmp_path,
        {"a.xml": tei("<p>Dear <persName ref='#anna'>A.</persName></p>"), "b.xml": tei(person)},
    )
    assert not list(faults(site))
    mention = one(site.pages["texts/a.html"], "//*[@data-ref='anna']")
    assert one(mention, "a").get("href") == "../registers/persons/anna.html"
    for page, root in (("registers/persons.html", ".."), ("registers/persons/anna.html", "../..")):
        register = site.pages[page]
        back = one(register, "//a[@class='mention']").get("href")
        assert back == f"{root}/texts/a.html#{mention.get('id')}"
        assert one(register, "//*[@id='anna']") is not None


@pytest.mark.parametrize("inside", ["", "<hi><app><lem>!</lem></app></hi>"])
def test_a_head_that_repeats_the_title_is_dropped_only_if_nothing_points_at_it(
    tmp_path: Path, inside: str
) -> None:
    person = "<listPerson><person xml:id='anna'><persName>Anna</persName></person></listPerson>"
    body = f"<div><head>To <persName ref='#anna'>Anna</persName>{inside}</head><p>a</p></div>"
    files = {"a.xml": tei(body, title="To Anna" + "!" * bool(inside)), "b.xml": tei(person)}
    assert not list(faults(built(tmp_path, files)))


def test_witnesses_are_linked_to_the_conspectus(tmp_path: Path) -> None:
    settings = '[files]\ntexts = ["a.xml"]\nwitnesses = ["w.xml"]\n'
    witnesses = tei("<listWit><witness xml:id='A'>Codex</witness></listWit>")
    text = tei("<p><ref target='#A'>A</ref></p>")
    site = built(tmp_path, {"edition.toml": settings, "a.xml": text, "w.xml": witnesses})
    assert not list(faults(site))
    link = one(site.pages["texts/a.html"], "//div[@class='text']//a[starts-with(@href, '.')]")
    assert link.get("href") == "../witnesses.html#A"


# --- nothing of a document runs ------------------------------------------------------------------

SCRIPT = "&lt;script&gt;alert(1)&lt;/script&gt;"
HOSTILE = {
    "text": f"<p>{SCRIPT}</p>",
    "attributes": (
        "<p xml:id='\" onclick=\"alert(1)' rend='x\" onclick=\"alert(1)' n='\"&gt;"
        f"{SCRIPT}'>a<gap reason='\" onclick=\"alert(1)'/><milestone unit='\" onclick=\"x'/></p>"
    ),
    "links": "".join(
        f"<p><ref target='{target}'>a</ref><ptr target='{target}'/></p>"
        for target in (
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "java&#10;script:alert(1)",
            f"data:text/html,{SCRIPT}",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example/",
            'http://a.b/" onclick="alert(1)',
        )
    ),
    "html": (
        "<p><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script>"
        "<img xmlns='http://www.w3.org/1999/xhtml' src='x' onerror='alert(1)'/>"
        "<script>alert(1)</script><style>x</style><iframe src='javascript:alert(1)'/></p>"
    ),
    "svg": (
        "<p><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script>"
        "<a href='javascript:alert(1)'>x</a></svg></p>"
    ),
    "images": (
        "<p><graphic url='javascript:alert(1)'/><graphic url='http://evil.example/x.png'/>"
        "<media url='\" onerror=\"alert(1)' mimeType='image/svg+xml'/></p>"
    ),
    "pages": (
        "<pb facs='javascript:alert(1)'/><pb facs='#s'/><figure><graphic url='data:text/html,x'"
        " xml:id='s'/></figure><pb facs='//evil.example/x.png'/><p facs='x.svg'>a</p>"
    ),
    "examples": (
        "<egXML xmlns='http://www.tei-c.org/ns/Examples'><script>alert(1)</script>"
        f"<p onclick='alert(1)'>{SCRIPT}</p></egXML><eg>{SCRIPT}</eg>"
    ),
    "looks": (
        "<p rend='cite skip' type='mark'><hi rend='hidden mark noteref'>a</hi>"
        "<seg type='cite'>b</seg></p><table><row><cell style='x' cols='9999999999999' rows='-1'/>"
        "</row></table>"
    ),
    "styles": "<p><hi style='background:url(javascript:alert(1))' onclick='alert(1)'>a</hi></p>",
    "apparatus": (
        f"<p><app><lem wit='\"&gt;{SCRIPT}'>x</lem><rdg wit='javascript:alert(1)'"
        f" type='\" onclick=\"alert(1)'>{SCRIPT}</rdg><note>{SCRIPT}</note></app></p>"
    ),
    "witnesses": (
        f"<listWit><head>{SCRIPT}</head><witness xml:id='A\" onclick=\"x'>{SCRIPT}</witness>"
        f"<witness n='{SCRIPT}'><ptr target='javascript:alert(1)'/></witness></listWit>"
    ),
    "registers": (
        f"<listPerson><person xml:id='p'><persName>{SCRIPT}</persName>"
        '<idno>javascript:alert(1)//https://x</idno><idno>https://a.b/" onclick="x</idno>'
        f"<note>{SCRIPT}<ref target='javascript:alert(1)'>a</ref></note></person></listPerson>"
    ),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_nothing_of_a_document_runs(tmp_path: Path, body: str) -> None:
    assert not list(faults(built(tmp_path, {"a.xml": tei(body)})))


def test_nothing_of_a_header_runs(tmp_path: Path) -> None:
    document = tei(
        header=f"<profileDesc><abstract><p>{SCRIPT}</p></abstract></profileDesc>",
        title=f"{SCRIPT}<ref target='javascript:alert(1)'>a</ref>",
    ).replace(
        "<publicationStmt>",
        f"<publicationStmt><publisher>{SCRIPT}</publisher><availability>"
        f"<licence target='javascript:alert(1)'>{SCRIPT}</licence></availability>",
    )
    document = document.replace("<TEI ", f"<TEI xml:lang='\"&gt;{SCRIPT}' ", 1)
    site = built(tmp_path, {"a.xml": document})
    assert not list(faults(site))
