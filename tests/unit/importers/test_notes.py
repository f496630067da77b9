"""Notes: bodies go to their references; what does not meet is reported with its line."""

from __future__ import annotations

import pytest

from recensio.importers.profile import Notes, Profile, References
from tests.unit.importers.support import PLAIN, below, body, found, imported, outcome_of, with_rules

NOTE = '<note place="foot" type="authorial" n="{}" xml:id="T-{}">{}</note>'


@pytest.mark.parametrize("reference", ["<sup>1</sup>", "<sup>[1](#)</sup>", "[1](#)"])
@pytest.mark.parametrize(
    "marker",
    [
        "1.",
        "[1.](#)",
        "[1](#).",
        "<sup>1</sup>.",
        "<sup>1.</sup>",
        "- [1.](#)",
        "  - <sup>1</sup>.",
    ],
)
def test_forms_of_markdown(reference: str, marker: str) -> None:
    text = f"# A\n\nText.{reference} More.\n\n---\n\n{marker} The body.\n"
    assert f"Text.{NOTE.format(1, 7, 'The body.')} More." in body(text)
    assert "milestone" not in body(text)


def test_labels_stand_anywhere() -> None:
    text = "One[^a] two.\n\n[^a]: A *body*.\n\n    Its second paragraph.\n\nThree.\n"
    assert body(text) == (
        '<p xml:id="T-1">One<note place="foot" type="authorial" n="a" xml:id="T-3">'
        '<p>A <hi rend="italic">body</hi>.</p><p xml:id="T-5">Its second paragraph.</p></note>'
        ' two.</p><p xml:id="T-7">Three.</p>'
    )


def test_brackets_of_plain_text() -> None:
    text = "He left.[1] In 6 [18] July he came back.\n\nNotes\n\n[1] By sea.\n"
    result, problems = outcome_of(text, with_rules(PLAIN, references=tuple(References)))
    assert f"He left.{NOTE.format(1, 5, 'By sea.')} In 6 [18] July" in below(result, "body")
    assert not problems


def test_bare_numbers_whose_notes_are_elsewhere() -> None:
    profile = with_rules(PLAIN, references=(References.BARE,), notes=Notes.ELSEWHERE)
    text = "He said “no.”6 In October 1917.\nThe end.fn1 Of 1936, 1937.\n"
    result, problems = outcome_of(text, profile)
    assert not problems
    assert [finding.text for finding in result.report.doubted] == ["6", "fn1"]
    assert '“no.”<ref type="note" n="6">6</ref> In October 1917.' in below(result, "body")


def test_numbers_begin_anew_in_each_chapter() -> None:
    text = "# A\n\na<sup>1</sup>\n\n1. first\n\n# B\n\nb<sup>1</sup>\n\n1. second\n"
    assert f"a{NOTE.format(1, 5, 'first')}" in body(text)
    assert f"b{NOTE.format(1, 11, 'second')}" in body(text)


def test_notes_at_the_end_of_the_book() -> None:
    text = "# A\n\na<sup>1</sup>\n\n# B\n\nb<sup>2</sup>\n\n# Notes\n\n1. first\n\n2. second\n"
    assert f"a{NOTE.format(1, 11, 'first')}" in body(text)
    assert f"b{NOTE.format(2, 13, 'second')}" in body(text)


def test_a_list_is_no_note() -> None:
    text = "# A\n\nThree things<sup>7</sup> matter.\n\n1. one\n\n2. two\n\n# B\n\nEnd.\n"
    result, problems = outcome_of(text)
    assert "<note" not in below(result, "body")
    assert found(problems) == [("SRC020", 3)]


def test_what_does_not_meet() -> None:
    text = (
        "a<sup>1</sup> b<sup>1</sup>\n\nc<sup>2, 3</sup>\n\nd<sup>9</sup>\n\n---\n\n"
        "1. one\n\n2. two\n\n7. three\n\n4. four\n"
    )
    result, problems = outcome_of(text)
    assert found(problems) == [("SRC020", 5), ("SRC021", 15), ("SRC022", 1), ("SRC023", 13)]
    text = below(result, "body")
    assert 'b<ref type="note" n="1" target="#T-9">1</ref>' in text
    assert 'd<ref type="note" n="9">9</ref>' in text
    assert 'n="3" xml:id="T-13" cert="medium">three</note>' in text
    assert text.endswith(NOTE.format(4, 15, "four"))
    notes = result.report.notes
    assert (notes.references, notes.bodies, notes.linked) == (5, 4, 3)


def test_notes_refer_to_notes_without_end() -> None:
    text = "a[^1]\n\n[^1]: one[^2]\n[^2]: two[^1]\n[^3]: three[^3]\n"
    result, problems = outcome_of(text)
    assert below(result, "body").count("<note") == 3
    assert ("SRC021", 5) in found(problems)


def test_notes_stand_at_their_references_in_emphasis_and_headings() -> None:
    text = "# A<sup>1</sup>\n\n*b<sup>2</sup>*\n\n---\n\n1. one\n\n2. two\n"
    assert f'<head xml:id="T-1">A{NOTE.format(1, 7, "one")}</head>' in body(text)
    assert f'<hi rend="italic">b{NOTE.format(2, 9, "two")}</hi>' in body(text)


