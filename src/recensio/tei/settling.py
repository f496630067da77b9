"""Entries set into the passage that their words stand in, and passages made short.

A lemma may begin within a piece of text, so pieces are cut there; what nothing divides is put
together again, so that rebuilding a witness takes few steps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recensio.tei.gaps import coming_from
from recensio.tei.lemmata import Position
from recensio.tei.passages import Choice, Mark, Part, Passage, Replacement, Told
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


def settle(placed: Iterable[Placed], told: Told = Told.NOTHING) -> None:
    """Set the entries into their passages."""
    by_passage: dict[Passage, list[Placed]] = defaultdict(list)
    for each in placed:
        by_passage[each.passage].append(each)
    for passage, entries in by_passage.items():
        _set_in(passage, entries, told)


def _set_in(passage: Passage, placed: Sequence[Placed], told: Told) -> None:
    moved = _cut(passage, {at for each in placed for at in (each.begin, each.end)}, told)
    spans = sorted(
        ((moved[each.begin], moved[each.end], each) for each in placed),
        key=lambda span: (span[0], span[0] != span[1], -span[1]),
    )
    crossed = _crossed(spans)
    for number, (begin, end, each) in enumerate(spans):
        leads, trails = _spaces(passage.parts, begin, end)
        complete = each.is_complete and number not in crossed and begin < end
        origin = _origin(passage, begin, end)
        entry = Replacement(end, each.choice, leads, trails, complete, origin)
        passage.replaced.setdefault(begin, []).append(entry)


def _origin(passage: Passage, begin: int, end: int) -> int:
    """Where the words come from that an entry replaces, or beside which it puts some in."""
    before = begin and passage.parts[begin - 1] != BREAK
    at = begin - 1 if begin == len(passage.parts) or (begin == end and before) else begin
    return passage.origins[at] if passage.parts else 0


def _cut(passage: Passage, positions: set[Position], told: Told) -> dict[Position, int]:
    """Cut the parts at the positions, which are returned with the part they now lie before."""
    offsets: dict[int, set[int]] = defaultdict(set)
    for position, offset in positions:
        offsets[position].add(offset)
    parts: list[Part] = []
    origins: list[int] = []
    moved: dict[Position, int] = {}
    for number, (part, origin) in enumerate(zip(passage.parts, passage.origins, strict=True)):
        last = 0
        for offset in sorted(offsets.get(number, ())):
            if isinstance(part, str) and last < offset:
                parts.append(part[last:offset])
                origins.append(origin + _lines(part, last, told))
                last = offset
            moved[number, offset] = len(parts)
        if not isinstance(part, str) or last < len(part):
            parts.append(part[last:] if isinstance(part, str) else part)
            origins.append(origin + _lines(part, last, told))
    moved[len(passage.parts), 0] = len(parts)
    passage.parts, passage.origins = parts, origins
    return moved


def _lines(part: Part, end: int, told: Told) -> int:
    """How many lines lie before a character of a part, if lines are told."""
    return part.count("\n", 0, end) if isinstance(part, str) and told is Told.LINES else 0


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


def shorten(passage: Passage, told: Told = Told.NOTHING) -> None:
    """Put pieces together that no entry and no mark divides, inside readings too.

    If it is told, each piece begins with where it comes from, a number between two PLACE.
    """
    if passage.is_short:
        return
    passage.is_short = True
    borders = set(passage.replaced)
    for entries in passage.replaced.values():
        borders |= {entry.end for entry in entries}
    parts: list[Part] = []
    origins: list[int] = []
    moved: dict[int, int] = {}
    gathered: list[str] = []
    for number, (part, origin) in enumerate(zip(passage.parts, passage.origins, strict=True)):
        if gathered and (number in borders or not isinstance(part, str)):
            parts.append("".join(gathered))
            gathered = []
        moved[number] = len(parts)
        if isinstance(part, str):
            origins += [] if gathered else [origin]
            gathered.append(part if told is Told.NOTHING else coming_from(origin) + part)
        else:
            parts.append(part)
            origins.append(origin)
            _shorten_readings(part, told)
    parts += ["".join(gathered)] if gathered else []
    moved[len(passage.parts)] = len(parts)
    passage.parts, passage.origins = parts, origins
    _renumber(passage, moved, told)


def _renumber(passage: Passage, moved: dict[int, int], told: Told) -> None:
    replaced = {}
    for begin, entries in passage.replaced.items():
        replaced[moved[begin]] = [replace(entry, end=moved[entry.end]) for entry in entries]
        for entry in entries:
            _shorten_readings(entry.choice, told)
    passage.replaced = replaced


def _shorten_readings(part: Choice | Mark, told: Told) -> None:
    for branch in part.branches if isinstance(part, Choice) else ():
        if branch.origin and not (branch.passage.parts or branch.passage.replaced):
            # That it has nothing is told too.
            branch.passage.parts.append("")
            branch.passage.origins.append(branch.origin)
        shorten(branch.passage, told)
