"""Where entries say that they belong: @from, @to and @loc.

TEI Guidelines, 12.2.1, 12.2.2 and 12.2.4: the lemma runs from the beginning of the element that
@from names to the end of the one that @to names; without @to it is the element of @from.
"""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.tei.names import tei_names
from recensio.tei.pointers import Pointers
from recensio.tei.spans import last_inside
from recensio.validate.apparatus import mending
from recensio.validate.apparatus.near import nearest
from recensio.validate.apparatus.survey import Entry, Survey, Text
from recensio.validate.spelling import by_likeness

ENDS: Final = ("from", "to")
XPOINTER: Final = re.compile(r"([\w-]+)\((.*)\)$", re.DOTALL)
SCHEMES: Final = frozenset({"left", "right", "string-index", "range", "string-range", "match"})
_NUMBER: Final = re.compile(r"\d+")
NO_PLACES: Final = tei_names("witness listWit bibl person place org handNote app lem rdg")
AT_MOST: Final = 40
"""So many lost places are worth looking for; more are no slips of the pen."""

MANY: Final = 20
"""So many candidates are compared for a wrong pointer; more would take its time and help little."""


class Places:
    """The elements that entries point to, and their order in their document."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey
        self._pointers = Pointers([text.document for text in survey.texts])
        self._order: dict[Text, dict[etree._Element, int]] = {}

    def of(self, pointer: str, text: Text) -> etree._Element | None:
        """The element that a plain pointer names; one at characters inside names none."""
        target = self._pointers.target(pointer, text.document) if "#" in pointer else None
        return target.element if target is not None and target.begin is None else None

    def is_known(self, pointer: str, text: Text) -> bool:
        """Whether the pointer leads somewhere, or out of the edition."""
        file, hash_, _ = pointer.rpartition("#")
        scheme = XPOINTER.match(pointer.partition("#")[2])
        if (file and _name(file) not in self._by_file) or (not hash_ and ":" in pointer):
            return ":" in pointer or _exists(file, text)
        if scheme:
            return self._names_known(scheme, text)
        return self.of(pointer, text) is not None

    def span(self, entry: Entry, text: Text) -> tuple[int, int] | None:
        """Where the lemma begins and ends, counted in elements; None without plain pointers."""
        begin, end = entry.element.get("from"), entry.element.get("to")
        first = self.of(begin, text) if begin else None
        last = self.of(end, text) if end else first
        if first is None or last is None:
            return None
        home = self._home(first)
        order = self._orders(home)
        if last not in order:
            return None
        return order[first], order[last_inside(last)]

    def reversed(self, entry: Entry, text: Text) -> bool:
        """Whether @to stands before @from, neither being inside the other."""
        begin, end = entry.element.get("from"), entry.element.get("to")
        first, last = (self.of(end_, text) if end_ else None for end_ in (begin, end))
        if first is None or last is None or first is last:
            return False
        order = self._orders(self._home(first))
        return last in order and order[last_inside(last)] < order[first]

    @cached_property
    def _by_file(self) -> dict[str, Text]:
        return {_name(text.document.path): text for text in self._survey.texts}

    @cached_property
    def _by_root(self) -> dict[etree._Element, Text]:
        return {text.root: text for text in self._survey.texts}

    def _home(self, element: etree._Element) -> Text:
        return self._by_root[element.getroottree().getroot()]

    def _orders(self, text: Text) -> dict[etree._Element, int]:
        if text not in self._order:
            self._order[text] = {element: i for i, element in enumerate(text.root.iter("*"))}
        return self._order[text]

    def _names_known(self, scheme: re.Match[str], text: Text) -> bool:
        """Whether the identifier that an XPointer begins with exists (16.2.4)."""
        if scheme[1] not in SCHEMES:
            return True
        first = scheme[2].split(",")[0].strip().removeprefix("#").strip("'\"")
        simple = re.fullmatch(r"[^\W\d][\w.\-·]*", first)
        return not simple or first in self._survey.identified


def anchors(survey: Survey, places: Places) -> Iterator[Problem]:
    """@from and @to that lead nowhere (APP015) or stand reversed (APP016)."""
    lost = 0
    for text in survey.texts:
        for entry in text.entries:
            app = entry.element
            unknown = [
                end for end in ENDS if app.get(end) and not places.is_known(app.get(end, ""), text)
            ]
            for end in unknown:
                lost += 1
                known = survey.identified_in[text] if lost <= AT_MOST else {}
                yield _unresolved(entry, end, text, known)
            if not unknown and places.reversed(entry, text):
                yield _reversed(app, text)


def _unresolved(entry: Entry, end: str, text: Text, known: Mapping[str, etree._Element]) -> Problem:
    pointer = entry.element.get(end) or ""
    name = pointer.rpartition("#")[2]
    meant = name if name in known else nearest(name, _candidates(name, known))
    near = by_likeness(name, _candidates(name, known))[:3]
    expected = tuple(dict.fromkeys(f"#{each}" for each in (*((meant,) if meant else ()), *near)))
    place = text.place(entry.element, end)
    found = problem("APP015", place, attribute=end, target=pointer, expected=expected)
    if meant is None or (meant != name and _NUMBER.sub("", meant) == _NUMBER.sub("", name)):
        return found  # Of numbered places any could be meant.
    return mending.with_value(found, text, entry.element, end, f"#{meant}", f"point to #{meant}")


def _candidates(name: str, known: Mapping[str, etree._Element]) -> list[str]:
    first = name[:1].casefold()
    close = [
        each
        for each, element in known.items()
        if abs(len(each) - len(name)) < 3
        and each[:1].casefold() == first
        and element.tag not in NO_PLACES
    ]
    shared = sorted(close, key=lambda each: -_common(each, name))
    return shared[:MANY]


def _common(one: str, other: str) -> int:
    """How many letters two names share at their beginning and end."""
    pairs = list(zip(one, other, strict=False))
    first = next((i for i, (a, b) in enumerate(pairs) if a != b), len(pairs))
    backwards = list(zip(one[::-1], other[::-1], strict=False))
    return first + next((i for i, (a, b) in enumerate(backwards) if a != b), len(backwards))


def _reversed(app: etree._Element, text: Text) -> Problem:
    begin, end = app.get("from") or "", app.get("to") or ""
    found = problem("APP016", text.place(app, "to"), begin=begin, end=end)
    return mending.swapped(found, text, app, begin, end)


def _exists(file: str, text: Text) -> bool:
    """Whether a file that is no document of the edition lies where the pointer says."""
    path = Path(text.document.path).parent / unquote(file.partition("?")[0])
    return os.path.isfile(path)  # noqa: PTH113 - never raises


def _name(file: str) -> str:
    return PurePosixPath(file.partition("?")[0].replace("\\", "/")).name
