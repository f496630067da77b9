"""What comes of a stylesheet: its result, its reports, its errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

FEATURE: Final = "http://saxon.sf.net/feature"


class StylesheetError(Exception):
    """A stylesheet failed on a document, or does not compile; the text is Saxon's, on one line.

    `faults` are what is wrong with a stylesheet that was given as text, each with its line.
    """

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))
        self.faults = tuple(faults_of(message))


@dataclass(frozen=True, slots=True)
class Report:
    """What a stylesheet says of the document it transforms (`ed:report` in xslt/common)."""

    code: str
    xpath: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Transformation:
    """The serialised result of a transformation and its reports.

    `faults` are lines of a stylesheet given as text in which a pattern could not be matched.
    """

    output: str
    reports: tuple[Report, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()


def saxon_error() -> type[Exception]:
    """The class of Saxon's errors, whose library is loaded only when a stylesheet runs."""
    from saxonche import PySaxonApiError

    return PySaxonApiError  # type: ignore[no-any-return]


def reports_of(messages: Any) -> Iterator[Report]:
    """The reports among the messages of a stylesheet."""
    for message in messages or ():
        for element in message.children:
            attributes = {a.local_name: a.string_value for a in element.attributes or ()}
            code, xpath = attributes.pop("code", ""), attributes.pop("xpath", "")
            if code:
                yield Report(code, xpath, tuple(attributes.items()))


def faults_of(message: str) -> Iterator[tuple[int, str]]:
    """The line and the reason of each of the errors that Saxon lists in one text."""
    for said in re.split(r"\n(?=\S)", message):
        place = re.search(r" on line (\d+) column \d+\b", " ".join(said.split()))
        if place:
            reason = " ".join(said.partition("\n")[2].split())
            yield int(place[1]), re.sub(r"^[A-Z]{4}\d{4}\s+", "", reason)
