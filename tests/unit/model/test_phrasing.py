"""The settings of phrasing: languages, styles, what an edition changes."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

import pytest

from recensio import resources as files
from recensio.model.phrasing import (
    LANGUAGES,
    STYLES,
    UnknownPhrasing,
    conventions,
    phrasing,
    spoken,
)
from tests.support import ROOT

DOCUMENTATION = (ROOT / "docs" / "apparatus.md").read_text(encoding="utf-8")


def table(name: str) -> dict[str, Any]:
    source = resources.files("recensio.model.phrasing").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    words, latin = table(f"languages/{language}.toml"), table("languages/la.toml")
    assert words["short"].keys() == latin["short"].keys()
    assert words["full"].keys() == latin["full"].keys()
    assert all(word.strip() == word for part in words.values() for word in part.values())


@pytest.mark.parametrize("style", STYLES)
def test_a_style_decides_what_there_is_to_decide(style: str) -> None:
    decided = table(f"styles/{style}.toml")
    assert decided.pop("meaning")
    for name, value in decided.items():
        assert conventions()[name].accepts(value), name


def test_every_file_is_known_and_no_other() -> None:
    for folder, names in (("languages", LANGUAGES), ("styles", STYLES)):
        found = resources.files("recensio.model.phrasing").joinpath(folder).iterdir()
        assert {file.name.removesuffix(".toml") for file in found} == set(names)


def test_the_defaults_are_values_that_are_allowed() -> None:
    assert all(each.accepts(each.value) for each in conventions().values())
    assert phrasing().conventions == {name: each.value for name, each in conventions().items()}


def test_an_edition_changes_words_and_conventions() -> None:
    changed = phrasing("fr", "bude", {"om": "omis"}, {"bracket": ":", "lemma-limit": 7})
    assert changed.words["om"] == "omis"
    assert changed.words["post"] == "après"
    assert changed.conventions["bracket"] == ":"
    assert changed.conventions["lemma-limit"] == 7
    assert ":om\tomis" in changed.lines.splitlines()
    assert "lemma-limit\t7" in changed.lines.splitlines()


def test_a_style_may_take_the_words_in_full() -> None:
    assert phrasing("de", "plain").words["ac"] == "vor der Korrektur"
    assert phrasing("de").words["ac"] == "vor Korr."


@pytest.mark.parametrize(
    ("asked", "reason", "remedy"),
    [
        ({"language": "grc"}, "grc is not a language", "la, en, de, fr, it, ru"),
        ({"style": "loeb"}, "loeb is not a style", "oxford"),
        ({"words": {"omm": "x"}}, "omm is not a word", "om, add, post"),
        ({"words": {"om": 3}}, "om is not a word", "in quotes"),
        ({"words": {"om": "a\tb"}}, "om is not a word", "of one line"),
        ({"changes": {"brackets": "x"}}, "brackets is not a convention", "bracket, after-lemma"),
        ({"changes": {"order": "none"}}, "order cannot be 'none'", "'encoded' or 'conspectus'"),
        ({"changes": {"lemma-limit": "3"}}, "lemma-limit cannot be '3'", "write a number"),
        ({"changes": {"lemma-limit": -1}}, "lemma-limit cannot be -1", "write a number"),
        ({"changes": {"lemma-limit": True}}, "lemma-limit cannot be True", "write a number"),
        ({"changes": {"bracket": "a\nb"}}, "bracket cannot be", "of one line"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(
    asked: dict[str, Any], reason: str, remedy: str
) -> None:
    with pytest.raises(UnknownPhrasing) as refused:
        phrasing(**asked)
    assert refused.value.reason.startswith(reason)
    assert remedy in refused.value.remedy


@pytest.mark.parametrize(
    ("code", "language"), [("la", "la"), ("de-AT", "de"), ("IT", "it"), ("grc", "en"), ("", "en")]
)
def test_an_apparatus_speaks_the_language_of_its_edition(code: str, language: str) -> None:
    assert spoken(code) == language


def test_a_stylesheet_by_itself_has_the_phrasing_of_the_house() -> None:
    house = files.stylesheet("common/phrasing/house.txt").read_text(encoding="utf-8")
    assert house == phrasing().lines + "\n"


def test_the_documentation_has_every_convention_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| `?(.*?)`? \|", DOCUMENTATION, re.MULTILINE))
    for name, each in conventions().items():
        assert rows[name] == (str(each.value).replace("|", "\\|") or "(nothing)"), name
    for name in (*STYLES, *LANGUAGES):
        assert f"`{name}`" in DOCUMENTATION
