"""Where witnesses are defective: lacunae that open and close, readings inside them.

TEI Guidelines, 12.1.5. The marks of a witness are followed in document order, through all
documents that share its declaration, since the text of an edition may run on from file to file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.model.witness import Siglum
from recensio.tei.apparatus import LACUNA_END, LACUNA_START, MARKS, witnesses_of_mark
from recensio.validate.apparatus import mending
from recensio.validate.apparatus.survey import LEM, RDG, Text, is_empty, words

Key: TypeAlias = tuple[str, Siglum]
ELSEWHERE: Final = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A mark of a witness, or a reading that names it."""

    element: etree._Element
    text: Text


@dataclass(slots=True)
class Course:
    """What is known of a witness so far."""

    siglum: Siglum
    opened: Event | None = None
    inside: list[Event] = field(default_factory=list)
    seen: bool = False


def lacunae(texts: Iterable[Text]) -> Iterator[Problem]:
    """Lacunae not closed, opened twice or closed unopened, and readings inside (APP008-011)."""
    courses: dict[Key, Course] = {}
    for text in texts:
        marked = _marked(text)
        for key in marked.values():
            courses.setdefault(key, Course(key[1]))
        known = {
            siglum: course for (home, siglum), course in courses.items() if home in _homes(text)
        }
        if known:
            yield from _follow(text, known)
    for course in courses.values():
        yield from _unclosed(course)


def _homes(text: Text) -> tuple[str, str]:
    return (text.document.id, ELSEWHERE)


def _marked(text: Text) -> dict[Siglum, Key]:
    """The witnesses that have a lacuna marked in the text, with where they are declared."""
    own = {witness.siglum for witness in text.document.witnesses}
    found = {}
    for mark in text.root.iter(LACUNA_START, LACUNA_END):
        for siglum in text.witnesses.covered(witnesses_of_mark(mark)):
            found[siglum] = (text.document.id if siglum in own else ELSEWHERE, siglum)
    return found


def _follow(text: Text, known: dict[Siglum, Course]) -> Iterator[Problem]:
    for element in text.root.iter(LEM, RDG, LACUNA_START, LACUNA_END):
        event = Event(element, text)
        if element.tag in (LEM, RDG):
            _read(event, known)
            continue
        step = _open if element.tag == LACUNA_START else _close
        for siglum in text.witnesses.covered(witnesses_of_mark(element)):
            yield from step(known[siglum], event)


def _read(event: Event, known: dict[Siglum, Course]) -> None:
    """A reading with text says that the witness is there; one that holds a mark says nothing."""
    reading = event.element
    if is_empty(reading) or not words(reading) or next(reading.iter(*MARKS), None) is not None:
        return
    for siglum in event.text.witnesses.resolve(reading.get("wit") or ""):
        course = known.get(siglum)
        if course is not None and course.opened:
            course.inside.append(event)
        elif course is not None:
            course.seen = True


def _open(course: Course, event: Event) -> Iterator[Problem]:
    if course.opened and course.inside:
        yield from _unclosed(course)
        course.opened = None
    if course.opened:
        line = course.opened.element.sourceline
        found = problem("APP009", event.text.place(event.element), siglum=course.siglum, line=line)
        yield mending.without_mark(found, event.text, event.element)
    else:
        course.opened, course.inside = event, []


def _close(course: Course, event: Event) -> Iterator[Problem]:
    if course.opened:
        for read in course.inside:
            place = read.text.place(read.element, "wit")
            line = course.opened.element.sourceline
            yield problem("APP011", place, siglum=course.siglum, line=line)
    elif course.seen:
        # A witness that has had no reading yet may begin where its first lacuna ends.
        yield problem("APP010", event.text.place(event.element), siglum=course.siglum)
    course.opened, course.inside, course.seen = None, [], True


def _unclosed(course: Course) -> Iterator[Problem]:
    if course.opened:
        place = course.opened.text.place(course.opened.element)
        sequel = "; it runs to the end of the text"
        if course.inside:
            sequel = f"; it has readings from line {course.inside[0].element.sourceline} on"
        found = problem("APP008", place, siglum=course.siglum, sequel=sequel)
        yield found if course.inside else mending.as_information(found)


def defective(text: Text) -> dict[etree._Element, frozenset[Siglum]]:
    """For each entry the witnesses that are not there: in a lacuna, not begun, or at an end."""
    gone = _not_begun(text)
    found: dict[etree._Element, frozenset[Siglum]] = {}
    entries = {entry.element for entry in text.entries}
    for element in text.root.iter("*"):
        if element in entries:
            found[element] = frozenset(gone)
        elif element.tag in MARKS:
            sigla = text.witnesses.covered(witnesses_of_mark(element))
            starts = element.tag == LACUNA_START or str(element.tag).endswith("}witEnd")
            (gone.update if starts else gone.difference_update)(sigla)
            for app in element.iterancestors():
                if app in found:
                    found[app] |= frozenset(sigla)
    return found


def _not_begun(text: Text) -> set[Siglum]:
    """The witnesses whose first mark says that they begin there."""
    first: dict[Siglum, str] = {}
    for mark in text.root.iter(*MARKS):
        for siglum in text.witnesses.covered(witnesses_of_mark(mark)):
            first.setdefault(siglum, str(mark.tag).rpartition("}")[2])
    return {siglum for siglum, name in first.items() if name in ("lacunaEnd", "witStart")}
