"""xslt/tex: a prepared document as TeX with its apparatus in it."""

from __future__ import annotations

import re

import pytest

from recensio import saxon
from recensio.model.phrasing import phrasing

SIGLA = "#wA\tA\n#wB\tB\n#wC\tγ"
LEMMA = '<lem wit="#wA">lux</lem><rdg wit="#wB">nox</rdg>'
ENTRY = "lux] A; nox B"


def transformed(body: str, mode: str = "body", **parameters: str) -> str:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    settings = {
        "sigla": SIGLA,
        "title": "Title",
        "phrasing": phrasing("en").lines,
    }
    return saxon.transform("tex/document.xsl", mode, text, settings | parameters).output


def lines(body: str, **parameters: str) -> list[str]:
    """The lines of a body without those that open and close every text."""
    output = transformed(body, **parameters).splitlines()
    return [line for line in output if line and not line.startswith(("\\teichapter", "\\endnum"))]


def text(body: str, **parameters: str) -> str:
    """What a paragraph becomes."""
    found = re.search(r"\\teip (.*)\\teiend", transformed(f"<p>{body}</p>", **parameters))
    assert found
    return found[1]


def app(content: str = LEMMA, attributes: str = "") -> str:
    return f'<app xml:id="a1" n="1"{attributes}>{content}</app>'


def note(content: str, attributes: str = "") -> str:
    return f'<note xml:id="n1"{attributes}>{content}</note>'


def test_what_means_something_to_tex_is_written_as_a_command() -> None:
    assert text("a\\b {c} $d$ 5% #1 e_f ~ ^ &amp;") == (
        r"a\textbackslash{}b \{c\} \$d\$ 5\% \#1 e\_f \textasciitilde{} \textasciicircum{} \&"
    )


def test_characters_that_a_face_may_join_are_kept_apart() -> None:
    assert text("1--2 ``so'' ,,x &lt;&lt; ?`") == "1-{}-2 `{}`so'{}' ,{},x <{}< ?{}`"


def test_an_entry_stands_with_its_lemma() -> None:
    assert text(f"so {app()} it is") == (
        rf"so \edtext{{lux}}{{\lemma{{}}\Afootnote{{{ENTRY}}}}} it is"
    )


def test_entries_are_nested() -> None:
    inner = '<app xml:id="a2"><lem wit="#wA">b</lem><rdg wit="#wB">c</rdg></app>'
    outer = app(f'<lem wit="#wA">a {inner}</lem><rdg wit="#wB">d</rdg>')
    assert text(outer) == (
        r"\edtext{a \edtext{b}{\lemma{}\Afootnote{b] A; c B}}}{\lemma{}\Afootnote{a b] A; d B}}"
    )


def test_an_entry_without_words_stands_with_the_word_before() -> None:
    added = app('<lem wit="#wA"/><rdg wit="#wB">iam</rdg>')
    written = text(f"so {added} it is")
    assert written.startswith(r"so\edtext{}{\lemma{}\Afootnote{")
    assert written.endswith("}} it is")


def test_the_series_are_those_of_the_printed_book() -> None:
    assert r"\Bfootnote{" in text(app(attributes=' type="testimonium"'))
    assert text(f"so{note('Why?')}") == (
        r"so\teimark{a}\edtext{}{\lemma{}\Cfootnote{\teimark{a} Why?}}"
    )
    assert text("so" + note("Why?", ' type="authorial"')) == (
        r"so\teimark{1}\edtext{}{\lemma{}\Dfootnote{\teimark{1} Why?}}"
    )


def test_an_entry_on_several_paragraphs_has_a_label_at_either_end() -> None:
    lemma = '<lem wit="#wA"><p>One.</p><p>Two.</p></lem><rdg wit="#wB"/>'
    first, second = [each for each in lines(app(lemma)) if each.startswith("\\teip")]
    assert first == r"\teip \edlabel{0:a1-begin}One.\teiend"
    assert second.startswith(
        r"\teip Two.\edlabel{0:a1-end}\edtext{}{\xxref{0:a1-begin}{0:a1-end}\lemma{}\Afootnote{"
    )


def test_an_entry_that_stands_apart_goes_to_its_place() -> None:
    body = '<p xml:id="p1">One <seg xml:id="s1">two</seg> three.</p>'
    places = "s1\tbegin\t1:a9\t\ns1\tend\t1:a9\t"
    written = transformed(body, places=places, apart="1:a9\ttwo] A\t\\teiwithin{1:m1}")
    assert (
        r"One \edlabel{1:a9-begin}two\edlabel{1:a9-end}\edtext{}{\xxref{1:a9-begin}{1:a9-end}"
        r"\lemma{}\Afootnote{two] A}}\teiwithin{1:m1} three."
    ) in written


def test_the_entries_that_stand_apart_are_told_line_by_line() -> None:
    listed = "<listApp>" + app(attributes=' loc="1"') + "</listApp>"
    assert transformed(listed, "foot", chapter="3", placed="a1") == f"3:a1\t{ENTRY}\t\n"
    assert transformed(listed, "foot", chapter="3") == ""


