"""Entries set into the passage that their words stand in, and passages made short.

A lemma may begin within a piece of text, so pieces are cut there; what nothing divides is put
together again, so that rebuilding a witness takes few steps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recensio.tei.gaps import PLACE
from recensio.tei.lemmata import Position
from recensio.tei.passages import Choice, Mark, Part, Passage, Replacement
from recensio.tei.text import BREAK


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry whose words are known: they stand in the passage from `begin` to `end`.

    `is_complete` says that the witnesses it does not name have nothing there.
    """

    choice: Choice
    passage: Passage
    begin: Position
    end: Position
    is_complete: bool = False


def settle(placed: Iterable[Placed]) -> None:
    """Set the entries into their passages."""
    by_passage: dict[Passage, list[Placed]] = defaultdict(list)
    for each in placed:
        by_passage[each.passage].append(each)
    for passage, entries in by_passage.items():
        _set_in(passage, entries)


def _set_in(passage: Passage, placed: Sequence[Placed]) -> None:
    moved = _cut(passage, {at for each in placed for at in (each.begin, each.end)})
    spans = sorted(
        ((moved[each.begin], moved[each.end], each) for each in placed),
        key=lambda span: (span[0], span[0] != span[1], -span[1]),
    )
    crossed = _crossed(spans)
    for number, (begin, end, each) in enumerate(spans):
        leads, trails = _spaces(passage.parts, begin, end)
        complete = each.is_complete and number not in crossed and begin < end
        entry = Replacement(end, each.choice, leads, trails, complete)
        passage.replaced.setdefault(begin, []).append(entry)


def _cut(passage: Passage, positions: set[Position]) -> dict[Position, int]:
    """Cut the parts at the positions, which are returned with the part they now lie before."""
    offsets: dict[int, set[int]] = defaultdict(set)
    for position, offset in positions:
        offsets[position].add(offset)
    parts: list[Part] = []
    lines: list[int] = []
    moved: dict[Position, int] = {}
    for number, (part, line) in enumerate(zip(passage.parts, passage.lines, strict=True)):
        last = 0
        for offset in sorted(offsets.get(number, ())):
            if isinstance(part, str) and last < offset:
                parts.append(part[last:offset])
                lines.append(line + part.count("\n", 0, last))
                last = offset
            moved[number, offset] = len(parts)
        if not isinstance(part, str) or last < len(part):
            parts.append(part[last:] if isinstance(part, str) else part)
            lines.append(line + (part.count("\n", 0, last) if isinstance(part, str) else 0))
    moved[len(passage.parts), 0] = len(parts)
    passage.parts, passage.lines = parts, lines
    return moved


def _crossed(spans: Sequence[tuple[int, int, Placed]]) -> set[int]:
    """The entries that share words with another one."""
    found: set[int] = set()
    widest = -1
    for number, (begin, end, _) in enumerate(spans):
        if widest >= 0 and begin < spans[widest][1]:
            found |= {widest, number}
        if widest < 0 or end > spans[widest][1]:
            widest = number
    return found


def _spaces(parts: Sequence[Part], begin: int, end: int) -> tuple[bool, bool]:
    """Whether a reading needs white space before and behind it to be a word of its own."""
    if begin < end:
        return _first(parts[begin]).isspace(), _last(parts[end - 1]).isspace()
    before = _last(parts[begin - 1]) if begin else BREAK
    after = _first(parts[begin]) if begin < len(parts) else BREAK
    open_before, open_after = (each == BREAK or each.isspace() for each in (before, after))
    return open_after and not open_before, open_before and not open_after


def _first(part: Part) -> str:
    return part[:1] if isinstance(part, str) else ""


def _last(part: Part) -> str:
    return part[-1:] if isinstance(part, str) else ""


def shorten(passage: Passage, placed: bool = False) -> None:
    """Put pieces together that no entry and no mark divides, inside readings too.

    With `placed` each piece begins with its line in the file, between two PLACE.
    """
    if passage.is_short:
        return
    passage.is_short = True
    borders = set(passage.replaced)
    for entries in passage.replaced.values():
        borders |= {entry.end for entry in entries}
    parts: list[Part] = []
    lines: list[int] = []
    moved: dict[int, int] = {}
    gathered: list[str] = []
    for number, (part, line) in enumerate(zip(passage.parts, passage.lines, strict=True)):
        if gathered and (number in borders or not isinstance(part, str)):
            parts.append("".join(gathered))
            gathered = []
        moved[number] = len(parts)
        if isinstance(part, str):
            lines += [] if gathered else [line]
            gathered.append(f"{PLACE}{line}{PLACE}{part}" if placed else part)
        else:
            parts.append(part)
            lines.append(line)
            _shorten_readings(part, placed)
    parts += ["".join(gathered)] if gathered else []
    moved[len(passage.parts)] = len(parts)
    passage.parts, passage.lines = parts, lines
    _renumber(passage, moved, placed)


def _renumber(passage: Passage, moved: dict[int, int], placed: bool) -> None:
    replaced = {}
    for begin, entries in passage.replaced.items():
        replaced[moved[begin]] = [replace(entry, end=moved[entry.end]) for entry in entries]
        for entry in entries:
            _shorten_readings(entry.choice, placed)
    passage.replaced = replaced


def _shorten_readings(part: Choice | Mark, placed: bool) -> None:
    for branch in part.branches if isinstance(part, Choice) else ():
        shorten(branch.passage, placed)
