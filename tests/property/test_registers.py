"""Whatever the dates and names: days are counted rightly, and nothing stands upon anything else."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from recensio.model.dating import Span, date_of, day_number, span_of
from recensio.publish.registers.collation import letter, order
from recensio.publish.registers.network import EDGES, NODES, Edge, company, length, ordering
from recensio.publish.registers.scatter import labelled
from recensio.publish.registers.statements import Happening, Statement
from recensio.publish.registers.timeline import panels

NAMES = [f"n{number}" for number in range(60)]
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
SPANS = st.builds(
    lambda one, two: Span(min(one, two), max(one, two)),
    st.integers(-200_000, 800_000),
    st.integers(-200_000, 800_000),
)


@given(DAYS, DAYS)
def test_days_are_numbered_as_they_follow(one: date, other: date) -> None:
    numbers = [day_number(each.year, each.month, each.day) for each in (one, other)]
    assert numbers[1] - numbers[0] == (other - one).days
    assert date_of(numbers[0]) == (one.year, one.month, one.day)


@given(st.integers(-3_000_000, 3_000_000))
def test_every_day_has_a_date(number: int) -> None:
    assert day_number(*date_of(number)) == number


@given(DAYS, DAYS)
def test_an_interval_holds_its_ends(one: date, other: date) -> None:
    first, last = sorted((one, other))
    span = span_of(f"{first.isoformat()}/{last.isoformat()}")
    assert span
    ends = (span_of(first.isoformat()), span_of(last.isoformat()))
    assert all(end and span.gap(end) == 0 for end in ends)


@given(SPANS, SPANS)
def test_a_gap_is_the_same_from_both_sides(one: Span, other: Span) -> None:
    assert one.gap(other) == other.gap(one) >= 0
    assert one.gap(one) == 0


@given(st.lists(SPANS, min_size=1, max_size=30))
def test_a_timeline_shows_every_event_once_and_inside(spans: list[Span]) -> None:
    happenings = [
        Happening(str(number), "", (Statement(str(number), span, ""),))
        for number, span in enumerate(spans)
    ]
    happenings.sort(key=lambda each: (each.span.first or 0, each.span.last or 0))
    found = panels(happenings)
    assert sorted(h.title for panel in found for h in panel.happenings) == sorted(
        each.title for each in happenings
    )
    for panel in found:
        ticks = [tick.x for tick in panel.ticks()]
        assert ticks == sorted(set(ticks))
        for each in panel.happenings:
            assert panel.first <= (each.span.first or 0)
            assert (each.span.last or 0) <= panel.last
            for row in panel.rows(each):
                assert 0 <= row.left <= row.right <= 100


PLACES = st.tuples(st.floats(0, 600), st.floats(0, 400))


@given(
    st.lists(st.tuples(PLACES, st.text(st.characters(min_codepoint=65), max_size=20)), max_size=25)
)
def test_no_label_stands_upon_another(places: list[tuple[tuple[float, float], str]]) -> None:
    points, labels = [place for place, _ in places], [label for _, label in places]
    boxes = [box for box in labelled(points, labels, 600, 400) if box]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.left >= 0 and box.right <= 600 for box in boxes)


EDGES_DRAWN = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(
        lambda pair: pair[0] < pair[1]
    ),
    st.integers(1, 9),
    max_size=120,
)


@given(EDGES_DRAWN)
def test_a_network_is_bounded_and_the_same_each_time(drawn: dict[tuple[str, str], int]) -> None:
    index: dict[str, dict[str, int]] = {}
    for (one, other), weight in drawn.items():
        index.setdefault(one, {})[other] = weight
        index.setdefault(other, {})[one] = weight
    shown = company(index, NAMES)
    assert shown == company(index, NAMES[::-1])
    assert len(shown.order) <= NODES
    assert len(shown.edges) <= EDGES
    assert {name for edge in shown.edges for name in (edge.first, edge.second)} == set(shown.order)


@given(EDGES_DRAWN)
def test_an_order_is_never_made_worse(drawn: dict[tuple[str, str], int]) -> None:
    edges = [Edge(one, other, weight) for (one, other), weight in drawn.items()]
    found = ordering(NAMES, edges)
    assert sorted(found) == sorted(NAMES)
    assert length(found, edges) <= length(NAMES, edges)


@given(st.lists(st.text(max_size=8), max_size=20))
def test_names_of_a_letter_stand_together(names: list[str]) -> None:
    letters = [letter(name) for name in sorted(names, key=order)]
    assert len([one for one, other in pairwise(letters) if one != other]) == (
        len(set(letters)) - bool(letters)
    )
