"""The passages of a document and the names and dates in them, read once.

A passage is a block of the reading text, a note, or a reading that is not in the text. Each
character of a document is read once for the text and once for the nearest note or reading around
it, so the cost is that of the document.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from lxml import etree

from recensio.model.problem import Location
from recensio.model.register import Mention
from recensio.publish.prepare import Prepared
from recensio.tei.linkage import is_apart
from recensio.tei.names import XML_ID, tei
from recensio.tei.text import APP, BREAK, CHOSEN, LEFT_OUT, READINGS, Edge, lemma_of, pieces

APART: Final = frozenset(
    (*LEFT_OUT, *READINGS, *CHOSEN, *map(tei, ("sic", "orig", "abbr", "choice")))
)
"""What may hold words that are not read in the text."""


ENTRY: Final = "app"
"""The kind of mention that an entry of the apparatus is, where it holds a date."""


class Where(StrEnum):
    """Of which kind a passage is; a comment stands in the apparatus beside its readings."""

    TEXT = "text"
    NOTE = "note"
    READING = "reading"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in a passage, from the character `begin` of its text to before `end`."""

    mention: Mention
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in NFC with white space collapsed; `wit` is the @wit of a reading."""

    where: Where
    text: str
    named: tuple[Named, ...]
    wit: str = ""


Watched = Mapping[etree._Element, Mention]


def passages(each: Prepared) -> Iterator[Passage]:
    """The passages of a document that name anything: those of the text, then the others."""
    watched = _watched(each)
    if not watched:
        return
    found = [*_read(each.document.tree.getroot(), watched, Where.TEXT)]
    seen = {named.mention.id for passage in found for named in passage.named}
    yield from found
    left = {element: m for element, m in watched.items() if m.id not in seen}
    for container, mentions in _containers(left).items():
        where, wit = _where(container), container.get("wit", "")
        read = [*_read(container, mentions, where, wit)]
        yield from read
        seen = {named.mention.id for passage in read for named in passage.named}
        yield from (_alone(m, where, wit) for m in mentions.values() if m.id not in seen)


def around(passage: Passage, named: Named, width: int = 60) -> tuple[str, str, str]:
    """The words before a mention, its own, and those after, at most `width` characters a side.

    Where words are left out, at whole words, stands an ellipsis.
    """
    before, after = passage.text[: named.begin], passage.text[named.end :]
    if len(before) > width:
        cut = before[-width:]
        before = "… " + (cut.partition(" ")[2] or cut)
    if len(after) > width:
        cut = after[:width]
        after = (cut.rpartition(" ")[0] or cut) + " …"
    return before, passage.text[named.begin : named.end], after


def _watched(each: Prepared) -> dict[etree._Element, Mention]:
    """What is looked for in a document: its mentions, and the entries that hold a date."""
    wanted = {mention.id: mention for mention in each.mentions if mention.id}
    dated = {mention.id for mention in each.mentions if mention.kind == "date" and mention.when}
    found: dict[etree._Element, Mention] = {}
    for element in each.document.tree.getroot().iter("*") if wanted else ():
        identifier = element.get(XML_ID, "")
        if identifier in wanted:
            found[element] = wanted[identifier]
        if identifier in dated:
            found |= {app: _entry(app, each) for app in element.iterancestors(APP)}
    return found


def _entry(app: etree._Element, each: Prepared) -> Mention:
    location = Location(each.document.path)
    return Mention(app.get(XML_ID, ""), each.document.id, ENTRY, "", None, None, location)


def _containers(left: Watched) -> Mapping[etree._Element, dict[etree._Element, Mention]]:
    """Mentions that the text does not have, by the nearest note or reading around them."""
    found = defaultdict[etree._Element, dict[etree._Element, Mention]](dict)
    for element, mention in left.items():
        apart = (parent for parent in element.iterancestors() if parent.tag in APART)
        found[next(apart, element)][element] = mention
    return found


def _where(container: etree._Element) -> Where:
    if container.tag in READINGS:
        return Where.READING
    return Where.NOTE if next(container.iterancestors(APP), None) is None else Where.COMMENT


def _alone(mention: Mention, where: Where, wit: str) -> Passage:
    return Passage(where, mention.text, (Named(mention, 0, len(mention.text)),), wit)


def _read(
    container: etree._Element, watched: Watched, where: Where, wit: str = ""
) -> Iterator[Passage]:
    """The passages of a container that name anything."""
    block = _Block()
    for piece in (*_flat(container, watched), BREAK):
        if isinstance(piece, Edge):
            block.edge(watched[piece.element], piece.opens)
            continue
        for number, text in enumerate(piece.split(BREAK)):
            if number:
                if block.named:
                    yield block.passage(where, wit)
                block = _Block()
            block.add(text)


def _flat(container: etree._Element, watched: Watched) -> Iterator[str | Edge]:
    """What is read in a container, the lemma at each entry, with the edges of the mentions."""
    for piece in pieces(container, watched.keys()):
        if not isinstance(piece, etree._Element):
            yield piece
        elif piece.tag == APP and not is_apart(piece):
            chosen = lemma_of(piece)
            if piece in watched:
                yield Edge(piece, opens=True)
            if isinstance(chosen, etree._Element):
                yield from _flat(chosen, watched)
            if piece in watched:
                yield Edge(piece, opens=False)


@dataclass(slots=True)
class _Block:
    """A block while it is read."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    open: dict[str, int] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)
    is_spaced: bool = True

    def add(self, text: str) -> None:
        words = " ".join(unicodedata.normalize("NFC", f"|{text}|").split())[1:-1]
        words = words[1:] if self.is_spaced and words.startswith(" ") else words
        if words:
            self.text.append(words)
            self.length += len(words)
            self.is_spaced = words.endswith(" ")

    def edge(self, mention: Mention, opens: bool) -> None:
        if opens:
            self.open[mention.id] = self.length
        elif mention.id in self.open:
            self.named.append(Named(mention, self.open.pop(mention.id), self.length))

    def passage(self, where: Where, wit: str) -> Passage:
        text = "".join(self.text).rstrip()
        return Passage(where, text, tuple(self.named), wit)