def test_places_lead_from_lines_to_elements() -> None:
    places = imported("one\ntwo<sup>1</sup>\n\n---\n\n1. three\n", Profile("T", markup="markdown"))
    assert dict(places.report.places) == {1: "T-1", 2: "T-1", 6: "T-6"}


MARKERS = ["1. ", "1) ", "[1] ", "¹ ", "¹", "¹. ", "1 "]


@pytest.mark.parametrize("heading", ["Notes", "FOOTNOTES:", "Endnotes", "Anmerkungen"])
@pytest.mark.parametrize("marker", MARKERS)
@pytest.mark.parametrize("reference", ["[1]", "¹", "1", "<sup>1</sup>"])
@pytest.mark.parametrize("markup", ["plain", "markdown"])
def test_notes_under_a_heading(markup: str, reference: str, marker: str, heading: str) -> None:
    """Any form of number in the text and in front of the note; the notes in a row of lines."""
    second = [form.replace("1", "2").replace("¹", "²") for form in (reference, marker)]
    text = (
        f"He left.{reference} He came “back.”{second[0]} Then.\n\n"
        f"{heading}\n{marker}By sea.\n{second[1]}On foot.\n"
    )
    forms = (References.SUPERSCRIPT,) if markup == "markdown" else tuple(References)[:2]
    profile = Profile(siglum="T", markup=markup, references=forms)
    result, problems = outcome_of(text, profile)
    assert not problems
    assert f"He left.{NOTE.format(1, 4, 'By sea.')} He" in below(result, "body")
    assert f"“back.”{NOTE.format(2, 5, 'On foot.')} Then." in below(result, "body")
    assert f'<head xml:id="T-3">{heading}</head>' in below(result, "body")


@pytest.mark.parametrize("heading", ["# Notes", "### Endnotes", "**Footnotes**", "<h2>Notes</h2>"])
def test_headings_of_notes_in_markup(heading: str) -> None:
    text = f"He left.¹\n\n{heading}\n\n<p>1. By sea.</p>\n"
    result, problems = outcome_of(text)
    assert not problems
    assert f"He left.{NOTE.format(1, 5, 'By sea.')}" in below(result, "body")
    assert ">Notes<" in body(text) or "notes<" in body(text)


def test_a_reference_in_a_link_of_html() -> None:
    text = (
        'He left.<sup><a href="#n1">[1]</a></sup>\n\n---\n\n<sup><a id="n1">1</a></sup> By sea.\n'
    )
    result, problems = outcome_of(text)
    assert not problems
    assert f"He left.{NOTE.format(1, 5, 'By sea.')}" in below(result, "body")


def test_powers_and_fractions_are_no_references() -> None:
    text = "A field of 5 m² or 10³, of 3.5 parts.\n\nNotes\n\n1. By sea.\n"
    profile = with_rules(PLAIN, references=tuple(References))
    result, problems = outcome_of(text, profile)
    assert "5 m² or 10³, of 3.5 parts" in below(result, "body")
    assert found(problems) == [("SRC021", 5)]


def test_notes_under_a_heading_to_which_nothing_refers() -> None:
    result, problems = outcome_of("He left.\n\nNotes\n\n1. By sea.\n\n2. On foot.\n", PLAIN)
    assert found(problems) == [("SRC021", 5), ("SRC021", 7)]
    assert [doubt.kind for doubt in result.report.doubted] == ["note without a reference"] * 2


def test_footnote_signs() -> None:
    """A sign behind a word without a note is reported; with one, in emphasis, in code it is not."""
    text = "He left.\\* She† stayed.‡\n\n*raw* or* *not.\n\n‡ By sea.\n\n`code*`\n"
    result, problems = outcome_of(text)
    assert found(problems) == [("SRC020", 1), ("SRC020", 1)]
    assert [doubt.text for doubt in result.report.doubted] == ["*", "†"]


def test_all_that_is_doubtful_in_notes() -> None:
    text = (
        "# A<sup>1</sup>\n\na<sup>2, 3</sup> b<sup>2</sup> c<sup>9</sup>\n\n---\n\n"
        "1. one\n\n2. two\n\n3. three\n\n8. four\n"
    )
    result, _ = outcome_of(text)
    assert [(doubt.line, doubt.kind) for doubt in result.report.doubted] == [
        (1, "reference in a heading"),
        (3, "reference without a note"),
        (3, "note referred to again"),
        (3, "two references in one mark"),
        (13, "note without a reference"),
    ]


def test_many_notes_of_one_number_take_no_long_time() -> None:
    """Each reference means the next of them, which is not looked for from the beginning."""
    text = "Sea<sup>1</sup>.\n\n" * 5000 + "---\n\n" + "1. Wide.\n\n" * 5000
    assert imported(text).report.notes.linked == 5000


def test_a_short_line_may_stand_behind_the_notes() -> None:
    text = "# A\n\nOne<sup>1</sup> and two<sup>2</sup>.\n\n1. First.\n\n2. Second.\n\n*Ann, 1900*\n"
    result, problems = outcome_of(text)
    assert problems == ()
    assert [note.get("n") for note in result.tree.iter("{*}note")] == ["1", "2"]
