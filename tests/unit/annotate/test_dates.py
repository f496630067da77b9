"""Dates in words, what TEI says of them, and the years that a story leaves open."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recensio.annotate.dates import read_dates
from recensio.annotate.dates.attributes import GREGORIAN, JULIAN, attributes
from recensio.annotate.dates.narrative import Narrative
from recensio.annotate.dates.points import Point, gregorian
from recensio.tei.registers import EDTF


def told(text: str, start: str = "") -> list[tuple[str, dict[str, str]]]:
    """The dates of a text with their attributes, told after another text."""
    narrative = Narrative()
    found: list[tuple[str, dict[str, str]]] = []
    for part in (start, text):
        found = []
        for each in read_dates(part):
            meant = narrative.meant(each)
            narrative = narrative.told(meant)
            found.append((part[each.start : each.end], dict(attributes(meant))))
    return found


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("on 13 February 1890 and", "13 February 1890", {"when": "1890-02-13"}),
        ("the 22nd September, 1932,", "22nd September, 1932", {"when": "1932-09-22"}),
        ("1st of May 1931", "1st of May 1931", {"when": "1931-05-01"}),
        ("On September 23rd, 1930.", "September 23rd, 1930", {"when": "1930-09-23"}),
        ("in Sept. 1932", "Sept. 1932", {"when": "1932-09"}),
        ("June, 1932", "June, 1932", {"when": "1932-06"}),
        ("in\n1936.", "1936", {"when": "1936"}),
        ("(1936)", "1936", {"when": "1936"}),
        ("№ 6, 1989,", "1989", {"when": "1989"}),
        ("famine of 1932–33 and", "1932–33", {"from": "1932", "to": "1933"}),
        ("from 1928 to 1930", "1928 to 1930", {"from": "1928", "to": "1930"}),
        ("between 1928 and 1930", "1928 and 1930", {"from": "1928", "to": "1930"}),
        ("(1890–20 May 1937)", "1890–20 May 1937", {"from": "1890", "to": "1937-05-20"}),
        ("2 June 1924: 3 May 1925", "2 June 1924: 3 May 1925",
         {"from": "1924-06-02", "to": "1925-05-03"}),
        ("27 March–2 April 1922", "27 March–2 April 1922",
         {"from": "1922-03-27", "to": "1922-04-02"}),
        ("9–10 October 1932", "9–10 October 1932", {"from": "1932-10-09", "to": "1932-10-10"}),
        ("December 1927 to September 1930", "December 1927 to September 1930",
         {"from": "1927-12", "to": "1930-09"}),
        ("December 1932 to January", "December 1932 to January",
         {"from": "1932-12", "to": "1933-01"}),
        ("September-October 1932", "September-October 1932", {"from": "1932-09", "to": "1932-10"}),
        ("in the 1920s", "1920s",
         {"notBefore": "1920", "notAfter": "1929", "when-custom": "192X", "datingMethod": EDTF}),
        ("the 1950s-1960s", "1950s-1960s", {"notBefore": "1950", "notAfter": "1969"}),
        ("in the late twenties", "late twenties", {"notBefore": "1926", "notAfter": "1929"}),
        ("nineteenth century", "nineteenth century", {"notBefore": "1801", "notAfter": "1900"}),
        ("by 1500", "1500", {"when": "1500"}),
        ("1932-04-12", "1932-04-12", {"when": "1932-04-12"}),
        ("am 2.3.1932", "2.3.1932", {"when": "1932-03-02"}),
        ("13 марта 1932 г. был", "13 марта 1932 г.", {"when": "1932-03-13"}),
        ("am 5. Mai 1931 und", "5. Mai 1931", {"when": "1931-05-05"}),
        ("am 12. Jänner", "12. Jänner", {"when": "--01-12"}),
        ("im März 1931", "März 1931", {"when": "1931-03"}),
        ("le 1er août 1914", "1er août 1914", {"when": "1914-08-01"}),
        ("en juillet 1914", "juillet 1914", {"when": "1914-07"}),
        ("в октябре 1932 года", "октябре 1932 года", {"when": "1932-10"}),
        ("early 1933", "early 1933",
         {"when": "1933", "notBefore-iso": "1933-01", "notAfter-iso": "1933-04"}),
        ("at the very end of 1931", "very end of 1931",
         {"when": "1931", "notBefore-iso": "1931-09", "notAfter-iso": "1931-12"}),
        ("the beginning of March 1932", "beginning of March 1932",
         {"when": "1932-03", "notBefore-iso": "1932-03-01", "notAfter-iso": "1932-03-10"}),
        ("the fall of 1930", "fall of 1930",
         {"when": "1930", "notBefore-iso": "1930-09", "notAfter-iso": "1930-11"}),
        ("in the spring and early summer of 1841", "spring and early summer of 1841",
         {"when": "1841", "notBefore-iso": "1841-03", "notAfter-iso": "1841-06"}),
        ("the winter of 1932–33", "winter of 1932–33",
         {"notBefore": "1932", "notAfter": "1933", "notBefore-iso": "1932-12",
          "notAfter-iso": "1933-02"}),
        ("12, 14 October 1932", "12, 14 October 1932",
         {"notBefore": "1932-10-12", "notAfter": "1932-10-14",
          "when-custom": "{1932-10-12,1932-10-14}", "datingMethod": EDTF}),
        ("at the end of May or beginning of June 1932", "end of May or beginning of June 1932",
         {"notBefore": "1932-05", "notAfter": "1932-06", "when-custom": "[1932-05,1932-06]",
          "datingMethod": EDTF}),
        ("6 [18] July 1883", "6 [18] July 1883",
         {"when": "1883-07-18", "calendar": f"{JULIAN} {GREGORIAN}", "when-custom": "1883-07-06",
          "datingMethod": JULIAN}),
        ("22 December [4 January] 1904", "22 December [4 January] 1904",
         {"when": "1905-01-04", "calendar": f"{JULIAN} {GREGORIAN}", "when-custom": "1904-12-22",
          "datingMethod": JULIAN}),
        ("25 October 1917 (Old Style)", "25 October 1917",
         {"when": "1917-11-07", "calendar": f"{JULIAN} {GREGORIAN}", "when-custom": "1917-10-25",
          "datingMethod": JULIAN}),
    ],
)  # fmt: skip
def test_what_a_date_says(text: str, words: str, expected: dict[str, str]) -> None:
    assert told(text) == [(words, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "31 February 1900",
        "p. 1932 and pp. 1930",
        "no. 1931, vol. 1932",
        "1500 men, 2000 tons, 1200 sheep, 1932 workers",
        "12/1932, 1.932",
        "A1932 and 19320",
        "pages 1932–18",
        "They may march in the august hall, spring up and fall down.",
        "May I? March on!",
        "on page 5. It came; mai et mars",
        "the October Revolution, the July Days, the 1905 Revolution, May Day, the April Plenum",
        "ten years, for three weeks, now, recently, a few years ago, some time later",
        "the next page, the following years",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("23 September 1932", "on 27 September", {"when": "1932-09-27", "cert": "medium"}),
        ("23 September 1932", "in January", {"when": "1933-01", "cert": "medium"}),
        ("23 September 1932", "the January plenum", {"when": "1933-01", "cert": "medium"}),
        ("3 March 1932", "in February", {"when": "1932-02", "cert": "medium"}),
        ("12 April 1932", "in August of the same year", {"when": "1932-08", "cert": "medium"}),
        ("12 April 1932", "in May of the following year", {"when": "1933-05", "cert": "medium"}),
        ("12 April 1932", "three days later", {"notBefore": "1932-04-15",
         "notAfter": "1932-04-15", "cert": "medium"}),
        ("12 April 1932", "the next day", {"notBefore": "1932-04-13", "notAfter": "1932-04-13",
         "cert": "medium"}),
        ("12 April 1932", "The same day", {"when": "1932-04-12", "cert": "medium"}),
        ("September 1930", "six weeks later", {"notBefore": "1930-10-13",
         "notAfter": "1930-11-11", "cert": "medium"}),
        ("12 April 1932", "eighteen months before", {"notBefore": "1930-10",
         "notAfter": "1930-10", "cert": "medium"}),
        ("12 April 1932", "a year and a half later", {"cert": "unknown"}),
        ("12 April 1932", "several days later", {"cert": "unknown"}),
        ("1932", "the same day", {"cert": "unknown"}),
        ("", "on 27 September", {"when": "--09-27"}),
        ("", "in January", {"when": "--01"}),
        ("", "next morning", {"cert": "unknown"}),
    ],
)  # fmt: skip
def test_what_the_story_adds(before: str, text: str, expected: dict[str, str]) -> None:
    ((_, found),) = told(text, before)
    assert found == expected


def test_a_bare_year_looks_back_or_ahead_and_the_story_returns() -> None:
    story = "On 20 September 1930 he wrote. In 1932 he said that in 1930, three days after, on"
    found = told(f"{story} 5 October they met, as in 1914, and on 13 November.")
    assert [attributes.get("when") for _, attributes in found] == (
        ["1930-09-20", "1932", "1930", None, "1930-10-05", "1914", "1930-11-13"]
    )
    assert found[3] == (
        "three days after",
        {"notBefore": "1930-09-23", "notAfter": "1930-09-23", "cert": "medium"},
    )


def test_a_chapter_begins_where_its_first_whole_date_is() -> None:
    dates = read_dates("In May they met. On 3 June 1932 they parted.")
    begun = Narrative(Point(1917, 11)).begun(dates)
    assert dict(attributes(begun.meant(dates[0]))) == {"when": "1932-05", "cert": "medium"}
    assert Narrative(Point(1917, 11)).begun(()).last == Point(1917, 11)


def test_dates_stand_in_the_order_of_the_text_and_apart() -> None:
    found = read_dates("1930, then 5 May 1931 and June 1932")
    assert [str(each.first) for each in found] == ["1930", "1931-05-05", "1932-06"]
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    month, ordinal = day.strftime("%B"), f"{day.day}{_ending(day.day)}"
    for words in (
        f"{day.day} {month} {day.year:04}",
        f"{ordinal} of {month}, {day.year:04}",
        f"{month} {ordinal}, {day.year:04}",
        day.isoformat(),
    ):
        ((found, says),) = told(f"On {words} it rained.")
        assert (found, says) == (words, {"when": day.isoformat()})


def _ending(day: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(day if day < 20 else day % 10, "th")


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(1950, 12, 31)))
def test_the_gregorian_day_of_a_julian_one_lies_the_known_days_later(day: date) -> None:
    if (day.month, day.day) == (2, 29):
        return
    found = gregorian(day.year, day.month, day.day)
    later = date(found.year or 1, found.month or 1, found.day or 1) - day
    assert later.days in range(10, 14)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = read_dates(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
