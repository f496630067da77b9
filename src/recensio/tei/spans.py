"""Where in the base text an entry belongs: the span from its beginning to its end.

TEI Guidelines, 12.2.1 and 12.2.2: the lemma runs from the beginning of the element that @from names
to the end of the one that @to names; without @to it is the element of @from, or, where the entry
stands in the line behind its lemma, what lies between @from and the entry. An entry with @loc
belongs to the element of that reference, one that stands in the line without either to its block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from lxml import etree

from recensio.model.apparatus import Method
from recensio.model.document import Document
from recensio.tei.linkage import APART, method_of
from recensio.tei.locate import Locator
from recensio.tei.names import tei_names
from recensio.tei.pointers import Pointers, Target
from recensio.tei.references import References

Order: TypeAlias = dict[etree._Element, int]

LINES: Final = tei_names("ab head item l p seg sp stage")
"""What an entry in the line belongs to if it does not say more."""


@dataclass(frozen=True, slots=True)
class Span:
    """The text from the start tag of `first` to the end tag of `last`, both in `document`.

    Either may be the entry itself, which has no base text inside. `begin` and `end` count the
    characters of the string value of `first` and `last` where the span begins and ends inside.
    """

    document: Document
    first: etree._Element
    last: etree._Element
    begin: int | None = None
    end: int | None = None


class Spans:
    """The spans of the entries of a corpus; one pass over its documents, then look-ups."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.pointers = Pointers(documents)
        self._references = References(documents)
        self._orders: dict[str, Order] = {}
        self._locators: dict[str, Locator] = {}

    def of(self, app: etree._Element, document: Document) -> Span | None:
        """The span of an entry, in whichever document; None if it has none that can be found.

        An entry of a parallel segmentation has no span: its lemma is the text where it stands.
        """
        method = method_of(app)
        if method is Method.DOUBLE_END_POINT:
            span = self._between(app, document)
        elif method is Method.LOCATION_REFERENCED:
            span = self._located(app, document)
        else:
            return None
        return span if span and self._is_forward(span) else None

    def order(self, document: Document) -> Order:
        """The elements of a document, numbered in their order."""
        if document.path not in self._orders:
            elements = document.tree.getroot().iter("*")
            self._orders[document.path] = {element: i for i, element in enumerate(elements)}
        return self._orders[document.path]

    def locator(self, document: Document) -> Locator:
        """The places of the elements of a document."""
        if document.path not in self._locators:
            self._locators[document.path] = Locator(document.tree, document.path)
        return self._locators[document.path]

    def _between(self, app: etree._Element, document: Document) -> Span | None:
        begin, end = (self._target(app.get(name), document) for name in ("from", "to"))
        if begin and end:
            same = begin.document.path == end.document.path
            return _span(begin, end) if same else _span(begin, begin)
        if (begin is None and app.get("from")) or (end is None and app.get("to")):
            return None
        if begin is not None:
            behind = not app.get("to") and self._closes(app, begin, document)
            return _span(begin, Target(document, app) if behind else begin)
        if end is None:
            return None
        before = not app.get("from") and self._opens(app, end, document)
        return _span(Target(document, app) if before else end, end)

    def _target(self, pointer: str | None, document: Document) -> Target | None:
        if not pointer or not pointer.strip():
            return None
        first = pointer if "(" in pointer else pointer.split()[0]
        return self.pointers.target(first.strip(), document)

    def _closes(self, app: etree._Element, begin: Target, document: Document) -> bool:
        """Whether an entry that stands in the line marks the end of its lemma."""
        if not self._is_in_line(app, begin, document):
            return False
        inside = begin.element in app.iterancestors()
        order = self.order(document)
        return inside or (
            len(begin.element) == 0 and not begin.element.text and order[begin.element] < order[app]
        )

    def _opens(self, app: etree._Element, end: Target, document: Document) -> bool:
        """Whether an entry that stands in the line marks the beginning of its lemma."""
        order = self.order(document)
        return self._is_in_line(app, end, document) and order[app] < order[end.element]

    @staticmethod
    def _is_in_line(app: etree._Element, target: Target, document: Document) -> bool:
        apart = next(app.iterancestors(*APART), None) is not None
        return not apart and target.document.path == document.path

    def _is_forward(self, span: Span) -> bool:
        order = self.order(span.document)
        return order[span.first] <= order[last_inside(span.last)]

    def _located(self, app: etree._Element, document: Document) -> Span | None:
        loc = app.get("loc")
        if loc:
            return self._referred(loc, document)
        if next(app.iterancestors(*APART), None) is not None:
            return None
        around = next(app.iterancestors(*LINES), None)
        return Span(document, around, around) if around is not None else None

    def _referred(self, loc: str, document: Document) -> Span | None:
        pointers = [pointer for pointer in loc.split() if "#" in pointer]
        ends = [found for each in pointers if (found := self.pointers.target(each, document))]
        if not ends:
            ends = self._references.ends(loc, document)
        return _span(ends[0], ends[-1]) if ends else None


def _span(begin: Target, end: Target) -> Span:
    return Span(begin.document, begin.element, end.element, begin.begin, end.end)


def last_inside(element: etree._Element) -> etree._Element:
    """The last element inside, or the element itself."""
    while True:
        inner = next(element.iterchildren("*", reversed=True), None)
        if inner is None:
            return element
        element = inner
