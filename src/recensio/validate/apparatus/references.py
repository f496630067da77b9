"""@loc: references that the text does not have.

TEI Guidelines, 12.2.1: @loc holds a reference of a canonical scheme, such as `WBP 1`. No schema
says how it is built, so it is learnt: where most references of a document are made of the @n of
the text, or its identifiers, one that is not leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

from recensio.model.problem import Problem, problem
from recensio.tei.names import XML_ID, tei
from recensio.validate.apparatus.survey import Entry, Survey, Text

Reference: TypeAlias = tuple[str, ...]

MOST: Final = 0.75
LEAST: Final = 3
PARTS: Final = re.compile(r"\w+")
RANGE: Final = re.compile(r"\s*[-–]\s*")
APPARATUS: Final = (tei("app"), tei("witness"), tei("listApp"))


def references(survey: Survey) -> Iterator[Problem]:
    """References of @loc that lead nowhere, where a scheme can be seen (APP015)."""
    located = [(text, [e for e in text.entries if e.element.get("loc")]) for text in survey.texts]
    if not any(entries for _, entries in located):
        return
    known = {reference for text in survey.texts for reference in _of_text(text)}
    for text, entries in located:
        lost = [entry for entry in entries if not _leads(entry.element.get("loc") or "", known)]
        if len(entries) >= LEAST and len(lost) <= (1 - MOST) * len(entries):
            yield from (_lost(entry, text) for entry in lost)


def _lost(entry: Entry, text: Text) -> Problem:
    place = text.place(entry.element, "loc")
    return problem("APP015", place, attribute="loc", target=entry.element.get("loc"))


def _leads(loc: str, known: set[Reference]) -> bool:
    if _parts(loc) in known:
        return True
    return all(_parts(end) in known for end in RANGE.split(loc)) and bool(RANGE.search(loc))


def _of_text(text: Text) -> Iterator[Reference]:
    """Every reference of the text: the @n of an element and of those around it, from any on."""
    chains: dict[etree._Element, Reference] = {}
    for element in text.root.iter("*"):
        parent = element.getparent()
        around = chains.get(parent, ()) if parent is not None else ()
        number = element.get("n") if element.tag not in APPARATUS else None
        chains[element] = (*around, *_parts(number)) if number else around
        if number:
            yield from (chains[element][i:] for i in range(len(chains[element])))
        if element.get(XML_ID):
            yield _parts(element.get(XML_ID) or "")


def _parts(value: str) -> Reference:
    return tuple(PARTS.findall(value))
