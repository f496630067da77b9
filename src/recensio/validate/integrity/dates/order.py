"""Dates of one element that cannot all hold: TEI070 in the wrong order, TEI073 no such day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.problem import Fix, Problem, problem
from recensio.tei.names import tei_names
from recensio.validate.edits import set_value
from recensio.validate.integrity.dates.spans import Span, is_possible, span
from recensio.validate.integrity.dates.statements import statements
from recensio.validate.integrity.survey import Page

NO_DATES_ON: Final = tei_names("app arc biblScope citedRange locus rt span")
"""Elements whose @from and @to are pointers, pages or folios."""

ORDER: Final = (
    ("from", "to"),
    ("notBefore", "notAfter"),
    ("notBefore", "when"),
    ("when", "notAfter"),
    ("from", "notAfter"),
    ("notBefore", "to"),
)
"""Pairs of which the first cannot lie after the second (att.datable, 13.4)."""

FORMS: Final = ("", "-iso")
NAMES: Final = frozenset(name + form for pair in ORDER for name in pair for form in FORMS)
YEARS: Final = re.compile(r"\d{3,4}")


def order(page: Page) -> Iterator[Problem]:
    """Each pair of dates that contradict, and each day that does not exist."""
    for element in page.dated:
        if element.tag in NO_DATES_ON:
            continue
        dates = dict(_dates(element))
        yield from _impossible(element, dates, page)
        if len(dates) > 1:
            yield from _reversed(element, dates, page)


def _dates(element: etree._Element) -> Iterator[tuple[str, str]]:
    for name, value in element.items():
        if name in NAMES:
            yield str(name), str(value)


def _impossible(element: etree._Element, dates: dict[str, str], page: Page) -> Iterator[Problem]:
    for name, value in dates.items():
        if not is_possible(value):
            fix = _as_said(element, name, page)
            yield problem("TEI073", page.place(element, name), fix=fix, attribute=name, value=value)


def _as_said(element: etree._Element, name: str, page: Page) -> Fix | None:
    """The day that the text of the date states."""
    said = statements("".join(element.itertext("*"))) if name.startswith("when") else ()
    value = said[0].value if len(said) == 1 and said[0].day else None
    if value is None or not is_possible(value):
        return None
    return set_value(page.locator, element, name, value, f"write {value}, as the text says")


def _reversed(element: etree._Element, dates: dict[str, str], page: Page) -> Iterator[Problem]:
    """The first pair out of order; the others would say the same again."""
    for first, last in ORDER:
        for form in FORMS:
            begins, ends = dates.get(first + form), dates.get(last + form)
            before, after = span(begins or ""), span(ends or "")
            if before and after and before.first > after.last:
                swap = first[0] in "fn" and (first, last) in ORDER[:2]
                yield problem(
                    "TEI070",
                    page.place(element, first + form),
                    fix=_swapped(element, (first + form, last + form), page)
                    if swap and _is_swapped(element, before, after)
                    else None,
                    first=first + form,
                    earlier=begins,
                    last=last + form,
                    later=ends,
                )
                return


def _is_swapped(element: etree._Element, before: Span, after: Span) -> bool:
    """Whether the two stand plainly in each other's place.

    They are alike in form, and the text, if it names years, names them in the right order.
    """
    if before.parts != after.parts:
        return False
    text = "".join(element.itertext("*")) if len(element) < 20 else ""
    years = [int(year) for year in YEARS.findall(text)]
    return not years or years == sorted({before.year, after.year})


def _swapped(element: etree._Element, names: tuple[str, str], page: Page) -> Fix | None:
    first, last = names
    title = f"let @{first} and @{last} change places"
    one = set_value(page.locator, element, first, element.get(last, ""), title)
    other = set_value(page.locator, element, last, element.get(first, ""), title)
    return Fix(title, (*one.edits, *other.edits)) if one and other else None
