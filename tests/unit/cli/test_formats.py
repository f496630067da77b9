"""Problems as JSON, SARIF and GitHub annotations, problem by problem."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from recensio import __version__
from recensio.cli.formats import FORMATS, Subject
from recensio.model.problem import Edit, Fix, Location, Problem, problem

PLACE = Location("texts/a b.xml", 3, 7, "/TEI[1]", "p1")
ERROR = problem("LNK002", PLACE, id="1 a")
WARNING = problem("LNK003", Location("b.xml", 2), attribute="@target", target="#x")
INFO = problem("SRC005", Location("c.xml"), root="html")
FIX = Fix("rename it", (Edit("texts/a b.xml", 310, 318, "a1"), Edit("b.xml", 2, 2, "a1")))


def report(form: str, problems: list[Problem], schema: str | None = None) -> str:
    return "\n".join(FORMATS[form](problems, Subject(len(problems), schema)))


def loaded(form: str, problems: list[Problem], schema: str | None = None) -> Any:
    return json.loads(report(form, problems, schema))


# --- JSON ----------------------------------------------------------------------------------------


def test_json_has_the_form_of_the_interface() -> None:
    fix = Fix("rename it", (Edit("texts/a b.xml", 310, 318, "a1"),))
    assert loaded("json", [replace(ERROR, fix=fix, expected=("p",))], "s.rng") == {
        "tool": "recensio",
        "version": __version__,
        "files": 1,
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
    said = report(form, [])
    assert json.loads(said) if form != "github" else not said


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_a_report_is_laid_out_as_it_would_be_in_one_piece(form: str) -> None:
    said = report(form, [ERROR, replace(WARNING, fix=FIX)])
    assert said == json.dumps(json.loads(said), ensure_ascii=False, indent=1)


@pytest.mark.parametrize("form", FORMATS)
def test_problems_are_written_as_they_come(form: str) -> None:
    def problems() -> Iterator[Problem]:
        yield ERROR
        yield WARNING
        raise EOFError

    lines = FORMATS[form](problems(), Subject(1))
    assert any("LNK002" in line for line in lines)
    with pytest.raises(EOFError):
        deque(lines, maxlen=0)


# --- SARIF ---------------------------------------------------------------------------------------


def test_sarif_has_the_form_of_its_standard() -> None:
    log = loaded("sarif", [ERROR, WARNING, INFO, problem("SRC003")])
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
    results = loaded("sarif", [ERROR, absolute, problem("SRC003")])["runs"][0]
    places = [result["locations"] for result in results["results"]]
    first, second = (place[0]["physicalLocation"] for place in places[:2])
    assert first["artifactLocation"]["uri"] == "texts/a%20b.xml"
    assert first["region"] == {"startLine": 3, "startColumn": 7}
    assert second["artifactLocation"]["uri"] == "file:///a%20b/%C3%BC.xml"
    assert places[2] == []


def test_sarif_says_fixes_file_by_file() -> None:
    (result,) = loaded("sarif", [replace(ERROR, fix=FIX)])["runs"][0]["results"]
    (fix,) = result["fixes"]
    assert fix["description"] == {"text": "rename it"}
    first, second = fix["artifactChanges"]
    assert first["artifactLocation"]["uri"] == "texts/a%20b.xml"
    assert first["replacements"] == [
        {
            "deletedRegion": {"charOffset": 310, "charLength": 8},
            "insertedContent": {"text": "a1"},
        }
    ]
    assert second["replacements"][0]["deletedRegion"] == {"charOffset": 2, "charLength": 0}


# --- GitHub --------------------------------------------------------------------------------------


def test_github_commands_have_their_form() -> None:
    first, second, third = report("github", [ERROR, WARNING, INFO]).splitlines()
    place = "file=texts/a b.xml,line=3,col=7,title=LNK002"
    assert first.startswith(f"::error {place}::the xml:id 1 a is not an XML name. begin with")
    assert second.startswith("::warning file=b.xml,line=2,title=LNK003::")
    assert third.startswith("::notice file=c.xml,line=1,title=SRC005::")


def test_github_commands_cannot_be_broken_by_what_a_file_says() -> None:
    hostile = problem("SRC001", Location("a,b:c%.xml\n::error::x"), reason="50%\r\n::error::mine")
    (line,) = report("github", [hostile]).split("\n")
    assert "\r" not in line
    assert line.startswith("::error file=a%2Cb%3Ac%25.xml%0A%3A%3Aerror%3A%3Ax,line=1,")
    assert "50%25%0D%0A::error::mine" in line
