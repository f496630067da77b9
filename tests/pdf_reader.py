"""A printed edition read back from its PDF, by eye as it were: nothing of the plan is known here.

The lines of a page are counted from the letters on it; what is set smaller below them is its foot,
where a number in bold names the line of the entries after it. Each entry is then looked for: the
first and the last word of a lemma, the sign of a note, must stand on the lines of its number.

An entry is *wrong* if what it names stands on another line near by and not on its own. It is
*undecided* if there is nothing to look for (an omission), or it is nowhere near: a word divided
otherwise, or letters that the file orders otherwise than the eye.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Final

import pdfplumber

from tests.pdf_letters import Letter, Line, gaps, letters_of, lines_of

TEXT: Final = 8.9
"""The least size in points of letters that make a line of the text."""
HEADING: Final = 10.8
"""The least size of letters of a heading, which is no line of the text."""
FOOT: Final = 7.2
"""The least size of letters that make a line of the foot."""
NUMBER: Final = (7.7, 8.2)
"""Between these are the sizes of a number in the margin."""

UNWRITTEN: Final = ("om.", "lac.", "silent", "not in excerpt")
"""What stands in place of a lemma where the text has nothing."""
AFTER: Final = "after "
"""What stands before the word after which something is added."""

SIGN: Final = 3
"""The most letters that a sign has which calls a note."""

GAPS: Final = ("…", "[…]")
"""What stands for text that is lost."""

LABEL: Final = re.compile(
    r"(?:(?P<from>\d+)\.)?(?P<line>\d+)(?:–(?:(?P<page>\d+)\.)?(?P<last>\d+))?"
    r"|(?:\d+\.)?tit\.|\d+\+\d+"
)
WORD: Final = re.compile(
    r"(?:[^\W_]|[\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0730-\u074a])+"
)
HYPHENS: Final = "-\u2010\u00ad"
DIVIDED: Final = "\u00ad"
"""Stands for a hyphen at the end of a line of the foot, which may belong to the word or not."""
WIDE: Final = 0.95
"""A space in the foot, in units of the size, that may part two entries."""

Place = tuple[int, int]
"""A page and a line, as they are printed."""


class Verdict(StrEnum):
    """What a look at the line of an entry gives; FIRM if one line off it would have been wrong."""

    FIRM = "firm"
    RIGHT = "right"
    WRONG = "wrong"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of print: its baseline in points from the top, its words, its raised signs.

    `kept` are the words without letters that are struck through, which a lemma may leave out.
    """

    y: float
    text: str
    signs: frozenset[str] = frozenset()
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the foot: the label of its line, or "tit.", its words, the sign of a note.

    One that is `cut` begins in the midst of its lemma: a line of the foot ended before it, so that
    no space parts it from the entry before.
    """

    label: str
    text: str
    sign: str = ""
    cut: bool = False

    @property
    def lemma(self) -> str:
        """What stands before the bracket; nothing in a note or an omission.

        Of an addition it is the word that it follows.
        """
        if self.sign:
            return ""
        before = next((self.text[:at] for at in _brackets(self.text)), "").strip()
        return "" if before in UNWRITTEN else before.removeprefix(AFTER)


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of the text: its lines, the numbers in its margin, the entries of its foot."""

    number: int
    lines: tuple[Row, ...]
    margin: tuple[tuple[int, float], ...]
    entries: tuple[Entry, ...]

    def misnumbered(self) -> Iterator[str]:
        """The numbers in the margin that do not stand at the line they name."""
        for number, y in self.margin:
            right = number <= len(self.lines) and abs(self.lines[number - 1].y - y) < 3
            if not right:
                yield f"page {self.number}: the margin has {number} at another line"


