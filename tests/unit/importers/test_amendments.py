"""What an editor adds: corrections of misreadings, interpolations with whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from recensio.importers.conservation import conservation
from recensio.importers.corrections import Correction, read_corrections
from recensio.importers.importer import Imported, import_file, import_source
from recensio.importers.profile import Facsimile, Gap, Profile, Voice
from recensio.importers.report import as_json
from recensio.model.problem import Problem
from tests.unit.importers.support import MARKDOWN, PLAIN, below, body, found, imported, with_rules

SIGNED = with_rules(
    MARKDOWN, cuts=True, voice=(Voice("N. N.", "nn"), Voice("the printer", "printer"))
)
NOTE = '<note type="interpolation" place="inline" resp="#{}">'


def corrected(
    text: str, *corrections: Correction, profile: Profile = MARKDOWN
) -> tuple[Imported, tuple[Problem, ...]]:
    outcome = import_source(text.encode(), profile, name="x", corrections=corrections)
    assert outcome.value is not None
    assert conservation(text, outcome.value).value
    return outcome.value, outcome.problems


def test_a_misreading_stays_with_its_correction() -> None:
    entry = Correction("tbe", "the", line=1, reason="reading", cert="high", resp="ed")
    result, problems = corrected("He saw tbe sea.\n", entry)
    assert below(result, "body") == (
        '<p xml:id="T-1">He saw <choice><sic>tbe</sic>'
        '<corr type="reading" resp="#ed" cert="high">the</corr></choice> sea.</p>'
    )
    assert not problems
    assert as_json(result.report)["corrected"] == [
        {"line": 1, "kind": "reading", "text": "tbe → the"}
    ]


def test_only_whole_words_of_the_line_are_meant() -> None:
    text = "Neet, a neet knot.\n\nNot neet here.\n"
    result, _ = corrected(text, Correction("neet", "neat", line=1))
    assert below(result, "body").count("<choice>") == 1
    result, _ = corrected(text, Correction("neet", "neat", everywhere=True))
    assert below(result, "body").count("<choice>") == 2


def test_one_occurrence_of_several() -> None:
    entry = Correction("1936", "1937", line=1, occurrence=2)
    result, _ = corrected("In 1936, not 1936.\n", entry)
    assert "In 1936, not <choice><sic>1936</sic>" in below(result, "body")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("The sea.\n", Correction("tbe", "the", line=1)),
        ("The sea.\n", Correction("tbe", "the", line=99)),
        ("The sea.\n", Correction("tbe", "the", everywhere=True)),
        ("The *se* a.\n", Correction("se* a", "sea", line=1)),
        ("The sea.\n", Correction("sea", "lake", line=1, occurrence=3)),
    ],
)
def test_what_does_not_stand_there_is_said(text: str, entry: Correction) -> None:
    result, problems = corrected(text, entry)
    assert [problem.code for problem in problems] == ["SRC029"]
    assert "<choice>" not in below(result, "body")


def test_code_is_text_alone() -> None:
    profile = with_rules(SIGNED, gap=(Gap(1, "tb"),), facsimile=Facsimile("Cyrillic", "ru"))
    text = "Type `tbe (x – N. N.) да 1) 2) 3) (1890–1937)` now.\n"
    result, problems = corrected(text, Correction("tbe", "the", line=1), profile=profile)
    line = result.tree.getroot().find(".//{*}body/{*}p/{*}code")
    assert line is not None
    assert (len(line), line.tail) == (0, None)
    assert found(problems) == [("SRC029", 1)]


def test_of_two_that_overlap_the_first_is_made() -> None:
    entries = (Correction("of of", "of", line=1), Correction("of sea", "of the sea", line=1))
    result, problems = corrected("King of of sea.\n", *entries)
    assert "<sic>of of</sic>" in below(result, "body")
    assert found(problems) == [("SRC029", 1)]


def test_notes_headings_captions_and_tables_are_corrected_too() -> None:
    text = "# A hed\n\na<sup>1</sup>\n\n*A hed*\n\nx\ta hed\ny\tb\n\n1. a hed\n"
    profile = with_rules(MARKDOWN, captions=True)
    result, _ = corrected(text, Correction("hed", "head", everywhere=True), profile=profile)
    for name in ("head", "note", "figDesc", "cell"):
        assert result.tree.getroot().find(f".//{{*}}{name}//{{*}}sic") is not None, name


def test_a_correction_that_nobody_gave_is_found() -> None:
    """The check knows the file of corrections, and takes no other word."""
    entry = Correction("tbe", "the", line=1)
    text = "He saw tbe sea.\n"
    for words in ("a", ""):
        result, _ = corrected(text, entry)
        corr = result.tree.getroot().find(".//{*}corr")
        assert corr is not None
        corr.text = words
        assert not conservation(text, result).value
    result, _ = corrected(text, entry)
    line = result.tree.getroot().find(".//{*}body/{*}p")
    assert line is not None
    etree.SubElement(line, "{http://www.tei-c.org/ns/1.0}corr").text = "the"
    assert not conservation(text, result).value


def test_corrections_of_another_text_hold_everywhere_or_not_at_all() -> None:
    profile = with_rules(PLAIN, sha256="0" * 64)
    entries = (Correction("tbe", "the", line=1), Correction("se", "sea", everywhere=True))
    result, problems = corrected("tbe se\n", *entries, profile=profile)
    assert below(result, "body").count("<choice>") == 1
    assert not problems


def test_the_file_of_corrections(tmp_path: Path) -> None:
    path = tmp_path / "Q.corrections.toml"
    path.write_text(
        'resp = "ed"\ncorrection = [\n'
        '{ line = 1, sic = "tbe", corr = "the" },\n'
        '{ everywhere = true, sic = "a", corr = "b", resp = "nn", reason = "typing" }]\n',
        encoding="utf-8",
    )
    assert read_corrections(path).value == (
        Correction("tbe", "the", line=1, resp="ed"),
        Correction("a", "b", everywhere=True, resp="nn", reason="typing"),
    )
    source = tmp_path / "Q.txt"
    source.write_text("tbe\n", encoding="utf-8")
    outcome = import_file(source, with_rules(PLAIN, corrections=path))
    assert outcome.value is not None
    assert "<sic>tbe</sic>" in below(outcome.value, "body")
    assert [problem.code for problem in outcome.problems] == ["SRC029"]


@pytest.mark.parametrize(
    "text",
    [
        "= 1",
        "correction = 1",
        "other = 1",
        "correction = [1]",
        "correction = [{ sic = 'a', corr = 'b' }]",
        "correction = [{ sic = 'a', corr = 'b', line = 1, everywhere = true }]",
        "correction = [{ sic = '', corr = 'b', line = 1 }]",
        "correction = [{ sic = 'a', line = 1 }]",
        "correction = [{ sic = 'a', corr = 'b', line = -1 }]",
        "correction = [{ sic = 'a', corr = 'b', line = '1' }]",
        "correction = [{ sic = 'a', corr = 'b', line = 1, cert = 'sure' }]",
        "correction = [{ sic = 'a', corr = 'b', line = 1, reason = 'a b' }]",
        "correction = [{ sic = 'a', corr = 'b', line = 1, note = 'x' }]",
        'correction = [{ sic = "a", corr = "\\u0001", line = 1 }]',
        "resp = 1\ncorrection = [{ sic = 'a', corr = 'b', line = 1 }]",
    ],
)
def test_entries_that_are_not_understood(tmp_path: Path, text: str) -> None:
    path = tmp_path / "Q.corrections.toml"
    path.write_text(text, encoding="utf-8")
    outcome = read_corrections(path)
    assert not outcome.value
    assert [problem.code for problem in outcome.problems] == ["SRC010"]


def test_a_missing_file_of_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "none").problems[0].code == "SRC002"


def test_a_signed_interpolation_is_a_note_in_its_place() -> None:
    assert body("They (the sailors – *N. N.*) left [at night – *the printer*].\n", SIGNED) == (
        f'<p xml:id="T-1">They {NOTE.format("nn")}(the sailors – <hi rend="italic">N. N.</hi>)'
        f'</note> left {NOTE.format("printer")}[at night – <hi rend="italic">the printer</hi>]'
        "</note>.</p>"
    )


@pytest.mark.parametrize(
    "words", ["(a (b) c – N. N.)", "(a — N.N.)", "(a - *N.N.*)", "(a [b] – **N. N.**)"]
)
def test_forms_of_interpolations(words: str) -> None:
    assert body(f"x {words} y\n", SIGNED).count("<note") == 1


@pytest.mark.parametrize(
    "words", ["(a)", "[a]", "a – N. N.)", "(a, N. N.)", "(a – N. N. b)", "(a – X. N.)"]
)
def test_what_is_not_signed_is_text(words: str) -> None:
    assert body(f"x {words} y\n", SIGNED) == f'<p xml:id="T-1">x {words} y</p>'


def test_interpolations_in_notes_and_across_a_cut() -> None:
    text = "He left<sup>1</sup> (the man\n\nof the sea – *N. N.*) soon.\n\n1. So (him – *N. N.*).\n"
    result = imported(text, SIGNED)
    inside = below(result, "body")
    assert '(the man\n<milestone unit="cut" xml:id="T-3"/>of the sea' in inside
    assert result.report.counts["interpolation"] == 2


def test_many_signatures_take_no_long_time() -> None:
    text = "(a – N. N.) " * 20_000 + "a – N. N.) " * 20_000
    assert import_source(text.encode(), SIGNED).value is not None


MEMBERS = (
    'It asked for: <seg type="item" n="1">1) bread;</seg> <seg type="item" n="2">2) the '
    '<hi rend="italic">sea</hi>; and</seg> <seg type="item" n="3">(3) peace.</seg> It ended.'
)


def test_an_enumeration_that_runs_in() -> None:
    text = "It asked for: 1) bread; 2) the *sea*; and (3) peace. It ended.\n"
    assert body(text) == f'<p xml:id="T-1">{MEMBERS}</p>'


@pytest.mark.parametrize(
    "text", ["a) one 1) two 2) three", "1) one 3) three 4) four", "(1) a (see 2) b 3)c"]
)
def test_what_is_no_enumeration(text: str) -> None:
    assert "<seg" not in body(f"So {text}.\n")


def test_words_in_the_script_of_the_facsimiles_are_foreign() -> None:
    profile = with_rules(MARKDOWN, facsimile=Facsimile("Cyrillic", "ru"))
    assert body("The state [народное хозяйство (НХ)] grew.\n\nДорогой друг\n", profile) == (
        '<p xml:id="T-1">The state [<foreign xml:lang="ru">народное хозяйство</foreign> '
        '(<foreign xml:lang="ru">НХ</foreign>)] grew.</p>'
        '<figure type="facsimile"><ab xml:id="T-3" xml:lang="ru">Дорогой друг</ab></figure>'
    )
