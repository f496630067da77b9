"""Marks: what is marked in a file, with the element and attributes for it.

What is recognised depends on the words of the file alone, not on its markup. So a second run
recognises the same, finds it marked, and changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from recensio.annotate.choice import Chosen, choose
from recensio.annotate.citations import Citations, Ibid, by_author, glosses, imprints
from recensio.annotate.company import Basis, Company, Resolved
from recensio.annotate.dates import read_dates
from recensio.annotate.dates.attributes import attributes
from recensio.annotate.dates.found import FoundDate
from recensio.annotate.dates.narrative import Narrative
from recensio.annotate.decisions import Rulings
from recensio.annotate.definitions import Definitions
from recensio.annotate.found import Found
from recensio.annotate.lexicon import Lexicon
from recensio.annotate.passages import Passage, common_words
from recensio.annotate.phrases import Nearness
from recensio.annotate.reading import Reader
from recensio.annotate.titles import NewTitle, new_titles
from recensio.model.register import RegisterKind
from recensio.tei.blocks import Node

ELEMENTS: Final[Mapping[RegisterKind, str]] = {
    RegisterKind.PERSONS: "persName",
    RegisterKind.ORGS: "orgName",
    RegisterKind.PLACES: "placeName",
    RegisterKind.WORKS: "title",
    RegisterKind.EVENTS: "name",
}
Names = tuple[tuple[Found, ...], tuple[FoundDate, ...]]
AROUND: Final = 30
"""How many names on either side of one are its company."""

LIKELY: Final = (Basis.FREQUENT, Basis.COMPANY)


@dataclass(frozen=True, slots=True)
class Mark:
    """A name or date: its characters in the passage, the element for it, whom it may mean."""

    passage: Passage
    start: int
    end: int
    element: str
    attributes: tuple[tuple[str, str], ...] = ()
    entries: tuple[str, ...] = ()
    basis: Basis = Basis.ONLY
    is_misread: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is left open which entry the name means."""
        return len(self.entries) > 1

    @property
    def text(self) -> str:
        """The words."""
        return self.passage.text[self.start : self.end]


def marks_of(
    passages: Sequence[Passage], lexicon: Lexicon, siglum: str, rulings: Rulings
) -> Iterator[Mark]:
    """The marks of a file, in its order; an outer one comes before those in it."""
    reader = Reader(lexicon, common_words(passages), siglum)
    read = _defined(passages, [_read(passage, reader, lexicon) for passage in passages])
    told = _Told(passages, read)
    narrative, chapter = Narrative(), None
    for passage, (names, dates) in zip(passages, read, strict=True):
        licensed = told.licensed(passage, names)
        ruled = rulings.applied(passage, licensed)
        chosen = choose(passage.text, ruled, rulings.dates(passage, dates))
        marks = [*told.names(passage, chosen), *_ibids(passage, told.ibids(passage, chosen))]
        if passage.chapter is not chapter:
            chapter = passage.chapter
            narrative = narrative.begun(told.dates_of(chapter))
        found, after = _dates(passage, chosen.dates, narrative)
        narrative = narrative if passage.is_aside else after
        marks = _with_titles(passage, [*marks, *found])
        yield from sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _read(passage: Passage, reader: Reader, lexicon: Lexicon) -> Names:
    names = tuple(by_author(passage, reader.read(passage), lexicon))
    cited = (*glosses(passage, names), *imprints(passage, lexicon))
    return (*names, *cited), read_dates(passage.text)


def _defined(passages: Sequence[Passage], read: Sequence[Names]) -> list[Names]:
    """What was read, with the abbreviations that the text explains."""
    pairs = zip(passages, (names for names, _ in read), strict=True)
    definitions = Definitions(pairs)
    return [
        ((*names, *definitions.read(passage)), dates)
        for passage, (names, dates) in zip(passages, read, strict=True)
    ]


