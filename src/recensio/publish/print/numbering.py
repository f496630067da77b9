"""Numbers of lines: by the page, by the section, or those of the verses.

By the page they are known when the pages are; the others are told from the galley. A line of an
introduction or a bibliography is on its page and has no number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from recensio.model.printing import Lines
from recensio.publish.print.galley import Galley
from recensio.publish.print.marks import Mark

SAME: Final = "="
"""The number of a verse that shares that of the verse before, of which it is a part."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """`names` are the labels of all lines in order; none if lines are counted by the page.

    `turnovers` are the lines that go on with a verse, whose number stands at its first line;
    `bare` are the lines that have no number.
    """

    names: tuple[str, ...] | None = None
    turnovers: frozenset[int] = frozenset()
    bare: frozenset[int] = frozenset()

    def label(self, line: int, first: int) -> str:
        """What a line is called on a page that begins with the line `first`."""
        if line in self.bare:
            return ""
        return self.names[line] if self.names else str(line - first + 1)

    def margin(self, line: int, every: int) -> str:
        """What the margin has beside a line: each `every`th number, where it comes first."""
        if not self.names or line in self.bare or line in self.turnovers:
            return ""
        name = self.names[line]
        repeated = line > 0 and self.names[line - 1] == name
        return "" if repeated or not name.isdecimal() or int(name) % every else name


def numbering_of(galley: Galley, lines: Lines) -> Numbering:
    """The numbering of a book by the scheme that its edition asks for."""
    bare = frozenset(_bare(galley))
    if lines is Lines.SECTION:
        return Numbering(tuple(_by_section(galley)), bare=bare)
    if lines is Lines.VERSE and next(galley.of_kind("verse"), None):
        starts, turnovers = _verses(galley)
        return Numbering(tuple(_by_verse(galley, starts, turnovers)), turnovers, bare)
    return Numbering(bare=bare)


def _bare(galley: Galley) -> Iterator[int]:
    plain = {leaf for leaf, mark in enumerate(galley.leaves) if "plain" in mark.facts}
    return (line for line, point in enumerate(galley.lines) if point.page - 1 in plain)


def _by_section(galley: Galley) -> Iterator[str]:
    """Every line by its place after the last beginning of a division or a leaf."""
    begun = {galley.after(mark.point) for mark in galley.of_kind("section")}
    number, page = 0, 0
    for line, point in enumerate(galley.lines):
        number = 1 if line in begun or point.page != page else number + 1
        page = point.page
        yield str(number)


def _verses(galley: Galley) -> tuple[dict[int, Mark], frozenset[int]]:
    """The first line of each verse with its mark, and the lines that go on with a verse."""
    starts: dict[int, Mark] = {}
    turnovers: set[int] = set()
    current: int | None = None
    for mark in galley.of_kind("verse", "close"):
        if mark.kind == "verse":
            current = galley.after(mark.point)
            starts[current] = mark
        elif current is not None:
            turnovers.update(range(current + 1, (galley.ending(mark.point) or current) + 1))
            current = None
    return starts, frozenset(turnovers)


def _by_verse(galley: Galley, starts: dict[int, Mark], turnovers: frozenset[int]) -> Iterator[str]:
    """Verses by their numbers; a line of prose by how many lines it stands after the last verse."""
    begun = {galley.after(mark.point) for mark in galley.of_kind("section")}
    number, verse, prose = 0, "0", 0
    for line in range(len(galley.lines)):
        if line in begun:
            number = 0
        if line in starts:
            verse = _number(starts[line].facts[0], verse, number)
            number, prose = int(verse) if verse.isdecimal() else number + 1, 0
        elif line not in turnovers:
            prose += 1
        yield f"{verse}+{prose}" if prose else verse


def _number(written: str, before: str, number: int) -> str:
    """The number of a verse: as it is written, that of the verse before, or the next one."""
    return before if written == SAME else written or str(number + 1)
