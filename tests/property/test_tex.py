"""Text as TeX: nothing of an edition is markup, and every character of it is printed."""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from recensio import saxon
from recensio.publish.tex import wrapped
from tests.tex_reader import plain

MARKUP = "\\{}$&#^_~%-`'\",<>?! \n\t[]*=@|/()"
CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"
)
TEXTS = st.text(
    st.one_of(
        st.sampled_from(MARKUP), st.sampled_from("\u00a0\u00ad\u007f\u2028\u0301\ufffd"), CHARACTERS
    )
)


def normal(text: str) -> str:
    """White space is single spaces, none at the ends, and the text is in normal form C."""
    return unicodedata.normalize("NFC", re.sub(r"[ \t\n\r]+", " ", text)).strip(" ")


def paragraph(text: str) -> str:
    """What a paragraph of this text becomes; nothing for a paragraph without words."""
    source = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
        f"<p>{escape(text)}</p></body></text></TEI>"
    )
    output = saxon.transform("tex/document.xsl", "body", source, {"title": "T"}).output
    found = re.search(r"\\teip (.*)\\teiend", output, re.DOTALL)
    return found[1] if found else ""


@given(TEXTS)
def test_every_character_is_printed_as_it_is(text: str) -> None:
    assert normal(plain(paragraph(text))) == normal(text)


@given(TEXTS)
def test_nothing_of_the_text_is_markup(text: str) -> None:
    written = re.sub(r"\\text(backslash|asciicircum|asciitilde)\{\}", "", paragraph(text))
    written = re.sub(r"\\symbol\{\d+\}|\\[{}$&#_%-]|\{\}", "", written)
    assert not set(written) & set("\\{}$&#^_%\u007f\u00a0\u00ad\ufffd")
    assert not re.search(r"--|``|''|,,|<<|>>|[?!]`", paragraph(text))


@given(st.lists(TEXTS.filter(lambda text: bool(normal(text))), min_size=1))
def test_a_line_is_broken_at_spaces_only(texts: list[str]) -> None:
    written = " ".join(paragraph(text) for text in texts).replace("\n", " ")
    broken = wrapped(written)
    assert broken.replace("\n", " ") == written
    assert all(line and not line[0].isspace() for line in broken.split("\n")[1:])