def test_an_entry_without_a_place_stays_in_its_list() -> None:
    listed = lines("<listApp>" + app(attributes=' loc="1.2"') + "</listApp>")
    assert rf"\teientry \teistrong{{1.2}} {ENTRY}\teiend" in listed


def test_an_entry_in_a_heading_says_so() -> None:
    (heading,) = [line for line in lines(f"<div><head>On {app()}</head></div>") if "On" in line]
    assert heading == (
        r"\teiheadline{2}{On lux}{On \edtext{lux}{\lemma{}"
        rf"\Afootnote[nonum]{{\teistrong{{tit.}} {ENTRY}}}}}}}\teiend"
    )


def test_a_heading_is_outside_the_lines() -> None:
    assert r"\teihead{2}{On \teiemph{this}}{On this}" in lines(
        "<div><head>On <hi>this</hi></head><p>x</p></div>"
    )


def test_the_heading_that_says_the_title_opens_the_chapter() -> None:
    body = "<head>Of Trees</head><p>x</p>"
    assert lines(body, title="Of trees")[0] == r"\teihead{1}{Of Trees}{Of Trees}"
    assert lines(body, title="Else")[0] == r"\teihead{1}{Else}{Else}"


def test_lines_of_an_introduction_have_no_numbers() -> None:
    written = transformed(f"<p>{app()}</p>", role="introduction")
    assert r"\begin{teiplain}" in written
    assert rf"\Afootnote[nonum]{{{ENTRY}}}" in written


def test_verses_tell_their_numbers() -> None:
    verses = '<lg><l n="7">a</l><l>b</l><l n="1.12" rend="indent(2)">c</l><l part="F">d</l></lg>'
    assert [line for line in lines(verses) if line.startswith("\\teil{")] == [
        r"\teil{0}{7} a\teiend",
        r"\teil{0}{8} b\teiend",
        r"\teil{2}{12} c\teiend",
        r"\teil{0}{12} d\teiend",
    ]


def test_a_block_within_a_paragraph_is_cut_out_of_it() -> None:
    assert lines("<p>One <list><item>two</item><item>three</item></list> four</p>")[1:] == [
        r"\teip One \teiend",
        r"\begin{teilist}",
        r"\teiitem{–}two\teiend",
        r"\teiitem{–}three\teiend",
        r"\end{teilist}",
        r"\teicont four\teiend",
    ]


def test_the_first_paragraph_of_an_item_has_its_label() -> None:
    items = '<list rend="numbered"><item><p>one</p><p>two</p></item></list>'
    assert lines(items)[2:-1] == [r"\teiitem{1.}one\teiend", r"\teip two\teiend"]


def test_a_row_is_a_line_with_its_cells() -> None:
    table = "<table><row><cell>one</cell><cell>two</cell></row></table>"
    assert r"\teirow \teicell{0.5}{one}\teicell{0.5}{two}\teiend" in lines(table)


def test_speakers_run_in_before_prose_and_stand_above_verse() -> None:
    assert r"\teip \teismallcaps{Iollas} Salve.\teiend" in lines(
        "<sp><speaker>Iollas</speaker><p>Salve.</p></sp>"
    )
    above = lines("<sp><speaker>Иван</speaker><l>Да.</l></sp>")
    assert r"\teispacedspeaker Иван\teiend" in above
    assert r"\teil{0}{1} Да.\teiend" in above


def test_languages_are_named_by_their_letters() -> None:
    foreign = '<foreign xml:lang="grc">λόγος</foreign>'
    assert text(f"the {foreign}") == r"the \teiforeign{grc}{λόγος}"
    assert r"\teiin{he}{TRT}\teip שלום\teiend" in lines('<p xml:lang="heb">שלום</p>')


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ('<hi rend="bold">x</hi>', r"\teistrong{x}"),
        ('<hi rend="sup">x</hi>', r"\teiraised{x}"),
        ("<supplied>x</supplied>", "⟨x⟩"),
        ("a<gap/>b", "a[…]b"),
        ("<q>x</q>", "“x”"),
        ('<pb n="12"/>x', r"\teireference{12} x"),
        ('<ref target="https://a.org/%7Eb_c">x</ref>', r"\teiweb{https://a.org/\%7Eb\%5Fc}{x}"),
        ('<persName xml:id="m1" ref="#p">x</persName>', r"x\teimention{0:m1}"),
        ("<choice><sic>x</sic><corr>y</corr></choice>", "x [y]"),
    ],
)
def test_a_phrase(content: str, written: str) -> None:
    assert text(content) == written


def test_a_name_in_a_note_has_its_label_at_the_note() -> None:
    named = note('See <persName xml:id="m1" ref="#p">x</persName>.')
    assert text(f"so{named} on").endswith(r"See x.}}\teiwithin{0:m1} on")


def test_an_image_at_hand_is_shown_and_another_named() -> None:
    figure = '<figure><graphic url="a/b.png"/></figure>'
    assert r"\teip \teipicture{image-0-0.png}\teiend" in lines(
        figure, images="a/b.png\timage-0-0.png"
    )
    assert r"\teip [b.png]\teiend" in lines(figure)
