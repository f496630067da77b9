"""The text of a collation: what witnesses share, the entries where they differ, the blocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.builder import ElementMaker

from recensio.collate import frame
from recensio.collate.classes import Kind, Variant, variants
from recensio.collate.copies import Copies
from recensio.collate.layout import Layout
from recensio.collate.marked import PARTING, start_tag
from recensio.collate.markup import Between, Event, Opened, Piece
from recensio.collate.stream import Stream, Written
from recensio.collate.table import Move, Segment, Table, marked_form, segments
from recensio.collate.undivided import undivided
from recensio.model.apparatus import ApparatusKind
from recensio.tei.names import TEI_NS, XML_ID, tei

E = ElementMaker(namespace=TEI_NS, nsmap={None: TEI_NS})


def body(table: Table, identifiers: Sequence[str], layout: Layout) -> etree._Element:
    """The text element of the collation; `identifiers` are the xml:id of the witnesses."""
    return _Body(table, identifiers, layout).written()


class _Body:
    """Goes through the segments and writes them into the blocks of the leading witness."""

    def __init__(self, table: Table, identifiers: Sequence[str], layout: Layout) -> None:
        self.lead = frame.leader(table, layout.base)
        table = undivided(table, self.lead)
        self.table, self.layout = frame.dressed(table, self.lead), layout
        self.columns = frame.columns_of(table)
        markup = [frame.markup_of(table, place) for place in range(len(table.sigla))]
        self.copies = Copies(markup, identifiers, self.lead)
        blocks = frame.blocks_of(table, self.lead, len(self.columns[self.lead]))
        self.events = frame.positions(table, self.lead, blocks, self.columns)
        self.next = [0] * len(table.sigla)
        self.around: list[tuple[int, ...]] = [()] * len(table.sigla)
        self.milestones: dict[tuple[int, int], Piece] = {}
        for place, token, name in frame.unmatched(
            table, self.lead, sorted(self.events), self.columns
        ):
            self.milestones[place, token] = Piece("", (), E.milestone(unit=name))
        self.top = E.text()
        self.stream = Stream(self.top, self.copies)
        self.fresh = True
        self.links: defaultdict[Move, tuple[list[etree._Element], list[etree._Element]]]
        self.links = defaultdict(lambda: ([], []))

    def written(self) -> etree._Element:
        """The text element, with all that belongs to it."""
        last = len(self.table.columns)
        for segment in segments(self.table, marked_form, frozenset(self.events)):
            self._blocks(self.events.get(segment.first, ()))
            self._segment(segment)
        self._blocks(self.events.get(last, ()))
        self.copies.link()
        self._link_moves()
        return _as_text(self.top)

    def _blocks(self, events: Sequence[Event]) -> None:
        for event in events:
            self.stream.keep(0)
            if isinstance(event, Opened):
                if event.element.tag not in PARTING:
                    # A block only for what stands in it, it parts no words by itself.
                    self.stream.text(" ")
                block = self.copies.block(self.lead, event.element)
                self.stream.parent.append(block)
                self.stream.parent = block
                self.fresh = True
            elif isinstance(event, Between):
                self.stream.parent.append(self.copies.whole(self.lead, event.element))
            else:
                around = self.stream.parent.getparent()
                self.stream.parent = self.top if around is None else around
                self.fresh = False

    def _segment(self, segment: Segment) -> None:
        cells = [list(self._cell(place, segment)) for place in range(len(segment.cells))]
        found = variants(segment, self.layout.base, marked_form)
        if len(found) == 1:
            own = self._in_order(found[0].places, cells)
            self._tokens(self.stream, own, not self.fresh)
        else:
            self._entry(segment, found, cells)
        self.fresh = False
        for place, cell in enumerate(cells):
            self.around[place] = _last_around(cell, self.around[place])

    def _in_order(self, places: Sequence[int], cells: list[list[Written]]) -> list[list[Written]]:
        """The cells of these witnesses, first one whose markup is to be written."""
        ordered = sorted(places, key=lambda place: (self.table.bare(place), place != self.lead))
        return [cells[place] for place in ordered]

    def _cell(self, place: int, segment: Segment) -> Iterator[Written]:
        """The tokens of a witness in a segment, with their pieces."""
        markup = frame.markup_of(self.table, place)
        for token in segment.cells[place]:
            index = self.next[place]
            self.next[place] += 1
            pieces = markup.pieces[index] if markup and markup.pieces else (Piece(token.text),)
            if (place, index) in self.milestones:
                pieces = (self.milestones[place, index], *pieces)
            yield Written(place, token, pieces)

    def _tokens(self, stream: Stream, cells: list[list[Written]], spaced: bool) -> None:
        """Write what several witnesses have alike; `spaced` says whether with the space before."""
        for index, group in enumerate(zip(*cells, strict=True)):
            stream.token(group, spaced or index > 0)

    def _entry(
        self, segment: Segment, found: Sequence[Variant], cells: list[list[Written]]
    ) -> None:
        self.stream.keep(self._kept(cells))
        shared = all(cell and cell[0].token.space for cell in cells)
        if shared and not self.fresh:
            self.stream.text(" ")
        self._open_common(cells)
        app = E.app()
        self.stream.top.append(app)
        base = self.layout.base
        for variant in sorted(found, key=lambda each: base not in each.places):
            reading = self._reading(variant)
            app.append(reading)
            inner = Stream(reading, self.copies, len(self.stream.levels))
            own = self._in_order(variant.places, cells)
            self._tokens(inner, own, not shared and not self.fresh)
            self._note_moves(segment, variant, reading)

    def _open_common(self, cells: list[list[Written]]) -> None:
        """Open around an entry the elements that begin with it in all witnesses."""
        lead, *others = self._in_order(range(len(cells)), cells)
        if not lead or not all(others) or self.table.bare(lead[0].place):
            return
        markups = [cell for cell in (lead, *others) if not self.table.bare(cell[0].place)]
        depth = len(self.stream.levels)
        while (tag := self._beginning(lead, depth)) is not None:
            if any(self._beginning(cell, depth) != tag for cell in markups):
                break
            depth += 1
            self.stream.around(lead[0].place, next(_arounds(lead))[:depth])

    def _beginning(self, cell: Sequence[Written], depth: int) -> str | None:
        """The start tag of the one element at a depth that begins here around a whole cell."""
        place = cell[0].place
        numbers = {around[depth : depth + 1] for around in _arounds(cell)}
        if len(numbers) != 1 or numbers <= {(), self.around[place][depth : depth + 1]}:
            return None
        markup = frame.markup_of(self.table, place)
        return start_tag(markup.elements[next(iter(numbers))[0]]) if markup else None

    def _kept(self, cells: list[list[Written]]) -> int:
        """How many of the open elements all witnesses have still open."""
        depth = len(self.stream.levels)
        for place, cell in enumerate(cells):
            before = self.around[place]
            if self.table.bare(place):
                continue
            for piece in (piece for written in cell for piece in written.pieces):
                if not piece.is_break:
                    depth = min(depth, _common(before, piece.around))
        return depth

    def _reading(self, variant: Variant) -> etree._Element:
        is_lemma = self.layout.base in variant.places
        reading = E.lem() if is_lemma else E.rdg()
        if not is_lemma or self.layout.apparatus is not ApparatusKind.NEGATIVE:
            names = (f"#{self.copies.identifiers[place]}" for place in variant.places)
            reading.set("wit", " ".join(names))
        kind = self._kind(variant)
        if kind is not None:
            reading.set("type", kind)
        if kind is Kind.MARKUP:
            reading.set("subtype", "markup")
        return reading

    def _kind(self, variant: Variant) -> Kind | None:
        """The kind; without a base that which a reading has by itself."""
        if self.layout.base is not None:
            return variant.kind
        if variant.moved:
            return Kind.TRANSPOSITION
        if not variant.cell:
            return Kind.OMISSION
        return variant.kind if variant.kind in (Kind.ORTHOGRAPHIC, Kind.MARKUP) else None

    def _note_moves(self, segment: Segment, variant: Variant, reading: etree._Element) -> None:
        """Remember the readings of those who moved words, in both places."""
        for move in segment.moves:
            here = segment.first in move.here
            if bool(variant.cell) == here and not move.movers.isdisjoint(variant.places):
                self.links[move][0 if here else 1].append(reading)

    def _link_moves(self) -> None:
        """Let the two places of words that were moved point to each other."""
        for number, (here, there) in enumerate(self.links.values(), start=1):
            for reading in (*here, *there):
                if XML_ID not in reading.attrib:
                    reading.set(XML_ID, self.copies.fresh(f"moved-{number}"))
            for ours, theirs in ((here, there), (there, here)):
                pointers = [f"#{reading.get(XML_ID)}" for reading in theirs]
                for reading in ours if pointers else ():
                    known = reading.get("corresp", "").split()
                    reading.set("corresp", " ".join(dict.fromkeys([*known, *pointers])))


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    """How many elements at the beginning of two lists are the same."""
    depth = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        depth += 1
    return depth


def _arounds(cell: Sequence[Written]) -> Iterator[tuple[int, ...]]:
    """The elements around each piece of a cell, breaks left out."""
    return (piece.around for written in cell for piece in written.pieces if not piece.is_break)


def _last_around(cell: Sequence[Written], before: tuple[int, ...]) -> tuple[int, ...]:
    for written in reversed(cell):
        for piece in reversed(written.pieces):
            if not piece.is_break:
                return piece.around
    return before


def _as_text(top: etree._Element) -> etree._Element:
    """The text element: that of the leading witness, or one around its blocks."""
    first = next(iter(top), None)
    if first is not None and first.tag == tei("text") and len(top) == 1:
        return first
    if first is not None and first.tag == tei("text"):
        return E.text(E.group(*top))
    return E.text(E.body(*top))
