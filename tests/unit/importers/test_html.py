"""HTML: what becomes of each element, of faulty markup, of notes, of the head."""

from __future__ import annotations

import pytest

from recensio.importers.conservation import conservation
from recensio.importers.importer import Imported, import_source
from recensio.importers.profile import Facsimile, Profile
from recensio.importers.report import as_json
from recensio.model.problem import Problem
from tests.unit.importers.support import (
    HTML,
    NS,
    below,
    body,
    found,
    imported,
    outcome_of,
    plain,
    with_rules,
)


def page(content: bytes, profile: Profile = HTML) -> tuple[Imported | None, tuple[Problem, ...]]:
    outcome = import_source(content, profile, name="page.html")
    return outcome.value, outcome.problems


@pytest.mark.parametrize(
    ("text", "tei"),
    [
        ("<p>One.<p>Two.", "<p>One.</p><p>Two.</p>"),
        ("<P CLASS=x>One.</P>", "<p>One.</p>"),
        ("<div>One.</div>two", "<p>One.</p><p>two</p>"),
        ("<p>One\n  two.", "<p>One\n  two.</p>"),
        ("<p>a<br>b<br/>c", "<p>a<lb/>b<lb/>c</p>"),
        ("<p>a<br>\n<br><br>b<br>c", "<p>a</p><p>b<lb/>c</p>"),
        ("<b><p>a<p>b</b>c", '<p><hi rend="bold">a</hi></p><p><hi rend="bold">b</hi>c</p>'),
        ("<p><em>a</em> b", '<p><hi rend="italic">a</hi> b</p>'),
        ("<p><B>a</B> b", '<p><hi rend="bold">a</hi> b</p>'),
        ("<p>x<sub>2</sub>", '<p>x<hi rend="subscript">2</hi></p>'),
        ("<p><u>u</u>", '<p><hi rend="underline">u</hi></p>'),
        ("<p>He said <q>yes</q>.", "<p>He said <q>yes</q>.</p>"),
        ("<p><code>a <b>b</b></code>", "<p><code>a b</code></p>"),
        ("<p><span lang=fr>oui</span>", '<p><foreign xml:lang="fr">oui</foreign></p>'),
        ("<p lang=fr>oui", '<p xml:lang="fr">oui</p>'),
        ("<p lang='x y'>oui", "<p>oui</p>"),
        ("a<hr>b", '<p>a</p><milestone unit="section" rend="rule"/><p>b</p>'),
        ("<blockquote>a<p>b</blockquote>", "<quote><p>a</p><p>b</p></quote>"),
        ("<li>a", '<list type="bulleted"><item>a</item></list>'),
        ("<p><a href='b.html'>b</a>", '<p><ref target="b.html">b</ref></p>'),
    ],
)
def test_elements(text: str, tei: str) -> None:
    assert plain(text) == tei


def test_verbatim_text() -> None:
    assert body("<pre>\n  a\n   <b>b</b>\n</pre>", HTML) == (
        '<ab xml:id="T-2" type="verbatim" xml:space="preserve">  a\n   <hi rend="bold">b</hi></ab>'
    )


def test_each_block_of_a_line_has_its_own_address() -> None:
    assert body("<p>a<p>b\n<p>c", HTML) == (
        '<p xml:id="T-1">a</p><p xml:id="T-1.1">b</p><p xml:id="T-2">c</p>'
    )


def test_lists() -> None:
    assert plain("<ol><li>a<ul><li><p>b</ul><li><p>c<p>d</ol>") == (
        '<list type="ordered"><item>a<list type="bulleted"><item>b</item></list></item>'
        "<item><p>c</p><p>d</p></item></list>"
    )
    assert plain("<dl><dt>a<dd>b<dt>c<dt>d<dd><p>e<p>f</dl>") == (
        '<list type="gloss"><item><term>a</term><p>b</p></item><item><term>c</term></item>'
        "<item><term>d</term><p>e</p><p>f</p></item></list>"
    )


def test_pictures() -> None:
    words = '<graphic url="a.png"/><figDesc>A &amp; b</figDesc>'
    assert plain("<p><img src=a.png alt='A &amp; b'>") == f"<p><figure>{words}</figure></p>"
    text = "x<figure><img src=a.png alt='A &amp; b'><figcaption>C</figcaption></figure>"
    assert plain(text) == f"<p>x</p><figure>{words}<head>C</head></figure>"


