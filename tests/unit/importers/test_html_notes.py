"""The notes of a page: by which links, and the citations in them."""

from __future__ import annotations

import pytest

from tests.unit.importers.support import (
    HTML,
    below,
    body,
    found,
    outcome_of,
    without_identifiers,
)

NOTE = '<p>Text<note place="foot" type="authorial" n="1">Said so.</note></p>'


@pytest.mark.parametrize(
    "text",
    [
        '<p>Text<a href="#fn1"><sup>1</sup></a>\n<p id="fn1">1. Said so.',
        "<p>Text<sup><a id=b1 href=#fn1>[1]</a></sup>\n<p><a name=fn1 href=#b1>[1]</a> Said so.",
        '<p>Text<sup><a id="b1" href="#x1">1</a></sup>\n<p>[<a id="x1" href="#b1">1</a>] Said so.',
        "<p>Text<sup id=b1>[<a href=#n1>1</a>]</sup>\n<ol><li id=n1><a href=#b1>^</a> Said so.",
        '<p>Text<sup id="b1"><a href="#n1">1</a></sup>\n<div id="n1"><sup>1</sup> Said so.</div>',
        '<p>Text<sup id=cite_ref-1><a href="./A#cite_note-%C3%A9">[1]</a></sup>\n'
        '<ol><li id="cite_note-é"><a href="./A#cite_ref-1">↑ </a> <span>Said so.</span></ol>',
        "<p>Text<sup>1</sup>\n<ol><li>Said so.</ol>",
        "<p>Text<sup>1</sup>\n<p><sup>1</sup> Said so.",
        "<p>Text[1]\n<p>[1] Said so.",
    ],
)
def test_notes(text: str) -> None:
    result, problems = outcome_of(text, HTML)
    assert without_identifiers(below(result, "body")) == NOTE
    assert not problems


def test_a_note_has_all_paragraphs_of_its_item() -> None:
    text = '<p>Text<a href="#fn1">1</a>\n<ol><li id="fn1"><p>One.<p>Two. <a href="#r">↩</a></ol>'
    assert body(text, HTML) == (
        '<p xml:id="T-1">Text<note place="foot" type="authorial" n="1" xml:id="T-2"><p>One.</p>'
        '<p xml:id="T-2.1">Two. ↩</p></note></p>'
    )


def test_notes_and_references_that_do_not_meet() -> None:
    text = (
        '<p>Text<a href="#fn1"><sup>1</sup></a> and<sup>7</sup>\n'
        '<ol><li id="fn1">One.<li id="fn2">Two.</ol>'
    )
    result, problems = outcome_of(text, HTML)
    assert found(problems) == [("SRC020", 1), ("SRC021", 2)]
    assert result.report.notes.linked == 1


def test_a_table_of_contents_has_no_notes() -> None:
    text = '<p><a href="#s1">1</a> <a href="#p2">2</a><h2 id="s1">1. A</h2><p><a name=p2></a>End.'
    assert "<note" not in body(text, HTML)


def test_a_second_reference_points_to_the_note() -> None:
    text = '<p>a<a href="#fn1">1</a> b<a href="#fn1">1</a>\n<p id="fn1">1 Said so.'
    result, problems = outcome_of(text, HTML)
    assert found(problems) == [("SRC022", 1)]
    assert '<ref type="note" n="1" target="#T-2">1</ref>' in below(result, "body")


def test_a_sign_that_links_to_its_own_place_is_left_out() -> None:
    text = '<section id="a"><h2>A<a href="#a">¶</a></h2><p id="p1"><a href="#p1">#</a>b</section>'
    result, problems = outcome_of(text, HTML)
    assert below(result, "body") == (
        '<div type="section"><head xml:id="T-1">A</head><p xml:id="T-1.1">b</p></div>'
    )
    assert [span.text for span in result.report.boilerplate] == ["¶", "#"]
    assert not problems


def test_citations_of_a_page() -> None:
    """A character that is named is one of a word; two notes of one line have each their own."""
    text = (
        "<p>a<sup><a href='#n1'>1</a></sup> b<sup><a href='#n2'>2</a></sup></p>"
        "<p id=n1>1 <i>R&eacute;ka</i>, p.&nbsp;&#55;<p id=n2>2 <cite>I&#98;id.</cite>, p. 8."
    )
    shown = body(text, HTML)
    assert '<bibl xml:id="T-1.1-b1"><hi rend="italic">Réka</hi>, p.\u00a07</bibl>' in shown
    assert '<bibl corresp="#T-1.1-b1"><hi rend="italic">Ibid.</hi>, p. 8</bibl>.' in shown


@pytest.mark.parametrize(
    "text",
    ["<code>Ibid.</code>", "<img alt='Ibid.'>", "<dl><dt>Ibid.</dl>", "<span lang=fr>Ibid.</span>"],
)
def test_where_no_citation_can_stand(text: str) -> None:
    assert "<bibl" not in body(text, HTML)


def test_a_body_in_a_quotation_is_no_quotation() -> None:
    assert "<quote>" not in body("<p>a<sup>1</sup></p><blockquote><p>1. b</blockquote>", HTML)
