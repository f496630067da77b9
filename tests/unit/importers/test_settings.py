"""Profiles: what is read, what is refused, what holds by default."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.importers.profile import Notes, Place, References
from recensio.importers.settings import default_profile, identifier, read_profile

WHOLE = """
siglum = "Q"
sha256 = "abc"
header = "Q.xml"
corrections = "Q.corrections.toml"
title = "A title"
language = "de"
markup = "markdown"
chapters = '^(\\d+)\\. '
bare_headings = false
references = ["superscript", "bare"]
notes = "elsewhere"
cuts = true
captions = true
quotations = true
facsimile = { script = "Cyrillic", language = "ru" }
boilerplate = { lines = ["1-3", "7"], patterns = ["^x$"] }
caption = { lines = ["9"] }

[[division]]
heading = "Glossary"
type = "glossary"
place = "back"

[[gap]]
line = 3
after = "word"

[[voice]]
signature = "N. N."
resp = "nn"

[stated]
title = { lines = ["1"] }
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "Q.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key(tmp_path: Path) -> None:
    outcome = read_profile(written(tmp_path, WHOLE))
    profile = outcome.value
    assert not outcome.problems
    assert profile is not None
    assert profile.header == tmp_path / "Q.xml"
    assert profile.references == (References.SUPERSCRIPT, References.BARE)
    assert profile.notes is Notes.ELSEWHERE
    assert profile.boilerplate.names(2, "")
    assert profile.boilerplate.names(7, "")
    assert profile.boilerplate.names(99, "x")
    assert not profile.boilerplate.names(4, "xx")
    assert profile.division[0].place is Place.BACK
    assert profile.gap[0].reason == "lost"
    assert profile.corrections == tmp_path / "Q.corrections.toml"
    assert profile.voice[0].resp == "nn"
    assert profile.stated["title"].names(1, "")


def test_an_empty_profile_is_named_after_its_file(tmp_path: Path) -> None:
    profile = read_profile(written(tmp_path, "")).value
    assert profile is not None
    assert profile.siglum == "Q"
    assert profile.references == (References.SUPERSCRIPT, References.BRACKET)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("sigla = 'Q'", "sigla: there is no such key"),
        ("siglum = 'a b'", "siglum: 'a b' is no XML name"),
        ("markup = 'html5'", "markup: 'html5' is not known"),
        ("cuts = 1", "cuts: 1 is not true or false"),
        ("chapters = '('", "chapters: '(' is no pattern"),
        ("header = '../other.xml'", "header: '../other.xml' is not beside the profile"),
        ("facsimile = {}", "facsimile: script is missing"),
        ("gap = [{ line = true, after = 'x' }]", "gap: True is not a whole number"),
        ("division = [{ head = 'x' }]", "division: there is no such key"),
        ("boilerplate = { lines = ['a-b'] }", "boilerplate: 'a-b' is not a line or range"),
        ("corrections = 'Q.toml'", "corrections: 'Q.toml' does not end in .corrections.toml"),
        ("voice = [{ signature = 'x' }]", "voice: resp is missing"),
        ("stated = { colour = {} }", "stated: there is no such key"),
        ("references = 'bare'", "references: 'bare' is not a list"),
    ],
)
def test_what_is_not_understood(tmp_path: Path, line: str, reason: str) -> None:
    outcome = read_profile(written(tmp_path, f"{line}\ntitle = 'T'\n"))
    assert outcome.value is not None
    assert outcome.value.title == "T"
    (problem,) = outcome.problems
    assert problem.code == "SRC010"
    assert problem.message.startswith(reason)
    assert problem.hint


def test_no_toml_and_no_file(tmp_path: Path) -> None:
    assert read_profile(written(tmp_path, "= 1")).value is None
    assert read_profile(tmp_path / "none.toml").problems[0].code == "SRC002"


def test_defaults_by_the_name_of_the_file() -> None:
    assert default_profile(Path("a/My book.md")).markup == "markdown"
    assert default_profile(Path("a/My book.md")).siglum == "My-book"
    assert default_profile(Path("letters")).markup == "plain"
    assert default_profile(Path("page.HTM")).markup == "html"
    assert References.BRACKET in default_profile(Path("page.html")).references


@pytest.mark.parametrize(
    ("name", "expected"),
    [("R", "R"), ("1848", "s-1848"), ("Письмо 3", "Письмо-3"), ("…", "s"), ("a:b", "a-b")],
)
def test_identifiers(name: str, expected: str) -> None:
    assert identifier(name) == expected
