"""Registers and what is said of their entries: REG003 never mentioned, REG004 and REG005 lives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from recensio.model.document import DocumentKind
from recensio.model.problem import Problem, problem
from recensio.tei.names import XML_ID, tei
from recensio.tei.registers import KINDS
from recensio.validate.integrity.dates.spans import Span, span
from recensio.validate.integrity.followed import Followed
from recensio.validate.integrity.resolution import Fate
from recensio.validate.integrity.survey import Edition, Page

SHOWN: Final = 5
LARGE: Final = 10
"""From so many entries on a register of which most are never mentioned serves more texts."""

ENDING: Final = re.compile("[#/:]")
ACTION: Final = tei("correspAction")
DATES: Final = ("when", "notBefore", "notAfter", "from", "to")


def registers(edition: Edition, all_followed: Sequence[Followed]) -> Iterator[Problem]:
    """Entries that nothing names, persons who die before they are born or write after death."""
    mentioned = {each.resolution.name for each in all_followed}
    mentioned.update(ENDING.split(each.pointer.value)[-1] for each in all_followed)
    mentioned.update(key for page in edition.pages for key in page.keys)
    found = [each for each in all_followed if each.fate is Fate.FOUND]
    targets = {each.resolution.element for each in found}
    for page in edition.pages:
        yield from _unmentioned(page, mentioned, targets)
        for person in page.named.get(tei("person"), ()):
            yield from _lives(person, page)
    yield from _letters(edition, found)


def _unmentioned(
    page: Page, mentioned: set[str], targets: set[etree._Element | None]
) -> Iterator[Problem]:
    """One remark for each list of a register of which some entry is mentioned."""
    for listing in page.listings:
        if not _is_register(page, listing):
            continue
        entries = [e for e in listing.iterchildren(*KINDS) if e.get(XML_ID)]
        silent = [e for e in entries if e.get(XML_ID) not in mentioned and e not in targets]
        most = len(entries) - 1 if len(entries) < LARGE else len(entries) // 2
        if 0 < len(silent) <= most:
            names = [str(e.get(XML_ID)) for e in silent]
            more = " …" if len(names) > SHOWN else ""
            yield problem(
                "REG003",
                page.place(silent[0]),
                count=len(names),
                entries=len(entries),
                listing=etree.QName(listing).localname,
                examples=", ".join(names[:SHOWN]) + more,
            )


def _is_register(page: Page, listing: etree._Element) -> bool:
    """Whether entries of the list are there to be mentioned; a bibliography is there to be read."""
    if page.document.kind is DocumentKind.REGISTER:
        return True
    around = {parent.tag for parent in listing.iterancestors()}
    return listing.tag != tei("listBibl") and tei("sourceDesc") not in around


def _lives(person: etree._Element, page: Page) -> Iterator[Problem]:
    """The death of a person before the birth, whatever of several dates is true."""
    births = [s for e in person.iterchildren(tei("birth")) for s in _spans(e)]
    deaths = list(person.iterchildren(tei("death")))
    ends = [s for e in deaths for s in _spans(e)]
    if not births or not ends:
        return
    birth, death = min(births, key=lambda s: s.first), max(ends, key=lambda s: s.last)
    if death.last < birth.first:
        place = page.place(deaths[0])
        yield problem(
            "REG004", place, id=_called(person), birth=_written(birth), death=_written(death)
        )


def _spans(event: etree._Element) -> Iterator[Span]:
    """The dates of a birth or death, in its own attributes or those of a date in it."""
    for element in (event, *event.iterchildren(tei("date"))):
        for name in DATES:
            found = span(element.get(name) or element.get(f"{name}-iso") or "")
            if found:
                yield found


def _written(date: Span) -> str:
    parts = [f"{date.year:04}", *(f"{part:02}" for part in (date.month, date.day) if part)]
    return "-".join(parts)


def _called(person: etree._Element) -> str:
    return person.get(XML_ID) or "".join(person.itertext("*")).strip()[:40] or "the person"


def _letters(edition: Edition, found: Sequence[Followed]) -> Iterator[Problem]:
    """Senders and receivers who were dead before the day that the letter bears."""
    actions = {action for page in edition.pages for action in page.named.get(ACTION, ())}
    if not actions:
        return
    for each in found:
        action, person = each.pointer.element.getparent(), each.resolution.element
        if action in actions and person is not None and person.tag == tei("person"):
            written = [s for e in action.iterchildren(tei("date")) for s in _spans(e)]
            deaths = [s for e in person.iterchildren(tei("death")) for s in _spans(e)]
            last = max((death.last for death in deaths), default=None)
            if written and last is not None and last < min(date.first for date in written):
                yield problem(
                    "REG005",
                    each.place,
                    id=_called(person),
                    date=_written(min(written, key=lambda s: s.first)),
                    death=_written(max(deaths, key=lambda s: s.last)),
                )
