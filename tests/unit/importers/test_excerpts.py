"""Passages are cut from the sources by their places; what does not fit is reported and left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from recensio.importers.excerpts import digest_of, excerpts
from recensio.model.synopsis import ParallelSet, PassageKind, SynopsisKind
from tests.support import laid_out

FERRY = "# The ferry\n\nThe ferryman *refused*<sup>3</sup> to row.\r\nHe hid the oars.\n"
LETTER = "Nobody wrote.\nThe boatman would not row; “so they say”."

Cut = Callable[[str], tuple[list[ParallelSet], list[str]]]


def witness(text: str, passage: str, siglum: str, line: int, more: str = "") -> str:
    start = text.split("\n")[line - 1].index(passage)
    return (
        f'[[set.witness]]\nsiglum = "{siglum}"\nline = {line}\nstart = {start}\n'
        f'end = {start + len(passage)}\ndigest = "{digest_of(passage)}"\n{more}'
    )


A = witness(FERRY, "The ferryman *refused*<sup>3</sup> to row.", "A", 3, 'kind = "reported"\n')
A_AGAIN = witness(FERRY, "He hid the oars.", "A", 4)
B = witness(LETTER, "The boatman would not row", "B", 2, 'attribution = "a letter"\n')
SET = '[[set]]\nid = "ferry"\ntitle = "The ferry"\nkind = "reports"\nnote = """\nTwo\nreports."""\n'


@pytest.fixture
def cut(tmp_path: Path) -> Cut:
    def cut(written: str) -> tuple[list[ParallelSet], list[str]]:
        files = {
            "books/A.md": FERRY,
            "books/B.txt": LETTER,
            "sources/A.toml": 'siglum = "A"\nmarkup = "markdown"\n',
            "sources/B.toml": 'siglum = "B"\n',
            "sources/C.toml": 'siglum = "C"\n',
            "sources/parallels.toml": written,
        }
        laid_out(tmp_path, files)
        for name, text in (("A.md", FERRY), ("B.txt", LETTER)):
            (tmp_path / "books" / name).write_bytes(text.encode())
        outcome = excerpts(tmp_path / "books", tmp_path / "sources")
        return list(outcome.value), [f"{p.code} {p.message}" for p in outcome.problems]

    return cut


def test_passages_are_cut_without_marks_and_references(cut: Cut) -> None:
    (found,), _ = cut(SET + A + B + A_AGAIN)
    assert (found.kind, found.note) == (SynopsisKind.REPORTS, "Two reports.")
    assert [(p.id, p.siglum, p.line, p.text) for p in found.passages] == [
        ("A 3", "A", 3, "The ferryman refused to row."),
        ("B", "B", 2, "The boatman would not row"),
        ("A 4", "A", 4, "He hid the oars."),
    ]
    assert found.passages[0].kind is PassageKind.REPORT
    assert found.passages[1].attribution == "a letter"


def test_a_passage_that_does_not_fit_is_left_out(cut: Cut) -> None:
    moved = A.replace("start = 0", "start = 1")
    beyond = B.replace("line = 2", "line = 99")
    assert cut(SET + moved + B + A_AGAIN)[1] == [
        "SRC034 in the set ferry the passage of A (line 3, characters 1 to 42) is not what stands"
        " in A.md"
    ]
    sets, said = cut(SET + A + beyond)
    assert (sets, len(said)) == ([], 1)
    negative = A.replace("start = 0", "start = -5")
    assert len(cut(SET + negative + B)[1]) == 1


def test_a_source_that_is_not_here_is_no_second_problem(cut: Cut) -> None:
    sets, said = cut(SET + A + A.replace('"A"', '"C"'))
    assert (sets, said) == ([], [])


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[[set", "cannot be read"),
        ("sets = 1", "something else"),
        ("set = [1]", "not a table"),
        (SET.replace('"ferry"', '"index"') + A + B, "the page of all sets"),
        (SET.replace('"ferry"', '"../x"') + A + B, "no name"),
        (SET.replace('"reports"', '"variants"') + A + B, "known are: parallel translations"),
        (SET.replace("title", "titel") + A + B, "titel is not a key"),
        (SET, "no witness"),
        (SET + A.replace('"A"', '"X"') + B, "no profile has the siglum X"),
        (SET + A.replace("line = 3", 'line = "3"') + B, "wrong kind"),
        (SET + A.replace("digest", "sum") + B, "sum is not a key"),
        (SET + A + B + SET + A + B, "another set has the same id"),
    ],
)
def test_what_is_not_understood_is_said(cut: Cut, written: str, said: str) -> None:
    problems = cut(written)[1]
    assert any(problem.startswith("SRC035") and said in problem for problem in problems), problems


def test_an_edition_need_not_have_any(tmp_path: Path) -> None:
    laid_out(tmp_path, {"sources/A.toml": 'siglum = "A"\n'})
    assert excerpts(tmp_path, tmp_path / "sources").value == ()