class _Told:
    """What a file tells of its names: read once for all that is sure, then in order."""

    def __init__(self, passages: Sequence[Passage], read: Sequence[Names]) -> None:
        self._company = Company()
        self._citations = Citations()
        self._present: dict[Node | None, set[str]] = {}
        self._dates: dict[Node | None, list[FoundDate]] = {}
        for passage, (names, dates) in zip(passages, read, strict=True):
            sure = [found for found in names if found.nearness is not Nearness.SHORT]
            chosen = choose(passage.text, sure, dates).names
            self._company.gather(chosen)
            present = self._present.setdefault(passage.chapter, set())
            present.update(entry for found in chosen for entry in found.entries)
            if not passage.is_aside:
                self._dates.setdefault(passage.chapter, []).extend(dates)

    def dates_of(self, chapter: Node | None) -> Sequence[FoundDate]:
        """The dates of a chapter, those in notes left out."""
        return self._dates.get(chapter, ())

    def licensed(self, passage: Passage, names: Iterable[Found]) -> Iterator[Found]:
        """The names, short forms only for entries that the chapter names in full."""
        present = self._present[passage.chapter]
        for found in names:
            if found.nearness is not Nearness.SHORT or self._is_cited(passage, found):
                yield found
            elif entries := tuple(entry for entry in found.entries if entry in present):
                yield replace(found, entries=entries)

    def _is_cited(self, passage: Passage, found: Found) -> bool:
        """Whether a short title stands in italics and means a work that the text names in full."""
        work = found.kind is RegisterKind.WORKS and len(found.entries) == 1
        known = work and any(found.entries[0] in present for present in self._present.values())
        return known and passage.is_emphasised(found.start, found.end)

    def names(self, passage: Passage, chosen: Chosen) -> Iterator[Mark]:
        """The marks of the names; those of persons whom no register has are left out."""
        for index, found in enumerate(chosen.names):
            if found.entries:
                around = chosen.names[max(0, index - AROUND) : index + AROUND]
                yield _name(passage, found, self._company.resolve(found, passage, around))

    def ibids(self, passage: Passage, chosen: Chosen) -> tuple[Ibid, ...]:
        """The Ibid. of a passage with the works they mean."""
        return self._citations.read(passage, chosen.names)


def _name(passage: Passage, found: Found, resolved: Resolved) -> Mark:
    element = ELEMENTS[found.kind]
    written = [("ref", " ".join(f"#{entry}" for entry in resolved.entries))]
    if element == "name":
        written.insert(0, ("type", "event"))
    if element == "title" and found.level:
        written.insert(0, ("level", found.level))
    if len(resolved.entries) > 1:
        written.append(("cert", "low"))
    elif found.is_misread or resolved.basis in LIKELY:
        written.append(("cert", "medium"))
    return Mark(
        passage,
        found.start,
        found.end,
        element,
        tuple(written),
        resolved.entries,
        resolved.basis,
        found.is_misread,
    )


def _ibids(passage: Passage, ibids: Iterable[Ibid]) -> Iterator[Mark]:
    for ibid in ibids:
        entries = (ibid.entry,) if ibid.entry else ()
        pointer = ("ref", f"#{ibid.entry}") if ibid.entry else ("corresp", ibid.address)
        if pointer[1]:
            yield Mark(passage, ibid.start, ibid.end, "title", (pointer,), entries)


def _with_titles(passage: Passage, marks: Sequence[Mark]) -> list[Mark]:
    """The marks with the titles that no register has, in which persons may be named."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    outer = [(m.start, m.end) for m in ordered if not _may_stand_in_title(m)]
    found: list[Mark] = []
    dropped: set[int] = set()
    for title in new_titles(passage, outer):
        near = _near(ordered, title)
        if all(_nests(title, mark) for mark in near):
            # A place in a title is none that is spoken of, nor is the year of a volume.
            dropped |= {id(mark) for mark in near if mark.element != "persName"}
            found.append(Mark(passage, *title.span, "title", (("level", title.level),)))
    return [*(mark for mark in marks if id(mark) not in dropped), *found]


def _may_stand_in_title(mark: Mark) -> bool:
    """Whether a title may hold a mark: a person, a place, a year in parentheses."""
    in_parentheses = mark.passage.text[max(0, mark.start - 1) : mark.start] == "("
    return mark.element in ("persName", "placeName") or (mark.element == "date" and in_parentheses)


def _near(ordered: Sequence[Mark], title: NewTitle) -> list[Mark]:
    """The marks that touch a title, of marks in their order."""
    first = bisect_left(ordered, title.start, key=lambda mark: mark.start)
    before = max(0, first - 1)
    last = bisect_left(ordered, title.end, key=lambda mark: mark.start)
    return [mark for mark in ordered[before:last] if mark.end > title.start]


def _nests(title: NewTitle, mark: Mark) -> bool:
    """Whether a mark stands within a title and is not all of it."""
    within = title.start <= mark.start and mark.end <= title.end
    return within and title.span != (mark.start, mark.end)


def _dates(
    passage: Passage, dates: Iterable[FoundDate], narrative: Narrative
) -> tuple[list[Mark], Narrative]:
    marks = []
    for date in dates:
        meant = narrative.meant(date)
        narrative = narrative.told(meant)
        marks.append(Mark(passage, date.start, date.end, "date", attributes(meant)))
    return marks, narrative
