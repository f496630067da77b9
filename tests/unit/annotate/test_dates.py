"""Dates in English words and what TEI says of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from recensio.annotate.dates import dates


@pytest.mark.parametrize(
    ("text", "words", "attributes"),
    [
        ("on 13 February 1890 and", "13 February 1890", {"when": "1890-02-13"}),
        ("the 22nd September, 1932,", "22nd September, 1932", {"when": "1932-09-22"}),
        ("1st of May 1931", "1st of May 1931", {"when": "1931-05-01"}),
        ("On September 23rd, 1930.", "September 23rd, 1930", {"when": "1930-09-23"}),
        ("in Sept. 1932", "Sept. 1932", {"when": "1932-09"}),
        ("June, 1932", "June, 1932", {"when": "1932-06"}),
        ("in\n1936.", "1936", {"when": "1936"}),
        ("(1936)", "1936", {"when": "1936"}),
        ("famine of 1932–33 and", "1932–33", {"from": "1932", "to": "1933"}),
        ("from 1928 to 1930", "1928 to 1930", {"from": "1928", "to": "1930"}),
        (
            "December 1927 to September 1930",
            "December 1927 to September 1930",
            {"from": "1927-12", "to": "1930-09"},
        ),
        ("in the 1920s", "1920s", {"notBefore": "1920", "notAfter": "1929"}),
        ("by 1500", "1500", {"when": "1500"}),
    ],
)
def test_what_a_date_says(text: str, words: str, attributes: dict[str, str]) -> None:
    (found,) = dates(text)
    assert text[found.start : found.end] == words
    assert dict(found.attributes) == attributes


@pytest.mark.parametrize(
    "text",
    [
        "31 February 1900",
        "p. 1932 and pp. 1930",
        "no. 1931",
        "1500 men, 2000 tons, 1200 sheep",
        "12/1932, 1932-09-23, 1.932",
        "A1932 and 19320",
        "pages 1932–18",
        "They may march in the august hall.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == ()


def test_dates_stand_in_the_order_of_the_text_and_apart() -> None:
    found = dates("1930, then 5 May 1931 and June 1932")
    assert [dict(each.attributes)["when"] for each in found] == ["1930", "1931-05-05", "1932-06"]
    assert all(a.end <= b.start for a, b in pairwise(found))
