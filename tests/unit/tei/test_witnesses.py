"""Witness lists and the texts of witnesses."""

from __future__ import annotations

import pytest

from recensio.model.witness import Prefix, Siglum, WitnessList, together
from recensio.tei.witness_texts import witness_lines
from recensio.tei.witnesses import witness_list
from tests.support import NS, tei, the, tree_of

LIST = """
<listWit>
  <witness xml:id="A"><abbr type="siglum">𝔄</abbr> <title>Codex</title> of the tenth</witness>
  <witness xml:id="B" n="beta">Another</witness>
  <witness n="C"/>
  <witness>without a name</witness>
  <listWit xml:id="late"><head>Late ones</head>
    <witness xml:id="D"/><listWit xml:id="latest"><witness xml:id="E"/></listWit>
  </listWit>
</listWit>
"""


def listed() -> WitnessList:
    return witness_list([tree_of(tei(LIST))])


def test_every_witness_with_a_name_is_declared() -> None:
    witnesses = {witness.id: witness for witness in listed()}
    assert list(witnesses) == ["A", "B", "C", "D", "E", "late", "latest"]
    assert [witness.siglum for witness in listed()][:3] == ["𝔄", "beta", "C"]
    assert witnesses["A"].label == "Codex"
    assert witnesses["B"].label == "Another"


def test_a_reference_stands_for_a_title() -> None:
    described = "<abbr type='siglum'>A</abbr> <bibl>Leaf 12</bibl> <note>A copy.</note>"
    wit = f"<listWit><witness xml:id='A'>{described}</witness></listWit>"
    (witness,) = witness_list([tree_of(tei(wit))])
    assert witness.label == "Leaf 12"


def test_a_named_list_is_a_group() -> None:
    groups = {witness.id: witness for witness in listed() if witness.members}
    assert groups["late"].members == ("D", "E")
    assert groups["late"].label == "Late ones"
    assert groups["latest"].members == ("E",)


def test_a_long_description_is_cut_between_words() -> None:
    long = f"<listWit><witness xml:id='A'>{'word ' * 60}</witness></listWit>"
    (witness,) = witness_list([tree_of(tei(long))])
    assert len(witness.label) <= 162
    assert witness.label.endswith("word …")


def test_the_first_declaration_counts() -> None:
    trees = [tree_of(tei(f"<listWit><witness xml:id='A' n='{n}'/></listWit>")) for n in "12"]
    assert [witness.siglum for witness in witness_list(trees)] == ["1"]


@pytest.mark.parametrize("pointer", ["#A", "A", "witnesses.xml#A"])
def test_pointers_resolve(pointer: str) -> None:
    assert listed().resolve(pointer) == ("𝔄",)
    assert pointer in listed()


def test_pointers_resolve_in_their_order_each_once() -> None:
    assert listed().resolve("#B #A  #B\n#late #X") == ("beta", "𝔄", "late", "X")
    assert listed().undeclared("#B #X Vat.") == ("#X", "Vat.")


def test_a_group_covers_its_members() -> None:
    assert listed().covered("#B #late #X") == ("beta", "D", "E", "X")


def test_the_witnesses_of_a_document_go_before_those_of_the_edition() -> None:
    own = witness_list([tree_of(tei("<listWit><witness xml:id='A' n='mine'/></listWit>"))])
    both = own.before(listed())
    assert both.resolve("#A #B") == ("mine", "beta")
    assert len(both) == len(listed())


