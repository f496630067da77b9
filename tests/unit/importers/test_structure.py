"""What a profile adds: chapters, cuts, pictures, quotations, entries, parts of the text."""

from __future__ import annotations

import re

import pytest

from recensio.importers.entries import name_of
from recensio.importers.profile import Division, Facsimile, Gap, Place, Rule
from tests.unit.importers.support import (
    MARKDOWN,
    PLAIN,
    below,
    body,
    found,
    imported,
    outcome_of,
    with_rules,
)

LONG = "The ship had been waiting in the harbour for eleven days, since nobody on board would "
LINE = LONG + "say where the cargo came from, nor to whom it was to be delivered by the"

CHAPTERS = with_rules(MARKDOWN, chapters=re.compile(r"^(\d+)\. "), cuts=True)
CUTS = with_rules(MARKDOWN, cuts=True, captions=True)
RUSSIAN = with_rules(MARKDOWN, facsimile=Facsimile("Cyrillic", "ru"), captions=True, cuts=True)


def test_chapters_by_number_whatever_their_level() -> None:
    text = body("## 1. A\n\nOne.\n\n# 2. B\n\n# Part\n\nTwo.\n", CHAPTERS)
    assert text == (
        '<div type="chapter" n="1"><head xml:id="T-1">1. A</head><p xml:id="T-3">One.</p></div>'
        '<div type="chapter" n="2"><head xml:id="T-5">2. B\n'
        '<milestone unit="cut" xml:id="T-7"/>Part</head><p xml:id="T-9">Two.</p></div>'
    )


def test_a_paragraph_goes_on_in_lower_case() -> None:
    assert body("He went\n\n\n\nto sea.\n", CUTS) == (
        '<p xml:id="T-1">He went\n<milestone unit="cut" xml:id="T-5"/>to sea.</p>'
    )
    assert body("He went.\n\nto sea.\n", CUTS).count("<p ") == 2
    assert body("He went\n\nto sea.\n", MARKDOWN).count("<p ") == 2


def test_a_likely_cut_is_marked_as_such() -> None:
    result = imported(f"{LINE}\n\nBaltic Company.\n\nHe said that\n\nShe knew.\n", CUTS)
    assert [(finding.line, finding.kind) for finding in result.report.doubted] == [
        (3, "likely cut")
    ]
    assert '<milestone unit="cut" xml:id="T-3" cert="medium"/>Baltic' in below(result, "body")
    assert [(join.before, join.line) for join in result.report.joined] == [(1, 3)]


def test_a_quotation_does_not_go_on_with_what_introduces_it() -> None:
    assert body(f"{LINE}\n\n“Company had paid for it twice.”\n", CUTS).count("<p ") == 2
    assert body(f"{LINE}\n\n“Company” had paid for it.\n", CUTS).count("<p ") == 1


def test_a_divided_word_stays_one_word() -> None:
    text = body(f"{LINE} Anglo-\n\nRussian Company.\n", CUTS)
    assert 'Anglo-<milestone unit="cut" xml:id="T-3" break="no" cert="medium"/>Russian' in text


def test_a_picture_stands_in_the_paragraph_it_cut() -> None:
    text = "He went\n\n*The harbour  \n(1848)*\n\nto sea.\n"
    assert body(text, CUTS) == (
        '<p xml:id="T-1">He went\n<figure><figDesc xml:id="T-3"><hi rend="italic">The harbour'
        '  <lb/>\n(1848)</hi></figDesc></figure><milestone unit="cut" xml:id="T-6"/>to sea.</p>'
    )


def test_the_text_of_a_picture_is_no_text_of_the_book() -> None:
    text = "# A\n\nHe went\n\n## ПИСЬМО\n\nДорогой друг\n\n17\n\n*A letter.*\n\nto sea.\n"
    result = imported(text, RUSSIAN)
    assert below(result, "figure") == (
        '<ab xml:id="T-5" type="heading" xml:lang="ru">ПИСЬМО</ab>'
        '<ab xml:id="T-7" xml:lang="ru">Дорогой друг</ab><ab xml:id="T-9" xml:lang="ru">17</ab>'
        '<figDesc xml:id="T-11"><hi rend="italic">A letter.</hi></figDesc>'
    )
    assert result.report.counts["heading"] == 1
    assert below(result, "body").count("<div") == 1


