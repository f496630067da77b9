"""The words of entries that stand apart, found in the line or paragraph that they name.

An entry that is located by its paragraph says with its lemma which words it means (TEI Guidelines,
12.2.1). Where these stand there once, the book is told so by two anchors around them, in its copy
of the text; else the entry belongs to the whole place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from lxml import etree

from recensio.model.apparatus import Method
from recensio.publish.anchors import Anchored, Passage
from recensio.publish.placements import placements
from recensio.publish.prepare import Prepared
from recensio.publish.print import Placement
from recensio.tei.names import tei


@dataclass(frozen=True, slots=True)
class Located:
    """A document with the placements of its entries; `text` has the anchors that they name."""

    prepared: Prepared
    text: str
    placements: tuple[Placement, ...]


def located(texts: Sequence[Prepared], speakers: bool = True) -> tuple[Located, ...]:
    """The texts of a book with their placements, made as narrow as lemmata allow.

    With `speakers` a lemma that a verse does not have is looked for in the name of its speaker.
    The cost is that of the documents and of the places that are named.
    """
    finders = {each.document.id: _Finder(each, speakers) for each in texts}
    found = [
        tuple(_narrowed(placement, lemma, finders) for placement, lemma in _sought(each))
        for each in texts
    ]
    return tuple(
        Located(each, finders[each.document.id].text, own)
        for each, own in zip(texts, found, strict=True)
    )


def _sought(each: Prepared) -> Iterator[tuple[Placement, str]]:
    """The placements of a document, each with the words to look for, if that is to be done."""
    lemmata = {
        entry.id: entry.lemma.text
        for entry in each.entries
        if entry.lemma and entry.method is Method.LOCATION_REFERENCED
    }
    return ((placement, lemmata.get(placement.entry, "")) for placement in placements(each))


def _narrowed(placement: Placement, lemma: str, finders: Mapping[str, _Finder]) -> Placement:
    finder = finders.get(placement.chapter)
    ends = finder.anchors(placement.begins, placement.ends, lemma) if finder and lemma else None
    return replace(placement, begins=ends[0], ends=ends[1]) if ends else placement


class _Finder:
    """Finds lemmata in the places of a document, which is copied only if it is asked for one."""

    def __init__(self, prepared: Prepared, speakers: bool) -> None:
        self._prepared = prepared
        self._speakers = speakers
        self._passages: dict[tuple[str, str], tuple[Passage, ...]] = {}
        self._has_anchors = False

    @cached_property
    def _copy(self) -> Anchored:
        return Anchored(self._prepared.document.tree)

    @property
    def text(self) -> str:
        """The document with its anchors; as it was if there are none."""
        return self._copy.written() if self._has_anchors else self._prepared.text

    def anchors(self, begins: str, ends: str, lemma: str) -> tuple[str, str] | None:
        """The names of the anchors around the words of a lemma; None if they are not found."""
        place = begins, ends
        if place not in self._passages:
            self._passages[place] = tuple(self._read(begins, ends))
        found = next(filter(None, (each.find(lemma) for each in self._passages[place])), None)
        if found is None:
            return None
        self._has_anchors = True
        return self._copy.want(*found[0]), self._copy.want(*found[1])

    def _read(self, begins: str, ends: str) -> Iterator[Passage]:
        """What is looked through for a lemma: its place, then the name of the speaker."""
        first, last = (self._copy.named.get(name) for name in (begins, ends))
        if first is None or last is None:
            return
        yield Passage(first, last)
        speaker = _speaker(first) if self._speakers else None
        if speaker is not None:
            yield Passage(speaker, speaker)


def _speaker(verse: etree._Element) -> etree._Element | None:
    """The name that stands right before a verse or a stanza that it opens."""
    before = verse.getprevious()
    if before is None and verse.getparent() is not None:
        stanza = next(verse.iterancestors(tei("lg")), None)
        before = stanza.getprevious() if stanza is not None else None
    return before if before is not None and before.tag == tei("speaker") else None
