"""Regular expressions of XML Schema (XML Schema part 2, appendix F)."""

from __future__ import annotations

import time

import pytest

from recensio.validate.relaxng.datatypes import (
    XML_SCHEMA,
    DatatypeError,
    compile_datatype,
    datatype,
)


def matches(pattern: str, text: str) -> bool:
    facets = compile_datatype(XML_SCHEMA, "string", [("pattern", pattern)])
    return datatype(XML_SCHEMA, "string", facets).allows(text)


# Pattern, texts that match, other texts.
PATTERNS = [
    ("", [""], ["a"]),
    ("a|b", ["a", "b"], ["ab", ""]),
    ("^a$", ["^a$"], ["a"]),
    ("a.b", ["a-b", "a\u2028b"], ["a\nb", "a\rb"]),
    (r"\.\\\-\[\]\{\}\(\)\|\^\?\*\+", [r".\-[]{}()|^?*+"], ["."]),
    (r"\n\r\t", ["\n\r\t"], ["nrt"]),
    (r"\d+", ["12", "\u0661", "\U0001d7d8"], ["a", "½"]),
    (r"\D", ["a"], ["1", "\u0661"]),
    (r"\s", [" ", "\t"], ["\u00a0", "\u2003"]),
    (r"\S+", ["a\u00a0b"], ["a b"]),
    (r"\w+", ["aé1", "\u0301", "$+"], ["a-b", "_", " ", "\u00ad"]),
    (r"\W", ["-", "_", "\u00a0"], ["a", "$"]),
    (r"\i\c*", ["a:b-1", "_", ":", "é\u00b7"], ["1a", "-", "\u0132"]),
    (r"\I\C", ["1 ", "--/"[1:]], ["ab"]),
    (r"\p{Lu}\p{Ll}", ["Éa", "\U00010400a"], ["ea", "aA"]),
    (r"\P{L}", ["1", " "], ["a", "ß"]),
    (r"\p{IsGreek}+", ["αβ"], ["a"]),
    (r"\P{IsBasicLatin}", ["é"], ["e"]),
    (r"\p{IsPrivateUse}", ["\ue000", "\U000f0000"], ["a"]),
    ("[a-c1]+", ["abc1"], ["d", "-"]),
    ("[^a-c]", ["d", "\n"], ["a"]),
    ("[a-z-[aeiou]]+", ["xyz"], ["xay"]),
    ("[a-z-[b-y-[m]]]+", ["azm"], ["b"]),
    ("[^a-c-[x]]", ["d"], ["a", "x"]),
    (r"[\p{L}-[\p{Lu}]]", ["a"], ["A"]),
    (r"[^\s\d]", ["a"], [" ", "1"]),
    ("[-a]", ["-", "a"], ["b"]),
    ("[a-]", ["-", "a"], ["b"]),
    ("[^-a]", ["b"], ["-", "a"]),
    (r"[+\--/]", ["+", "-", ".", "/"], [","]),
    ("[&&a]", ["&", "a"], ["b"]),
    ("a{2}", ["aa"], ["a", "aaa"]),
    ("a{2,}", ["aa", "aaaa"], ["a"]),
    ("a{1,2}", ["a", "aa"], ["", "aaa"]),
    ("a{0}", [""], ["a"]),
    ("(ab)?c", ["c", "abc"], ["ab"]),
    ("()*", [""], ["a"]),
    ("(a|)+b", ["b", "aab"], ["a"]),
    ("(a*|b)*c", ["c", "aabac"], ["aab"]),
    ("(a{2}|b{1,3}c?)*", ["", "aabbbcaab"], ["aaa", "c", "bbbbcc"]),
    ("(a?){3}a{2}", ["aa", "aaaaa"], ["a", "aaaaaa"]),
    ("a{99999999999999999999}", [], ["a"]),
    ("(a{1000}){1000}", [], ["a"]),
    # As jing and TEI have it: joiners and private letters may stand in a word.
    (r"[^\p{C}\p{Z}]+", ["a\u200db", "\ue123"], ["a b", "a\u00a0"]),
]


@pytest.mark.parametrize(("pattern", "good", "bad"), PATTERNS)
def test_matches(pattern: str, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not matches(pattern, text)] == []
    assert [text for text in bad if matches(pattern, text)] == []


ILL_FORMED = [
    *("a**", "*a", "?a", "+", "a{,3}", "a{3,2}", "a{}", "a{x}", "a{2", "a}", "{", "}", "]", "a]"),
    *("[]", "[^]", "[a", "[a-b-c]", "[a-z-[b]x]", "[[a]]", "[]a]", "[z-a]", "[a--b]", "a*?"),
    *(r"\$", r"\/", r"\b", r"\1", r"\x41", r"\Z", "\\", "[\\", r"[\d-a]", r"[a-\d]", r"\Qa\E"),
    *(r"\p{l}", r"\p{isBasicLatin}", r"\p{BasicLatin}", r"\p{IsNone}", r"\p{Cs}", r"\p{Xx}"),
    *(r"\pL", r"\p{}", r"\p{L", "(?:a)", "(?=a)", "(?i)a", "(a", "a)"),
]


@pytest.mark.parametrize("pattern", ILL_FORMED)
def test_ill_formed(pattern: str) -> None:
    with pytest.raises(DatatypeError, match="is no regular expression of XML Schema"):
        matches(pattern, "")


def test_too_deep() -> None:
    assert matches("(" * 100 + "a" + ")?" * 100, "")
    with pytest.raises(DatatypeError, match="nested too deeply"):
        matches("(" * 5000 + "a" + ")" * 5000, "a")


HOSTILE = [
    ("(a+)+b", "a" * 5000),
    ("(a|a)*b", "a" * 5000),
    ("(a|ab|b)*c", "ab" * 2500),
    ("((a*)*)*b", "a" * 5000),
    ("(a?){500}a{500}b", "a" * 600),
    (r"\d*\d*\d*\d*x", "1" * 5000),
]


@pytest.mark.parametrize(("pattern", "text"), HOSTILE)
def test_no_pattern_takes_for_ever(pattern: str, text: str) -> None:
    start = time.process_time()
    assert not matches(pattern, text)
    assert time.process_time() - start < 5