def test_links_within_the_page() -> None:
    assert body("<p><a href='#s'>b</a> <a href='#t'>c</a>\n<h2 id=s>S</h2>", HTML) == (
        '<p xml:id="T-1"><ref target="#T-2">b</ref> c</p>'
        '<div type="section"><head xml:id="T-2">S</head></div>'
    )


def test_headings_make_divisions() -> None:
    assert plain("<h1>A<h2>B</h2><p>c<h1>D") == (
        '<div type="section"><head>A</head><div type="section"><head>B</head><p>c</p></div></div>'
        '<div type="section"><head>D</head></div>'
    )
    assert plain("<blockquote><h2>A</h2>b</blockquote>") == (
        '<quote><ab type="heading">A</ab><p>b</p></quote>'
    )


def test_a_table() -> None:
    text = "<table><caption>Crew</caption><tr><th>Name<th colspan=2>Pay<tr><td>Ann<td><td>3</table>"
    assert plain(text) == (
        '<table><head>Crew</head><row><cell role="label">Name</cell>'
        '<cell role="label" cols="2">Pay</cell></row>'
        "<row><cell>Ann</cell><cell/><cell>3</cell></row></table>"
    )


def test_a_table_that_lays_out_the_page_is_none() -> None:
    text = "<table><tr><td><h1>A</h1><p>b<td><table><tr><td>c<td>d</table></table>"
    result = body(text, HTML)
    assert result.count("<table>") == 1
    assert result.startswith(
        '<div type="section"><head xml:id="T-1">A</head><p xml:id="T-1.1">b</p>'
    )


@pytest.mark.parametrize(
    ("text", "tei"),
    [
        ("a < b & c <3 d", "a &lt; b &amp; c &lt;3 d"),
        ("<b><i>a</b>b</i>c", '<hi rend="bold"><hi rend="italic">a</hi></hi>bc'),
        ("a</b></div></x>b", "ab"),
        ("a <!-- b -- c", "a &lt;!-- b -- c"),
        ("a<!-- b -->c<!>d<?x y?>e", "acde"),
        ('<a href="b title="c">d</a>', '<ref target="b%20title=">d</ref>'),
        ("<i>a", '<hi rend="italic">a</hi>'),
        ("<b></b><i> </i>a", "a"),
    ],
)
def test_faulty_markup(text: str, tei: str) -> None:
    assert plain(text) == f"<p>{tei}</p>"


def test_character_references_are_named_in_the_report() -> None:
    result, problems = outcome_of("<p>Caf&eacute; &#8217;x&rsquo; &copy2 &nope; &#1;</p>", HTML)
    assert below(result, "body") == '<p xml:id="T-1">Café ’x’ ©2 &amp;nope; </p>'
    assert [(each.text, each.named) for each in result.report.named] == [
        ("&eacute;", "é"), ("&#8217;", "’"), ("&rsquo;", "’"), ("&copy", "©"), ("&#1;", ""),
    ]  # fmt: skip
    assert as_json(result.report)["character_references"][0]["named"] == "é"
    assert found(problems) == [("SRC025", 1)]


