"""The texts of witnesses, rebuilt by every method of linking the apparatus (Guidelines, 12)."""

from __future__ import annotations

from typing import Final

import pytest

from recensio.model.apparatus import ApparatusKind
from recensio.model.document import Corpus, Metadata
from recensio.model.witness import Siglum
from recensio.tei.witness_texts import DocumentTexts, WitnessTexts
from recensio.tei.witnesses import witness_list
from tests.support import document_of, tei

NEGATIVE, POSITIVE = ApparatusKind.NEGATIVE, ApparatusKind.POSITIVE
LISTED: Final = (
    "<listWit><witness xml:id='A'/><witness xml:id='B'/><witness xml:id='C'/>"
    "<listWit xml:id='late'><witness xml:id='D'/>"
    "<listWit xml:id='latest'><witness xml:id='E'/><witness xml:id='F'/></listWit></listWit>"
    "</listWit>"
)


def texts(
    body: str, kind: ApparatusKind = NEGATIVE, apparatus: str = "", header: str = ""
) -> DocumentTexts:
    """The texts of a document; `apparatus` is the content of a second document's listApp."""
    document = document_of(tei(body, header=header))
    other = document_of(tei(f"{LISTED}<listApp>{apparatus}</listApp>"), "apparatus")
    corpus = Corpus(Metadata("t"), (document, other), witness_list([other.tree]), apparatus=kind)
    return WitnessTexts(corpus).of(document)


def lines(body: str, siglum: str, kind: ApparatusKind = NEGATIVE, apparatus: str = "") -> list[str]:
    return texts(body, kind, apparatus).lines(Siglum(siglum))


def behind(entries: str) -> str:
    return f"<listApp>{entries}</listApp>"


# --- readings ------------------------------------------------------------------------------------

READINGS: Final = """
<p>one <app><lem wit="#A">two</lem><rdg wit="#B">2</rdg><rdg wit="#late">II</rdg></app> three</p>
<p><app><lem wit="#A #B">four</lem><rdg wit="#late">vier</rdg><rdg wit="#E">quattuor</rdg></app></p>
<p><app><lem>five</lem><rdg wit="#A" type="lacuna"/><rdg wit="#B"><gap/></rdg><rdg wit="#D"/>
</app></p>
"""


@pytest.mark.parametrize(
    ("siglum", "negative"),
    [
        ("A", ["one two three", "four", "[...]"]),
        ("B", ["one 2 three", "four", "[...]"]),
        ("D", ["one II three", "vier"]),
        ("E", ["one II three", "quattuor", "five"]),
        ("C", ["one two three", "four", "five"]),
    ],
)
def test_a_witness_has_its_readings_and_else_the_lemma(siglum: str, negative: list[str]) -> None:
    assert lines(READINGS, siglum) == negative


def test_in_a_positive_apparatus_the_unnamed_have_nothing() -> None:
    assert lines(READINGS, "C", POSITIVE) == ["one three"]
    assert lines(READINGS, "E", POSITIVE) == ["one II three", "quattuor"]


def test_of_two_groups_the_smaller_one_counts() -> None:
    entry = (
        "<p><app><rdg wit='#late'>l</rdg><rdg wit='#latest'>t</rdg><rdg wit='#F'>f</rdg></app></p>"
    )
    assert [lines(entry, siglum) for siglum in "DEF"] == [["l"], ["t"], ["f"]]


def test_readings_in_groups_of_readings_are_found() -> None:
    entry = (
        "<p><app><lem wit='#A'>a</lem><rdgGrp><rdg wit='#B'>b</rdg>"
        "<rdgGrp><rdg wit='#C'>c</rdg></rdgGrp></rdgGrp></app></p>"
    )
    assert [lines(entry, siglum, POSITIVE) for siglum in "ABC"] == [["a"], ["b"], ["c"]]


def test_a_reading_that_names_nobody_is_that_of_all_others() -> None:
    entry = "<p><app><rdg wit='#A'>a</rdg><rdg source='#H'>h</rdg><rdg>o</rdg></app></p>"
    assert lines(entry, "B") == ["o"]
    assert lines(entry, "B", POSITIVE) == []


