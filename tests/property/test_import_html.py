"""Whatever the HTML: every character stands in the TEI or in the report, and the TEI is valid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from recensio.importers.conservation import conservation
from recensio.importers.corrections import Correction
from recensio.importers.profile import Facsimile, Notes, Profile, References, Voice
from recensio.importers.report import Naming
from tests.property.imports import check, identifiers_of, imported

ELEMENTS = (
    "p div h1 h2 section article aside header footer nav main blockquote q ul ol li dl dt dd "
    "table thead tbody tr td th caption figure figcaption pre code em b i sup sub small span a "
    "font u form select option script style title head body html noscript svg x-y details"
)
NAMES = st.sampled_from(re.findall(r"\S+", ELEMENTS))
IDENTIFIERS = st.sampled_from(["fn1", "fn2", "r1", "r2", "cite_note-1", "s", "1", "fn1"])
ATTRIBUTES = st.lists(
    st.one_of(
        st.builds('id="{}"'.format, IDENTIFIERS),
        st.builds("name={}".format, IDENTIFIERS),
        st.builds("href='#{}'".format, IDENTIFIERS),
        st.sampled_from(
            [
                'lang="fr"', "lang=xx-", 'href="javascript:a"', 'href="&#106;avascript:a"',
                'href="https://a.example/?a=[1]&amp;b#c#d"', 'colspan="2"', "rowspan=x",
                "onclick='a>b'",
                'title="a > b < c"', 'alt="pic &amp; more"', "alt=x", 'alt="', "src=a.png",
                "=", "'", '"',
                'role="navigation"', "hidden", "/",
            ]
        ),
    ),
    max_size=3,
).map(lambda found: "".join(f" {each}" for each in found))  # fmt: skip
WORDS = st.sampled_from(
    [
        "word", "Réunion", " ", "\n", "\r\n", "1", "2", "[1]", "1.", "(2)", "*", "^", "↩", "a", "<",
        ">", "&", "& ", "&amp;", "&#8217;", "&eacute;", "&nbsp;", "&copy2", "&notit;", "&#0;",
        "&#12;", "&#xD800;", "&#13;", "&#99999999999;", "&dagger;", "\x01", "\ufffe", "\xa0",
        "a < b", "&#1;",
        "<!-- c -->", "<!-->", "<!--", "-->", "<!x>", "<?php a ?>", "</>", "< p>", "<p", '"', "'",
        "<![CDATA[x]]>", "Notes", "1918. ",
    ]
)  # fmt: skip
PHRASES = st.sampled_from(
    [
        "Ibid.", "<i>Ibid</i>., p. 7", "(ibid., p.&nbsp;9)", "I&#98;id.", "<i>A Title</i>, p. 5",
        "A. Name, <cite>Title</cite> [<i>Gloss</i>], M., 1991, p. 6", "&ldquo;An Article,&rdquo; ",
        "“An Article,” <i>Paper</i>, 1930", "<i>Paper, p. 1", ", p. 5</i>",
        "R&eacute;ka, p. 1", "<code>Ibid.</code>", "<q>Ibid.</q>", "<span lang=fr>Ibid.</span>",
        "<img src=a.png alt='Ibid., p. 2'>", "; № 3, p. 4", "там же",
        "[<em>Ibid.</em>, p. 3]", "(1890–1937)", "(1890&ndash;1937)",
        "<b>(1890</b>–1937)", "АБВ", "&#1040;Б", "А<b>Б</b>",
        "(a – <i>N. N.</i>)", "(a &ndash; N. N.)", "(", "– N.&nbsp;N.)", "1) one 2) two 3) three",
        "1) a", " 2) <i>b", " 3) c</i>", "wo<b>rd</b>", "wor&#100;", "Réuni&oacute;n",
    ]
)  # fmt: skip
"""What is wrapped in elements, whole and broken."""

STARTS = st.builds("<{}{}>".format, NAMES, ATTRIBUTES)
ENDS = st.builds("</{}>".format, NAMES)
VOIDS = st.builds(
    "<{}{}/>".format, st.sampled_from(["br", "img", "hr", "meta", "wbr", "IMG"]), ATTRIBUTES
)
REFERENCES = st.builds(
    '<sup id="r{0}"><a href="#fn{0}">{1}{0}{2}</a></sup>'.format,
    st.sampled_from([1, 2]),
    st.sampled_from(["", "["]),
    st.sampled_from(["", "]"]),
)
BODIES = st.builds(
    '<{0} id="fn{1}"><a href="#r{1}">{2}</a> {3}</{0}>'.format,
    st.sampled_from(["p", "li", "div", "dd", "td", "h2"]),
    st.sampled_from([1, 2]),
    st.sampled_from(["1", "1.", "^", "&#8617;", "[2]"]),
    PHRASES | st.just("note"),
)
BRACKETED = st.sampled_from(
    [
        '(<a href="#fn1" id="r1">1</a>)', '<p>[<a id="fn1" href="#r1">1</a>] note',
        '<dl><dt id="fn1">(<a href="#r1">1</a>)</dt><dd><p>note</dd></dl>', "<sup>1, 2</sup>",
        '<ol><li>one<li>two</ol>',
        '<a href="#fn1"><sup>&dagger;</sup></a><p id="fn1">&dagger; note',
        '<aside id="fn2"><span>[<a href="#r2">2</a>]</span><p>note</p></aside>',
    ]
)  # fmt: skip
PARTS = BRACKETED | STARTS | ENDS | WORDS | PHRASES | VOIDS | REFERENCES | BODIES
NESTED = st.recursive(
    WORDS | PHRASES | VOIDS | REFERENCES | BODIES | BRACKETED,
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format, NAMES, ATTRIBUTES, st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=20,
)
PAGES = st.lists(PARTS, max_size=40).map("".join) | st.lists(NESTED, max_size=6).map("".join)
PROFILES = st.builds(
    Profile,
    siglum=st.just("X"),
    markup=st.just("html"),
    bare_headings=st.booleans(),
    references=st.lists(st.sampled_from(References), unique=True).map(tuple),
    notes=st.sampled_from(Notes),
    cuts=st.booleans(),
    captions=st.booleans(),
    quotations=st.booleans(),
    facsimile=st.none() | st.just(Facsimile("Cyrillic", "ru")),
    voice=st.just(()) | st.just((Voice("N. N.", "nn"),)),
)
CORRECTIONS = st.lists(
    st.builds(
        Correction,
        sic=st.sampled_from(["word", "nion", "1", "amp", "Réunion", "d w", "<b>", "p. 5"]),
        corr=st.sampled_from(["", "a & b", "né"]),
        everywhere=st.just(True),
    ),
    max_size=2,
).map(tuple)


def check_page(text: str, profile: Profile, corrections: Sequence[Correction] = ()) -> None:
    again = check(text, profile, corrections)
    if again is None:
        return
    identifiers = identifiers_of(again)
    for element in again.iter("{*}ref", "{*}graphic"):
        target = element.get("target", element.get("url", ""))
        assert not target.lower().startswith("javascript:")
        assert not target.startswith("#") or target in ("#", *(f"#{name}" for name in identifiers))


@settings(max_examples=400, deadline=None)
@given(PAGES, PROFILES, CORRECTIONS)
def test_pages_are_conserved(
    text: str, profile: Profile, corrections: Sequence[Correction]
) -> None:
    check_page(text, profile, corrections)


@settings(max_examples=100, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("<>&;\"'=/!-"), max_size=200)
)
def test_any_text_is_conserved_as_html(text: str) -> None:
    check_page(text, Profile(siglum="X", markup="html"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40).filter(lambda text: not set('"\0') & set(text)))
def test_any_address_makes_a_valid_pointer(address: str) -> None:
    check_page(f'<p><a href="{address}">x</a></p>', Profile(siglum="X", markup="html"))


def test_a_character_reference_is_no_pretext() -> None:
    """What a reference is said to name is looked up: no word can come into the text by it."""
    result = imported("<p>Tea &amp; milk</p>", Profile(siglum="X", markup="html"))
    assert result is not None
    (naming,) = result.report.named
    assert naming == Naming(1, 7, 12, "&amp;", "&")
    paragraph = result.tree.getroot().find(".//{*}body/{*}p")
    assert paragraph is not None
    paragraph.text = "Tea and milk"
    forged = replace(result.report, named=(replace(naming, named="and"),))
    assert not conservation("<p>Tea &amp; milk</p>", replace(result, report=forged)).value