def test_references_in_a_picture_are_not_those_of_the_book() -> None:
    text = "# A\n\na<sup>1</sup>\n\nДорогой друг<sup>1</sup>\n\n---\n\n1. one\n"
    result, problems = outcome_of(text, RUSSIAN)
    assert found(problems) == [("SRC020", 5)]
    assert 'a<note place="foot"' in below(result, "body")


def test_quotations_by_their_marks() -> None:
    profile = with_rules(MARKDOWN, quotations=True)
    text = "“One,” he said, “two.”\n\n“All of it.”<sup>4</sup>\n\n“Open\n\n“and closed.”\n\nEnd.\n"
    result = imported(text, profile)
    assert below(result, "body") == (
        '<p xml:id="T-1">“One,” he said, “two.”</p>'
        '<quote><p xml:id="T-3">“All of it.”<ref type="note" n="4">4</ref></p></quote>'
        '<quote><p xml:id="T-5">“Open</p><p xml:id="T-7">“and closed.”</p></quote>'
        '<p xml:id="T-9">End.</p>'
    )
    assert [(finding.line, finding.kind) for finding in result.report.doubted] == [
        (3, "reference without a note"),
    ]


def test_quotations_that_go_on_without_marks() -> None:
    """Until one closes what it does not open; and the style of marks may change within one."""
    profile = with_rules(MARKDOWN, quotations=True)
    text = '“Open.\n\n‘Inside?’\n\nStill inside.”\n\nEnd, “so.”\n\n"Mixed.”\n\n“Lost.\n\nEnd.\n'
    assert body(text, profile) == (
        '<quote><p xml:id="T-1">“Open.</p><p xml:id="T-3">‘Inside?’</p>'
        '<p xml:id="T-5">Still inside.”</p></quote><p xml:id="T-7">End, “so.”</p>'
        '<quote><p xml:id="T-9">"Mixed.”</p></quote><quote><p xml:id="T-11">“Lost.</p></quote>'
        '<p xml:id="T-13">End.</p>'
    )


def test_only_a_quotation_that_is_never_closed_is_doubtful() -> None:
    """Each paragraph may repeat the opening mark; a heading ends what was not closed."""
    profile = with_rules(MARKDOWN, quotations=True, captions=True)
    closed = "“One,\n\n*A caption*\n\n“two\n\n“and three.”\n\n“Another.”\n\nEnd.\n\n"
    lost = "“One,\n\n“two.\n\n# New\n\n“Third.”\n\n“Last.\n"
    doubted = imported(closed + lost, profile).report.doubted
    assert [(finding.line, finding.kind) for finding in doubted] == [
        (15, "quotation not closed"),
        (21, "quotation not closed"),
    ]


def test_the_rest_of_an_item_that_was_cut() -> None:
    profile = with_rules(MARKDOWN, cuts=True)
    assert body("- One\n\n- two, which goes\n\non here.\n\nEnd.\n", profile) == (
        '<list type="bulleted"><item xml:id="T-1"> One</item><item xml:id="T-3"> two, which goes\n'
        '<milestone unit="cut" xml:id="T-5"/>on here.</item></list><p xml:id="T-7">End.</p>'
    )


def test_a_range_of_years_that_was_cut_stays_one_word() -> None:
    text = f"{'Word ' * 30}in 1920–\n\n1923, in the office.\n"
    cut = '1920–<milestone unit="cut" xml:id="T-3" break="no" cert="medium"/>1923'
    assert cut in body(text, with_rules(MARKDOWN, cuts=True))


