"""The blocks of a collation: those of one witness, and where the others differ."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from recensio.collate.markup import Closed, Event, Markup, Opened
from recensio.collate.table import Column, Table
from recensio.tei.names import TEI_NS, XML_LANG, tei


def leader(table: Table, base: int | None) -> int:
    """The place of the witness whose blocks are taken: the base, or that with the most blocks."""
    if base is not None:
        return base
    lengths = [sum(token is not None for token in row) for row in zip(*table.columns, strict=True)]
    lengths = lengths or [0] * len(table.sigla)
    return max(
        range(len(table.sigla)),
        key=lambda place: (_count(markup_of(table, place)), lengths[place], table.sigla[place]),
    )


def markup_of(table: Table, place: int) -> Markup | None:
    """The markup of a witness."""
    return table.markup[place] if table.markup else None


def blocks_of(table: Table, place: int, length: int) -> Mapping[int, list[Event]]:
    """What begins and ends before the tokens of a witness; a text without blocks is one p."""
    markup = markup_of(table, place)
    if markup and any(isinstance(event, Opened) for event in markup.blocks.get(0, ())):
        return markup.blocks
    paragraph: list[Event] = [Opened(etree.Element(tei("p"), nsmap={None: TEI_NS}))]
    if not length:
        return {0: [*paragraph, Closed()]}
    return {0: paragraph, length: [Closed()]}


def dressed(table: Table, lead: int) -> Table:
    """The table with the words of plain texts in the markup that others have around the same word.

    A plain text says nothing of markup, so it does not differ by it.
    """
    bare = [place for place in range(len(table.sigla)) if table.bare(place)]
    others = [place for place in range(len(table.sigla)) if place not in bare]
    if not bare or not others:
        return table
    others.sort(key=lambda place: place != lead)
    columns = tuple(_dressed(column, bare, others) for column in table.columns)
    return replace(table, columns=columns)


def _dressed(column: Column, bare: Sequence[int], others: Sequence[int]) -> Column:
    known = {token.written: token for place in reversed(others) if (token := column[place])}
    if not any(token.markup for token in known.values()):
        return column
    tokens = list(column)
    for place in bare:
        token = tokens[place]
        tokens[place] = known.get(token.written, token) if token else None
    return tuple(tokens)


def language(table: Table, lead: int) -> str:
    """The language of the leading witness, if it says so."""
    markup = markup_of(table, lead)
    for event in markup.blocks.get(0, ()) if markup else ():
        if isinstance(event, Opened):
            return event.element.getroottree().getroot().get(XML_LANG, "und")
    return "und"


def columns_of(table: Table) -> list[list[int]]:
    """For each witness the columns in which its tokens stand."""
    found: list[list[int]] = [[] for _ in table.sigla]
    for index, column in enumerate(table.columns):
        for place, token in enumerate(column):
            if token is not None:
                found[place].append(index)
    return found


def positions(
    table: Table, lead: int, blocks: Mapping[int, list[Event]], columns: Sequence[Sequence[int]]
) -> dict[int, list[Event]]:
    """Before which column the blocks of the leading witness begin and end.

    Words that only others have between two blocks go where most of these part their text.
    """
    votes = _votes(table, lead, columns)
    own, found = columns[lead], dict[int, list[Event]]()
    for token in sorted(blocks):
        if token == 0:
            position = 0
        elif token == len(own):
            position = len(table.columns)
        else:
            after, last = own[token - 1] + 1, own[token]
            position = max(range(after, last + 1), key=lambda column: (votes[column], column))
        found.setdefault(position, []).extend(blocks[token])
    return found


def unmatched(
    table: Table, lead: int, starts: Sequence[int], columns: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int, str]]:
    """Where other witnesses begin a block and the leading one does not: place, token, its name."""
    for place, own in enumerate(columns):
        markup = markup_of(table, place)
        if markup is None or place == lead:
            continue
        for token, events in markup.blocks.items():
            if not 0 < token < len(own):
                continue
            found = bisect_left(starts, own[token - 1] + 1)
            if found == len(starts) or starts[found] > own[token]:
                yield place, token, _name(events)


def _votes(table: Table, lead: int, columns: Sequence[Sequence[int]]) -> Counter[int]:
    """Before which columns the other witnesses part their text."""
    votes = Counter[int]()
    for place, own in enumerate(columns):
        markup = markup_of(table, place)
        if markup and place != lead:
            votes.update(own[token] for token in markup.blocks if token < len(own))
    return votes


def _count(markup: Markup | None) -> int:
    events = markup.blocks.values() if markup else ()
    return sum(isinstance(event, Opened) for each in events for event in each)


def _name(events: Sequence[Event]) -> str:
    """What a milestone calls the block that begins, or goes on."""
    names = [etree.QName(event.element).localname for event in events if isinstance(event, Opened)]
    return names[-1] if names else "block"
