"""Annotation of any text: no character changes, and twice is as once."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from recensio.annotate import annotate_file
from recensio.annotate.lexicon import Candidate, Lexicon
from recensio.model.register import RegisterKind
from tests.support import tei, tree_of

LEXICON = Lexicon(
    [
        ("Rykov", Candidate("rykov", RegisterKind.PERSONS)),
        ("Aleksei Rykov", Candidate("rykov", RegisterKind.PERSONS)),
        ("Smirnov", Candidate("smirnov_a", RegisterKind.PERSONS)),
        ("Smirnov", Candidate("smirnov_i", RegisterKind.PERSONS)),
        ("Moscow", Candidate("moscow", RegisterKind.PLACES)),
        ("Moscow Committee", Candidate("mc", RegisterKind.ORGS)),
        ("Committee of 1934", Candidate("c34", RegisterKind.ORGS)),
        ("Aleksei", Candidate("letter", RegisterKind.WORKS)),
    ]
)
VOCABULARY = (
    "Aleksei Rykov Smirnov Moscow Committee of 1930 1934 5 May to – - , . ’s and é &amp; &#169; "
    "<!--Moscow--> <![CDATA[Rykov]]> <lb/> <pb/> <anchor/>"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
SPACES = st.sampled_from(["", " ", " ", "\n", "\r\n", "\t "])
RUNS = st.lists(st.tuples(WORDS, SPACES), max_size=12).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
INLINE = st.sampled_from(["hi", "rs", "note", "emph", "foreign", "bibl", "q", "app"])


def _wrapped(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    element = st.builds("<{0}>{1}</{0}>".format, INLINE, children)
    return st.lists(st.one_of(element, RUNS), max_size=4).map("".join)


BODIES = st.recursive(RUNS, _wrapped, max_leaves=12).map(lambda inner: f"<p>{inner}</p>")
MADE = r'<(persName|placeName|orgName|title|date)( (ref|when|from|to)="[^"]*")+>|'
TAGS = re.compile(MADE + r"</(persName|placeName|orgName|title|date)>")


@given(BODIES)
def test_a_file_less_the_new_tags_is_the_file_that_was(body: str) -> None:
    source = tei("").replace("<title>A text</title>", "").replace("<p/>", "") + "\n"
    source = source.replace("<body>", f"<body>{body}")
    annotated = annotate_file(source.encode(), "t.xml", LEXICON).value.content
    assert TAGS.sub("", annotated.decode()) == source
    before, after = tree_of(source).getroot(), tree_of(annotated).getroot()
    assert "".join(before.itertext()) == "".join(after.itertext())


@given(BODIES)
def test_twice_is_as_once(body: str) -> None:
    once = annotate_file(tei(body).encode(), "t.xml", LEXICON)
    twice = annotate_file(once.value.content, "t.xml", LEXICON)
    assert twice.value.content == once.value.content
    assert [p.message for p in twice.problems] == [p.message for p in once.problems]
