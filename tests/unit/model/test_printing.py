"""[print] of edition.toml: what it takes, and what it says of what it does not take."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from recensio.model.printing import KEYS, Arrangement, Lines, Printing, UnusableSetting, printing


def test_every_setting_has_a_key_and_a_default() -> None:
    assert [field.name for field in fields(Printing)] == list(KEYS)
    assert printing({}) == Printing()


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("A5", (148, 210)),
        ("royal", (156, 234)),
        ("155 x 235", (155, 235)),
        ("155x235 mm", (155, 235)),
        ("129.5 × 198", (129.5, 198)),
    ],
)
def test_a_page_has_a_name_or_measures(written: str, size: tuple[float, float]) -> None:
    assert printing({"page": written}).page == size


def test_words_become_choices() -> None:
    settings = printing({"lines": "verse", "notes": "columns", "columns": 3})
    assert (settings.lines, settings.notes, settings.columns) == (
        Lines.VERSE, Arrangement.COLUMNS, 3,
    )  # fmt: skip
    assert settings.arrangement("notes") is Arrangement.COLUMNS


def test_series_that_are_not_named_come_last() -> None:
    assert printing({"series": ["notes", "sources"]}).series == (
        "notes", "sources", "apparatus", "author",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "value", "remedy"),
    [
        ("page", "A99", "A4, A5"),
        ("page", "10 x 20", "90 to 500"),
        ("lines", "chapter", "page, section, verse"),
        ("notes", "margin", "run-in, columns, list"),
        ("series", ["notes", "notes"], "apparatus, sources, notes, author"),
        ("series", ["footnotes"], "apparatus, sources, notes, author"),
        ("size", 2, "from 6 to 24"),
        ("every", 0, "from 1 to 100"),
        ("columns", 9, "from 1 to 4"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_write(
    key: str, value: Any, remedy: str
) -> None:
    with pytest.raises(UnusableSetting) as refused:
        printing({key: value})
    assert key in refused.value.reason
    assert remedy in refused.value.remedy
