"""The text of one witness from a passage: what all share, and at each place its own reading.

Where entries of the double end-point method overlap (TEI Guidelines, 12.2.2) and a witness has
readings in several, the one that begins first counts, of those that begin together the longest.
Of one that runs on behind it, the words that end the first reading and begin the second are taken
to be the same, and what follows them stands too. Readings that do not fit together so contradict
each other; the first counts and the second is handed out in `contradicted`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recensio.model.witness import Siglum
from recensio.tei.gaps import coming_from, is_blank, places_of, with_gaps, without_places
from recensio.tei.passages import (
    ENDS,
    LOST,
    RETURNS,
    Branch,
    Choice,
    Mark,
    Part,
    Passage,
    Replacement,
    marks_in,
)
from recensio.tei.text import BREAK

BREAKS_OFF: Final = frozenset({LOST, ENDS})
_WORD: Final = re.compile(r"[^\s\x00-\x05]+")


@dataclass(frozen=True, slots=True)
class _Reach:
    """What stands in the text, as far as which part it replaces that, and the first entry."""

    text: str
    end: int
    entry: Replacement


class Rebuilder:
    """Rebuilds the text of one witness; `is_marked` says whether any mark speaks of it.

    With `excluding` readings that exclude each other (@exclude) are kept apart. With `telling` the
    text tells too where a reading stands that is put in, and where the witness is silent.
    """

    def __init__(
        self,
        siglum: Siglum,
        is_marked: bool = True,
        excluding: bool = True,
        telling: bool = False,
    ) -> None:
        self.contradicted: list[Replacement] = []
        self._siglum = siglum
        self._is_marked = is_marked
        self._excluding = excluding
        self._telling = telling
        self._taken: set[str] = set()
        self._excluded: set[str] = set()

    def text(self, passage: Passage) -> str:
        """The text of the witness, with BREAK around blocks and "[...]" for what it lacks."""
        return with_gaps("".join(self._passage(passage)))

    def _passage(self, passage: Passage) -> Iterator[str]:
        if passage.replaced:
            yield from self._with_entries(passage)
        else:
            yield from self._parts(passage.parts)

    def _with_entries(self, passage: Passage) -> Iterator[str]:
        """The text of a passage whose words entries that stand elsewhere replace."""
        starts = sorted(passage.replaced)
        behind = self._signs_behind(passage) if self._is_marked else {}
        position = 0
        for stop in sorted({*starts, *behind}) if behind else starts:
            if stop < position:
                yield from behind.get(stop, ())
                continue
            yield from self._parts(passage.parts[position:stop])
            yield from behind.get(stop, ())
            position = stop
            reach = None
            for entry in passage.replaced.get(stop, ()):
                yield from self._signs(entry, RETURNS) if self._is_marked else ()
                branch = self._variant(entry) if reach is None else None
                if branch is not None and entry.end == stop:
                    yield self._set_in(branch, entry)
                elif branch is not None:
                    reach = _Reach(self._set_in(branch, entry), entry.end, entry)
            if reach is not None:
                reach = self._followed(passage, starts, stop, reach)
                yield from self._instead(passage.parts[stop : reach.end], reach.text)
                position = reach.end
        yield from self._parts(passage.parts[position:])

    def _signs_behind(self, passage: Passage) -> dict[int, list[str]]:
        """The marks of the witness with which it breaks off, by the ends of their entries."""
        found: dict[int, list[str]] = {}
        for entries in passage.replaced.values():
            for entry in entries:
                signs = self._signs(entry, BREAKS_OFF)
                if signs:
                    found.setdefault(entry.end, []).extend(signs)
        return found

    def _signs(self, entry: Replacement, kind: Container[str]) -> list[str]:
        """The marks of the witness in readings of an entry that do not stand in its text."""
        named = entry.choice.attestation.named.get(self._siglum, ())
        own = next((n for n in named[:1] if not entry.choice.branches[n].is_lemma), None)
        seen = entry.choice.marks.get(self._siglum, ())
        return [mark.sign for mark in seen if mark.position != own and mark.sign in kind]

    def _parts(self, parts: Sequence[Part]) -> Iterator[str]:
        for part in parts:
            if isinstance(part, str):
                yield part
            else:
                yield from self._part(part)

    def _part(self, part: Part) -> Iterator[str]:
        if isinstance(part, Choice):
            yield from self._choice(part)
        elif isinstance(part, Mark) and self._siglum in part.sigla:
            yield part.sign

    def _choice(self, choice: Choice) -> Iterator[str]:
        named = choice.attestation.named.get(self._siglum)
        chosen = self._one(choice, named or choice.attestation.rest)
        if chosen is None and self._telling:
            yield coming_from(choice.origin)
        if not self._is_marked:
            yield from self._passage(choice.branches[chosen].passage) if chosen is not None else ()
            return
        seen = choice.marks.get(self._siglum, ())
        own = [mark for mark in seen if mark.position == chosen]
        if named and own and own[0].sign in RETURNS and not own[0].names:
            yield own[0].sign  # A reading of the witness is its text as far as it goes.
        others = [mark.sign for mark in seen if mark.position != chosen]
        yield from (sign for sign in others if sign in RETURNS)
        if chosen is not None:
            yield from self._passage(choice.branches[chosen].passage)
        yield from (sign for sign in others if sign not in RETURNS)

    def _one(self, choice: Choice, candidates: Sequence[int]) -> int | None:
        """The first reading that no reading taken before excludes, else the first of all."""
        if not self._excluding:
            return candidates[0] if candidates else None
        free = [each for each in candidates if not self._is_excluded(choice.branches[each])]
        chosen = next(iter(free or candidates), None)
        if chosen is not None:
            branch = choice.branches[chosen]
            self._taken.add(branch.identifier)
            self._excluded |= branch.excludes
        return chosen

    def _is_excluded(self, branch: Branch) -> bool:
        return branch.identifier in self._excluded or not self._taken.isdisjoint(branch.excludes)

    def _variant(self, entry: Replacement) -> Branch | None:
        """The reading in which the witness departs from the base text, if it does."""
        named = entry.choice.attestation.named.get(self._siglum)
        if named is None:
            return NOTHING if entry.is_complete else None
        chosen = self._one(entry.choice, named)
        branch = entry.choice.branches[chosen] if chosen is not None else None
        return None if branch is None or branch.is_lemma else branch

    def _set_in(self, branch: Branch, entry: Replacement) -> str:
        text = "".join(self._passage(branch.passage))
        around = coming_from(entry.origin) if self._telling else ""
        if is_blank(text):
            silent = coming_from(entry.choice.origin) if branch is NOTHING else places_of(text)
            told = f"{around}{silent}{around}" if self._telling else ""
            return told + (" " if entry.leads and entry.trails else "")
        before, after = " " if entry.leads else "", " " if entry.trails else ""
        return f"{around}{before}{text}{around}{after}"

    def _followed(
        self, passage: Passage, starts: Sequence[int], position: int, reach: _Reach
    ) -> _Reach:
        """The reading and what other entries that begin in its place have to say."""
        at = bisect_right(starts, position) - 1
        while at < len(starts) and starts[at] < reach.end:
            for each in passage.replaced[starts[at]]:
                named = each.choice.attestation.named.get(self._siglum)
                branch = self._variant(each) if named and each is not reach.entry else None
                if branch is not None:
                    reach = self._joined(reach, "".join(self._passage(branch.passage)), each)
            at += 1
        return reach

    def _joined(self, reach: _Reach, text: str, entry: Replacement) -> _Reach:
        text = without_places(text)
        before, words = _WORD.findall(without_places(reach.text)), list(_WORD.finditer(text))
        written = [word[0] for word in words]
        if entry.end <= reach.end:
            if f" {' '.join(written)} " not in f" {' '.join(before)} ":
                self.contradicted.append(entry)
            return reach
        lengths = range(min(len(before), len(written)), 0, -1)
        shared = next((n for n in lengths if before[-n:] == written[:n]), 0)
        if not shared and before and written:
            self.contradicted.append(entry)
            return reach
        rest = text[words[shared - 1].end() :] if shared else f" {text}"
        return replace(
            reach, text=f"{reach.text}{rest}{' ' if entry.trails else ''}", end=entry.end
        )

    def _instead(self, parts: Sequence[Part], text: str) -> Iterator[str]:
        """A reading in the place of parts; marks and block boundaries among these stay."""
        marks = marks_in(parts) if self._is_marked else ()
        signs = [mark.sign for mark in marks if self._siglum in mark.sigla]
        yield from (sign for sign in signs if sign in RETURNS)
        yield text
        yield BREAK if any(isinstance(part, str) and BREAK in part for part in parts) else ""
        yield from (sign for sign in signs if sign not in RETURNS)


NOTHING: Final = Branch(Passage(), is_lemma=False)
