"""Problems as text, JSON, SARIF and GitHub annotations."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from recensio import __version__
from recensio.cli.report import FORMATS, as_github, as_json, as_sarif, as_text, summary
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


def test_of_each_code_ten_are_printed() -> None:
    lines = [line for line in as_text([*many(12), INFO]) if not line.startswith("    ")]
    assert len(lines) == 12
    assert lines[-1] == "2 more of LNK002 (identifier is not a name); --all shows them"
    assert len(list(as_text(many(12), everything=True))) == 24


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


# --- JSON ----------------------------------------------------------------------------------------


def test_json_has_the_form_of_the_interface() -> None:
    fix = Fix("rename it", (Edit("texts/a b.xml", 310, 318, "a1"),))
    report = json.loads(as_json([replace(ERROR, fix=fix, expected=("p",))], 2, "s.rng"))
    assert report == {
        "tool": "recensio",
        "version": __version__,
        "files": 2,
        "schema": "s.rng",
        "problems": [
            {
                "code": "LNK002",
                "severity": "error",
                "message": "the xml:id 1 a is not an XML name",
                "path": "texts/a b.xml",
                "line": 3,
                "column": 7,
                "xpath": "/TEI[1]",
                "xml_id": "p1",
                "hint": ERROR.hint,
                "expected": ["p"],
                "help": "docs/problems.md#lnk002",
                "fix": {
                    "title": "rename it",
                    "edits": [{"path": "texts/a b.xml", "start": 310, "end": 318, "text": "a1"}],
                },
            }
        ],
    }


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_say_that_all_is_well(form: str) -> None:
    report = FORMATS[form]([], 1, None)
    if form != "github":
        json.loads(report)


# --- SARIF ---------------------------------------------------------------------------------------


def test_sarif_has_the_form_of_its_standard() -> None:
    log = json.loads(as_sarif([ERROR, WARNING, INFO, problem("SRC003")], 4, None))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "recensio"
    assert {rule["id"] for rule in driver["rules"]} == {"LNK002", "LNK003", "SRC005", "SRC003"}
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert result["ruleId"] in {rule["id"] for rule in driver["rules"]}
        assert result["message"]["text"]


def test_sarif_names_places_by_uri() -> None:
    absolute = replace(ERROR, location=Location("/a b/ü.xml", 1))
    results = json.loads(as_sarif([ERROR, absolute, problem("SRC003")], 1, None))["runs"][0]
    places = [result["locations"] for result in results["results"]]
    first, second = (place[0]["physicalLocation"] for place in places[:2])
    assert first["artifactLocation"]["uri"] == "texts/a%20b.xml"
    assert first["region"] == {"startLine": 3, "startColumn": 7}
    assert second["artifactLocation"]["uri"] == "file:///a%20b/%C3%BC.xml"
    assert places[2] == []


# --- GitHub --------------------------------------------------------------------------------------


def test_github_commands_have_their_form() -> None:
    first, second, third = as_github([ERROR, WARNING, INFO], 3, None).splitlines()
    place = "file=texts/a b.xml,line=3,col=7,title=LNK002"
    assert first.startswith(f"::error {place}::the xml:id 1 a is not an XML name. begin with")
    assert second.startswith("::warning file=b.xml,line=2,title=LNK003::")
    assert third.startswith("::notice file=c.xml,line=1,title=SRC005::")


def test_github_commands_cannot_be_broken_by_what_a_file_says() -> None:
    hostile = problem("SRC001", Location("a,b:c%.xml\n::error::x"), reason="50%\r\n::error::mine")
    (line,) = as_github([hostile], 1, None).split("\n")
    assert "\r" not in line
    assert line.startswith("::error file=a%2Cb%3Ac%25.xml%0A%3A%3Aerror%3A%3Ax,line=1,")
    assert "50%25%0D%0A::error::mine" in line
