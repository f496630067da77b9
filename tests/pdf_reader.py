"""A printed edition read back from its PDF, by eye as it were: nothing of the plan is known here.

The lines of a page are counted from the letters on it; what is set smaller below them is its foot,
where a number in bold names the line of the entries after it. `misprints` compares the two: the
lemma of every entry must stand on the line of its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any, Final

import pdfplumber

TEXT: Final = (9.6, 10.8)
"""Sizes in points of running text, and NUMBER of a number in the margin."""
NUMBER: Final = (7.8, 8.1)

UNWRITTEN: Final = ("om.", "lac.", "silent", "not in excerpt")
"""What stands in place of a lemma where the text has nothing."""

LABEL: Final = re.compile(
    r"(?:(?P<from>\d+)\.)?(?P<line>\d+)(?:–(?:(?P<page>\d+)\.)?(?P<last>\d+))?|(?:\d+\.)?tit\."
)
WORD: Final = re.compile(r"(?:[^\W_]|\u00ad)+")
HYPHENS: Final = "-\u2010\u00ad"
DIVIDED: Final = "\u00ad"
"""Stands for a hyphen at the end of a line of the foot, which may belong to the word or not."""

Letters = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of print: its baseline in points from the top, and its words."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the foot: the label of its line, or "tit.", and its words."""

    label: str
    text: str

    @property
    def lemma(self) -> str:
        """What stands before the bracket; nothing in a note or an omission."""
        before, bracket, _after = self.text.partition("]")
        return before.strip() if bracket and before.strip() not in UNWRITTEN else ""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of the text: its lines, the numbers in its margin, its foot as one text a series."""

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
        rows = self.pages[page].lines
        follow = rows[line : line + 1] or self.pages.get(page + 1, _BLANK).lines[:1]
        text = rows[line - 1].text
        if text.endswith(tuple(HYPHENS)) and follow:
            text = text.rstrip(HYPHENS) + follow[0].text.split()[0]
        return WORD.findall(text)

    def misprints(self) -> Iterator[str]:
        """What is wrong: numbers in the margin, and lemmata that are not on the line named."""
        for page in self.pages.values():
            yield from page.misnumbered()
        for page, entry in self.entries:
            words = WORD.findall(entry.lemma)
            label = LABEL.fullmatch(entry.label)
            if not label:
                yield f"page {page.number}: {entry.label} is no line"
            elif words and label["line"]:
                yield from self._misplaced(page, entry, words, label)

    def _misplaced(
        self, page: PrintedPage, entry: Entry, words: list[str], label: re.Match[str]
    ) -> Iterator[str]:
        first = int(label["from"] or page.number), int(label["line"])
        last = int(label["page"] or first[0]), int(label["last"] or first[1])
        for (number, line), word in ((first, words[0]), (last, words[-1])):
            on_page = number in self.pages and line <= len(self.pages[number].lines)
            spellings = {word.replace(DIVIDED, ""), word.partition(DIVIDED)[0]}
            if not on_page or not any(w in self._near(number, line, w) for w in spellings):
                yield f"{number}.{line}: no {word} there ({entry.label} {entry.lemma})"

    def _near(self, page: int, line: int, word: str) -> list[str]:
        """The words of a line, and the end of one that began on the line before."""
        words = self.words_from(page, line)
        divided = words and word.endswith(words[0])
        return [*words, word] if divided and word in self._before(page, line) else words

    def _before(self, page: int, line: int) -> list[str]:
        if line > 1:
            return self.words_from(page, line - 1)
        return self.words_from(page - 1, len(self.pages[page - 1].lines)) if page > 1 else []


_BLANK: Final = PrintedPage(0, (), (), ())


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
    letters: Letters = [letter for letter in page.chars if letter["upright"]]
    inner = [letter for letter in letters if 60 < letter["top"] < page.height - 60]
    text = [letter for letter in inner if _is(letter, TEXT)]
    margin = list(_margin(inner, text))
    rows = tuple(_rows(text))
    foot = [x for x in inner if rows and _below(x, rows[-1]) and x["size"] < TEXT[0]]
    page.close()
    return PrintedPage(number, rows, tuple(margin), tuple(_entries(foot)))


def _is(letter: dict[str, Any], sizes: tuple[float, float]) -> bool:
    return bool(sizes[0] <= letter["size"] <= sizes[1])


def _baseline(letter: dict[str, Any]) -> float:
    return float(letter["matrix"][5])


def _below(letter: dict[str, Any], row: Row) -> bool:
    return _height(letter) > row.y + 4


def _height(letter: dict[str, Any]) -> float:
    """The baseline as a distance from the top of the page."""
    return float(letter["top"] + letter["y1"] - _baseline(letter))


def _rows(letters: Letters) -> Iterator[Row]:
    for y, line in _lines(letters):
        yield Row(y, _words(line))


def _lines(letters: Letters) -> Iterator[tuple[float, Letters]]:
    """The letters line by line, each from left to right; letters 3 points apart share a line."""
    lines: list[tuple[float, Letters]] = []
    for letter in sorted(letters, key=_height):
        if lines and _height(letter) - lines[-1][0] < 3:
            lines[-1][1].append(letter)
        else:
            lines.append((_height(letter), [letter]))
    for y, line in lines:
        yield y, sorted(line, key=lambda letter: float(letter["x0"]))


def _words(line: Letters) -> str:
    text = ""
    end = None
    for letter in line:
        if end is not None and letter["x0"] - end > 0.14 * letter["size"]:
            text += " "
        text += letter["text"]
        end = letter["x1"]
    return " ".join(text.replace("\u2060", "").split())


def _margin(letters: Letters, text: Letters) -> Iterator[tuple[int, float]]:
    """The numbers left of the text."""
    if not text:
        return
    edge = median(line[0]["x0"] for _y, line in _lines(text)) - 4
    outside = [x for x in letters if x["x1"] < edge and _is(x, NUMBER)]
    for y, line in _lines(outside):
        if (number := _words(line)).isdigit():
            yield int(number), y


def _entries(letters: Letters) -> Iterator[Entry]:
    """The entries of a foot: a number in bold opens one, a wide space another on that line."""
    stream = (piece for piece in _stream(letters) if piece[1])
    label, text = "", ""
    for bold, run in groupby(stream, key=lambda piece: piece[0]):
        words = "".join(piece for _bold, piece in run)
        if bold and LABEL.fullmatch(words.strip()):
            yield from _split(label, text)
            label, text = words.strip(), ""
        else:
            text += words
    yield from _split(label, text)


def _split(label: str, text: str) -> Iterator[Entry]:
    if label:
        yield from (Entry(label, " ".join(part.split())) for part in text.split("\t"))


def _stream(letters: Letters) -> Iterator[tuple[bool, str]]:
    """The letters of a foot in order, each with whether it is bold; a wide space is a tab."""
    for _y, line in _lines(letters):
        end = line[0]["x0"]
        for letter in line:
            yield False, _space(letter["x0"] - end, letter["size"])
            at_end = letter is line[-1] and letter["text"] in HYPHENS
            yield "Bold" in letter["fontname"], DIVIDED if at_end else letter["text"]
            end = letter["x1"]
        yield False, "" if at_end else " "


def _space(gap: float, size: float) -> str:
    if gap > 1.25 * size:
        return "\t"
    return " " if gap > 0.14 * size else ""


def misprints(path: Path) -> list[str]:
    """What is wrong in a printed edition; nothing if every number equals the printed line."""
    return list(read_book(path).misprints())


def lemmata(book: PrintedBook) -> list[str]:
    """The lemmata at the foot of the pages, in their order."""
    return [entry.lemma for _page, entry in book.entries if entry.lemma]
