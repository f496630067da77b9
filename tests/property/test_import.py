"""Whatever the source: every character stands in the TEI or in the report, and the TEI is valid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from recensio.importers.blocks import Mark
from recensio.importers.conservation import conservation
from recensio.importers.corrections import Correction
from recensio.importers.profile import (
    STATED,
    Division,
    Facsimile,
    Gap,
    Notes,
    Place,
    Profile,
    References,
    Rule,
    Voice,
)
from recensio.tei.names import XML_ID
from tests.property.imports import check, imported

WORDS = st.sampled_from(
    ["word", "Word", "Réunion", "the", "end.", "end.”", "“open", '"quote"', "1918.", "№ 7", "…"]
)
MARKS = st.sampled_from(
    [
        "*", "**", "***", "_", "__", "`", "\\", "\\*", "<sup>", "</sup>", "<sup>1</sup>",
        "<sup>[2](#)</sup>", "<sup>3, 4</sup>", "[1]", "[2](#)", "[^a]", "[^b]", "<u>", "</u>",
        "<br>", "<p>", "<x>", "&", "&amp;", "<", ">", "[a](b)", "[a](javascript:b)", "![a](b)",
        "<!-- c -->", "<https://a.example>", "]", "[", "(", ")", "|", "\t", "  ", "\x0c", "\x01",
        "\ufffe", "\r", "\u2028", "\xa0", ".7", "”8", ".fn1", "(a – *N. N.*)", "(", "– N.N.)",
        "[b — end]", "(1890–1937)", "*(1890–1937)*",
        "word¹", "word*", "word\\*", "m²",
        "<sup><a href='#n'>1</a></sup>",
    ]
)  # fmt: skip
CITATIONS = st.sampled_from(
    [
        "*Ibid.*, p. 7",
        "Ibid.",
        "[*Ibid.*, pp. 3, 4]",
        "(ibid., p. 9)",
        "ebd. S. 2",
        "*там же*",
        "*A Title*, p. 5",
        "A. Name, *Title* [Gloss], M., 1991, p. 6",
        "“An Article,” *Paper*, 1930",
        "[Cf.: “Other,” *Title (1930)*, p. 2]",
        "*Paper*, 1 May 1930.",
        "; № 3, p. 4",
        "See *Paper*,",
        "*Ibid., p. 5 [Ibid., p. 4]*",
        "**Ibid.**",
        "<i>Ibid.",
        "Paper, 1991, no. 5;",
        "[Ibid",
    ]
)
"""Citations, whole and broken."""

STARTS = st.sampled_from(
    [
        "", "", "", "# ", "## ", "###### ", "#", "= ", "- ", "* ", "  - ", "    - ", "1. ", "2. ",
        "3) ", "> ", ">", "| ", "\t", "    ", "---", "- ", "***", "```", "~~~", "[^a]: ", "[^b]: ",
        "[1] ", "<sup>1</sup>. ", "<sup>1.</sup> ", "[2.](#) ", "- [3.](#) ", "  - <sup>4</sup>. ",
        "АБВ ", "А1 ", "**Term**: ", "NAME, ", "Key: ", "Day: 1 May 1900", "**Term:** ",
        "===", "|---|", "*Caption*", "Notes\n",
        "## Notes\n\n", "1) ", "2) ", "¹", "² ", "1 W", "2 W", "<h3>Notes</h3>\n",
        "<p>1. ", "**Ibid.** ",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\n\n\n\n", "  \n", "\r\n", " ==\n", " #\n"])

LINES = st.tuples(
    STARTS, st.lists(WORDS | MARKS | CITATIONS, max_size=6), st.sampled_from(["", " "]), ENDS
).map(lambda parts: parts[0] + parts[2].join(parts[1]) + parts[3])
MARKDOWN = st.lists(LINES, max_size=24).map("".join)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)

RULES = st.builds(
    Rule,
    lines=st.lists(st.integers(1, 20).map(lambda n: range(n, n + 3)), max_size=2).map(tuple),
)
DIVISIONS = st.builds(
    Division,
    line=st.integers(1, 20),
    type=st.sampled_from(["glossary", "biographies", "dates", "titlepage", "section"]),
    place=st.sampled_from(Place),
    level=st.integers(1, 3),
)
PROFILES = st.builds(
    Profile,
    siglum=st.just("X"),
    markup=st.sampled_from(["markdown", "wiki", "plain"]),
    bare_headings=st.booleans(),
    references=st.lists(st.sampled_from(References), unique=True).map(tuple),
    notes=st.sampled_from(Notes),
    cuts=st.booleans(),
    captions=st.booleans(),
    quotations=st.booleans(),
    facsimile=st.none() | st.just(Facsimile("Cyrillic", "ru")),
    boilerplate=RULES,
    caption=RULES,
    division=st.lists(DIVISIONS, max_size=3).map(tuple),
    gap=st.lists(st.builds(Gap, st.integers(1, 20), st.just("word")), max_size=2).map(tuple),
    voice=st.just(()) | st.just((Voice("N. N.", "nn"), Voice("end", "end"))),
    stated=st.dictionaries(
        st.sampled_from(STATED),
        RULES | st.just(Rule(patterns=(re.compile("^(word|Word.*)"),))),
        max_size=3,
    ),
)
CORRECTIONS = st.lists(
    st.builds(
        Correction,
        sic=st.sampled_from(["word", "the", "end.", "*", "1", "1918.", "Réunion", "d W", "<"]),
        corr=st.sampled_from(["", "word", "a & b", "<x>", "né"]),
        everywhere=st.just(True),
        resp=st.sampled_from(["", "ed"]),
    )
    | st.builds(
        Correction,
        sic=st.sampled_from(["word", "open", "quote", "-", "Word the"]),
        corr=st.just("x"),
        line=st.integers(1, 20),
        occurrence=st.integers(0, 2),
    ),
    max_size=4,
).map(tuple)


@settings(max_examples=250, deadline=None)
@given(MARKDOWN, PROFILES)
def test_markup_is_conserved(text: str, profile: Profile) -> None:
    check(text, profile)


NOTE = st.tuples(
    st.sampled_from(["{}. ", "- [{}.](#) ", "<sup>{}</sup>. "]),
    st.lists(
        WORDS | CITATIONS | st.sampled_from(["*", ";", "[", "]", "(", ")", "“", "”"]), max_size=6
    ),
    st.sampled_from(["\n", "\n\n"]),
).map(lambda parts: parts[0] + " ".join(parts[1]) + parts[2])


@settings(max_examples=150, deadline=None)
@given(st.lists(NOTE, min_size=1, max_size=12))
def test_citations_are_only_wrapped(notes: list[str]) -> None:
    """Whatever is taken for a citation, no character changes, and no ibid. means another."""
    text = "Text<sup>1</sup> more.\n\n---\n\n" + "".join(
        note.format(number) for number, note in enumerate(notes, 1)
    )
    profile = Profile(siglum="X", markup="markdown")
    check(text, profile)
    result = imported(text, profile)
    assert result is not None
    bibls = list(result.tree.getroot().iterfind(".//{*}text//{*}bibl"))
    named = {bibl.get(XML_ID) for bibl in bibls if bibl.get(XML_ID)}
    for bibl in bibls:
        assert not (bibl.get(XML_ID) and bibl.get("corresp"))
        assert bibl.get("corresp", "").removeprefix("#") in {*named, ""}


@settings(max_examples=100, deadline=None)
@given(ANYTHING, PROFILES)
def test_any_text_is_conserved(text: str, profile: Profile) -> None:
    check(text, profile)


@settings(max_examples=250, deadline=None)
@given(MARKDOWN, PROFILES, CORRECTIONS)
def test_markup_is_conserved_with_corrections(
    text: str, profile: Profile, corrections: Sequence[Correction]
) -> None:
    check(text, profile, corrections)


@settings(max_examples=100, deadline=None)
@given(MARKDOWN, st.integers(0, 400))
def test_a_lost_character_is_found(text: str, at: int) -> None:
    """The check is no formality: take one character out of the TEI, and it says so."""
    result = imported(text, Profile(siglum="X", markup="markdown"))
    if result is None:
        return
    holders = [e for e in result.tree.getroot().iter("{*}p", "{*}head", "{*}item") if e.text]
    body = [e for e in holders if e.get(XML_ID)]
    if body:
        element = body[at % len(body)]
        element.text = (element.text or "")[1:]
        assert not conservation(text.removeprefix("\ufeff"), result).value


def test_words_cannot_be_called_markup() -> None:
    result = imported("Some words.\n", Profile(siglum="X"))
    assert result is not None
    line = result.tree.getroot().find(".//{*}body/{*}p")
    assert line is not None
    line.text = "Some"
    first, *rest = result.report.dropped
    forged = replace(first, start=4, end=11, mark=Mark.WHITE_SPACE, text=" words.")
    report = replace(result.report, dropped=(forged, *rest))
    outcome = conservation("Some words.\n", replace(result, report=report))
    assert not outcome.value
    assert [problem.code for problem in outcome.problems] == ["SRC027"]
