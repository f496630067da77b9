"""Dates against each other, against their text, and in two calendars."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import codes
from tests.unit.validate.integrity.editions import checked, found, mend


def of_date(folder: Path, attributes: str, text: str = "then") -> list[str]:
    problems = found(folder, f"<p><date {attributes}>{text}</date></p>")
    return [code for code in codes(problems) if code.startswith("TEI")]


@pytest.mark.parametrize(
    "attributes",
    [
        "from='1932' to='1932-05'",
        "from='1932-05' to='1932'",
        "from='1932-05-31' to='1932-05'",
        "from='-0044' to='-0043'",
        "from='-0044-03-15' to='0014'",
        "notBefore='1932' notAfter='1932'",
        "when='1932' notBefore='1932-05' notAfter='1932-06'",
        "from='2020-01-01T23:00:00-05:00' to='2020-01-02T04:30:00Z'",
        "from='2020-01-02+14:00' to='2020-01-01-12:00'",
        "from-iso='1932-W05' to-iso='1931'",
        "from='--05' to='--03'",
        "from='1932-05-01T10:00:00' to='1932-05-01'",
    ],
)
def test_dates_in_order(tmp_path: Path, attributes: str) -> None:
    assert of_date(tmp_path, attributes) == []


@pytest.mark.parametrize(
    "attributes",
    [
        "from='1933' to='1932'",
        "from='1932-09' to='1932-08'",
        "from='-0043' to='-0044'",
        "notBefore='1932-06' notAfter='1932-05-31'",
        "when='1932-07' notAfter='1932-06'",
        "notBefore='1932-08-01' when='1932-07-31'",
        "from='1940' notAfter='1939'",
        "from-iso='1905-01-01' to-iso='1882-01-01'",
        "from='1932-05-01T10:00:00' to='1932-05-01T09:00:00'",
    ],
)
def test_dates_out_of_order(tmp_path: Path, attributes: str) -> None:
    assert of_date(tmp_path, attributes) == ["TEI070"]


def test_pages_and_pointers_are_no_dates(tmp_path: Path) -> None:
    body = "<p><biblScope from='1900' to='1800'/><locus from='2000' to='1000'/></p>"
    assert not found(tmp_path, body)


def test_dates_that_plainly_changed_places_are_put_right(tmp_path: Path) -> None:
    problems = found(tmp_path, "<p><date from='1945' to='1940'>1940–1945</date></p>")
    mend(problems)
    assert not checked(tmp_path)
    text = (tmp_path / "a.xml").read_text(encoding="utf-8")
    assert "<date from='1940' to='1945'>" in text


def test_a_year_that_is_merely_wrong_is_left_to_the_editor(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "<p><date from='1945' to='1940'>1945–1950</date></p>")
    assert (problem.code, problem.fix) == ("TEI070", None)


@pytest.mark.parametrize(
    "value", ["1932-02-30", "1931-02-29", "1900-02-29", "1932-04-31", "1932-13-01", "--02-30"]
)
def test_days_that_do_not_exist(tmp_path: Path, value: str) -> None:
    assert of_date(tmp_path, f"when='{value}'") == ["TEI073"]


@pytest.mark.parametrize(
    "value", ["1932-02-29", "1500-02-29", "-0004-02-29", "--02-29", "2000-02-29", "10:00:00"]
)
def test_days_that_do_or_may(tmp_path: Path, value: str) -> None:
    assert of_date(tmp_path, f"when='{value}'") == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1932-10-11", "11 September 1932"),
        ("1932-10-11", "Sunday, September 11th, 1932"),
        ("1932-10-11", "Sonntag, den 11. September 1932"),
        ("1893-02-03", "Wien, 3. Jänner 1893"),
        ("1914-09-01", "le 1er août 1914"),
        ("1932-10-11", "11 сентября 1932 года"),
        ("1632-10-11", "die 11 Septembris 1632"),
        ("1932-10-11", "11. 9. 1932"),
        ("1932-10-11", "11.9.32"),
        ("1932-10-11", "11. IX. 1932"),
        ("1932-10-11", "11/9/1932"),
        ("1932-10-11", "1932-09-11"),
        ("1932-10", "September 1932"),
        ("1932-10-11", "September 1932"),
        ("1933", "1932"),
        ("1932-10-11", "11 September"),
    ],
)
def test_a_date_that_contradicts_its_text(tmp_path: Path, value: str, text: str) -> None:
    assert of_date(tmp_path, f"when='{value}'", text) == ["TEI071"]


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ("when='1932-09-11'", "11 September 1932"),
        ("when='1932-09'", "11 September 1932"),
        ("when='1932-09-11'", "1932"),
        ("when='1932-11-09'", "11/9/1932"),
        ("when='1917-11-07'", "25 October 1917"),
        ("when='1642-02-12'", "12 February 1641"),
        ("when='1642-02-12'", "12 February 1641/2"),
        ("when='1932-10-11' calendar='#frenchRepublican'", "11 September 1932"),
        ("when='1932-10-11' cert='low'", "11 September 1932"),
        ("when='1932-10-11'", "before 11 September 1932"),
        ("when='1932-10-11'", "11 September 1932, recte October"),
        ("when='1932-10-11'", "between 11 and 13 September 1932"),
        ("when='1932-10-11'", "the anniversary of 11 September 1932 in 1945"),
        ("when='1932-10-11'", "yesterday"),
        ("when='0033-04-03'", "a. d. III Non. April."),
        ("when='1932-10-11'", "<choice><sic>11 September 1932</sic><corr>x</corr></choice>"),
    ],
)
def test_a_date_whose_text_says_no_other(tmp_path: Path, attributes: str, text: str) -> None:
    assert of_date(tmp_path, attributes, text) == []


def test_day_and_month_that_changed_places_are_put_right(tmp_path: Path) -> None:
    problems = found(tmp_path, "<p><date when='1932-11-09'>11 September 1932</date></p>")
    mend(problems)
    assert not checked(tmp_path)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("11/23 August 1917", True),
        ("11/24 August 1917", False),
        ("11/23 August 1817", False),
        ("11/22 August 1799", False),
        ("11/21 August 1650", False),
        ("11/22 August 1650", True),
        ("11/12 August 1917", False),
        ("25 October (7 November) 1917", False),
        ("25 October (6 November) 1917", True),
        ("25 октября/7 ноября 1917 г.", False),
        ("25/7 November 1917", False),
        ("31 December 1899/12 January 1900", False),
        ("August 11/23, 1917", True),
        ("11/23.VIII.1917", True),
        ("1917/18", False),
    ],
)
def test_old_and_new_style_are_one_day(tmp_path: Path, text: str, wrong: bool) -> None:
    assert of_date(tmp_path, "from='1600'", text) == (["TEI072"] if wrong else [])


@pytest.mark.parametrize(
    ("attributes", "wrong"),
    [
        ("when='1917-08-24'", False),
        ("when='1917-08-11'", False),
        ("when='1917-08-23'", True),
        ("when='1917-08-24' when-custom='1917-08-11'", False),
        ("when='1917-08-24' when-custom='1917-08-12'", True),
    ],
)
def test_a_julian_day_is_converted_rightly(tmp_path: Path, attributes: str, wrong: bool) -> None:
    body = f"<p><date calendar='julian:' {attributes}>11 August 1917</date></p>"
    problems = [e for e in found(tmp_path, body) if e.code.startswith("TEI")]
    assert codes(problems) == (["TEI072"] if wrong else [])
    if wrong and "custom" not in attributes:
        mend(problems)
        assert "when='1917-08-24'" in (tmp_path / "a.xml").read_text(encoding="utf-8")


def test_a_pair_that_fits_is_held_to_its_attribute(tmp_path: Path) -> None:
    assert of_date(tmp_path, "when='1917-09-24'", "11/24 August 1917") == ["TEI071"]
    assert of_date(tmp_path, "when='1917-08-24'", "11/24 August 1917") == []


def test_a_slip_in_an_attribute_is_put_right_unless_the_writer_may_have_erred(
    tmp_path: Path,
) -> None:
    date = "<date when='1932-10-11'>11 September 1932</date>"
    (by_writer,) = found(tmp_path / "one", f"<opener><dateline>{date}</dateline></opener>")
    assert (by_writer.expected, by_writer.fix) == (("1932-09-11",), None)
    mend(found(tmp_path / "two", f"<p>{date}</p>"))
    assert not checked(tmp_path / "two")


def test_a_day_that_does_not_exist_is_the_one_of_the_text(tmp_path: Path) -> None:
    mend(found(tmp_path, "<p><date when='1932-02-30'>28 February 1932</date></p>"))
    assert not checked(tmp_path)