def test_entries_inside_a_reading_that_names_nobody_name_its_witnesses() -> None:
    """The example of the Guidelines, 12.2.3: one witness has the words in another order."""
    entry = (
        "<p><app><rdg wit='#A'>c b a</rdg><rdg>"
        "<app><rdg wit='#B'>a</rdg><rdg wit='#C'>A</rdg></app>"
        " <app><rdg wit='#B #C'>b c</rdg></app></rdg></app></p>"
    )
    assert [lines(entry, siglum, POSITIVE) for siglum in "ABC"] == [["c b a"], ["a b c"], ["A b c"]]


def test_entries_nest_to_any_depth() -> None:
    inner = "x"
    for _ in range(30):
        inner = f"<app><lem wit='#A'>({inner})</lem><rdg wit='#B'>x</rdg></app>"
    assert lines(f"<p>{inner}</p>", "A") == ["(" * 30 + "x" + ")" * 30]
    assert lines(f"<p>{inner}</p>", "B") == ["x"]


def test_a_witness_says_what_it_says_in_the_end() -> None:
    entry = (
        "<p><app><lem xml:id='l'>fin</lem><rdgGrp type='anteCorr'>"
        "<rdg wit='#A' varSeq='1'>first</rdg><rdg wit='#A' varSeq='2' copyOf='#l'/></rdgGrp>"
        "<rdg wit='#B' type='a.c.'>b1</rdg><rdg wit='#B' type='p.c.'>b2</rdg>"
        "<rdg wit='#C'>x<del>y</del><add>z</add></rdg></app></p>"
    )
    assert [lines(entry, siglum) for siglum in "ABC"] == [["fin"], ["b2"], ["xz"]]


def test_a_copy_in_a_circle_is_nothing() -> None:
    entry = (
        "<p>a<app><rdg wit='#A' xml:id='r'><add xml:id='s' copyOf='#t'/></rdg>"
        "<rdg wit='#B' xml:id='t'><add copyOf='#s'/></rdg></app></p>"
    )
    assert lines(entry, "A") == ["a"]


def test_readings_exclude_each_other() -> None:
    entries = (
        "<p><app><lem xml:id='l1' exclude='#r2'>inter</lem>"
        "<rdg xml:id='r1' wit='#A'>intra</rdg></app>"
        " <app><lem xml:id='l2' exclude='#r1'>inter</lem><rdg xml:id='r2'>intra</rdg></app></p>"
    )
    assert lines(entries, "A") == ["intra intra"]
    assert lines(entries, "B") == ["inter inter"]


# --- where witnesses are defective ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<p>a <app><rdg wit='#A'><lacunaStart/></rdg></app>b c <app><rdg wit='#A'><lacunaEnd/>"
            "</rdg></app>d</p>",
            ["a [...] d"],
        ),
        (
            "<p>a <app><lem wit='#B'>bc</lem><rdg wit='#A'>b<lacunaStart/></rdg></app>, d</p>"
            "<p>e <app><lem wit='#B'>f</lem><rdg wit='#A'><lacunaEnd/>F</rdg></app></p>",
            ["a b [...]", "F"],
        ),
        (
            "<p>a<app><rdg wit='#A'><lacunaStart/></rdg></app></p><p>b</p><p>c</p>"
            "<p><app><rdg wit='#A'><lacunaEnd/></rdg></app>d</p>",
            ["a", "[...]", "d"],
        ),
        (
            "<p>a ex<app><rdg wit='#A'><lacunaStart/></rdg></app>tra b "
            "<app><rdg wit='#A'><lacunaEnd/></rdg></app>c</p>",
            ["a ex[...] c"],
        ),
        ("<p>a <app><rdg wit='#A'><lacunaStart/></rdg></app>b</p><p>c</p>", ["a [...]"]),
        ("<p>a</p><p>b <app><rdg wit='#A'><lacunaEnd/></rdg></app>c</p>", ["[...]", "c"]),
        (
            "<p>a <app><rdg wit='#A'><lacunaStart/></rdg></app>b <app><rdg wit='#A'><lacunaStart/>"
            "</rdg></app>c <app><rdg wit='#A'><lacunaEnd/></rdg></app>d</p>",
            ["a [...] d"],
        ),
        (
            "<p>a <app><lem>b <app><lem>c<lacunaStart wit='#A'/></lem><rdg wit='#B'/></app> d</lem>"
            "<rdg wit='#C'/></app></p>"
            "<p>e <app><lem>f</lem><rdg wit='#B'>g<lacunaEnd wit='#A'/></rdg></app> h</p>",
            ["a b c [...]", "f h"],
        ),
        (
            "<p>a <app><lem>b</lem><rdg wit='#A'>x <lacunaStart/>y <lacunaEnd/>z</rdg></app></p>",
            ["a x [...] z"],
        ),
        (
            "<p>a</p><p>b <app><rdg wit='#A'>c <witStart/></rdg></app>d</p>"
            "<p>e <app><rdg wit='#A'><witEnd/></rdg></app>f</p><p>g</p>",
            ["c d", "e"],
        ),
        (
            "<p>a <app><lem>b</lem><rdg wit='#A'>B<witEnd/></rdg></app> c</p><p>d</p>"
            "<p>e <app><rdg wit='#A'><witStart/></rdg></app>f</p>",
            ["a B [...]", "f"],
        ),
        ("<p>a</p><p><app><rdg wit='#A'><witStart/></rdg></app>b</p>", ["b"]),
        ("<p>a<app><rdg wit='#A'><witEnd/></rdg></app></p><p>b</p>", ["a"]),
        (
            "<p>a</p><p>b <app><lem wit='#B'><app><rdg wit='#A'>c<witStart/></rdg></app></lem>"
            "<rdg wit='#A'>see c</rdg></app> d</p>",
            ["see c d"],
        ),
    ],
)
def test_lacunae_and_fragments(body: str, expected: list[str]) -> None:
    assert lines(body, "A") == expected


