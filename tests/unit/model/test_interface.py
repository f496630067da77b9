from __future__ import annotations

import re
import tomllib
from importlib import resources

import pytest

from recensio.model.interface import LANGUAGES, interface
from recensio.model.interface.interface import plural

FORMS = {"en": {"one", "other"}, "de": {"one", "other"}, "fr": {"one", "other"}}
TABLES = {
    f"{file.name}: {key}": languages
    for file in resources.files("recensio.model.interface").joinpath("words").iterdir()
    for key, languages in tomllib.loads(file.read_text(encoding="utf-8")).items()
}


def places(words: str) -> set[str]:
    return set(re.findall(r"\{\d\}", words))


@pytest.mark.parametrize("name", TABLES)
def test_every_key_has_every_language(name: str) -> None:
    table = TABLES[name]
    assert tuple(table) == LANGUAGES
    if isinstance(table["en"], str):
        assert {frozenset(places(words)) for words in table.values()} == {
            frozenset(places(table["en"]))
        }
    else:
        for language, forms in table.items():
            assert set(forms) == FORMS.get(language, {"one", "few", "many"})


def test_no_key_stands_in_two_rooms() -> None:
    keys = [name.partition(": ")[2] for name in TABLES]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        ("en", 1, "one"),
        ("en", 0, "other"),
        ("de", 2, "other"),
        ("fr", 0, "one"),
        ("ru", 1, "one"),
        ("ru", 2, "few"),
        ("ru", 5, "many"),
        ("ru", 11, "many"),
        ("ru", 21, "one"),
        ("ru", 112, "many"),
    ],
)
def test_plurals(language: str, number: int, form: str) -> None:
    assert plural(language, number) == form


def test_an_edition_changes_words_and_adds_a_language() -> None:
    assert interface("de-AT", {"contents": "Übersicht"}).say("contents") == "Übersicht"
    assert interface("de-AT").language == "de-AT"
    italian = interface("it", {"contents": "Indice"})
    assert (italian.language, italian.say("contents")) == ("it", "Indice")
    assert italian.say("statistics") == "Statistics"
    assert interface("it").language == "en"