@dataclass(frozen=True, slots=True)
class PrintedBook:
    """The pages of the text, by their printed numbers."""

    pages: dict[int, PrintedPage]

    @property
    def entries(self) -> list[tuple[PrintedPage, Entry]]:
        """Every entry with the page at whose foot it stands."""
        return [(page, entry) for page in self.pages.values() for entry in page.entries]

    def words_from(self, page: int, line: int) -> list[str]:
        """The words of a line; a last one that is divided is made whole from the next line."""
        row, follow = self.row((page, line)), self.row(self.beside((page, line), 1))
        text = row.text
        if text.endswith(tuple(HYPHENS)) and follow.text:
            text = text.rstrip(HYPHENS) + follow.text.split()[0]
        return WORD.findall(text)

    def misprints(self) -> Iterator[str]:
        """What is wrong: numbers in the margin, and entries that are not on the line named."""
        for page in self.pages.values():
            yield from page.misnumbered()
        for page, entry in self.entries:
            if self.verdict(page, entry) is Verdict.WRONG:
                yield f"page {page.number}: {entry.label} {entry.sign}{entry.text[:60]}"

    def tally(self) -> Counter[Verdict]:
        """How many entries there are of each verdict."""
        return Counter(self.verdict(page, entry) for page, entry in self.entries)

    def verdict(self, page: PrintedPage, entry: Entry) -> Verdict:
        """Whether what an entry names stands on the lines of its number."""
        label = LABEL.fullmatch(entry.label)
        words = WORD.findall(entry.lemma)
        if not label or not label["line"] or not (words or entry.sign):
            return Verdict.UNDECIDED
        first = int(label["from"] or page.number), int(label["line"])
        last = int(label["page"] or first[0]), int(label["last"] or first[1])
        if entry.sign:
            return self._of_sign(last, entry.sign)
        if _is_right_to_left(words[0]):
            return max(
                (
                    _together(self._of_word(first, a), self._of_word(last, z))
                    for a, z in _ends(words)
                ),
                key=_BETTER.index,
            )
        ending = self._of_word(last, words[-1])
        if entry.cut:
            return ending
        beginning = self._of_word(first, words[0])
        # A lemma that ends in a gap has no last word to look for.
        return beginning if entry.lemma.endswith(GAPS) else _together(beginning, ending)

    def row(self, place: Place) -> Row:
        """The line at a place; an empty one where there is none."""
        page, line = place
        rows = self.pages[page].lines if page in self.pages else ()
        return rows[line - 1] if 0 < line <= len(rows) else _NOTHING

    def beside(self, place: Place, by: int) -> Place:
        """The place so many lines on, perhaps on another page."""
        page, line = place[0], place[1] + by
        if line < 1 and page - 1 in self.pages:
            return page - 1, len(self.pages[page - 1].lines) + line
        if page in self.pages and line > len(self.pages[page].lines):
            return page + 1, line - len(self.pages[page].lines)
        return page, line

    def _of_word(self, place: Place, word: str) -> Verdict:
        return self._of(place, lambda at: self._has_word(at, word))

    def _of_sign(self, place: Place, sign: str) -> Verdict:
        return self._of(place, lambda at: any(_is_sign(run, sign) for run in self.row(at).signs))

    def _of(self, place: Place, found: Any) -> Verdict:
        around = [found(self.beside(place, by)) for by in (-1, 1)]
        if found(place):
            return Verdict.RIGHT if any(around) else Verdict.FIRM
        elsewhere = any(found(self.beside(place, by)) for by in range(-45, 46))
        return Verdict.WRONG if elsewhere else Verdict.UNDECIDED

    def _has_word(self, place: Place, word: str) -> bool:
        """Whether a word stands on a line: whole, as part of one, or begun on the line before."""
        spellings = {_plain(word.replace(DIVIDED, "")), _plain(word.partition(DIVIDED)[0])}
        own = [_plain(each) for each in self.words_from(*place)]
        own += [_plain(each) for each in WORD.findall(self.row(place).kept)]
        before = [_plain(each) for each in self.words_from(*self.beside(place, -1))[-1:]]
        if any(spelling in own for spelling in spellings):
            return True
        if own and any(b.endswith(own[0]) and b in spellings for b in before):
            return True
        return any(len(s) > 2 and any(s in each for each in own) for s in spellings)


_NOTHING: Final = Row(0, "")


_BETTER: Final = (Verdict.WRONG, Verdict.UNDECIDED, Verdict.RIGHT, Verdict.FIRM)


def _together(one: Verdict, other: Verdict) -> Verdict:
    """The verdict on an entry from those on its first and its last word.

    It is the worse of them, but one firm word is enough to make the number sure.
    """
    if Verdict.FIRM in (one, other) and Verdict.RIGHT in (one, other):
        return Verdict.FIRM
    return min(one, other, key=_BETTER.index)


def _ends(words: list[str]) -> Iterator[tuple[str, str]]:
    """The first and the last word of a lemma that is read from the right.

    Its words stand as the eye finds them from the left. If a line of the foot ends within it, it
    begins before that end; where that is cannot be told.
    """
    yield words[-1], words[0]
    yield from pairwise(words)


def _is_sign(run: str, sign: str) -> bool:
    """Whether raised letters are a sign; two that stand side by side are one run."""
    return (
        run == sign
        or (len(run) <= 2 * len(sign) + 1 and run.startswith(sign))
        or (len(run) <= 2 * len(sign) + 1 and run.endswith(sign))
    )


def _plain(word: str) -> str:
    """The word as it is compared: from right to left without its points."""
    if _is_right_to_left(word):
        return "".join(letter for letter in word if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", word)


def _is_right_to_left(word: str) -> bool:
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in word)


def read_book(path: Path) -> PrintedBook:
    """The pages that are numbered in Arabic numerals."""
    with pdfplumber.open(path) as pdf:
        numbered = (
            (int(label), page)
            for label, page in zip(pdf.doc.get_page_labels(), pdf.pages, strict=False)
            if label.isdigit()
        )
        return PrintedBook({number: _page(page, number) for number, page in numbered})


