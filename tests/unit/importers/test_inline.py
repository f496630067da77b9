"""Inline markup: emphasis, tags, links; what finds no partner is text."""

from __future__ import annotations

import pytest

from tests.unit.importers.support import PLAIN, body


def paragraph(text: str) -> str:
    found = body(text)
    assert found.startswith('<p xml:id="T-1">')
    return found.removeprefix('<p xml:id="T-1">').removesuffix("</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* c", 'a <hi rend="italic">b</hi> c'),
        ("a **b** c", 'a <hi rend="bold">b</hi> c'),
        ("***b***", '<hi rend="bold"><hi rend="italic">b</hi></hi>'),
        ("*a **b** c*", '<hi rend="italic">a <hi rend="bold">b</hi> c</hi>'),
        ("*a\nb*", '<hi rend="italic">a\nb</hi>'),
        ("*a **b* c", '<hi rend="italic">a **b</hi> c'),
        ("a * b * c", "a * b * c"),
        ("*a", "*a"),
        ("snake_case_name", "snake_case_name"),
        ("_a_", '<hi rend="italic">a</hi>'),
        (r"\*a\* \_", "*a* _"),
        ("`*a*`", "<code>*a*</code>"),
        ("10<sup>th</sup>", '10<hi rend="superscript">th</hi>'),
        ("<u>a</u>", '<hi rend="underline">a</hi>'),
        ("<u>a", "&lt;u&gt;a"),
        ("a<br>b", "a<lb/>b"),
        ("a <x> b", "a &lt;x&gt; b"),
        ("a <!-- b --> c", "a  c"),
        ("[a *b*](https://x.example/y)",
         '<ref target="https://x.example/y">a <hi rend="italic">b</hi></ref>'),
        ("[a](#here)", "a"),
        ("[a](javascript:alert)", "a"),
        ("[a](not an address)", "[a](not an address)"),
        ("<https://x.example>", '<ref target="https://x.example">https://x.example</ref>'),
        ("![A cat](cat.png)",
         '<figure><graphic url="cat.png"/><figDesc>A cat</figDesc></figure>'),
    ],
)  # fmt: skip
def test_markdown(text: str, expected: str) -> None:
    assert paragraph(text) == expected


def test_plain_text_has_no_marks() -> None:
    assert body(r"*a* \_ `b` [c](d)", PLAIN) == r'<p xml:id="T-1">*a* \_ `b` [c](d)</p>'


def test_depth_is_bounded() -> None:
    """A reader of XML refuses a document that is too deep."""
    marks = "".join("*a _b " for _ in range(500)) + "".join("b_ a* " for _ in range(500))
    assert paragraph(marks).count("<hi") <= 500
    depth = deepest = 0
    for part in paragraph(marks).split("<")[1:]:
        depth += -1 if part.startswith("/") else 1
        deepest = max(deepest, depth)
    assert deepest <= 20