def test_an_entry_for_a_mark_is_text_of_all() -> None:
    body = "<p>a <app><rdg wit='#A'>b<lacunaStart/></rdg></app> c</p>"
    assert lines(body, "B") == lines(body, "B", POSITIVE) == ["a b c"]
    assert lines(body, "A") == ["a b [...]"]


def test_blocks_that_a_witness_lacks_are_one_line() -> None:
    lacking = "<p><app><lem wit='#B'>x</lem><rdg wit='#A' type='lacuna'/></app></p>"
    assert lines(f"<p>a</p>{lacking * 3}<p>b</p>", "A") == ["a", "[...]", "b"]


# --- double end-point ----------------------------------------------------------------------------

CHAUCER: Final = """<l xml:id="WBP.117" n="117"> And
  <anchor xml:id="a1"/> of so parfit
  <anchor xml:id="a2"/> wys
  <anchor xml:id="a3"/> a wight
  <anchor xml:id="a4"/> ywroght
  <app from="#a1" to="#a3"><lem wit="#A">of so parfit wys</lem>
    <rdg wit="#C">in what wise was</rdg></app>
  <app from="#a2" to="#a4"><lem wit="#A">wys a wight</lem>
    <rdg wit="#B #C">was a wight</rdg></app></l>"""


@pytest.mark.parametrize(
    ("siglum", "line"),
    [
        ("A", "And of so parfit wys a wight ywroght"),
        ("B", "And of so parfit was a wight ywroght"),
        ("C", "And in what wise was a wight ywroght"),
    ],
)
@pytest.mark.parametrize("kind", [NEGATIVE, POSITIVE])
def test_overlapping_entries(siglum: str, line: str, kind: ApparatusKind) -> None:
    """The example of the Guidelines, 12.2.2."""
    made = texts(CHAUCER, kind)
    assert made.lines(Siglum(siglum)) == [line]
    assert not made.contradictions


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("from='#s'><rdg wit='#A'>X</rdg>", ["one X three", "four five", "six"]),
        ("from='#p1'><rdg wit='#A'>X</rdg>", ["X", "four five", "six"]),
        ("from='#a' to='#b'><rdg wit='#A'>X</rdg>", ["one two X", "five", "six"]),
        ("from='#a' to='#p2'><rdg wit='#A'>X</rdg>", ["one two X", "six"]),
        ("from='#p1' to='#p3'><rdg wit='#A'>X</rdg>", ["X"]),
        ("from='#a' to='#b'><rdg wit='#A'/>", ["one two", "five", "six"]),
        ("from='#a' to='#b'><rdg wit='#A' type='lacuna'/>", ["one two [...]", "five", "six"]),
        ("from='#a'><lem/><rdg wit='#A'>X</rdg>", ["one two X three", "four five", "six"]),
        ("from='#b' to='#a'><rdg wit='#A'>X</rdg>", ["one two three", "four five", "six"]),
        ("from='#no'><rdg wit='#A'>X</rdg>", ["one two three", "four five", "six"]),
        ("from='#string-range(p1,4,3)'><rdg wit='#A'>X</rdg>", ["one X three", "four five", "six"]),
        (
            "from='#s'><rdg wit='#A'>X</rdg><rdg wit='#B'>Y<lacunaStart wit='#A'/></rdg>",
            ["one X [...]"],
        ),
    ],
)
@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_reading_replaces_the_span(entry: str, expected: list[str], elsewhere: bool) -> None:
    body = (
        "<p xml:id='p1'>one <seg xml:id='s'>two</seg><anchor xml:id='a'/> three</p>"
        "<p xml:id='p2'>four <anchor xml:id='b'/>five</p><p xml:id='p3'>six</p>"
    )
    if elsewhere:
        assert (
            lines(
                body,
                "A",
                apparatus=f"<app {entry.replace('#', 'text.xml#', 1)}</app>".replace(
                    "to='#", "to='text.xml#"
                ),
            )
            == expected
        )
    else:
        assert lines(body + behind(f"<app {entry}</app>"), "A") == expected