@pytest.mark.parametrize(
    ("pointer", "siglum"),
    [
        ("https://ex.org/e/wit.xml?v=2#A", "𝔄"),
        ("../lists/wit.xml#A", "𝔄"),
        ("#%41", "𝔄"),
        ("wit:A", "𝔄"),
        ("wit:Z9", "wit:Z9"),
        ("𝔄", "𝔄"),
        ("beta", "beta"),
        ("https://ex.org/A", "https://ex.org/A"),
        ("biblio.xml#Smith", "Smith"),
        ("#Jones", "J²"),
        ("other.xml#Nobody", "other.xml#Nobody"),
        ("#Nobody", "Nobody"),
    ],
)
def test_every_way_to_name_a_witness(pointer: str, siglum: str) -> None:
    scheme = '<prefixDef ident="wit" matchPattern="([A-Z]+)" replacementPattern="w.xml#$1"/>'
    header = f"<encodingDesc><listPrefixDef>{scheme}</listPrefixDef></encodingDesc>"
    books = (
        '<bibl xml:id="Smith">S.</bibl><bibl xml:id="Jones"><abbr type="siglum">J²</abbr></bibl>'
    )
    witnesses = witness_list([tree_of(tei(f"{LIST}<listBibl>{books}</listBibl>", header=header))])
    assert witnesses.resolve(pointer) == (siglum,)
    assert (pointer in witnesses) is (siglum in ("𝔄", "beta"))


def test_a_pointer_at_another_file_means_the_witness_of_that_file() -> None:
    mine, yours = (
        witness_list(
            [tree_of(tei(f"<listWit><witness xml:id='A' n='{n}'/></listWit>"))], f"{n}.xml"
        )
        for n in ("mine", "yours")
    )
    both = mine.before(yours)
    assert both.resolve("#A yours.xml#A mine.xml#A else.xml#A") == ("mine", "yours")
    assert [witness.siglum for witness in both] == ["mine"]
    assert together([yours, mine]).resolve("#A") == ("yours",)


def test_a_witness_may_have_no_name_but_its_siglum() -> None:
    unnamed = "<listWit><witness><abbr type='siglum'>Q</abbr> A codex</witness></listWit>"
    witnesses = witness_list([tree_of(tei(unnamed))])
    assert witnesses.resolve("Q #Q") == ("Q",)
    assert witnesses.undeclared("Q #Q #R") == ("#R",)


def test_a_group_may_say_its_siglum_in_its_heading() -> None:
    group = "<head>Family <abbr type='siglum'>φ</abbr></head><witness xml:id='A'/>"
    witnesses = witness_list([tree_of(tei(f"<listWit xml:id='f'>{group}</listWit>"))])
    assert witnesses.resolve("#f") == ("φ",)
    assert witnesses.covered("#f") == ("A",)


def test_a_prefix_that_is_no_pattern_resolves_nothing() -> None:
    for prefix in (Prefix("w", "(", "#$1"), Prefix("w", "x", "#$9")):
        assert WitnessList(prefixes=(prefix,)).resolve("w:x") == ("w:x",)


# --- the text of a witness -----------------------------------------------------------------------

TEXT = """
<p>one <app><lem wit="#A">two</lem><rdg wit="#B">2</rdg><rdg wit="#late">II</rdg></app> three</p>
<p><app><lem wit="#A #B">four</lem><rdg wit="#late">vier</rdg><rdg wit="#E">quattuor</rdg></app></p>
<p><app><lem>five</lem><rdg wit="#A" type="lacuna"/><rdg wit="#B"><gap/></rdg><rdg wit="#D"/>
</app></p>
"""


def lines(siglum: str, positive: bool) -> list[str]:
    body = the(tree_of(tei(TEXT)).find(".//t:body", NS))
    return witness_lines(body, Siglum(siglum), listed(), positive)


@pytest.mark.parametrize(
    ("siglum", "negative"),
    [
        ("𝔄", ["one two three", "four", "[...]"]),
        ("beta", ["one 2 three", "four", "[...]"]),
        ("D", ["one II three", "vier"]),
        ("E", ["one II three", "quattuor", "five"]),
        ("C", ["one two three", "four", "five"]),
    ],
)
def test_a_witness_has_its_readings_and_else_the_lemma(siglum: str, negative: list[str]) -> None:
    assert lines(siglum, positive=False) == negative


def test_in_a_positive_apparatus_the_unnamed_have_nothing() -> None:
    assert lines("C", positive=True) == ["one three"]
    assert lines("E", positive=True) == ["one II three", "quattuor"]
