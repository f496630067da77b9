"""The galley: on which line a mark stands, whatever the typesetter does with it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recensio.model.printing import Printing
from recensio.publish.print.galley import Galley
from recensio.publish.print.marks import Point, read_marks
from recensio.publish.print.plan import carriers, read_plan
from recensio.publish.print.strips import Strip, strip_of, strips_of
from recensio.publish.print.style import style_of

STYLE = style_of(Printing())
PITCH = STYLE.size + STYLE.leading


def line(number: int, page: int = 1) -> list[object]:
    """A numbered line; the first one has its baseline at 100 points."""
    return [["line", number], page, 40.0, y(number)]


def y(number: int) -> float:
    return 100 + (number - 1) * PITCH


def mark(kind: str, *facts: str, at: float, x: float = 90.0, page: int = 1) -> list[object]:
    return [[kind, *facts], page, x, at]


def galley(*answer: Sequence[object]) -> Galley:
    return Galley(read_marks(answer))


LINES = [line(number) for number in range(1, 7)]


def entry(*marks: Sequence[object]) -> tuple[int | None, int | None]:
    placed = galley(*marks, *LINES).entries[0]
    return placed.line, placed.last


def test_a_lemma_is_on_the_lines_of_its_marks() -> None:
    assert entry(mark("start", "a", at=y(2)), mark("end", "a", "app", at=y(3))) == (1, 2)


def test_a_lemma_whose_space_was_lost_begins_the_next_line() -> None:
    eaten = (mark("space", at=y(2), x=300), mark("start", "a", at=y(2), x=300))
    assert entry(*eaten, mark("end", "a", "app", at=y(3))) == (2, 2)


def test_a_lemma_after_a_kept_space_is_on_the_line_of_the_space() -> None:
    kept = (mark("space", at=y(2), x=80), mark("start", "a", at=y(2), x=84))
    assert entry(*kept, mark("end", "a", "app", at=y(2))) == (1, 1)


def test_marks_above_the_paragraph_that_they_open_belong_to_its_first_line() -> None:
    top = y(4) - 0.75 * STYLE.size
    opening = (mark("space", at=top), mark("start", "a", at=top))
    assert entry(*opening, mark("end", "a", "app", at=y(4))) == (3, 3)


def test_a_mark_under_the_paragraph_that_it_ends_belongs_to_its_last_line() -> None:
    under = y(4) + 0.25 * STYLE.size + STYLE.leading
    assert entry(mark("start", "a", at=y(4)), mark("end", "a", "app", at=under)) == (3, 3)


def test_a_lemma_in_a_heading_has_no_line() -> None:
    heading = (mark("open", at=40.0), mark("end", "a", "app", at=60.0), mark("shut", at=62.0))
    assert entry(*heading) == (None, None)


def test_a_mark_at_the_top_of_a_heading_ends_the_paragraph_before() -> None:
    heading = (mark("open", at=y(7)), mark("shut", at=y(7) + 20))
    assert entry(mark("end", "a", "app", at=y(7)), *heading) == (5, 5)


def test_strips_are_lines_rows_and_headings() -> None:
    row = (
        mark("open", at=y(3) - 8, x=40), mark("shut", at=y(3) + 3, x=40),
        mark("open", at=y(3) - 8, x=90), mark("shut", at=y(4) + 3, x=90),
    )  # fmt: skip
    heading = (mark("open", at=40.0), mark("shut", at=62.0))
    strips = strips_of(galley(*heading, *LINES, *row, mark("close", "c", at=y(2))), STYLE)
    assert [(s.first, s.lines, s.keep, s.closes) for s in strips] == [
        (0, 0, True, False),
        (0, 1, False, False),
        (1, 1, False, True),
        (2, 2, False, False),
        (4, 1, False, False),
        (5, 1, False, False),
    ]


def test_a_speaker_stays_with_the_speech() -> None:
    strips = strips_of(galley(*LINES, mark("keep", at=y(2))), STYLE)
    assert [strip.keep for strip in strips] == [False, True, False, False, False, False]


def test_leaves_are_pages_of_the_galley() -> None:
    strips = strips_of(galley(line(1), line(2), line(1, page=2)), STYLE)
    assert [strip.leaf for strip in strips] == [0, 0, 1]


def test_an_entry_belongs_to_the_strip_of_its_line_and_not_to_the_heading_before() -> None:
    heading = (mark("open", at=y(1) + 3), mark("shut", at=y(1) + 5))
    marks = (mark("start", "a", at=y(2)), mark("end", "a", "app", at=y(2)))
    read = galley(*LINES, *heading, *marks)
    assert strip_of(read.entries[0], strips_of(read, STYLE)) == 2


def plan_of(
    read: Galley, *pages: tuple[int, int]
) -> tuple[dict[str, int], list[tuple[int | None, str]]]:
    """The carriers of pages that hold these strips, and the printed place of each line."""
    strips = strips_of(read, STYLE)
    answer = [
        {"first": first, "last": last, "leaf": 0, "number": n, "foot": 0, "groups": {}}
        for n, (first, last) in enumerate(pages, 1)
    ]
    plan = read_plan(answer, strips, STYLE)
    return carriers(plan, read), [plan.place(line) for line in range(len(read.lines))]


def test_lines_are_numbered_by_the_page() -> None:
    _carriers, places = plan_of(galley(*LINES), (0, 3), (4, 5))
    assert places == [
        (1, "1"), (1, "2"), (1, "3"), (1, "4"), (2, "1"), (2, "2"),
    ]  # fmt: skip


def test_a_page_that_could_hold_more_is_filled_by_a_mark_on_it() -> None:
    holds = (mark("hold", "h1", at=y(2)), mark("hold", "h2", at=y(6)))
    found, _places = plan_of(galley(*LINES, *holds), (0, 3), (4, 5))
    assert found == {"h1": 0}


def test_a_page_without_text_follows_the_leaf_that_needs_it() -> None:
    read = galley(*LINES)
    strips = strips_of(read, STYLE)
    text: dict[str, object] = {
        "first": 0,
        "last": 5,
        "leaf": 0,
        "number": 1,
        "foot": 0,
        "groups": {},
    }
    rest: dict[str, object] = {
        "first": None,
        "last": None,
        "leaf": 0,
        "number": 2,
        "foot": 0,
        "groups": {},
    }
    plan = read_plan([text, rest], strips, STYLE)
    assert list(plan.rests()) == [(0, 1)]
    assert plan.page_at(Point(1, y(6))).number == 1


@pytest.mark.parametrize("lines", [0, 3])
def test_only_what_has_lines_has_a_last_line(lines: int) -> None:
    assert Strip(0, 0.0, 9.0, 4, lines).final == (6 if lines else None)


def test_points_are_in_the_order_of_reading() -> None:
    assert Point(1, 500.0) < Point(2, 10.0) < Point(2, 20.0)
