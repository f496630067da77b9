"""Readings by class."""

from __future__ import annotations

from pathlib import Path

import pytest

from recensio.model.apparatus import Reading
from recensio.publish.insight.classes import classes, counts
from recensio.publish.insight.kinds import class_of
from tests.insight import edition_with


def reading(text: str, **stated: str) -> Reading:
    return Reading(text, (), **stated)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "lemma", "expected"),
    [
        (reading("x", kind="substantive"), "y", "substantive"),
        (reading("x", group="late"), "y", "late"),
        (reading("", kind="om."), "y", "omission"),
        (reading("x", kind="ortho"), "y", "orthographic"),
        (reading("", cause="lacuna"), "y", "lacuna"),
        (reading("[...]"), "y", "lacuna"),
        (reading(""), "y", "omission"),
        (reading("a c"), "a b c", "other words"),
        (reading("b c"), "a b c", "omission"),
        (reading("x"), "", "addition"),
        (reading("a b c"), "b", "addition"),
        (reading("ab"), "b", "other words"),
        (reading("b a"), "a b", "transposition"),
        (reading("A, b"), "a b", "orthographic"),
        (reading("a b"), "a b", "not classed"),
    ],
)
def test_the_class_of_a_reading(found: Reading, lemma: str, expected: str) -> None:
    assert class_of(found, reading(lemma)) == expected


def test_without_a_lemma_only_what_is_stated_is_known() -> None:
    assert class_of(reading("x"), None) == "not classed"
    assert class_of(reading("x", kind="error"), None) == "error"


def test_counts_by_document_and_division(tmp_path: Path) -> None:
    entry = "<app><lem wit='A'>a</lem><rdg wit='B'>b</rdg><rdg wit='C' type='silent'/></app>"
    body = (
        f"<div xml:id='d'><head>One</head><p>{entry}</p><div><p>{entry}</p></div></div>"
        f"<div xml:id='e'><head>Two</head><p>{entry}</p></div><div><p>{entry}</p></div>"
    )
    found = counts(edition_with(tmp_path, body))
    assert [(c.division, c.title, c.entries, c.readings["silent"]) for c in found] == [
        ("", "A text", 4, 4),
        ("d", "One", 2, 2),
        ("e", "Two", 1, 1),
    ]
    assert classes(found) == ["other words", "silent"]