def test_what_is_not_of_the_text_is_boilerplate() -> None:
    text = (
        "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>"
        "<header>Site</header><nav>Menu</nav><article><header><h1>A</h1></header>"
        "<p>b<script>if (a < b) {}</script>c</p></article><footer>Imprint</footer></body></html>"
    )
    result, _ = outcome_of(text, HTML)
    assert below(result, "body") == (
        '<div type="section"><head xml:id="T-1">A</head><p xml:id="T-1.1">bc</p></div>'
    )
    left_out = [span.text.split(">")[0].strip("<") for span in result.report.boilerplate]
    assert left_out == ["head", "header", "nav", "script", "footer"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:a()",
        " JavaScript:a()",
        "java&#10;script:a()",
        "&#106;avascript:a()",
        "data:text/html,a",
    ],
)
def test_no_script_comes_into_the_text(address: str) -> None:
    inside = body(
        f'<p onclick="a()"><a href="{address}" onfocus=b()>c</a><img src="{address}">', HTML
    )
    assert inside == '<p xml:id="T-1">c<figure><graphic url="#"/></figure></p>'


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1251">', "windows-1251"),
        ("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        ('<?xml version="1.0" encoding="iso-8859-5"?>', "iso-8859-5"),
        ("", "utf-8"),
        ("<meta charset=koi8-r>", "utf-8-sig"),
        ("<meta charset=utf-8>", "utf-16"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    result, problems = page(f"{head}<p>Чапек</p>".encode(encoding))
    assert result is not None
    assert not problems
    assert "Чапек" in "".join(result.tree.getroot().itertext())


def test_latin_1_is_windows_1252() -> None:
    result, _ = page(b"<meta charset=iso-8859-1><p>\x93caf\xe9\x94</p>")
    assert result is not None
    assert "“café”" in "".join(result.tree.getroot().itertext())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "SRC003"),
        (b"\x89PNG\r\n\x1a\n", "SRC004"),
        (b"<p>a\x00b", "SRC004"),
        (b"<meta charset=utf-8><p>caf\xe9", "SRC004"),
        (b"<meta charset=windows-1252><p>\x81", "SRC004"),
        (b"<meta charset=no-such-thing><p>a", "SRC004"),
        (b"<meta charset=hex><p>a", "SRC004"),
    ],
)
def test_what_is_no_page(content: bytes, code: str) -> None:
    result, problems = page(content)
    assert result is None
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize(
    "text",
    ["<", "<p", "<p ", '<p class="', "<!--", "<!", "</", "&", "&#", "<script>", "<script>a",
     "<title>a", "<table><tr>", "<ul><li", "<head>", "<nav>a",
     "<p>a<sup><a href='#fn1'>1", "<html></html>"],
)  # fmt: skip
def test_truncated_pages(text: str) -> None:
    result, _ = page(text.encode())
    assert result is not None
    assert conservation(text, result).value


def test_the_head_becomes_the_header() -> None:
    text = (
        "<html lang=de><title>Das Schiff &amp; die See</title><meta name=author content='N. N.'>"
        "<meta name=DC.date content=1933><meta name=citation_publisher content='The Press'><p>a"
    )
    result, _ = outcome_of(text, HTML)
    root = result.tree.getroot()
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert root.findtext(".//t:titleStmt/t:title", namespaces=NS) == "Das Schiff & die See"
    assert root.findtext(".//t:titleStmt/t:author", namespaces=NS) == "N. N."
    bibl = root.find(".//t:sourceDesc/t:bibl", NS)
    assert bibl is not None
    assert "".join(bibl.itertext()).startswith("N. N., The Press, 1933, book.md, sha256 ")


def test_the_profile_knows_better_than_the_head() -> None:
    result, _ = outcome_of("<title>Page 1</title><p>a", with_rules(HTML, title="The Ship"))
    assert result.tree.getroot().findtext(".//t:titleStmt/t:title", namespaces=NS) == "The Ship"


def test_a_page_takes_no_more_time_than_it_is_long() -> None:
    """Pages made to be slow: each would take long if a step were quadratic."""
    count = 3_000
    for text in (
        "<div>" * count,
        "<ul><li>" * count,
        "<table><tr><td>" * count,
        "<b> " * count,
        "<!--" * count,
        "<a b='" * count,
        '="<a b" c' * count,
        "<title x" * count,
        "<nav>" * count,
        "<sup id=x>[" * count,
        "w<sup><a href=#fn1 id=r1>1</a></sup>" * count + "<ol><li id=fn1>n",
    ):
        result, _ = page(text.encode())
        assert result is not None
        assert conservation(text, result).value


def test_a_rule_in_a_picture_has_no_address() -> None:
    profile = with_rules(HTML, facsimile=Facsimile("Cyrillic", "ru"))
    result = imported("<hr><p>АБВ</p>", profile)
    assert result.report.places == {1: "T-1"}
    assert 'xml:id="T-1"' in below(result, "body")


def test_an_address_with_a_colon_and_no_scheme() -> None:
    assert '<ref target="./1:a">' in body("<p><a href='1:a'>b</a>", HTML)
