"""Numbers of lines: by the page, by the section, by the verse."""

from __future__ import annotations

from collections.abc import Sequence

from recensio.model.printing import Lines
from recensio.publish.print.galley import Galley
from recensio.publish.print.marks import read_marks
from recensio.publish.print.numbering import Numbering, numbering_of

PITCH = 14.0


def y(line: int) -> float:
    """The baseline of a line of a leaf, counted from 1."""
    return 100 + (line - 1) * PITCH


def lines(count: int, page: int = 1) -> list[list[object]]:
    return [[["line", n], page, 40.0, y(n)] for n in range(1, count + 1)]


def mark(kind: str, *facts: str, at: float, page: int = 1) -> list[object]:
    return [[kind, *facts], page, 90.0, at]


def verse(number: str, first: int, last: int | None = None) -> list[list[object]]:
    """A verse from a line to a line; it opens above the first."""
    end = mark("close", "c", at=y(last or first))
    return [mark("verse", number, at=y(first) - 9), end]


def numbered(scheme: Lines, *answer: Sequence[object]) -> Numbering:
    return numbering_of(Galley(read_marks(answer)), scheme)


def test_by_the_page_a_line_has_its_place_on_it() -> None:
    numbering = numbered(Lines.PAGE, *lines(6))
    assert [numbering.label(line, first=3) for line in (3, 4, 5)] == ["1", "2", "3"]


def test_by_the_section_lines_go_on_over_pages_and_begin_anew() -> None:
    section = mark("section", at=y(4) - 9)
    numbering = numbered(Lines.SECTION, *lines(5), section, *lines(2, page=2))
    assert numbering.names == ("1", "2", "3", "1", "2", "1", "2")
    assert numbering.label(4, first=2) == "2"


def test_a_verse_has_its_number_and_a_turnover_none() -> None:
    marks = (*verse("4", 1), *verse("5", 2, 4), *verse("6", 5))
    numbering = numbered(Lines.VERSE, *lines(5), *marks)
    assert numbering.names == ("4", "5", "5", "5", "6")
    assert [numbering.margin(line, every=5) for line in range(5)] == ["", "5", "", "", ""]


def test_verses_without_a_number_are_counted_on() -> None:
    numbering = numbered(Lines.VERSE, *lines(4), *verse("9", 1), *verse("", 2), *verse("9a", 3),
                         *verse("", 4))  # fmt: skip
    assert numbering.names == ("9", "10", "9a", "12")


def test_a_part_of_a_verse_shares_its_number() -> None:
    numbering = numbered(Lines.VERSE, *lines(2), *verse("5", 1), *verse("=", 2))
    assert numbering.names == ("5", "5")
    assert [numbering.margin(line, every=5) for line in range(2)] == ["5", ""]


def test_prose_among_verses_is_counted_from_the_verse_before() -> None:
    numbering = numbered(Lines.VERSE, *lines(4), *verse("12", 2))
    assert numbering.names == ("0+1", "12", "12+1", "12+2")
    assert numbering.margin(2, every=5) == ""


def test_without_verses_lines_are_counted_by_the_page() -> None:
    assert numbered(Lines.VERSE, *lines(2)).names is None


def test_an_introduction_has_no_numbers() -> None:
    leaves = (mark("leaf", "0:leaf", "plain", at=20.0), mark("leaf", "0:7", at=20.0, page=2))
    numbering = numbered(Lines.PAGE, *leaves, *lines(2), *lines(2, page=2))
    assert [numbering.label(line, first=0) for line in range(4)] == ["", "", "3", "4"]
