"""Elements around spans of text: how they fit what begins and ends within."""

from __future__ import annotations

import pytest

from recensio.importers.blocks import Mark
from recensio.importers.tokens import Sort, Token, closed, drop, opened, text
from recensio.importers.wrapping import Fit, Wrap, apart, element, wrapped

SOURCE = "one *two three* four"
TOKENS = (
    *text(0, 4),
    *drop(4, 5, Mark.EMPHASIS),
    opened(5, "hi"),
    *text(5, 14),
    closed(14),
    *drop(14, 15, Mark.EMPHASIS),
    *text(15, 20),
)


def shown(tokens: list[Token]) -> str:
    """Tokens as a reader would write them; what closes says not what."""
    forms = {Sort.OPEN: "<{}>", Sort.CLOSE: "</>", Sort.DROP: ""}
    return "".join(
        forms.get(token.sort, SOURCE[token.start : token.end]).format(token.name)
        for token in tokens
    )


def around(words: str, name: str, fit: Fit = Fit.WHOLE) -> Wrap:
    start = SOURCE.index(words)
    return element(start, start + len(words), name, fit)


@pytest.mark.parametrize(
    ("words", "fit", "result"),
    [
        ("one", Fit.PLAIN, "<x>one</> <hi>two three</> four"),
        ("two", Fit.PLAIN, "one <hi><x>two</> three</> four"),
        ("one *two three*", Fit.PLAIN, ""),
        ("one *two three*", Fit.WHOLE, "<x>one <hi>two three</></> four"),
        ("one *two", Fit.WHOLE, ""),
        ("one *two", Fit.WIDE, "<x>one <hi>two three</></> four"),
        ("three* four", Fit.WIDE, "one <x><hi>two three</> four</>"),
        ("two three", Fit.WIDE, "one <x><hi>two three</></> four"),
        ("two", Fit.WIDE, "one <hi><x>two</> three</> four"),
        ("*two", Fit.PLAIN, ""),
    ],
)
def test_a_wrap_divides_no_element(words: str, fit: Fit, result: str) -> None:
    wrap = around(words, "x", fit)
    tokens, made = wrapped(TOKENS, [wrap])
    assert shown(tokens) == (result or shown(list(TOKENS)))
    assert made == ([wrap] if result else [])


def test_of_two_that_would_cross_the_second_takes_in_the_first() -> None:
    wraps = [around("one *two", "x", Fit.WIDE), around("three* four", "y", Fit.WIDE)]
    assert shown(wrapped(TOKENS, wraps)[0]) == "<y><x>one <hi>two three</></> four</>"


@pytest.mark.parametrize(
    ("parent", "name", "stands"),
    [
        ("code", "date", False),
        ("figDesc", "bibl", False),
        ("figDesc", "date", True),
        ("foreign", "bibl", False),
        ("q", "bibl", True),
    ],
)
def test_an_element_stands_only_where_it_may(parent: str, name: str, stands: bool) -> None:
    tokens = (opened(0, parent), *text(0, 20), closed(20))
    assert bool(wrapped(tokens, [around("two", name)])[1]) is stands


def test_an_element_holds_only_what_it_may() -> None:
    tokens = (*text(0, 5), opened(5, "q"), *text(5, 14), closed(14), *text(14, 20))
    assert not wrapped(tokens, [around("one *two three*", "bibl")])[1]
    assert wrapped(tokens, [around("one *two three*", "seg")])[1]


def test_spans_apart() -> None:
    spans = [element(*span, "x") for span in ((4, 6), (0, 3), (0, 2), (3, 4), (5, 9))]
    assert [(span.start, span.end) for span in apart(spans)] == [(0, 3), (3, 4), (4, 6)]