def test_an_entry_in_the_line_ends_its_lemma() -> None:
    body = "<l xml:id='l'>Experience <app from='#l'><rdg wit='#A'>Eryment</rdg></app> though</l>"
    assert [lines(body, siglum) for siglum in "AB"] == [["Eryment though"], ["Experience though"]]


def test_readings_that_contradict_each_other_are_told() -> None:
    entries = (
        "<app from='#a' to='#c'><rdg wit='#A #B'>x y</rdg></app>"
        "<app from='#b' to='#d'><rdg wit='#A'>z w</rdg></app>"
        "<app from='#b' to='#c'><rdg wit='#B'>y</rdg></app>"
    )
    body = (
        "<p><anchor xml:id='a'/>one <anchor xml:id='b'/>two <anchor xml:id='c'/>three "
        "<anchor xml:id='d'/>four</p>"
    )
    made = texts(body + behind(entries))
    assert made.lines(Siglum("A")) == ["x y three four"]
    assert made.lines(Siglum("B")) == ["x y three four"]
    assert list(made.contradictions.values()) == [["A"]]


def test_parallel_segmentation_inside_a_span() -> None:
    body = (
        "<p>a <anchor xml:id='a'/>b <app><lem>c</lem><rdg wit='#B'>C</rdg></app> d"
        "<anchor xml:id='b'/> e</p>"
    )
    entry = "<app from='#a' to='#b'><lem>b c d</lem><rdg wit='#A'>X</rdg></app>"
    assert [lines(body + behind(entry), s) for s in "ABC"] == [
        ["a X e"],
        ["a b C d e"],
        ["a b c d e"],
    ]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ("from='#l1'", "a X c D e"),
        ("from='#app1'", "a X c D e"),
        ("from='#l1' to='#l2'", "a X e"),
        ("from='#l1' to='#m'", "a X D e"),
        ("from='#m' to='#l2'", "a bb X e"),
        ("from='#n' to='#l2'", "a bb c D e"),
    ],
)
def test_a_span_may_begin_or_end_with_a_lemma(ends: str, expected: str) -> None:
    body = (
        "<p>a <app xml:id='app1'><lem xml:id='l1'>b<seg xml:id='n'>b</seg></lem>"
        "<rdg wit='#B'/></app> <seg xml:id='m'>c</seg>"
        " <app><lem xml:id='l2'>d</lem><rdg wit='#A'>D</rdg></app> e</p>"
    )
    entry = f"<app {ends}><rdg wit='#A'>X</rdg></app>"
    assert lines(body + behind(entry), "A") == [expected]


def test_white_space_stays_between_words() -> None:
    body = (
        "<p>one<anchor xml:id='a'/> two<anchor xml:id='b'/> three, four<anchor xml:id='c'/>, x</p>"
    )
    entries = (
        "<app from='#a' to='#b'><rdg wit='#A'>2</rdg><rdg wit='#B'/></app>"
        "<app from='#b' to='#c'><rdg wit='#B'/></app>"
    )
    assert lines(body + behind(entries), "A") == ["one 2 three, four, x"]
    assert lines(body + behind(entries), "B") == ["one, x"]


