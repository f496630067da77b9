"""Readings whose text stands elsewhere: external apparatus, and copies of other elements.

TEI Guidelines, 12.2: a reading may point at its text in the transcription of a witness, a ptr in
place of words; 16.6: an element with @copyOf has the content of another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from recensio.model.document import Document
from recensio.tei.names import tei
from recensio.tei.pointers import Pointers, Target
from recensio.tei.text import BREAK, READINGS, normalise, pieces_of, text_of

POINTING: Final = (tei("ptr"), tei("ref"))


def fetching(reading: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The elements of a reading that stand for text elsewhere, each with its pointer."""
    for element in reading.iter("*"):
        pointer = element.get("copyOf") or (
            element.get("target") if element.tag in POINTING else None
        )
        if pointer and not _has_words(element) and _reading_of(element) is reading:
            yield element, pointer


def fetched_text(reading: etree._Element, document: Document, pointers: Pointers) -> str | None:
    """The text of a reading with what it fetches put in its place; None if nothing is found."""
    found = {
        element: text
        for element, pointer in fetching(reading)
        if (text := _text_at(pointer, document, pointers)) is not None
    }
    if not found:
        return None
    around = {parent for element in found for parent in element.iterancestors()}
    return normalise("".join(_inside(reading, found, around)).replace(BREAK, " "))


def text_at(target: Target) -> str:
    """The text of what a pointer leads to, on one line."""
    if target.begin is None:
        return text_of(target.element)
    value = "".join(map(str, target.element.itertext()))
    return normalise(value[target.begin : target.end])


def _text_at(pointer: str, document: Document, pointers: Pointers) -> str | None:
    targets = [pointers.target(each, document) for each in pointer.split()]
    texts = [text_at(target) for target in targets if target is not None]
    return " ".join(texts) if texts else None


def _inside(
    element: etree._Element, found: dict[etree._Element, str], around: set[etree._Element]
) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child in found:
            apart = child.tag not in POINTING or (not child.tail and child.getnext() in found)
            yield f"{found[child]} " if apart else found[child]
        elif child in around:
            yield from _inside(child, found, around)
        else:
            yield from pieces_of(child)
        yield child.tail or ""


def _has_words(element: etree._Element) -> bool:
    return bool("".join(map(str, element.itertext())).strip())


def _reading_of(element: etree._Element) -> etree._Element | None:
    """The reading that an element belongs to; none if it stands in a remark."""
    return next(element.iterancestors(*READINGS, *_REMARKS), None)


_REMARKS: Final = (tei("note"), tei("witDetail"), tei("wit"))
