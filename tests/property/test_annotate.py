"""Annotation of any text: no character changes, and twice is as once."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from recensio.annotate.files import annotate_file
from tests.support import tei, tree_of
from tests.unit.annotate.support import LEXICON

VOCABULARY = (
    "Aleksandr Smirnov Smirnov Ryutin Ryutin’s Riutin group Vasily Moscow Gorky Presidium CCC of"
    " the Union Marxist-Leninists Platform Tomsy Tomsky Троцкому 1930 1934 5 May to – - , . ’s and"
    " early summer later weeks six same day [ ] ( ) é &amp; &#169; Ibid. Calibre factory son M. A."
    " <!--Moscow--> <![CDATA[Ryutin]]> <lb/> <pb/> <anchor/>"
)
WORDS = st.sampled_from([*VOCABULARY.split(" "), "-<pb break='no'/>"])
SPACES = st.sampled_from(["", " ", " ", "\n", "\r\n", "\t "])
RUNS = st.lists(st.tuples(WORDS, SPACES), max_size=12).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
INLINE = st.sampled_from(
    ["hi", "rs", "note", "emph", "foreign", "bibl", "q", "app", "persName", "title", "orgName"]
)


def _wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    element = st.builds("<{0}>{1}</{0}>".format, INLINE, children)
    choice = st.builds("<choice><sic>{0}</sic><corr>{1}</corr></choice>".format, RUNS, children)
    return st.lists(st.one_of(element, choice, RUNS), max_size=4).map("".join)


BODIES = st.recursive(RUNS, _wrapped, max_leaves=12).map(lambda inner: f"<p>{inner}</p>")
NAMES = "persName|placeName|orgName|title|date|name"
MADE = re.compile(rf'<(?:{NAMES})(?: [\w-]+="[^"]*")+>')


def bare(text: str) -> str:
    """A text without the tags that annotation makes, which have attributes, and their ends."""
    pieces: list[str] = []
    stack: list[bool] = []
    at = 0
    for tag in re.finditer(rf"<!--.*?-->|<!\[CDATA\[.*?\]\]>|</?(?:{NAMES})(?: [^<>]*)?>", text):
        pieces.append(text[at : tag.start()])
        at = tag.end()
        if tag[0].startswith("</"):
            made = stack.pop()
        else:
            made = bool(MADE.fullmatch(tag[0]))
            if not tag[0].startswith("<!"):
                stack.append(made)
        pieces.append("" if made else tag[0])
    return "".join([*pieces, text[at:]])


@given(BODIES)
def test_a_file_less_the_new_tags_is_the_file_that_was(body: str) -> None:
    source = tei("").replace("<title>A text</title>", "").replace("<p/>", "") + "\n"
    source = source.replace("<body>", f"<body>{body}")
    annotated = annotate_file(source.encode(), "t.xml", LEXICON).value.content
    assert bare(annotated.decode()) == source
    before, after = tree_of(source).getroot(), tree_of(annotated).getroot()
    assert "".join(before.itertext()) == "".join(after.itertext())


@given(BODIES)
def test_twice_is_as_once(body: str) -> None:
    once = annotate_file(tei(body).encode(), "t.xml", LEXICON)
    twice = annotate_file(once.value.content, "t.xml", LEXICON)
    assert twice.value.content == once.value.content
