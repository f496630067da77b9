"""Integrity for whatever stands in the attributes, and the calendars for every day."""

from __future__ import annotations

import datetime
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from hypothesis import given
from hypothesis import strategies as st

from recensio.model.document import Corpus, Metadata
from recensio.validate.integrity import integrity
from recensio.validate.integrity.dates.calendars import as_gregorian, gregorian, iso, julian
from recensio.validate.integrity.dates.spans import is_possible, span
from recensio.validate.integrity.dates.statements import statements
from recensio.validate.integrity.names import as_name, is_name
from tests.support import document_of, tei

TEXT: Final = st.text(
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"
    ),
    max_size=20,
)
POINTER: Final = st.one_of(
    TEXT,
    st.sampled_from(
        ["#a", "#b", "#", "#a #b", "a", "b.xml#a", "x:y", "#%", "%00", "http://[", "//"]
    ),
    st.builds("#{}".format, TEXT),
)
DATE: Final = st.one_of(TEXT, st.dates().map(str), st.sampled_from(["-0001", "0000", "--02-30"]))


@given(st.lists(st.tuples(POINTER, POINTER, DATE, DATE, TEXT), max_size=5))
def test_nothing_in_an_attribute_stops_the_checks(rows: list[tuple[str, ...]]) -> None:
    body = "".join(
        f"<p xml:id={quoteattr(one)}><ref target={quoteattr(other)}/><date when={quoteattr(when)}"
        f" to={quoteattr(to)} from={quoteattr(when)}>{escape(text)}</date></p>"
        for one, other, when, to, text in rows
    )
    document = document_of(tei(body))
    corpus = Corpus(Metadata("A text"), (document,))
    problems = list(integrity(corpus))
    assert problems == list(integrity(corpus))
    assert all(each.message and each.location.path for each in problems)


@given(st.integers(-2_000_000, 4_000_000))
def test_days_and_numbers_are_each_other(number: int) -> None:
    assert gregorian(*as_gregorian(number)) == number
    assert is_possible(iso(number))


@given(st.dates())
def test_days_are_counted_as_python_counts_them(day: datetime.date) -> None:
    since = gregorian(day.year, day.month, day.day) - gregorian(1, 1, 1)
    assert since == day.toordinal() - 1


@given(st.dates(datetime.date(1582, 10, 15), datetime.date(2100, 2, 28)))
def test_the_calendars_are_as_far_apart_as_the_centuries_say(day: datetime.date) -> None:
    if (day.month, day.day) != (2, 29):
        apart = julian(day.year, day.month, day.day) - gregorian(day.year, day.month, day.day)
        years = day.year - (day.month < 3)
        assert apart == years // 100 - years // 400 - 2


@given(st.dates())
def test_a_span_holds_what_is_within_it(day: datetime.date) -> None:
    whole, month, year = (span(str(day)[:length]) for length in (10, 7, 4))
    assert whole is not None
    assert month is not None
    assert year is not None
    assert year.first <= month.first <= whole.first <= whole.last <= month.last <= year.last


@given(st.dates(datetime.date(1000, 1, 1)))
def test_a_day_is_read_as_it_is_written(day: datetime.date) -> None:
    for text in (f"{day.day}. {day.month}. {day.year}", f"{day.day} {day:%B} {day.year}"):
        (said,) = statements(text)
        assert (said.year, said.month, said.day) == (day.year, day.month, day.day)


@given(TEXT, st.sets(TEXT))
def test_every_name_made_is_a_name_of_its_own(text: str, taken: set[str]) -> None:
    name = as_name(text, taken)
    assert is_name(name)
    assert name not in taken