# --- location-referenced -------------------------------------------------------------------------

VERSES: Final = (
    "<div n='2'><l n='1'>Intactam <hi>Cro</hi>calen puer Astacus et puer Idas,</l>"
    "<l n='2'>Idas lanigeri dominus gregis, Astacus horti,</l></div>"
    "<div n='3'><p><lb n='1'/>alpha <app><lem>beta</lem><rdg wit='#B'>b</rdg></app> "
    "<lb n='2'/>gamma alpha <lb n='3'/>alpha</p></div>"
)


@pytest.mark.parametrize(
    ("loc", "lemma", "line", "expected"),
    [
        ("2.1", "Crocalen", 0, "Intactam X puer Astacus et puer Idas,"),
        ("2 2", "idas", 1, "X lanigeri dominus gregis, Astacus horti,"),
        ("2.1", "Idas", 0, "Intactam Crocalen puer Astacus et puer X,"),
        ("2.1", "puer²", 0, "Intactam Crocalen puer Astacus et X Idas,"),
        ("2.1", "puer 2", 0, "Intactam Crocalen puer Astacus et X Idas,"),
        ("2.1", "puer", 0, None),
        ("2.1", "Crocalen ... Astacus", 0, "Intactam X et puer Idas,"),
        ("2.1", "Crocalen-Astacus", 0, "Intactam X et puer Idas,"),
        ("2.1", "gregis", 0, None),
        ("2.1-2", "Idas, Idas", 0, "Intactam Crocalen puer Astacus et puer X"),
        ("3.2", "alpha", 2, "alpha beta gamma X alpha"),
        ("3.3", "alpha", 2, "alpha beta gamma alpha X"),
        ("3.1", "alpha beta", 2, "X gamma alpha alpha"),
        ("4.1", "alpha", 2, None),
    ],
)
@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_lemma_is_looked_for_in_its_place(
    loc: str, lemma: str, line: int, expected: str | None, elsewhere: bool
) -> None:
    entry = f"<app loc='{loc}'><lem>{lemma}</lem><rdg wit='#A'>X</rdg></app>"
    made = texts(VERSES if elsewhere else VERSES + behind(entry), NEGATIVE, entry * elsewhere)
    base = texts(VERSES).lines(Siglum("A"))
    found = made.lines(Siglum("A"))
    assert found[line] == (expected or base[line])
    if not elsewhere:
        assert len(made.unplaced) == (expected is None)
    assert made.lines(Siglum("C")) == base


def test_an_entry_in_its_line_repeats_the_lemma() -> None:
    declared = "<variantEncoding method='location-referenced' location='internal'/>"
    header = f"<encodingDesc>{declared}</encodingDesc>"
    body = "<l>Experience though <app><lem>Experience</lem><rdg wit='#A'>Eryment</rdg></app></l>"
    made = texts(body, header=header)
    assert [made.lines(Siglum(s)) for s in "AB"] == [["Eryment though"], ["Experience though"]]


PLACED: Final = (
    "<l n='3'>one <app loc='3'><lem wit='#A'>two</lem><rdg wit='#B'>2</rdg></app> six</l>"
)


@pytest.mark.parametrize("method", ["", "parallel-segmentation", "location-referenced"])
def test_an_entry_that_is_the_text_may_say_where_it_stands(method: str) -> None:
    encoding = f"<variantEncoding method='{method}' location='internal'/>" if method else ""
    made = texts(PLACED, header=f"<encodingDesc><p>x</p>{encoding}</encodingDesc>")
    assert [made.lines(Siglum(s)) for s in "AB"] == [["one two six"], ["one 2 six"]]
    assert not made.unplaced


def test_methods_are_mixed_in_one_file() -> None:
    body = (
        "<l n='1' xml:id='l1'>one <app><lem>two</lem><rdg wit='#A'>2</rdg></app> three four</l>"
        "<l n='2' xml:id='l2'>five</l>"
    )
    entries = (
        "<app loc='1'><lem>three</lem><rdg wit='#A'>3</rdg></app>"
        "<app from='#l2'><rdg wit='#A'>5</rdg></app>"
    )
    assert lines(body + behind(entries), "A") == ["one 2 3 four", "5"]
    assert lines(body + behind(entries), "B") == ["one two three four", "five"]
