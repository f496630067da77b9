"""Which entries concern a document from elsewhere, and where their words stand in its passages.

An entry of the double end-point method has them between its ends. One that is located by line or
paragraph has a lemma that is looked for there; without it nobody can tell which words it means
(TEI Guidelines, 12.2.1 and 12.2.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from recensio.model.apparatus import ApparatusKind, Method
from recensio.model.document import Corpus, Document
from recensio.tei.attestation import Attestations
from recensio.tei.lemmata import Place, Position
from recensio.tei.linkage import is_apart, method_of
from recensio.tei.names import tei
from recensio.tei.passages import Compiler, Passage, Point
from recensio.tei.settling import Placed
from recensio.tei.spans import Span, Spans
from recensio.tei.text import APP, Edge, readings_of, text_of

LINE_BEGINNING: Final = tei("lb")
LEMMA: Final = tei("lem")


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """An entry whose words stand elsewhere, its document, and their span; None if not known."""

    app: etree._Element
    document: Document
    span: Span | None


def linked_entries(documents: Sequence[Document], spans: Spans) -> Mapping[str, Sequence[Linked]]:
    """The entries with variants that concern each document, by its path.

    An entry whose span is not known is among those of its own document.
    """
    found: dict[str, list[Linked]] = defaultdict(list)
    for document in documents:
        for app in document.tree.getroot().iter(APP):
            apart = is_apart(app) and method_of(app) is not Method.EXTERNAL
            if apart and any(reading.tag != LEMMA for reading in readings_of(app)):
                span = spans.of(app, document)
                home = span.document if span else document
                found[home.path].append(Linked(app, document, span))
    return found


def edges_of(linked: Iterable[Linked]) -> set[etree._Element]:
    """The elements where the words of the entries begin and end."""
    found: set[etree._Element] = set()
    for each in linked:
        if each.span is not None:
            found |= {each.span.first, each.span.last}
            following = _next_line(each.span)
            found |= {following} if following is not None else set()
    return found


class Placer:
    """Finds the words of entries in the passages of one document."""

    def __init__(self, compiler: Compiler, whole: Passage, corpus: Corpus) -> None:
        self._compiler = compiler
        self._whole = whole
        self._positive = corpus.apparatus is ApparatusKind.POSITIVE
        self._places: dict[tuple[Passage, int, int], Place] = {}

    def placed(self, linked: Linked, attestations: Attestations) -> Placed | None:
        """The entry at its words; None if they are not found."""
        bounds = self._bounds(linked.span) if linked.span else None
        words = self._words(linked, *bounds) if bounds else None
        if bounds is None or words is None or words[1] < words[0]:
            return None
        lemmata = (reading for reading in readings_of(linked.app) if reading.tag == LEMMA)
        complete = self._positive and any(lemma.get("wit") for lemma in lemmata)
        choice = self._compiler.choice(linked.app, attestations)
        return Placed(choice, bounds[0], *words, complete)

    def _bounds(self, span: Span) -> tuple[Passage, int, int] | None:
        """The passage and the parts from the first to before the last that the span covers."""
        edges = self._compiler.edges
        begin = edges.get(Edge(span.first, opens=True))
        end: Point | None = edges.get(Edge(span.last, opens=False))
        if span.last.tag == LINE_BEGINNING:
            following = _next_line(span)
            end = (self._whole, len(self._whole.parts))
            end = edges.get(Edge(following, opens=True)) if following is not None else end
        if begin is None or end is None:
            return None
        for passage, first in self._outwards(begin, opens=True):
            for other, last in self._outwards(end, opens=False):
                if passage is other:
                    return (passage, first, last) if first <= last else None
        return None

    def _outwards(self, point: Point, opens: bool) -> Iterator[Point]:
        """A point, and those around entries at the edge of whose reading it lies."""
        yield point
        passage, part = point
        while passage in self._compiler.around and part == (0 if opens else len(passage.parts)):
            passage, part = self._compiler.around[passage]
            part += not opens
            yield passage, part

    def _words(
        self, linked: Linked, passage: Passage, first: int, end: int
    ) -> tuple[Position, Position] | None:
        span = linked.span
        if span is not None and (span.begin is not None or span.end is not None):
            value = "".join(map(str, span.first.itertext()))
            begin = span.begin or 0
            return self._place(passage, first, end).find_nth(value[begin : span.end], value[:begin])
        if method_of(linked.app) is Method.DOUBLE_END_POINT:
            return (first, 0), (end, 0)
        lemma = next((text_of(r) for r in readings_of(linked.app) if r.tag == LEMMA), "")
        found = self._place(passage, first, end).find(lemma) if lemma else None
        return (_with_space(passage, found[0]), found[1]) if found else None

    def _place(self, passage: Passage, first: int, end: int) -> Place:
        key = (passage, first, end)
        if key not in self._places:
            self._places[key] = Place(passage.parts[first:end], first)
        return self._places[key]


def _with_space(passage: Passage, begin: Position) -> Position:
    """The place before the white space that goes before a word, so that it goes with the word."""
    part, offset = begin
    text = passage.parts[part] if part < len(passage.parts) else ""
    while offset and isinstance(text, str) and text[offset - 1].isspace():
        offset -= 1
    return part, offset


def _next_line(span: Span) -> etree._Element | None:
    """The line beginning after the one that a span is, or ends with."""
    if span.last.tag != LINE_BEGINNING:
        return None
    return next(_following_lines(span.last), None)


def _following_lines(line: etree._Element) -> Iterator[etree._Element]:
    node: etree._Element | None = line
    while node is not None:
        for sibling in node.itersiblings():
            yield from sibling.iter(LINE_BEGINNING)
        node = node.getparent()
