"""Dates that contradict each other, their text or the calendar (TEI Guidelines, 3.6.4, 13.4)."""

from __future__ import annotations

from collections.abc import Iterator

from recensio.model.problem import Problem
from recensio.validate.integrity.dates.contradictions import contradictions
from recensio.validate.integrity.dates.order import order
from recensio.validate.integrity.survey import Edition

__all__ = ["dates"]


def dates(edition: Edition) -> Iterator[Problem]:
    """What is wrong with the dates of each document."""
    for page in edition.pages:
        yield from order(page)
        yield from contradictions(page)