def test_glossary_and_biographies() -> None:
    profile = with_rules(
        MARKDOWN,
        division=(
            Division(heading="Glossary", type="glossary", place=Place.BACK),
            Division(heading="Persons", type="biographies", place=Place.BACK),
        ),
    )
    text = (
        "# Story\n\nOnce.\n\n# Glossary of terms\n\n**ebb**: the sea\n\ngoes out.\n\n"
        "# Persons\n\nSMITH, John (1800–1848). Sailor\n\nand cook.\n\nO’NEILL, Mary. Captain.\n"
    )
    assert below(imported(text, profile), "back") == (
        '<div type="glossary"><head xml:id="T-5">Glossary of terms</head><list type="glossary">'
        '<item xml:id="T-7"><term><hi rend="bold">ebb</hi></term>: the sea\n'
        '<milestone unit="cut" xml:id="T-9"/>goes out.</item></list></div>'
        '<div type="biographies"><head xml:id="T-11">Persons</head><listPerson>'
        '<person n="SMITH, John"><p xml:id="T-13">SMITH, John (1800–1848). Sailor\n'
        '<milestone unit="cut" xml:id="T-15"/>and cook.</p></person>'
        '<person n="O’NEILL, Mary"><p xml:id="T-17">O’NEILL, Mary. Captain.</p></person>'
        "</listPerson></div>"
    )


def listed(text: str, heading: str, kind: str) -> str:
    """The list that a division of some type becomes."""
    profile = with_rules(MARKDOWN, division=(Division(heading=heading, type=kind),))
    return below(imported(text, profile), "list")


def test_glossaries_tell_their_terms_from_the_colon() -> None:
    text = "# Words\n\n**ebb [отлив]:** goes out\n\n**flood** : *comes* in\n\n**a** **b:** c\n"
    assert listed(text, "Words", "glossary") == (
        '<item xml:id="T-3"><term><hi rend="bold">ebb [отлив]</hi></term>'
        '<hi rend="bold">:</hi> goes out</item>'
        '<item xml:id="T-5"><term><hi rend="bold">flood</hi></term> : '
        '<hi rend="italic">comes</hi> in</item>'
        '<item xml:id="T-7"><term><hi rend="bold">a</hi></term> <hi rend="bold">b:</hi> c</item>'
    )


def test_dates_of_events_are_a_list() -> None:
    text = (
        "# Dates\n\n## At sea\n\nFirst Crossing of the Fleet (North) [F(n)]: 2–7 March 1919\n\n"
        "Second Crossing: 27 March–2 April 1922\n\nThird: 1 May 1930.\n\n# End\n\nIt was so.\n"
    )
    assert listed(text, "Dates", "dates") == (
        '<item xml:id="T-5"><term>First Crossing of the Fleet (North) [F(n)]</term>'
        ": 2–7 March 1919</item>"
        '<item xml:id="T-7"><term>Second Crossing</term>: 27 March–2 April 1922</item>'
        '<item xml:id="T-9"><term>Third</term>: 1 May 1930.</item>'
    )


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("SMITH, John (1800–1848). Cook.", "SMITH, John"),
        ("SMITH [Schmidt], John [Hans] B. (1800).", "SMITH, John"),
        ("O’NEILL-X. Captain.", "O’NEILL-X"),
        ("SMITH, J. B., sailor", "SMITH, J"),
    ],
)
def test_a_person_is_known_by_the_name(entry: str, name: str) -> None:
    assert name_of(entry) == name


