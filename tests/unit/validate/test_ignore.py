"""The ignore list: what an entry excuses, and what is said of the list itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from recensio.model.failure import CannotGoOn
from recensio.model.problem import Location, Problem, problem
from recensio.validate.ignore import IgnoreList, kept, read_list
from tests.support import codes


def lost(path: str = "texts/a.xml", target: str = "#x", xml_id: str | None = "p1") -> Problem:
    place = Location(path, 3, 1, "/TEI[1]", xml_id)
    return problem("LNK003", place, attribute="@target", target=target)


def list_of(*tables: dict[str, Any]) -> IgnoreList:
    return IgnoreList(tables, Path("edition.toml"), Path())


def entry(**keys: str) -> dict[str, str]:
    return {"code": "LNK003", "reason": "lost", **keys}


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"path": "texts/a.xml"},
        {"path": "texts/*.xml"},
        {"path": "**/a.xml"},
        {"message": "points to #x"},
        {"xml_id": "p1"},
        {"path": "*", "message": "#x", "xml_id": "p1"},
    ],
)
def test_an_entry_excuses_what_it_names(keys: dict[str, str]) -> None:
    ignored = list_of(entry(**keys))
    assert list(kept([lost()], [ignored])) == []
    assert list(ignored.idle()) == []


@pytest.mark.parametrize(
    "keys",
    [
        {"code": "LNK002"},
        {"path": "a.xml"},
        {"message": "#y"},
        {"xml_id": "p"},
        {"path": "TEXTS/*"},
    ],
)
def test_an_entry_excuses_nothing_else(keys: dict[str, str]) -> None:
    ignored = list_of(entry(**keys))
    assert list(kept([lost()], [ignored])) == [lost()]
    assert codes(list(ignored.idle())) == ["SRC030"]


def test_paths_are_below_the_folder_of_the_list(tmp_path: Path) -> None:
    ignored = IgnoreList([entry(path="texts/a.xml")], tmp_path / "edition.toml", tmp_path)
    assert ignored.excuses(lost(str(tmp_path / "texts" / "a.xml")))
    assert not ignored.excuses(lost("texts/a.xml"))


def test_every_list_that_excuses_is_of_use() -> None:
    lists = [list_of(entry()), list_of(entry(path="texts/*"))]
    assert list(kept([lost()], lists)) == []
    assert [list(each.idle()) for each in lists] == [[], []]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ({"code": "LNK003"}, "gives no reason"),
        ({"code": "LNK003", "reason": " "}, "gives no reason"),
        ({"reason": "lost"}, "names no code"),
        ({"code": "LNK", "reason": "lost"}, "LNK is not a code"),
        (entry(file="a.xml"), "file is not one of its keys"),
        ({**entry(), "path": 1}, "a value is not a string"),
    ],
)
def test_an_entry_that_is_not_understood_is_not_used(table: dict[str, Any], reason: str) -> None:
    ignored = list_of(table)
    (found,) = ignored.problems
    assert found.code == "SRC031"
    assert reason in found.message
    assert not ignored.excuses(lost())
    assert list(ignored.idle()) == []


def test_a_list_in_a_file_of_its_own_names_its_lines(tmp_path: Path) -> None:
    file = tmp_path / "ignore.toml"
    file.write_text(
        '# mine\n[[ignore]]\ncode = "LNK003"\nreason = "lost"\n\n[[ignore]]\ncode = "APP001"\n',
        encoding="utf-8",
    )
    ignored = read_list(file)
    assert [found.location.line for found in (*ignored.problems, *ignored.idle())] == [6, 2]


@pytest.mark.parametrize("text", ["ignore = 1", "[other]", "not TOML", "[[ignore]]\n[ignored]"])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ignore.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CannotGoOn) as failure:
        read_list(file)
    assert codes(failure.value.problems) == ["SRC010"]


def test_a_list_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotGoOn) as failure:
        read_list(tmp_path / "absent.toml")
    assert codes(failure.value.problems) == ["SRC002"]
