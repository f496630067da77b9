"""Problems as text: what is printed, what is folded, what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from recensio.cli.excerpt import Excerpts
from recensio.cli.report import AT_MOST, REMEMBERED, Tally, as_text, summary
from recensio.model.problem import Edit, Fix, Location, Problem, problem

PLACE = Location("texts/a b.xml", 3, 7, "/TEI[1]", "p1")
ERROR = problem("LNK002", PLACE, id="1 a")
WARNING = problem("LNK003", Location("b.xml", 2), attribute="@target", target="#x")
INFO = problem("SRC005", Location("c.xml"), root="html")


def many(count: int) -> list[Problem]:
    return [problem("LNK002", Location("a.xml", line), id="1") for line in range(1, count + 1)]


# --- text ----------------------------------------------------------------------------------------


def test_a_line_for_the_problem_and_one_for_the_remedy() -> None:
    lines = list(as_text([replace(ERROR, expected=("p", "ab"))]))
    assert lines[0].startswith("texts/a b.xml:3:7: ")
    assert lines[0].endswith(" LNK002 the xml:id 1 a is not an XML name")
    assert lines[1] == "    expected: p, ab"
    assert lines[2].startswith("    begin with a letter")


def test_a_problem_without_a_place_has_no_colon_before_it() -> None:
    assert not next(as_text([problem("SRC003")])).startswith(":")


def test_the_fix_is_named_below_the_remedy() -> None:
    fix = Fix("write a1", (Edit("a.xml", 1, 2, "a1"),))
    assert list(as_text([replace(ERROR, fix=fix)]))[-1] == "    fix: write a1"


def test_like_faults_are_folded_into_one_with_a_count() -> None:
    lines = [line for line in as_text([*many(1000), INFO]) if "    begin" not in line]
    assert len(lines) == 5 + 2 + 2
    assert lines[-2:] == [
        "995 more of LNK002 (identifier is not a name); --all shows them",
        "    995 times more: the xml:id 1 is not an XML name",
    ]
    assert len(list(as_text(many(12), everything=True))) == 24


def test_of_each_code_ten_are_printed() -> None:
    unlike = [problem("LNK002", Location("a.xml", line), id=line) for line in range(40)]
    lines = [line for line in as_text(unlike) if not line.startswith("    ")]
    assert len(lines) == AT_MOST + 1
    assert lines[-1] == "30 more of LNK002 (identifier is not a name); --all shows them"


def test_a_report_needs_no_more_room_for_more_problems() -> None:
    unlike = (problem("LNK002", Location("a.xml", n), id=n % 3000) for n in range(20_000))
    lines = list(as_text(unlike))
    assert lines[-6].startswith("19,990 more of LNK002")
    assert len(lines) < AT_MOST * 2 + 10 < REMEMBERED


def test_problems_are_printed_as_they_come() -> None:
    def problems() -> Iterator[Problem]:
        yield ERROR
        raise AssertionError("the second problem was asked for before the first was printed")

    assert "LNK002" in next(iter(as_text(problems())))


def test_the_tally_counts_what_passes() -> None:
    tally = Tally()
    fix = Fix("write a1", (Edit("a.xml", 1, 2, "a1"),))
    passing = tally.counting([replace(WARNING, fix=fix), INFO])
    assert tally.exit_code() == 0
    assert [each.code for each in passing] == ["LNK003", "SRC005"]
    assert (tally.exit_code(), tally.exit_code(strict=True), tally.fixable) == (0, 1, 1)
    assert str(tally) == "1 warning, 1 info"


# --- excerpts ------------------------------------------------------------------------------------


def test_an_excerpt_shows_the_line_and_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<p>\n\t <hi>x</hi>\n</p>", encoding="utf-8")
    excerpts = Excerpts(width=40)
    assert excerpts.of(Location(str(path), 2, 3)) == ("<hi>x</hi>", "^")
    assert excerpts.of(Location(str(path), 2, 7)) == ("<hi>x</hi>", "    ^")
    assert excerpts.of(Location(str(path), 9, 1)) == ()
    assert excerpts.of(Location(str(path), 2)) == ()
    assert excerpts.of(Location(str(tmp_path / "none.xml"), 1, 1)) == ()


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("a" * 500 + "<hi/>" + "b" * 500, encoding="utf-8")
    line, mark = Excerpts(width=60).of(Location(str(path), 1, 501))
    assert len(line) == 60
    assert line[mark.index("^") :].startswith("<hi/>")


# --- the summary ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "no problems"),
        ([ERROR], "1 error"),
        ([ERROR, ERROR, WARNING], "2 errors, 1 warning"),
        ([WARNING, WARNING, INFO, INFO], "2 warnings, 2 info"),
    ],
)
def test_the_summary_counts(problems: list[Problem], words: str) -> None:
    assert summary(problems) == words
