"""Letters on a page as a PDF has them, and the lines they stand on: geometry, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

RAISED: Final = 1.5
"""Points above the line from which a small letter is a raised sign."""

SIGN_SIZE: Final = 0.87
"""Smaller than this, measured by the letters around, is what stands raised or lowered."""

BOLD: Final = re.compile(r"Bold|OB$")
"""What the names of bold faces have in them; Linux Libertine says it with a letter."""


UNSEEN: Final = dict.fromkeys((0x2060, *range(0x2066, 0x206A)))
"""What joins words or turns their direction and has no shape."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A glyph: `y` is its baseline, in points from the top of the page."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    raised: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Letters that share a baseline, from left to right, whatever way they are read."""

    y: float
    letters: tuple[Letter, ...]

    @property
    def size(self) -> float:
        """The size of its largest letter."""
        return max(letter.size for letter in self.letters)

    @property
    def words(self) -> str:
        """What is not raised, with a space at each gap."""
        return " ".join("".join(_spaced(x for x in self.letters if not x.raised)).split())

    @property
    def kept(self) -> str:
        """The words without the letters that are struck through."""
        kept = (x for x in self.letters if not x.raised and not x.struck)
        return " ".join("".join(_spaced(kept)).split())

    @property
    def signs(self) -> frozenset[str]:
        """What is raised, in runs."""
        return frozenset("".join(_spaced(x for x in self.letters if x.raised)).split())


def letters_of(page: Any, top: float, bottom: float) -> list[Letter]:
    """The letters between two heights of a page of pdfplumber.

    A point or accent that is a glyph of its own has no width and is left out: the file may state
    any cluster for it that it belongs to somewhere.
    """
    strokes = [(each["x0"], each["x1"], each["top"]) for each in page.lines]
    return [
        Letter(
            each["text"].translate(UNSEEN),
            each["x0"],
            each["x1"],
            each["top"] + each["y1"] - each["matrix"][5],
            each["size"],
            bool(BOLD.search(each["fontname"])),
            struck=any(_strikes(stroke, each) for stroke in strokes),
        )
        for each in page.chars
        if each["upright"] and top < each["top"] < bottom and each["x1"] - each["x0"] > 0.01
    ]


def _strikes(stroke: tuple[float, float, float], letter: Any) -> bool:
    """Whether a stroke goes through the midst of a letter."""
    x0, x1, y = stroke
    middle, baseline = (letter["x0"] + letter["x1"]) / 2, letter["y1"] - letter["matrix"][5]
    height = letter["top"] + baseline - y
    return bool(x0 < middle < x1 and 0.1 < height / letter["size"] < 0.5)


def lines_of(letters: Iterable[Letter], full: float) -> list[Line]:
    """The lines, from top to bottom; letters smaller than `full` join a line that is near."""
    every = list(letters)
    baselines = _clustered(letter.y for letter in every if letter.size >= full)
    rows: dict[float, list[Letter]] = {y: [] for y in baselines}
    loose: list[Letter] = []
    for letter in every:
        near = [y for y in baselines if _reaches(letter, y, full)]
        if near:
            y = min(near, key=lambda y: abs(y - letter.y))
            rows[y].append(_placed(letter, y, full))
        else:
            loose.append(letter)
    for y in _clustered(letter.y for letter in loose):
        rows[y] = [letter for letter in loose if abs(letter.y - y) < 2]
    return [Line(y, tuple(_seen(rows[y]))) for y in sorted(rows) if rows[y]]


def _seen(letters: Iterable[Letter]) -> Iterator[Letter]:
    """The letters from left to right, without the spaces that lie over one at the end of a line."""
    ordered = sorted(letters, key=_left)
    for before, letter in zip([None, *ordered], ordered, strict=False):
        if letter.text != " " or before is None or before.x1 < (letter.x0 + letter.x1) / 2:
            yield letter


def gaps(letters: Iterable[Letter]) -> Iterator[tuple[float, Letter]]:
    """Each letter with the empty space before it, in units of its size."""
    end: float | None = None
    for letter in letters:
        yield (0 if end is None else (letter.x0 - end) / letter.size), letter
        end = letter.x1


def _spaced(letters: Iterable[Letter]) -> Iterator[str]:
    for gap, letter in gaps(letters):
        if gap > 0.14:
            yield " "
        yield letter.text


def _left(letter: Letter) -> float:
    return letter.x0


def _clustered(heights: Iterable[float]) -> list[float]:
    found: list[float] = []
    for y in sorted(heights):
        if not found or y - found[-1] > 2:
            found.append(y)
    return found


def _reaches(letter: Letter, y: float, full: float) -> bool:
    above = y - letter.y
    return abs(above) <= 2 or (letter.size < full and -4 < above < 0.75 * letter.size + RAISED)


def _placed(letter: Letter, y: float, full: float) -> Letter:
    return replace(letter, raised=letter.size < full and y - letter.y > RAISED)
