"""No stylesheet of the site says a word by itself: all stand in model/interface, in four languages.

Words are text between tags, values of attributes that are read out, and strings of XPath that look
like a sentence or a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
from lxml import etree

from tests.support import ROOT, Element

XSL: Final = "{http://www.w3.org/1999/XSL/Transform}"
READ_OUT: Final = ("aria-label", "title", "alt", "placeholder", "label")
XPATHS: Final = ("select", "test", "separator")
LETTERS: Final = re.compile(r"[^\W\d_]{2,}")
STRING: Final = re.compile(r"'((?:[^']|'')*)'")
SPOKEN: Final = re.compile(r"[^\W\d_]+\S* |^\s*[A-Z][a-z]+|[^\W\d_][:;,] *$|^[^\W\d_]+\. $")
"""What a string that is said looks like; keys, modes and names of classes are of one piece."""

UNSAID: Final = {"looks": "the names by which encoders call a look"}
"""Stylesheets with words that are compared and not said, and which."""

MARKUP: Final = {"list labelled", "siglum chip ", "&quot;", r"\d[Z+]|\d-\d\d:"}
"""Strings that go into markup, as values of @class and entities, or are patterns."""

FILES: Final = sorted((ROOT / "xslt/html").glob("*.xsl"))
HELD: Final = [path for path in FILES if path.stem not in UNSAID]


def words(root: Element) -> Iterator[str]:
    for element in root.iter("*"):
        of_function = next(element.iterancestors(f"{XSL}function"), None) is not None
        if not of_function and element.tag != f"{XSL}function":
            yield from filter(LETTERS.search, _texts(element))
        for name, value in element.items():
            is_xpath = str(element.tag).startswith(XSL) and name in XPATHS
            parts = [value] if is_xpath else re.findall(r"\{(.*?)\}", value, re.DOTALL)
            said = (text for part in parts for text in STRING.findall(part))
            yield from filter(SPOKEN.search, said)
            if name in READ_OUT:
                yield from filter(LETTERS.search, [re.sub(r"\{.*?\}", "", value, flags=re.DOTALL)])


def _texts(element: Element) -> Iterator[str]:
    if element.tag == f"{XSL}attribute" and element.get("name") not in READ_OUT:
        return
    yield element.text or ""
    yield from (child.tail or "" for child in element)


@pytest.mark.parametrize("path", HELD, ids=[path.stem for path in HELD])
def test_a_stylesheet_says_nothing_by_itself(path: object) -> None:
    root = etree.parse(str(path)).getroot()
    for documentation in list(root.iter(f"{XSL}param")):
        documentation.text = None
    assert set(words(root)) <= MARKUP


def test_what_is_said_would_be_found() -> None:
    said = etree.fromstring(
        '<a xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><p>Text</p><xsl:text> and </xsl:text>'
        '<b aria-label="The {@x} place"/><xsl:value-of select="\'l. \' || @n"/>'
        "<xsl:value-of select=\"if (@a) then 'Readings' else 'one of two'\"/></a>"
    )
    assert list(words(said)) == ["Text", " and ", "The  place", "l. ", "Readings", "one of two"]
