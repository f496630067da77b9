"""Dates whose attribute and text differ: TEI071; Old and New Style that do not fit: TEI072."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.problem import Fix, Problem, problem
from recensio.tei.names import tei_names
from recensio.validate.edits import set_value
from recensio.validate.integrity.dates.calendars import exists, gregorian, iso, julian
from recensio.validate.integrity.dates.pairs import Pair, pair
from recensio.validate.integrity.dates.spans import Span, span
from recensio.validate.integrity.dates.statements import Statement, statements
from recensio.validate.integrity.survey import Page

SPEAKING: Final = tei_names("date origDate docDate")
MANY_READINGS: Final = tei_names(
    "choice app subst del add note bibl date gap sic orig corr reg abbr expan unclear ref"
)
"""What makes the text of a date more than one text, or less."""

WRITERS: Final = tei_names("dateline opener closer quote q postscript")
STYLED: Final = ("calendar", "datingMethod", "datingPoint", "when-custom", "period")
DOUBTED: Final = (("cert", ("low", "medium", "unknown")), ("evidence", ("external", "conjecture")))
MARCH_STYLE_UNTIL: Final = 1753
JULIAN_UNTIL: Final = 1940
FEWEST: Final = 8
MOST: Final = 15
"""Days between two dates that are plainly meant as Old and New Style."""


def contradictions(page: Page) -> Iterator[Problem]:
    """Each date of the text of a page that its attribute contradicts, or its other half."""
    for element in page.dated:
        if element.tag in SPEAKING and next(element.iterdescendants(*MANY_READINGS), None) is None:
            yield from _of(element, page)


def _of(element: etree._Element, page: Page) -> Iterator[Problem]:
    text = "".join(element.itertext("*"))
    name = "when" if element.get("when") else "when-iso"
    date = span(element.get(name, ""))
    double = pair(text)
    if double:
        yield from _of_pair(element, name, date, double, page)
        return
    said = statements(text) if date else ()
    if date is None or not (said or element.get("when-custom")):
        return
    if _is_julian(element):
        yield from _wrongly_converted(element, name, date, said, page)
    elif said and not _says_why(element) and all(_differs(each, date) for each in said):
        yield _contradicted(element, name, date, said, page)


def _of_pair(
    element: etree._Element, name: str, date: Span | None, double: Pair, page: Page
) -> Iterator[Problem]:
    """A pair of days whose distance is not that of the calendars, or that @when is none of."""
    number, new = julian(*double.old), gregorian(*double.new)
    if not FEWEST <= new - gregorian(*double.old) <= MOST:
        return
    if number != new:
        yield _unfit(element, double.said_old, number, double.said_new, page)
    elif date and not _says_why(element):
        said = tuple(Statement(*day, words) for day, words in double.days)
        if all(each.contradicts(date.year, date.month, date.day) for each in said):
            yield _contradicted(element, name, date, said, page)


def _contradicted(
    element: etree._Element, name: str, date: Span, said: tuple[Statement, ...], page: Page
) -> Problem:
    expected = said[0].value if len(said) == 1 else None
    return problem(
        "TEI071",
        page.place(element, name),
        fix=_as_said(element, name, date, said, page),
        expected=(expected,) if expected else (),
        attribute=name,
        value=element.get(name),
        text=said[0].words,
    )


def _as_said(
    element: etree._Element, name: str, date: Span, said: tuple[Statement, ...], page: Page
) -> Fix | None:
    """The value that the text states, if the attribute is but a slip away from it.

    Where a writer dates a letter the writer may have erred and the attribute be right.
    """
    value = said[0].value if len(said) == 1 else None
    if value is None or said[0].day is None or date.day is None:
        return None
    one = (said[0].year, said[0].month, said[0].day)
    other = (date.year, date.month, date.day)
    exchanged = one == (other[0], other[2], other[1])
    slip = sum(a != b for a, b in zip(one, other, strict=True)) == 1
    by_writer = next(element.iterancestors(*WRITERS), None) is not None
    if not (exchanged or (slip and not by_writer)):
        return None
    return set_value(page.locator, element, name, value, f"write {value}, as the text says")


def _differs(said: Statement, date: Span) -> bool:
    """Whether a statement contradicts the attribute, in every style of the time."""
    if not said.contradicts(date.year, date.month, date.day):
        return False
    return not (_is_march_style(said, date) or _is_old_style(said, date))


def _is_march_style(said: Statement, date: Span) -> bool:
    """A year that began in March or at Easter, as it did in England until 1752."""
    if said.year is None or said.year + 1 != date.year or date.year > MARCH_STYLE_UNTIL:
        return False
    early = date.month is None or date.month <= 4
    return early and not said.contradicts(said.year, date.month, date.day)


def _is_old_style(said: Statement, date: Span) -> bool:
    """A day of the Julian calendar that the attribute gives in the Gregorian one, or reversed."""
    full = said.year and said.month and said.day and date.month and date.day
    if not full or date.year > JULIAN_UNTIL:
        return False
    one = (said.year or 0, said.month or 1, said.day or 1)
    other = (date.year, date.month or 1, date.day or 1)
    return julian(*one) == gregorian(*other) or gregorian(*one) == julian(*other)


def _is_julian(element: etree._Element) -> bool:
    style = f"{element.get('calendar', '')} {element.get('datingMethod', '')}".casefold()
    return "julian" in style or "oldstyle" in style.replace("-", "").replace("_", "")


def _says_why(element: etree._Element) -> bool:
    """Whether the element names another calendar or a doubt."""
    styles = {element.get(name, "") for name in STYLED} - {""}
    if any("gregor" not in style.casefold() for style in styles):
        return True
    return any(element.get(name) in values for name, values in DOUBTED)


def _wrongly_converted(
    element: etree._Element, name: str, date: Span, said: tuple[Statement, ...], page: Page
) -> Iterator[Problem]:
    """A day said to be Julian whose attribute is neither that day nor the same in the new style."""
    custom = span(element.get("when-custom", ""))
    if custom:
        said = (Statement(custom.year, custom.month, custom.day, element.get("when-custom", "")),)
    old = said[0] if len(said) == 1 else None
    if old is None or not (old.year and old.month and old.day and date.month and date.day):
        return
    if old.year < 100 or not exists(old.year, old.month, min(old.day, 28)):
        return
    number, new = julian(old.year, old.month, old.day), gregorian(date.year, date.month, date.day)
    written = gregorian(old.year, old.month, old.day)
    if new in (number, written) or _is_march_style(old, date):
        return
    fix = None
    if FEWEST <= new - written <= MOST:
        title = f"write {iso(number)}, the same day in the new style"
        fix = set_value(page.locator, element, name, iso(number), title)
    yield _unfit(element, old.words, number, element.get(name, ""), page, name, fix)


def _unfit(
    element: etree._Element,
    old: str,
    right: int,
    new: str,
    page: Page,
    attribute: str | None = None,
    fix: Fix | None = None,
) -> Problem:
    place, value = page.place(element, attribute), iso(right)
    return problem("TEI072", place, fix=fix, expected=(value,), old=old, right=value, new=new)
