"""Texts of witnesses beside their transcriptions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from recensio.model.problem import Problem
from recensio.pipeline import Request, build
from recensio.project import open_project
from tests.support import codes, laid_out, tei

SETTINGS = """
[edition]
title = "A fable"
[files]
texts = ["texts/*.xml"]
transcriptions = ["transcriptions/**/*.*"]
"""
LISTED = "<listWit><witness xml:id='A' n='α'/><witness xml:id='B'/></listWit>"
BODY = (
    "<p>The fox and the\n<app><lem>crow</lem><rdg wit='#B'>ra<hi>ven</hi></rdg></app></p>\n"
    "<p>met <app><rdg wit='#B'><lacunaStart/></rdg></app>under the\n"
    "lin<hi>den</hi> <app><rdg wit='#B'><lacunaEnd/></rdg></app>tree\u0301.</p>"
)


class Silent:
    """Hears nothing."""

    def started(self, stage: str, position: int, total: int) -> None: ...

    def finished(self, stage: str, seconds: float) -> None: ...


def built(folder: Path, files: dict[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """What comparison.json holds after a build, and the problems of transcriptions."""
    edition = {"edition.toml": SETTINGS, "texts/fable.xml": tei(LISTED + BODY), **files}
    project = open_project([laid_out(folder / "edition", edition)])
    state = build(Request(project, folder / "out", ("data",)), Silent())
    path = folder / "out/data/witnesses/comparison.json"
    found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    problems = [problem for problem in state.problems if problem.code.startswith("WIT01")]
    return {each["witness"]: each for each in found.get("comparisons", ())}, problems


def test_texts_that_agree_are_a_remark(tmp_path: Path) -> None:
    found, problems = built(
        tmp_path,
        {
            "transcriptions/A.txt": "The fox and the crow met\nunder the linden tree\u0301.\n",
            "transcriptions/fable/B.xml": tei("<p>The fox and the raven met <gap/> treé.</p>"),
        },
    )
    assert codes(problems) == ["WIT013"]
    assert "2 witnesses" in problems[0].message
    assert found["B"]["equal"] == found["B"]["characters"] == len("The fox and the raven met treé.")
    assert found["B"]["transcription"] == "transcriptions/fable/B.xml"
    assert found["α"]["count"] == 0


def test_a_difference_is_told_with_its_line(tmp_path: Path) -> None:
    text = "The fox and the crow met\nunder that linden treé in May.\n"
    found, problems = built(tmp_path, {"transcriptions/α.txt": text})
    assert codes(problems) == ["WIT012"]
    assert problems[0].location.line == 3
    assert "2 places; first “the” for “that”" in problems[0].message
    assert [each["line"] for each in found["α"]["differences"]] == [3, 4]
    assert found["α"]["differences"][0] == {
        "rebuilt": "the",
        "transcription": "that",
        "context": "and the crow met under | linden treé.",
        "line": 3,
    }


def test_what_a_witness_has_in_its_lacuna_is_a_difference(tmp_path: Path) -> None:
    text = "The fox and the raven met under treé."
    found, _ = built(tmp_path, {"transcriptions/B.txt": text})
    (difference,) = found["B"]["differences"]
    assert (difference["rebuilt"], difference["transcription"]) == ("", "under")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("C.txt", "no text of the edition has a witness C"), ("B.txt", "several texts")],
)
def test_a_transcription_that_belongs_to_no_text_is_told(
    tmp_path: Path, name: str, reason: str
) -> None:
    files = {"texts/second.xml": tei(LISTED + BODY), f"transcriptions/{name}": "The fox"}
    found, problems = built(tmp_path, files)
    assert not found
    assert codes(problems) == ["WIT014"]
    assert reason in problems[0].message


def test_a_witness_points_to_its_transcription(tmp_path: Path) -> None:
    pointing = LISTED.replace(
        "<witness xml:id='B'/>",
        "<witness xml:id='B'>B <ref type='transcription' target='../b%20text.txt'>text</ref>"
        "<ptr type='transcription' target='../../outside.txt'/>"
        "<ptr type='transcription' target='https://example.org/b.txt'/></witness>",
    )
    (tmp_path / "outside.txt").write_text("x")
    files = {
        "texts/fable.xml": tei(pointing + BODY),
        "b text.txt": "The fox",
        "transcriptions/A.txt": "",
    }
    found, problems = built(tmp_path, files)
    assert found["B"]["count"] == 1
    assert codes(problems) == ["WIT014", "WIT012", "WIT012"]
    assert "outside the edition's folder" in problems[0].message
