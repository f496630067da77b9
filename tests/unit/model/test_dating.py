"""Dates as spans of days."""

from __future__ import annotations

import pytest

from recensio.model.dating import Span, date_of, day_number, span_of


def day(written: str) -> int:
    year, month, number = map(int, written.rsplit("-", 2))
    return day_number(year, month, number)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("1932-09-22", "1932-09-22", "1932-09-22"),
        ("1932-09-22T10:00:00", "1932-09-22", "1932-09-22"),
        ("1932-02", "1932-02-01", "1932-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("1932", "1932-01-01", "1932-12-31"),
        ("1932~", "1932-01-01", "1932-12-31"),
        ("1932-09?", "1932-09-01", "1932-09-30"),
        ("1932-22", "1932-06-01", "1932-08-31"),
        ("193X", "1930-01-01", "1939-12-31"),
        ("1932-XX", "1932-01-01", "1932-12-31"),
        ("1923/1924", "1923-01-01", "1924-12-31"),
        ("{1932-03,1932-06}", "1932-03-01", "1932-06-30"),
        ("-0043-03-15", "-43-03-15", "-43-03-15"),
    ],
)
def test_a_date_is_a_span_of_days(date: str, first: str, last: str) -> None:
    assert span_of(date) == Span(day(first), day(last))


def test_a_day_within_a_time() -> None:
    expected = Span(day("1930-11-13"), day("1930-11-15"), is_within=True)
    assert span_of("[1930-11-13..1930-11-15]") == expected


def test_ends_may_be_open() -> None:
    assert span_of("../1930") == Span(None, day("1930-12-31"))
    assert span_of("[1930-11..]") == Span(day("1930-11-01"), None, is_within=True)


@pytest.mark.parametrize(
    "date", ["", None, "soon", "1932-13", "1932-02-30", "1932-00-01", "--09-22", "../..", "[..]"]
)
def test_what_is_no_date_has_no_span(date: str | None) -> None:
    assert span_of(date) is None


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("1932-09-22", "1932-09-23", 1),
        ("1932-09", "1932-09-23", 0),
        ("1930-09", "1930-06-26/1930-07-13", 50),
        ("1930", "../1930", 0),
        ("1931-02", "1930-12-31", 32),
    ],
)
def test_dates_lie_apart(one: str, other: str, days: int) -> None:
    first, second = span_of(one), span_of(other)
    assert first
    assert second
    assert first.gap(second) == second.gap(first) == days


def test_days_are_counted_as_python_counts_them() -> None:
    assert date_of(day_number(2000, 2, 29)) == (2000, 2, 29)
    assert day_number(1, 1, 1) - day_number(0, 12, 31) == 1
