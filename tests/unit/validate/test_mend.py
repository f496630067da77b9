"""Fixes applied to contents: what holds, what clashes, what does harm."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from recensio.model.catalogue import Severity
from recensio.model.problem import Edit, Fix, Location, Problem
from recensio.validate.mend import Contents, Mended, applied, mend
from tests.support import codes

FILE = "a.xml"


def flaw(code: str, *edits: Edit, severity: Severity = Severity.ERROR, path: str = FILE) -> Problem:
    fix = Fix("mend it", edits) if edits else None
    return Problem(code, severity, f"{code} is amiss", Location(path), fix=fix)


def edit(start: int, end: int, text: str, path: str = FILE) -> Edit:
    return Edit(path, start, end, text)


class Words:
    """A check for which every word in capitals is an error, which a small letter would mend."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = {path: text.encode() for path, text in files.items()}
        self.checked = 0

    def __call__(self, contents: Contents) -> Sequence[Problem]:
        self.checked += 1
        found = []
        for path, content in {**self.files, **contents}.items():
            text = content.decode()
            if "<" in text:
                found.append(flaw("SRC001", path=path))
            for word in re.finditer("[A-Z]+", text):
                new = {"BAD": "WORSE STILL", "ILL": "<", "IDLE": "IDLE", "TWO": "ONE"}
                mended = new.get(word[0], word[0].lower())
                found.append(flaw(f"X{word[0]}", edit(*word.span(), mended, path), path=path))
        return found

    def mended(self) -> Mended:
        return mend(self({}), self.files.__getitem__, self)


def test_what_is_mended_is_new_content_and_no_problem_any_more() -> None:
    outcome = Words({FILE: "é ONE and b TWO c", "b.xml": "fine", "c.xml": "SOME"}).mended()
    assert outcome.contents == {FILE: "é one and b one c".encode(), "c.xml": b"some"}
    assert outcome.remaining == ()
    assert codes(list(outcome.mended)) == ["XONE", "XTWO", "XSOME", "XONE"]


def test_a_fix_that_makes_things_worse_is_left_out_and_the_others_hold() -> None:
    outcome = Words({FILE: "ONE BAD TWELVE ILL IDLE THREE"}).mended()
    assert outcome.contents == {FILE: b"one BAD twelve ILL IDLE three"}
    assert codes(list(outcome.refused)) == ["XBAD", "XILL", "XIDLE"]
    assert codes(list(outcome.remaining)) == ["XBAD", "XILL", "XIDLE"]
    assert [problem.fix for problem in outcome.remaining] == [None] * 3


def test_there_is_an_end_to_what_is_tried() -> None:
    check = Words({FILE: " ".join(["BAD"] * 100)})
    outcome = check.mended()
    assert outcome.contents == {}
    assert check.checked <= 42


def test_nothing_is_done_without_fixes() -> None:
    check = Words({FILE: "fine"})
    assert check.mended() == Mended({}, (), (), ())
    assert check.checked == 1


def mended_once(text: str, *problems: Problem) -> str:
    """The text after the fixes that can be made at once, all of which help."""
    rounds: Iterator[list[Problem]] = iter([[], []])
    outcome = mend(problems, {FILE: text.encode()}.__getitem__, lambda _contents: next(rounds))
    return outcome.contents.get(FILE, text.encode()).decode()


def test_of_two_fixes_that_overlap_the_first_is_made() -> None:
    assert mended_once("abcdef", flaw("X1", edit(1, 4, "-")), flaw("X2", edit(3, 5, "+"))) == "a-ef"
    assert mended_once("abcdef", flaw("X1", edit(1, 4, "-")), flaw("X2", edit(2, 2, "+"))) == "a-ef"
    assert mended_once("abcdef", flaw("X1", edit(2, 2, "+")), flaw("X2", edit(1, 4, "-"))) == (
        "ab+cdef"
    )


def test_the_second_of_two_that_overlap_is_made_in_the_next_round() -> None:
    outcome = Words({FILE: "TWO"})
    twice = [*outcome({}), flaw("XTWO", edit(1, 3, "wo"))]
    assert mend(twice, outcome.files.__getitem__, outcome).contents == {FILE: b"one"}


def test_fixes_side_by_side_are_all_made() -> None:
    found = [flaw("X1", edit(1, 3, "-")), flaw("X2", edit(3, 3, "+")), flaw("X3", edit(3, 4, ""))]
    assert mended_once("abcdef", *found) == "a-+ef"


def test_insertions_at_one_place_keep_their_order_and_the_same_one_is_made_once() -> None:
    found = [flaw("X1", edit(2, 2, "1")), flaw("X2", edit(2, 2, "2")), flaw("X3", edit(2, 2, "1"))]
    assert mended_once("abcd", *found) == "ab12cd"


def test_a_tag_is_not_given_an_attribute_twice() -> None:
    found = [flaw("X1", edit(2, 2, ' n="1"')), flaw("X2", edit(2, 2, ' n="2"'))]
    assert mended_once("<p/>", *found) == '<p n="1"/>'
    other = flaw("X2", edit(2, 2, ' m="2"'))
    assert mended_once("<p/>", found[0], other) == '<p n="1" m="2"/>'


def test_a_fix_of_several_files_is_made_in_all_or_none() -> None:
    files = {FILE: b"ab", "b.xml": b"cd"}
    both = flaw("X1", edit(0, 1, "A"), edit(0, 1, "C", "b.xml"))
    clashing = flaw("X2", edit(0, 2, "-"), edit(1, 2, "D", "b.xml"))
    rounds: Iterator[list[Problem]] = iter([[], []])
    outcome = mend([both, clashing], files.__getitem__, lambda _contents: next(rounds))
    assert outcome.contents == {FILE: b"Ab", "b.xml": b"Cd"}
    assert codes(list(outcome.mended)) == ["X1"]


def test_a_fix_beyond_the_end_of_a_file_is_not_made() -> None:
    assert mended_once("ab", flaw("X1", edit(1, 9, "-"))) == "ab"


@given(st.data())
def test_text_outside_the_edits_stays_as_it_is(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("abcé\r\n\t\ufeff\U0001d11e"), max_size=40))
    marks = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = list(zip(marks[::2], marks[1::2], strict=False))
    edits = [edit(start, end, data.draw(st.text("xy", max_size=3))) for start, end in spans]
    result = applied(text, data.draw(st.permutations(edits)))
    kept = [
        text[a:b]
        for a, b in zip(
            [0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True
        )
    ]
    expected = kept[0] + "".join(e.text + rest for e, rest in zip(edits, kept[1:], strict=True))
    assert result == expected