def _page(page: Any, number: int) -> PrintedPage:
    letters = letters_of(page, 60, page.height - 60)
    page.close()
    full = [letter for letter in letters if letter.size >= TEXT]
    text = [letter for letter in full if letter.size < HEADING]
    left, right = min((x.x0 for x in text), default=0), max((x.x1 for x in text), default=999)
    margin = {
        letter
        for letter in letters
        if NUMBER[0] < letter.size < NUMBER[1] and (letter.x1 < left - 4 or letter.x0 > right + 4)
    }
    rest = [letter for letter in letters if letter not in margin]
    lines = lines_of(rest, TEXT)
    last = max((line.y for line in lines if line.size >= TEXT), default=0)
    above, foot = _parted(lines, [letter for letter in rest if letter.y > last + 3])
    rows = (Row(line.y, line.words, line.signs, line.kept) for line in _numbered(above))
    return PrintedPage(number, tuple(rows), tuple(_margin(margin)), tuple(_entries(foot)))


def _numbered(lines: list[Line]) -> Iterator[Line]:
    """The lines that are none of a heading, nor a sign that is raised in one, alone on its line."""
    for line in lines:
        lone = line.size < TEXT and len(line.letters) <= SIGN
        if line.size < HEADING and not lone:
            yield line


def _parted(lines: list[Line], low: list[Letter]) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those of the foot: it begins with a number in bold."""
    small = lines_of(low, FOOT)
    start = next((line.y for line in small if line.letters[0].bold), None)
    if start is None:
        return lines, []
    foot = [line for line in small if line.y >= start]
    return [line for line in lines if line.y < start - 7], foot


def _margin(letters: set[Letter]) -> Iterator[tuple[int, float]]:
    for line in lines_of(letters, 0):
        if line.words.isdigit():
            yield int(line.words), line.y


def _entries(foot: list[Line]) -> Iterator[Entry]:
    """The entries of a foot: a number in bold opens one, a wide space another on that line."""
    label, pieces = "", list[tuple[str, bool]]()
    for kind, run in groupby(_stream(foot), key=lambda piece: piece[0]):
        words = "".join(text for _kind, text in run)
        if kind == "bold" and LABEL.fullmatch(words.strip()):
            yield from _split(label, pieces)
            label, pieces = words.strip(), []
        else:
            pieces.append((words, kind == "raised"))
    yield from _split(label, pieces)


def _stream(foot: list[Line]) -> Iterator[tuple[str, str]]:
    """The letters of a foot in order, each with what it is; a wide space is a tab."""
    for line in foot:
        kind = ""
        for gap, letter in gaps(line.letters):
            space = "\t" if gap > WIDE else " " if gap > 0.14 else ""
            now = "raised" if letter.raised else "bold" if letter.bold else "text"
            if space:
                yield (kind if kind == now and space == " " else "text"), space
            kind = now
            at_end = letter is line.letters[-1] and letter.text in HYPHENS
            yield kind, DIVIDED if at_end else letter.text
        if line.letters[-1].text not in HYPHENS:
            yield "text", " "


def _split(label: str, pieces: list[tuple[str, bool]]) -> Iterator[Entry]:
    """The entries under one label: a note begins with its sign, an entry has a bracket."""
    if not label:
        return
    parts: list[list[str]] = [["", ""]]
    for words, raised in pieces:
        if raised and not parts[-1][1].strip() and not parts[-1][0]:
            parts[-1][0] = words.strip()
        elif raised and parts[-1][1].endswith("\t"):
            parts.append([words.strip(), ""])
        else:
            parts[-1][1] += words
    for sign, text in parts:
        if sign:
            yield Entry(label, " ".join(text.split()), sign)
            continue
        for piece in _bracketed(text):
            whole, *rest = _uncut(" ".join(piece.split()))
            yield Entry(label, whole)
            yield from (Entry(label, each, cut=True) for each in rest)


def _bracketed(text: str) -> list[str]:
    """Entries of the apparatus at their wide spaces; what has no bracket belongs to the last."""
    found: list[str] = []
    for piece in text.split("\t"):
        if found and "]" not in piece:
            found[-1] += " " + piece
        else:
            found.append(piece)
    return found


def _brackets(text: str) -> Iterator[int]:
    """Where a bracket ends a lemma: it closes none that stands open."""
    opened = 0
    for at, letter in enumerate(text):
        opened += letter == "["
        if letter == "]":
            if not opened:
                yield at
            opened = max(0, opened - 1)


def _uncut(text: str) -> list[str]:
    """An entry, and those that follow it unparted: each from the last word of its lemma."""
    starts = [text.rfind(" ", 0, at) + 1 for at in _brackets(text)]
    ends = [*starts[1:], len(text)]
    return [text[: ends[0]], *(text[a:b] for a, b in pairwise(ends))]


def misprints(path: Path) -> list[str]:
    """What is wrong in a printed edition; nothing if every number equals the printed line."""
    return list(read_book(path).misprints())


def lemmata(book: PrintedBook) -> list[str]:
    """The lemmata at the foot of the pages, in their order."""
    return [entry.lemma for _page, entry in book.entries if entry.lemma]