@pytest.mark.parametrize(
    ("caption", "dated"),
    [
        ("*Ann Smith*  \n(1890–1937)", '<hi rend="italic">Ann Smith</hi>  \n({})'),
        ("*Ann Smith  \n(1890–1937)*", '<hi rend="italic">Ann Smith  <lb/>\n({})</hi>'),
        ("*Ann*  \n*(1890–1937)*", '<hi rend="italic">Ann</hi>  \n<hi rend="italic">({})</hi>'),
        ("*Ann Smith (1890–1937)*", '<hi rend="italic">Ann Smith ({})</hi>'),
        (
            "*Left to right: Ann (1890–1937), B.*",
            '<hi rend="italic">Left to right: Ann ({}), B.</hi>',
        ),
    ],
)
def test_captions_with_life_dates(caption: str, dated: str) -> None:
    life = '<date from="1890" to="1937">1890–1937</date>'
    assert body(f"{caption}\n", CUTS) == (
        f'<figure><figDesc xml:id="T-1">{dated.format(life)}</figDesc></figure><p/>'
    )


def test_a_caption_with_a_note_is_a_heading_of_its_figure() -> None:
    text = "# A\n\n*The sea*<sup>1</sup>\n\nText.\n\n1. In spring.\n"
    profile = with_rules(CUTS, caption=Rule(lines=(range(3, 4),)))
    assert '<figure><head xml:id="T-3">' in body(text, profile)


def test_front_and_a_division_that_begins_at_a_line() -> None:
    profile = with_rules(
        PLAIN,
        division=(
            Division(line=1, type="titlepage", place=Place.FRONT),
            Division(line=5, type="letter", part="M"),
        ),
    )
    result = imported("The Title\n\nBy N. N.\n\nDear friend.\n", profile)
    assert below(result, "front") == (
        '<div type="titlepage"><p xml:id="T-1">The Title</p><p xml:id="T-3">By N. N.</p></div>'
    )
    assert below(result, "body") == (
        '<div type="letter" part="M"><p xml:id="T-5">Dear friend.</p></div>'
    )


def test_boilerplate_is_left_out_and_listed() -> None:
    profile = with_rules(
        PLAIN, boilerplate=Rule(lines=(range(1, 2),), patterns=(re.compile("^Top of page$"),))
    )
    result = imported("Menu\n\nThe text.\n\nTop of page\n", profile)
    assert below(result, "body") == '<p xml:id="T-3">The text.</p>'
    assert [(span.line, span.text) for span in result.report.boilerplate] == [
        (1, "Menu"),
        (5, "Top of page"),
    ]


def test_lost_words_are_a_gap() -> None:
    profile = with_rules(PLAIN, gap=(Gap(line=1, after="Georgia on "), Gap(line=9, after="x")))
    result, problems = outcome_of("Born in Georgia on .\n", profile)
    assert 'Georgia on <gap reason="lost"/>.' in below(result, "body")
    assert [problem.code for problem in problems] == ["SRC026"]


def test_rules_without_use_are_named() -> None:
    profile = with_rules(
        PLAIN,
        division=(Division(heading="Nowhere"),),
        boilerplate=Rule(lines=(range(7, 8),), patterns=(re.compile("^no$"),)),
        caption=Rule(patterns=(re.compile("^no$"),)),
    )
    _, problems = outcome_of("Text.\n", profile)
    assert [problem.code for problem in problems] == ["SRC026"] * 4


def test_rules_by_line_hold_for_their_text_only() -> None:
    profile = with_rules(
        PLAIN,
        sha256="0" * 64,
        boilerplate=Rule(lines=(range(1, 2),)),
        division=(Division(line=1, type="letter"),),
    )
    result, problems = outcome_of("Dear friend.\n", profile)
    assert below(result, "body") == '<p xml:id="T-1">Dear friend.</p>'
    assert [problem.code for problem in problems] == ["SRC024"]


def test_chapters_that_count_on_are_of_one_level_whatever_their_marks() -> None:
    levels = (1, 2, 1, 1, 3)
    text = "".join(f"{'#' * level} {n}. Day\n\nWords.\n\n" for n, level in enumerate(levels, 1))
    result = imported(text, MARKDOWN)
    assert [div.get("n") for div in result.tree.iterfind(".//{*}body/{*}div")] == list("12345")
    broken = imported(text.replace("3. Day", "7. Day"), MARKDOWN)
    assert len(broken.tree.findall(".//{*}body/{*}div")) == 3
