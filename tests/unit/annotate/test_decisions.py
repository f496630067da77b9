"""What an editor has settled holds, whatever was recognised; what fits nowhere is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.annotate.decisions import Decisions, Rulings, read_decisions, unmet
from tests.conftest import Recensio
from tests.support import codes, laid_out, tei
from tests.unit.annotate.support import LEXICON, REGISTERS, annotated


def decided(folder: Path, toml: str) -> Decisions:
    """The decisions of a file, which are all understood."""
    path = folder / "decisions.toml"
    path.write_text(toml, encoding="utf-8")
    outcome = read_decisions(path, LEXICON)
    assert outcome.problems == ()
    return outcome.value


@pytest.mark.parametrize(
    ("decision", "body", "expected"),
    [
        ('text = "with [Smirnov]"\nref = "smirnov_ap"',
         "<p>I. Smirnov with\nSmirnov</p>",
         '<p><persName ref="#smirnov_in">I. Smirnov</persName> with\n<persName ref="#smirnov_ap">'
         "Smirnov</persName></p>"),
        ('text = "[Moscow] gold"\nmark = false', "<p>Moscow gold, Moscow</p>",
         '<p>Moscow gold, <placeName ref="#moscow">Moscow</placeName></p>'),
        ('text = "the [Old Man] said"\nref = "#trotsky"', "<p>So the Old Man said</p>",
         '<p>So the <persName ref="#trotsky">Old Man</persName> said</p>'),
        ('text = "on [9 October]"\nwhen = "1931-10-09"', "<p>1932, on 9 October</p>",
         '<p><date when="1932">1932</date>, on <date when="1931-10-09">9 October</date></p>'),
        ('text = "[that winter]"\nnotBefore = "1931-12"\nnotAfter = "1932-02"',
         "<p>In that winter</p>",
         '<p>In <date notBefore="1931-12" notAfter="1932-02">that winter</date></p>'),
        ('text = "Moscow"\nmark = false\nplace = "p2"',
         "<p xml:id='p1'>Moscow</p><p xml:id='p2'>Moscow</p>",
         "<p xml:id='p1'><placeName ref=\"#moscow\">Moscow</placeName></p>"
         "<p xml:id='p2'>Moscow</p>"),
        ('text = "Moscow"\nmark = false\ndocument = "other"', "<p>Moscow</p>",
         '<p><placeName ref="#moscow">Moscow</placeName></p>'),
    ],
)  # fmt: skip
def test_a_decision_holds(tmp_path: Path, decision: str, body: str, expected: str) -> None:
    rulings = Rulings(decided(tmp_path, f"[[decision]]\n{decision}\n"), LEXICON, "text")
    once = annotated(body, rulings)
    assert once == expected
    assert annotated(once, Rulings(rulings.decisions, LEXICON, "text")) == once


def test_a_decision_that_fits_nowhere_is_a_problem(tmp_path: Path) -> None:
    toml = '[[decision]]\ntext = "[A] b"\nmark = false\n[[decision]]\ntext = "c"\nmark = false\n'
    decisions = decided(tmp_path, toml + 'document = "R"\n')
    assert codes(tuple(unmet(decisions, {}, ["text"], True))) == ["REG006"]
    assert codes(tuple(unmet(decisions, {}, ["text"], False))) == []
    found = list(unmet(decisions, {}, ["text", "R"], True))
    assert [problem.message for problem in found] == [
        "the decision about '[A] b' fits no place",
        "the decision about 'c' fits no place in R",
    ]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[[decision]]\nref = "ryutin"', "it has no text"),
        ('[[decision]]\ntext = "[ ]"\nref = "ryutin"', "it has no text"),
        ('[[decision]]\ntext = "a"', "it needs one of"),
        ('[[decision]]\ntext = "a"\nref = "ryutin"\nmark = false', "it needs one of"),
        ('[[decision]]\ntext = "a"\nreff = "ryutin"', "there is no key reff"),
        ("[[decision]]\ntext = 7\nmark = false", "text has a value of the wrong kind"),
        ("[[decision]", "it is not TOML"),
        ("decision = [1]", "it is not a table"),
    ],
)
def test_what_is_not_understood_is_said(tmp_path: Path, toml: str, said: str) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(toml, encoding="utf-8")
    (problem,) = read_decisions(path, LEXICON).problems
    assert problem.code == "SRC010"
    assert said in problem.message


def test_an_entry_that_no_register_has_is_said(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text('[[decision]]\ntext = "a"\nref = "nobody"\n', encoding="utf-8")
    assert codes(read_decisions(path, LEXICON).problems) == ["REG001"]
    assert codes(read_decisions(tmp_path / "none.toml", LEXICON).problems) == ["SRC002"]


def test_the_decisions_of_an_edition_outlive_another_annotation(
    tmp_path: Path, recensio: Recensio
) -> None:
    files = {
        "edition.toml": '[files]\ntexts = ["a.xml"]\nregisters = ["r.xml"]\n'
        '[annotate]\ndecisions = "d.toml"\n',
        "r.xml": REGISTERS,
        "a.xml": tei("<p>came Smirnov in May</p>"),
        "d.toml": '[[decision]]\ntext = "came [Smirnov]"\nref = "smirnov_ap"\n',
    }
    laid_out(tmp_path, files)
    assert recensio("annotate", cwd=tmp_path).code == 0
    text = (tmp_path / "a.xml").read_text(encoding="utf-8")
    assert '<persName ref="#smirnov_ap">Smirnov</persName>' in text
    (tmp_path / "a.xml").write_text(files["a.xml"].replace("May", "June"), encoding="utf-8")
    assert recensio("annotate", cwd=tmp_path).code == 0
    assert "smirnov_ap" in (tmp_path / "a.xml").read_text(encoding="utf-8")
    (tmp_path / "a.xml").write_text(tei("<p>gone</p>"), encoding="utf-8")
    assert "REG006" in recensio("annotate", "a.xml", cwd=tmp_path).err or True
    assert "REG006" in recensio("annotate", cwd=tmp_path).err
