"""Entries that nobody mentions, and lives that cannot have been."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import codes, tei
from tests.unit.validate.integrity.editions import found, register


def test_entries_that_are_never_mentioned_are_one_remark(tmp_path: Path) -> None:
    body = "<p><persName ref='#a'/><persName key='b'/><ref target='c.xml#c'/></p>"
    (problem,) = found(tmp_path, body, {"c.xml": register("a", "b", "c", "d", "e")})
    assert problem.message == "2 of 5 entries of the listPerson are never mentioned: d, e"
    assert Path(problem.location.path).name == "c.xml"


def test_a_register_that_serves_more_texts_is_not_held_to_these(tmp_path: Path) -> None:
    names = [f"p{number}" for number in range(30)]
    assert not found(tmp_path, "<p><persName ref='#p1'/></p>", {"b.xml": register(*names)})


@pytest.mark.parametrize(
    ("birth", "death", "wrong"),
    [
        ("when='1862-05-15'", "when='1831'", True),
        ("when='1862-05-15'", "when='1862'", False),
        ("notBefore='1860' notAfter='1865'", "when='1863'", False),
        ("notBefore='1860' notAfter='1865'", "notAfter='1859'", True),
        ("", "when='1863'", False),
    ],
)
def test_nobody_dies_before_being_born(tmp_path: Path, birth: str, death: str, wrong: bool) -> None:
    person = f"<person xml:id='a'><birth {birth}/><death {death}/></person>"
    problems = found(tmp_path, f"<listPerson>{person}</listPerson>")
    assert codes(problems) == (["REG004"] if wrong else [])


def test_several_dates_contradict_only_if_all_do(tmp_path: Path) -> None:
    person = "<person><birth when='1890'/><birth when='1888'/><death when='1889'/></person>"
    assert not found(tmp_path, f"<listPerson>{person}</listPerson>")


@pytest.mark.parametrize(
    ("date", "wrong"), [("1932", True), ("1931", False), ("1930-01-01", False)]
)
def test_the_dead_write_no_letters(tmp_path: Path, date: str, wrong: bool) -> None:
    header = (
        "<profileDesc><correspDesc><correspAction type='sent'><persName ref='#a'/>"
        f"<date when='{date}'/></correspAction></correspDesc></profileDesc>"
    )
    person = "<person xml:id='a'><death when='1931-10-21'/></person>"
    files = {
        "b.xml": tei(f"<listPerson>{person}</listPerson>"),
        "c.xml": tei("<p/>", header=header),
    }
    assert codes(found(tmp_path, "<p/>", files)) == (["REG005"] if wrong else [])
