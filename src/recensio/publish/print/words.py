"""The words that a book adds to the text, in its language."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from recensio.publish.print.book import Book


def words_of(book: Book) -> Mapping[str, Any]:
    """The words by their names in typst/words.toml, English ones where there are no others."""
    code = (book.printing.language or book.metadata.language).lower().partition("-")[0]
    languages = _languages()
    return languages["en"] | languages.get(code, {})


def dated(words: Mapping[str, Any], day: datetime.date) -> str:
    """The sentence that says on which day the book was made."""
    sentence: str = words["dated"]
    month = words["months"][day.month - 1]
    for name, value in (("$day", str(day.day)), ("$month", month), ("$year", str(day.year))):
        sentence = sentence.replace(name, value)
    return sentence


@cache
def _languages() -> dict[str, dict[str, Any]]:
    table = resources.files(__package__) / "typst" / "words.toml"
    return tomllib.loads(table.read_text(encoding="utf-8"))
