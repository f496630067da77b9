"""Bodies of the notes of a page: the blocks to which its references lead."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recensio.importers.blocks import SILENT, Block, Container, Dropped, Kind, Mark
from recensio.importers.bodies import Zone
from recensio.importers.html.notes import notes_of
from recensio.importers.html.page import page_of
from recensio.importers.inline import read_inline
from recensio.importers.profile import Profile, References
from recensio.importers.source import Source
from recensio.importers.tokens import Sort

PASSED = (*SILENT, Kind.HEADING)
"""What is no part of a note."""


def mark_linked(
    source: Source, blocks: tuple[Block, ...], profile: Profile
) -> tuple[tuple[Block, ...], tuple[Zone, ...]]:
    """The blocks with those marked as notes that links refer to, and the zone of each link."""
    if profile.markup != "html":
        return blocks, ()
    marked = list(blocks)
    bodies = dict(_bodies(source, marked, profile))
    zones = list(_zones(source, marked, bodies))
    unreferenced = _beside(blocks, marked)
    listed = () if bodies else _listed(source, marked, profile)
    zones += [Zone(unreferenced, range(0))] if unreferenced else []
    zones += [Zone(listed, range(len(blocks)))] if listed else []
    return tuple(marked), tuple(zones)


def _bodies(source: Source, marked: list[Block], profile: Profile) -> Iterator[tuple[int, int]]:
    """Mark the bodies; the index of the first block of each by its offset in the source."""
    ends = [block.end for block in marked]
    for offset, number in sorted(notes_of(source.text).bodies.items()):
        extent = list(_extent(source, marked, bisect_right(ends, offset), offset))
        while extent and _is_number(source, marked[extent[0]], profile):
            index = extent.pop(0)
            marked[index] = _emptied(source, marked[index], profile)
        for index in extent:
            first = index == extent[0]
            marked[index] = replace(
                marked[index], kind=Kind.NOTE, number=number if first else "", within=()
            )
        if extent:
            yield offset, extent[0]


def _extent(source: Source, blocks: Sequence[Block], index: int, offset: int) -> Iterator[int]:
    """The indices of the blocks of a body: those of its item or element, or one alone."""
    while index < len(blocks) and blocks[index].kind in PASSED:
        index += 1
    if index >= len(blocks) or blocks[index].kind is Kind.NOTE:
        return
    page = page_of(source.text)
    end = page.closing(bisect_right(page.starts, offset) - 1)
    item = _item(blocks[index])
    first = index
    while index < len(blocks):
        block = blocks[index]
        inside = item in block.within if item else block.start < end
        if index > first and (not inside or block.kind in (Kind.NOTE, *PASSED)):
            return
        yield index
        index += 1


def _item(block: Block) -> Container | None:
    return next((part for part in reversed(block.within) if part.name == "item"), None)


def _is_number(source: Source, block: Block, profile: Profile) -> bool:
    """Whether a block holds nothing but the number of the note."""
    tokens = read_inline(source.text, block, profile)
    text = (token for token in tokens if token.sort not in (Sort.DROP, Sort.OPEN, Sort.CLOSE))
    return not any(source.text[token.start : token.end].strip() for token in text)


def _emptied(source: Source, block: Block, profile: Profile) -> Block:
    tokens = read_inline(source.text, block, profile)
    marks = (
        Dropped(token.start, token.end, Mark(token.name))
        for token in tokens
        if token.sort is Sort.DROP
    )
    return replace(
        block, kind=Kind.EMPTY, start=block.end, dropped=(*block.dropped, *marks), within=()
    )


def _zones(source: Source, blocks: Sequence[Block], bodies: dict[int, int]) -> Iterator[Zone]:
    """For each block with references the bodies they lead to."""
    starts = [block.start for block in blocks]
    found: dict[int, dict[int, None]] = {}
    for offset, reference in notes_of(source.text).references.items():
        index = bisect_right(starts, offset) - 1
        if reference.body in bodies and index >= 0:
            found.setdefault(index, {})[bodies[reference.body]] = None
    for index, led_to in found.items():
        yield Zone(tuple(led_to), range(index, index + 1))


def _beside(blocks: Sequence[Block], marked: list[Block]) -> tuple[int, ...]:
    """Mark the items that stand in a list among notes but to which nothing refers."""
    lists = {_list(blocks[index]) for index, block in enumerate(marked) if block.kind is Kind.NOTE}
    numbers: dict[Container, dict[Container, int]] = {}
    found: list[int] = []
    for index, block in enumerate(blocks):
        around, item = _list(block), _item(block)
        if around is None or item is None or around not in lists:
            continue
        known = numbers.setdefault(around, {})
        # What goes on with a note stands right behind it.
        first = item not in known or not index or marked[index - 1].kind is not Kind.NOTE
        number = known.setdefault(item, len(known) + 1)
        if marked[index].kind not in (Kind.NOTE, *PASSED):
            number_of = str(number) if first else ""
            marked[index] = replace(block, kind=Kind.NOTE, number=number_of, within=())
            found += [index] if first else []
    return tuple(found)


def _listed(source: Source, marked: list[Block], profile: Profile) -> tuple[int, ...]:
    """Mark the items of a numbered list at the end, if the raised numbers are just its numbers."""
    texts = [index for index, block in enumerate(marked) if block.kind not in PASSED]
    around = marked[texts[-1]].within[:1] if texts else ()
    if References.SUPERSCRIPT not in profile.references or not around:
        return ()
    items: dict[Container, list[int]] = {}
    for index in texts:
        if marked[index].within[:1] == around and len(marked[index].within) > 1:
            items.setdefault(marked[index].within[1], []).append(index)
    numbers = {str(number) for number in range(1, len(items) + 1)}
    if ("type", "ordered") not in around[0].attributes or _raised(source) != numbers:
        return ()
    for number, blocks in enumerate(items.values(), 1):
        for index in blocks:
            # What goes on with a note stands right behind it.
            first = index == blocks[0] or marked[index - 1].kind is not Kind.NOTE
            name = str(number) if first else ""
            marked[index] = replace(marked[index], kind=Kind.NOTE, number=name, within=())
    return tuple(blocks[0] for blocks in items.values())


def _raised(source: Source) -> set[str]:
    """The numbers of the references without a link."""
    references = notes_of(source.text).references.values()
    tokens = (token for found in references if found.body is None for token in found.tokens)
    return {token.name for token in tokens if token.sort is Sort.REFERENCE}


def _list(block: Block) -> Container | None:
    """The list around the innermost item."""
    item = _item(block)
    return block.within[block.within.index(item) - 1] if item else None
