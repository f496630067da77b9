"""Many documents in groups, by which a reader finds one: letters by year, others by initial."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from recensio.model.document import Document
from recensio.tei.names import tei

FEW: Final = 40
"""Documents that are found in a plain list."""

DATED: Final = 0.8
"""Share of the documents whose year is known, from which all are grouped by year."""

YEAR: Final = re.compile(r"-?\d{4}")
WHEN: Final = ("when", "when-iso", "notBefore", "from", "notAfter", "to")
ARTICLE: Final = re.compile(r"[\W_]+")


def shelves(documents: Sequence[Document]) -> Mapping[str, str]:
    """The group of each document by its id; none if they are few.

    Groups are years if most documents tell when they were written (correspDesc or creation, TEI
    Guidelines, 2.4), "" being for those that do not; else the first letters of their titles.
    """
    if len(documents) <= FEW:
        return {}
    years = {each.id: year_of(each) for each in documents}
    if sum(map(bool, years.values())) >= DATED * len(documents):
        return years
    return {each.id: _initial(each.title) for each in documents}


def year_of(document: Document) -> str:
    """The year in which a document was written or sent, as its header says; "" if it does not."""
    header = document.tree.getroot().find(tei("teiHeader"))
    if header is None:
        return ""
    for place in ("correspDesc", "creation"):
        for holder in header.iter(tei(place)):
            found = _years(date.get(name, "") for date in holder.iter(tei("date")) for name in WHEN)
            if found:
                return found
    return ""


def _years(values: Iterable[str]) -> str:
    return next((year[0] for year in map(YEAR.match, values) if year), "")


def _initial(title: str) -> str:
    return ARTICLE.sub("", title)[:1].upper()
