"""Readings whose text stands in files that are not at hand (TEI Guidelines, 12.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.tei.fetched import POINTING, fetching
from recensio.tei.pointers import Pointers
from recensio.validate.apparatus.survey import Survey, Text

NAMED: Final = 3
"""So many files are named; the rest is counted."""


def external(survey: Survey) -> Iterator[Problem]:
    """Readings that point at texts outside the edition, once for each document (APP020)."""
    pointers = Pointers([text.document for text in survey.texts])
    for text in survey.texts:
        lost = [found for entry in text.entries for found in _lost(entry.readings, text, pointers)]
        if lost:
            yield _problem(lost, text)


def _lost(
    readings: tuple[etree._Element, ...], text: Text, pointers: Pointers
) -> Iterator[tuple[etree._Element, str]]:
    for reading in readings:
        for element, pointer in fetching(reading):
            leads_out = element.tag in POINTING and "#" in pointer.lstrip("#")
            if leads_out and pointers.target(pointer, text.document) is None:
                yield element, pointer
                break


def _problem(lost: list[tuple[etree._Element, str]], text: Text) -> Problem:
    files = list(dict.fromkeys(pointer.partition("#")[0] for _, pointer in lost))
    more = f" and {len(files) - NAMED} others" if len(files) > NAMED else ""
    count = "one reading" if len(lost) == 1 else f"{len(lost)} readings"
    return problem(
        "APP020",
        text.place(lost[0][0], "target"),
        count=count,
        files=", ".join(files[:NAMED]) + more,
        are="is" if len(files) == 1 else "are",
    )
