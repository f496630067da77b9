"""Dates in the words of four languages."""

from __future__ import annotations

import re
from html import unescape

import pytest

from recensio.model.interface import interface
from recensio.saxon import transform

ED = "https://recensio.org/ns/edition"


def words(date: str, language: str) -> tuple[str, str]:
    """The words of a date on a page, and the element that they stand in."""
    document = f"<document date='{date}' href='x' title='x'/>"
    source = f"<calendar xmlns='{ED}'><year date='1930'><month>{document}</month></year></calendar>"
    page = transform(
        "html/edition.xsl", "calendar", source, {"interface": interface(language).lines}
    ).output
    found = re.search(r'<span class="day"><(\w+) [^>]*>([^<]*)<', page)
    assert found
    return unescape(found[2]), found[1]


@pytest.mark.parametrize(
    ("date", "en", "de", "fr", "ru"),
    [
        ("1932-09-01", "1 September 1932", "1. September 1932", "1er septembre 1932",
         "1 сентября 1932"),
        ("1932-09", "September 1932", "September 1932", "septembre 1932", "сентябрь 1932"),
        ("1932", "1932", "1932", "1932", "1932"),
        ("1932-22", "summer 1932", "Sommer 1932", "été 1932", "лето 1932"),
        ("193X", "1930s", "1930er Jahre", "années 1930", "1930-е годы"),
        ("1932-09~", "about September 1932", "um September 1932", "vers septembre 1932",
         "около сентября 1932"),
        ("1932?", "1932 (?)", "1932 (?)", "1932 (?)", "1932 (?)"),
        ("1923/1924", "1923–1924", "1923–1924", "1923–1924", "1923–1924"),
        ("1930-06-26/1930-06-30", "26–30 June 1930", "26.–30. Juni 1930", "26–30 juin 1930",
         "26–30 июня 1930"),
        ("1930-06-26/1930-07-13", "26 June 1930 – 13 July 1930", "26. Juni 1930 – 13. Juli 1930",
         "26 juin 1930 – 13 juillet 1930", "26 июня 1930 – 13 июля 1930"),
        ("[1932-06..1932-08]", "between June 1932 and August 1932",
         "zwischen Juni 1932 und August 1932", "entre juin 1932 et août 1932",
         "не ранее июня 1932 и не позднее августа 1932"),
        ("[1930-11-13..1930-12-01]", "between 13 November 1930 and 1 December 1930",
         "zwischen dem 13. November 1930 und dem 1. Dezember 1930",
         "entre le 13 novembre 1930 et le 1er décembre 1930",
         "не ранее 13 ноября 1930 и не позднее 1 декабря 1930"),
        ("[1930-11-13..1930-11-15]", "between 13 and 15 November 1930",
         "zwischen dem 13. und dem 15. November 1930", "entre le 13 et le 15 novembre 1930",
         "не ранее 13 и не позднее 15 ноября 1930"),
        ("[..1930]", "by 1930", "spätestens 1930", "au plus tard 1930", "не позднее 1930"),
        ("[1930..]", "not before 1930", "frühestens 1930", "au plus tôt 1930", "не ранее 1930"),
        ("1930/..", "from 1930", "ab 1930", "à partir de 1930", "с 1930"),
        ("../1930", "until 1930", "bis 1930", "jusqu’à 1930", "до 1930"),
        ("[1930,1931]", "1930 or 1931", "1930 oder 1931", "1930 ou 1931", "1930 или 1931"),
        ("-0043", "44 BC", "44 v. Chr.", "44 av. J.-C.", "44 до н. э."),
        ("whenever", "whenever", "whenever", "whenever", "whenever"),
    ],
)  # fmt: skip
def test_a_date_in_words(date: str, en: str, de: str, fr: str, ru: str) -> None:
    assert [words(date, language)[0] for language in ("en", "de", "fr", "ru")] == [en, de, fr, ru]


@pytest.mark.parametrize(
    ("date", "element"),
    [
        ("1932", "time"),
        ("1932-09", "time"),
        ("1932-09-22", "time"),
        ("1932-02-30", "span"),
        ("1932-22", "span"),
        ("[1930..]", "span"),
        ("-0043", "span"),
    ],
)
def test_machines_are_told_what_html_has_a_form_for(date: str, element: str) -> None:
    assert words(date, "en")[1] == element
